//! An archive with the catalogue made of it.

use crate::core::archive::Archive;
use crate::core::archive::names::Names;
use crate::core::archive::problem::ReadError;
use crate::core::search::catalogue::Catalogue;

/// An archive, and what the explorer asks of it.
#[derive(Debug)]
pub struct Collection {
    /// The records.
    pub archive: Archive,
    /// How they are found.
    pub catalogue: Catalogue,
}

impl Collection {
    /// An archive with its catalogue.
    pub fn new(archive: Archive, names: &'static Names) -> Self {
        Self { catalogue: Catalogue::new(&archive, names), archive }
    }

    /// Reads an archive from the text of its dataset, and makes its catalogue.
    ///
    /// # Errors
    /// Where the text is no dataset of this format at all.
    pub fn read(json: &str, names: &'static Names) -> Result<Self, ReadError> {
        Archive::read(json).map(|archive| Self::new(archive, names))
    }
}
