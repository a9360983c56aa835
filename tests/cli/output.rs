//! What is printed, where it goes to a disk, a pipe or a terminal.

use std::fs::{self, OpenOptions};
use std::process::{Command, Stdio};

use crate::support::folder::Folder;

const TOOL: &str = env!("CARGO_BIN_EXE_archive");

#[test]
fn what_cannot_be_printed_is_told() {
    let Ok(full) = OpenOptions::new().write(true).open("/dev/full") else {
        eprintln!("skipped: there is no /dev/full here");
        return;
    };
    for call in [&["schema"][..], &["check", "tests/fixtures/declared.json"], &["completions", "bash"]] {
        let output = Command::new(TOOL).args(call).stdout(full.try_clone().unwrap()).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{call:?}");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "The output has no space left on its disk.\n");
    }
}

#[test]
fn whoever_reads_no_further_has_what_was_wanted() {
    let mut tool = Command::new(TOOL).arg("schema").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(tool.stdout.take());
    let output = tool.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(0), 0));
}

/// What a command shows on a terminal; none where none can be had.
fn on_a_terminal(folder: &Folder, call: &str) -> Option<String> {
    let call = format!("{TOOL} {call}");
    let mut script = Command::new("script");
    script.args(["-qec", &call, "/dev/null"]).env("APP", folder.app()).env("TERM", "xterm").env_remove("NO_COLOR");
    let output = script.current_dir(folder.beside("")).stdin(Stdio::null()).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_terminal_sees_colours_and_how_far_a_step_is_unless_it_shall_be_quiet() {
    let folder = Folder::built("terminal");
    fs::copy("tests/fixtures/declared.json", folder.beside("meetings.json")).unwrap();
    fs::write(folder.beside("broken.json"), "{\"version\": 1").unwrap();
    let Some(told) = on_a_terminal(&folder, "build --out site") else {
        eprintln!("skipped: there is no program that makes a terminal here");
        return;
    };
    // Once it is over, the bar is gone.
    assert!(told.contains("Pages █"), "{told:?}");
    let quiet = on_a_terminal(&folder, "--quiet build --out site").unwrap();
    assert!(!quiet.contains('█') && !quiet.contains("Reading"), "{quiet:?}");
    assert!(quiet.contains("pages, "), "{quiet:?}");
    let coloured = on_a_terminal(&folder, "check broken.json").unwrap();
    assert!(coloured.contains("\u{1b}[1m\u{1b}[91merror"), "{coloured:?}");
    fs::write(folder.beside("site.toml"), "licence = CC\n").unwrap();
    let coloured = on_a_terminal(&folder, "check").unwrap();
    assert!(coloured.contains("\u{1b}[91merror") && coloured.contains("not TOML"), "{coloured:?}");
}
