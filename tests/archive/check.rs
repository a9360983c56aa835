//! Every fault is found, all at once, each with the path of its field; and the sound meetings stay.

use meetings::core::archive::Archive;
use meetings::core::archive::problem::ReadError;
use meetings::language::problems;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::file;

/// A sound dataset, changed.
fn changed(change: impl Fn(&mut Value)) -> String {
    let mut dataset = json!({
        "version": 1, "title": "Archive", "language": "en",
        "themes": [{"id": "mining", "label": "Mining"}],
        "places": [{"id": "oslo", "name": "Oslo", "country": "NO", "lat": 59.91, "lon": 10.75, "names": {"ru": "Осло"}}],
        "people": [{"id": "ann", "name": "Ann"}],
        "sources": [{"id": "page", "title": "Page", "url": "https://example.org/"}],
        "gaps": [{"number": 2, "title": "2nd meeting"}],
        "chairmanships": [{"body": "Council", "holder": "Norway", "from": "2003", "to": "2005"}],
        "meetings": [
            {"id": "first", "title": "First", "number": 1, "start": "2004-01-21", "end": "2004-01-22", "themes": ["mining"],
             "place": "oslo", "people": [{"person": "ann"}], "documents": [{"title": "Programme", "kind": "programme",
             "languages": ["en"], "url": "https://example.org/a"}], "source": "page", "additions": {"place": "page"}},
            {"id": "second", "title": "Second", "number": 3, "start": "2005"}
        ]
    });
    change(&mut dataset);
    dataset.to_string()
}

/// The paths of the problems in a text, sorted.
fn paths(json: &str) -> Vec<String> {
    let problems = Archive::read(json).unwrap().problems;
    let mut paths: Vec<_> = problems.into_iter().map(|problem| problem.path).collect();
    paths.sort();
    paths
}

#[test]
fn the_sound_dataset_is_sound() {
    assert_eq!(paths(&changed(|_| ())), Vec::<String>::new());
}

#[test]
fn each_fault_is_found_at_its_field() {
    let long = "a".repeat(81);
    for (path, pointer, value) in [
        ("meetings[0].id", "/meetings/0/id", json!("First")),
        ("meetings[0].id", "/meetings/0/id", json!("../etc")),
        ("meetings[0].id", "/meetings/0/id", json!("a--b")),
        ("meetings[0].id", "/meetings/0/id", json!("")),
        ("meetings[0].id", "/meetings/0/id", json!(long)),
        ("meetings[1].id", "/meetings/1/id", json!("first")),
        ("themes[0].id", "/themes/0/id", json!("none")),
        ("meetings[0].title", "/meetings/0/title", json!("  ")),
        ("meetings[0].title", "/meetings/0/title", json!(7)),
        ("meetings[0].title", "/meetings/0/title", Value::Null),
        ("meetings[0].start", "/meetings/0/start", json!("2004-02-30")),
        ("meetings[0].start", "/meetings/0/start", json!("21 January 2004")),
        ("meetings[0].end", "/meetings/0/end", json!("2004-01-20")),
        ("meetings[0].end", "/meetings/0/end", json!("soon")),
        ("meetings[0].themes[0]", "/meetings/0/themes/0", json!("fishing")),
        ("meetings[0].place", "/meetings/0/place", json!("bergen")),
        ("meetings[0].people[0].person", "/meetings/0/people/0/person", json!("bob")),
        ("meetings[0].documents[0].url", "/meetings/0/documents/0/url", json!("ftp://example.org/")),
        ("meetings[0].documents[0].url", "/meetings/0/documents/0/url", json!("javascript:alert(1)")),
        ("meetings[0].documents[0].url", "/meetings/0/documents/0/url", json!("https://")),
        ("meetings[0].documents[0].url", "/meetings/0/documents/0/url", json!("https://a b")),
        ("meetings[0].documents[0].languages[0]", "/meetings/0/documents/0/languages/0", json!("not a tag")),
        ("meetings[0].documents[0].kind", "/meetings/0/documents/0/kind", json!("None")),
        ("meetings[0].documents[0].kind", "/meetings/0/documents/0/kind", json!("!")),
        ("meetings[0].source", "/meetings/0/source", json!("nowhere")),
        ("meetings[0].additions.venue", "/meetings/0/additions", json!({"venue": "page"})),
        ("places[0].country", "/places/0/country", json!("XX")),
        ("places[0].lat", "/places/0/lat", json!(91)),
        ("places[0]", "/places/0/lon", Value::Null),
        ("places[0].names.norsk!", "/places/0/names", json!({"norsk!": "Oslo"})),
        ("gaps[0].number", "/gaps/0", json!({"number": 3, "title": "3rd meeting"})),
        ("gaps[0].title", "/gaps/0/title", json!("21st meeting")),
        ("chairmanships[0].to", "/chairmanships/0/to", json!("2003")),
        ("sources[0].url", "/sources/0/url", json!("example.org")),
        ("meetings[0].documents[0].languages[0]", "/meetings/0/documents/0/languages/0", json!("none")),
        ("meetings[0].additions.number", "/meetings/0/additions", json!({"number": "page"})),
        ("language", "/language", json!("English, please")),
        ("title", "/title", json!("")),
        ("meetings", "/meetings", json!({})),
    ] {
        let json = changed(|dataset| *dataset.pointer_mut(pointer).unwrap() = value.clone());
        // One fault may make others of what refers to the record; it is found all the same.
        assert!(paths(&json).contains(&path.to_owned()), "{path} {value}: {:?}", paths(&json));
    }
}

#[test]
fn all_faults_are_found_at_once() {
    let json = changed(|dataset| {
        dataset["meetings"][0]["title"] = json!("");
        dataset["meetings"][0]["start"] = json!("2004-13");
        dataset["meetings"][0]["documents"][0]["url"] = json!("mailto:a@b");
        dataset["meetings"][1]["place"] = json!("atlantis");
    });
    assert_eq!(
        paths(&json),
        ["meetings[0].documents[0].url", "meetings[0].start", "meetings[0].title", "meetings[1].place"]
    );
}

#[test]
fn faulty_meetings_are_left_out_and_the_others_stay() {
    let json = changed(|dataset| dataset["meetings"][0]["documents"][0]["url"] = json!("gopher://x"));
    let archive = Archive::read(&json).unwrap();
    assert_eq!((archive.meetings.len(), archive.left_out), (1, 1));
    let sentence = problems::problem(&archive.problems[0]);
    assert!(
        sentence.starts_with("meetings[0].documents[0].url: “gopher://x” is not a web address; write"),
        "{sentence}"
    );
}

#[test]
fn a_field_that_the_format_does_not_have_is_named_but_takes_nothing_away() {
    let archive = Archive::read(&changed(|dataset| dataset["meetings"][0]["tittle"] = json!("x"))).unwrap();
    assert_eq!((archive.meetings.len(), archive.left_out), (2, 0));
    assert_eq!(archive.problems[0].path, "meetings[0].tittle");
}

#[test]
fn a_bad_address_of_a_source_never_becomes_a_link() {
    let archive =
        Archive::read(&changed(|dataset| dataset["sources"][0]["url"] = json!("javascript:alert(1)"))).unwrap();
    assert_eq!(archive.source("page").unwrap().url, None);
}

#[test]
fn what_the_file_says_of_the_archive_as_a_whole_is_judged_too() {
    for (field, value) in [
        ("contact", "javascript://x@y/%0aalert(1)"),
        ("contact", "somebody"),
        ("contact", "a@b c"),
        ("site", "https://example.org/path/"),
        ("site", "example.org"),
        ("id", "My archive"),
    ] {
        let json = changed(|dataset| dataset[field] = json!(value));
        assert!(paths(&json).contains(&field.to_owned()), "{field} {value}");
    }
    for (field, value) in [
        ("contact", "archive@example.org"),
        ("contact", "https://example.org/write?to=us"),
        ("site", "https://example.org/"),
        ("id", "talks"),
    ] {
        assert_eq!(paths(&changed(|dataset| dataset[field] = json!(value))), Vec::<String>::new(), "{field} {value}");
    }
    let archive = Archive::read(&changed(|dataset| dataset["contact"] = json!("javascript:a@b.c"))).unwrap();
    assert_eq!(archive.dataset.contact, None);
}

#[test]
fn a_fault_in_a_place_or_a_person_costs_only_what_is_at_fault() {
    let archive = Archive::read(&changed(|dataset| {
        dataset["places"][0]["lat"] = json!(1e9);
        dataset["places"][0]["country"] = json!("XX");
        dataset["people"][0]["name"] = json!(" ");
    }))
    .unwrap();
    assert_eq!(archive.left_out, 0);
    let place = &archive.dataset.places[0];
    assert_eq!((place.lat, place.lon, place.country.as_deref()), (None, None, None));
    assert!(!place.name.is_empty());
    assert!(archive.dataset.people.iter().all(|person| !person.name.trim().is_empty()));
}

#[test]
fn a_field_that_stands_twice_is_named() {
    let json = r#"{"version": 1, "title": "T", "language": "en", "meetings":
        [{"id": "a", "title": "A", "title": "B", "start": "2001"}]}"#;
    assert_eq!(paths(json), ["meetings[0].title"]);
}

#[test]
fn what_is_no_archive_is_told_apart() {
    let whole = file("public/data/meetings.json");
    for (text, error) in [
        ("", ReadError::CutOff),
        (&whole[..whole.len() / 2], ReadError::CutOff),
        ("<!doctype html>", ReadError::NotJson(1, 1)),
        ("[]", ReadError::NotAnArchive),
        ("{}", ReadError::NotAnArchive),
        (r#"{"version": "1"}"#, ReadError::NotAnArchive),
        (r#"{"version": 1.5}"#, ReadError::NotAnArchive),
        (r#"{"version": -3}"#, ReadError::NotAnArchive),
        (r#"{"version": 0, "events": 1}"#, ReadError::Version(0)),
    ] {
        assert_eq!(Archive::read(text).unwrap_err(), error, "{text:.20}");
        assert!(problems::read_error(&error).ends_with('.'));
    }
}

proptest! {
    #[test]
    fn reading_never_panics(text in "\\PC{0,60}") {
        let _ = Archive::read(&text);
    }

    #[test]
    fn reading_what_looks_like_an_archive_never_panics(
        value in prop_oneof![Just(json!(null)), Just(json!(1.5)), Just(json!(-3)), Just(json!("x")), Just(json!([1])),
            Just(json!({"a": []})), Just(json!([{}])), Just(json!([[]])), Just(json!("9999-12-31"))],
        pointer in proptest::sample::select(vec!["/title", "/language", "/themes", "/places", "/places/0/names", "/meetings",
            "/meetings/0", "/meetings/0/id", "/meetings/0/number", "/meetings/0/start", "/meetings/0/end", "/meetings/0/themes",
            "/meetings/0/people", "/meetings/0/documents", "/meetings/0/documents/0/kind", "/meetings/0/additions", "/gaps",
            "/gaps/0/number", "/sources", "/chairmanships", "/chairmanships/0/from"]),
    ) {
        let json = changed(|dataset| *dataset.pointer_mut(pointer).unwrap() = value.clone());
        let archive = Archive::read(&json).unwrap();
        prop_assert!(archive.meetings.len() <= 2);
    }
}
