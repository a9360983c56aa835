//! What is judged of the facets that an archive declares, and of the values that meetings have.

use std::collections::BTreeSet;

use meetings::core::address::query::WORDS;
use meetings::core::address::route::BEGINNINGS;
use meetings::core::archive::Archive;
use meetings::core::archive::values::{FURTHER_FACETS, KNOWN_FACETS, RESERVED_KEYS, is_facet_key};
use meetings::language::problems::told;
use serde_json::{Value, json};

use crate::support::{file, kept};

/// What a keeper is told of an archive with these facets, whose meetings have these values.
fn told_of(facets: Value, values: &[Value]) -> Vec<String> {
    let meetings: Vec<Value> = values
        .iter()
        .enumerate()
        .map(|(at, values)| json!({"id": format!("m{at}"), "title": "M", "start": "2001", "facets": values}))
        .collect();
    let dataset = json!({"version": 1, "title": "T", "language": "en", "facets": facets, "meetings": meetings});
    kept(&dataset.to_string()).problems.iter().map(told).collect()
}

#[test]
fn a_declaration_of_known_and_own_facets_is_sound() {
    let facets = json!([{"key": "body", "label": "Body", "labels": {"sv": "Organ"}, "order": "declared", "values": ["B", "A"], "show": 5},
        {"key": "year"}, {"key": "theme", "order": "declared", "open": false}]);
    let values = [json!({"body": ["A", "B"]})];
    // Nobody has a theme, which is worth a look and no more.
    assert_eq!(
        told_of(facets, &values),
        ["warning: facets[2]: no meeting has a value in “theme”; readers do not see the facet."]
    );
}

#[test]
fn every_fault_of_a_declaration_is_an_error_with_its_place() {
    for (facet, path) in [
        (json!({"key": "Body", "label": "B"}), "facets[0].key"),
        (json!({"key": "q", "label": "B"}), "facets[0].key"),
        (json!({"key": "meetings", "label": "B"}), "facets[0].key"),
        (json!({"key": "en-gb", "label": "B"}), "facets[0].key"),
        (json!({"key": "body"}), "facets[0].label"),
        (json!({"key": "body", "label": " "}), "facets[0].label"),
        (json!({"key": "body", "label": 7}), "facets[0].label"),
        (json!({"key": "body", "label": "B", "labels": {"not a tag": "B"}}), "facets[0].labels.not a tag"),
        (json!({"key": "body", "label": "B", "labels": {"sv": ["A", "B"]}}), "facets[0].labels.sv"),
        (json!({"key": "body", "label": "B", "order": "best"}), "facets[0].order"),
        (json!({"key": "body", "label": "B", "order": "declared"}), "facets[0].values"),
        (json!({"key": "body", "label": "B", "show": 0}), "facets[0].show"),
        (json!({"key": "body", "label": "B", "show": "many"}), "facets[0].show"),
        (json!({"key": "body", "label": "B", "open": "yes"}), "facets[0].open"),
    ] {
        let told = told_of(json!([facet]), &[json!({"body": "A"})]);
        let is_there = |told: &String| told.starts_with(&format!("error: {path}: "));
        assert!(told.iter().any(is_there), "{facet}: {told:?}");
    }
    let twice = json!([{"key": "body", "label": "B"}, {"key": "body", "label": "C"}]);
    assert!(told_of(twice, &[json!({"body": "A"})])[0].starts_with("error: facets[1].key: “body” is already"));
}

#[test]
fn a_meetings_values_must_be_of_declared_facets_of_the_archives_own() {
    let facets = || json!([{"key": "body", "label": "Body"}, {"key": "format"}]);
    for (values, path) in [
        (json!({"bodi": "A"}), "meetings[0].facets.bodi"),
        (json!({"format": "Seminar"}), "meetings[0].facets.format"),
        (json!({"body": "…"}), "meetings[0].facets.body"),
        (json!({"body": "None"}), "meetings[0].facets.body"),
        (json!({"body": 7}), "meetings[0].facets.body"),
        (json!({"body": ["A", {"b": "c"}]}), "meetings[0].facets.body"),
        (json!(["body"]), "meetings[0].facets"),
    ] {
        let told = told_of(facets(), &[values.clone(), json!({"body": "A"})]);
        let is_there = |told: &String| told.starts_with(&format!("error: {path}: "));
        assert!(told.iter().any(is_there), "{values}: {told:?}");
    }
}

#[test]
fn values_that_only_case_or_a_sign_tells_apart_are_named_and_nothing_is_lost() {
    let facets = json!([{"key": "body", "label": "Body"}]);
    let values = ["Energy group", "energy group", "Energy-group", "C", "C++", "Résumé", "Resume", "Energy group"];
    let values: Vec<Value> = values.iter().map(|value| json!({"body": value})).collect();
    let sentence = |at: usize, text: &str, first: &str| {
        format!(
            "warning: meetings[{at}].facets.body: “{text}” and “{first}” differ only by case or by a sign and stand as two values; \
             write them alike if they are one."
        )
    };
    assert_eq!(
        told_of(facets, &values),
        [
            sentence(1, "energy group", "Energy group"),
            sentence(2, "Energy-group", "Energy group"),
            sentence(4, "C++", "C"),
            sentence(6, "Resume", "Résumé"),
        ]
    );
}

#[test]
fn formats_and_kinds_of_documents_are_looked_at_likewise() {
    let dataset = json!({"version": 1, "title": "T", "language": "en", "meetings": [
        {"id": "a", "title": "A", "start": "2001", "format": "Ministerial"},
        {"id": "b", "title": "B", "start": "2002", "format": "Ministerial+", "documents": [{"title": "D", "kind": ["C#", "C++"]}]}]});
    let archive = kept(&dataset.to_string());
    let told: Vec<String> = archive.problems.iter().map(|problem| problem.path.clone()).collect();
    assert_eq!(told, ["meetings[1].format", "meetings[1].documents"]);
    assert_eq!((archive.problems.iter().filter(|problem| problem.is_error()).count(), archive.meetings.len()), (0, 2));
}

#[test]
fn a_faulty_declaration_costs_the_facet_and_no_meeting() {
    let dataset = json!({"version": 1, "title": "T", "language": "en",
        "facets": [{"key": "Body", "label": "B"}, {"key": "year"}],
        "meetings": [{"id": "a", "title": "A", "start": "2001"}]});
    let archive = Archive::read(&dataset.to_string()).unwrap();
    assert_eq!((archive.meetings.len(), archive.dataset.facets.len()), (1, 1));
}

/// What addresses of a site can begin with is told by who prints them; `tests/publish/declared.rs` holds the published
/// folder against the same list.
#[test]
fn no_facet_can_have_a_key_that_an_address_needs() {
    let reserved: BTreeSet<&str> = RESERVED_KEYS.into_iter().collect();
    for word in WORDS.into_iter().chain(BEGINNINGS).chain(["with", "none", "people", "places"]) {
        assert!(reserved.contains(word) && !is_facet_key(word), "{word}");
    }
    for language in ["en", "fi", "nb", "ru", "se", "sv", "en-gb", "zh-hans"] {
        assert!(!is_facet_key(language), "{language}");
    }
    assert!(KNOWN_FACETS.iter().chain(&FURTHER_FACETS).all(|key| !reserved.contains(key)));
}

#[test]
fn the_test_archive_of_declared_facets_is_sound() {
    let archive = kept(&file("tests/fixtures/declared.json"));
    let told: Vec<String> = archive.problems.iter().map(told).collect();
    // Two bodies differ by a sign alone, and both are meant.
    let (first, rest) = told.split_first().unwrap();
    assert!(first.starts_with("warning: meetings[2].facets.body: “C# group” and “C++ group”"), "{first}");
    assert_eq!(rest.len(), 1, "{rest:?}");
}
