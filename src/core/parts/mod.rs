//! A catalogue in parts: a small head, and files that are fetched when a query needs them. For archives that are too large
//! to be fetched whole.
//!
//! Beside them stand the records, a few meetings in a file, each of which is a dataset of its own.

mod read;
pub mod write;

use std::sync::OnceLock;

use super::archive::Archive;
use super::index::Part;

/// A file with its name.
pub type File = (String, Vec<u8>);

/// The file of the head of the catalogue.
pub const HEAD: &str = "catalogue.json";

/// The file of the first page: the dataset with its latest meetings alone.
pub const FIRST_PAGE: &str = "first.json";

/// The number of meetings in a file of records.
pub const IN_A_FILE: usize = 4;

/// The file of a part.
pub fn file(part: Part) -> String {
    match part {
        Part::Words(run) => format!("words-{run}.bin"),
        Part::Postings(run) => format!("postings-{run}.bin"),
        Part::Places(run) => format!("places-{run}.bin"),
        Part::Facets => "facets.bin".to_owned(),
        Part::Titles => "titles.bin".to_owned(),
    }
}

/// The part that a file is of.
pub fn part(file: &str) -> Option<Part> {
    let name = file.strip_suffix(".bin")?;
    let (kind, run) = name.split_once('-').unwrap_or((name, "0"));
    let run = run.parse().ok()?;
    match kind {
        "words" => Some(Part::Words(run)),
        "postings" => Some(Part::Postings(run)),
        "places" => Some(Part::Places(run)),
        "facets" => Some(Part::Facets),
        "titles" => Some(Part::Titles),
        _ => None,
    }
}

/// The file of the records of the meeting at this position; in it the meeting stands at `position % IN_A_FILE`.
pub fn records_file(position: usize) -> String {
    format!("meetings-{}.json", position / IN_A_FILE)
}

/// The records of the meetings: those of an archive, which are the last ones, and others that come a few at a time.
#[derive(Debug)]
pub struct Records {
    archive: &'static Archive,
    files: Vec<OnceLock<&'static Archive>>,
}

impl Records {
    /// The records of all meetings that the catalogue of the archive has, of which those in the archive are there.
    pub fn of(archive: &'static Archive) -> Self {
        let count = archive.catalogue.count();
        let files =
            if cfg!(feature = "parts") && archive.meetings.len() < count { count.div_ceil(IN_A_FILE) } else { 0 };
        Self { archive, files: (0..files).map(|_| OnceLock::new()).collect() }
    }

    /// The archive that holds the meeting at this position, and its position there; none while it has not come.
    pub fn get(&self, position: usize) -> Option<(&'static Archive, usize)> {
        let first = self.archive.catalogue.count().saturating_sub(self.archive.meetings.len());
        match position.checked_sub(first) {
            Some(at) => Some((self.archive, at)),
            None => self.files.get(position / IN_A_FILE)?.get().map(|archive| (*archive, position % IN_A_FILE)),
        }
    }

    /// Takes the archive with the meeting at this position, which has come.
    pub fn take(&self, position: usize, archive: &'static Archive) {
        if let Some(file) = self.files.get(position / IN_A_FILE) {
            // What has come before is the same.
            let _ = file.set(archive);
        }
    }
}
