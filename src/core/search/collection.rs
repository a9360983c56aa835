//! An archive with the catalogue made of it.

use crate::core::archive::Archive;
use crate::core::archive::names::Names;
use crate::core::archive::problem::ReadError;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::finder::finder;
use crate::core::search::index::Index;
use crate::core::search::index::builder::Builder;
use crate::core::search::meeting_text;

/// An archive, and what the explorer asks of it.
#[derive(Debug)]
pub struct Collection {
    /// The records.
    pub archive: Archive,
    /// How they are found.
    pub catalogue: Catalogue,
}

impl Collection {
    /// An archive with its whole catalogue.
    pub fn new(archive: Archive, names: &'static Names) -> Self {
        let index = Self::index(&archive, names);
        let catalogue = Catalogue::new(&archive, names).searched_by(finder(), index);
        catalogue.read_later_parts();
        Self { archive, catalogue }
    }

    /// The index of all meetings of an archive.
    pub fn index(archive: &Archive, names: &Names) -> Index {
        let mut index = Builder::default();
        archive.meetings.iter().for_each(|meeting| meeting_text::add(&mut index, archive, meeting, names));
        let meetings: Vec<usize> = (0..archive.meetings.len()).collect();
        index.finish(&meetings)
    }

    /// Reads an archive from the text of its dataset, and makes its catalogue.
    ///
    /// # Errors
    /// Where the text is no dataset of this format at all.
    pub fn read(json: &str, names: &'static Names) -> Result<Self, ReadError> {
        Archive::read(json).map(|archive| Self::new(archive, names))
    }
}
