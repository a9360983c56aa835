//! Whether a meeting came to be, where that is recorded.

use crate::language::messages;
use crate::views::element::{Element, classed};

/// The status as a badge: a word, which the style sheet dresses by `data-status`.
pub fn badge(status: &str) -> Element {
    classed("span", "status").attr("data-status", status).child(messages::word(status))
}
