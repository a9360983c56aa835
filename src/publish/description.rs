//! Meetings and pages in one sentence, for those who find them elsewhere.

use crate::core::address::route::{Kind, Route};
use crate::core::archive::{Archive, Meeting};
use crate::core::search::collection::Collection;
use crate::core::search::entry::{Entry, count};
use crate::core::search::list::List;
use crate::core::search::offices::offices;
use crate::language::{NAMES, dates, labels, messages, met, world};

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

/// What a page holds, in a sentence; none where nothing is to be said beyond what the archive is.
pub fn of_page(collection: &Collection, route: &Route, name: Option<&str>) -> Option<String> {
    let Collection { archive, catalogue } = collection;
    let title = &archive.dataset.title;
    let listed = |list: List| messages::list_description(name.unwrap_or_default(), list.count(), title);
    match route {
        Route::Meeting(id) => archive.position(id).map(|at| described(archive, &archive.meetings[at])),
        Route::List { .. } => match Entry::find(archive, catalogue.together(archive, &NAMES), route) {
            Some(entry) => Some(of_entry(collection, &entry)),
            None => List::find(catalogue, route).map(listed),
        },
        Route::Index(kind, _) => Some(met::all_described(*kind, count(archive, *kind), title)),
        Route::Together { .. } => name.map(str::to_owned),
        Route::About => Some(messages::about_description(title)),
        Route::Explorer(_) => archive.dataset.description.clone(),
        Route::NotFound(_) => Some(labels::NOT_FOUND_HINT.to_owned()),
    }
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
