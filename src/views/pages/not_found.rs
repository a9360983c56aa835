//! The page for addresses that lead nowhere: with a way back, a search box, and what the reader may have meant.

use leptos::prelude::Callable;

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::language::labels;
use crate::views::blocks::section::section;
use crate::views::blocks::told::told;
use crate::views::blocks::way_back::way_back;
use crate::views::element::{Element, classed, el, link};
use crate::views::explorer::search_form::search_form;
use crate::views::site::{Site, Visit};

/// How many meetings the page suggests.
const SUGGESTIONS: usize = 3;

/// The page for an address that does not exist: an id, or a path within the site.
pub fn not_found(site: Site, wanted: &str) -> Element {
    let archive = site.archive;
    let last = wanted.rsplit('/').find(|part| !part.is_empty()).unwrap_or_default().to_ascii_lowercase();
    let suggestion = |position: usize| {
        let record = &archive.meetings[position].record;
        el("li")
            .child(told(
                archive,
                link(site.href(&Route::Meeting(record.id.clone())), record.title.as_str()),
                &record.title,
            ))
            .child(classed("span", "quiet aside").child(record.id.as_str()))
    };
    let nearest: Vec<Element> = archive.nearest(&last, SUGGESTIONS).into_iter().map(suggestion).collect();
    // Typing alone does nothing here: the reader is told what there is once the search is sent off.
    let search = move |text: String, sent: bool| {
        if sent {
            site.go.run((Route::Explorer(Query::default().with_text(&text)), Visit::Step));
        }
    };
    classed("article", "flow")
        .child(el("h1").attr("tabindex", "-1").child(labels::NOT_FOUND))
        .child(el("p").child(labels::NOT_FOUND_HINT))
        .child(section(labels::ALSO_LOOK_AT, (!nearest.is_empty()).then(|| el("ul").child(nearest))))
        .child(search_form(site.explorer(Query::default()), "", search))
        .child(classed("p", "cluster").child(way_back(site, labels::BACK_TO_ALL)))
}
