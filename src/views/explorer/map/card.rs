//! What is opened of the map: the places of a gathered mark, and the meetings at those that are chosen.

use fixedbitset::FixedBitSet;
use leptos::prelude::*;

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::address::view::View;
use crate::core::search::map::{OnMap, PLACE, without_places};
use crate::language::{labels, map as said, messages, world};
use crate::views::blocks::time::time;
use crate::views::blocks::told::told;
use crate::views::element::{Element, classed, dynamic, el, link};
use crate::views::explorer::map::drawn::Map;
use crate::views::site::Needed;

/// The id of what is opened.
pub const CARD: &str = "map-card";

/// How many meetings of a place are listed.
const LISTED: usize = 5;

/// How many chosen places are opened: more are a list, which is another view.
const OPENED: usize = 5;

/// How many meetings places have together.
pub fn count(map: Map, on: &OnMap, places: &[usize]) -> usize {
    match (places, map.places.sets.get()) {
        ([one], _) => on.places[*one].count,
        (several, Some(sets)) => {
            let mut all = FixedBitSet::with_capacity(map.site.catalogue.count());
            several.iter().for_each(|at| sets[on.places[*at].value].add_to(&mut all));
            all.intersection_count(&on.unplaced)
        }
        _ => 0,
    }
}

/// The places of the gathered mark that is open. They stay the same elements while they are chosen, so that the focus stays.
pub fn gathered(map: Map) -> Option<Element> {
    let open = map.open.get();
    let one = |id: &str| {
        let value = map.places.values.get(map.places.position(id)?)?;
        let (label, id) = (value.label.as_str(), value.id.as_str());
        let is_chosen = move || map.shown.read().query.values(PLACE).iter().any(|of| of == id);
        let count = move || {
            let drawn = map.drawn.read();
            let set = map.set(id);
            drawn.as_ref().zip(set).map_or(0, |(drawn, set)| set.count_in(&drawn.on.unplaced))
        };
        let button = el("button")
            .attr("type", "button")
            .attr_fn("aria-pressed", move || Some(is_chosen().to_string()))
            .attr_fn("aria-label", move || Some(messages::value_with_count(label, Some(count()))))
            .on("click", move |_| map.toggle(id))
            .child(told(map.site.archive, el("bdi"), label).child(label))
            .child(classed("span", "count").child(dynamic(move || messages::number(count()))));
        Some(el("li").child(button))
    };
    let mut places = Vec::new();
    for id in open.split(' ') {
        places.extend(one(id));
    }
    (places.len() > 1).then(|| {
        let names = classed("ul", "map-places").attr("role", "list").attr("aria-label", said::HERE);
        el("section").attr("aria-label", said::HERE).child(el("h3").child(said::HERE)).child(names.child(places))
    })
}

/// The places that are chosen, each with its meetings.
pub fn chosen(map: Map) -> Vec<Element> {
    let drawn = map.drawn.read();
    let Some(drawn) = &*drawn else { return Vec::new() };
    let query = map.shown.read().query.clone();
    let mut places = Vec::new();
    for id in query.values(PLACE).iter().take(OPENED) {
        places.extend(place(map, &drawn.on, &query, id));
    }
    places
}

fn place(map: Map, on: &OnMap, query: &Query, id: &str) -> Option<Element> {
    let value = map.places.values.get(map.places.position(id)?)?;
    let meetings = on.latest_first(map.set(id)?);
    let country = map.picture.spot(id).map(|at| world::country_or_code(&map.picture.spots[at].country));
    let country = country.filter(|country| !country.is_empty());
    let site = map.site;
    let name = told(site.archive, el("bdi"), &value.label).child(value.label.as_str());
    let alone = map.with(&without_places(query), id, true).with_view(View::List);
    let mut rows = Vec::new();
    for position in meetings.iter().take(LISTED) {
        rows.push(row(map, *position));
    }
    let ways = classed("p", "cluster")
        .child(link(site.explorer(alone), said::as_list(meetings.len())))
        .child(link(map.page(id), said::page_of(&value.label)));
    Some(
        el("section")
            .attr("aria-label", &value.label)
            .child(el("h3").child(name).child(country.map(|country| format!(", {country}"))))
            .child(el("p").child(messages::meetings(meetings.len())))
            .child(classed("ul", "map-meetings").attr("role", "list").child(rows))
            .child(ways),
    )
}

/// A meeting; one whose record has not come is asked for.
fn row(map: Map, position: usize) -> Element {
    let site = map.site;
    let Some((archive, at)) = site.records.get(position) else {
        site.arrived.track();
        site.ask.run(Needed::Record(position));
        return el("li").child(labels::LOADING);
    };
    let row = archive.meetings.get(at).map(|meeting| {
        let title = meeting.record.title.as_str();
        let route = Route::Meeting(meeting.record.id.clone());
        el("li").child(told(archive, link(site.href(&route), title), title)).child(" ").child(time(meeting.when))
    });
    row.unwrap_or_else(|| el("li"))
}
