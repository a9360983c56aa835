//! Where a meeting was held.

use crate::core::archive::format::Place;
use crate::core::archive::{Archive, Meeting};
use crate::language::{labels, world};
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
    let names = names(place);
    let country =
        place.country.as_deref().map(|code| linked_if(site.only("country", code), world::country_or_code(code)));
    let quiet = || classed("span", "quiet aside");
    let region = |archive: &Archive, region: &str| told(archive, el("bdi"), region).child(region);
    el("div")
        .child(told(site.archive, linked_if(site.only("place", &place.id), &place.name), &place.name))
        .child(place.region.as_deref().map(|_| ", "))
        .child(place.region.as_deref().map(|of| region(site.archive, of)))
        .child(country.as_ref().map(|_| ", "))
        .child(country)
        .child(place.note.as_deref().map(|note| told(site.archive, quiet(), note).child(note)))
        .child(
            (!names.is_empty())
                .then(|| classed("ul", "names").attr("role", "list").attr("aria-label", labels::NAMES).child(names)),
        )
        .child(place.lat.zip(place.lon).map(|(lat, lon)| quiet().child(world::coordinates(lat, lon))))
        .child(marks.of(place.source.as_slice()))
}

/// The names of a place in other languages, each with those languages.
fn names(place: &Place) -> Vec<Element> {
    // One name may serve several languages, and is then told once.
    let mut languages: Vec<(&str, Vec<&str>)> = Vec::new();
    for (tag, names) in &place.names {
        for name in names.as_slice() {
            match languages.iter_mut().find(|(of, _)| of == name) {
                Some((_, tags)) => tags.push(tag),
                None => languages.push((name, vec![tag])),
            }
        }
    }
    let name = |(name, tags): (&str, Vec<&str>)| {
        let spoken: Vec<&str> = tags.iter().map(|tag| world::language_or_tag(tag)).collect();
        el("li")
            .child(el("span").attr_if("lang", tags.first().copied()).child(name))
            .child(classed("span", "quiet").child(format!(" ({})", spoken.join(", "))))
    };
    languages.into_iter().map(name).collect()
}
