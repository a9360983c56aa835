//! Text with the hits of a search marked.

use leptos::prelude::*;

use crate::app::element::{Content, dynamic, el, fragment};
use crate::core::search::{Needles, mark};

/// A text in which the words of `query` are marked on the reader's own letters.
pub fn marked(text: &str, query: Memo<String>) -> AnyView {
    let text = text.to_owned();
    dynamic(move || pieces(&text, &Needles::of(&query.read())))
}

fn pieces(text: &str, needles: &Needles) -> AnyView {
    let mut view = Vec::new();
    for (piece, hit) in mark(text, needles) {
        if hit { el("mark").child(piece).add_to(&mut view) } else { piece.add_to(&mut view) }
    }
    fragment(view)
}
