//! In which offices, and for whom, a person is recorded, and when.

use crate::core::address::route::Kind;
use crate::core::archive::format::{AgendaItem, Participation};
use crate::core::archive::{Archive, Meeting};
use crate::core::search::together::Together;

/// An office, and the body that a person spoke for; either may not be known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Office<'a> {
    /// The office.
    pub office: Option<&'a str>,
    /// The body, company or authority.
    pub organisation: Option<&'a str>,
    /// The first year in which it is recorded.
    pub first: i16,
    /// The last.
    pub last: i16,
}

/// A part that a person had in a meeting.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// What is recorded of it.
    pub of: &'a Participation,
    /// The item of the agenda that it belongs to; none where it is the meeting as a whole.
    pub item: Option<&'a AgendaItem>,
}

/// What a meeting says of a person.
pub fn parts<'a>(meeting: &'a Meeting, id: &str) -> Vec<Part<'a>> {
    let record = &meeting.record;
    let mut parts = Vec::new();
    let mut add = |people: &'a [Participation], item: Option<&'a AgendaItem>| {
        people.iter().filter(|of| of.person == id).for_each(|of| parts.push(Part { of, item }));
    };
    add(&record.people, None);
    record.agenda.iter().for_each(|item| add(&item.people, Some(item)));
    parts
}

/// The offices of a person, in the order of time, each once.
pub fn offices<'a>(archive: &'a Archive, together: &Together, person: usize) -> Vec<Office<'a>> {
    let mut offices: Vec<Office> = Vec::new();
    let id = archive.dataset.people.get(person).map_or("", |person| person.id.as_str());
    for attended in together.meetings(Kind::People, person) {
        let meeting = &archive.meetings[attended.meeting];
        let (first, last) = meeting.when.years().into_inner();
        for part in parts(meeting, id) {
            let new = Office {
                office: part.of.office.as_deref(),
                organisation: part.of.organisation.as_deref(),
                first,
                last,
            };
            let is_same = |of: &&mut Office| of.office == new.office && of.organisation == new.organisation;
            match offices.iter_mut().find(is_same) {
                Some(known) => known.last = known.last.max(last),
                None if new.office.is_none() && new.organisation.is_none() => {}
                None => offices.push(new),
            }
        }
    }
    offices
}
