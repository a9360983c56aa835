//! What an archive lacks: of each field that a good record has, how many meetings have it, year by year.
//!
//! The fields are those that the format declares. So a new one is counted until it is named here as one that a good record
//! may do without.

use std::collections::{BTreeMap, BTreeSet};

use super::format::{Document, Meeting, Participation, Place};
use super::json::{Fields, Json};
use super::record::Record;
use super::values::is_known_facet;
use crate::core::text::date::PartialDate;

/// What a meeting may do without: what each has, what few meetings need, and what is told of the record and not of the
/// meeting. The end is left out of meetings of a day.
const MAY_LACK: [&str; 18] = [
    "id",
    "title",
    "modified",
    "start",
    "end",
    "status",
    "within",
    "alongside",
    "facets",
    "quotes",
    "notes",
    "additions",
    "language",
    "translations",
    "places",
    "online",
    "formerly",
    "reference",
];

/// The same of a document. What is told of its file alone only a kept one needs.
const DOCUMENT_MAY_LACK: [&str; 9] =
    ["title", "file", "type", "size", "sha256", "archived", "note", "source", "additions"];

/// The same of a person's part.
const PERSON_MAY_LACK: [&str; 3] = ["person", "part", "source"];

/// The same of a place. A longitude comes with its latitude.
const PLACE_MAY_LACK: [&str; 7] = ["id", "name", "region", "lon", "names", "note", "source"];

/// A field of which is counted how many meetings have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Its name, for example `place`; behind that of a list what each record of it should have, `documents.languages`.
    pub name: String,
    /// The meetings that have it, year by year.
    pub by_year: Vec<usize>,
}

impl Field {
    /// The meetings that have it.
    pub fn count(&self) -> usize {
        self.by_year.iter().sum()
    }
}

/// A field of the records of one kind, wherever they stand: how many lack it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What the records are: `places`, `documents`, or `people`, by which their parts in meetings are meant.
    pub of: &'static str,
    /// The name of the field.
    pub field: &'static str,
    /// The number of the records.
    pub all: usize,
    /// The number of those without it.
    pub lacking: usize,
    /// The number of places, or of meetings, in which those stand.
    pub within: usize,
    /// The ids of the first few of these, each once.
    pub first: Vec<String>,
}

/// What an archive has and lacks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Lacks {
    /// The years in which a meeting began, with the number of meetings.
    pub years: Vec<(i16, usize)>,
    /// The fields of meetings.
    pub fields: Vec<Field>,
    /// The fields of what meetings consist of.
    pub parts: Vec<Part>,
    /// The numbers of the meetings that are recorded as gaps.
    pub gaps: Vec<u32>,
    /// The numbers within the series that neither a meeting nor a gap has, from one to another.
    pub unnumbered: Vec<(u32, u32)>,
    /// The years within the series in which no meeting began, from one to another.
    pub silent: Vec<(i16, i16)>,
}

impl Lacks {
    /// The number of meetings.
    pub fn meetings(&self) -> usize {
        self.years.iter().map(|(_, count)| count).sum()
    }
}

/// So many places of a lack are told.
const FIRST: usize = 3;

/// What a dataset lacks, by its fields in their full form.
pub fn lacks<'d>(dataset: &'d Fields<'d>) -> Lacks {
    let places: BTreeMap<&str, &Fields> =
        records(dataset, "places").filter_map(|place| Some((text(place, "id")?, place))).collect();
    let series = Series { dataset, places };
    let began: Vec<(i16, Held<'d>)> = records(dataset, "meetings").filter_map(|meeting| series.held(meeting)).collect();
    let mut years: BTreeMap<i16, usize> = BTreeMap::new();
    for (year, _) in &began {
        *years.entry(*year).or_default() += 1;
    }
    let at: BTreeMap<i16, usize> = years.keys().enumerate().map(|(at, year)| (*year, at)).collect();
    let count = |(name, has): (String, Box<Has<'d>>)| {
        let mut by_year = vec![0; at.len()];
        for (year, _) in began.iter().filter(|(_, meeting)| has(meeting)) {
            by_year[at[year]] += 1;
        }
        Field { name, by_year }
    };
    let fields = series.counted().into_iter().map(count).collect();
    let gaps: BTreeSet<u32> = records(dataset, "gaps").filter_map(|gap| whole(gap, "number")).collect();
    let numbers = records(dataset, "meetings").filter_map(|meeting| whole(meeting, "number"));
    let numbers: BTreeSet<u32> = numbers.chain(gaps.iter().copied()).collect();
    Lacks {
        fields,
        parts: parts(dataset, &began),
        gaps: gaps.into_iter().collect(),
        unnumbered: between(&numbers, |number| number.checked_add(1), |number| number.checked_sub(1)),
        silent: between(&at.into_keys().collect(), |year| year.checked_add(1), |year| year.checked_sub(1)),
        years: years.into_iter().collect(),
    }
}

/// A meeting with what it consists of.
struct Held<'d> {
    record: &'d Fields<'d>,
    id: &'d str,
    start: PartialDate,
    places: Vec<&'d Fields<'d>>,
    documents: Vec<&'d Fields<'d>>,
    people: Vec<&'d Fields<'d>>,
}

/// Whether a meeting has a field.
type Has<'d> = dyn Fn(&Held<'d>) -> bool + 'd;

struct Series<'d> {
    dataset: &'d Fields<'d>,
    places: BTreeMap<&'d str, &'d Fields<'d>>,
}

impl<'d> Series<'d> {
    /// A meeting, and the year in which it began.
    fn held(&self, record: &'d Fields<'d>) -> Option<(i16, Held<'d>)> {
        let start = PartialDate::parse_time(text(record, "start")?)?;
        let places = texts(record, "place").chain(texts(record, "places"));
        let places = places.filter_map(|id| self.places.get(id).copied()).collect();
        let within = |list: &'static str| {
            let of_agenda = records(record, "agenda").flat_map(move |item| records(item, list));
            records(record, list).chain(of_agenda).collect()
        };
        let id = text(record, "id").unwrap_or_default();
        let (documents, people) = (within("documents"), within("people"));
        Some((start.year(), Held { record, id, start, places, documents, people }))
    }

    /// What is counted of meetings: the fields that the format declares, those of their records behind the lists that have
    /// these, and the archive's own facets.
    fn counted(&self) -> Vec<(String, Box<Has<'d>>)> {
        let mut all: Vec<(String, Box<Has<'d>>)> = vec![
            ("start (day)".to_owned(), Box::new(|held| matches!(held.start.without_time(), PartialDate::Day(_)))),
            ("start (time)".to_owned(), Box::new(|held| held.start.minute().is_some())),
        ];
        let has_source = has(self.dataset, "source");
        for name in wanted(Meeting::FIELDS, &MAY_LACK) {
            let has: Box<Has<'d>> = match name {
                "place" => Box::new(|held| !held.places.is_empty()),
                "documents" => Box::new(|held| !held.documents.is_empty()),
                "people" => Box::new(|held| !held.people.is_empty()),
                "source" => Box::new(move |held| has_source || has(held.record, "source")),
                _ => Box::new(move |held| has(held.record, name)),
            };
            all.push((name.to_owned(), has));
            let of: fn(&Held<'d>) -> Vec<&'d Fields<'d>> = match name {
                "place" => |held| held.places.clone(),
                "documents" => |held| held.documents.clone(),
                "people" => |held| held.people.clone(),
                _ => continue,
            };
            for field in fields_within(name) {
                let has = move |held: &Held<'d>| {
                    let of: Vec<_> = of(held).into_iter().filter(|record| is_asked_of(record, field)).collect();
                    !of.is_empty() && of.iter().all(|record| is_filled(record, field))
                };
                all.push((format!("{name}.{field}"), Box::new(has)));
            }
        }
        let keys = records(self.dataset, "facets").filter_map(|facet| text(facet, "key"));
        for key in keys.filter(|key| !is_known_facet(key)) {
            let has =
                move |held: &Held<'d>| matches!(get(held.record, "facets"), Some(Json::Object(own)) if has(own, key));
            all.push((format!("facets.{key}"), Box::new(has)));
        }
        all
    }
}

/// The fields that a good record of a list has.
fn fields_within(list: &str) -> impl Iterator<Item = &'static str> {
    let (fields, may_lack): (_, &[&str]) = match list {
        "documents" => (Document::FIELDS, &DOCUMENT_MAY_LACK),
        "people" => (Participation::FIELDS, &PERSON_MAY_LACK),
        _ => (Place::FIELDS, &PLACE_MAY_LACK),
    };
    wanted(fields, may_lack)
}

fn wanted<'m>(
    fields: &'static [&'static str],
    may_lack: &'m [&'m str],
) -> impl Iterator<Item = &'static str> + use<'m> {
    fields.iter().copied().filter(move |field| !may_lack.contains(field))
}

/// Whether a record should have a field at all: only an address can be seen to work.
fn is_asked_of(record: &Fields, field: &str) -> bool {
    field != "seen" || has(record, "url")
}

/// Whether a record has a field, or what stands for it: a kept file for an address.
fn is_filled(record: &Fields, field: &str) -> bool {
    has(record, field) || (field == "url" && has(record, "file"))
}

/// How many places, documents and parts of people lack which field.
fn parts<'d>(dataset: &'d Fields<'d>, began: &[(i16, Held<'d>)]) -> Vec<Part> {
    let places = records(dataset, "places").map(|place| (text(place, "id").unwrap_or_default(), place)).collect();
    let of = |within: fn(&Held<'d>) -> Vec<&'d Fields<'d>>| -> Vec<(&'d str, &'d Fields<'d>)> {
        began.iter().flat_map(|(_, held)| within(held).into_iter().map(|record| (held.id, record))).collect()
    };
    let all: [(_, Vec<(&str, &Fields)>); 3] = [
        ("places", places),
        ("documents", of(|held| held.documents.clone())),
        ("people", of(|held| held.people.clone())),
    ];
    let parts = all.iter().flat_map(|(list, records)| fields_within(list).map(|field| part(list, field, records)));
    parts.collect()
}

fn part(of: &'static str, field: &'static str, records: &[(&str, &Fields)]) -> Part {
    let asked: Vec<_> = records.iter().filter(|(_, record)| is_asked_of(record, field)).collect();
    let without: Vec<&str> =
        asked.iter().filter(|(_, record)| !is_filled(record, field)).map(|(place, _)| *place).collect();
    let mut known = BTreeSet::new();
    let within: Vec<&str> = without.iter().copied().filter(|place| known.insert(*place)).collect();
    let first = within.iter().take(FIRST).map(|place| (*place).to_owned()).collect();
    Part { of, field, all: asked.len(), lacking: without.len(), within: within.len(), first }
}

/// What is between the least and the greatest and not among them, from one to another.
fn between<T: Copy + Ord>(some: &BTreeSet<T>, next: fn(T) -> Option<T>, before: fn(T) -> Option<T>) -> Vec<(T, T)> {
    let neighbours = some.iter().zip(some.iter().skip(1));
    let gap = |(low, high): (&T, &T)| Some((next(*low)?, before(*high)?)).filter(|(from, to)| from <= to);
    neighbours.filter_map(gap).collect()
}

fn get<'f, 'd>(fields: &'f Fields<'d>, name: &str) -> Option<&'f Json<'d>> {
    fields.iter().find(|(of, _)| of == name).map(|(_, json)| json)
}

/// Whether a field says something.
fn has(fields: &Fields, name: &str) -> bool {
    get(fields, name).is_some_and(|json| match json {
        Json::Null => false,
        Json::Text(text) => !text.trim().is_empty(),
        Json::List(items) => !items.is_empty(),
        Json::Object(fields) => !fields.is_empty(),
        Json::Bool(_) | Json::Number(_) => true,
    })
}

fn text<'f>(fields: &'f Fields, name: &str) -> Option<&'f str> {
    texts(fields, name).next()
}

/// The texts of a field, which may be one or a list.
fn texts<'f>(fields: &'f Fields, name: &str) -> impl Iterator<Item = &'f str> {
    let items = match get(fields, name) {
        Some(Json::List(items)) => items.as_slice(),
        Some(json) => std::slice::from_ref(json),
        None => &[],
    };
    items.iter().filter_map(|item| if let Json::Text(text) = item { Some(text.as_ref()) } else { None })
}

fn whole(fields: &Fields, name: &str) -> Option<u32> {
    match get(fields, name) {
        Some(Json::Number(number)) if f64::from(*number as u32) == *number => Some(*number as u32),
        _ => None,
    }
}

/// The records of a list.
fn records<'f, 'd>(fields: &'f Fields<'d>, list: &str) -> impl Iterator<Item = &'f Fields<'d>> + use<'f, 'd> {
    let items = if let Some(Json::List(items)) = get(fields, list) { items.as_slice() } else { &[] };
    items.iter().filter_map(|item| if let Json::Object(fields) = item { Some(fields) } else { None })
}
