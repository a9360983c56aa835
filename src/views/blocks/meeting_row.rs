//! A meeting as a row of a list.

use crate::core::address::route::Route;
use crate::core::archive::format::Place;
use crate::core::search::asked::Sought;
use crate::language::{NAMES, labels, messages, world};
use crate::views::blocks::marked::marked;
use crate::views::blocks::time::time;
use crate::views::blocks::told::told;
use crate::views::element::{Element, classed, el, link};
use crate::views::site::Site;

/// How many other places of a hit a row tells.
const EXCERPTS: usize = 2;

/// A meeting's row of a list, with the words found marked: for each thing that a text asks for, those that it was found by.
pub fn meeting_row(site: Site, position: usize, hits: &[Vec<Sought>]) -> Element {
    let archive = site.archive;
    let meeting = &archive.meetings[position];
    let record = &meeting.record;
    let title = link(site.href(&Route::Meeting(record.id.clone())), marked(site, &record.title, hits));
    let title = told(archive, title, &record.title);
    let text = |tag: &'static str, text: &str| told(archive, el(tag), text).child(marked(site, text, hits));
    let where_held = |place: &Place| {
        let country = place.country.as_deref().map(world::country_or_code);
        el("span")
            .child(text("bdi", &place.name))
            .child(country.map(|_| ", "))
            .child(country.map(|country| marked(site, country, hits)))
    };
    let themes = archive.themes_of(meeting);
    let themes: Vec<Element> = themes.map(|theme| text("li", &theme.label)).collect();
    let finder = site.catalogue.finder.get().filter(|_| !hits.is_empty());
    let found = finder.map(|finder| (finder.excerpts)(archive, meeting, &NAMES, hits, EXCERPTS)).unwrap_or_default();
    let within = found.within.iter().map(|word| classed("p", "elsewhere quiet").child(messages::within(word)));
    let within: Vec<Element> = within.collect();
    let lines = found.lines;
    let lines: Vec<Element> = lines.iter().map(|line| text("li", line)).collect();
    let themes = (!themes.is_empty())
        .then(|| classed("ul", "tags").attr("role", "list").attr("aria-label", labels::THEMES).child(themes));
    let found_in = || classed("span", "quiet").child(labels::FOUND_IN);
    let lines = (!lines.is_empty()).then(|| classed("div", "elsewhere").child(found_in()).child(el("ul").child(lines)));
    el("li")
        .child(el("h2").child(title))
        .child(classed("p", "facts").child(time(meeting.when)).child(archive.places_of(meeting).next().map(where_held)))
        .child(themes)
        .child(within)
        .child(lines)
}
