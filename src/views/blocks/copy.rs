//! What the page's script copies or sends on: a text, or the address of the page.

use crate::language::labels;
use crate::views::element::{Content, Element, classed, el};

/// A text under a heading, with a button that copies it. The page's script does the copying, and says in the last
/// element what became of it. Where it is to tell when it was copied, `accessed` is the word for that.
pub fn copy(
    heading: &'static str,
    button: &'static str,
    text: impl Content,
    accessed: Option<&'static str>,
) -> Element {
    let copied = if accessed.is_some() { labels::COPIED_WITH_DAY } else { labels::COPIED };
    classed("div", "copy")
        .child(el("h3").child(heading))
        .child(classed("p", "copy-text").attr_if("data-accessed", accessed).child(text))
        .child(by_script(classed("p", "cluster"), button, copied, labels::COPY_FAILED))
}

/// A button that sends the address of what is seen on by what the browser has for that, or else copies it.
pub fn share(button: &'static str) -> Element {
    by_script(classed("span", "copy cluster"), button, labels::ADDRESS_COPIED, labels::SHARE_FAILED)
}

/// A button for the page's script, and where that says what became of it.
fn by_script(place: Element, button: &'static str, copied: &'static str, failed: &'static str) -> Element {
    let said = classed("span", "quiet").attr("role", "status").attr("data-copied", copied).attr("data-failed", failed);
    place.child(el("button").attr("type", "button").child(button)).child(said)
}
