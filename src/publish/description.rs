//! Meetings in one sentence, for those who find them elsewhere.

use crate::core::address::route::Kind;
use crate::core::archive::{Archive, Meeting};
use crate::core::search::collection::Collection;
use crate::core::search::entry::Entry;
use crate::core::search::offices::offices;
use crate::language::{NAMES, dates, labels, messages, world};

/// A meeting in one sentence: whether it came to be where that is not as a reader takes it to be, what, where, when, on what.
pub fn described(archive: &Archive, meeting: &Meeting) -> String {
    let record = &meeting.record;
    let mut said: Vec<String> = status(meeting).map(str::to_owned).into_iter().collect();
    said.push(record.title.clone());
    let places: Vec<String> = archive.places_of(meeting).map(world::place).collect();
    let online = record.online.as_ref().map(|_| labels::ONLINE.to_owned());
    let places = Some(places.join("; ")).filter(|places| !places.is_empty());
    said.extend(places.into_iter().chain(online));
    said.push(dates::when(meeting.when));
    let themes: Vec<String> = archive.themes_of(meeting).map(|theme| theme.label.clone()).collect();
    if !themes.is_empty() {
        said.push(themes.join(", "));
    }
    format!("{}.", said.join(". "))
}

/// A person, with the office recorded last, or a place, and how many meetings there are.
pub fn of_entry(collection: &Collection, entry: &Entry) -> String {
    let Collection { archive, catalogue } = collection;
    let together = catalogue.together(archive, &NAMES);
    let said = match entry.kind {
        Kind::People => {
            let last = offices(archive, together, entry.at).into_iter().max_by_key(|of| of.last);
            let office = last.map(|of| of.office.into_iter().chain(of.organisation).collect::<Vec<_>>().join(", "));
            std::iter::once(entry.name().to_owned()).chain(office).collect::<Vec<_>>().join(", ")
        }
        Kind::Places => world::place(&archive.dataset.places[entry.at]),
    };
    messages::list_description(&said, together.seen(entry.kind, entry.at).meetings, &archive.dataset.title)
}

/// That a meeting was not held, or not yet, as far as it is recorded.
fn status(meeting: &Meeting) -> Option<&'static str> {
    meeting.record.unusual_status().and_then(messages::word)
}
