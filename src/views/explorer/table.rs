//! What is found as a table: the archive's columns, and heads that sort.

use leptos::prelude::*;

use crate::core::address::query::Sort;
use crate::core::address::route::Route;
use crate::core::archive::format::Document;
use crate::core::search::asked::Sought;
use crate::core::search::explore::{Row, Shown};
use crate::language::{labels, messages, world};
use crate::views::blocks::marked::marked;
use crate::views::blocks::status::badge;
use crate::views::blocks::time::time;
use crate::views::blocks::told::{told, told_in};
use crate::views::element::{Content, Element, classed, dynamic, el, fragment, link};
use crate::views::explorer::results::{nothing, pages};
use crate::views::explorer::seen::{PENDING, POSITION};
use crate::views::site::Site;

/// The columns beside title and date where the archive chooses none.
const COLUMNS: [&str; 3] = ["place", "themes", "documents"];

/// The table of this page of what is found, and the way to the other pages.
pub fn table(site: Site, shown: Memo<Shown>) -> AnyView {
    if let Some(ask_for_seen) = site.later.ask_for_seen.get() {
        ask_for_seen(site, shown, RwSignal::new(false));
    }
    let chosen: Vec<&'static str> = site.archive.dataset.columns.iter().map(String::as_str).collect();
    let columns = if chosen.is_empty() { COLUMNS.to_vec() } else { chosen };
    // The heads stay the same elements, so that the focus stays on the one that sorts.
    let mut heads = vec![
        head(site, shown, labels::TITLE, [(Sort::Title, "ascending"), (Sort::Title, "ascending")]),
        head(site, shown, labels::WHEN, [(Sort::Newest, "descending"), (Sort::Oldest, "ascending")]),
    ];
    heads.extend(columns.iter().map(|key| el("th").attr("scope", "col").child(name(site, key))));
    let rows = move || {
        let shown = shown.read();
        let row = |of: &Row| row_of(site, &columns, *of, &shown.hits);
        shown.rows.iter().map(row).collect::<Vec<AnyView>>()
    };
    let is_nothing = move || shown.read().rows.is_empty();
    let table = el("table")
        .attr("aria-label", labels::MEETINGS)
        .child(el("thead").child(el("tr").child(heads)))
        .child(el("tbody").child(dynamic(rows)));
    let around = classed("div", "table-view")
        .attr("role", "region")
        .attr("aria-label", labels::TABLE)
        .attr("tabindex", "0")
        .attr_fn("hidden", move || is_nothing().then(String::new));
    let mut children = Vec::new();
    nothing(site, shown).add_to(&mut children);
    around.child(table).add_to(&mut children);
    pages(site, shown).add_to(&mut children);
    fragment(children)
}

/// The head of a column by which the table can be sorted: in the first of two orders, and where it is in that, in the other.
fn head(site: Site, shown: Memo<Shown>, name: &'static str, orders: [(Sort, &'static str); 2]) -> Element {
    let is_in = move |order: &(Sort, &'static str)| shown.read().query.sort() == order.0;
    let to = move || {
        let next = if is_in(&orders[0]) { orders[1].0 } else { orders[0].0 };
        Some(site.href(&Route::Explorer(shown.read().query.with_sort(next))))
    };
    let sorted = move || orders.iter().find(|order| is_in(order)).map(|(_, way)| (*way).to_owned());
    el("th").attr("scope", "col").attr_fn("aria-sort", sorted).child(el("a").attr_fn("href", to).child(name))
}

/// What a column is called.
fn name(site: Site, key: &str) -> Element {
    let known = match key {
        "number" => Some(labels::NUMBER),
        "venue" => Some(labels::VENUE),
        "themes" => Some(labels::THEMES),
        "documents" => Some(labels::DOCUMENTS),
        key => messages::known_facet(key),
    };
    match (known, site.catalogue.facets.get(key)) {
        (Some(known), _) => el("span").child(known),
        (None, Some(facet)) => told(site.archive, el("span"), &facet.label).child(facet.label.as_str()),
        (None, None) => el("span").child(key),
    }
}

/// A row; of a meeting whose record has not come, its place until it is there.
fn row_of(site: Site, columns: &[&'static str], row: Row, hits: &[Vec<Sought>]) -> AnyView {
    let position = match row {
        Row::Gap(position) => {
            let gap = &site.archive.gaps[position].1;
            let title = told(site.archive, el("th"), &gap.title).attr("scope", "row").child(gap.title.as_str());
            let note = el("td")
                .attr("colspan", &(columns.len() + 1).to_string())
                .child(gap.note.as_deref().map(|note| el("span").child(note)));
            return classed("tr", "gap").child(title).child(note).view();
        }
        Row::Meeting(position) => position,
    };
    let here = {
        let columns = columns.to_vec();
        move |hits: &[Vec<Sought>]| {
            let (archive, at) = site.records.get(position)?;
            let site = Site { archive, ..site };
            let (title, when) = (title(site, at, hits), el("td").child(time(archive.meetings[at].when)));
            let cells = columns.iter().map(|key| cell(site, at, key, hits)).collect::<Vec<_>>();
            Some(el("tr").child(title).child(when).child(cells))
        }
    };
    if let Some(row) = here(hits) {
        return row.view();
    }
    let (hits, columns) = (hits.to_vec(), columns.len());
    dynamic(move || {
        here(&hits).unwrap_or_else(|| {
            site.arrived.track();
            let all = el("td").attr("colspan", &(columns + 2).to_string()).child(labels::LOADING);
            classed("tr", PENDING).attr(POSITION, &position.to_string()).child(all)
        })
    })
}

fn title(site: Site, at: usize, hits: &[Vec<Sought>]) -> Element {
    let record = &site.archive.meetings[at].record;
    let title = link(site.href(&Route::Meeting(record.id.clone())), marked(site, &record.title, hits));
    let title = told_in(site.archive, record.language.as_deref(), title, &record.title);
    el("th").attr("scope", "row").child(title)
}

/// What a meeting has in a column; nothing where that is not recorded.
fn cell(site: Site, at: usize, key: &str, hits: &[Vec<Sought>]) -> Element {
    let archive = site.archive;
    let meeting = &archive.meetings[at];
    let record = &meeting.record;
    let mut cell = el("td");
    let mut is_first = true;
    let mut add = |text: &str, is_of_archive: bool| {
        let separator = if std::mem::take(&mut is_first) { "" } else { ", " };
        let element = if is_of_archive { told(archive, el("bdi"), text) } else { el("span") };
        let said = std::mem::replace(&mut cell, el("td"));
        cell = said.child(separator).child(element.child(marked(site, text, hits)));
    };
    match key {
        "number" => record.number.iter().for_each(|number| add(&number.to_string(), false)),
        "place" => {
            for place in archive.places_of(meeting) {
                add(&place.name, true);
                place.country.iter().for_each(|code| add(world::country_or_code(code), false));
            }
            record.online.iter().for_each(|_| add(labels::ONLINE, false));
        }
        "venue" => record.venue.iter().for_each(|venue| add(venue, true)),
        "format" => record.format.iter().for_each(|format| add(format, true)),
        "themes" => archive.themes_of(meeting).for_each(|theme| add(&theme.label, true)),
        "status" => return record.status.as_deref().map_or(cell, |status| el("td").child(badge(status))),
        "documents" => {
            let all: Vec<&Document> = record.all_documents().collect();
            let open = all.iter().filter(|of| of.can_be_opened()).count();
            if !all.is_empty() {
                add(&messages::opening(all.len(), open), false);
            }
        }
        own => meeting.own_values(own).iter().for_each(|value| add(value, true)),
    }
    cell
}
