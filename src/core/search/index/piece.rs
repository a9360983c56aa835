//! The pieces that a catalogue comes in, and which of them an answer lacks.

use std::cell::RefCell;

/// A piece of a catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece {
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
    /// What answers a text, and the index where it does not come in pieces.
    Search,
}

/// The pieces that were asked for while one answer was made, and that have not come. While there are any, the answer is not
/// all that there is.
#[derive(Debug, Default)]
pub struct Lacking(RefCell<Vec<Piece>>);

impl Lacking {
    /// Notes a piece that was asked for and is not there.
    pub fn note(&self, piece: Piece) {
        if let Ok(mut pieces) = self.0.try_borrow_mut()
            && !pieces.contains(&piece)
        {
            pieces.push(piece);
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.try_borrow().is_ok_and(|pieces| pieces.is_empty())
    }

    /// The pieces, in the order in which they were asked for.
    pub fn into_pieces(self) -> Vec<Piece> {
        self.0.into_inner()
    }
}
