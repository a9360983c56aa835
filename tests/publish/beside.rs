//! What stands beside a dataset: how it is published, and the files that are kept with it.

use std::fs;
use std::os::unix::fs::symlink;
use std::process::Command;

use serde_json::{Value, json};

use crate::support::folder::Folder;

/// What the keeper's tool says of a dataset with this document, and the code that it ends with.
fn check(folder: &Folder, dataset: &Value) -> (i32, String) {
    let path = folder.beside("data.json");
    fs::write(&path, dataset.to_string()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_archive")).arg("check").arg(path).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.code().unwrap(), String::from_utf8(said).unwrap())
}

fn dataset(more: &Value, document: &Value) -> Value {
    let mut dataset = json!({"version": 1, "title": "T", "language": "en",
        "meetings": [{"id": "a", "title": "A", "start": "2001", "documents": [document]}]});
    let fields = more.as_object().unwrap().clone();
    dataset.as_object_mut().unwrap().extend(fields);
    dataset
}

/// SHA-256 of `text`.
const HASH: &str = "982d9e3eb996f559e633f4d194def3761d909f5a3b647d1a851fead67c32c9d1";

#[test]
fn a_kept_file_is_there_within_its_folder_and_as_it_is_said_to_be() {
    let folder = Folder::built("kept");
    let kept = folder.beside("documents");
    fs::create_dir_all(kept.join("2001")).unwrap();
    fs::write(kept.join("2001/a b.txt"), "text").unwrap();
    fs::write(folder.beside("secret.txt"), "secret").unwrap();
    symlink(folder.beside("secret.txt"), kept.join("link.txt")).unwrap();
    symlink("2001/a b.txt", kept.join("inside.txt")).unwrap();
    for (document, at, said) in [
        (json!({"file": "2001/none.txt"}), "file", "there is no file documents/2001/none.txt"),
        (json!({"file": "2001"}), "file", "documents/2001 is no file"),
        (json!({"file": "link.txt"}), "file", "documents/link.txt is a link that leads out"),
        (json!({"file": "../secret.txt"}), "file", "“../secret.txt” cannot be the path"),
        (json!({"file": "2001/a b.txt", "size": 5}), "size", "documents/2001/a b.txt, which has 4 bytes"),
        (json!({"file": "2001/a b.txt", "sha256": "0".repeat(64)}), "sha256", HASH),
    ] {
        let mut document = document;
        document["title"] = "D".into();
        let (code, told) = check(&folder, &dataset(&json!({}), &document));
        let begins = format!("error: meetings[0].documents[0].{at}: ");
        assert!(code == 1 && told.starts_with(&begins) && told.contains(said), "{document}: {told}");
    }
    for document in [
        json!({"title": "D", "file": "2001/a b.txt", "size": 4, "sha256": HASH}),
        json!({"title": "D", "file": "inside.txt"}),
        json!({"title": "D", "file": "documents/2001/a b.txt", "sha256": HASH.to_uppercase()}),
    ] {
        let (code, told) = check(&folder, &dataset(&json!({}), &document));
        assert_eq!(code, 0, "{told}");
    }
    // A document of the agenda is one too.
    let agenda = json!([{"title": "Item", "documents": [{"title": "D", "file": "x"}]}]);
    let mut dataset = dataset(&json!({}), &json!({"title": "D"}));
    dataset["meetings"][0]["agenda"] = agenda;
    let (_, told) = check(&folder, &dataset);
    assert!(told.starts_with("error: meetings[0].agenda[0].documents[0].file: there is no file"), "{told}");
}

#[test]
fn what_cannot_be_published_is_told_with_what_can() {
    let folder = Folder::built("accent");
    fs::create_dir_all(folder.beside("documents")).unwrap();
    fs::write(folder.beside("documents/logo.pdf"), "no picture").unwrap();
    for (field, value, said) in [
        ("accent", json!("#005ea5"), "write [\"#005ea5\", \"#"),
        ("accent", json!("blue"), "“blue” is not a colour"),
        ("licence", json!("cc by 4.0"), "write CC-BY-4.0 if that is meant"),
        ("logo", json!("logo.pdf"), "“logo.pdf” is no picture"),
        ("logo", json!("logo.svg"), "there is no file documents/logo.svg"),
    ] {
        let (code, told) = check(&folder, &dataset(&json!({ field: value }), &json!({"title": "D"})));
        assert!(code == 1 && told.starts_with(&format!("error: {field}: ")) && told.contains(said), "{told}");
    }
}

#[test]
fn what_site_toml_says_is_told_with_its_line() {
    let folder = Folder::built("site-toml");
    let site = folder.beside("site.toml");
    let told = |text: &str| {
        fs::write(&site, text).unwrap();
        check(&folder, &dataset(&json!({"licence": "nothing"}), &json!({"title": "D"})))
    };
    for (text, line, said) in [
        ("licence = \"MIT\"\n\npublisher = 5\n", 3, "error: publisher: must be an object"),
        ("licence = \"nothing at all\"", 1, "error: licence: “nothing at all” is neither"),
        (
            "licence = \"MIT\"\n[[links]]\ntitle = \"A\"\nurl = \"a\"\n",
            4,
            "error: links[0].url: “a” is not a web address",
        ),
        ("licence = \"MIT\"\naccent = [\"#000000\",\n\"red\"]\n", 2, "error: accent: “red” is not a colour"),
        ("licence = \"MIT\"\nrow = [\n\"date\",\n\"hats\"]\n", 4, "error: row[1]: “hats” cannot be shown"),
        ("licence = \"MIT\"\npublisher = {name = \"P\", nmae = 1}\n", 2, "warning: publisher.nmae: is not a field"),
        ("licence = \"MIT\"\npublishers = 1\n", 2, "“publishers” is no key of this file; write publisher"),
        ("title = \"T\"\n", 1, "“title” is no key of this file; it has publisher, licence"),
        ("licence = MIT\n", 1, "is not TOML as it stands"),
    ] {
        let (code, told) = told(text);
        assert!(told.contains(&format!("--> {}:{line}:", site.display())) && told.contains(said), "{told}");
        assert_eq!(code, i32::from(!said.starts_with("warning")), "{told}");
    }
    // What is not understood at all stands with its lines too.
    for (text, around) in [
        ("licence = \"MIT\"\n\ntitel = \"T\"\n", "site.toml:3:1\n  |\n2 |\n3 | titel = \"T\"\n  | ^^^^^"),
        (
            "licence = \"MIT\"\nlicence = \"MIT\"\n",
            "site.toml:2:1\n  |\n1 | licence = \"MIT\"\n2 | licence = \"MIT\"\n  | ^^^^^^^",
        ),
    ] {
        let (_, told) = told(text);
        assert!(told.contains(around), "{told}");
    }
    // It wins over the dataset, of which nothing more is said.
    assert_eq!(told("licence = \"MIT\"\n").0, 0);
    // What the dataset alone says is the dataset's own.
    let (_, told) = told("contact = \"a@b.example\"\n");
    assert!(told.starts_with("error: licence: "), "{told}");
}
