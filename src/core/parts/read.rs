//! Reads the parts of a catalogue.

use std::sync::OnceLock;

use crate::core::catalogue::Catalogue;
use crate::core::facet::{Facet, FacetValues, Facets, Value};
use crate::core::index::{Part, Places, Postings, Runs, Vocabulary, code};
use crate::core::json::Json;
use crate::core::set::Set;

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
            Part::Titles => Some(self.title_ranks.set(code::read_all(bytes)).is_ok()),
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
            for value in code::read_all(column) {
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
