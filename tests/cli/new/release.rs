//! The scripts of the release workflow.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use super::begun;
use crate::support::folder::Folder;

/// A script of the release workflow; it is called where it stands.
fn script(name: &str) -> Command {
    Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(".github/scripts").join(name))
}

/// Whether a call ended well, and what it said.
fn said(output: &Output) -> (bool, String) {
    (output.status.success(), String::from_utf8_lossy(&[&*output.stdout, &*output.stderr].concat()).into_owned())
}

#[test]
fn a_tag_that_is_not_the_version_makes_no_release() {
    let version = env!("CARGO_PKG_VERSION");
    assert_eq!(said(&script("tag.sh").arg(format!("v{version}")).output().unwrap()), (true, String::new()));
    for tag in [version.to_owned(), format!("v{version}0"), format!("v{version}-rc1"), "v".to_owned(), String::new()] {
        let (is_well, told) = said(&script("tag.sh").arg(&tag).output().unwrap());
        assert!(!is_well && told.contains(&format!("set v{version} or correct the version")), "{tag}: {told}");
    }
    assert!(!script("tag.sh").output().unwrap().status.success());
}

#[test]
fn each_file_of_a_release_has_its_hash() {
    let folder = Folder::built("sums");
    let out = folder.beside("out");
    fs::create_dir(&out).unwrap();
    for name in ["b", "a", "c d"] {
        fs::write(out.join(name), name).unwrap();
    }
    // A second call does not count its own list.
    for _ in 0..2 {
        assert!(script("sums.sh").arg(&out).output().unwrap().status.success());
    }
    let sums = fs::read_to_string(out.join("SHA256SUMS")).unwrap();
    assert_eq!(sums.lines().map(|line| &line[64..]).collect::<Vec<_>>(), ["  a", "  b", "  c d"]);
    let check = || Command::new("sha256sum").args(["--check", "SHA256SUMS"]).current_dir(&out).output().unwrap();
    assert!(check().status.success());
    fs::write(out.join("a"), "b").unwrap();
    assert!(!check().status.success());
    fs::remove_dir_all(&out).unwrap();
    assert!(!script("sums.sh").arg(&out).output().unwrap().status.success());
}

#[test]
fn a_program_is_released_only_if_it_publishes_alone_and_pins_what_hosts_run() {
    let (folder, begun) = begun("try");
    let workflow = fs::read_to_string(begun.join(".gitlab-ci.yml")).unwrap();
    let pinned = workflow.split("SHA256: \"").nth(1).unwrap().split('"').next().unwrap();
    let program = env!("CARGO_BIN_EXE_archive");
    let tried =
        |app: &Path, hash: &str| said(&script("try.sh").args([program, hash]).env("APP", app).output().unwrap());
    let (is_well, told) = tried(&folder.app(), pinned);
    assert!(is_well && told.contains("It fits GitHub Pages"), "{told}");
    let (is_well, told) = tried(&folder.app(), &"a".repeat(64));
    assert!(!is_well && told.contains("publish.yml does not pin aaaa"), "{told}");
    let (is_well, told) = tried(Path::new("nowhere"), pinned);
    assert!(!is_well && told.contains("The app is not in nowhere"), "{told}");
}

#[test]
fn a_program_is_built_for_its_system_with_the_app_inside_as_the_lock_file_says() {
    let folder = Folder::built("program");
    let root = folder.beside("root");
    let scripts = root.join(".github/scripts");
    fs::create_dir_all(&scripts).unwrap();
    let runs = |path: &Path, text: &str| {
        fs::write(path, text).unwrap();
        fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    };
    for name in ["program.sh", "parts.sh"] {
        runs(&scripts.join(name), &fs::read_to_string(format!(".github/scripts/{name}")).unwrap());
    }
    // In the place of the tools stands what tells how they were called.
    let tools = folder.beside("tools");
    fs::create_dir(&tools).unwrap();
    runs(&tools.join("rustup"), "#!/bin/sh\necho \"rustup $*\"\n");
    let cargo = "#!/bin/sh\necho \"cargo $*\"\necho \"$RUSTFLAGS\"\ncase $* in cyclonedx*) echo parts > parts.json; exit;; esac\n\
        for last; do :; done\nmkdir -p \"target/$last/program\"\necho plain > \"target/$last/program/archive\"\n\
        echo windows > \"target/$last/program/archive.exe\"\n";
    runs(&tools.join("cargo"), cargo);
    let path = format!("{}:{}", tools.display(), std::env::var("PATH").unwrap());
    let call = |name: &str, arguments: &[&str]| {
        let mut call = Command::new(scripts.join(name));
        said(&call.args(arguments).current_dir(folder.beside("")).env("PATH", &path).output().unwrap())
    };
    for (target, file, content) in [
        ("x86_64-unknown-linux-musl", "archive-linux", "plain\n"),
        ("x86_64-pc-windows-msvc", "archive.exe", "windows\n"),
    ] {
        let (is_well, told) = call("program.sh", &[target, &format!("out/{file}")]);
        assert!(is_well, "{told}");
        let built = format!("cargo build --locked --profile program --features tool --bin archive --target {target}\n");
        assert!(told.starts_with(&format!("rustup target add {target}\n{built}")), "{told}");
        assert_eq!(told.contains("-Ctarget-feature=+crt-static"), target.contains("windows"), "{told}");
        assert_eq!(fs::read_to_string(folder.beside("out").join(file)).unwrap(), content);
    }
    let (is_well, told) = call("parts.sh", &["out/archive.cdx.json"]);
    assert!(is_well && told.contains("--all-features --target all"), "{told}");
    assert_eq!(fs::read_to_string(folder.beside("out/archive.cdx.json")).unwrap(), "parts\n");
    assert!(!call("program.sh", &["x86_64-unknown-linux-musl"]).0);
}
