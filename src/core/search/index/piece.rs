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
    /// When the meetings were held, which a timeline needs.
    Times,
    /// The later parts of words.
    Later,
    /// What answers a text, and the index where it does not come in pieces.
    Search,
}

/// The pieces that were asked for while one answer was made, and that have not come. While there are any, the answer is not
/// all that there is.
#[derive(Debug, Default)]
pub struct Lacking(RefCell<Pieces>);

/// Pieces, in the order in which they were asked for.
#[derive(Debug, Default)]
pub struct Pieces {
    /// What list and counts need.
    pub needed: Vec<Piece>,
    /// What finds meetings by later parts of words besides.
    pub for_later: Vec<Piece>,
}

impl Lacking {
    /// Notes a piece that was asked for and is not there; whether for later parts of words alone.
    pub fn note(&self, piece: Piece, is_for_later: bool) {
        if let Ok(mut pieces) = self.0.try_borrow_mut() {
            let pieces = if is_for_later { &mut pieces.for_later } else { &mut pieces.needed };
            if !pieces.contains(&piece) {
                pieces.push(piece);
            }
        }
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.try_borrow().is_ok_and(|pieces| pieces.needed.is_empty() && pieces.for_later.is_empty())
    }

    /// The pieces.
    pub fn into_pieces(self) -> Pieces {
        self.0.into_inner()
    }
}
