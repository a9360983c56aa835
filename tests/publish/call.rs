//! The keeper's tool as it is called: what it refuses, what it leaves alone, and what its exit code tells.

use std::fs;
use std::process::Command;

use crate::support::folder::{Folder, SITE};

#[test]
fn what_is_missing_from_the_built_app_is_named() {
    let folder = Folder::built("missing");
    for (name, said) in [
        ("explorer.js", "explorer.js is missing from the built app"),
        ("chunk_6.wasm", "chunk_6.wasm is missing from the built app"),
        ("__wasm_split.js", "__wasm_split.js is missing from the built app"),
    ] {
        let path = folder.app().join(name);
        let content = fs::read(&path).unwrap();
        fs::remove_file(&path).unwrap();
        let output = folder.publish(&[]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains(said), "{name}");
        fs::write(path, content).unwrap();
    }
    let none = folder.publish(&[("APP", "nowhere")]);
    assert!(String::from_utf8_lossy(&none.stderr).contains("The app is not in nowhere"));
    assert!(!folder.site().exists());
}

#[test]
fn a_site_takes_the_place_of_a_site_and_of_nothing_else() {
    let folder = Folder::published("again", &[]);
    let old = folder.files().into_keys().find(|path| path.to_str().unwrap().starts_with("explorer-")).unwrap();
    fs::write(folder.app().join("explorer.js"), "another release").unwrap();
    assert!(folder.publish(&[]).status.success());
    assert!(!folder.site().join(old).exists());
    // Nor is anything lost that a host wants beside it.
    fs::create_dir(folder.site().join(".git")).unwrap();
    fs::write(folder.site().join(".git/HEAD"), "ref").unwrap();
    let refused = folder.publish(&[]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("site/.git/HEAD is of no site"));
    fs::remove_dir_all(folder.site().join(".git")).unwrap();
    // A build that fails leaves the site as it was.
    assert!(!folder.publish(&[("DATA", "tests/fixtures/small.json")]).status.success());
    assert!(folder.site().join("index.html").is_file());
    let other = folder.beside("other");
    fs::create_dir(&other).unwrap();
    fs::write(other.join("thesis.txt"), "three years of work").unwrap();
    let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
    let output = tool.args(["build", "--out"]).arg(&other).env("APP", folder.app()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("would be lost"));
    assert_eq!(fs::read_dir(&other).unwrap().count(), 1);
    // What a link leads to is renewed, and the link stays.
    let link = folder.beside("link");
    std::os::unix::fs::symlink(folder.site(), &link).unwrap();
    let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
    assert!(tool.args(["build", "--out"]).arg(&link).env("APP", folder.app()).status().unwrap().success());
    assert!(link.is_symlink() && folder.site().join("index.html").is_file());
}

#[test]
fn options_of_the_call_win_over_the_environment() {
    let folder = Folder::built("options");
    let build = |options: &[&str]| {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
        tool.arg("build").arg("--out").arg(folder.site()).args(options).env("APP", folder.app());
        tool.env("BASE", "/talks/").env("SITE", "https://example.org").env("DATA", "nowhere.json").output().unwrap()
    };
    let data = "--data=tests/fixtures/declared.json";
    let output = build(&[data, "--base", "/x/", "--site", "https://host.example"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(folder.text("index.html").contains("<link rel=\"canonical\" href=\"https://host.example/x/\">"));
    // How large the site is, and where it can stand, is told at the end; nothing of progress where no terminal is.
    let told = String::from_utf8_lossy(&output.stdout);
    let files = folder.files();
    let bytes: u64 = files.keys().map(|path| fs::metadata(folder.site().join(path)).unwrap().len()).sum();
    let pages = files.keys().filter(|path| path.extension().is_some_and(|ending| ending == "html")).count();
    // The worker's neutral page is none that a reader opens.
    let expected = format!("{} pages, {} files, {:.1} MB", pages - 1, files.len(), (bytes as f64 / 1e5).ceil() / 10.0);
    assert!(told.contains(&expected), "{expected}: {told}");
    assert!(told.contains("It fits GitHub Pages; GitLab Pages; Cloudflare Pages, free;"), "{told}");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    for (options, said) in [
        (&["--date", "x"][..], "--date"),
        (&["--data"], "a value is required"),
        (&[data, "--base", "x"], "BASE is “x”"),
        (&[data, "--site", "host"], "SITE is “host”"),
        (&["stray"], "stray"),
    ] {
        let output = build(options);
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.code() == Some(2) && told.contains(said), "{options:?}: {told}");
    }
}

#[test]
fn settings_that_cannot_be_meant_are_refused_in_one_sentence() {
    for (setting, sentence) in [
        (("SITE", "example.org"), "SITE is “example.org”; write an origin"),
        (("SITE", "https://example.org/archive"), "write an origin without a path"),
        (("BASE", "./"), "BASE is “./”; write the path"),
        (("BASE", "/a/../b/"), "BASE is “/a/../b/”; no host can serve that"),
        (("BASE", "/talks?/"), "BASE is “/talks?/”; no host can serve that"),
        (("BASE", "/100%/"), "BASE is “/100%/”; no host can serve that"),
        (("OFFLINE", "OFF"), "OFFLINE is “OFF”; write off"),
        (("DATA", "nowhere.json"), "nowhere.json is not there."),
    ] {
        let folder = Folder::built("settings");
        let output = folder.publish(&[setting]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains(sentence), "{said}");
        assert!(!folder.site().exists());
    }
}

#[test]
fn who_calls_it_elsewhere_is_told_where_to_go() {
    let folder = Folder::built("elsewhere");
    for command in ["check", "build", "stats", "serve", "links"] {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
        let tool = tool.arg(command).current_dir(folder.beside("")).env_remove("DATA").env("APP", folder.app());
        let output = tool.output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        let told = String::from_utf8_lossy(&output.stderr);
        assert!(told.starts_with("There is no meetings.json in this folder; go to the folder"), "{command}: {told}");
    }
}

#[test]
fn unsound_data_is_not_published() {
    let folder = Folder::built("unsound");
    let output = folder.publish(&[("DATA", "tests/fixtures/small.json")]);
    assert!(!output.status.success());
    assert!(String::from_utf8_lossy(&output.stdout).contains("meetings[2].start"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("such data is not published"));
    assert!(!folder.site().exists());
}

#[test]
fn what_is_exported_by_hand_is_what_is_published() {
    let folder = Folder::published("by-hand", &[SITE]);
    let exported = |address: &str, format: &str| {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
        tool.args(["export", address, format]).env("TRUNK_PUBLIC_URL", "/talks/").env_remove("DATA");
        let output = tool.env(SITE.0, SITE.1).output().unwrap();
        assert!(output.status.success());
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(exported("/", "csv"), folder.text("meetings.csv"));
    assert_eq!(exported("/", "ics"), folder.text("meetings.ics"));
    assert_eq!(exported("/?sort=title", "bib"), folder.text("meetings.bib"));
    assert_eq!(exported("/", "json"), folder.text("data/meetings.json"));
    assert_eq!(exported("/meetings/2005-oslo/", "ics"), folder.text("meetings/2005-oslo.ics"));
}

#[test]
fn exit_codes_tell_whether_the_data_or_the_call_is_at_fault() {
    let folder = Folder::built("codes");
    let file = |name: &str, text: &str| {
        let path = folder.beside(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let meeting = r#"{"id": "a", "title": "A", "start": "2001", "formats": "x"}"#;
    let archive =
        |meeting: &str| format!(r#"{{"version": 1, "title": "T", "language": "en", "meetings": [{meeting}]}}"#);
    let warned = file("warned.json", &archive(meeting));
    let faulty = file("faulty.json", &archive(r#"{"id": "a", "title": "A", "start": "2001-13"}"#));
    let broken = file("broken.json", "{");
    for (arguments, code, said) in [
        (&["check", &warned][..], 0, "warning: meetings[0].formats: "),
        (&["check", &faulty], 1, "error: meetings[0].start: "),
        (&["check", &broken], 1, ""),
        (&["check", "nowhere.json"], 2, ""),
        (&["frobnicate"], 2, ""),
        (&["export", "/", "docx"], 2, ""),
        (&[], 2, ""),
        (&["help"], 0, "Usage: archive"),
        (&["build", "--help"], 0, "Usage: archive build"),
        (&["--version"], 0, concat!("archive ", env!("CARGO_PKG_VERSION"))),
        (&["completions", "bash"], 0, "complete -F _archive"),
        (&["--quiet", "schema"], 0, "$schema"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_archive")).args(arguments).output().unwrap();
        let text = String::from_utf8_lossy(&output.stdout);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {text}");
        assert!(text.contains(said), "{arguments:?}: {text}");
    }
}

#[test]
fn a_name_that_is_no_text_is_a_name_like_others() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let output =
        Command::new(env!("CARGO_BIN_EXE_archive")).arg("check").arg(OsStr::from_bytes(b"a\xff.json")).output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).ends_with(".json is not there.\n"));
}

#[test]
fn what_is_exported_is_what_was_asked_for_or_nothing() {
    let folder = Folder::built("asked");
    let faulty = folder.beside("faulty.json");
    fs::write(
        &faulty,
        r#"{"version": 1, "title": "T", "language": "en", "meetings": [{"id": "a", "title": "A", "start": "x"}]}"#,
    )
    .unwrap();
    for (arguments, code, said) in [
        (
            &["/?theme=nix", "csv"][..],
            2,
            "No meeting has “nix” as its theme; that filter was left out. Nothing was exported.",
        ),
        (&["/?from=2009&to=2005", "csv"], 2, "Nothing was exported."),
        (&["/", "csv", "--data", faulty.to_str().unwrap()], 1, "1 error; mend the data first"),
    ] {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
        let output = tool.arg("export").args(arguments).env_remove("DATA").output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(code), 0), "{arguments:?}: {told}");
        assert!(told.contains(said), "{arguments:?}: {told}");
    }
}

#[test]
fn settings_that_are_meant_and_not_there_are_told() {
    let folder = Folder::built("dangling");
    fs::copy("tests/fixtures/declared.json", folder.beside("meetings.json")).unwrap();
    std::os::unix::fs::symlink("elsewhere.toml", folder.beside("site.toml")).unwrap();
    let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
    let output = tool.arg("check").arg(folder.beside("meetings.json")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).ends_with("site.toml is not there.\n"));
    let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
    assert_eq!(tool.args(["links", "--timeout", "0"]).output().unwrap().status.code(), Some(2));
}
