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

/// The place of a meeting, or its places as a list; nothing where none is known.
pub fn places(site: Site, meeting: &Meeting, marks: &Marks) -> Option<Element> {
    let additions = &meeting.record.additions;
    let mut places: Vec<Element> = site.archive.places_of(meeting).map(|of| place(site, of, marks)).collect();
    let last = places.pop()?.child(marks.field(additions, "place")).child(marks.field(additions, "places"));
    if places.is_empty() {
        return Some(last);
    }
    places.push(last);
    let places: Vec<Element> = places.into_iter().map(|place| el("li").child(place)).collect();
    Some(classed("ul", "plain").attr("role", "list").child(places))
}

/// A place with its country, its region and its names in other languages.
fn place(site: Site, place: &Place, marks: &Marks) -> Element {
    let country =
        place.country.as_deref().map(|code| linked_if(site.only("country", code), world::country_or_code(code)));
    let quiet = || classed("span", "quiet aside");
    let region = |archive: &Archive, region: &str| told(archive, el("bdi"), region).child(region);
    el("div")
        .child(place_link(site, place))
        .child(place.region.as_deref().map(|_| ", "))
        .child(place.region.as_deref().map(|of| region(site.archive, of)))
        .child(country.as_ref().map(|_| ", "))
        .child(country)
        .child(place.note.as_deref().map(|note| told(site.archive, quiet(), note).child(note)))
        .child(place_names(place))
        .child(place.lat.zip(place.lon).map(|(lat, lon)| quiet().child(world::coordinates(lat, lon))))
        .child(marks.of(place.source.as_slice()))
}
