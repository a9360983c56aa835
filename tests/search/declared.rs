//! Facets that an archive declares: everything that is per facet comes from the declaration.

use meetings::core::address::base::{Base, Home};
use meetings::core::address::query::Query;
use meetings::core::address::route::Route;
use meetings::core::export::{Choice, Format, export};
use meetings::core::search::collection::Collection;
use meetings::core::search::explore::{Row, Shown, explore};
use meetings::core::search::facet::Facet;
use meetings::core::search::filter::{Notice, active_filters};
use meetings::core::search::highlight::excerpts;
use meetings::core::search::ways_out::ways_out;
use meetings::language::{NAMES, messages};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{collection, file};

fn declared() -> Collection {
    collection(&file("tests/fixtures/declared.json"))
}

fn show(collection: &Collection, query: &str) -> Shown {
    explore(&collection.catalogue, &Query::parse(query))
}

fn ids(collection: &Collection, query: &str) -> Vec<String> {
    let id = |row: &Row| match row {
        Row::Meeting(position) => collection.archive.meetings[*position].record.id.clone(),
        Row::Gap(_) => "gap".to_owned(),
    };
    show(collection, query).rows.iter().map(id).collect()
}

fn values(facet: &Facet) -> Vec<(&str, &str, usize)> {
    let values = facet.values.iter().zip(&facet.totals);
    values.map(|(value, total)| (value.id.as_str(), value.label.as_str(), *total)).collect()
}

/// An archive of one facet of its own, whose meetings have these values.
fn bodies(texts: &[&str], facet: Value) -> Collection {
    let meeting = |(at, text): (usize, &&str)| json!({"id": format!("m{at}"), "title": "M", "start": "2001", "facets": {"body": text}});
    let meetings: Vec<Value> = texts.iter().enumerate().map(meeting).collect();
    let mut body = json!({"key": "body", "label": "Body"});
    body.as_object_mut().unwrap().extend(facet.as_object().unwrap().clone());
    collection(
        &json!({"version": 1, "title": "T", "language": "en", "facets": [body], "meetings": meetings}).to_string(),
    )
}

#[test]
fn an_archive_has_the_facets_that_it_declares_in_their_order_and_no_others() {
    let declared = declared();
    let facets = declared.catalogue.facets.all();
    assert_eq!(declared.catalogue.facets.keys(), ["body", "outcome", "chair"]);
    let labels: Vec<&str> = facets.iter().map(|facet| facet.label.as_str()).collect();
    assert_eq!(labels, ["Body", "Outcome", "Chair of the meeting"]);
    assert_eq!((facets[0].show, facets[0].open, facets[2].open), (Some(3), None, Some(false)));
    assert_eq!(
        values(&facets[0]),
        [
            ("c-sharp-group", "C# group", 1),
            ("c-plus-plus-group", "C++ group", 1),
            ("energy-group", "Energy group", 2),
            ("ministerial", "Ministerial", 1),
            ("ministerial-plus", "Ministerial+", 1),
            ("энергетика", "Энергетика", 1),
            ("none", "Not recorded", 1),
        ]
    );
    // As `values` lists them, and by the number of meetings.
    assert_eq!(
        values(&facets[1]),
        [
            ("agreed", "Agreed", 3),
            ("deferred", "Deferred", 2),
            ("rejected", "Rejected", 1),
            ("none", "Not recorded", 2)
        ]
    );
    assert_eq!(
        values(&facets[2]),
        [("norway", "Norway", 3), ("finland", "Finland", 2), ("sweden", "Sweden", 1), ("none", "Not recorded", 1)]
    );
}

#[test]
fn the_lines_of_the_contract_hold_for_declared_facets() {
    let declared = declared();
    for (query, expected) in [
        ("body=energy-group", &["2011-negotiation", "2009-winter"][..]),
        ("body=c-plus-plus-group&body=c-sharp-group", &["2010-autumn", "2010-spring"]),
        ("body=energy-group&outcome=agreed", &["2009-winter"]),
        ("outcome=none", &["2017-unknown", "2016-energy"]),
        ("chair=finland&outcome=none", &["2016-energy"]),
        ("body=энергетика", &["2016-energy"]),
        ("q=ministerial", &["2015-ministers", "2011-negotiation"]),
        ("q=norway", &["2015-ministers", "2010-spring", "2009-winter"]),
        ("q=rejected", &["2011-negotiation"]),
        ("q=energetika", &["2016-energy"]),
    ] {
        let mut found = ids(&declared, query);
        let mut expected: Vec<&str> = expected.to_vec();
        if query.starts_with("q=") {
            found.sort();
            expected.sort_unstable();
        }
        assert_eq!(found, expected, "{query}");
    }
    // Counts are disjunctive.
    let shown = show(&declared, "body=energy-group&chair=norway");
    assert_eq!(shown.counts[0], [0, 1, 1, 1, 0, 0, 0]);
    assert_eq!(shown.counts[2], [1, 0, 1, 0]);
    // One view has one address, and what is no facet is passed over without a word.
    let shown = show(
        &declared,
        "chair=sweden&utm_source=x&chair=norway&theme=mining&outcome=rejected&body=energy-group&sort=oldest",
    );
    assert_eq!(shown.query.to_string(), "body=energy-group&outcome=rejected&chair=norway&chair=sweden&sort=oldest");
    assert_eq!(shown.notices, []);
    // What the archive does not know is named.
    let notices = show(&declared, "body=fishing&from=2010").notices;
    assert_eq!(
        notices,
        [Notice::UnknownValue("Body".to_owned(), "fishing".to_owned()), Notice::Unread("from", "2010".to_owned())]
    );
    assert_eq!(messages::notice(&notices[0]), "No meeting has “fishing” as its body; that filter was left out.");
}

#[test]
fn chips_and_the_way_out_name_declared_facets() {
    let declared = declared();
    let shown = show(&declared, "outcome=rejected&chair=norway");
    let chips = active_filters(&declared.catalogue, &shown.query);
    let texts: Vec<String> = chips.iter().map(|chip| messages::filter(&chip.facet, &chip.value)).collect();
    assert_eq!(texts, ["Outcome: Rejected", "Chair of the meeting: Norway"]);
    assert_eq!(chips[0].without.to_string(), "chair=norway");
    let ways: Vec<String> = ways_out(&declared.catalogue, &shown.query).0.iter().map(messages::way_out).collect();
    assert!(ways.contains(&"Leave out “Outcome: Rejected”: 3 meetings".to_owned()), "{ways:?}");
}

#[test]
fn a_value_of_a_declared_facet_is_found_by_and_shown_with_its_words() {
    let declared = declared();
    let shown = show(&declared, "q=ministerial");
    let archive = &declared.archive;
    let meeting = &archive.meetings[archive.position("2011-negotiation").unwrap()];
    assert_eq!(excerpts(archive, meeting, &NAMES, &shown.hits, 2).lines, ["Ministerial+"]);
}

#[test]
fn ids_last_whatever_the_order_of_records_and_the_number_of_meetings() {
    let id = |collection: &Collection, label: &str| {
        let facet = &collection.catalogue.facets.all()[0];
        facet.values.iter().find(|value| value.label == label).map(|value| value.id.clone()).unwrap()
    };
    let alone = bodies(&["Energy group"], json!({}));
    assert_eq!(id(&alone, "Energy group"), "energy-group");
    let many = bodies(&["Zoo", "Energy  group ", "C", "C++", "Energy group", "A"], json!({"order": "count"}));
    assert_eq!(id(&many, "Energy group"), "energy-group");
    assert_eq!(many.catalogue.facets.all()[0].values.len(), 5);
    // Where two texts would have one id, each has a hash of its own, whichever comes first.
    let (one, other) =
        (bodies(&["Energy group", "ENERGY GROUP"], json!({})), bodies(&["ENERGY GROUP", "Energy group"], json!({})));
    for label in ["Energy group", "ENERGY GROUP"] {
        assert_eq!(id(&one, label), id(&other, label));
        assert!(id(&one, label).starts_with("energy-group-"), "{}", id(&one, label));
    }
    assert_ne!(id(&one, "Energy group"), id(&one, "ENERGY GROUP"));
}

#[test]
fn an_order_may_be_declared_and_what_it_does_not_list_comes_behind() {
    let labels = |facet: Value| {
        let collection = bodies(&["b", "c", "a", "c"], facet);
        let values = collection.catalogue.facets.all()[0].values.iter().map(|value| value.label.clone());
        values.collect::<Vec<_>>().join("")
    };
    assert_eq!(labels(json!({})), "abc");
    assert_eq!(labels(json!({"order": "count"})), "cab");
    assert_eq!(labels(json!({"order": "declared", "values": ["c", "b"]})), "cba");
    assert_eq!(labels(json!({"values": ["b"]})), "bac");
    assert_eq!(labels(json!({"order": "label", "values": ["b"]})), "abc");
}

#[test]
fn a_facet_is_called_as_the_archives_language_has_it() {
    let dataset = |language: &str| {
        json!({"version": 1, "title": "T", "language": language, "meetings": [],
        "facets": [{"key": "body", "label": "Body", "labels": {"sv": "Organ"}}, {"key": "theme"}, {"key": "place", "label": "Seat"}]})
    };
    let labels = |language: &str| {
        let collection = collection(&dataset(language).to_string());
        collection.catalogue.facets.all().iter().map(|facet| facet.label.clone()).collect::<Vec<_>>()
    };
    assert_eq!(labels("en"), ["Body", "Theme", "Seat"]);
    assert_eq!(labels("sv"), ["Organ", "Theme", "Seat"]);
}

#[test]
fn the_table_has_a_column_for_each_of_the_archives_own_facets() {
    let json = file("tests/fixtures/declared.json");
    let declared = collection(&json);
    let base = Base::new("/");
    let table = |of: &Collection, json: &str| {
        let choice = Choice::of(&of.archive, &of.catalogue, &Route::parse("/", "")).unwrap();
        export(&of.archive, json, &choice, Home { origin: None, base: &base }, Format::Csv, &NAMES).unwrap().text
    };
    let text = table(&declared, &json);
    let mut rows = text.lines();
    let head: Vec<&str> = rows.next().unwrap().trim_start_matches('\u{feff}').split(',').collect();
    let at = head.iter().position(|name| *name == "body").unwrap();
    assert_eq!(head[at - 1..at + 4], ["themes", "body", "outcome", "chair", "topics"]);
    assert!(rows.next().unwrap().contains(",Energy group,Agreed; Deferred,Norway,"));
    // A key that a column has already is told apart.
    let dataset = json!({"version": 1, "title": "T", "language": "en", "facets": [{"key": "venue", "label": "Venue"}],
        "meetings": [{"id": "a", "title": "A", "start": "2001", "venue": "Hall", "facets": {"venue": "Other"}}]})
    .to_string();
    let table = table(&collection(&dataset), &dataset);
    assert!(
        table.contains(",themes,facet-venue,topics,") && table.contains("Hall") && table.contains("Other"),
        "{table}"
    );
}

#[test]
fn a_meeting_over_new_year_was_held_in_both_years() {
    let meeting =
        |id: &str, start: &str, end: Option<&str>| json!({"id": id, "title": "M", "start": start, "end": end});
    let dataset = json!({"version": 1, "title": "T", "language": "en", "meetings": [
        meeting("a", "2009-12-30", Some("2010-01-02")), meeting("b", "2010-04-01", None), meeting("c", "2011", Some("2014"))]});
    let years = collection(&dataset.to_string());
    for (query, expected) in [
        ("year=2010", &["b", "a"][..]),
        ("year=2009", &["a"]),
        ("year=2012", &["c"]),
        ("from=2010&to=2010", &["b", "a"]),
        ("from=2012&to=2013", &["c"]),
        ("from=2014", &["c"]),
        ("to=2009", &["a"]),
    ] {
        assert_eq!(ids(&years, query), expected, "{query}");
    }
    assert_eq!(show(&years, "").counts[1], [1, 2, 1, 1, 1, 1]);
    assert_eq!(show(&years, "year=2012").found, 1);
}

proptest! {
    #[test]
    fn any_declaration_can_be_asked_anything(search in "((q|body|outcome|chair|from|to|sort|page|x)=[a-z0-9%+]{0,9}&){0,5}") {
        let declared = declared();
        let shown = show(&declared, &search);
        prop_assert!(shown.pages >= 1 && shown.query.page() <= shown.pages);
        prop_assert_eq!(&explore(&declared.catalogue, &shown.query).query, &shown.query);
    }
}
