//! Writes a catalogue in parts.

use std::ops::Range;

use serde_json::json;

use super::{File, HEAD, file};
use crate::core::catalogue::Catalogue;
use crate::core::facet::Facet;
use crate::core::index::{BEGINNING, Index, LONGEST_BEGINNING, Part, Places, Posting, Postings, Vocabulary, code};

/// When parts are cut.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// A part is ended when it has so many bytes, before compression.
    pub full: usize,
    /// A beginning of words has postings of its own where its words have more than this.
    pub many: usize,
}

/// Small enough to be fetched for one word, large enough that a word with its neighbours is one request.
pub const SIZES: Sizes = Sizes { full: 8 << 10, many: 1 << 10 };

/// Nothing is cut: one part of each kind. Only what would take milliseconds to collect has postings of its own.
pub const WHOLE: Sizes = Sizes { full: usize::MAX, many: 1 << 16 };

/// All files of a catalogue.
pub fn files(catalogue: &Catalogue, sizes: Sizes) -> Vec<File> {
    let index = &catalogue.index;
    let beginnings = beginnings(index, sizes.many);
    let mut words = Run::default();
    let mut postings = Run::default();
    let mut places = Run::default();
    let mut first_words: Vec<String> = Vec::new();
    let mut of_run: Vec<String> = Vec::new();
    let mut length = 0;
    let count = beginnings.len() + index.word_count();
    for at in 0..count {
        let (word, found) = match beginnings.get(at) {
            Some((beginning, postings)) => (format!("{BEGINNING}{beginning}"), postings.clone()),
            None => {
                let at = at - beginnings.len();
                let mut found = Vec::new();
                index.each_postings(at..at + 1, &mut |postings| found.extend_from_slice(postings));
                (index.word(at).to_owned(), found)
            }
        };
        if of_run.is_empty() {
            first_words.push(word.clone());
        }
        length += word.len();
        of_run.push(word);
        Postings::write(&mut postings.bytes, &found);
        match at.checked_sub(beginnings.len()) {
            Some(at) => write_places(index, at, &mut places.bytes),
            None => code::write(&mut places.bytes, 0),
        }
        // The beginnings are a run of their own, since every open word asks for it.
        if length >= sizes.full || at + 1 == beginnings.len() || at + 1 == count {
            words.bytes = Vocabulary::bytes(of_run.iter().map(String::as_str));
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
    let head = json!({
        "count": catalogue.count(),
        "gaps": catalogue.gaps,
        "facets": catalogue.facets.all().iter().map(|facet| {
            let values = facet.values.iter().zip(&facet.totals);
            values.map(|(value, total)| json!([value.id, value.label, total])).collect::<Vec<_>>()
        }).collect::<Vec<_>>(),
        "first_words": first_words,
        "words": words.starts(),
        "postings": postings.starts(),
        "places": places.starts(),
    });
    let mut files = Vec::new();
    files.extend(words.files(Part::Words).chain(postings.files(Part::Postings)).chain(places.files(Part::Places)));
    files.push((file(Part::Facets), facets(catalogue)));
    let mut titles = Vec::new();
    catalogue.title_ranks().iter().for_each(|rank| code::write(&mut titles, *rank));
    files.push((file(Part::Titles), titles));
    files.push((HEAD.to_owned(), head.to_string().into_bytes()));
    files
}

/// Parts of one kind.
#[derive(Default)]
struct Run {
    bytes: Vec<u8>,
    /// The parts that are ended, each with the number of the word behind its last.
    ended: Vec<(Vec<u8>, usize)>,
}

impl Run {
    fn end(&mut self, at: usize) {
        self.ended.push((std::mem::take(&mut self.bytes), at));
    }

    fn starts(&self) -> Vec<usize> {
        std::iter::once(0).chain(self.ended.iter().map(|(_, end)| *end)).collect()
    }

    fn files(self, part: fn(usize) -> Part) -> impl Iterator<Item = File> {
        self.ended.into_iter().enumerate().map(move |(at, (bytes, _))| (file(part(at)), bytes))
    }
}

/// The beginnings of words that have postings of their own, in order, with these: every meeting that has any of the words,
/// with the weight of the weightiest.
fn beginnings(index: &Index, many: usize) -> Vec<(String, Vec<Posting>)> {
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
        while start < index.word_count() {
            let Some(of) = beginning(start, length).filter(|of| of.starts_with(char::is_alphanumeric)) else {
                start += 1;
                continue;
            };
            let words = (start..index.word_count()).take_while(|at| index.word(*at).starts_with(&of)).count();
            let mut count = 0;
            index.each_postings(start..start + words, &mut |postings| count += postings.len());
            if count > many && words > 1 {
                found.push((of, weightiest(index, start..start + words)));
            }
            start += words;
        }
    }
    found.sort_by(|(a, _), (b, _)| a.cmp(b));
    found
}

/// The meetings that have any of some words, each with the weight of the weightiest.
fn weightiest(index: &Index, words: Range<usize>) -> Vec<Posting> {
    let mut best = vec![0u32; index.meetings];
    index.each_postings(words, &mut |postings| {
        for posting in postings {
            let best = &mut best[posting.meeting()];
            *best = (*best).max(posting.weight());
        }
    });
    let all = best.into_iter().enumerate().filter(|(_, weight)| *weight > 0);
    all.map(|(meeting, weight)| Posting((meeting as u32) << 8 | weight)).collect()
}

fn write_places(index: &Index, word: usize, bytes: &mut Vec<u8>) {
    let run = &index.places;
    let parts = run.parts.iter().zip(&run.starts).filter_map(|(part, start)| Some((part.get()?, *start as usize)));
    if let Some((places, start)) = parts.take_while(|(_, start)| *start <= word).last() {
        Places::write(places, bytes, word - start);
    }
}

/// The meetings of all values of all facets, as a column of values for each facet.
fn facets(catalogue: &Catalogue) -> Vec<u8> {
    let mut bytes = Vec::new();
    for facet in Facet::ALL {
        let mut values_of: Vec<Vec<u32>> = vec![Vec::new(); catalogue.count()];
        for (value, set) in catalogue.sets(facet).iter().enumerate() {
            set.positions().into_iter().for_each(|position| values_of[position].push(value as u32 + 1));
        }
        let mut column = Vec::new();
        for values in values_of {
            values.into_iter().chain([0]).for_each(|value| code::write(&mut column, value));
        }
        code::write(&mut bytes, column.len() as u32);
        bytes.extend(column);
    }
    bytes
}
