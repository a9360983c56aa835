//! People as a table, a row each, written as the table of meetings is.

use crate::core::address::route::{Kind, Order};
use crate::core::archive::Archive;
use crate::core::export::column::{TEXT, text};
use crate::core::export::csv::{join, unlike_a_formula};
use crate::core::search::offices::{offices, parts};
use crate::core::search::together::Together;

/// The name of the published file.
pub const FILE: &str = "people.csv";

/// A column: its name, its type in the terms of Table Schema, whether a cell has several values, and what stands in it.
pub type Column = (&'static str, &'static str, bool, &'static str);

/// The columns of the table.
pub const COLUMNS: [Column; 8] = [
    ("name", TEXT, false, "Name."),
    ("id", TEXT, false, "Permanent id of the person."),
    ("offices", TEXT, true, "Offices, each once, in the order of time, with semicolons between them."),
    ("organisations", TEXT, true, "Bodies, companies or authorities that the person spoke for, likewise."),
    ("first", TEXT, false, "Beginning of the first meeting that the person attended (ISO 8601)."),
    ("last", TEXT, false, "Beginning of the last one."),
    ("meetings", "integer", false, "Number of meetings that the person attended."),
    (
        "roles",
        TEXT,
        true,
        "Parts played in meetings, each once, in the order of time; absent and excused of those not attended.",
    ),
];

/// The table of all people by their names; none where nobody is known, or nothing of people is published.
pub fn table(archive: &Archive, together: &Together) -> Option<String> {
    let people = archive.people();
    if people.is_empty() {
        return None;
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(COLUMNS.iter().map(|(name, ..)| *name)).ok()?;
    for at in together.table(Kind::People, Order::Name) {
        let seen = together.seen(Kind::People, at);
        let start = |meeting: Option<usize>| text(meeting.map(|at| archive.meetings[at].when.start));
        let offices = offices(archive, together, at);
        let person = &people[at];
        let texts = [
            person.name.clone(),
            person.id.clone(),
            join(&distinct(offices.iter().filter_map(|of| of.office))),
            join(&distinct(offices.iter().filter_map(|of| of.organisation))),
            start(seen.first),
            start(seen.last),
            seen.meetings.to_string(),
            join(&roles(archive, together, at)),
        ];
        writer.write_record(texts.map(unlike_a_formula)).ok()?;
    }
    Some(format!("\u{feff}{}", String::from_utf8(writer.into_inner().ok()?).ok()?))
}

/// The parts that a person had, each once.
fn roles(archive: &Archive, together: &Together, person: usize) -> Vec<String> {
    let id = archive.people()[person].id.as_str();
    let meetings = together.meetings(Kind::People, person).into_iter().map(|of| &archive.meetings[of.meeting]);
    distinct(meetings.flat_map(|meeting| parts(meeting, id)).filter_map(|part| part.of.part.as_deref()))
}

fn distinct<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for text in texts {
        if !distinct.iter().any(|known| known == text) {
            distinct.push(text.to_owned());
        }
    }
    distinct
}
