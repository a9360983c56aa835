//! What stands in the head of a finished page for search engines and for those who share its address.

use serde_json::{Value, json};

use super::feeds;
use crate::app;
use crate::core::archive::{Archive, Meeting};
use crate::core::facet::Facet;
use crate::core::query::Query;
use crate::core::route::{Home, Route};
use crate::wording::{self, label};

/// The picture that stands for an archive where its address is shared: 1200 × 630 pixels, shapes only.
const PICTURE: &str = "picture.png";

/// Pieces of a page's head, as HTML; each empty or ended by a line break, but for the title.
#[derive(Default)]
pub struct Head {
    /// The text of the title.
    pub title: String,
    /// The description.
    pub description: String,
    /// Canonical address, Open Graph, Twitter card, feeds.
    pub links: String,
    /// Linked data (schema.org, JSON-LD).
    pub data: String,
}

/// The head of a page. Whole addresses are left out where the origin is not known.
pub fn head(archive: &Archive, home: Home, route: &Route) -> Head {
    let dataset = &archive.dataset;
    let title = app::title(archive, route);
    let meeting = match route {
        Route::Meeting(id) => archive.position(id).map(|at| &archive.meetings[at]),
        _ => None,
    };
    let found = |facet: Facet, id: &str| {
        let values = archive.catalogue.facets.get(facet);
        let at = values.position(id)?;
        let count = values.totals[at];
        Some(wording::list_description(&values.values[at].label, count, &dataset.title))
    };
    let description = match route {
        Route::Meeting(_) => meeting.map(|meeting| described(archive, meeting)),
        Route::Theme(id) => found(Facet::Theme, id),
        Route::Year(year) => found(Facet::Year, year),
        Route::About => Some(wording::about_description(&dataset.title)),
        Route::Explorer(_) => dataset.description.clone(),
        Route::NotFound(_) => Some(label::NOT_FOUND_HINT.to_owned()),
    };
    let description = description.unwrap_or_else(|| dataset.title.clone());
    let is_found = !matches!(route, Route::NotFound(_));
    let kind = if meeting.is_some() { "article" } else { "website" };
    let mut links = String::new();
    let mut property = |name: &str, value: &str| {
        links.push_str(&format!("<meta property=\"{name}\" content=\"{}\">\n", escape(value)));
    };
    property("og:type", kind);
    property("og:title", &title);
    property("og:description", &description);
    property("og:site_name", &dataset.title);
    property("og:locale", &dataset.language.replace('-', "_"));
    if let (Some(address), Some(picture), true) = (home.address(route), home.file(PICTURE), is_found) {
        property("og:url", &address);
        property("og:image", &picture);
        property("og:image:width", "1200");
        property("og:image:height", "630");
        links.push_str(&format!("<link rel=\"canonical\" href=\"{}\">\n", escape(&address)));
    }
    links.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
    for (name, kind) in [(feeds::ATOM, "application/atom+xml"), (feeds::JSON, "application/feed+json")] {
        let (address, title) = (home.base.file(name), escape(&dataset.title));
        let link = format!("<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{address}\">\n");
        links.push_str(&link);
    }
    if !is_found {
        links.push_str("<meta name=\"robots\" content=\"noindex\">\n");
    }
    let data = linked_data(archive, home, route).into_iter().map(|data| {
        // Inside a script element nothing but its end needs care.
        format!("<script type=\"application/ld+json\">{}</script>\n", data.to_string().replace('<', "\\u003c"))
    });
    Head {
        title: escape(&title),
        description: format!("<meta name=\"description\" content=\"{}\">\n", escape(&description)),
        links,
        data: data.collect(),
    }
}

/// A meeting in one sentence: what, where, when, on what.
pub fn described(archive: &Archive, meeting: &Meeting) -> String {
    let place = archive.place_of(meeting).map(wording::place);
    let themes = archive.themes_of(meeting).map(|theme| theme.label.clone());
    let mut parts: Vec<String> = vec![meeting.record.title.clone()];
    parts.extend(place);
    parts.push(wording::when(meeting.when));
    let themes: Vec<String> = themes.collect();
    if !themes.is_empty() {
        parts.push(themes.join(", "));
    }
    format!("{}.", parts.join(". "))
}

/// What a page says of itself in the terms of schema.org.
fn linked_data(archive: &Archive, home_of: Home, route: &Route) -> Vec<Value> {
    let dataset = &archive.dataset;
    let address = |route: &Route| home_of.address(route).unwrap_or_else(|| home_of.base.href(route));
    let file = |path: &str| home_of.file(path).unwrap_or_else(|| home_of.base.file(path));
    let home = address(&Route::Explorer(Query::default()));
    let series = || {
        json!({
            "@type": "EventSeries",
            "@id": format!("{home}#series"),
            "name": dataset.title,
            "url": home,
            "organizer": dataset.organisers.iter().map(|organiser| json!({"@type": "Organization", "name": organiser.text()}))
                .collect::<Vec<_>>(),
        })
    };
    let crumbs = |last: &str| {
        json!({
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": dataset.title, "item": home},
                {"@type": "ListItem", "position": 2, "name": last, "item": address(route)},
            ],
        })
    };
    let in_context = |mut data: Value| {
        data["@context"] = "https://schema.org".into();
        data
    };
    match route {
        Route::Explorer(_) => vec![
            in_context(series()),
            json!({
                "@context": "https://schema.org",
                "@type": "Dataset",
                "name": dataset.title,
                "description": dataset.description.as_deref().unwrap_or(&dataset.title),
                "url": home,
                "inLanguage": dataset.language,
                "dateModified": dataset.modified,
                "isAccessibleForFree": true,
                "distribution": [
                    {"@type": "DataDownload", "encodingFormat": "application/json", "contentUrl": file("data/meetings.json")},
                    {"@type": "DataDownload", "encodingFormat": "text/csv", "contentUrl": file("meetings.csv")},
                ],
            }),
        ],
        Route::Meeting(id) => archive.position(id).into_iter().flat_map(|at| {
            let meeting = &archive.meetings[at];
            let event = json!({
                "@context": "https://schema.org",
                "@type": "Event",
                "@id": address(route),
                "url": address(route),
                "name": meeting.record.title,
                "description": described(archive, meeting),
                "startDate": meeting.when.start.to_string(),
                "endDate": meeting.when.end.unwrap_or(meeting.when.start).to_string(),
                "eventStatus": "https://schema.org/EventScheduled",
                "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
                "location": archive.place_of(meeting).map(|place| json!({
                    "@type": "Place",
                    "name": meeting.record.venue.as_deref().unwrap_or(&place.name),
                    "address": {"@type": "PostalAddress", "addressLocality": place.name, "addressRegion": place.region,
                        "addressCountry": place.country},
                    "geo": place.lat.zip(place.lon).map(|(lat, lon)| json!({"@type": "GeoCoordinates", "latitude": lat, "longitude": lon})),
                })),
                "about": archive.themes_of(meeting).map(|theme| &theme.label).collect::<Vec<_>>(),
                "contributor": meeting.record.people.iter().filter_map(|person| archive.person(&person.person))
                    .map(|person| json!({"@type": "Person", "name": person.name})).collect::<Vec<_>>(),
                "subjectOf": meeting.record.documents.iter().map(|document| json!({"@type": "CreativeWork", "name": document.title,
                    "inLanguage": document.languages, "url": document.url})).collect::<Vec<_>>(),
                "superEvent": meeting.record.within.as_ref().map_or_else(series, |event| json!({"@type": "Event", "name": event.title,
                    "startDate": event.start, "endDate": event.end})),
            });
            [without_empty(event), crumbs(&meeting.record.title)]
        }).collect(),
        Route::About | Route::Theme(_) | Route::Year(_) => {
            let title = app::title(archive, route);
            vec![crumbs(title.split(" – ").next().unwrap_or(&title))]
        }
        Route::NotFound(_) => Vec::new(),
    }
}

/// The same without fields that say nothing.
fn without_empty(value: Value) -> Value {
    match value {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(name, value)| (name, without_empty(value)))
            .filter(|(_, value)| !value.is_null() && value.as_array().is_none_or(|items| !items.is_empty()))
            .collect::<serde_json::Map<_, _>>()
            .into(),
        Value::Array(items) => items.into_iter().map(without_empty).collect(),
        other => other,
    }
}

/// A text as it stands in HTML and XML, in attributes too.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
