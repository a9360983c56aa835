//! The order of the list.

use leptos::prelude::*;

use crate::core::address::query::Sort;
use crate::core::address::route::Route;
use crate::core::search::explore::Shown;
use crate::language::{labels, messages};
use crate::views::dom;
use crate::views::element::{Element, classed, dynamic, el};
use crate::views::site::{Site, Visit};

/// The box in which the order is chosen. By best match only while there is a text.
pub fn sort_box(site: Site, shown: Memo<Shown>, text: Memo<String>) -> Element {
    let choose = move |event| {
        if let Some(sort) = Sort::from_key(&dom::value_of(&event)) {
            let query = shown.read_untracked().query.with_sort(sort);
            site.go.run((Route::Explorer(query), Visit::Step));
        }
    };
    let option = move |of: Sort| {
        el("option")
            .attr("value", of.key())
            .prop_fn("selected", move || shown.read().query.sort() == of)
            .child(messages::sort(of))
    };
    let options = move || {
        let offered = Sort::ALL.into_iter().filter(|sort| *sort != Sort::Relevance || !text.read().is_empty());
        offered.map(option).collect::<Vec<_>>()
    };
    // A picture has an order of its own.
    let is_picture = move || !shown.read().query.view().has_pages();
    classed("label", "sort cluster")
        .attr_fn("hidden", move || is_picture().then(String::new))
        .child(el("span").child(labels::SORT))
        .child(el("select").on("change", choose).child(dynamic(options)))
}
