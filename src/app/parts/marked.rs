//! Text with the hits of a search marked.

use leptos::prelude::*;

use crate::app::element::{Content, el, fragment};
use crate::core::hits::mark;
use crate::core::wanted::Sought;

/// For each thing that a text asks for the words that it was found by.
pub type Hits = Memo<Vec<Vec<Sought>>>;

/// A text in which the words found are marked on the reader's own letters.
pub fn marked(text: &str, hits: &[Vec<Sought>]) -> AnyView {
    let mut view = Vec::new();
    for (piece, hit) in mark(text, hits) {
        if hit { el("mark").child(piece).add_to(&mut view) } else { piece.add_to(&mut view) }
    }
    fragment(view)
}
