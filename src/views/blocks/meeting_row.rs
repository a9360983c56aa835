//! A meeting as a row of a list.

use crate::core::address::route::Route;
use crate::core::archive::format::Place;
use crate::core::search::asked::Sought;
use crate::language::{NAMES, labels, messages, world};
use crate::views::blocks::marked::marked;
use crate::views::blocks::status::badge;
use crate::views::blocks::time::time;
use crate::views::blocks::told::{told, told_in};
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
    let title = told_in(archive, record.language.as_deref(), title, &record.title);
    let text = |tag: &'static str, text: &str| told(archive, el(tag), text).child(marked(site, text, hits));
    let finder = site.catalogue.finder.get().filter(|_| !hits.is_empty());
    let found = finder.map(|finder| (finder.excerpts)(archive, meeting, &NAMES, hits, EXCERPTS)).unwrap_or_default();
    let within = found.within.iter().map(|word| classed("p", "elsewhere quiet").child(messages::within(word)));
    let within: Vec<Element> = within.collect();
    let lines = found.lines;
    let lines: Vec<Element> = lines.iter().map(|line| text("li", line)).collect();
    let found_in = || classed("span", "quiet").child(labels::FOUND_IN);
    let lines = (!lines.is_empty()).then(|| classed("div", "elsewhere").child(found_in()).child(el("ul").child(lines)));
    el("li").child(el("h2").child(title)).child(facts(site, position, hits)).child(within).child(lines)
}

/// What a row shows beside its title: the status, where it is not the usual one, and what the archive has chosen, in its
/// order. What has several values or a name stands in a list of its own.
fn facts(site: Site, position: usize, hits: &[Vec<Sought>]) -> Vec<Element> {
    let archive = site.archive;
    let meeting = &archive.meetings[position];
    let record = &meeting.record;
    let text = |tag: &'static str, text: &str| told(archive, el(tag), text).child(marked(site, text, hits));
    let where_held = |place: &Place| {
        let country = place.country.as_deref().map(world::country_or_code);
        el("span")
            .child(text("bdi", &place.name))
            .child(country.map(|_| ", "))
            .child(country.map(|country| marked(site, country, hits)))
    };
    let status = record.unusual_status();
    let (mut rows, mut line) = (Vec::new(), Vec::new());
    line.extend(status.map(badge));
    for key in archive.row() {
        let mut tags = Vec::new();
        let mut label = labels::THEMES;
        match key {
            "date" => line.push(time(meeting.when)),
            "place" => {
                line.extend(archive.places_of(meeting).map(where_held));
                line.extend(record.online.as_ref().map(|_| el("span").child(labels::ONLINE)));
            }
            "venue" => line.extend(record.venue.as_deref().map(|venue| text("bdi", venue))),
            "format" => line.extend(record.format.as_deref().map(|format| text("bdi", format))),
            "themes" => archive.themes_of(meeting).for_each(|theme| tags.push(text("li", &theme.label))),
            own => {
                meeting.own_values(own).iter().for_each(|value| tags.push(text("li", value)));
                label = site.catalogue.facets.get(own).map_or(own, |facet| &facet.label);
            }
        }
        if !tags.is_empty() {
            in_line(&mut line, &mut rows);
            rows.push(classed("ul", "tags").attr("role", "list").attr("aria-label", label).child(tags));
        }
    }
    in_line(&mut line, &mut rows);
    rows
}

/// Puts single facts into a line.
fn in_line(line: &mut Vec<Element>, rows: &mut Vec<Element>) {
    if !line.is_empty() {
        rows.push(classed("p", "facts").child(std::mem::take(line)));
    }
}
