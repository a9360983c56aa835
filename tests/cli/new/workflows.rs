//! The shell parts of the workflows of a new archive, run as their hosts run them, against a host on this machine.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

use sha2::{Digest, Sha256};

use super::begun;
use crate::support::host::serve;

/// What a workflow lets a shell do: its `run`, or the entries of its lists, in their order.
fn shell(workflow: &str) -> Vec<String> {
    let mut lines = workflow.lines().peekable();
    let mut parts = Vec::new();
    let indent = |line: &str| line.len() - line.trim_start().len();
    while let Some(line) = lines.next() {
        let entry = line.trim_start().trim_start_matches("- ");
        let said = entry.strip_prefix("run: ").unwrap_or(if line.trim_start() == entry { "" } else { entry });
        if said == "|" {
            let mut block = Vec::new();
            while let Some(inner) = lines.next_if(|inner| inner.is_empty() || indent(inner) > indent(line)) {
                block.push(inner.trim_start());
            }
            parts.push(block.join("\n"));
        } else if said.starts_with("./") {
            parts.push(said.to_owned());
        }
    }
    parts
}

fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether there is what fetches a program; if not, that is said.
fn can_fetch() -> bool {
    let is_there = Command::new("curl").arg("--version").output().is_ok();
    if !is_there {
        eprintln!("There is no curl on the PATH: what workflows run is not tried.");
    }
    is_there
}

/// A host of releases: this program, and one that is none.
struct Releases {
    origin: String,
    sha256: String,
}

impl Releases {
    fn new() -> Self {
        let program = fs::read(env!("CARGO_BIN_EXE_archive")).unwrap();
        let sha256 = sha256(&program);
        let other = b"#!/bin/sh\ntouch was-run\n".to_vec();
        let files = [("/archive".to_owned(), program), ("/other".to_owned(), other)];
        Self { origin: serve(BTreeMap::from(files)), sha256 }
    }
}

/// How a host runs the shell parts of a workflow.
struct Host {
    workflow: &'static str,
    /// The shell, with what each part is given to it by.
    shell: &'static [&'static str],
    /// Of the parts those that publish, each a call of the shell.
    calls: &'static [&'static [usize]],
    site: &'static str,
}

/// GitHub runs each step by itself, GitLab what comes first and the job's own in one.
const GITHUB: Host = Host {
    workflow: ".github/workflows/publish.yml",
    shell: &["bash", "-e", "-c"],
    calls: &[&[0], &[1], &[2]],
    site: "site",
};
const GITLAB: Host =
    Host { workflow: ".gitlab-ci.yml", shell: &["bash", "-eo", "pipefail", "-c"], calls: &[&[0, 2]], site: "public" };
/// In an image without bash.
const PLAIN: Host = Host { shell: &["sh", "-e", "-c"], ..GITLAB };

impl Host {
    /// Runs the parts until one fails.
    fn run(&self, folder: &Path, app: &Path, settings: &[(&str, &str)]) -> Output {
        let parts = shell(&fs::read_to_string(folder.join(self.workflow)).unwrap());
        assert_eq!(parts.len(), 3, "{parts:?}");
        let mut last = None;
        for call in self.calls {
            let script: Vec<&str> = call.iter().map(|part| &*parts[*part]).collect();
            let mut shell = Command::new(self.shell[0]);
            shell.args(&self.shell[1..]).arg(script.join("\n")).current_dir(folder);
            let path = std::env::var_os("PATH").unwrap();
            let output = shell.env_clear().env("PATH", path).env("APP", app).envs(settings.iter().copied()).output();
            let output = output.unwrap();
            if !output.status.success() {
                return output;
            }
            last = Some(output);
        }
        last.unwrap()
    }
}

#[test]
fn the_program_that_is_meant_publishes_wherever_the_site_stands() {
    if !can_fetch() {
        return;
    }
    let releases = Releases::new();
    let program = format!("{}/archive", releases.origin);
    let pinned = [("PROGRAM", &*program), ("SHA256", &*releases.sha256)];
    for (at, (host, told, address)) in [
        (
            &GITHUB,
            vec![("ORIGIN", "https://harbour.github.io"), ("BASE_PATH", "/talks")],
            "https://harbour.github.io/talks/",
        ),
        (&GITHUB, vec![("ORIGIN", "https://talks.example"), ("BASE_PATH", "")], "https://talks.example/"),
        (&GITLAB, vec![("CI_PAGES_URL", "https://harbour.gitlab.io/a/talks")], "https://harbour.gitlab.io/a/talks/"),
        (&PLAIN, vec![("CI_PAGES_URL", "https://talks-1a2b.gitlab.io")], "https://talks-1a2b.gitlab.io/"),
        (
            &PLAIN,
            vec![("ADDRESS", "https://talks.example/"), ("CI_PAGES_URL", "https://talks-1a2b.gitlab.io/x")],
            "https://talks.example/",
        ),
    ]
    .into_iter()
    .enumerate()
    {
        let (folder, begun) = begun(&format!("publishes-{at}"));
        let output = host.run(&begun, &folder.app(), &[&pinned[..], &told].concat());
        assert!(output.status.success(), "{address}: {}", String::from_utf8_lossy(&output.stderr));
        let page = fs::read_to_string(begun.join(host.site).join("index.html")).unwrap();
        assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{address}\">")), "{address}");
    }
}

/// The hash of nothing.
const WRONG: &str = "0000000000000000000000000000000000000000000000000000000000000000";

#[test]
fn a_program_that_is_not_the_one_meant_or_is_not_there_is_not_run_and_nothing_is_published() {
    if !can_fetch() {
        return;
    }
    let releases = Releases::new();
    let [program, other, gone] = ["archive", "other", "gone"].map(|name| format!("{}/{name}", releases.origin));
    for (at, host) in [&GITHUB, &GITLAB, &PLAIN].into_iter().enumerate() {
        let (folder, begun) = begun(&format!("refuses-{at}"));
        let workflow = fs::read_to_string(begun.join(host.workflow)).unwrap();
        let unknown = workflow.split("SHA256: \"").nth(1).unwrap().split('"').next().unwrap();
        let hash = &*releases.sha256;
        for (program, hash, told) in [
            (&other, hash, "archive: FAILED"),
            (&program, WRONG, "archive: FAILED"),
            (&program, &hash[1..], "no properly formatted"),
            (&program, "", "no properly formatted"),
            // What stands there while nobody has written the hash into it.
            (&program, unknown, "no properly formatted"),
            (&gone, hash, "404"),
        ] {
            let settings = [
                ("PROGRAM", &**program),
                ("SHA256", hash),
                ("ORIGIN", "https://a.example"),
                ("CI_PAGES_URL", "https://a.example"),
            ];
            let output = host.run(&begun, &folder.app(), &settings);
            let is_sound = output.status.success();
            let said = [output.stdout, output.stderr].concat();
            let said = String::from_utf8_lossy(&said);
            assert!(!is_sound && said.contains(told), "{program} {hash}: {said}");
            assert!(!begun.join(host.site).exists() && !begun.join("was-run").exists(), "{program} {hash}");
            let left = fs::metadata(begun.join("archive"));
            assert!(left.is_err() || left.unwrap().permissions().mode() & 0o111 == 0);
            let _ = fs::remove_file(begun.join("archive"));
        }
    }
}

#[test]
fn the_workflows_ask_for_the_program_of_this_version() {
    let (_folder, begun) = begun("asks");
    let address = format!(
        "PROGRAM: \"{}/releases/download/v{}/archive-linux-x86-64\"",
        env!("CARGO_PKG_REPOSITORY"),
        env!("CARGO_PKG_VERSION")
    );
    for workflow in [GITHUB.workflow, GITLAB.workflow] {
        let text = fs::read_to_string(begun.join(workflow)).unwrap();
        assert!(text.contains(&address), "{workflow}");
        assert!(!text.contains("@PROGRAM@") && !text.contains("@SHA256@"), "{workflow}");
    }
}
