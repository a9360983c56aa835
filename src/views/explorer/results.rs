//! The list of meetings found.

use std::sync::Arc;

use leptos::prelude::*;

use crate::core::archive::format::Gap;
use crate::core::search::explore::{Row, Shown};
use crate::language::{labels, messages};
use crate::views::blocks::marked::Hits;
use crate::views::blocks::meeting_row::meeting_row;
use crate::views::blocks::pager::pager;
use crate::views::dom;
use crate::views::element::{Content, Element, classed, dynamic, el, follow, fragment, link};
use crate::views::site::{IS_IN_PIECES, Needed, Site};

/// The most rows that are made while the reader types; few screens show more.
const WHILE_TYPING: usize = 16;

/// The list of this page with the words found marked, and the way to the other pages. While the reader is typing, the rows
/// that nobody sees wait.
pub fn results(site: Site, shown: Memo<Shown>, hits: Hits, is_typing: RwSignal<bool>) -> AnyView {
    let row = move |row: Row| match row {
        Row::Meeting(position) => row_when_here(site, position, hits),
        Row::Gap(position) => gap_row(&site.archive.gaps[position].1).view(),
    };
    if IS_IN_PIECES {
        ask_for_seen(site, shown, is_typing);
    }
    let nothing = move || shown.read().rows.is_empty();
    let seen = move || {
        let most = if is_typing.get() { WHILE_TYPING } else { usize::MAX };
        shown.read().rows.iter().take(most).copied().collect::<Vec<Row>>()
    };
    let rows = For(ForProps::builder().each(seen).key(|row| *row).children(row).build());
    let list = classed("ol", "meetings").attr("role", "list").attr("aria-label", labels::MEETINGS);
    let mut children = Vec::new();
    dynamic(move || (nothing() && site.catalogue.count() > 0).then(|| way_out(site, &shown.read())))
        .add_to(&mut children);
    list.attr_fn("hidden", move || nothing().then(String::new)).child(rows.into_any()).add_to(&mut children);
    pages(site, shown).add_to(&mut children);
    fragment(children)
}

/// A meeting's row as soon as its record has come.
fn row_when_here(site: Site, position: usize, hits: Hits) -> AnyView {
    let row = move || {
        let (archive, at) = site.records.get(position)?;
        Some(meeting_row(Site { archive, ..site }, at, hits))
    };
    if let Some(row) = row() {
        return row.view();
    }
    dynamic(move || {
        row().unwrap_or_else(|| {
            site.arrived.track();
            classed("li", PENDING).attr(POSITION, &position.to_string()).child(labels::LOADING)
        })
    })
}

/// The class of a row whose record has not come.
const PENDING: &str = "pending";
/// The attribute of such a row that tells the meeting's position.
const POSITION: &str = "data-at";

/// Asks for the records of the rows that are seen, whenever the list or what is seen of it changes; and of all rows as soon
/// as the reader goes through them by keyboard, or prints.
fn ask_for_seen(site: Site, shown: Memo<Shown>, is_typing: RwSignal<bool>) {
    let ask_for = move |rows: Vec<web_sys::Element>| {
        for row in rows {
            let position = row.get_attribute(POSITION).and_then(|position| position.parse().ok());
            position.into_iter().for_each(|position| site.ask.run(Needed::Record(position)));
        }
    };
    let pending = format!(".{PENDING}");
    let ask = move |event: &str| {
        let is_read = event == "focusin" && dom::find(&format!("#{}:focus-within", dom::RESULTS)).is_some();
        if is_read || event == "beforeprint" { ask_for(dom::find_all(&pending)) } else { ask_for(dom::seen(&pending)) }
    };
    let ask = Arc::new(ask);
    for event in ["scroll", "resize", "click", "focusin", "beforeprint"] {
        let ask = ask.clone();
        let listener = window_event_listener_untyped(event, move |_| ask(event));
        on_cleanup(move || listener.remove());
    }
    follow(Box::new(move || {
        shown.track();
        is_typing.track();
        let ask = ask.clone();
        dom::soon(Box::new(move || ask("")));
    }));
}

/// What a reader may do who has found nothing.
fn way_out(site: Site, shown: &Shown) -> Element {
    let advice = classed("p", "quiet");
    match &shown.way_out {
        Some(way) => advice.child(link(site.explorer(way.without.clone()), messages::way_out(way))),
        None => advice.child(labels::NOTHING_FOUND_HINT),
    }
}

fn gap_row(gap: &Gap) -> Element {
    classed("li", "gap")
        .child(el("h2").child(gap.title.as_str()))
        .child(gap.note.as_deref().map(|note| el("p").child(note)))
}

/// The way to the other pages of the list; nothing where there is one.
fn pages(site: Site, shown: Memo<Shown>) -> AnyView {
    // Not made anew with the counts, or whoever is about to follow a link would lose it.
    let now = Memo::new(move |_| (shown.read().query.clone(), shown.read().pages));
    dynamic(move || {
        let now = now.read();
        let (query, pages) = (&now.0, now.1);
        let page = query.page();
        let to = |page: usize, text: &str| {
            // Another page of the list begins at its top, where the reader and the focus go.
            // A click that opens another window leaves the page here as it is.
            let arrived = move || shown.read_untracked().query.page() == page;
            link(site.explorer(query.with_page(page)), text).on("click", move |_| {
                dom::soon(Box::new(move || {
                    if arrived() {
                        dom::focus(dom::RESULTS);
                    }
                }));
            })
        };
        pager(page, pages, &to)
    })
}
