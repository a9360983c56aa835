//! `archive new`: what it writes, and where it writes nothing.

mod release;
mod workflows;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use meetings::cli::site_file::KEYS;
use serde_json::Value;

use crate::support::files_below;
use crate::support::folder::Folder;

/// The keeper's program, called in a folder; `app` is where its app is.
fn archive(app: &Path, within: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
    for name in ["SITE", "DATA", "BASE", "OFFLINE", "TRUNK_STAGING_DIR", "TRUNK_PUBLIC_URL"] {
        tool.env_remove(name);
    }
    let output = tool.args(arguments).current_dir(within).env("APP", app).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

/// A folder for a test, with an app, and in it the folder of a new archive.
fn begun(name: &str) -> (Folder, PathBuf) {
    let folder = Folder::built(name);
    let begun = folder.beside("begun");
    let (code, _, why) = archive(&folder.app(), &folder.beside(""), &["new", "begun"]);
    assert_eq!((code, why.as_str()), (0, ""));
    (folder, begun)
}

/// All files of a folder with what is in them.
fn files(folder: &Path) -> BTreeMap<String, String> {
    let name = |path: &PathBuf| path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
    files_below(folder).iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn an_archive_begins_with_what_is_sound_and_can_be_published() {
    let (folder, begun) = begun("new");
    let files = files(&begun);
    assert_eq!(
        files.keys().collect::<Vec<_>>(),
        [
            ".github/workflows/publish.yml",
            ".gitignore",
            ".gitlab-ci.yml",
            "README.md",
            "documents/logo.svg",
            "meetings.json",
            "meetings.schema.json",
            "site.toml",
        ]
    );
    let (code, told, why) = archive(&folder.app(), &begun, &["check"]);
    assert_eq!((code, told.as_str(), why.as_str()), (0, "meetings.json: no problem found.\n", ""));
    let (code, _, why) = archive(&folder.app(), &begun, &["build", "--out", "site", "--site", "https://example.org"]);
    assert_eq!((code, why.as_str()), (0, ""));
    let page = fs::read_to_string(begun.join("site/index.html")).unwrap();
    assert!(page.contains("Harbour talks") && page.contains("/meetings/2001-bodo/"));
    // An editor finds the schema without a network, and so does who reads what is published.
    let dataset: Value = serde_json::from_str(&files["meetings.json"]).unwrap();
    assert_eq!(dataset["$schema"], "./meetings.schema.json");
    assert_eq!(dataset["meetings"].as_array().unwrap().len(), 3);
    let (_, schema, _) = archive(&folder.app(), &begun, &["schema"]);
    assert_eq!(files["meetings.schema.json"], schema);
    assert_eq!(fs::read_to_string(begun.join("site/data/meetings.schema.json")).unwrap(), schema);
    // What a host builds is not kept.
    for ignored in ["/archive", "/site/", "/public/"] {
        assert!(files[".gitignore"].lines().any(|line| line == ignored), "{ignored}");
    }
}

#[test]
fn each_line_of_the_settings_can_be_used_as_it_stands() {
    let (folder, begun) = begun("settings");
    let path = begun.join("site.toml");
    let text = fs::read_to_string(&path).unwrap();
    // A line of explanation is followed by one setting, and each has both.
    let lines: Vec<&str> = text.lines().collect();
    let settings: Vec<(&str, &str)> = lines
        .windows(2)
        .filter(|pair| pair[1].starts_with('#') && !pair[1].starts_with("# "))
        .map(|pair| (pair[0], pair[1]))
        .collect();
    let key = |setting: &str| setting[1..].split(' ').next().unwrap().to_owned();
    assert_eq!(settings.iter().map(|(_, setting)| key(setting)).collect::<Vec<_>>(), KEYS);
    assert!(settings.iter().all(|(explained, _)| explained.starts_with("# ") && explained.ends_with('.')));
    let sound = "meetings.json: no problem found.\n";
    for (_, setting) in &settings {
        fs::write(&path, text.replace(setting, &setting[1..])).unwrap();
        let (code, told, why) = archive(&folder.app(), &begun, &["check"]);
        assert_eq!((code, told.as_str(), why.as_str()), (0, sound, ""), "{setting}");
    }
    let all = settings.iter().fold(text.clone(), |text, (_, setting)| text.replace(setting, &setting[1..]));
    fs::write(&path, all).unwrap();
    let (code, told, _) = archive(&folder.app(), &begun, &["build", "--out", "site", "--site", "https://example.org"]);
    assert!(code == 0 && told.starts_with(sound), "{told}");
    let page = fs::read_to_string(begun.join("site/index.html")).unwrap();
    for shown in ["Harbour Council", "CC-BY-4.0", "archive@council.example", "logo.svg", "The council"] {
        assert!(page.contains(shown), "{shown}");
    }
}

#[test]
fn the_readme_has_ten_lines_and_names_every_file_and_only_commands_that_there_are() {
    let (folder, begun) = begun("readme");
    let readme = fs::read_to_string(begun.join("README.md")).unwrap();
    assert_eq!(readme.lines().count(), 10);
    for name in files(&begun).keys().filter(|name| !["README.md", ".gitignore"].contains(&&***name)) {
        let told = name.strip_suffix("logo.svg").unwrap_or(name);
        assert!(readme.contains(&format!("`{told}`")), "{name}");
    }
    let (_, help, _) = archive(&folder.app(), &begun, &["help"]);
    let commands: Vec<&str> =
        readme.split("`archive ").skip(1).map(|rest| rest.split(['`', ' ']).next().unwrap()).collect();
    assert_eq!(commands, ["check", "serve", "build", "help"]);
    for command in commands {
        assert!(help.contains(&format!("\n  {command} ")), "{command}: {help}");
    }
}

#[test]
fn what_is_in_a_folder_is_told_and_stays() {
    let folder = Folder::built("filled");
    let new = |named: &str| archive(&folder.app(), &folder.beside(""), &["new", named]);
    let filled = folder.beside("filled");
    fs::create_dir(&filled).unwrap();
    for name in ["thesis.txt", ".notes", "b", "c", "README.md"] {
        fs::write(filled.join(name), "three years of work").unwrap();
    }
    let (code, told, why) = new("filled");
    assert_eq!((code, told.as_str()), (2, ""));
    assert!(why.ends_with(
        "filled is not empty: it has “README.md”, “b”, “c” and 2 more. Name another folder, such as `archive new my-archive`.\n"
    ), "{why}");
    assert_eq!(files(&filled).len(), 5);
    assert!(files(&filled).values().all(|text| text == "three years of work"));
    let (code, _, why) = new("filled/b");
    assert_eq!(code, 2);
    assert!(why.ends_with("filled/b is not a folder; name another.\n"), "{why}");
    // The current folder is told by its whole path.
    let (_, _, why) = archive(&folder.app(), &filled, &["new"]);
    assert!(why.starts_with(&format!("{} is not empty", fs::canonicalize(&filled).unwrap().display())), "{why}");
    // Nor is a second archive written over the first.
    assert_eq!(new("begun").0, 0);
    let first = files(&folder.beside("begun"));
    assert_eq!(new("begun").0, 2);
    assert_eq!(files(&folder.beside("begun")), first);
}

#[test]
fn what_systems_and_versioning_leave_in_a_folder_does_not_fill_it() {
    let folder = Folder::built("litter");
    let litter = folder.beside("litter");
    fs::create_dir_all(litter.join(".git/hooks")).unwrap();
    for name in [".DS_Store", "Thumbs.db", "desktop.ini"] {
        fs::write(litter.join(name), "").unwrap();
    }
    // Nor does the program itself, which is called there.
    let program = litter.join("archive");
    fs::copy(env!("CARGO_BIN_EXE_archive"), &program).unwrap();
    let output = Command::new(&program).arg("new").current_dir(&litter).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(litter.join("meetings.json").is_file() && litter.join(".git/hooks").is_dir());
    // Another file of that name does.
    let other = folder.beside("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("archive"), "a list of boxes").unwrap();
    assert_eq!(archive(&folder.app(), &other, &["new"]).0, 2);
}

#[test]
fn what_could_not_be_written_whole_is_taken_away() {
    let folder = Folder::built("unwritten");
    let begun = folder.beside("begun");
    fs::create_dir(&begun).unwrap();
    // A disk on which there is room for the dataset, and not for its schema.
    let call = "trap '' XFSZ; ulimit -f 10; exec \"$0\" new";
    let output =
        Command::new("bash").args(["-c", call, env!("CARGO_BIN_EXE_archive")]).current_dir(&begun).output().unwrap();
    let why = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{why}");
    assert!(why.contains("begun/meetings.schema.json is too large for its disk."), "{why}");
    assert_eq!(fs::read_dir(&begun).unwrap().count(), 0);
    assert_eq!(archive(&folder.app(), &begun, &["new"]).0, 0);
}
