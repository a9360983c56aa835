//! Text with the hits of a search marked.

use leptos::prelude::*;

use crate::core::search::asked::Sought;
use crate::views::element::{Content, el, fragment};
use crate::views::site::Site;

/// A text in which the words found are marked on the reader's own letters.
pub fn marked(site: Site, text: &str, hits: &[Vec<Sought>]) -> AnyView {
    let Some(finder) = site.catalogue.finder.get().filter(|_| !hits.is_empty()) else {
        return fragment(text);
    };
    let mut view = Vec::new();
    for (stretch, hit) in (finder.mark)(text, hits) {
        if hit { el("mark").child(stretch).add_to(&mut view) } else { stretch.add_to(&mut view) }
    }
    fragment(view)
}
