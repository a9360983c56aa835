//! Meetings as a table: RFC 4180 in UTF-8, with the mark at the beginning by which spreadsheets know it.

use std::borrow::Cow;

use crate::core::address::base::Home;
use crate::core::address::route::Route;
use crate::core::archive::format::{Facet, OneOrMany, Participation, Statement};
use crate::core::archive::values::KNOWN_FACETS;
use crate::core::archive::{Archive, Meeting};

/// Between several values in one cell.
const AND: &str = "; ";

/// A column of the table.
#[derive(Clone)]
pub struct Column {
    /// Its heading.
    pub name: Cow<'static, str>,
    /// What stands in it.
    pub description: Cow<'static, str>,
    /// Its type in the terms of Table Schema (Frictionless Data).
    pub kind: &'static str,
    cell: Cell,
}

/// What a cell is made of.
#[derive(Clone)]
enum Cell {
    /// Something of the record.
    Field(fn(&Row) -> String),
    /// The values of one of the archive's own facets, by its key.
    Facet(String),
}

/// What a row is made from.
struct Row<'a> {
    archive: &'a Archive,
    meeting: &'a Meeting,
    home: Home<'a>,
}

const fn column(name: &'static str, kind: &'static str, description: &'static str, cell: fn(&Row) -> String) -> Column {
    Column { name: Cow::Borrowed(name), description: Cow::Borrowed(description), kind, cell: Cell::Field(cell) }
}

/// The columns of an archive's table in their order: those of every archive, and behind the themes one for each of its own
/// facets, named by the facet's key.
pub fn columns(archive: &Archive) -> impl Iterator<Item = Column> {
    let own = archive.dataset.facets.iter().filter(|facet| !KNOWN_FACETS.contains(&facet.key.as_str()));
    let own: Vec<Column> = own.map(own_column).collect();
    let (before, behind) = COLUMNS.split_at(COLUMNS.iter().take_while(|column| column.name != "topics").count());
    before.iter().cloned().chain(own).chain(behind.iter().cloned())
}

fn own_column(facet: &Facet) -> Column {
    let is_taken = COLUMNS.iter().any(|column| column.name == facet.key);
    let name = if is_taken { format!("facet-{}", facet.key) } else { facet.key.clone() };
    let label = facet.label.as_ref().unwrap_or(&facet.key);
    Column {
        name: name.into(),
        description: format!("{label}, several with semicolons between them.").into(),
        kind: "string",
        cell: Cell::Facet(facet.key.clone()),
    }
}

impl Column {
    fn cell(&self, row: &Row) -> String {
        match &self.cell {
            Cell::Field(cell) => cell(row),
            Cell::Facet(key) => join(row.meeting.own_values(key).iter().cloned()),
        }
    }
}

/// The columns of every archive.
const COLUMNS: &[Column] = &[
    column("id", "string", "Permanent id of the meeting.", |row| row.meeting.record.id.clone()),
    column("number", "integer", "Number in the series.", |row| text(row.meeting.record.number)),
    column("title", "string", "Title of the meeting.", |row| row.meeting.record.title.clone()),
    column("start", "string", "First day, or month or year where no more is known (ISO 8601).", |row| {
        row.meeting.when.start.to_string()
    }),
    column("end", "string", "Last day, inclusive, where it is another one than the first (ISO 8601).", |row| {
        text(row.meeting.when.end)
    }),
    column("place", "string", "Place.", |row| text(row.archive.place_of(row.meeting).map(|place| &place.name))),
    column("country", "string", "Country of the place (ISO 3166-1 alpha-2).", |row| {
        text(row.archive.place_of(row.meeting).and_then(|place| place.country.as_ref()))
    }),
    column("latitude", "number", "Latitude of the place in degrees (WGS 84).", |row| {
        text(row.archive.place_of(row.meeting).and_then(|place| place.lat))
    }),
    column("longitude", "number", "Longitude of the place in degrees (WGS 84).", |row| {
        text(row.archive.place_of(row.meeting).and_then(|place| place.lon))
    }),
    column("venue", "string", "Building, hotel or hall.", |row| text(row.meeting.record.venue.as_ref())),
    column("format", "string", "Form in which it was held.", |row| text(row.meeting.record.format.as_ref())),
    column("themes", "string", "Themes, several with semicolons between them.", |row| {
        let themes = row.archive.themes_of(row.meeting);
        join(themes.map(|theme| theme.label.clone()))
    }),
    column("topics", "string", "Topics, likewise.", |row| statements(&row.meeting.record.topics)),
    column("people", "string", "People, each with office and part played in brackets, likewise.", |row| {
        join(row.meeting.record.people.iter().map(|participation| person(row.archive, participation)))
    }),
    column("documents", "string", "Titles of the documents, likewise.", |row| {
        join(row.meeting.record.documents.iter().map(|document| document.title.clone()))
    }),
    column("document_kinds", "string", "Kinds of the documents, likewise.", |row| {
        distinct(row.meeting.record.documents.iter().map(|document| &document.kind.0))
    }),
    column("document_languages", "string", "Languages of the documents (BCP 47), likewise.", |row| {
        distinct(row.meeting.record.documents.iter().map(|document| &document.languages))
    }),
    column("document_addresses", "string", "Web addresses of the documents that have one, likewise.", |row| {
        join(row.meeting.record.documents.iter().filter_map(|document| document.url.clone()))
    }),
    column("notes", "string", "What else is known, likewise.", |row| statements(&row.meeting.record.notes)),
    column("sources", "string", "Titles of the sources of the record, likewise.", |row| {
        let own: &OneOrMany = &row.meeting.record.source;
        let ids = if own.as_slice().is_empty() { &row.archive.dataset.source } else { own };
        let sources = ids.as_slice().iter().filter_map(|id| row.archive.source(id));
        join(sources.map(|source| source.title.clone()))
    }),
    column("address", "string", "Address of the meeting's page, where the archive's is known.", |row| {
        text(row.home.address(&Route::Meeting(row.meeting.record.id.clone())))
    }),
];

/// The table of these meetings; `None` never in practice, since memory takes every write.
pub fn table(archive: &Archive, meetings: &[&Meeting], home: Home) -> Option<String> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let columns: Vec<Column> = columns(archive).collect();
    writer.write_record(columns.iter().map(|column| &*column.name)).ok()?;
    for meeting in meetings {
        let row = Row { archive, meeting, home };
        writer.write_record(columns.iter().map(|column| column.cell(&row))).ok()?;
    }
    Some(format!("\u{feff}{}", String::from_utf8(writer.into_inner().ok()?).ok()?))
}

fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn join(values: impl Iterator<Item = String>) -> String {
    values.collect::<Vec<_>>().join(AND)
}

/// The values of several lists, each once.
fn distinct<'a>(lists: impl Iterator<Item = &'a Vec<String>>) -> String {
    let mut values: Vec<String> = Vec::new();
    for value in lists.flatten() {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    join(values.into_iter())
}

fn statements(statements: &[Statement]) -> String {
    join(statements.iter().map(|statement| statement.text().to_owned()))
}

fn person(archive: &Archive, participation: &Participation) -> String {
    let name = archive.person(&participation.person).map_or("", |person| person.name.as_str());
    let about: Vec<&str> =
        [&participation.office, &participation.part].into_iter().flatten().map(String::as_str).collect();
    if about.is_empty() { name.to_owned() } else { format!("{name} ({})", about.join(", ")) }
}
