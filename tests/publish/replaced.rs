//! The folder of a site that is published once more: what is lost of it, and what is not.

use std::fs::{self, File};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::support::folder::Folder;

/// What the tool says on the error output, and how it ends.
fn again(folder: &Folder) -> (i32, String) {
    let output = folder.publish(&[]);
    (output.status.code().unwrap(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_file_of_others_is_found_at_any_depth_and_nothing_is_lost() {
    let folder = Folder::published("foreign", &[]);
    for path in ["thesis.txt", "meetings/2005-oslo/notes.txt", "mine/deep/down.html", "meetings.csv.zst", "packed.gz"] {
        let path = folder.site().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, "three years of work").unwrap();
        let (code, told) = again(&folder);
        assert_eq!(code, 2, "{path:?}");
        assert!(told.starts_with(&format!("{} is of no site", path.display())), "{told}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "three years of work");
        fs::remove_file(&path).unwrap();
    }
    assert_eq!(again(&folder).0, 0);
}

#[test]
fn what_systems_leave_in_a_folder_is_nothing_of_anybody() {
    let folder = Folder::published("litter-of-site", &[]);
    for path in [".DS_Store", "meetings/.DS_Store", "themes/Thumbs.db"] {
        fs::write(folder.site().join(path), "").unwrap();
    }
    assert_eq!(again(&folder), (0, String::new()));
    assert!(!folder.site().join("meetings/.DS_Store").exists());
}

#[test]
fn a_site_lists_its_own_files() {
    let folder = Folder::published("own-files", &[]);
    let list = folder.text(".published");
    let plain =
        |path: &String| [".br", ".gz"].iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path).to_owned();
    let mut expected: Vec<String> =
        folder.files().keys().map(|path| plain(&path.to_str().unwrap().to_owned())).collect();
    expected.retain(|path| path != ".published");
    expected.sort();
    expected.dedup();
    let mut listed: Vec<&str> = list.lines().collect();
    listed.sort_unstable();
    assert_eq!(listed, expected);
}

#[test]
fn one_program_at_a_time_writes_a_site() {
    let folder = Folder::published("alone", &[]);
    let path = folder.beside(".site.lock");
    assert!(!path.exists());
    let other = File::create(&path).unwrap();
    other.lock().unwrap();
    let (code, told) = again(&folder);
    assert_eq!(code, 2);
    assert!(told.starts_with("Another program is just writing a site into "), "{told}");
    drop(other);
    assert_eq!(again(&folder), (0, String::new()));
    assert!(!path.exists());
}

#[test]
fn a_site_that_was_on_its_way_out_when_a_program_was_stopped_comes_back() {
    let folder = Folder::published("stopped", &[]);
    fs::write(folder.site().join("thesis.txt"), "three years of work").unwrap();
    fs::rename(folder.site(), folder.beside(".site.before")).unwrap();
    // The next build would be refused, and so it is.
    assert_eq!(again(&folder).0, 2);
    assert!(folder.site().join("index.html").is_file() && folder.site().join("thesis.txt").is_file());
}

#[test]
fn what_is_put_there_while_a_site_is_written_is_not_lost() {
    let folder = Folder::published("meanwhile", &[]);
    let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
    tool.args(["build", "--base", "/talks/", "--out"]).arg(folder.site()).env("APP", folder.app()).env_remove("DATA");
    let mut build = tool.spawn().unwrap();
    let began = Instant::now();
    while !folder.beside(".site.unfinished").exists() && began.elapsed() < Duration::from_secs(60) {
        sleep(Duration::from_millis(2));
    }
    fs::write(folder.site().join("mine.txt"), "precious").unwrap();
    assert_eq!(build.wait().unwrap().code(), Some(2));
    assert_eq!(folder.text("mine.txt"), "precious");
    assert!(folder.site().join("index.html").is_file() && !folder.beside(".site.before").exists());
    // Nor is anything lost of what somebody has where the site before would be put.
    fs::remove_file(folder.site().join("mine.txt")).unwrap();
    fs::create_dir(folder.beside(".site.before")).unwrap();
    fs::write(folder.beside(".site.before/mine.txt"), "precious").unwrap();
    assert_eq!(again(&folder).0, 2);
    assert!(folder.beside(".site.before/mine.txt").is_file());
}

#[test]
fn of_a_site_that_could_not_be_written_nothing_stays() {
    let folder = Folder::built("unfinished");
    // A disk on which there is no room for the larger files.
    let call = "trap '' XFSZ; ulimit -f 2; exec \"$0\" build --base /talks/ --out \"$1\"";
    let mut shell = Command::new("bash");
    shell
        .args(["-c", call, env!("CARGO_BIN_EXE_archive")])
        .arg(folder.site())
        .env("APP", folder.app())
        .env_remove("DATA");
    let output = shell.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("is too large for its disk."));
    for name in ["site", ".site.unfinished", ".site.before", ".site.lock"] {
        assert!(!folder.beside(name).exists(), "{name}");
    }
}

#[test]
fn what_is_no_folder_is_told_as_that() {
    let folder = Folder::built("no-folder");
    fs::write(folder.site(), "three years of work").unwrap();
    let (code, told) = again(&folder);
    assert_eq!((code, told), (2, format!("{} is not a folder; name another.\n", folder.site().display())));
}
