//! What stands in pieces, each for a run of words that follow each other.

use std::sync::OnceLock;

use crate::core::text::order::first_that;

/// What is in pieces, each for a run of words; a piece that has not come is empty.
#[derive(Debug, Default)]
pub struct Runs<T> {
    /// The number of the first word of each run, and behind the last the number of all words.
    pub starts: Vec<u32>,
    /// The pieces.
    pub pieces: Vec<OnceLock<T>>,
}

impl<T> Runs<T> {
    /// Pieces of which none has come.
    pub fn none_of(starts: Vec<u32>) -> Self {
        let pieces = (1..starts.len()).map(|_| OnceLock::new()).collect();
        Self { starts, pieces }
    }

    /// One piece, which is there.
    pub fn whole(piece: T, words: usize) -> Self {
        Self { starts: vec![0, words as u32], pieces: vec![OnceLock::from(piece)] }
    }

    /// The number of the first word of a run.
    pub fn start(&self, run: usize) -> usize {
        self.starts.get(run).map_or(0, |start| *start as usize)
    }

    /// The run that a word is in.
    pub fn run_of(&self, word: usize) -> usize {
        first_that(0..self.pieces.len(), &|run| self.start(run + 1) > word)
    }
}
