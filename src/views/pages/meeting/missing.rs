//! What a meeting's record does not tell.

use crate::core::archive::{Archive, Meeting};
use crate::language::labels;

/// Whether a record has something, and what that is called.
type Field = (fn(&Archive, &Meeting) -> bool, &'static str);

const FIELDS: [Field; 8] = [
    (|archive, meeting| archive.themes_of(meeting).next().is_some(), labels::LACK_THEME),
    (|archive, meeting| archive.places_of(meeting).next().is_some(), labels::LACK_PLACE),
    (|_, meeting| meeting.record.venue.is_some(), labels::LACK_VENUE),
    (|_, meeting| meeting.record.format.is_some(), labels::LACK_FORMAT),
    (|_, meeting| !meeting.record.topics.is_empty(), labels::LACK_TOPICS),
    (|_, meeting| !meeting.record.agenda.is_empty(), labels::LACK_AGENDA),
    (|_, meeting| meeting.record.all_people().next().is_some(), labels::LACK_PEOPLE),
    (|_, meeting| meeting.record.all_documents().next().is_some(), labels::LACK_DOCUMENTS),
];

/// What a meeting's record does not tell, for the one quiet sentence that says so: of that which the archive tells of others.
/// Where no meeting has a venue, nobody has looked for venues; and who met from afar needs none, and no place.
pub fn missing(archive: &Archive, meeting: &Meeting) -> Vec<&'static str> {
    let is_needed =
        |what: &str| meeting.record.online.is_none() || ![labels::LACK_PLACE, labels::LACK_VENUE].contains(&what);
    let is_told = |has: fn(&Archive, &Meeting) -> bool| archive.meetings.iter().any(|of| has(archive, of));
    let is_missed = |(has, what): &Field| !has(archive, meeting) && is_needed(what) && is_told(*has);
    FIELDS.into_iter().filter(is_missed).map(|(_, what)| what).collect()
}
