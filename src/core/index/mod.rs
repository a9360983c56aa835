//! The index that search reads: the distinct folded words in their order, and for each word the meetings that have it,
//! with how much it weighs in them and where it stands.
//!
//! It may be in parts that come when they are asked for: words, postings and places each in runs of words that follow
//! each other. What was made in the browser is one part of each.

pub mod builder;
pub mod code;

use std::ops::Range;
use std::sync::{Mutex, OnceLock};

use super::order::first_that;

/// Begins the words that stand for all words with a beginning, which follows: what is begun by many words, and would be
/// slow to collect.
pub const BEGINNING: char = '\u{1}';
/// The longest of these beginnings, in characters; what is longer is begun by few words.
pub const LONGEST_BEGINNING: usize = 4;
/// Begins the words that stand for a day or a month: its date in ISO 8601 follows.
pub const DATE: char = '\u{2}';
/// Begins the words that stand for an ordinal: its digits follow.
pub const ORDINAL: char = '\u{3}';

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

/// The postings of a run of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Postings {
    /// For each word the number of its first posting, and where the last one's end.
    firsts: Vec<u32>,
    postings: Vec<Posting>,
}

/// The places of a run of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// For each word the first byte of its places, and where the last one's end.
    firsts: Vec<u32>,
    /// For each posting how many places follow, and the steps from one place to the next, as LEB128.
    bytes: Vec<u8>,
}

/// What is in parts, each for a run of words; a part that has not come is empty.
#[derive(Debug, Default)]
pub struct Runs<T> {
    /// The number of the first word of each run, and behind the last the number of all words.
    pub starts: Vec<u32>,
    /// The parts.
    pub parts: Vec<OnceLock<T>>,
}

impl<T> Runs<T> {
    /// Parts of which none has come.
    pub fn none_of(starts: Vec<u32>) -> Self {
        let parts = (1..starts.len()).map(|_| OnceLock::new()).collect();
        Self { starts, parts }
    }

    /// One part, which is there.
    fn whole(part: T, words: usize) -> Self {
        Self { starts: vec![0, words as u32], parts: vec![OnceLock::from(part)] }
    }

    fn start(&self, run: usize) -> usize {
        self.starts.get(run).map_or(0, |start| *start as usize)
    }

    /// The run that a word is in.
    fn run_of(&self, word: usize) -> usize {
        first_that(0..self.parts.len(), &|run| self.start(run + 1) > word)
    }
}

/// A part of an index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The words of a run.
    Words(usize),
    /// The postings of a run.
    Postings(usize),
    /// The places of a run.
    Places(usize),
    /// The meetings that have each value of each facet.
    Facets,
    /// The order of the titles.
    Titles,
}

/// The words of an archive and where they stand.
#[derive(Debug, Default)]
pub struct Index {
    /// The number of meetings.
    pub meetings: usize,
    /// The first word of each run.
    pub first_words: Vocabulary,
    /// All words.
    pub words: Runs<Vocabulary>,
    /// The meetings that have them.
    pub postings: Runs<Postings>,
    /// The places where they stand.
    pub places: Runs<Places>,
    missing: Mutex<Vec<Part>>,
}

impl Index {
    /// Notes a part that was asked for and is not there.
    pub fn miss(&self, part: Part) {
        if cfg!(feature = "parts")
            && let Ok(mut missing) = self.missing.lock()
            && !missing.contains(&part)
        {
            missing.push(part);
        }
    }

    /// Whether any part was asked for that is not there.
    pub fn is_missing_any(&self) -> bool {
        cfg!(feature = "parts") && self.missing.lock().is_ok_and(|missing| !missing.is_empty())
    }

    /// The parts that were asked for and are not there, and forgets them. While there are any, what was found is not all.
    pub fn take_missing(&self) -> Vec<Part> {
        if !cfg!(feature = "parts") {
            return Vec::new();
        }
        self.missing.lock().map(|mut missing| std::mem::take(&mut *missing)).unwrap_or_default()
    }

    /// The number of words.
    pub fn word_count(&self) -> usize {
        self.words.starts.last().map_or(0, |count| *count as usize)
    }

    fn run(&self, run: usize) -> Option<&Vocabulary> {
        let words = self.words.parts.get(run).and_then(OnceLock::get);
        if words.is_none() && run < self.words.parts.len() {
            self.miss(Part::Words(run));
        }
        words
    }

    /// The word at this position; an empty one where it is not there.
    pub fn word(&self, at: usize) -> &str {
        let run = self.words.run_of(at);
        self.run(run).map_or("", |words| words.word(at - self.words.start(run)))
    }

    /// The last run whose first word is not behind `word`.
    fn run_with(&self, word: &str) -> usize {
        first_that(0..self.first_words.len(), &|run| self.first_words.word(run) > word).saturating_sub(1)
    }

    /// The position of the first word that is not before `word`.
    fn not_before(&self, word: &str) -> usize {
        let run = self.run_with(word);
        let start = self.words.start(run);
        self.run(run).map_or(start, |words| start + first_that(0..words.len(), &|at| words.word(at) >= word))
    }

    /// The position of a word.
    pub fn position(&self, word: &str) -> Option<usize> {
        let at = self.not_before(word);
        (at < self.word_count() && self.word(at) == word).then_some(at)
    }

    /// Whether it is known whether there is this word: whether the run has come that it would be in.
    pub fn knows(&self, word: &str) -> bool {
        self.run(self.run_with(word)).is_some()
    }

    /// Whether any word begins so. As few parts as can be are asked for.
    pub fn is_begun(&self, beginning: &str) -> bool {
        let run = self.run_with(beginning);
        let next = self.first_words.word(run + 1);
        let begins_run = |run: usize| self.first_words.word(run).starts_with(beginning);
        if begins_run(run) || (!next.is_empty() && next.starts_with(beginning)) {
            return true;
        }
        self.run(run).is_some_and(|words| {
            let at = first_that(0..words.len(), &|at| words.word(at) >= beginning);
            words.word(at).starts_with(beginning)
        })
    }

    /// The positions of the words that begin so.
    pub fn beginning_with(&self, beginning: &str) -> Range<usize> {
        // No word has the last of all characters.
        self.not_before(beginning)..self.not_before(&format!("{beginning}\u{10ffff}"))
    }

    /// Tells the postings of words that follow each other, part by part.
    pub fn each_postings(&self, words: Range<usize>, tell: &mut dyn FnMut(&[Posting])) {
        let mut run = self.postings.run_of(words.start);
        while self.postings.start(run) < words.end && run < self.postings.parts.len() {
            let start = self.postings.start(run);
            match self.postings.parts.get(run).and_then(OnceLock::get) {
                Some(Postings { firsts, postings }) => {
                    let first = |word: usize| firsts.get(word).or(firsts.last()).map_or(0, |first| *first as usize);
                    let range = first(words.start.saturating_sub(start))..first(words.end - start);
                    tell(postings.get(range).unwrap_or_default());
                }
                None => self.miss(Part::Postings(run)),
            }
            run += 1;
        }
    }

    /// The number of meetings that have the word at this position.
    pub fn meetings_with(&self, word: usize) -> usize {
        let mut count = 0;
        self.each_postings(word..word + 1, &mut |postings| count += postings.len());
        count
    }

    /// Tells where the word at this position stands: a posting, and a place within its meeting. Words that follow each
    /// other have places that follow each other.
    pub fn each_place(&self, word: usize, tell: &mut dyn FnMut(Posting, u32)) {
        let run = self.places.run_of(word);
        let Some(Places { firsts, bytes }) = self.places.parts.get(run).and_then(OnceLock::get) else {
            return self.miss(Part::Places(run));
        };
        let first = |word: usize| firsts.get(word - self.places.start(run)).map_or(0, |first| *first as usize);
        let mut bytes = bytes.get(first(word)..first(word + 1)).unwrap_or_default().iter();
        self.each_postings(word..word + 1, &mut |postings| {
            for posting in postings {
                let (count, mut place) = (code::read(&mut bytes), 0);
                for _ in 0..count {
                    place += code::read(&mut bytes);
                    tell(*posting, place);
                }
            }
        });
    }
}
