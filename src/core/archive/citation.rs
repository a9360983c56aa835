//! How a meeting is cited in running text.

use super::{Archive, Meeting};
use crate::core::archive::names::Names;

/// A citation of a meeting's page: title, place, date, archive, address.
pub fn citation(archive: &Archive, meeting: &Meeting, address: &str, names: &Names) -> String {
    let place = archive.place_of(meeting).map(|place| place.name.as_str());
    let held: Vec<String> = place.map(str::to_owned).into_iter().chain([(names.when)(meeting.when)]).collect();
    format!("{}. {}. {}. {address}", meeting.record.title, held.join(", "), archive.dataset.title)
}
