//! What a reader takes away of what is found.

use leptos::prelude::*;

use crate::core::search::explore::Shown;
use crate::language::messages;
use crate::views::element::{Element, classed, dynamic};
use crate::views::site::Site;

/// What is found as files, and how the archive is followed; nothing where nothing is found.
pub fn save(site: Site, shown: Memo<Shown>, taken: Option<Element>) -> Element {
    let has_days = site.catalogue.without_days.len() < site.catalogue.count();
    // Of the whole archive it is told beside the link.
    let left_out = move || {
        let shown = shown.read();
        let is_narrowed = shown.query.is_narrowed() && has_days;
        is_narrowed.then(|| messages::left_out_of_calendar(shown.without_days)).flatten()
    };
    classed("aside", "save no-print")
        .attr_fn("hidden", move || (shown.read().found == 0).then(String::new))
        // What is published holds all.
        .attr_fn("data-narrowed", move || shown.read().query.is_narrowed().then(String::new))
        .child(taken)
        .child(classed("p", "quiet").child(dynamic(left_out)))
}
