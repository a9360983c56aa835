//! Reads the pieces of a catalogue.

use std::sync::OnceLock;

use crate::core::archive::json::Json;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::facet::{Facet, Facets, Value};
use crate::core::search::index::later::Later;
use crate::core::search::index::piece::Piece;
use crate::core::search::index::posting::{Places, Postings};
use crate::core::search::index::runs::Runs;
use crate::core::search::index::words::read_words;
use crate::core::search::index::{Index, numbers};
use crate::core::search::set::Set;
use crate::core::search::times::Times;
use crate::core::text::vocabulary::Vocabulary;

impl Catalogue {
    /// Reads the head of a catalogue, of which no piece has come; `None` if it is none.
    pub fn read(json: &str) -> Option<Self> {
        let head: Json = serde_json::from_str(json).ok()?;
        let field = |name: &str| match &head {
            Json::Object(fields) => fields.iter().find(|(of, _)| of == name).map(|(_, json)| json),
            _ => None,
        };
        let numbers = |name: &str| field(name).map(read_numbers);
        let facets = list(field("facets")?).iter().map(read_facet);
        let mut first_words = Vocabulary::default();
        list(field("first_words")?).iter().for_each(|word| first_words.push(as_text(word)));
        let mut catalogue = Self::default();
        catalogue.facets = Facets(facets.collect());
        catalogue.gaps = numbers("gaps")?.into_iter().map(|before| before as usize).collect();
        catalogue.without_days = numbers("without_days")?;
        catalogue.is_mapped = number(field("mapped")) > 0;
        catalogue.count = number(field("count")) as usize;
        catalogue.index = OnceLock::from(Index {
            meetings: catalogue.count,
            first_words,
            words: Runs::none_of(numbers("words")?),
            postings: Runs::none_of(numbers("postings")?),
            places: Runs::none_of(numbers("places")?),
            later: if number(field("later")) > 0 { OnceLock::from(Later::InWords) } else { OnceLock::new() },
        });
        Some(catalogue)
    }

    /// Takes a piece that has come.
    pub fn take(&self, piece: Piece, bytes: &[u8]) {
        let Some(Index { words, postings, places, .. }) = self.index.get() else { return };
        // What has come before is the same.
        let _ = match piece {
            Piece::Words(run) => words.pieces.get(run).map(|piece| piece.set(read_words(bytes)).is_ok()),
            Piece::Postings(run) => postings.pieces.get(run).map(|piece| piece.set(Postings::read(bytes)).is_ok()),
            Piece::Places(run) => places.pieces.get(run).map(|piece| piece.set(Places::read(bytes)).is_ok()),
            Piece::Titles => Some(self.title_ranks.set(numbers::read_all(bytes)).is_ok()),
            Piece::Times => Some(self.times.set(Times::read(bytes)).is_ok()),
            Piece::Facets => {
                self.take_facets(bytes);
                None
            }
            // It is in no file of the catalogue's.
            Piece::Search | Piece::Later => None,
        };
    }

    /// For each facet how many bytes follow; in them for each meeting its values, each one more than its position, and
    /// then 0.
    fn take_facets(&self, bytes: &[u8]) {
        let mut bytes = bytes.iter();
        for facet in self.facets.all() {
            let length = (numbers::read(&mut bytes) as usize).min(bytes.len());
            let (column, others) = bytes.as_slice().split_at(length);
            bytes = others.iter();
            let mut meetings: Vec<Vec<u32>> = facet.values.iter().map(|_| Vec::new()).collect();
            let mut meeting = 0;
            for value in numbers::read_all(column) {
                match value.checked_sub(1).and_then(|value| meetings.get_mut(value as usize)) {
                    Some(meetings) => meetings.push(meeting),
                    None => meeting += 1,
                }
            }
            let sets = meetings.iter().map(|meetings| Set::new(meetings, self.count())).collect();
            let _ = facet.sets.set(sets);
        }
    }
}

/// A facet of which only the values and their numbers of meetings are there.
fn read_facet(json: &Json) -> Facet {
    // Key, label, how many are shown at first (0 where nothing is said), whether it is seen at first (1 no, 2 yes), whether its
    // values keep their order, then the values.
    let values = list(json).get(5..).unwrap_or_default();
    let flag = |at: usize| number(list(json).get(at));
    Facet {
        key: text(json, 0),
        label: text(json, 1),
        show: Some(number(list(json).get(2)) as usize).filter(|show| *show > 0),
        open: Some(flag(3) > 1).filter(|_| flag(3) > 0),
        is_in_order: flag(4) > 0,
        values: values.iter().map(|value| Value { id: text(value, 0), label: text(value, 1) }).collect(),
        totals: values.iter().map(|value| number(list(value).get(2)) as usize).collect(),
        sets: OnceLock::new(),
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
