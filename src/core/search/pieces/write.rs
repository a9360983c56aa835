//! Writes a catalogue in pieces.

use std::collections::BTreeSet;
use std::ops::Range;

use serde_json::{Map, Value, json};

use super::{File, HEAD, file};
use crate::core::search::catalogue::Catalogue;
use crate::core::search::facet::Facet;
use crate::core::search::index::piece::{Lacking, Piece};
use crate::core::search::index::posting::{Places, Posting, Postings};
use crate::core::search::index::words::{BEGINNING, LONGEST_BEGINNING, words_as_bytes};
use crate::core::search::index::{Index, Reader, numbers};
use crate::core::search::later_parts::as_words;

/// When pieces are cut.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// A piece is ended when it has so many bytes, before compression.
    pub full: usize,
    /// A beginning of words has postings of its own where its words have more than this.
    pub many: usize,
    /// Whether they are fetched one by one for pages: then there are pieces for the order of titles and for the later parts of
    /// words, which are found without where all words are at hand.
    pub for_pages: bool,
}

/// Small enough to be fetched for one word, large enough that a word with its neighbours is one request.
pub const SIZES: Sizes = Sizes { full: 8 << 10, many: 1 << 10, for_pages: true };

/// Nothing is cut: one piece of each kind. Only what would take milliseconds to collect has postings of its own.
pub const WHOLE: Sizes = Sizes { full: usize::MAX, many: 1 << 16, for_pages: false };

/// All files of a catalogue.
pub fn files(catalogue: &Catalogue, sizes: Sizes) -> Vec<File> {
    let lacking = Lacking::default();
    // Where no words were read there are none to write.
    let no_words = Index::default();
    let index = catalogue.index.get().unwrap_or(&no_words).reader(&lacking);
    let own = Own::of(index, sizes);
    let mut words = Run::default();
    let mut postings = Run::default();
    let mut places = Run::default();
    let mut first_words: Vec<String> = Vec::new();
    let mut of_run: Vec<String> = Vec::new();
    let mut length = 0;
    let count = own.count() + index.index.word_count();
    for at in 0..count {
        let (word, found) = own.word_with_postings(index, at);
        if of_run.is_empty() {
            first_words.push(word.clone());
        }
        length += word.len();
        of_run.push(word);
        Postings::write(&mut postings.bytes, &found);
        match own.of_index(at) {
            Ok(at) => write_places(index.index, at, &mut places.bytes),
            Err(_) => numbers::write(&mut places.bytes, 0),
        }
        // The beginnings are a run of their own, since every open word asks for it.
        if length >= sizes.full || at + 1 == own.beginnings.len() || at + 1 == count {
            words.bytes = words_as_bytes(of_run.iter().map(String::as_str));
            words.end(at + 1);
            of_run.clear();
            length = 0;
        }
        for run in [&mut postings, &mut places] {
            if run.bytes.len() >= sizes.full || at + 1 == count {
                run.end(at + 1);
            }
        }
    }
    let head =
        head(catalogue, [("words", words.starts()), ("postings", postings.starts()), ("places", places.starts())]);
    let head = head.chain([("first_words", json!(first_words)), ("later", json!(u8::from(sizes.for_pages)))]);
    let head: Map<String, Value> = head.map(|(name, value)| (name.to_owned(), value)).collect();
    let mut files = Vec::new();
    files.extend(words.files(Piece::Words).chain(postings.files(Piece::Postings)).chain(places.files(Piece::Places)));
    files.extend(file(Piece::Facets).map(|name| (name, facets(catalogue, &lacking))));
    if sizes.for_pages {
        let mut titles = Vec::new();
        catalogue.title_ranks(&lacking).iter().for_each(|rank| numbers::write(&mut titles, *rank));
        files.extend(file(Piece::Titles).map(|name| (name, titles)));
    }
    let times = catalogue.times.get().zip(file(Piece::Times));
    files.extend(times.map(|(times, name)| (name, times.write())));
    files.push((HEAD.to_owned(), Value::Object(head).to_string().into_bytes()));
    files
}

/// What the head says of a catalogue, and of each kind of run where its pieces start.
fn head(catalogue: &Catalogue, runs: [(&'static str, Value); 3]) -> impl Iterator<Item = (&'static str, Value)> {
    let facets: Vec<Value> = catalogue.facets.all().iter().map(facet_head).collect();
    let own = [
        ("count", json!(catalogue.count())),
        ("mapped", json!(u8::from(catalogue.is_mapped))),
        ("gaps", json!(catalogue.gaps)),
        ("without_days", json!(catalogue.without_days)),
        ("facets", json!(facets)),
    ];
    own.into_iter().chain(runs)
}

/// The words that pieces have besides those of the index, each with its postings.
struct Own {
    /// Beginnings, which stand before all other words.
    beginnings: Vec<(String, Vec<Posting>)>,
    /// Later parts, which stand before the words of texts; their postings have positions of words.
    later: Vec<(String, Vec<Posting>)>,
    /// The number of words of the index before them.
    before_later: usize,
}

impl Own {
    fn of(index: Reader, sizes: Sizes) -> Self {
        let mut own = Self {
            beginnings: beginnings(index, sizes.many),
            later: Vec::new(),
            before_later: index.words_of_text().start,
        };
        let words = if sizes.for_pages { as_words(index) } else { Vec::new() };
        // Words of texts stand behind all of these.
        let before = own.beginnings.len() + words.len();
        let postings = |words: Vec<usize>| {
            let sorted = words.into_iter().collect::<BTreeSet<_>>();
            sorted.into_iter().map(|word| Posting::new(before + word, 1)).collect()
        };
        own.later = words.into_iter().map(|(word, words)| (word, postings(words))).collect();
        own
    }

    fn count(&self) -> usize {
        self.beginnings.len() + self.later.len()
    }

    /// The position in the index of the word at this position; or else the word with its postings.
    fn of_index(&self, at: usize) -> Result<usize, Option<&(String, Vec<Posting>)>> {
        let Some(at) = at.checked_sub(self.beginnings.len()) else { return Err(self.beginnings.get(at)) };
        match at.checked_sub(self.before_later) {
            Some(later) if later < self.later.len() => Err(self.later.get(later)),
            Some(later) => Ok(self.before_later + later - self.later.len()),
            None => Ok(at),
        }
    }

    fn word_with_postings(&self, index: Reader, at: usize) -> (String, Vec<Posting>) {
        match self.of_index(at) {
            Err(own) => own.cloned().unwrap_or_default(),
            Ok(at) => {
                let mut found = Vec::new();
                index.each_postings(at..at + 1, &mut |postings| found.extend_from_slice(postings));
                (index.word(at).to_owned(), found)
            }
        }
    }
}

/// A facet in the head: what is shown of it, and its values with their numbers of meetings.
fn facet_head(facet: &Facet) -> Value {
    let open = facet.open.map_or(0, |open| 1 + u8::from(open));
    let about = [
        json!(facet.key),
        json!(facet.label),
        json!(facet.show.unwrap_or_default()),
        json!(open),
        json!(u8::from(facet.is_in_order)),
    ];
    let values = facet.values.iter().zip(&facet.totals).map(|(value, total)| json!([value.id, value.label, total]));
    about.into_iter().chain(values).collect()
}

/// Pieces of one kind.
#[derive(Default)]
struct Run {
    bytes: Vec<u8>,
    /// The pieces that are ended, each with the number of the word behind its last.
    ended: Vec<(Vec<u8>, usize)>,
}

impl Run {
    fn end(&mut self, at: usize) {
        self.ended.push((std::mem::take(&mut self.bytes), at));
    }

    fn starts(&self) -> Value {
        std::iter::once(0).chain(self.ended.iter().map(|(_, end)| *end)).collect::<Vec<usize>>().into()
    }

    fn files(self, piece: fn(usize) -> Piece) -> impl Iterator<Item = File> {
        self.ended.into_iter().enumerate().filter_map(move |(at, (bytes, _))| Some((file(piece(at))?, bytes)))
    }
}

/// The beginnings of words that have postings of their own, in order, with these: every meeting that has any of the words,
/// with the weight of the weightiest.
fn beginnings(index: Reader, many: usize) -> Vec<(String, Vec<Posting>)> {
    let mut found = Vec::new();
    let beginning = |at: usize, length: usize| {
        index
            .word(at)
            .char_indices()
            .nth(length - 1)
            .map(|(start, char)| index.word(at).get(..start + char.len_utf8()).unwrap_or_default().to_owned())
    };
    for length in 1..=LONGEST_BEGINNING {
        let mut start = 0;
        while start < index.index.word_count() {
            let Some(of) = beginning(start, length).filter(|of| of.starts_with(char::is_alphanumeric)) else {
                start += 1;
                continue;
            };
            let words = (start..index.index.word_count()).take_while(|at| index.word(*at).starts_with(&of)).count();
            let mut count = 0;
            index.each_postings(start..start + words, &mut |postings| count += postings.len());
            if count > many && words > 1 {
                found.push((format!("{BEGINNING}{of}"), weightiest(index, start..start + words)));
            }
            start += words;
        }
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found
}

/// The meetings that have any of some words, each with the weight of the weightiest.
fn weightiest(index: Reader, words: Range<usize>) -> Vec<Posting> {
    let mut best = vec![0u32; index.index.meetings];
    index.each_postings(words, &mut |postings| {
        for posting in postings {
            let best = &mut best[posting.meeting()];
            *best = (*best).max(posting.weight());
        }
    });
    let all = best.into_iter().enumerate().filter(|(_, weight)| *weight > 0);
    all.map(|(meeting, weight)| Posting::new(meeting, weight)).collect()
}

fn write_places(index: &Index, word: usize, bytes: &mut Vec<u8>) {
    let run = &index.places;
    let pieces = run.pieces.iter().zip(&run.starts).filter_map(|(piece, start)| Some((piece.get()?, *start as usize)));
    if let Some((places, start)) = pieces.take_while(|(_, start)| *start <= word).last() {
        Places::write(places, bytes, word - start);
    }
}

/// The meetings of all values of all facets, as a column of values for each facet.
fn facets(catalogue: &Catalogue, lacking: &Lacking) -> Vec<u8> {
    let mut bytes = Vec::new();
    for facet in catalogue.facets.all() {
        let mut values_of: Vec<Vec<u32>> = vec![Vec::new(); catalogue.count()];
        for (value, set) in catalogue.sets(facet, lacking).iter().enumerate() {
            set.positions().into_iter().for_each(|position| values_of[position].push(value as u32 + 1));
        }
        let mut column = Vec::new();
        for values in values_of {
            values.into_iter().chain([0]).for_each(|value| numbers::write(&mut column, value));
        }
        numbers::write(&mut bytes, column.len() as u32);
        bytes.extend(column);
    }
    bytes
}
