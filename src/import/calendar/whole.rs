//! What is known of a calendar as a whole while its events are read.

use std::collections::{BTreeSet, HashSet};

use crate::import::calendar::zones::Zones;
use crate::import::draft::Draft;
use crate::import::origin::Origin;
use crate::import::told::{Done, Told};

/// What is known of the calendar as a whole.
pub struct Whole {
    /// Its zones.
    pub zones: Zones,
    /// What is known of it where it is one of ours.
    pub ours: Option<Ours>,
    /// What was told already, and is told once.
    pub told_once: BTreeSet<String>,
    /// All texts of locations in it.
    pub locations: HashSet<String>,
}

impl Whole {
    /// Tells that something was left out, the first time that something of its label is.
    pub fn leave_out(&mut self, label: &str, origin: &Origin, why: &'static str, value: &str, told: &mut Told) {
        if self.told_once.len() < 1_000 && self.told_once.insert(format!("{label} {why}")) {
            told.tell(Done::LeftOut, origin, why, value).labelled(label);
        }
    }
}

/// What is known of a calendar that was exported from an archive.
#[derive(Debug, Clone)]
pub struct Ours {
    /// The id of the archive.
    pub archive: String,
    /// Its language.
    pub language: String,
}

impl Ours {
    /// The archive that a calendar was exported from, by the name of the product that wrote it.
    pub fn new(product: &str) -> Option<Self> {
        let rest = product.strip_prefix("-//")?;
        let (archive, language) = rest.split_once("//Meetings//")?;
        Some(Self { archive: archive.to_owned(), language: language.to_lowercase() })
    }

    /// Takes apart what the export puts together: where one could take part from afar is said in the description too, and the
    /// address of the meeting's own page is no document.
    pub fn put_right(&self, draft: &mut Draft) {
        let online = draft.online.clone();
        draft.topics.retain(|topic| Some(topic) != online.as_ref());
        draft.documents.retain(|document| document.kind.as_deref() != Some("web page"));
    }
}
