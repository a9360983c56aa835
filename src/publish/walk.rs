//! What is in a folder and in the folders below it.

use std::fs;
use std::path::Path;

use crate::publish::write::{PublishError, failed};

/// A file or a folder below another folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path from there, with a `/` between names on every system.
    pub path: String,
    /// Whether it is a folder. A link to one is none: what it leads to is not below.
    pub is_folder: bool,
    /// The bytes of a file; of a folder, what the system says.
    pub bytes: u64,
}

/// All that is below a folder, each folder before what is in it, and otherwise in the order of names.
///
/// # Errors
/// Where one of the folders cannot be read.
pub fn walk(folder: &Path) -> Result<Vec<Entry>, PublishError> {
    let mut entries = Vec::new();
    add(folder, "", &mut entries)?;
    Ok(entries)
}

/// Adds what is in a folder, whose path from the outermost ends in a `/`, or is empty.
fn add(folder: &Path, path: &str, entries: &mut Vec<Entry>) -> Result<(), PublishError> {
    let read = fs::read_dir(folder).and_then(Iterator::collect::<Result<Vec<_>, _>>).map_err(failed(folder))?;
    let mut names: Vec<_> = read.into_iter().map(|entry| entry.file_name()).collect();
    names.sort();
    for name in names {
        let at = folder.join(&name);
        let known = fs::symlink_metadata(&at).map_err(failed(&at))?;
        let path = format!("{path}{}", name.to_string_lossy());
        entries.push(Entry { path: path.clone(), is_folder: known.is_dir(), bytes: known.len() });
        if known.is_dir() {
            add(&at, &format!("{path}/"), entries)?;
        }
    }
    Ok(())
}
