//! What pages of people and places say of themselves in the terms of schema.org.

use serde_json::{Value, json};

use crate::core::address::base::Home;
use crate::core::address::route::{Kind, Route};
use crate::core::archive::Archive;
use crate::core::archive::format::Place;
use crate::core::archive::names::without_years;
use crate::core::archive::values::is_country_of_today;
use crate::core::search::collection::Collection;
use crate::core::search::entry::{Entry, count, named};
use crate::core::search::offices::offices;
use crate::language::{NAMES, met, world};

/// How many people or places a table of all names to machines; the sitemap has every page.
const MOST: usize = 500;

/// A table of all people or all places.
pub fn collection(archive: &Archive, home: Home, kind: Kind) -> Value {
    let item = |at: usize| {
        let (id, name) = named(archive, kind, at);
        let url = address(home, &Route::list(kind.key(), id));
        json!({"@type": "ListItem", "position": at + 1, "name": name, "url": url})
    };
    let count = count(archive, kind);
    json!({
        "@context": "https://schema.org",
        "@type": "CollectionPage",
        "name": met::all_of(kind),
        "url": address(home, &Route::index(kind)),
        "mainEntity": {
            "@type": "ItemList",
            "numberOfItems": count,
            "itemListElement": (0..count.min(MOST)).map(item).collect::<Vec<_>>(),
        },
    })
}

/// A person or a place, with the meetings of its page.
pub fn entry(collection: &Collection, home: Home, entry: &Entry) -> Value {
    let Collection { archive, catalogue } = collection;
    let event = |at: usize| {
        let meeting = &archive.meetings[at];
        let address = address(home, &Route::Meeting(meeting.record.id.clone()));
        json!({"@type": "Event", "@id": address, "url": address, "name": meeting.record.title,
            "startDate": meeting.when.start.to_string()})
    };
    let meetings = entry.meetings().into_iter().filter(|of| of.was_there).map(|of| event(of.meeting));
    let meetings: Vec<Value> = meetings.collect();
    // The same on every page of it.
    let own = address(home, &entry.route(1));
    let mut data = match entry.kind {
        Kind::People => {
            let offices = offices(archive, catalogue.together(archive, &NAMES), entry.at);
            let bodies = offices.iter().filter_map(|of| of.organisation);
            json!({
                "@type": "Person",
                "name": entry.name(),
                "jobTitle": offices.iter().filter_map(|of| of.office).collect::<Vec<_>>(),
                "affiliation": bodies.map(|name| json!({"@type": "Organization", "name": name})).collect::<Vec<_>>(),
                "performerIn": meetings,
            })
        }
        Kind::Places => {
            let place = &archive.dataset.places[entry.at];
            let mut data = location(place, None);
            data["alternateName"] = place.names.iter().flat_map(|(_, names)| names.as_slice()).cloned().collect();
            data["description"] = place.note.clone().into();
            data["event"] = meetings.into();
            data
        }
    };
    data["@context"] = "https://schema.org".into();
    data["@id"] = own.as_str().into();
    data["url"] = own.into();
    data
}

/// An address as far as it is known.
fn address(home: Home, route: &Route) -> String {
    home.address(route).unwrap_or_else(|| home.base.href(route))
}

/// A place, and the hall in it where that is known.
pub fn location(place: &Place, venue: Option<&str>) -> Value {
    let coordinates = place.lat.zip(place.lon);
    json!({
        "@type": "Place",
        "name": venue.unwrap_or(&place.name),
        "address": {
            "@type": "PostalAddress",
            "addressLocality": place.name,
            "addressRegion": place.region,
            "addressCountry": place.country.as_deref().map(country),
        },
        "geo": coordinates.map(|(lat, lon)| json!({"@type": "GeoCoordinates", "latitude": lat, "longitude": lon})),
    })
}

/// A country as schema.org asks for it: by its code of ISO 3166-1, or one that has none by its name.
fn country(code: &str) -> &str {
    if is_country_of_today(code) { code } else { without_years(world::country_or_code(code)) }
}
