//! The columns that a table has only where a meeting of the archive has something in them: so the table of an archive that
//! needs none of them stays as it is.

use crate::core::archive::format::{ABSENT, Document, EXCUSED, Statement};
use crate::core::export::column::{Column, Row, TEXT, column, list, text};

/// A further column.
pub struct Further {
    /// The name of the column that it stands behind.
    pub behind: &'static str,
    /// The column.
    pub column: Column,
    /// Whether a meeting has something in it.
    pub is_used: fn(&Row) -> bool,
}

const fn further(behind: &'static str, column: Column, is_used: fn(&Row) -> bool) -> Further {
    Further { behind, column, is_used }
}

/// All of them, those behind one column in their order.
pub const FURTHER: &[Further] = &[
    further(
        "title",
        column("language", TEXT, "Language of the title (BCP 47), where it is not the archive's.", |row| {
            text(row.meeting.record.language.as_ref())
        }),
        |row| row.meeting.record.language.is_some(),
    ),
    further(
        "title",
        list(
            "translations",
            "The title in other languages, each behind the language (BCP 47) and a colon, several with semicolons between \
             them.",
            |row| {
                let titles = row.meeting.record.translations.iter();
                titles.flat_map(|(tag, texts)| texts.0.iter().map(move |text| format!("{tag}: {text}"))).collect()
            },
        ),
        |row| !row.meeting.record.translations.is_empty(),
    ),
    further(
        "end",
        column("status", TEXT, "Whether it came to be: planned, tentative, postponed, cancelled or held.", |row| {
            text(row.meeting.record.status.as_ref())
        }),
        |row| row.meeting.record.status.is_some(),
    ),
    further(
        "longitude",
        list(
            "places",
            "All places in which it was held, with semicolons between them; place, country, latitude and longitude are the \
             first one's.",
            |row| row.archive.places_of(row.meeting).map(|place| place.name.clone()).collect(),
        ),
        |row| row.meeting.record.place_ids().len() > 1,
    ),
    further(
        "venue",
        column("online", TEXT, "Web address at which one could take part from afar.", |row| {
            text(row.meeting.record.online.as_ref())
        }),
        |row| row.meeting.record.online.is_some(),
    ),
    further(
        "topics",
        list("agenda", "Items of the agenda, each with its number and title, likewise.", |row| {
            row.meeting.record.agenda.iter().map(|item| item.line()).collect()
        }),
        |row| !row.meeting.record.agenda.is_empty(),
    ),
    further(
        "topics",
        list(
            "decisions",
            "What was decided on each item in the order of the agenda, empty where nothing is recorded, likewise.",
            |row| {
                let decision = |of: Option<&_>| text(of.map(Statement::text));
                row.meeting.record.agenda.iter().map(|item| decision(item.decision.as_ref())).collect()
            },
        ),
        |row| row.meeting.record.agenda.iter().any(|item| item.decision.is_some()),
    ),
    further(
        "people",
        list("absent", "Those of the people who were absent, likewise.", |row| away(row, ABSENT)),
        |row| is_any_away(row, ABSENT),
    ),
    further(
        "people",
        list("excused", "Those of the people who were excused, likewise.", |row| away(row, EXCUSED)),
        |row| is_any_away(row, EXCUSED),
    ),
    of_documents(
        list(
            "document_types",
            "Media type of each document in the order of the titles, empty where it is not recorded, likewise.",
            |row| each(row, |of| of.r#type.clone()),
        ),
        |row| is_any(row, |of| of.r#type.is_some()),
    ),
    of_documents(
        list("document_sizes", "Size of each document in bytes, likewise.", |row| {
            each(row, |of| of.size.map(|size| size.to_string()))
        }),
        |row| is_any(row, |of| of.size.is_some()),
    ),
    of_documents(
        list("document_sha256", "SHA-256 of each document, likewise.", |row| each(row, |of| of.sha256.clone())),
        |row| is_any(row, |of| of.sha256.is_some()),
    ),
    of_documents(
        list(
            "document_archived",
            "Web address of a copy of each document in an archive of web pages, likewise.",
            |row| each(row, |of| of.archived.clone()),
        ),
        |row| is_any(row, |of| of.archived.is_some()),
    ),
    of_documents(
        list("document_seen", "Day on which the address of each document was last seen to work, likewise.", |row| {
            each(row, |of| of.seen.clone())
        }),
        |row| is_any(row, |of| of.seen.is_some()),
    ),
    of_documents(
        list(
            "document_files",
            "Path of each document within the folder documents that is published with the data, likewise.",
            |row| each(row, |of| of.file.clone()),
        ),
        |row| is_any(row, |of| of.file.is_some()),
    ),
    further(
        "address",
        column("reference", TEXT, "Shelf mark, box or file number under which its papers are kept.", |row| {
            text(row.meeting.record.reference.as_ref())
        }),
        |row| row.meeting.record.reference.is_some(),
    ),
    further(
        "address",
        list("formerly", "Ids that it had before, with semicolons between them.", |row| {
            row.meeting.record.formerly.clone()
        }),
        |row| !row.meeting.record.formerly.is_empty(),
    ),
];

const fn of_documents(column: Column, is_used: fn(&Row) -> bool) -> Further {
    further("document_addresses", column, is_used)
}

/// Something of each document, in the order of the titles.
fn each(row: &Row, of: fn(&Document) -> Option<String>) -> Vec<String> {
    row.meeting.record.all_documents().map(|document| of(document).unwrap_or_default()).collect()
}

fn is_any(row: &Row, has: fn(&Document) -> bool) -> bool {
    row.meeting.record.all_documents().any(has)
}

/// The names of those who were away so.
fn away(row: &Row, part: &str) -> Vec<String> {
    let people = row.meeting.record.people.iter().filter(|person| person.part.as_deref() == Some(part));
    people.filter_map(|person| Some(row.archive.person(&person.person)?.name.clone())).collect()
}

fn is_any_away(row: &Row, part: &str) -> bool {
    row.meeting.record.people.iter().any(|person| person.part.as_deref() == Some(part))
}
