//! A dataset that a newer program wrote.

use std::fs;
use std::process::Command;

use crate::support::folder::Folder;

const NEWER: &str = r#"{
  "version": 2, "title": "T", "language": "en", "mood": "good",
  "meetings": [{"id": "a", "title": "A", "start": "2001", "weather": {"wind": 3}}]
}
"#;

#[test]
fn what_a_newer_program_wrote_is_a_warning_with_its_place_and_is_published_as_it_is() {
    let folder = Folder::built("newer");
    let data = folder.beside("meetings.json");
    fs::write(&data, NEWER).unwrap();
    // What stands beside it is this program's own.
    fs::write(folder.beside("site.toml"), "[publisher]\nname = \"P\"\nmood = \"good\"\n").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_archive")).arg("check").arg(&data).output().unwrap();
    let told = String::from_utf8(output.stdout).unwrap();
    assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()), "{told}");
    let sentence =
        "warning: version: is 2, and this program knows version 1 of the format: a newer program wrote the data.";
    assert!(told.contains(sentence) && told.contains("meetings.json:2:14\n"), "{told}");
    assert!(told.contains("warning: publisher.mood: is not a field of the format"), "{told}");
    assert!(told.ends_with("2 warnings; can be published as it is.\n"), "{told}");
    let output = folder.publish(&[("DATA", data.to_str().unwrap())]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let published = folder.text("data/meetings.json");
    for kept in ["\"version\": 2", "\"mood\": \"good\"", "\"wind\": 3"] {
        assert!(published.contains(kept), "{published}");
    }
    assert!(folder.text("meetings/a/index.html").contains("<h1"));
}

#[test]
fn the_program_tells_its_version() {
    let output = Command::new(env!("CARGO_BIN_EXE_archive")).arg("--version").output().unwrap();
    assert_eq!(output.stdout, format!("archive {}\n", env!("CARGO_PKG_VERSION")).into_bytes());
}
