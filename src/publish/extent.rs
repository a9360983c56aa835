//! How large a published site is.

use std::collections::HashMap;
use std::path::Path;

use crate::publish::walk::walk;
use crate::publish::write::PublishError;

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
        let mut crowds: HashMap<String, usize> = HashMap::new();
        for entry in walk(folder)? {
            let around = entry.path.rsplit_once('/').map_or("", |(around, _)| around);
            *crowds.entry(around.to_owned()).or_default() += 1;
            if entry.is_folder {
                extent.folders += 1;
                continue;
            }
            extent.files += 1;
            extent.bytes += entry.bytes;
            if extent.largest.as_ref().is_none_or(|(bytes, _)| *bytes < entry.bytes) {
                extent.largest = Some((entry.bytes, entry.path));
            }
        }
        extent.crowd = crowds.into_values().max().unwrap_or_default();
        Ok(extent)
    }
}
