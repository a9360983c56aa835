//! Meetings in one sentence, for those who find them elsewhere.

use crate::core::archive::{Archive, Meeting};
use crate::language::{dates, world};

/// A meeting in one sentence: what, where, when, on what.
pub fn described(archive: &Archive, meeting: &Meeting) -> String {
    let place = archive.places_of(meeting).next().map(world::place);
    let themes = archive.themes_of(meeting).map(|theme| theme.label.clone());
    let mut said: Vec<String> = vec![meeting.record.title.clone()];
    said.extend(place);
    said.push(dates::when(meeting.when));
    let themes: Vec<String> = themes.collect();
    if !themes.is_empty() {
        said.push(themes.join(", "));
    }
    format!("{}.", said.join(". "))
}
