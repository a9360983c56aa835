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

/// What a meeting's record does not tell, for the one quiet sentence that says so. Who met from afar needs no place and no
/// venue, and an agenda is missed only where other meetings of the archive have one.
pub fn missing(archive: &Archive, meeting: &Meeting) -> Vec<&'static str> {
    let is_needed = |what: &str| match what {
        labels::LACK_PLACE | labels::LACK_VENUE => meeting.record.online.is_none(),
        labels::LACK_AGENDA => archive.meetings.iter().any(|of| !of.record.agenda.is_empty()),
        _ => true,
    };
    let is_missed = |(has, what): &Field| !has(archive, meeting) && is_needed(what);
    FIELDS.into_iter().filter(is_missed).map(|(_, what)| what).collect()
}
