//! What this program writes itself comes back as it was.

use std::fs;

use serde_json::Value;

use super::Folder;

/// Archives with every field that a record can have, and the shipped one.
const ARCHIVES: [&str; 2] = ["public/data/meetings.json", "tests/fixtures/every/meetings.json"];

fn file(name: &str) -> String {
    fs::read_to_string(format!("{}/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// A folder with an archive in it, as it is published.
fn archived(name: &str, archive: &str) -> Folder {
    let folder = Folder::new(name);
    folder.write("archive.json", file(archive));
    folder
}

/// Puts beside a dataset what it keeps there.
fn keep(folder: &Folder) {
    let kept =
        ["2016/programme.pdf", "2016/minutes of the assembly.txt", "2016/votes.csv", "2018/Møtebok.txt", "logo.svg"];
    fs::create_dir_all(folder.at("documents/2016")).unwrap();
    fs::create_dir_all(folder.at("documents/2018")).unwrap();
    kept.iter().for_each(|name| _ = folder.write(&format!("documents/{name}"), "x"));
}

#[test]
fn our_own_dataset_is_taken_record_by_record() {
    for (at, archive) in ARCHIVES.into_iter().enumerate() {
        let folder = archived(&format!("own-{at}"), archive);
        let first = value(&file(archive));
        keep(&folder);
        let (code, told) = folder.run(&["import", "archive.json", "--into", "new.json"]);
        assert_eq!(code, 0, "{told}");
        let mut made = value(&folder.text("new.json"));
        let mut meant = first.clone();
        // The order of meetings is that of time.
        for of in [&mut made, &mut meant] {
            of.as_object_mut().unwrap().remove("$schema");
            of["meetings"].as_array_mut().unwrap().sort_by_key(|meeting| meeting["id"].to_string());
        }
        assert_eq!(made, meant, "{archive}: {told}");
    }
}

#[test]
fn our_own_files_change_nothing_of_the_archive_that_they_come_from() {
    for (at, archive) in ARCHIVES.into_iter().enumerate() {
        for (format, kind) in [("csv", "csv"), ("ics", "ics"), ("json", "json")] {
            let folder = archived(&format!("onto-{at}-{kind}"), archive);
            let export = match format {
                "json" => folder.text("archive.json"),
                _ => folder.run(&["export", "/", format, "--data", "archive.json"]).1,
            };
            folder.write(&format!("own.{kind}"), export);
            let (code, told) = folder.run(&["import", &format!("own.{kind}"), "--into", "archive.json"]);
            assert_eq!(code, 0, "{told}");
            assert!(told.contains("archive.json: 0 meetings new, 0 changed"), "{archive}, {kind}: {told}");
            assert_eq!(folder.text("archive.json"), file(archive), "{archive}, {kind}: {told}");
        }
    }
}

#[test]
fn a_document_that_is_not_beside_the_dataset_is_told_and_not_named() {
    let folder = archived("lost-file", ARCHIVES[1]);
    let (code, told) = folder.run(&["import", "archive.json", "--into", "meetings.json"]);
    assert!(code == 0 && told.contains("not in the folder documents") && told.contains("2016/votes.csv"), "{told}");
    assert!(told.contains("The logo is not in the folder"), "{told}");
    folder.dataset();
}
