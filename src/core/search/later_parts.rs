//! Finds words by their later parts, and makes what they are found in.

use crate::core::search::index::Reader;
use crate::core::search::index::later::{LATER, Later, starts};
use crate::core::search::index::posting::Posting;
use crate::core::text::order::{first_that, sort};

/// The later parts of all words of an index of which all words are there.
pub fn later_parts(index: Reader) -> Later {
    let count = index.words_of_text().map(|word| starts(index.word(word)).count()).sum();
    let mut all: Vec<usize> = Vec::with_capacity(count);
    for word in index.words_of_text() {
        starts(index.word(word)).for_each(|start| all.push(word << 8 | start));
    }
    // What is put in order is what is kept: there are several to a word, and memory that was taken is not given back.
    sort(&mut all, &|a, b| part(index, a).cmp(part(index, b)));
    Later::Table(all)
}

fn part(index: Reader<'_>, entry: usize) -> &str {
    index.word(entry >> 8).get(entry & 0xff..).unwrap_or_default()
}

/// Tells the words, by their positions, of which a later part begins so. What is not there for it is not lacking for the
/// list.
pub fn each_with_later<'a>(index: Reader<'a>, beginning: &str, tell: &mut dyn FnMut(Reader<'a>, usize)) {
    let reader = Reader { is_for_later: true, ..index };
    match index.index.later.get() {
        None => reader.note_later(),
        Some(Later::InWords) => {
            let mut words: Vec<usize> = Vec::new();
            let add = &mut |found: &[Posting]| words.extend(found.iter().map(|found| found.meeting()));
            reader.each_postings(reader.beginning_with(&format!("{LATER}{beginning}")), add);
            words.into_iter().for_each(|word| tell(reader, word));
        }
        Some(Later::Table(all)) => {
            let part = |at: usize| all.get(at).map_or("", |entry| part(reader, *entry));
            let first = first_that(0..all.len(), &|at| part(at) >= beginning);
            for entry in all.get(first..).unwrap_or_default() {
                if !self::part(reader, *entry).starts_with(beginning) {
                    break;
                }
                tell(reader, entry >> 8);
            }
        }
    }
}

/// The words that stand for the later parts of all words of an index, in order, each with the positions of these words.
pub fn as_words(index: Reader) -> Vec<(String, Vec<usize>)> {
    let mut words: Vec<(String, Vec<usize>)> = Vec::new();
    let Later::Table(all) = later_parts(index) else { return words };
    for entry in all {
        let (word, part) = (entry >> 8, part(index, entry));
        match words.last_mut() {
            Some((last, of)) if last[1..] == *part => of.push(word),
            _ => words.push((format!("{LATER}{part}"), vec![word])),
        }
    }
    words
}
