//! The search form.

use std::sync::Arc;

use crate::language::labels;
use crate::views::dom;
use crate::views::element::{Element, classed, el};

/// The id of the search box.
pub const BOX: &str = "q";

/// The search form, with `text` in its box. Without the app it sends its text to the explorer at `action`; with it,
/// `search` is called with the text and whether it was sent off (or else is still being typed).
pub fn search_form(action: String, text: &str, search: impl Fn(String, bool) + Send + Sync + 'static) -> Element {
    let search = Arc::new(search);
    let typed = search.clone();
    classed("form", "search-form")
        .attr("role", "search")
        .attr("method", "get")
        .attr("action", &action)
        .on("submit", move |event| {
            event.prevent_default();
            search(dom::value(BOX), true);
        })
        .child(classed("label", "visually-hidden").attr("for", BOX).child(labels::SEARCH_MEETINGS))
        .child(
            el("input")
                .attr("id", BOX)
                .attr("name", "q")
                .attr("type", "search")
                .attr("value", text)
                .attr("placeholder", labels::SEARCH_HINT)
                .attr("autocomplete", "off")
                .attr("enterkeyhint", "search")
                .on("input", move |_| typed(dom::value(BOX), false)),
        )
        .child(el("button").attr("type", "submit").child(labels::SEARCH))
}
