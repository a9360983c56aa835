//! Where a meeting was held.

use crate::core::archive::format::Place;
use crate::core::archive::{Archive, Meeting};
use crate::language::world;
use crate::views::blocks::person_link::place_link;
use crate::views::blocks::place_names::place_names;
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told;
use crate::views::blocks::value_link::linked_if;
use crate::views::element::{Element, classed, el};
use crate::views::site::Site;

/// The places of a meeting, each with its region and its country.
pub fn places(site: Site, meeting: &Meeting, marks: &Marks) -> Vec<Element> {
    let additions = &meeting.record.additions;
    let mut places: Vec<Element> = site.archive.places_of(meeting).map(|of| place(site, of)).collect();
    if let Some(last) = places.pop() {
        places.push(last.child(marks.field(additions, "place")).child(marks.field(additions, "places")));
    }
    places
}

/// A place with its region and its country.
fn place(site: Site, place: &Place) -> Element {
    let country =
        place.country.as_deref().map(|code| linked_if(site.only("country", code), world::country_or_code(code)));
    let region = |archive: &Archive, region: &str| told(archive, el("bdi"), region).child(region);
    el("span")
        .child(place_link(site, place))
        .child(place.region.as_deref().map(|_| ", "))
        .child(place.region.as_deref().map(|of| region(site.archive, of)))
        .child(country.as_ref().map(|_| ", "))
        .child(country)
}

/// What else is known of the places of a meeting, as a list: their names in other languages, and where they lie. Nothing
/// where that is nothing.
pub fn more_of_places(site: Site, meeting: &Meeting, marks: &Marks) -> Option<Element> {
    let places: Vec<Element> = site.archive.places_of(meeting).filter_map(|of| more_of(site, of, marks)).collect();
    (!places.is_empty()).then(|| classed("ul", "places").attr("role", "list").child(places))
}

fn more_of(site: Site, place: &Place, marks: &Marks) -> Option<Element> {
    let names = place_names(place);
    let position = place.lat.zip(place.lon).map(|(lat, lon)| world::coordinates(lat, lon));
    let note = place.note.as_deref().map(|note| told(site.archive, el("p"), note).child(note));
    if names.is_none() && position.is_none() && note.is_none() {
        return None;
    }
    let head = el("p")
        .child(place_link(site, place))
        .child(position.map(|position| classed("span", "quiet aside").child(position)))
        .child(marks.of(place.source.as_slice()));
    Some(el("li").child(head).child(names).child(note))
}
