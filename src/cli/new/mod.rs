//! `archive new`: a folder from which an archive grows.

pub mod files;
pub mod program;

use std::fs::{self, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf, absolute};

use clap::Args;

use self::files::files;
use self::program::{Program, own};
use crate::cli::failure::Failure;
use crate::publish::folder::LITTER;

/// What versioning keeps in a folder, which an archive may begin in.
const VERSIONING: &str = ".git";

/// Begins an archive: a small dataset, how it is published, and workflows that publish it
///
/// The folder is new or empty. Its README.md says what each file is for, and its workflows let GitHub Pages and GitLab Pages
/// publish the archive at every change.
#[derive(Args)]
pub struct Options {
    /// The folder, which is made if it is not there [default: the one in which the program is called]
    folder: Option<PathBuf>,
}

/// Writes the files of a new archive into an empty folder.
///
/// # Errors
/// Where the folder is none, is not empty, or cannot be written.
pub fn new(options: &Options) -> Result<(), Failure> {
    let named = options.folder.as_deref();
    let folder = named.unwrap_or(Path::new("."));
    // An error tells the whole path, for “.” tells nothing.
    let folder = absolute(folder).map_err(|error| Failure::File(folder.to_owned(), error))?;
    let program = own();
    let filled = filled(&folder, program.as_deref())?;
    if !filled.is_empty() {
        return Err(Failure::Filled(folder, filled));
    }
    let program = Program::released(program.as_deref());
    let files = files(&program);
    write(&folder, &files)?;
    outln!("{}: an archive with three invented meetings, in the place of yours:", folder.display())?;
    for (path, _) in &files {
        outln!("  {path}")?;
    }
    if program.sha256.is_none() {
        outln!(
            "This program is of no release, so it does not know the hash of the one that hosts are to run: write it into both \
             workflows, as they say."
        )?;
    }
    let there = named.map(|named| format!("`cd {}`, then ", quoted(&named.display().to_string()))).unwrap_or_default();
    outln!("Next: {there}`archive serve`, which shows the site; README.md tells the rest.")
}

/// A path as shells read it, of every system: in quotes where it has other signs than letters of names.
fn quoted(path: &str) -> String {
    let is_plain = |char: char| char.is_alphanumeric() || "/\\:._-".contains(char);
    if path.chars().all(is_plain) { path.to_owned() } else { format!("\"{path}\"") }
}

/// The names of what is in a folder, in their order, but for this program and what others leave there; none where there is no
/// such folder.
fn filled(folder: &Path, program: Option<&Path>) -> Result<Vec<String>, Failure> {
    let failed = |error| Failure::File(folder.to_owned(), error);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) if error.kind() == ErrorKind::NotADirectory => return Err(Failure::NoFolder(folder.to_owned())),
        Err(error) => return Err(failed(error)),
    };
    let program = program.and_then(|program| fs::canonicalize(program).ok());
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_program = program.is_some() && fs::canonicalize(entry.path()).ok() == program;
        if !is_program && name != VERSIONING && !LITTER.contains(&&*name) {
            names.push(name);
        }
    }
    // What a keeper sees first.
    names.sort_by_key(|name| (name.starts_with('.'), name.clone()));
    Ok(names)
}

/// Writes files that are not there yet; if one cannot be written, none of them stays.
fn write(folder: &Path, files: &[(&str, String)]) -> Result<(), Failure> {
    let mut written: Vec<PathBuf> = Vec::new();
    for (path, content) in files {
        let path = folder.join(path);
        if let Err(error) = write_new(&path, content) {
            written.iter().for_each(|path| take_away(path, folder));
            return Err(Failure::File(path, error));
        }
        written.push(path);
    }
    Ok(())
}

/// Writes a file that is not there yet, and the folders it stands in.
fn write_new(path: &Path, content: &str) -> io::Result<()> {
    path.parent().map_or(Ok(()), fs::create_dir_all)?;
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    // Half a file is none.
    file.write_all(content.as_bytes()).inspect_err(|_| drop(fs::remove_file(path)))
}

/// Removes a file, and the folders between it and the one around them that hold nothing any more. Where that fails, what is told
/// is why the files could not be written.
fn take_away(path: &Path, within: &Path) {
    let _ = fs::remove_file(path);
    for folder in path.ancestors().skip(1).take_while(|folder| *folder != within) {
        let _ = fs::remove_dir(folder);
    }
}
