//! A text to take away: shown, and copied by a button.

use crate::language::labels;
use crate::views::element::{Content, Element, classed, el};

/// A text under a heading, with a button that copies it. The page's script does the copying, and says in the last
/// element what became of it.
pub fn copy(heading: &'static str, button: &'static str, text: impl Content) -> Element {
    let said = classed("span", "quiet")
        .attr("role", "status")
        .attr("data-copied", labels::COPIED)
        .attr("data-failed", labels::COPY_FAILED);
    classed("div", "copy")
        .child(el("h3").child(heading))
        .child(classed("p", "copy-text").child(text))
        .child(classed("p", "cluster").child(el("button").attr("type", "button").child(button)).child(said))
}
