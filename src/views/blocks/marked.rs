//! Text with the hits of a search marked.

use leptos::prelude::*;

use crate::core::search::asked::Sought;
use crate::core::search::highlight::mark;
use crate::views::element::{Content, el, fragment};

/// For each thing that a text asks for the words that it was found by.
pub type Hits = Memo<Vec<Vec<Sought>>>;

/// A text in which the words found are marked on the reader's own letters.
pub fn marked(text: &str, hits: &[Vec<Sought>]) -> AnyView {
    let mut view = Vec::new();
    for (stretch, hit) in mark(text, hits) {
        if hit { el("mark").child(stretch).add_to(&mut view) } else { stretch.add_to(&mut view) }
    }
    fragment(view)
}
