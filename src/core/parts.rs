//! A catalogue in parts: a small head, and files that are fetched when a query needs them. For archives that are too large
//! to be fetched whole.
//!
//! Beside them stand the records, a few meetings in a file, each of which is a dataset of its own.

use std::sync::OnceLock;

use super::archive::Archive;
use super::catalogue::Catalogue;
use super::facet::{Facet, FacetValues, Facets, Value};
use super::index::{Part, Places, Postings, Runs, Vocabulary, code};
use super::json::Json;
use super::set::Set;

/// The file of the head of the catalogue.
pub const HEAD: &str = "catalogue.json";

/// The file of the first page: the dataset with its latest meetings alone.
pub const FIRST_PAGE: &str = "first.json";

/// The number of meetings in a file of records.
pub const IN_A_FILE: usize = 4;

/// The file of a part.
pub fn file(part: Part) -> String {
    match part {
        Part::Words(run) => format!("words-{run}.bin"),
        Part::Postings(run) => format!("postings-{run}.bin"),
        Part::Places(run) => format!("places-{run}.bin"),
        Part::Facets => "facets.bin".to_owned(),
        Part::Titles => "titles.bin".to_owned(),
    }
}

/// The file of the records of the meeting at this position; in it the meeting stands at `position % IN_A_FILE`.
pub fn records_file(position: usize) -> String {
    format!("meetings-{}.json", position / IN_A_FILE)
}

/// The records of the meetings: those of an archive, which are the last ones, and others that come a few at a time.
#[derive(Debug)]
pub struct Records {
    archive: &'static Archive,
    files: Vec<OnceLock<&'static Archive>>,
}

impl Records {
    /// The records of all meetings that the catalogue of the archive has, of which those in the archive are there.
    pub fn of(archive: &'static Archive) -> Self {
        let count = archive.catalogue.count();
        let files =
            if cfg!(feature = "parts") && archive.meetings.len() < count { count.div_ceil(IN_A_FILE) } else { 0 };
        Self { archive, files: (0..files).map(|_| OnceLock::new()).collect() }
    }

    /// The archive that holds the meeting at this position, and its position there; none while it has not come.
    pub fn get(&self, position: usize) -> Option<(&'static Archive, usize)> {
        let first = self.archive.catalogue.count().saturating_sub(self.archive.meetings.len());
        match position.checked_sub(first) {
            Some(at) => Some((self.archive, at)),
            None => self.files.get(position / IN_A_FILE)?.get().map(|archive| (*archive, position % IN_A_FILE)),
        }
    }

    /// Takes the archive with the meeting at this position, which has come.
    pub fn take(&self, position: usize, archive: &'static Archive) {
        if let Some(file) = self.files.get(position / IN_A_FILE) {
            // What has come before is the same.
            let _ = file.set(archive);
        }
    }

    /// Whether there are others than those of the archive.
    pub fn is_in_parts(&self) -> bool {
        !self.files.is_empty()
    }
}

impl Catalogue {
    /// Reads the head of a catalogue, of which no part has come; `None` if it is none.
    pub fn read(json: &str) -> Option<Self> {
        let head: Json = serde_json::from_str(json).ok()?;
        let field = |name: &str| match &head {
            Json::Object(fields) => fields.iter().find(|(of, _)| of == name).map(|(_, json)| json),
            _ => None,
        };
        let numbers = |name: &str| field(name).map(read_numbers);
        let facets = list(field("facets")?).iter().map(|facet| FacetValues {
            values: list(facet).iter().map(|value| Value { id: text(value, 0), label: text(value, 1) }).collect(),
            totals: list(facet).iter().map(|value| number(list(value).get(2)) as usize).collect(),
            sets: OnceLock::new(),
        });
        let mut first_words = Vocabulary::default();
        list(field("first_words")?).iter().for_each(|word| first_words.push(as_text(word)));
        let mut catalogue = Self::default();
        catalogue.facets = Facets::of(facets.collect());
        catalogue.gaps = numbers("gaps")?.into_iter().map(|before| before as usize).collect();
        let index = &mut catalogue.index;
        index.meetings = number(field("count")) as usize;
        index.first_words = first_words;
        index.words = Runs::none_of(numbers("words")?);
        index.postings = Runs::none_of(numbers("postings")?);
        index.places = Runs::none_of(numbers("places")?);
        Some(catalogue)
    }

    /// Takes a part that has come.
    pub fn take(&self, part: Part, bytes: &[u8]) {
        // What has come before is the same.
        let _ = match part {
            Part::Words(run) => self.index.words.parts.get(run).map(|part| part.set(Vocabulary::read(bytes)).is_ok()),
            Part::Postings(run) => {
                self.index.postings.parts.get(run).map(|part| part.set(Postings::read(bytes)).is_ok())
            }
            Part::Places(run) => self.index.places.parts.get(run).map(|part| part.set(Places::read(bytes)).is_ok()),
            Part::Titles => Some(self.title_ranks.set(read_all(bytes)).is_ok()),
            Part::Facets => {
                self.take_facets(bytes);
                None
            }
        };
    }

    /// For each facet how many bytes follow; in them for each meeting its values, each one more than its position, and
    /// then 0.
    fn take_facets(&self, bytes: &[u8]) {
        let mut bytes = bytes.iter();
        for facet in Facet::ALL {
            let length = (code::read(&mut bytes) as usize).min(bytes.len());
            let (column, others) = bytes.as_slice().split_at(length);
            bytes = others.iter();
            let values = self.facets.get(facet);
            let mut meetings: Vec<Vec<u32>> = values.values.iter().map(|_| Vec::new()).collect();
            let mut meeting = 0;
            for value in read_all(column) {
                match value.checked_sub(1).and_then(|value| meetings.get_mut(value as usize)) {
                    Some(meetings) => meetings.push(meeting),
                    None => meeting += 1,
                }
            }
            let sets = meetings.iter().map(|meetings| Set::new(meetings, self.count())).collect();
            let _ = values.sets.set(sets);
        }
    }
}

fn read_all(bytes: &[u8]) -> Vec<u32> {
    let mut bytes = bytes.iter();
    let mut numbers = Vec::new();
    while !bytes.as_slice().is_empty() {
        numbers.push(code::read(&mut bytes));
    }
    numbers
}

fn list<'a>(json: &'a Json<'a>) -> &'a [Json<'a>] {
    match json {
        Json::List(items) => items,
        _ => &[],
    }
}

fn as_text<'a>(json: &'a Json) -> &'a str {
    match json {
        Json::Text(text) => text,
        _ => "",
    }
}

fn text(json: &Json, at: usize) -> String {
    list(json).get(at).map(as_text).unwrap_or_default().to_owned()
}

fn number(json: Option<&Json>) -> u32 {
    match json {
        Some(Json::Number(number)) => *number as u32,
        _ => 0,
    }
}

fn read_numbers(json: &Json) -> Vec<u32> {
    list(json).iter().map(|json| number(Some(json))).collect()
}
