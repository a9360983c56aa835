//! The list of meetings found.

use std::sync::Arc;

use leptos::prelude::*;

use super::marked::{Hits, marked};
use super::time::time;
use crate::app::element::{Content, Element, classed, dynamic, el, follow, fragment, link};
use crate::app::{IS_IN_PARTS, Needed, Site, dom};
use crate::core::dataset::{Gap, Place};
use crate::core::explore::{Row, Shown};
use crate::core::hits::excerpts;
use crate::core::route::Route;
use crate::core::wanted::Sought;
use crate::wording::{self, label};

/// How many other places of a hit a row tells.
const EXCERPTS: usize = 2;

/// The most rows that are made while the reader types; few screens show more.
const WHILE_TYPING: usize = 16;

/// The list of this page with the words found marked, and the way to the other pages. While the reader is typing, the rows
/// that nobody sees wait.
pub fn results(site: Site, shown: Memo<Shown>, hits: Hits, is_typing: RwSignal<bool>) -> AnyView {
    let row = move |row: Row| match row {
        Row::Meeting(position) => row_when_here(site, position, hits),
        Row::Gap(position) => gap_row(&site.archive.gaps[position].1).view(),
    };
    if IS_IN_PARTS {
        ask_for_seen(site, shown, is_typing);
    }
    let nothing = move || shown.read().rows.is_empty();
    let seen = move || {
        let most = if is_typing.get() { WHILE_TYPING } else { usize::MAX };
        shown.read().rows.iter().take(most).copied().collect::<Vec<Row>>()
    };
    let rows = For(ForProps::builder().each(seen).key(|row| *row).children(row).build());
    let list = classed("ol", "meetings").attr("role", "list").attr("aria-label", label::MEETINGS);
    let mut parts = Vec::new();
    dynamic(move || (nothing() && site.archive.catalogue.count() > 0).then(|| way_out(site, &shown.read())))
        .add_to(&mut parts);
    list.attr_fn("hidden", move || nothing().then(String::new)).child(rows.into_any()).add_to(&mut parts);
    pages(site, shown).add_to(&mut parts);
    fragment(parts)
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
            classed("li", PENDING).attr(POSITION, &position.to_string()).child(label::LOADING)
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
        Some(way) => advice.child(link(site.explorer(way.without.clone()), wording::way_out(way))),
        None => advice.child(label::NOTHING_FOUND_HINT),
    }
}

/// A meeting's row of a list, with the words found marked. But for its link, on which the focus may be, it follows them as a
/// whole: there are some ten texts in a row and fifty rows, and as many followers would take the program longer than to make
/// the row anew.
pub fn meeting_row(site: Site, position: usize, hits: Hits) -> Element {
    let record = &site.archive.meetings[position].record;
    let title = dynamic(move || marked(&record.title, &hits.read()));
    let title = link(site.href(&Route::Meeting(record.id.clone())), title);
    el("li").child(el("h2").child(title)).child(dynamic(move || below_title(site, position, &hits.read())))
}

fn below_title(site: Site, position: usize, hits: &[Vec<Sought>]) -> Vec<Element> {
    let archive = site.archive;
    let meeting = &archive.meetings[position];
    let where_held = |place: &Place| {
        let country = place.country.as_deref().map(wording::country_or_code);
        el("span")
            .child(marked(&place.name, hits))
            .child(country.map(|_| ", "))
            .child(country.map(|country| marked(country, hits)))
    };
    let themes = archive.themes_of(meeting);
    let themes: Vec<Element> = themes.map(|theme| el("li").child(marked(&theme.label, hits))).collect();
    let lines = excerpts(archive, meeting, hits, EXCERPTS);
    let lines: Vec<Element> = lines.iter().map(|line| el("li").child(marked(line, hits))).collect();
    let mut content =
        vec![classed("p", "facts").child(time(meeting.when)).child(archive.place_of(meeting).map(where_held))];
    if !themes.is_empty() {
        content.push(classed("ul", "tags").attr("role", "list").attr("aria-label", label::THEMES).child(themes));
    }
    if !lines.is_empty() {
        let found_in = classed("span", "quiet").child(label::FOUND_IN);
        content.push(classed("div", "elsewhere").child(found_in).child(el("ul").child(lines)));
    }
    content
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
        (pages > 1).then(|| {
            classed("nav", "pages cluster")
                .attr("aria-label", label::PAGES)
                .child((page > 1).then(|| to(page - 1, label::PREVIOUS_PAGE)))
                .child(el("span").child(wording::page_of(page, pages)))
                .child((page < pages).then(|| to(page + 1, label::NEXT_PAGE)))
        })
    })
}
