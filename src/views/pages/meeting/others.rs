//! The ways from a meeting to others.

use crate::core::address::route::Route;
use crate::language::{labels, messages};
use crate::views::blocks::status::badge;
use crate::views::blocks::time::time;
use crate::views::blocks::told::{told, told_in};
use crate::views::element::{Element, classed, el, link};
use crate::views::site::Site;

/// How many other meetings that share a theme or the place a page names.
const RELATED: usize = 8;

/// The meetings that share a theme or the place; nothing where there are none.
pub fn related(site: Site, position: usize) -> Option<Element> {
    let related = site.archive.related(position, RELATED);
    let item = |other: &usize| el("li").child(meeting_link(site, *other));
    (!related.is_empty()).then(|| el("ul").child(related.iter().map(item).collect::<Vec<_>>()))
}

/// The meetings before and after this one.
pub fn neighbours(site: Site, position: usize) -> Element {
    let earlier = position.checked_sub(1);
    let later = Some(position + 1).filter(|later| *later < site.archive.meetings.len());
    let neighbour = |name: &'static str, class: &'static str, position: Option<usize>| {
        position.map(|position| {
            classed("p", class).child(classed("span", "quiet").child(name)).child(meeting_link(site, position))
        })
    };
    classed("nav", "neighbours")
        .attr("aria-label", labels::OTHER_MEETINGS)
        .child(neighbour(labels::EARLIER, "earlier", earlier))
        .child(all_of_years(site, position))
        .child(neighbour(labels::LATER, "later", later))
}

/// Links to all meetings of the first and the last year in which this one was held.
fn all_of_years(site: Site, position: usize) -> Option<Element> {
    let (first, last) = site.archive.meetings.get(position)?.when.years().into_inner();
    let mut links = Vec::new();
    for year in [first, last] {
        let year = format!("{year:04}");
        if let Some(address) = site.only("year", &year) {
            links.push(link(address, messages::all_of_year(&year)));
        }
    }
    // A meeting within one year has one.
    links.truncate(if first == last { 1 } else { 2 });
    (!links.is_empty()).then(|| classed("p", "cluster").child(links))
}

/// A meeting as a link, with place and date, and its status where it is not the usual one.
fn meeting_link(site: Site, position: usize) -> Vec<Element> {
    let meeting = &site.archive.meetings[position];
    let record = &meeting.record;
    let title = record.title.as_str();
    let place = |name: &str| told(site.archive, el("bdi"), name).child(name);
    let mut held = classed("span", "quiet aside").child(" ");
    for of in site.archive.places_of(meeting) {
        held = held.child(place(&of.name)).child(", ");
    }
    let link = link(site.href(&Route::Meeting(record.id.clone())), title);
    let status = record.unusual_status();
    held = held.child(time(meeting.when)).child(status.map(|_| " ")).child(status.map(badge));
    vec![told_in(site.archive, record.language.as_deref(), link, title), held]
}
