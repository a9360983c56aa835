//! The index that search reads: the distinct folded words in their order, and for each word the meetings that have it,
//! with how much it weighs in them and where it stands.
//!
//! It may be in pieces that come when they are asked for: words, postings and places each in runs of words that follow
//! each other. What was made in the browser is one piece of each.

pub mod builder;
pub mod later;
pub mod numbers;
pub mod piece;
pub mod posting;
pub mod runs;
pub mod words;

use std::ops::Range;
use std::sync::OnceLock;

use self::later::{FIRST_OF_TEXT, Later};
use self::piece::{Lacking, Piece};
use self::posting::{Places, Posting, Postings};
use self::runs::Runs;
use crate::core::text::order::first_that;
use crate::core::text::vocabulary::Vocabulary;

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
    /// The later parts of the words, once they are there.
    pub later: OnceLock<Later>,
}

impl Index {
    /// The number of words.
    pub fn word_count(&self) -> usize {
        self.words.starts.last().map_or(0, |count| *count as usize)
    }

    /// The index for one answer, whose missing pieces are noted.
    pub fn reader<'a>(&'a self, lacking: &'a Lacking) -> Reader<'a> {
        Reader { index: self, lacking, is_for_later: false }
    }
}

/// An index that is read for one answer.
#[derive(Debug, Clone, Copy)]
pub struct Reader<'a> {
    /// The index.
    pub index: &'a Index,
    /// What it did not have.
    pub lacking: &'a Lacking,
    /// Whether it is read for the later parts of words, which the list does not wait for.
    pub is_for_later: bool,
}

impl<'a> Reader<'a> {
    fn note(self, piece: Piece) {
        self.lacking.note(piece, self.is_for_later);
    }

    /// Notes that the later parts of the words are not there.
    pub fn note_later(self) {
        self.note(Piece::Later);
    }

    fn run(self, run: usize) -> Option<&'a Vocabulary> {
        let words = self.index.words.pieces.get(run).and_then(OnceLock::get);
        if words.is_none() && run < self.index.words.pieces.len() {
            self.note(Piece::Words(run));
        }
        words
    }

    /// The word at this position; an empty one where it is not there.
    pub fn word(self, at: usize) -> &'a str {
        let run = self.index.words.run_of(at);
        self.run(run).map_or("", |words| words.word(at - self.index.words.start(run)))
    }

    /// The last run whose first word is not behind `word`.
    fn run_with(self, word: &str) -> usize {
        first_that(0..self.index.first_words.len(), &|run| self.index.first_words.word(run) > word).saturating_sub(1)
    }

    /// The positions of the words that stand for nothing else.
    pub fn words_of_text(self) -> Range<usize> {
        self.not_before(FIRST_OF_TEXT)..self.index.word_count()
    }

    /// The position of the first word that is not before `word`.
    fn not_before(self, word: &str) -> usize {
        let run = self.run_with(word);
        let start = self.index.words.start(run);
        self.run(run).map_or(start, |words| start + first_that(0..words.len(), &|at| words.word(at) >= word))
    }

    /// The position of a word.
    pub fn position(self, word: &str) -> Option<usize> {
        let at = self.not_before(word);
        (at < self.index.word_count() && self.word(at) == word).then_some(at)
    }

    /// Whether it is known whether there is this word: whether the run has come that it would be in.
    pub fn knows(self, word: &str) -> bool {
        self.run(self.run_with(word)).is_some()
    }

    /// Whether any word begins so. As few pieces as can be are asked for.
    pub fn is_begun(self, beginning: &str) -> bool {
        let run = self.run_with(beginning);
        let next = self.index.first_words.word(run + 1);
        let begins_run = |run: usize| self.index.first_words.word(run).starts_with(beginning);
        if begins_run(run) || (!next.is_empty() && next.starts_with(beginning)) {
            return true;
        }
        self.run(run).is_some_and(|words| {
            let at = first_that(0..words.len(), &|at| words.word(at) >= beginning);
            words.word(at).starts_with(beginning)
        })
    }

    /// The positions of the words that begin so.
    pub fn beginning_with(self, beginning: &str) -> Range<usize> {
        // No word has the last of all characters.
        self.not_before(beginning)..self.not_before(&format!("{beginning}\u{10ffff}"))
    }

    /// Tells the postings of words that follow each other, piece by piece.
    pub fn each_postings(self, words: Range<usize>, tell: &mut dyn FnMut(&[Posting])) {
        let mut run = self.index.postings.run_of(words.start);
        while self.index.postings.start(run) < words.end && run < self.index.postings.pieces.len() {
            let start = self.index.postings.start(run);
            match self.index.postings.pieces.get(run).and_then(OnceLock::get) {
                Some(Postings { firsts, postings }) => {
                    let first = |word: usize| firsts.get(word).or(firsts.last()).map_or(0, |first| *first as usize);
                    let range = first(words.start.saturating_sub(start))..first(words.end - start);
                    tell(postings.get(range).unwrap_or_default());
                }
                None => self.note(Piece::Postings(run)),
            }
            run += 1;
        }
    }

    /// The number of meetings that have the word at this position.
    pub fn meetings_with(self, word: usize) -> usize {
        let mut count = 0;
        self.each_postings(word..word + 1, &mut |postings| count += postings.len());
        count
    }

    /// Tells where the word at this position stands: a posting, and a place within its meeting. Words that follow each
    /// other have places that follow each other.
    pub fn each_place(self, word: usize, tell: &mut dyn FnMut(Posting, u32)) {
        let run = self.index.places.run_of(word);
        let Some(Places { firsts, bytes }) = self.index.places.pieces.get(run).and_then(OnceLock::get) else {
            return self.note(Piece::Places(run));
        };
        let first = |word: usize| firsts.get(word - self.index.places.start(run)).map_or(0, |first| *first as usize);
        let mut bytes = bytes.get(first(word)..first(word + 1)).unwrap_or_default().iter();
        self.each_postings(word..word + 1, &mut |postings| {
            for posting in postings {
                let (count, mut place) = (numbers::read(&mut bytes), 0);
                for _ in 0..count {
                    place += numbers::read(&mut bytes);
                    tell(*posting, place);
                }
            }
        });
    }
}
