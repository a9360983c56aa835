//! Times of day: where one may stand, and in what order meetings of one day do.

use std::cmp::Ordering;

use meetings::core::archive::{Archive, in_time};
use meetings::core::search::pieces::{ATTENDED, FIRST_PAGE};
use meetings::core::text::date::{PartialDate, When};
use meetings::engine::stream::{self, Extent};
use meetings::language::{NAMES, problems};
use meetings::publish::pieces::records;
use proptest::prelude::*;
use serde_json::{Value, json};

/// What is wrong with a dataset of one meeting and one source, changed.
fn told(change: impl Fn(&mut Value)) -> Vec<String> {
    let mut dataset = json!({
        "version": 1, "title": "T", "language": "en", "modified": "2026-01-01",
        "chairmanships": [{"body": "Council", "holder": "Norway", "from": "2003", "to": "2005"}],
        "sources": [{"id": "s", "title": "S", "date": "2004"}],
        "meetings": [{"id": "a", "title": "A", "start": "2016-01-15T16:30+01:00", "end": "2016-01-15T18:00:00+01:00",
            "within": {"title": "W", "start": "2016-01-15T09:00", "end": "2016-01-16"},
            "alongside": {"title": "X", "start": "2016-01-15T09:00Z"}}],
    });
    change(&mut dataset);
    Archive::read(&dataset.to_string()).unwrap().problems.iter().map(problems::problem).collect()
}

#[test]
fn a_time_may_stand_where_something_begins_or_ends_and_nowhere_else() {
    assert_eq!(told(|_| {}), Vec::<String>::new());
    for (pointer, path) in [
        ("/modified", "modified"),
        ("/meetings/0/modified", "meetings[0].modified"),
        ("/chairmanships/0/from", "chairmanships[0].from"),
        ("/chairmanships/0/to", "chairmanships[0].to"),
        ("/sources/0/date", "sources[0].date"),
    ] {
        let all = told(|dataset| {
            dataset["meetings"][0]["modified"] = json!("2026-01-01");
            *dataset.pointer_mut(pointer).unwrap() = json!("2004-01-15T16:30");
        });
        assert_eq!(all.len(), 1, "{all:?}");
        let is_told = all[0].starts_with(&format!("{path}: “2004-01-15T16:30” is not a da"));
        assert!(is_told && !all[0].contains("time"), "{all:?}");
    }
    for (pointer, path) in [
        ("/meetings/0/start", "meetings[0].start"),
        ("/meetings/0/end", "meetings[0].end"),
        ("/meetings/0/within/start", "meetings[0].within.start"),
        ("/meetings/0/within/end", "meetings[0].within.end"),
    ] {
        for text in ["2016-01-15T24:00", "2016-01-15T16:30:01", "2016-01T16:30", "2016-01-15T16:30+1"] {
            let all = told(|dataset| *dataset.pointer_mut(pointer).unwrap() = json!(text));
            let sentence = format!("{path}: “{text}” is not a date; write YYYY-MM-DD, or");
            assert!(all.len() == 1 && all[0].starts_with(&sentence), "{all:?}");
        }
    }
    let early = told(|dataset| dataset["meetings"][0]["end"] = json!("2016-01-15T15:29Z"));
    assert_eq!(
        early,
        ["meetings[0].end: “2016-01-15T15:29Z” lies before the start, “2016-01-15T16:30+01:00”; correct one of them."]
    );
    // A quarter of an hour is left, whatever the two clocks say.
    assert_eq!(told(|dataset| dataset["meetings"][0]["end"] = json!("2016-01-15T15:45Z")), Vec::<String>::new());
}

/// A day on which much is held, and what is around it, in order.
const DAY: [(&str, Option<&str>); 9] = [
    ("2016-01-14T23:59-10:00", None),
    ("2016-01-15", None),
    ("2016-01-15", Some("2016-01-15T12:00")),
    ("2016-01-15", Some("2016-01-16")),
    ("2016-01-15T09:00Z", None),
    ("2016-01-15T09:30+11:00", Some("2016-01-15T10:00+11:00")),
    ("2016-01-15T09:30", Some("2016-01-15T11:00")),
    ("2016-01-15T09:30Z", Some("2016-01-16")),
    ("2016-01-16", None),
];

fn dataset() -> String {
    // No id tells the order, and the file has another.
    let meeting =
        |at: usize| json!({"id": format!("m{}", at * 4 % 9), "title": "M", "start": DAY[at].0, "end": DAY[at].1});
    let meetings: Vec<Value> = [4, 8, 2, 0, 7, 5, 1, 6, 3].map(meeting).into();
    json!({"version": 1, "title": "T", "language": "en", "meetings": meetings}).to_string()
}

#[test]
fn meetings_of_one_day_stand_in_the_order_of_their_clocks() {
    let archive = Archive::read(&dataset()).unwrap();
    assert_eq!(archive.problems, []);
    let starts: Vec<_> =
        archive.meetings.iter().map(|of| (of.record.start.as_str(), of.record.end.as_deref())).collect();
    assert_eq!(starts, DAY);
}

#[test]
fn the_order_is_the_same_however_the_archive_is_read() {
    let json = dataset();
    let archive = Archive::read(&json).unwrap();
    let ids = |archive: &Archive| archive.meetings.iter().map(|of| of.record.id.clone()).collect::<Vec<_>>();
    let (_, in_passing) = stream::in_passing(&json, Extent::Whole, &NAMES).unwrap();
    assert_eq!(in_passing, ids(&archive));
    let files = records(&archive, &json).unwrap();
    let read = |text: &[u8]| Archive::read_sound(std::str::from_utf8(text).unwrap()).unwrap();
    let (attended, files): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| name == ATTENDED);
    assert_eq!(ids(&read(&attended[0].1)), ids(&archive));
    let (first, others): (Vec<_>, Vec<_>) =
        files.iter().map(|(name, text)| (name, read(text))).partition(|(name, _)| *name == FIRST_PAGE);
    assert_eq!(first.iter().flat_map(|(_, of)| ids(of)).collect::<Vec<_>>(), ids(&archive));
    assert_eq!(others.iter().flat_map(|(_, of)| ids(of)).collect::<Vec<_>>(), ids(&archive));
}

/// Times that lie close together, of every kind.
fn times() -> impl Strategy<Value = (When, String)> {
    let date = || "201[56](-0[12](-0[12](T0[01]:[03]0(Z|\\+01:00|-01:00)?)?)?)?";
    (date(), proptest::option::of(date()), "[ab]").prop_filter_map("an end before its start", |(start, end, id)| {
        let when = When::new(PartialDate::parse_time(&start)?, end.as_deref().and_then(PartialDate::parse_time))?;
        Some((when, id))
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_order_of_time_is_total(a in times(), b in times(), c in times()) {
        let order = |a: &(When, String), b: &(When, String)| in_time((a.0, &a.1), (b.0, &b.1));
        prop_assert_eq!(order(&a, &b), order(&b, &a).reverse());
        prop_assert_eq!(order(&a, &a), Ordering::Equal);
        if order(&a, &b).is_le() && order(&b, &c).is_le() {
            prop_assert!(order(&a, &c).is_le());
        }
        // What begins on an earlier day stands before, and a day before its times.
        let day = |of: &(When, String)| of.0.start.first_day();
        if day(&a) != day(&b) {
            prop_assert_eq!(order(&a, &b), day(&a).cmp(&day(&b)));
        } else if a.0.start.minute() != b.0.start.minute() {
            prop_assert_eq!(order(&a, &b), a.0.start.minute().cmp(&b.0.start.minute()));
        }
    }
}
