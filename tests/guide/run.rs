//! Every command and every sample of the guides is run, page by page, in a folder of its own.
//!
//! In a page a comment before a block says what a block cannot say itself: `<!-- file: meetings.json -->` writes the block
//! into that file, `<!-- exit: 1 -->` tells how the commands end. Blocks of `sh` are run; a block of `text` is part of what
//! the commands before it printed; `json` and `toml` are checked as (parts of) a dataset and as site.toml.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::support::folder::Folder;

/// The pages in their order.
const SUMMARY: &str = "docs/guide/SUMMARY.md";

/// What a site.toml of the guides may stand beside.
const SMALL: &str = r#"{"version": 1, "title": "T", "language": "en", "themes": [{"id": "ports", "label": "Ports"}],
    "meetings": [{"id": "a", "title": "A", "start": "2001", "themes": ["ports"]}]}"#;

/// The programs of hosts that are not run here: each only sees to it that there is a site to send.
const HOSTS: [&str; 4] = ["aws", "npx", "rsync", "git"];

/// A block of a page.
#[derive(Debug)]
struct Block {
    /// Its first line in the page.
    line: usize,
    /// The language that it is in.
    language: String,
    /// What the comment before it says.
    said: String,
    text: String,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let (mut is_open, mut said) = (false, String::new());
    for (at, line) in page.lines().enumerate() {
        if let Some(language) = line.strip_prefix("```") {
            is_open = !is_open;
            if is_open {
                let (language, said) = (language.to_owned(), std::mem::take(&mut said));
                blocks.push(Block { line: at + 1, language, said, text: String::new() });
            }
        } else if is_open {
            let text = &mut blocks.last_mut().unwrap().text;
            text.push_str(line);
            text.push('\n');
        } else if let Some(comment) = line.strip_prefix("<!-- ") {
            said = comment.trim_end_matches(" -->").to_owned();
        }
    }
    blocks
}

/// The files of the pages.
fn pages() -> Vec<PathBuf> {
    let summary = fs::read_to_string(SUMMARY).unwrap();
    let links = summary.lines().filter_map(|line| line.split_once("](")?.1.split_once(')'));
    links.map(|(file, _)| Path::new(SUMMARY).with_file_name(file)).collect()
}

/// A folder in which a page's commands are run, as in one session of a shell.
struct Desk {
    folder: Folder,
    /// The folder into which the session has gone.
    at: PathBuf,
    /// What the last commands printed.
    printed: String,
}

impl Desk {
    fn new(page: &Path) -> Self {
        let name = page.file_stem().unwrap().to_str().unwrap();
        let folder = Folder::built(&format!("guide-{name}"));
        let desk = Self { at: folder.beside("desk"), folder, printed: String::new() };
        fs::create_dir(desk.path()).unwrap();
        fs::create_dir(desk.programs()).unwrap();
        let (tool, app) = (env!("CARGO_BIN_EXE_archive"), desk.folder.app());
        // The preview goes on until it is ended, and takes any port that is free.
        let archive = format!(
            "#!/bin/sh\nexport APP='{}'\nif [ \"$1\" = serve ]; then timeout 3 '{tool}' \"$@\" --port 0; [ $? = 124 ]; exit; fi\n\
             exec '{tool}' \"$@\"\n",
            app.display()
        );
        desk.program("archive", &archive);
        for name in HOSTS {
            desk.program(name, "#!/bin/sh\ntest -f site/index.html || { echo 'There is no site.'; exit 9; }\n");
        }
        desk
    }

    fn path(&self) -> PathBuf {
        self.folder.beside("desk")
    }

    fn programs(&self) -> PathBuf {
        self.folder.beside("programs")
    }

    fn program(&self, name: &str, script: &str) {
        let path = self.programs().join(name);
        fs::write(&path, script).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// Runs the commands of a block.
    fn run(&mut self, block: &Block) -> Result<(), String> {
        let mut shell = Command::new("sh");
        let left = self.folder.beside("left");
        shell
            .args(["-e", "-c", &format!("trap 'pwd > \"{}\"' EXIT\n{}", left.display(), block.text)])
            .current_dir(&self.at);
        for name in ["SITE", "BASE", "DATA", "OFFLINE", "TRUNK_STAGING_DIR", "TRUNK_PUBLIC_URL", "SOURCE_DATE_EPOCH"] {
            shell.env_remove(name);
        }
        let output = shell.env("PATH", format!("{}:/usr/bin:/bin", self.programs().display())).output().unwrap();
        self.at = PathBuf::from(fs::read_to_string(left).unwrap().trim_end());
        self.printed = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        let expected = block.said.strip_prefix("exit: ").map_or(0, |code| code.parse().unwrap());
        let is_right = output.status.code() == Some(expected);
        if is_right { Ok(()) } else { Err(format!("{:?}, not {expected}: {}", output.status.code(), self.printed)) }
    }

    /// Judges a dataset, or a part of one, with what stands beside it.
    fn check(&self, dataset: &str, site: Option<&str>) -> Result<(), String> {
        let folder = self.folder.beside("sample");
        fs::create_dir_all(folder.join("documents")).unwrap();
        fs::write(folder.join("documents/logo.svg"), "<svg xmlns=\"http://www.w3.org/2000/svg\"/>").unwrap();
        let file = folder.join("meetings.json");
        fs::write(&file, dataset).unwrap();
        // An empty file says nothing, and that is no fault.
        fs::write(folder.join("site.toml"), site.unwrap_or_default()).unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_archive")).arg("check").arg(file).output().unwrap();
        fs::remove_dir_all(folder).unwrap();
        let told = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        if output.status.success() && !told.contains("warning: ") { Ok(()) } else { Err(told) }
    }
}

/// A sample as a whole dataset: itself, or a meeting or fields in one that is as small as can be.
fn whole(sample: &str) -> Result<String, String> {
    let sample: Value = serde_json::from_str(sample).map_err(|error| error.to_string())?;
    if sample.get("version").is_some() {
        return Ok(sample.to_string());
    }
    let mut dataset = json!({"version": 1, "title": "T", "language": "en", "meetings": []});
    if sample.get("start").is_some() {
        dataset["meetings"] = json!([sample]);
    } else if let Value::Object(fields) = sample {
        dataset.as_object_mut().unwrap().extend(fields);
    }
    Ok(dataset.to_string())
}

/// What is wrong with a block of a page.
fn wrong(desk: &mut Desk, block: &Block) -> Result<(), String> {
    if let Some(file) = block.said.strip_prefix("file: ") {
        return fs::write(desk.at.join(file), &block.text).map_err(|error| error.to_string());
    }
    match block.language.as_str() {
        "sh" => desk.run(block),
        "text" => {
            let is_printed = desk.printed.contains(block.text.trim_end());
            if is_printed { Ok(()) } else { Err(format!("was not printed, but: {}", desk.printed)) }
        }
        "json" => desk.check(&whole(&block.text)?, None),
        "toml" => desk.check(SMALL, Some(&block.text)),
        // How a host's own program is set up.
        "nginx" => Ok(()),
        other => Err(format!("nobody knows how a block of “{other}” is tried")),
    }
}

#[test]
fn every_command_and_sample_of_the_guides_does_what_they_say() {
    let pages = pages();
    assert!(pages.len() > 4, "{pages:?}");
    let mut wrongs = Vec::new();
    // The samples of the format are of an archive that is checked as a whole (`format`).
    for page in pages.iter().filter(|page| !page.ends_with("format.md")) {
        let text = fs::read_to_string(page).unwrap();
        let mut desk = Desk::new(page);
        for block in blocks(&text) {
            if let Err(why) = wrong(&mut desk, &block) {
                wrongs.push(format!("{}:{}: {why}", page.display(), block.line));
            }
        }
    }
    assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
}

#[test]
fn every_page_of_the_guides_is_in_their_summary() {
    let listed = pages();
    for entry in fs::read_dir(Path::new(SUMMARY).parent().unwrap()).unwrap() {
        let path = entry.unwrap().path();
        let is_page = path.extension().is_some_and(|ending| ending == "md") && !path.ends_with("SUMMARY.md");
        assert!(!is_page || listed.contains(&path), "{}", path.display());
    }
}

#[test]
fn the_readme_leads_to_what_there_is_and_its_commands_do_what_they_say() {
    let readme = fs::read_to_string("README.md").unwrap();
    let makefile = fs::read_to_string("Makefile").unwrap();
    let mut desk = Desk::new(Path::new("README.md"));
    let mut wrongs: Vec<String> = Vec::new();
    let mut run = 0;
    for block in blocks(&readme) {
        let targets: Vec<&str> =
            block.text.lines().filter_map(|line| line.strip_prefix("make ")?.split_whitespace().next()).collect();
        wrongs
            .extend(targets.iter().filter(|of| !makefile.contains(&format!("\n{of}:"))).map(|of| format!("make {of}")));
        if targets.is_empty() {
            run += 1;
            wrongs.extend(desk.run(&block).err());
        }
    }
    assert_eq!(run, 1);
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(link, _)| link);
    let own: Vec<&str> = links.filter(|link| !link.starts_with("https://")).collect();
    assert!(own.len() > 8, "{own:?}");
    wrongs.extend(own.into_iter().filter(|link| !Path::new(link).exists()).map(|link| format!("{link} is not there")));
    assert!(wrongs.is_empty(), "{}", wrongs.join("\n"));
}
