//! How each record is read, and the whole dataset from its text. A test reads a record with every field that the schema
//! describes, so none is forgotten.

use std::borrow::Cow;

use crate::core::archive::format::{
    Chairmanship, Dataset, Document, Event, Facet, Gap, Meeting, Participation, Person, Place, Source, SourcedText,
    Theme, VERSION,
};
use crate::core::archive::json::{Fields, Json, Record, read_record};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Problem, ReadError};

/// Reads the text of a dataset without judging its values: the dataset, and what is of the wrong kind in it.
///
/// # Errors
/// Where the text is no dataset of this format at all.
pub fn read_dataset(json: &str) -> Result<(Dataset, Vec<Problem>), ReadError> {
    read_fields(read_tree(json)?)
}

/// The fields of a dataset, as its text has them.
pub type Tree<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

/// Reads the text of a dataset no further than to its fields.
///
/// # Errors
/// Where the text is no JSON, or no object.
pub fn read_tree(json: &str) -> Result<Tree<'_>, ReadError> {
    // A file may begin with a mark that tells its encoding, and a browser may keep it.
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    let Json::Object(fields) = serde_json::from_str(json)? else {
        return Err(ReadError::NotAnArchive);
    };
    Ok(fields)
}

/// The same of the fields of a dataset, as its text has them.
///
/// # Errors
/// Where they are no dataset of this format at all.
pub fn read_fields(fields: Tree) -> Result<(Dataset, Vec<Problem>), ReadError> {
    // Another version may well have another shape, and then that is what the reader should hear.
    match fields.iter().find(|(name, _)| name == "version") {
        Some((_, Json::Number(version))) if *version == f64::from(VERSION) => {}
        Some((_, Json::Number(version))) if *version >= 0.0 && version.trunc() == *version => {
            return Err(ReadError::Version(*version as u64));
        }
        _ => return Err(ReadError::NotAnArchive),
    }
    let mut problems = Vec::new();
    let dataset = read_record(Path::root(), Json::Object(fields), &mut problems);
    Ok((dataset, problems))
}

impl Record for Dataset {
    fn read(fields: &mut Fields) -> Self {
        Self {
            version: fields.count("version").unwrap_or_default(),
            id: fields.text_if("id"),
            title: fields.text("title"),
            language: fields.text("language"),
            site: fields.text_if("site"),
            modified: fields.text_if("modified"),
            description: fields.text_if("description"),
            contact: fields.text_if("contact"),
            source: fields.one_or_many("source"),
            objectives: fields.statements("objectives"),
            background: fields.statements("background"),
            organisers: fields.statements("organisers"),
            notes: fields.statements("notes"),
            chairmanships: fields.records("chairmanships"),
            facets: fields.records("facets"),
            themes: fields.records("themes"),
            places: fields.records("places"),
            people: fields.records("people"),
            meetings: fields.records("meetings"),
            gaps: fields.records("gaps"),
            sources: fields.records("sources"),
        }
    }
}

impl Record for SourcedText {
    fn read(fields: &mut Fields) -> Self {
        Self { text: fields.text("text"), source: fields.one_or_many("source") }
    }
}

impl Record for Chairmanship {
    fn read(fields: &mut Fields) -> Self {
        Self {
            body: fields.text("body"),
            holder: fields.text("holder"),
            from: fields.text("from"),
            to: fields.text("to"),
            note: fields.text_if("note"),
            source: fields.one_or_many("source"),
        }
    }
}

impl Record for Facet {
    fn read(fields: &mut Fields) -> Self {
        Self {
            key: fields.text("key"),
            label: fields.text_if("label"),
            labels: fields.by_name("labels"),
            order: fields.text_if("order"),
            values: fields.texts("values"),
            show: fields.count("show"),
            open: fields.flag("open"),
        }
    }
}

impl Record for Theme {
    fn read(fields: &mut Fields) -> Self {
        Self { id: fields.text("id"), label: fields.text("label") }
    }
}

impl Record for Place {
    fn read(fields: &mut Fields) -> Self {
        Self {
            id: fields.text("id"),
            name: fields.text("name"),
            country: fields.text_if("country"),
            region: fields.text_if("region"),
            lat: fields.number("lat"),
            lon: fields.number("lon"),
            names: fields.by_name("names"),
            note: fields.text_if("note"),
            source: fields.one_or_many("source"),
        }
    }
}

impl Record for Person {
    fn read(fields: &mut Fields) -> Self {
        Self { id: fields.text("id"), name: fields.text("name") }
    }
}

impl Record for Meeting {
    fn read(fields: &mut Fields) -> Self {
        Self {
            id: fields.text("id"),
            title: fields.text("title"),
            number: fields.count("number"),
            modified: fields.text_if("modified"),
            start: fields.text("start"),
            end: fields.text_if("end"),
            themes: fields.texts("themes"),
            place: fields.text_if("place"),
            venue: fields.text_if("venue"),
            format: fields.text_if("format"),
            within: fields.record("within"),
            alongside: fields.record("alongside"),
            topics: fields.statements("topics"),
            people: fields.records("people"),
            documents: fields.records("documents"),
            facets: fields.by_name("facets"),
            quotes: fields.statements("quotes"),
            notes: fields.statements("notes"),
            source: fields.one_or_many("source"),
            additions: fields.by_name("additions"),
        }
    }
}

impl Record for Event {
    fn read(fields: &mut Fields) -> Self {
        Self {
            title: fields.text("title"),
            start: fields.text_if("start"),
            end: fields.text_if("end"),
            source: fields.one_or_many("source"),
        }
    }
}

impl Record for Participation {
    fn read(fields: &mut Fields) -> Self {
        Self {
            person: fields.text("person"),
            office: fields.text_if("office"),
            part: fields.text_if("part"),
            source: fields.one_or_many("source"),
        }
    }
}

impl Record for Document {
    fn read(fields: &mut Fields) -> Self {
        Self {
            title: fields.text("title"),
            kind: fields.one_or_many("kind"),
            languages: fields.texts("languages"),
            url: fields.text_if("url"),
            note: fields.text_if("note"),
            source: fields.one_or_many("source"),
            additions: fields.by_name("additions"),
        }
    }
}

impl Record for Gap {
    fn read(fields: &mut Fields) -> Self {
        Self {
            number: fields.count("number").unwrap_or_default(),
            title: fields.text("title"),
            note: fields.text_if("note"),
            source: fields.one_or_many("source"),
        }
    }
}

impl Record for Source {
    fn read(fields: &mut Fields) -> Self {
        Self {
            id: fields.text("id"),
            title: fields.text("title"),
            publisher: fields.text_if("publisher"),
            date: fields.text_if("date"),
            language: fields.text_if("language"),
            url: fields.text_if("url"),
            note: fields.text_if("note"),
        }
    }
}
