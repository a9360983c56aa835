//! What a page says of itself in the terms of schema.org (JSON-LD).

use serde_json::{Value, json};

use crate::core::address::base::Home;
use crate::core::address::data::DATASET;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::format::{Document, Meeting as Record, Place, published_path};
use crate::core::archive::{Archive, Meeting};
use crate::core::search::collection::Collection;
use crate::core::search::entry::{Entry, count};
use crate::core::text::date::{PartialDate, When};
use crate::language::{NAMES, met};
use crate::publish::description::described;
use crate::publish::entries::{self, location};
use crate::publish::licence::licence;
use crate::views::pages;

/// What is said of itself by the page of an address.
pub fn linked_data(collection: &Collection, home: Home, route: &Route) -> Vec<Value> {
    let Collection { archive, catalogue } = collection;
    let page = Page { archive, home, route };
    match route {
        Route::Explorer(_) => vec![without_empty(in_context(page.series())), without_empty(page.dataset())],
        Route::Meeting(id) => match archive.position(id).map(|at| &archive.meetings[at]) {
            Some(meeting) => vec![without_empty(page.event(meeting)), page.crumbs(&meeting.record.title)],
            None => Vec::new(),
        },
        Route::Index(kind, _) if count(archive, *kind) > 0 => {
            vec![entries::collection(archive, home, *kind), page.crumbs(met::all_of(*kind))]
        }
        Route::List { .. } if let Some(entry) = Entry::find(archive, catalogue.together(archive, &NAMES), route) => {
            vec![without_empty(entries::entry(collection, home, &entry)), page.crumbs(entry.name())]
        }
        Route::Together { .. } | Route::Index(..) => Vec::new(),
        Route::About | Route::List { .. } => {
            pages::name(archive, catalogue, route).iter().map(|name| page.crumbs(name)).collect()
        }
        Route::NotFound(_) => Vec::new(),
    }
}

/// What one page is made from.
struct Page<'a> {
    archive: &'a Archive,
    home: Home<'a>,
    route: &'a Route,
}

impl Page<'_> {
    /// An address as far as it is known.
    fn address(&self, route: &Route) -> String {
        self.home.address(route).unwrap_or_else(|| self.home.base.href(route))
    }

    fn file(&self, path: &str) -> String {
        self.home.file(path).unwrap_or_else(|| self.home.base.file(path))
    }

    fn home_page(&self) -> String {
        self.address(&Route::Explorer(Query::default()))
    }

    /// The series that all meetings belong to.
    fn series(&self) -> Value {
        let dataset = &self.archive.dataset;
        let home = self.home_page();
        let organiser = |name: &str| json!({"@type": "Organization", "name": name});
        json!({
            "@type": "EventSeries",
            "@id": format!("{home}#series"),
            "name": dataset.title,
            "url": home,
            "organizer": dataset.organisers.iter().map(|of| organiser(of.text())).collect::<Vec<_>>(),
        })
    }

    /// The data that the site publishes.
    fn dataset(&self) -> Value {
        let dataset = &self.archive.dataset;
        let download = |kind: &str, path: &str| json!({"@type": "DataDownload", "encodingFormat": kind, "contentUrl": self.file(path)});
        let licences: Vec<String> =
            dataset.licence.iter().filter_map(|text| licence(text)).map(|licence| licence.address).collect();
        json!({
            "@context": "https://schema.org",
            "@type": "Dataset",
            "name": dataset.title,
            "description": dataset.description.as_deref().unwrap_or(&dataset.title),
            "url": self.home_page(),
            "inLanguage": dataset.language,
            "publisher": dataset.publisher.as_ref().map(
                |of| json!({"@type": "Organization", "name": of.name, "url": of.url}),
            ),
            "license": match &licences[..] {
                [only] => Some(json!(only)),
                _ => Some(json!(licences)),
            },
            "dateModified": self.archive.modified().map(|day| day.to_string()),
            "distribution": [
                download("application/json", DATASET),
                download("text/csv", "meetings.csv"),
            ],
        })
    }

    /// A meeting, with what its record says and no more: whether it came to be as planned, and whether people met in one
    /// room, is told only where that is recorded.
    fn event(&self, meeting: &Meeting) -> Value {
        let (archive, record) = (self.archive, &meeting.record);
        let address = self.address(self.route);
        let people = record.people.iter().filter(|_| archive.dataset.people_pages != Some(false));
        let people = people.filter(|person| person.was_there()).filter_map(|person| archive.person(&person.person));
        let within = record.within.as_ref().map(
            |event| json!({"@type": "Event", "name": event.title, "startDate": event.start, "endDate": event.end}),
        );
        json!({
            "@context": "https://schema.org",
            "@type": "Event",
            "@id": address,
            "url": address,
            "identifier": record.reference,
            "name": record.title,
            "alternateName": record.translations.iter().flat_map(|(_, texts)| texts.as_slice()).collect::<Vec<_>>(),
            "description": described(archive, meeting),
            "startDate": meeting.when.start.to_string(),
            "endDate": end(meeting.when).map(|end| end.to_string()),
            "eventStatus": record.status.as_deref().and_then(status),
            "eventAttendanceMode": attendance(record),
            "location": self.locations(meeting),
            "about": archive.themes_of(meeting).map(|theme| &theme.label).collect::<Vec<_>>(),
            // What the archive's own facets say.
            "keywords": record.facets.iter().flat_map(|(_, texts)| texts.as_slice()).collect::<Vec<_>>(),
            "contributor": people.map(|person| json!({"@type": "Person", "name": person.name})).collect::<Vec<_>>(),
            "subjectOf": record.all_documents().map(|of| self.document(of)).collect::<Vec<_>>(),
            "superEvent": within.unwrap_or_else(|| self.series()),
        })
    }

    /// Where a meeting was held: the one place, or a list of all. A hall is in a place, so it is told with the first.
    fn locations(&self, meeting: &Meeting) -> Option<Value> {
        let places: Vec<&Place> = self.archive.places_of(meeting).collect();
        let (venue, online) = (meeting.record.venue.as_deref(), meeting.record.online.as_deref());
        let mut all: Vec<Value> = match (&places[..], venue, online) {
            // In which of several places the venue is no record says.
            ([place], venue, _) => vec![location(place, venue)],
            ([], Some(venue), Some(_)) => vec![json!({"@type": "Place", "name": venue})],
            (places, ..) => places.iter().map(|place| location(place, None)).collect(),
        };
        all.extend(online.map(|url| json!({"@type": "VirtualLocation", "url": url})));
        if all.len() > 1 { Some(all.into()) } else { all.pop() }
    }

    fn document(&self, of: &Document) -> Value {
        let file = of.file.as_ref().map(|file| self.file(&published_path(file)));
        let is_file = file.is_some() || of.size.is_some() || of.sha256.is_some();
        json!({
            // Only of files schema.org knows size and hash.
            "@type": if is_file { "MediaObject" } else { "CreativeWork" },
            "name": of.title,
            "inLanguage": of.languages,
            "url": file.as_ref().or(of.url.as_ref()),
            // Where a file of the site's own stands first, its first home is told too.
            "sameAs": file.as_ref().and(of.url.as_ref()),
            "archivedAt": of.archived,
            "encodingFormat": of.r#type,
            "contentSize": of.size.map(|size| format!("{size} B")),
            "sha256": of.sha256,
        })
    }

    /// The way from the first page to this one, whose name is given.
    fn crumbs(&self, name: &str) -> Value {
        json!({
            "@context": "https://schema.org",
            "@type": "BreadcrumbList",
            "itemListElement": [
                {"@type": "ListItem", "position": 1, "name": self.archive.dataset.title, "item": self.home_page()},
                {"@type": "ListItem", "position": 2, "name": name, "item": self.address(self.route)},
            ],
        })
    }
}

/// When it ended, as far as is known: a day ends as that day, a time of day without an end somewhen later.
fn end(when: When) -> Option<PartialDate> {
    when.end.or_else(|| when.start.minute().is_none().then_some(when.start))
}

/// Whether a meeting came to be, as schema.org calls it. For what is not certain yet it has no word.
fn status(status: &str) -> Option<&'static str> {
    match status {
        "planned" | "held" => Some("https://schema.org/EventScheduled"),
        "cancelled" => Some("https://schema.org/EventCancelled"),
        "postponed" => Some("https://schema.org/EventPostponed"),
        _ => None,
    }
}

/// How people met, where it is recorded that they could from afar.
fn attendance(record: &Record) -> Option<&'static str> {
    let is_placed = !record.place_ids().is_empty() || record.venue.is_some();
    record.online.as_ref().map(|_| match is_placed {
        true => "https://schema.org/MixedEventAttendanceMode",
        false => "https://schema.org/OnlineEventAttendanceMode",
    })
}

fn in_context(mut data: Value) -> Value {
    data["@context"] = "https://schema.org".into();
    data
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
