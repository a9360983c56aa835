//! What several tests need: the shipped archive, made-up ones, and a naive search.

pub mod answering;
pub mod folder;
pub mod host;
pub mod naive;

use std::fs;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use meetings::core::archive::Archive;
use meetings::core::search::collection::Collection;
use meetings::language::NAMES;

/// The text of the shipped dataset.
pub const SHIPPED: &str = include_str!("../../public/data/meetings.json");

/// The text of a file of the repository.
pub fn file(path: &str) -> String {
    fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// All files below a folder, at any depth.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut folders = vec![folder.to_owned()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files
}

/// An archive as its keeper hears of it on the last of all days.
pub fn kept(json: &str) -> Archive {
    kept_on(Date::MAX, json)
}

/// The same on a day.
pub fn kept_on(today: Date, json: &str) -> Archive {
    Archive::read_for_keeper(today, json, Vec::new()).unwrap().0
}

/// The shipped archive.
pub fn shipped() -> Archive {
    Archive::read(&file("public/data/meetings.json")).unwrap()
}

/// The shipped archive with its catalogue.
pub fn shipped_collection() -> Collection {
    collection(SHIPPED)
}

/// An archive with its catalogue.
pub fn collection(json: &str) -> Collection {
    Collection::read(json, &NAMES).unwrap()
}
