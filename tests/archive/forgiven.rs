//! What means one thing only is read as that, and published in its full form; what can mean something else is named.

use jiff::civil::Date;
use meetings::core::archive::Archive;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{SHIPPED, file};

/// A small dataset with one meeting, of which some fields are given.
fn with(meeting: Value) -> Value {
    let mut record = json!({"id": "a", "title": "A", "start": "2008"});
    record.as_object_mut().unwrap().extend(meeting.as_object().unwrap().clone());
    json!({"version": 1, "title": "T", "language": "en", "meetings": [record],
        "themes": [{"id": "mining", "label": "Mining"}], "places": [{"id": "oslo", "name": "Oslo"}],
        "people": [{"id": "ann", "name": "Ann Berg"}]})
}

/// An archive, and its dataset in its full form, if it was written otherwise.
fn read(dataset: &str) -> (Archive, Option<Value>) {
    let (archive, text) = Archive::read_for_keeper(Date::MAX, dataset, Vec::new()).unwrap();
    (archive, text.map(|text| serde_json::from_str(&text).unwrap()))
}

#[test]
fn what_means_one_thing_only_is_written_in_full() {
    for (written, full) in [
        (json!({"venue": ""}), json!({"venue": null})),
        (json!({"venue": "  ", "end": ""}), json!({"venue": null, "end": null})),
        (json!({"number": "7"}), json!({"number": 7})),
        (json!({"start": 2008}), json!({"start": "2008"})),
        (json!({"themes": "mining"}), json!({"themes": ["mining"]})),
        (json!({"themes": ""}), json!({"themes": null})),
        (json!({"topics": "Ores"}), json!({"topics": ["Ores"]})),
        (json!({"agenda": "Opening"}), json!({"agenda": [{"title": "Opening"}]})),
        (json!({"agenda": [{"number": 4, "title": "Ores"}]}), json!({"agenda": [{"number": "4", "title": "Ores"}]})),
        (json!({"within": "Fair"}), json!({"within": {"title": "Fair"}})),
        (json!({"place": ["oslo"]}), json!({"places": ["oslo"]})),
        (json!({"people": ["ann"]}), json!({"people": [{"person": "ann"}]})),
        (json!({"people": "Ann Berg"}), json!({"people": [{"person": "ann"}]})),
        (
            json!({"documents": ["https://example.org/a.pdf"]}),
            json!({"documents": [{"title": "example.org/a.pdf", "url": "https://example.org/a.pdf"}]}),
        ),
        (json!({"place": ["oslo"], "places": ""}), json!({"places": ["oslo"]})),
        (json!({"reference": 7}), json!({"reference": "7"})),
        (
            json!({"people": [{"person": "ann", "part": "Excused "}]}),
            json!({"people": [{"person": "ann", "part": "excused"}]}),
        ),
        (
            json!({"documents": [{"url": "https://example.org/a/"}, {"file": "b.pdf"}]}),
            json!({"documents": [{"url": "https://example.org/a/", "title": "example.org/a"}, {"file": "b.pdf", "title": "b.pdf"}]}),
        ),
        (json!({"documents": ["Minutes"]}), json!({"documents": [{"title": "Minutes"}]})),
        (
            json!({"documents": [{"title": "M", "size": "120", "file": "documents/m.pdf", "languages": "en"}]}),
            json!({"documents": [{"title": "M", "size": 120, "file": "m.pdf", "languages": ["en"]}]}),
        ),
        (json!({"translations": {"fi": ""}}), json!({"translations": {}})),
    ] {
        let (archive, text) = read(&with(written.clone()).to_string());
        assert_eq!(archive.problems, [], "{written}");
        let text = text.unwrap_or_else(|| panic!("{written} is taken for the full form"));
        for (name, value) in full.as_object().unwrap() {
            assert_eq!(&text["meetings"][0][name], value, "{written}");
        }
        // What is left out is not there, as the schema has it.
        assert!(!text.to_string().contains("null"), "{written}: {text}");
        // The full form is read alike, and is its own.
        let (again, unchanged) = read(&text.to_string());
        assert_eq!((again.meetings[0].record.clone(), unchanged), (archive.meetings[0].record.clone(), None));
        // The app reads the full form without a second look.
        assert_eq!(Archive::read_sound(&text.to_string()).unwrap().meetings[0].record, archive.meetings[0].record);
    }
}

#[test]
fn whoever_is_named_by_a_name_has_an_entry_among_the_people() {
    let people = json!(["Bo Ek", "Ann Berg", {"person": "Bo Ek", "part": "absent"}, "Ån Berg", "Анна"]);
    let mut dataset = with(json!({"people": people, "agenda": [{"title": "T", "people": ["Bo Ek"]}]}));
    // Another person has the id that the name would give.
    dataset["people"] = json!([{"id": "ann", "name": "Ann Berg"}, {"id": "bo-ek", "name": "Bo Eklund"}]);
    let (archive, _) = read(&dataset.to_string());
    assert_eq!(archive.problems, []);
    let record = &archive.meetings[0].record;
    let names: Vec<&str> = record.people.iter().map(|of| archive.person(&of.person).unwrap().name.as_str()).collect();
    assert_eq!(names, ["Bo Ek", "Ann Berg", "Bo Ek", "Ån Berg", "Анна"]);
    assert_eq!(record.people[0].person, record.agenda[0].people[0].person);
    assert_eq!(record.people[1].person, "ann");
    assert_ne!(record.people[0].person, "bo-ek");
    // What can be an id and is none is a mistake.
    let (archive, _) = read(&with(json!({"people": ["anne"]})).to_string());
    assert_eq!(archive.problems.len(), 1);
}

#[test]
fn what_can_mean_something_else_is_named_and_not_guessed() {
    for (field, value) in [
        ("number", json!("7th")),
        ("number", json!("1e3")),
        ("number", json!("-7")),
        ("title", json!(7)),
        ("themes", json!([["mining"]])),
        ("themes", json!({"id": "mining"})),
        ("venue", json!(["Hall"])),
        ("people", json!(7)),
        ("agenda", json!([7])),
        ("agenda", json!([{"number": 4.1, "title": "T"}])),
        ("agenda", json!({"title": "Opening"})),
        ("documents", json!(true)),
        ("translations", json!("en")),
    ] {
        let (archive, _) = read(&with(json!({ field: value })).to_string());
        assert!(!archive.problems.is_empty(), "{field} {value}");
        assert!(archive.problems[0].path.starts_with(&format!("meetings[0].{field}")), "{:?}", archive.problems);
    }
}

#[test]
fn notes_of_the_keepers_own_and_the_schema_pass_without_a_word() {
    let mut dataset = with(json!({"$comment": "ask Ann", "documents": [{"title": "M", "$comment": {"a": 1}}],
        "translations": {"$comment": "by hand", "fi": "Kokous"}}));
    dataset["$schema"] = json!("meetings.schema.json");
    let (archive, text) = read(&dataset.to_string());
    assert_eq!((archive.problems, text), (vec![], None));
    let translations = &archive.meetings[0].record.translations;
    assert_eq!(translations.iter().map(|(tag, _)| tag.as_str()).collect::<Vec<_>>(), ["fi"]);
    dataset["$id"] = json!("x");
    assert_eq!(read(&dataset.to_string()).0.problems.len(), 1);
}

#[test]
fn a_dataset_in_its_full_form_is_published_as_it_was_written() {
    for json in [SHIPPED.to_owned(), file("tests/fixtures/small.json"), file("tests/fixtures/declared.json")] {
        assert_eq!(Archive::read_for_keeper(Date::MAX, &json, Vec::new()).unwrap().1, None);
    }
}

proptest! {
    #[test]
    fn the_full_form_is_its_own_whatever_was_written(
        field in prop_oneof![Just("people"), Just("documents"), Just("agenda"), Just("number"), Just("themes"),
            Just("translations"), Just("within"), Just("topics"), Just("place")],
        value in prop_oneof![Just(json!("")), Just(json!("Ann Berg")), Just(json!(["Bo"])), Just(json!("7")),
            Just(json!(7)), Just(json!(null)), Just(json!({})), Just(json!([{}])), Just(json!({"title": "", "fi": ""})),
            Just(json!([{"title": "x", "people": "Bo Ek", "number": 1.5}])), Just(json!([[""]]))],
    ) {
        let written = with(json!({ field: value })).to_string();
        let (archive, text) = read(&written);
        let text = text.map_or(written, |text| text.to_string());
        let (again, changed) = read(&text);
        if archive.problems.is_empty() {
            prop_assert_eq!(changed, None);
            let record = |archive: &Archive| archive.meetings.first().map(|meeting| meeting.record.clone());
            prop_assert_eq!(record(&again), record(&archive));
        }
    }
}
