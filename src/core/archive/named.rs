//! What a choice of meetings names by id: all that a dataset with these alone has to keep.

use std::collections::BTreeSet;

use crate::core::archive::format::Meeting;

/// The ids that some meetings name.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Named<'a> {
    /// Of themes.
    pub themes: BTreeSet<&'a str>,
    /// Of places.
    pub places: BTreeSet<&'a str>,
    /// Of people.
    pub people: BTreeSet<&'a str>,
}

impl<'a> Named<'a> {
    /// What these meetings name.
    pub fn new(meetings: impl Iterator<Item = &'a Meeting>) -> Self {
        let mut named = Self::default();
        for meeting in meetings {
            named.themes.extend(meeting.themes.iter().map(String::as_str));
            named.places.extend(meeting.place_ids().iter().map(String::as_str));
            named.people.extend(meeting.all_people().map(|participation| participation.person.as_str()));
        }
        named
    }

    /// The lists of a dataset that hold what is named, each with the ids.
    pub fn lists(&self) -> [(&'static str, &BTreeSet<&'a str>); 3] {
        [("themes", &self.themes), ("places", &self.places), ("people", &self.people)]
    }
}
