//! A meeting as a row of a list.

use leptos::prelude::*;

use crate::core::address::route::Route;
use crate::core::archive::format::Place;
use crate::core::search::asked::Sought;
use crate::core::search::highlight::excerpts;
use crate::language::{NAMES, labels, world};
use crate::views::blocks::marked::{Hits, marked};
use crate::views::blocks::time::time;
use crate::views::element::{Element, classed, dynamic, el, link};
use crate::views::site::Site;

/// How many other places of a hit a row tells.
const EXCERPTS: usize = 2;

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
        let country = place.country.as_deref().map(world::country_or_code);
        el("span")
            .child(marked(&place.name, hits))
            .child(country.map(|_| ", "))
            .child(country.map(|country| marked(country, hits)))
    };
    let themes = archive.themes_of(meeting);
    let themes: Vec<Element> = themes.map(|theme| el("li").child(marked(&theme.label, hits))).collect();
    let lines = excerpts(archive, meeting, &NAMES, hits, EXCERPTS);
    let lines: Vec<Element> = lines.iter().map(|line| el("li").child(marked(line, hits))).collect();
    let mut content =
        vec![classed("p", "facts").child(time(meeting.when)).child(archive.place_of(meeting).map(where_held))];
    if !themes.is_empty() {
        content.push(classed("ul", "tags").attr("role", "list").attr("aria-label", labels::THEMES).child(themes));
    }
    if !lines.is_empty() {
        let found_in = classed("span", "quiet").child(labels::FOUND_IN);
        content.push(classed("div", "elsewhere").child(found_in).child(el("ul").child(lines)));
    }
    content
}
