//! What the map says, in words: a sentence above it, and a table below.

use leptos::prelude::*;

use crate::core::search::map::PLACE;
use crate::core::text::order::sorted;
use crate::language::{labels, map as said, messages, world};
use crate::views::blocks::told::told;
use crate::views::element::{Element, classed, dynamic, el, link};
use crate::views::explorer::map::drawn::Map;

/// What the map says in a sentence; what it cannot show; and what hollow marks are, where there are any.
pub fn summary(map: Map) -> Vec<Element> {
    let drawn = map.drawn.read();
    let Some(drawn) = &*drawn else { return vec![el("p").child(labels::LOADING)] };
    let on = &drawn.on;
    let most = on.found().map(|of| of.count).max().unwrap_or_default();
    let (mut names, mut countries, mut places) = (Vec::new(), Vec::new(), 0);
    for of in on.found() {
        places += 1;
        if of.count == most {
            names.push(map.places.values[of.value].label.as_str());
        }
        let country = map.picture.spots[of.spot].country.as_str();
        if !country.is_empty() && !countries.contains(&country) {
            countries.push(country);
        }
    }
    let mut said = vec![el("p").child(said::summary(on.on, places, countries.len(), (&names, most)))];
    said.extend(said::off(on.off).map(|off| el("p").child(off)));
    let is_hollow = on.is_chosen && on.places.iter().any(|of| !of.is_chosen);
    said.extend(is_hollow.then(|| classed("p", "quiet").child(said::HOLLOW)));
    said
}

/// The same as a table, which is made when it is opened.
pub fn table(map: Map) -> Element {
    let is_open = RwSignal::new(false);
    classed("details", "map-table")
        .on("toggle", move |_| is_open.update(|is_open| *is_open = !*is_open))
        .child(el("summary").child(said::AS_TABLE))
        .child(dynamic(move || is_open.get().then(|| rows(map))))
}

fn rows(map: Map) -> Option<Element> {
    let drawn = map.drawn.read();
    let on = &drawn.as_ref()?.on;
    let order = sorted(on.places.len(), &|a, b| on.places[b].count.cmp(&on.places[a].count));
    let row = |at: usize| {
        let of = &on.places[at];
        let value = &map.places.values[of.value];
        let name = link(map.page(&value.id), value.label.as_str());
        let country = world::country_or_code(&map.picture.spots[of.spot].country);
        let chosen = of.is_chosen.then(|| format!(" ({})", said::CHOSEN));
        el("tr")
            .child(el("th").attr("scope", "row").child(told(map.site.archive, name, &value.label)).child(chosen))
            .child(el("td").child(country))
            .child(el("td").child(messages::number(of.count)))
    };
    let head = |text: &str| el("th").attr("scope", "col").child(text);
    let facet = |key| head(messages::known_facet(key).unwrap_or(key));
    let head = el("tr").child(facet(PLACE)).child(facet("country")).child(head(labels::MEETINGS));
    let mut rows = Vec::new();
    for at in order {
        rows.push(row(at));
    }
    let table = el("table").child(el("thead").child(head)).child(el("tbody").child(rows));
    let scrolled = classed("div", "map-rows").attr("role", "region").attr("aria-label", said::AS_TABLE);
    Some(scrolled.attr("tabindex", "0").child(table))
}
