//! The later parts of words, as `partnerskap` in `industripartnerskapet`: compounds are found by them.

use std::ops::Range;

use super::Reader;
use crate::core::search::index::posting::Posting;
use crate::core::text::order::{first_that, sorted};

/// Begins the words that stand for a later part of words, which follows. Among its postings stand in place of meetings the
/// positions of these words.
pub const LATER: char = '\u{4}';

/// No word that stands for something else is behind this.
pub const FIRST_OF_TEXT: &str = "\u{5}";

/// The fewest letters of a later part: what is shorter stands in too many words by chance.
pub const SHORTEST: usize = 4;

/// The fewest letters before it.
const BEFORE: usize = 3;

/// Where the later parts of the words of an index are told.
#[derive(Debug)]
pub enum Later {
    /// In words of its own that begin with [`LATER`].
    InWords,
    /// Here: above the lowest eight bits the position of a word, in these where the part begins in it, in bytes; in the
    /// order of the parts.
    Table(Vec<u32>),
}

impl Later {
    /// The later parts of all words of an index of which all words are there.
    pub fn new(index: Reader) -> Self {
        let mut all: Vec<u32> = Vec::new();
        for word in index.words_of_text() {
            starts(index.word(word)).for_each(|start| all.push((word as u32) << 8 | start as u32));
        }
        // Most parts differ in their first eight bytes.
        let begins = |part: &str| part.bytes().chain([0; 8]).take(8).fold(0, |all, byte| all << 8 | u64::from(byte));
        let beginnings: Vec<u64> = all.iter().map(|entry| begins(part(index, *entry))).collect();
        let order = sorted(all.len(), &|a, b| {
            beginnings[a].cmp(&beginnings[b]).then_with(|| part(index, all[a]).cmp(part(index, all[b])))
        });
        Self::Table(order.into_iter().map(|at| all[at]).collect())
    }
}

/// Where the later parts of a word begin, in bytes.
pub fn starts(word: &str) -> impl Iterator<Item = usize> {
    let letters = if word.starts_with(char::is_alphabetic) { word.chars().count() } else { 0 };
    let starts = word.char_indices().map(|(start, _)| start).take_while(|start| *start < 256);
    starts.take((letters + 1).saturating_sub(SHORTEST)).skip(BEFORE)
}

fn part(index: Reader<'_>, entry: u32) -> &str {
    index.word((entry >> 8) as usize).get((entry & 0xff) as usize..).unwrap_or_default()
}

impl Reader<'_> {
    /// The positions of the words that stand for nothing else.
    pub fn words_of_text(self) -> Range<usize> {
        self.not_before(FIRST_OF_TEXT)..self.index.word_count()
    }

    /// Tells the words, by their positions, of which a later part begins so. What is not there for it is not lacking for the
    /// list.
    pub fn each_with_later(self, beginning: &str, tell: &mut dyn FnMut(Self, usize)) {
        let reader = Self { is_for_later: true, ..self };
        match self.index.later.get() {
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
                    tell(reader, (entry >> 8) as usize);
                }
            }
        }
    }
}

/// The words that stand for the later parts of all words of an index, in order, each with the positions of these words.
pub fn as_words(index: Reader) -> Vec<(String, Vec<usize>)> {
    let mut words: Vec<(String, Vec<usize>)> = Vec::new();
    let Later::Table(all) = Later::new(index) else { return words };
    for entry in all {
        let (word, part) = ((entry >> 8) as usize, part(index, entry));
        match words.last_mut() {
            Some((last, of)) if last[1..] == *part => of.push(word),
            _ => words.push((format!("{LATER}{part}"), vec![word])),
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_part_has_four_letters_and_three_before_it() {
        let parts = |word: &str| starts(word).map(|start| word[start..].to_owned()).collect::<Vec<_>>();
        assert_eq!(parts("sjomote"), ["mote"]);
        assert_eq!(parts("skogbruk"), ["gbruk", "bruk"]);
        assert_eq!(parts("форумам"), ["умам"]);
        for word in ["sjomot", "abc", "", "1234567", "\u{2}2011-06-15", "経済"] {
            assert!(parts(word).is_empty(), "{word}");
        }
        assert!(starts(&"a".repeat(400)).all(|start| start < 256));
    }
}
