//! All people or all places as a table, in the order that the address asks for.

use leptos::prelude::*;

use crate::core::address::route::{Kind, Order, Route};
use crate::core::export::people;
use crate::core::search::entry::{count, named};
use crate::core::search::offices::offices;
use crate::language::{labels, messages, met, world};
use crate::views::blocks::person_link::page_of;
use crate::views::blocks::time::time;
use crate::views::blocks::told::told;
use crate::views::blocks::way_back::way_back;
use crate::views::element::{Element, classed, dynamic, el, link, outward};
use crate::views::pages::person::office;
use crate::views::pages::who_met::{WHO_MET, who_met};
use crate::views::site::Site;

/// The page of all people or all places; none where there are none.
pub fn index(site: Site, kind: Kind) -> Option<Element> {
    let count = count(site.archive, kind);
    let picture = if kind == Kind::People { who_met(site) } else { None };
    let to_picture = picture.as_ref().map(|_| outward(&format!("#{WHO_MET}"), labels::WHO_MET_WHOM));
    let file = outward(&site.base.file(people::FILE), labels::FORMAT_CSV).attr("download", "");
    let file = (kind == Kind::People).then(|| el("p").child(file));
    (count > 0).then(|| {
        classed("article", "index flow")
            .child(
                classed("nav", "breadcrumb cluster")
                    .attr("aria-label", labels::BREADCRUMB)
                    .child(way_back(site, labels::ALL_MEETINGS)),
            )
            .child(el("h1").attr("tabindex", "-1").child(met::all_of(kind)))
            .child(
                classed("p", "cluster")
                    .child(classed("span", "result-count").child(met::entries(kind, count)))
                    .child(to_picture),
            )
            .child(table(site, kind))
            .child(file)
            .child(picture)
    })
}

/// The order that the address asks for.
fn order(site: Site) -> Order {
    match &*site.route.read() {
        Route::Index(_, order) => *order,
        _ => Order::Name,
    }
}

/// The table. Its head stays while its rows are put in another order, and with it the focus.
fn table(site: Site, kind: Kind) -> Element {
    let between = if kind == Kind::People { labels::OFFICES } else { labels::COUNTRY };
    let heads = vec![
        head(site, kind, Order::Name, labels::NAME),
        el("th").attr("scope", "col").child(between),
        head(site, kind, Order::First, labels::FIRST_MEETING),
        head(site, kind, Order::Last, labels::LAST_MEETING),
        head(site, kind, Order::Meetings, labels::MEETINGS),
    ];
    let rows = move || {
        let table = site.together().table(kind, order(site));
        let shared = shared(site, kind);
        el("tbody").child(table.into_iter().map(|at| row(site, kind, at, shared[at])).collect::<Vec<_>>())
    };
    classed("div", "table-scroll")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", met::all_of(kind))
        .child(el("table").child(el("thead").child(el("tr").child(heads))).child(dynamic(rows)))
}

/// The head of a column, a link that puts the rows in its order.
fn head(site: Site, kind: Kind, by: Order, name: &str) -> Element {
    let is_rising = matches!(by, Order::Name | Order::First);
    let direction = if is_rising { "ascending" } else { "descending" };
    el("th")
        .attr("scope", "col")
        .attr_fn("aria-sort", move || (order(site) == by).then(|| direction.to_owned()))
        .child(link(site.href(&Route::Index(kind, by)), name))
}

/// A row; of what shares its name with another the id is told too.
fn row(site: Site, kind: Kind, at: usize, is_shared: bool) -> Element {
    let archive = site.archive;
    let seen = site.together().seen(kind, at);
    let (id, name) = named(archive, kind, at);
    let name = told(archive, link(page_of(site, kind, id), name), name);
    let held = |meeting: Option<usize>| el("td").child(meeting.map(|at| time(archive.meetings[at].when)));
    let between = match kind {
        Kind::People => offices_of(site, at),
        Kind::Places => {
            archive.dataset.places[at].country.as_deref().map(|code| el("span").child(world::country_or_code(code)))
        }
    };
    let apart = is_shared.then(|| classed("span", "quiet aside").child(id));
    el("tr")
        .child(el("th").attr("scope", "row").child(name).child(apart))
        .child(el("td").child(between))
        .child(held(seen.first))
        .child(held(seen.last))
        .child(el("td").child(messages::number(seen.meetings)))
}

/// For each whether another has the same name.
fn shared(site: Site, kind: Kind) -> Vec<bool> {
    let order = site.together().table(kind, Order::Name);
    let mut shared = vec![false; order.len()];
    for pair in order.windows(2) {
        if named(site.archive, kind, pair[0]).1 == named(site.archive, kind, pair[1]).1 {
            (shared[pair[0]], shared[pair[1]]) = (true, true);
        }
    }
    shared
}

/// So many offices of a person stand in the table.
const OFFICES: usize = 3;

/// The first offices of a person; nothing where none is recorded.
fn offices_of(site: Site, person: usize) -> Option<Element> {
    let item = |text: Element| el("li").child(text);
    let offices = offices(site.archive, site.together(), person);
    let shown = offices.iter().take(OFFICES);
    let mut items: Vec<Element> = shown.map(|of| item(office(site, of.office, of.organisation))).collect();
    // The others stand on the person's page.
    if offices.len() > OFFICES {
        items.push(el("li").child(messages::more(offices.len() - OFFICES)));
    }
    (!items.is_empty()).then(|| classed("ul", "plain").attr("role", "list").child(items))
}
