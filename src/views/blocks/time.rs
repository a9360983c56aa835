//! When something took place, for people and for machines.

use crate::core::text::date::When;
use crate::language::dates;
use crate::views::element::{Element, el};

/// A time span as people read it, each date in its `<time>`.
pub fn time(when: When) -> Element {
    let (start, dash, end) = dates::when_in_pieces(when);
    let date = |iso: String, text: String| el("time").attr("datetime", &iso).child(text);
    el("span")
        .child(date(when.start.to_string(), start))
        .child(dash)
        .child(when.end.map(|last| date(last.to_string(), end)))
}
