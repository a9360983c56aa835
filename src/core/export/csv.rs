//! Meetings as a table: RFC 4180 in UTF-8, with the mark at the beginning by which spreadsheets know it.

use crate::core::address::base::{Base, Home};
use crate::core::address::route::Route;
use crate::core::archive::format::{Facet, OneOrMany};
use crate::core::archive::values::is_known_facet;
use crate::core::archive::{Archive, Meeting};
use crate::core::export::column::{AND, Cell, Column, Row, TEXT, column, distinct, list, person, statements, text};
use crate::core::export::further::{FURTHER, Further};

/// How a cell is read, for those who take the table apart.
pub const READING: &str = "In a column with a separator, cut a cell at every semicolon that a space follows; within a value \
    a space behind a semicolon has a backslash before it, and a backslash is doubled. A text that would begin with =, +, -, @, \
    a tab, a carriage return or an apostrophe has an apostrophe before it, so that no spreadsheet takes it for a formula: of \
    a text that begins with an apostrophe take one apostrophe off.";

/// The columns of an archive's table in their order: those of every archive, behind the themes one for each of its own facets,
/// named by the facet's key, and those in which any of its meetings has something.
pub fn columns(archive: &Archive) -> Vec<Column> {
    let base = Base::new("");
    let is_used = |further: &&Further| {
        let row = |meeting| Row { archive, meeting, home: Home { origin: None, base: &base } };
        archive.meetings.iter().any(|meeting| (further.is_used)(&row(meeting)))
    };
    let further: Vec<&Further> = FURTHER.iter().filter(is_used).collect();
    let mut columns = Vec::new();
    let has_people = archive.dataset.people_pages != Some(false);
    for column in COLUMNS {
        // Where nothing of people is published, nor is this column, nor what stands behind it.
        if column.name == "people" && !has_people {
            continue;
        }
        columns.push(column.clone());
        if column.name == "themes" {
            let own = archive.dataset.facets.iter().filter(|facet| !is_known_facet(&facet.key));
            columns.extend(own.map(|facet| own_column(facet, &further)));
        }
        columns.extend(further.iter().filter(|of| of.behind == column.name).map(|of| of.column.clone()));
    }
    columns
}

/// The column of a facet in a table that has these further columns.
fn own_column(facet: &Facet, further: &[&Further]) -> Column {
    let mut all = COLUMNS.iter().chain(further.iter().map(|of| &of.column));
    let is_taken = all.any(|column| column.name == facet.key);
    let name = if is_taken { format!("facet-{}", facet.key) } else { facet.key.clone() };
    let label = facet.label.as_ref().unwrap_or(&facet.key);
    Column {
        name: name.into(),
        description: format!("{label}, several with semicolons between them.").into(),
        kind: TEXT,
        cell: Cell::Facet(facet.key.clone()),
    }
}

/// What stands in a column of a row.
fn cell(column: &Column, row: &Row) -> String {
    let cell = match &column.cell {
        Cell::Field(cell) => cell(row),
        Cell::Fields(cell) => join(&cell(row)),
        Cell::Facet(key) => join(row.meeting.own_values(key)),
    };
    if column.kind == TEXT { unlike_a_formula(cell) } else { cell }
}

/// The columns of every archive.
const COLUMNS: &[Column] = &[
    column("id", TEXT, "Permanent id of the meeting.", |row| row.meeting.record.id.clone()),
    column("number", "integer", "Number in the series.", |row| text(row.meeting.record.number)),
    column("title", TEXT, "Title of the meeting.", |row| row.meeting.record.title.clone()),
    column("start", TEXT, "First day, or month or year where no more is known (ISO 8601).", |row| {
        row.meeting.when.start.to_string()
    }),
    column("end", TEXT, "Last day, inclusive, where it is another one than the first (ISO 8601).", |row| {
        text(row.meeting.when.end)
    }),
    column("place", TEXT, "Place.", |row| text(row.archive.places_of(row.meeting).next().map(|place| &place.name))),
    column("country", TEXT, "Country of the place (ISO 3166-1 alpha-2).", |row| {
        text(row.archive.places_of(row.meeting).next().and_then(|place| place.country.as_ref()))
    }),
    column("latitude", "number", "Latitude of the place in degrees (WGS 84).", |row| {
        text(row.archive.places_of(row.meeting).next().and_then(|place| place.lat))
    }),
    column("longitude", "number", "Longitude of the place in degrees (WGS 84).", |row| {
        text(row.archive.places_of(row.meeting).next().and_then(|place| place.lon))
    }),
    column("venue", TEXT, "Building, hotel or hall.", |row| text(row.meeting.record.venue.as_ref())),
    column("format", TEXT, "Form in which it was held.", |row| text(row.meeting.record.format.as_ref())),
    list("themes", "Themes, several with semicolons between them.", |row| {
        let themes = row.archive.themes_of(row.meeting);
        themes.map(|theme| theme.label.clone()).collect()
    }),
    list("topics", "Topics, likewise.", |row| statements(&row.meeting.record.topics)),
    list("people", "People, each with office and part played in brackets, likewise.", |row| {
        row.meeting.record.people.iter().map(|participation| person(row.archive, participation)).collect()
    }),
    list("documents", "Titles of the documents, likewise.", |row| {
        row.meeting.record.all_documents().map(|document| document.title.clone()).collect()
    }),
    list("document_kinds", "Kinds of the documents, each once, likewise.", |row| {
        distinct(row.meeting.record.all_documents().map(|document| &document.kind.0))
    }),
    list("document_languages", "Languages of the documents (BCP 47), each once, likewise.", |row| {
        distinct(row.meeting.record.all_documents().map(|document| &document.languages))
    }),
    // One for each title, or nobody could tell whose an address is.
    list(
        "document_addresses",
        "Web address of each document in the order of the titles, empty where none survives, likewise.",
        |row| row.meeting.record.all_documents().map(|document| document.url.clone().unwrap_or_default()).collect(),
    ),
    list("notes", "What else is known, likewise.", |row| statements(&row.meeting.record.notes)),
    list("quotes", "What sources say in their own words, to the letter, likewise.", |row| {
        statements(&row.meeting.record.quotes)
    }),
    list("sources", "Titles of the sources of the record, likewise.", |row| {
        let own: &OneOrMany = &row.meeting.record.source;
        let ids = if own.as_slice().is_empty() { &row.archive.dataset.source } else { own };
        let sources = ids.as_slice().iter().filter_map(|id| row.archive.source(id));
        sources.map(|source| source.title.clone()).collect()
    }),
    column("address", TEXT, "Address of the meeting's page, where the archive's is known.", |row| {
        text(row.home.address(&Route::Meeting(row.meeting.record.id.clone())))
    }),
];

/// The table of these meetings; `None` never in practice, since memory takes every write.
pub fn table(archive: &Archive, meetings: &[&Meeting], home: Home) -> Option<String> {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let columns = columns(archive);
    writer.write_record(columns.iter().map(|column| &*column.name)).ok()?;
    for meeting in meetings {
        let row = Row { archive, meeting, home };
        writer.write_record(columns.iter().map(|column| cell(column, &row))).ok()?;
    }
    Some(format!("\u{feff}{}", String::from_utf8(writer.into_inner().ok()?).ok()?))
}

/// Several values in one cell. What is cut at [`AND`] must be the values again, so none may have it within: the space behind
/// a semicolon gets a backslash, and a backslash another.
pub fn join(values: &[String]) -> String {
    let escaped = values.iter().map(|value| value.replace('\\', "\\\\").replace(AND, ";\\ "));
    escaped.collect::<Vec<_>>().join(AND)
}

/// A text that no spreadsheet takes for a formula, however it begins. An apostrophe of its own gets another, so that who
/// takes one off has the text as it was.
pub fn unlike_a_formula(text: String) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']) { format!("'{text}") } else { text }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_cut_at_the_separator_is_the_values_again(values in vec("[;\\\\ a]{0,6}|\\PC{0,9}", 1..5)) {
            let read = |value: &str| value.replace(";\\ ", AND).replace("\\\\", "\\");
            let cell = join(&values);
            prop_assert_eq!(cell.split(AND).map(read).collect::<Vec<_>>(), values);
        }

        #[test]
        fn a_text_is_as_it_was_without_one_apostrophe(text in "[-=+@'\t\r1a]{0,4}") {
            let cell = unlike_a_formula(text.clone());
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']));
            prop_assert_eq!(cell.strip_prefix('\'').unwrap_or(&cell), text);
        }
    }
}
