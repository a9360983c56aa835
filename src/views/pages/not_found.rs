//! The page for addresses that lead nowhere: with a way back, a search box, and what the reader may have meant.

use leptos::prelude::Callable;

use crate::core::address::query::Query;
use crate::core::address::route::{Kind, Route};
use crate::core::search::entry;
use crate::language::{labels, met};
use crate::views::blocks::person_link::page_of;
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
    let kind = Kind::ALL.into_iter().find(|kind| wanted.trim_start_matches('/').starts_with(kind.folder()));
    let nearest: Vec<Element> = match kind {
        Some(kind) => entries(site, kind, &last),
        None => archive.nearest(&last, SUGGESTIONS).into_iter().map(suggestion).collect(),
    };
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

/// The people or places whose ids are most like what was asked for, and the way to all of them.
fn entries(site: Site, kind: Kind, last: &str) -> Vec<Element> {
    let archive = site.archive;
    let suggestion = |at: usize| {
        let (id, name) = entry::named(archive, kind, at);
        el("li")
            .child(told(archive, link(page_of(site, kind, id), name), name))
            .child(classed("span", "quiet aside").child(id))
    };
    let nearest = entry::nearest(archive, kind, last, SUGGESTIONS);
    let mut items: Vec<Element> = nearest.into_iter().map(suggestion).collect();
    if entry::count(archive, kind) > 0 {
        items.push(el("li").child(link(site.href(&Route::index(kind)), met::all_of(kind))));
    }
    items
}
