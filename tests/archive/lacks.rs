//! What an archive lacks, against a naive count over its records.

use std::collections::BTreeSet;

use meetings::core::archive::format::{Dataset, Document, Meeting, Participation, Place};
use meetings::core::archive::lacks::{Lacks, Part, lacks};
use meetings::core::archive::reading::{in_full, read_dataset, read_fields};
use meetings::core::text::date::PartialDate;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What an archive lacks, and its records.
fn read(json: &Value) -> (Lacks, Dataset) {
    let text = json.to_string();
    let mut fields = read_fields(&text).unwrap();
    assert_eq!(in_full(&mut fields).unwrap().problems, []);
    (lacks(&fields), read_dataset(&text).unwrap())
}

/// Whether there are any, and all are so.
fn all<T>(of: Vec<&T>, is: impl Fn(&T) -> bool) -> bool {
    !of.is_empty() && of.into_iter().all(is)
}

/// Whether a meeting has a field, by its name.
fn has(dataset: &Dataset, meeting: &Meeting, name: &str) -> bool {
    let start = PartialDate::parse_time(&meeting.start).unwrap();
    let places =
        || -> Vec<&Place> { dataset.places.iter().filter(|place| meeting.place_ids().contains(&place.id)).collect() };
    let documents = || -> Vec<&Document> { meeting.all_documents().collect() };
    let people = || -> Vec<&Participation> { meeting.all_people().collect() };
    match name {
        "start (day)" => matches!(start, PartialDate::Day(_) | PartialDate::Time(..)),
        "start (time)" => matches!(start, PartialDate::Time(..)),
        "number" => meeting.number.is_some(),
        "themes" => !meeting.themes.is_empty(),
        "place" => !places().is_empty(),
        "place.country" => all(places(), |of| of.country.is_some()),
        "place.lat" => all(places(), |of| of.lat.is_some()),
        "venue" => meeting.venue.is_some(),
        "format" => meeting.format.is_some(),
        "topics" => !meeting.topics.is_empty(),
        "people" => !people().is_empty(),
        "people.office" => all(people(), |of| of.office.is_some()),
        "people.organisation" => all(people(), |of| of.organisation.is_some()),
        "documents" => !documents().is_empty(),
        "documents.kind" => all(documents(), |of| !of.kind.0.is_empty()),
        "documents.languages" => all(documents(), |of| !of.languages.is_empty()),
        "documents.url" => all(documents(), |of| of.url.is_some() || of.file.is_some()),
        "documents.seen" => {
            all(documents().into_iter().filter(|of| of.url.is_some()).collect(), |of| of.seen.is_some())
        }
        "source" => !dataset.source.0.is_empty() || !meeting.source.0.is_empty(),
        "agenda" => !meeting.agenda.is_empty(),
        "facets.body" => meeting.facets.iter().any(|(key, texts)| key == "body" && !texts.0.is_empty()),
        name => panic!("a naive reading knows no {name}"),
    }
}

/// Some of the fields of a record.
fn some(fields: Value) -> impl Strategy<Value = Value> {
    let fields: Vec<(String, Value)> = fields.as_object().unwrap().clone().into_iter().collect();
    let length = fields.len();
    proptest::sample::subsequence(fields, 0..=length).prop_map(|fields| Value::Object(fields.into_iter().collect()))
}

fn with(mut record: Value, fields: Value) -> Value {
    record.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    record
}

fn documents() -> impl Strategy<Value = Vec<Value>> {
    let fields = json!({"kind": ["k"], "languages": ["en"], "url": "https://example.org/", "file": "a", "seen": "2020-01-01", "note": "N"});
    proptest::collection::vec(some(fields).prop_map(|fields| with(json!({"title": "D"}), fields)), 0..3)
}

fn people() -> impl Strategy<Value = Vec<Value>> {
    let fields = json!({"office": "O", "organisation": "B", "part": "Chair"});
    proptest::collection::vec(some(fields).prop_map(|fields| with(json!({"person": "p"}), fields)), 0..3)
}

fn meeting() -> impl Strategy<Value = Value> {
    let own = json!({"themes": ["t"], "venue": "V", "format": "f", "topics": ["T"], "place": "a", "source": "s",
        "facets": {"body": "B"}, "number": 1, "status": "held", "end": "2030"});
    let start = proptest::sample::select(vec!["1999", "1999-02", "2003-04-05", "2004-01-01T10:00", "2007"]);
    (some(own), start, documents(), people(), proptest::option::of((documents(), people())), any::<bool>(), 1..30_u32)
        .prop_map(|(own, start, documents, people, agenda, are_several, number)| {
            let mut meeting =
                with(json!({"id": "m", "title": "M", "start": start, "documents": documents, "people": people}), own);
            let fields = meeting.as_object_mut().unwrap();
            if let Some((documents, people)) = agenda {
                fields.insert("agenda".to_owned(), json!([{"title": "I", "documents": documents, "people": people}]));
            }
            if fields.contains_key("number") {
                fields.insert("number".to_owned(), number.into());
            }
            if are_several && fields.remove("place").is_some() {
                fields.insert("places".to_owned(), json!(["a", "b"]));
            }
            meeting
        })
}

/// How many records lack a field, of how many, and within how many.
fn naive_part<'d, T: 'd>(
    records: impl Iterator<Item = (&'d String, &'d T)>,
    lacks: impl Fn(&T) -> bool,
) -> (usize, usize, Vec<&'d String>) {
    let (mut count, mut lacking, mut within) = (0, 0, Vec::new());
    for (place, record) in records {
        count += 1;
        if lacks(record) {
            lacking += 1;
            within.push(place);
        }
    }
    (count, lacking, within)
}

fn part<'l>(lacks: &'l Lacks, of: &str, field: &str) -> &'l Part {
    lacks.parts.iter().find(|part| part.of == of && part.field == field).unwrap()
}

proptest! {
    #[test]
    fn of_each_field_as_many_meetings_have_it_as_a_naive_reading_counts(
        meetings in proptest::collection::vec(meeting(), 0..12),
        places in [some(json!({"country": "NO", "lat": 1, "lon": 2})), some(json!({"country": "NO", "lat": 1, "lon": 2}))],
        gaps in proptest::collection::btree_set(1..40_u32, 0..4),
        has_source in any::<bool>(),
    ) {
        let [a, b] = places;
        let mut meetings = meetings;
        for (at, meeting) in meetings.iter_mut().enumerate() {
            meeting["id"] = format!("m{at}").into();
        }
        let gaps: Vec<Value> = gaps.iter().map(|number| json!({"number": number, "title": format!("{number}th")})).collect();
        let mut dataset = json!({"version": 1, "title": "T", "language": "en", "meetings": meetings, "gaps": gaps,
            "facets": [{"key": "year"}, {"key": "body", "label": "Body"}], "sources": [{"id": "s", "title": "S"}],
            "places": [with(json!({"id": "a", "name": "A"}), a), with(json!({"id": "b", "name": "B"}), b)]});
        if has_source {
            dataset["source"] = "s".into();
        }
        let (lacks, dataset) = read(&dataset);
        let year = |meeting: &Meeting| PartialDate::parse_time(&meeting.start).unwrap().year();
        let years: BTreeSet<i16> = dataset.meetings.iter().map(year).collect();
        let in_year = |of: i16| dataset.meetings.iter().filter(move |meeting| year(meeting) == of);
        prop_assert_eq!(&lacks.years, &years.iter().map(|of| (*of, in_year(*of).count())).collect::<Vec<_>>());
        for field in &lacks.fields {
            let naive: Vec<usize> =
                years.iter().map(|of| in_year(*of).filter(|meeting| has(&dataset, meeting, &field.name)).count()).collect();
            prop_assert_eq!(&field.by_year, &naive, "{}", field.name);
        }
        prop_assert_eq!(lacks.fields.len(), 21);
        let documents = || dataset.meetings.iter().flat_map(|of| of.all_documents().map(move |record| (&of.id, record)));
        for (found, naive) in [
            (part(&lacks, "places", "lat"), naive_part(dataset.places.iter().map(|of| (&of.id, of)), |of| of.lat.is_none())),
            (part(&lacks, "documents", "url"), naive_part(documents(), |of| !of.can_be_opened())),
            (part(&lacks, "documents", "seen"), naive_part(documents().filter(|(_, of)| of.url.is_some()), |of| of.seen.is_none())),
            (part(&lacks, "people", "organisation"), naive_part(
                dataset.meetings.iter().flat_map(|of| of.all_people().map(move |record| (&of.id, record))), |of| of.organisation.is_none())),
        ] {
            let (count, lacking, mut within) = naive;
            within.dedup();
            prop_assert_eq!((found.all, found.lacking, found.within), (count, lacking, within.len()));
            prop_assert_eq!(&found.first, &within.into_iter().take(3).cloned().collect::<Vec<_>>());
        }
        // A number or a year is either had, or within a stretch of those that are not.
        let numbers: BTreeSet<u32> = dataset.meetings.iter().filter_map(|of| of.number).chain(lacks.gaps.iter().copied()).collect();
        let missing: Vec<u32> = lacks.unnumbered.iter().flat_map(|(from, to)| *from..=*to).collect();
        let naive = numbers.first().map_or(0..0, |first| *first..*numbers.last().unwrap());
        prop_assert_eq!(missing, naive.filter(|number| !numbers.contains(number)).collect::<Vec<_>>());
        let silent: Vec<i16> = lacks.silent.iter().flat_map(|(from, to)| *from..=*to).collect();
        let naive = years.first().map_or(0..0, |first| *first..*years.last().unwrap());
        prop_assert_eq!(silent, naive.filter(|year| !years.contains(year)).collect::<Vec<_>>());
    }
}
