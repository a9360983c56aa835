//! The index that search reads: the distinct folded words in their order, and for each word the meetings that have it,
//! with how much it weighs in them and where it stands.

pub mod builder;

use std::ops::Range;

use super::order::first_that;

/// Begins the words that stand for a day or a month: its date in ISO 8601 follows.
pub const DATE: char = '\u{1}';
/// Begins the words that stand for an ordinal: its digits follow.
pub const ORDINAL: char = '\u{2}';

/// Words in their order, one after another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    letters: String,
    /// Where each word ends.
    ends: Vec<u32>,
}

impl Vocabulary {
    /// The number of words.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds a word behind the others.
    pub fn push(&mut self, word: &str) {
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
    }

    /// The word at this position; an empty one past the last.
    pub fn word(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let start = at.checked_sub(1).map_or(Some(0), end);
        start.zip(end(at)).and_then(|(start, end)| self.letters.get(start..end)).unwrap_or_default()
    }

    /// The position of a word.
    pub fn position(&self, word: &str) -> Option<usize> {
        let at = first_that(0..self.len(), &|at| self.word(at) >= word);
        (self.word(at) == word && at < self.len()).then_some(at)
    }

    /// Of the positions in `within`, where all words have their first `prefix.len()` bytes in order, those of the words
    /// that begin with `prefix`.
    pub fn beginning_with(&self, prefix: &str, within: Range<usize>) -> Range<usize> {
        let start = first_that(within.clone(), &|at| self.word(at) >= prefix);
        let end = first_that(start..within.end, &|at| !self.word(at).starts_with(prefix));
        start..end
    }
}

/// A meeting that has a word: its position above the lowest eight bits, which hold how much the word weighs in it, from
/// 1 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting(pub u32);

impl Posting {
    /// The position of the meeting.
    pub fn meeting(self) -> usize {
        (self.0 >> 8) as usize
    }

    /// How much the word weighs in the meeting.
    pub fn weight(self) -> u32 {
        self.0 & 0xff
    }
}

/// The words of an archive and where they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Index {
    /// The number of meetings.
    pub meetings: usize,
    /// All words.
    pub vocabulary: Vocabulary,
    /// For each word the number of its first posting, and where the last one's end.
    first_postings: Vec<u32>,
    postings: Vec<Posting>,
    /// For each word the first byte of its places, and where the last one's end.
    first_places: Vec<u32>,
    /// For each posting how many places follow, and the steps from one place to the next, as LEB128.
    places: Vec<u8>,
}

impl Index {
    /// The meetings that have the word at this position, in order.
    pub fn postings(&self, word: usize) -> &[Posting] {
        self.postings.get(range(&self.first_postings, word)).unwrap_or_default()
    }

    /// What words that follow each other are found in: the postings of each word in turn.
    pub fn postings_of(&self, words: Range<usize>) -> &[Posting] {
        let (start, end) =
            (range(&self.first_postings, words.start).start, range(&self.first_postings, words.end).start);
        self.postings.get(start..end).unwrap_or_default()
    }

    /// Tells where the word at this position stands: a posting, and a place within its meeting. Words that follow each
    /// other have places that follow each other.
    pub fn each_place(&self, word: usize, tell: &mut dyn FnMut(Posting, u32)) {
        let mut bytes = self.places.get(range(&self.first_places, word)).unwrap_or_default().iter();
        let mut next = || read_leb128(&mut bytes);
        for posting in self.postings(word) {
            let (count, mut place) = (next(), 0);
            for _ in 0..count {
                place += next();
                tell(*posting, place);
            }
        }
    }

    /// The bytes that it takes.
    pub fn size(&self) -> usize {
        let numbers = self.first_postings.len() + self.postings.len() + self.first_places.len() + self.vocabulary.len();
        4 * numbers + self.places.len() + self.vocabulary.letters.len()
    }
}

fn range(firsts: &[u32], word: usize) -> Range<usize> {
    let first = |at: usize| firsts.get(at).map_or(0, |first| *first as usize);
    first(word)..first(word + 1)
}

/// Appends a number as LEB128: seven bits a byte, the lowest first, the highest bit where more follow.
pub fn push_leb128(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads a number written as LEB128; bytes that end too early read as what they hold.
pub fn read_leb128(bytes: &mut std::slice::Iter<u8>) -> u32 {
    let (mut number, mut shift) = (0, 0);
    for byte in bytes {
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
        if byte & 0x80 == 0 {
            break;
        }
        shift += 7;
    }
    number
}
