//! How a meeting is cited in running text.

use super::{Archive, Meeting};
use crate::core::archive::names::Names;

/// A citation of a meeting's page: title, place, date, archive, who publishes that, address. In pieces: what is told, and by turns the signs
/// between.
pub fn citation(archive: &Archive, meeting: &Meeting, address: &str, names: &Names) -> Vec<String> {
    let places = archive.places_of(meeting).map(|place| place.name.as_str());
    let when = (names.when)(meeting.when);
    let title = &archive.dataset.title;
    let mut pieces = vec![&meeting.record.title, ". "];
    pieces.extend(places.flat_map(|place| [place, ", "]));
    pieces.extend([&when, ". ", title, ". "]);
    // An archive that is called as its publisher is names it once.
    let publisher = archive.dataset.publisher.as_ref().filter(|publisher| publisher.name != *title);
    pieces.extend(publisher.into_iter().flat_map(|publisher| [publisher.name.as_str(), ". "]));
    pieces.push(address);
    pieces.into_iter().map(str::to_owned).collect()
}
