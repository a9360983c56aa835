//! How large a published site is.

use std::fs;
use std::path::Path;

use crate::publish::write::{PublishError, failed};

/// How large a site is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Extent {
    /// The number of its files.
    pub files: usize,
    /// The number of its folders, the outermost not among them.
    pub folders: usize,
    /// The most entries that one of its folders has.
    pub crowd: usize,
    /// The bytes in all of its files.
    pub bytes: u64,
    /// The bytes of its largest file, with the file's path; none of a site without files.
    pub largest: Option<(u64, String)>,
}

impl Extent {
    /// That of the site in a folder.
    ///
    /// # Errors
    /// Where the folder cannot be read.
    pub fn of(folder: &Path) -> Result<Self, PublishError> {
        let mut extent = Self::default();
        extent.add(folder, "")?;
        Ok(extent)
    }

    /// Adds what is in a folder, which has this path within the site.
    fn add(&mut self, folder: &Path, path: &str) -> Result<(), PublishError> {
        let mut crowd = 0;
        for entry in fs::read_dir(folder).map_err(failed(folder))? {
            let entry = entry.map_err(failed(folder))?;
            let within = format!("{path}{}", entry.file_name().to_string_lossy());
            let known = entry.metadata().map_err(failed(&entry.path()))?;
            crowd += 1;
            if known.is_dir() {
                self.folders += 1;
                self.add(&entry.path(), &format!("{within}/"))?;
                continue;
            }
            self.files += 1;
            self.bytes += known.len();
            if self.largest.as_ref().is_none_or(|(bytes, _)| *bytes < known.len()) {
                self.largest = Some((known.len(), within));
            }
        }
        self.crowd = self.crowd.max(crowd);
        Ok(())
    }
}
