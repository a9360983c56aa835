//! The list of meetings found.

use leptos::prelude::*;

use crate::core::archive::format::Gap;
use crate::core::search::asked::Sought;
use crate::core::search::explore::{Row, Shown};
use crate::language::labels;
use crate::views::blocks::meeting_row::meeting_row;
use crate::views::blocks::pager::pager;
use crate::views::blocks::told::told;
use crate::views::dom;
use crate::views::element::{Content, Element, classed, dynamic, el, fragment, link};
use crate::views::explorer::seen::{PENDING, POSITION};
use crate::views::site::Site;

/// The most rows that are made while the reader types; few screens show more.
const WHILE_TYPING: usize = 16;

/// The list of this page with the words found marked, and the way to the other pages. While the reader is typing, the rows
/// that nobody sees wait.
pub fn results(site: Site, shown: Memo<Shown>, is_typing: RwSignal<bool>) -> AnyView {
    if let Some(ask_for_seen) = site.later.ask_for_seen.get() {
        ask_for_seen(site, shown, is_typing);
    }
    let is_nothing = move || shown.read().rows.is_empty();
    let rows = move || {
        let most = if is_typing.get() { WHILE_TYPING } else { usize::MAX };
        let shown = shown.read();
        shown.rows.iter().take(most).map(|row| row_of(site, *row, &shown.hits)).collect::<Vec<AnyView>>()
    };
    let list = classed("ol", "meetings").attr("role", "list").attr("aria-label", labels::MEETINGS);
    let mut children = Vec::new();
    nothing(site, shown).add_to(&mut children);
    list.attr_fn("hidden", move || is_nothing().then(String::new)).child(dynamic(rows)).add_to(&mut children);
    pages(site, shown).add_to(&mut children);
    fragment(children)
}

/// A row; of a meeting whose record has not come, its place until it is there.
fn row_of(site: Site, row: Row, hits: &[Vec<Sought>]) -> AnyView {
    let position = match row {
        Row::Gap(position) => {
            let gap = &site.archive.gaps[position].1;
            return told(site.archive, gap_row(gap), &gap.title).view();
        }
        Row::Meeting(position) => position,
    };
    let here = move |hits: &[Vec<Sought>]| {
        let (archive, at) = site.records.get(position)?;
        Some(meeting_row(Site { archive, ..site }, at, hits))
    };
    if let Some(row) = here(hits) {
        return row.view();
    }
    let hits = hits.to_vec();
    dynamic(move || {
        here(&hits).unwrap_or_else(|| {
            site.arrived.track();
            classed("li", PENDING).attr(POSITION, &position.to_string()).child(labels::LOADING)
        })
    })
}

/// What a reader may do who has found nothing, in whatever view; of an archive without a meeting there is nothing to do.
pub fn nothing(site: Site, shown: Memo<Shown>) -> AnyView {
    dynamic(move || {
        let shown = shown.read();
        let is_nothing = shown.rows.is_empty() && site.catalogue.count() > 0;
        is_nothing.then(|| site.answers(|answers| (answers.ways_out)(site, &shown)))
    })
}

fn gap_row(gap: &Gap) -> Element {
    classed("li", "gap")
        .child(el("h3").child(gap.title.as_str()))
        .child(gap.note.as_deref().map(|note| el("p").child(note)))
}

/// The way to the other pages of the list; nothing where there is one.
pub fn pages(site: Site, shown: Memo<Shown>) -> AnyView {
    dynamic(move || {
        let (query, pages) = (shown.read().query.clone(), shown.read().pages);
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
