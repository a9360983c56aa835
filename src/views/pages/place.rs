//! A place: what it is called, where it is, and what was held there.

use crate::core::address::query::Query;
use crate::core::address::route::{Kind, Route};
use crate::core::archive::format::Place;
use crate::core::archive::provenance::Provenance;
use crate::core::search::entry::Entry;
use crate::language::{labels, messages, met, world};
use crate::views::blocks::follow::follow;
use crate::views::blocks::meeting_row::meeting_row;
use crate::views::blocks::pager::pager;
use crate::views::blocks::place_names::place_names;
use crate::views::blocks::section::section;
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told;
use crate::views::blocks::value_link::linked_if;
use crate::views::blocks::way_back::way_back;
use crate::views::element::{Element, classed, el, link, outward};
use crate::views::site::Site;

/// A page of a place.
pub fn place(site: Site, entry: &Entry) -> Element {
    let archive = site.archive;
    let place = &archive.dataset.places[entry.at];
    let marks = &Marks { site, provenance: &Provenance::of_place(archive, place) };
    let rows: Vec<Element> = entry.meetings().into_iter().map(|of| meeting_row(site, of.meeting, &[])).collect();
    let count = site.together().seen(Kind::Places, entry.at).meetings;
    let to = |page: usize, text: &str| link(site.href(&entry.route(page)), text);
    let note = place.note.as_deref().map(|note| told(archive, el("p"), note).child(note));
    let is_narrowed = site.catalogue.facets.get(Kind::Places.key()).is_some() && count > 0;
    let narrow = is_narrowed.then(|| {
        el("p").child(link(site.explorer(Query::only(Kind::Places.key(), &place.id)), labels::NARROW_FURTHER))
    });
    classed("article", "flow")
        .child(
            classed("nav", "breadcrumb cluster")
                .attr("aria-label", labels::BREADCRUMB)
                .child(link(site.href(&Route::index(Kind::Places)), labels::ALL_PLACES))
                .child(way_back(site, labels::ALL_MEETINGS)),
        )
        .child(told(archive, el("h1"), &place.name).attr("tabindex", "-1").child(place.name.as_str()))
        .child(facts(site, place))
        .child((count > 0).then(|| spot(site, place)))
        .child(note)
        .child(classed("h2", "result-count").child(messages::meetings(count)))
        .child(
            (count > 0).then(|| {
                classed("ol", "meetings").attr("role", "list").attr("aria-label", labels::MEETINGS).child(rows)
            }),
        )
        .child(pager(entry.page, entry.pages(), &to))
        .child(narrow)
        .child(follow(site, &entry.route(1)))
        .child(section(labels::SOURCES, marks.list()))
}

/// Its spot on the archive's map, which has those places at which meetings were held; none where it has no coordinates.
fn spot(site: Site, place: &Place) -> Option<Element> {
    place.lat.zip(place.lon)?;
    let address = site.base.file(&format!("map.svg#spot-{}", place.id));
    let picture = classed("img", "spot-map").attr("src", &address).attr("alt", &met::on_the_map(&place.name));
    Some(el("p").child(outward(&address, picture.attr("loading", "lazy"))))
}

/// Where it is and what it is called in other languages; nothing where none of it is recorded.
fn facts(site: Site, place: &Place) -> Option<Element> {
    let region = place.region.as_deref().map(|region| told(site.archive, el("bdi"), region).child(region));
    let country = place.country.as_deref();
    let country = country.map(|code| linked_if(site.only("country", code), world::country_or_code(code)));
    let where_it_is = (region.is_some() || country.is_some()).then(|| {
        let and = region.as_ref().and(country.as_ref()).map(|_| ", ");
        el("span").child(region).child(and).child(country)
    });
    let coordinates = place.lat.zip(place.lon).map(|(lat, lon)| el("span").child(world::coordinates(lat, lon)));
    let told = [(labels::WHERE, where_it_is), (labels::NAMES, place_names(place)), (labels::COORDINATES, coordinates)];
    let fact = |(name, told): (&str, Option<Element>)| Some([el("dt").child(name), el("dd").child(told?)]);
    let facts: Vec<Element> = told.into_iter().filter_map(fact).flatten().collect();
    (!facts.is_empty()).then(|| classed("dl", "facts-table").child(facts))
}
