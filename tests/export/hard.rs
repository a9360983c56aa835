//! What comes out of a file is what went in: separators, commas and line breaks within values, and cells that a spreadsheet
//! would compute.

use meetings::core::address::query::Query;
use meetings::core::archive::Archive;
use meetings::core::export::Format;
use meetings::core::search::collection::Collection;
use meetings::core::search::explore::explore;

use super::files::{file, text};
use crate::support::collection;

/// The values of a column, a row each.
fn column(json: &str, name: &str) -> Vec<String> {
    let table = text(json, "/", Format::Csv);
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let at = reader.headers().unwrap().iter().position(|of| of == name).unwrap();
    reader.records().map(|row| row.unwrap()[at].to_owned()).collect()
}

/// The values of a cell, as the data package tells to read it.
fn values(cell: &str) -> Vec<String> {
    cell.split("; ").map(|value| value.replace(";\\ ", "; ").replace("\\\\", "\\")).collect()
}

const SEPARATORS: &str = r#"{"version": 1, "title": "T", "language": "en", "themes": [{"id": "h", "label": "Harbours; docks"},
    {"id": "r", "label": "Rail, and road"}, {"id": "s", "label": "Sea"}], "sources": [{"id": "b", "title": "Book; 2nd part"},
    {"id": "c", "title": "C\\ ;"}], "facets": [{"key": "body", "label": "Body"}],
    "people": [{"id": "p", "name": "Ann; junior"}, {"id": "q", "name": "Bo"}], "meetings": [
    {"id": "a", "title": "A; B", "start": "2010", "themes": ["h", "r", "s"], "source": ["b", "c"], "facets": {"body": ["x; y", "z"]},
    "people": [{"person": "p", "office": "x; y"}, {"person": "q"}],
    "documents": [{"title": "List", "kind": "k; l"}, {"title": "Minutes; with annex", "url": "https://example.org/a;v=2"}, {"title": "Map"}],
    "topics": ["One; two", "Three", "Four;", " five"], "notes": ["Said:\n\n- a\r\n- b"],
    "quotes": ["The chair:\n\n“We meet; again.”", "Ann: -"]},
    {"id": "b", "title": "B", "start": "2011"}]}"#;

#[test]
fn as_many_values_come_out_of_a_cell_as_went_in_and_to_the_letter() {
    for (name, expected) in [
        ("themes", &["Harbours; docks", "Rail, and road", "Sea"][..]),
        ("topics", &["One; two", "Three", "Four;", " five"]),
        ("people", &["Ann; junior (x; y)", "Bo"]),
        ("documents", &["List", "Minutes; with annex", "Map"]),
        ("document_kinds", &["k; l"]),
        ("document_addresses", &["", "https://example.org/a;v=2", ""]),
        ("sources", &["Book; 2nd part", "C\\ ;"]),
        ("body", &["x; y", "z"]),
        ("quotes", &["The chair:\n\n“We meet; again.”", "Ann: -"]),
        ("notes", &["Said:\n\n- a\r\n- b"]),
    ] {
        assert_eq!(values(&column(SEPARATORS, name)[0]), expected, "{name}");
        assert_eq!(column(SEPARATORS, name)[1], "", "{name}");
    }
    // What is no list is as it is.
    assert_eq!(column(SEPARATORS, "title")[0], "A; B");
}

const COMPUTED: &str = r#"{"version": 1, "title": "T", "language": "en", "people": [{"id": "p", "name": "+47 desk"}],
    "places": [{"id": "s", "name": "@sea", "lat": -33.9, "lon": -0.5}], "meetings": [
    {"id": "a", "title": "=1+1", "start": "2010", "place": "s", "venue": "'t Hof"}, {"id": "b", "title": "-5 °C", "start": "2011",
    "people": [{"person": "p"}], "topics": ["=A1", "=A2"]}, {"id": "c", "title": "\t=2", "start": "2012", "venue": "\r=3"},
    {"id": "d", "title": "5 = 2 + 3", "start": "2013", "venue": "''"}]}"#;

#[test]
fn no_cell_is_a_formula_and_numbers_stay_numbers() {
    assert_eq!(column(COMPUTED, "title"), ["'=1+1", "'-5 °C", "'\t=2", "5 = 2 + 3"]);
    assert_eq!(column(COMPUTED, "venue"), ["''t Hof", "", "'\r=3", "'''"]);
    assert_eq!(column(COMPUTED, "place")[0], "'@sea");
    assert_eq!(column(COMPUTED, "people")[1], "'+47 desk");
    assert_eq!(column(COMPUTED, "topics")[1], "'=A1; =A2");
    assert_eq!((&*column(COMPUTED, "latitude")[0], &*column(COMPUTED, "longitude")[0]), ("-33.9", "-0.5"));
}

const BROKEN: &str = r#"{"version": 1, "title": "T", "language": "en", "themes": [{"id": "t", "label": "Trade, and SMEs"},
    {"id": "u", "label": "Rail"}, {"id": "v", "label": "{a}"}], "places": [{"id": "p", "name": "Brighton and Hove", "country": "GB"}],
    "meetings": [{"id": "a", "title": "Talk\r\n \n with a break\u2028and another", "start": "2010-05-01", "themes": ["t", "u", "v"],
    "place": "p", "topics": ["One\r\ntwo\rthree", "Four"]}, {"id": "b", "title": "B", "start": "2011", "themes": ["u", "v"]}]}"#;

#[test]
fn a_keyword_with_a_comma_is_one_keyword_and_a_place_with_and_one_place() {
    let bibtex = text(BROKEN, "/", Format::Bibtex);
    for line in [
        "  title = {{Talk with a break and another}},",
        "  keywords = {{Trade, and SMEs}, Rail, \\textbraceleft{}a\\textbraceright{}},",
        "  keywords = {Rail, \\textbraceleft{}a\\textbraceright{}},",
        "  address = {{Brighton and Hove, United Kingdom}},",
    ] {
        assert!(bibtex.lines().any(|of| of == line), "{line} in {bibtex}");
    }
    // Nothing but the line behind an entry is blank.
    assert_eq!(bibtex.matches("\n\n").count(), 2);
    let ris = text(BROKEN, "/meetings/a/", Format::Ris);
    for line in ["TI  - Talk with a break and another", "KW  - Trade, and SMEs", "KW  - Rail", "KW  - {a}"] {
        assert!(ris.split("\r\n").any(|of| of == line), "{line} in {ris}");
    }
    let csl: serde_json::Value = serde_json::from_str(&text(BROKEN, "/", Format::Csl)).unwrap();
    assert_eq!(csl[0]["keyword"], "Trade, and SMEs; Rail; {a}");
    assert_eq!(csl[0]["custom"]["keywords"], serde_json::json!(["Trade, and SMEs", "Rail", "{a}"]));
    assert_eq!(csl[1]["keyword"], "Rail, {a}");
    assert_eq!(csl[0]["title"], "Talk\r\n \n with a break\u{2028}and another");
}

#[test]
fn a_calendar_keeps_every_line_break() {
    let calendar = text(BROKEN, "/", Format::Calendar).replace("\r\n ", "");
    assert!(calendar.contains("\r\nDESCRIPTION:One\\ntwo\\nthree\\nFour\r\n"), "{calendar}");
    assert!(calendar.contains("\r\nCATEGORIES:Trade\\, and SMEs,Rail,{a}\r\n"), "{calendar}");
}

#[test]
fn an_event_tells_when_its_record_was_changed_and_none_is_of_another_time() {
    let json = |modified: &str| {
        format!(
            r#"{{"version": 1, "title": "T", "language": "en"{modified}, "meetings": [
            {{"id": "a", "title": "A", "start": "2010-05-01", "modified": "2026-03-04"}}, {{"id": "z", "title": "Z", "start": "2031-06-15"}}]}}"#
        )
    };
    let stamps = |json: &str| -> Vec<String> {
        let calendar = text(json, "/", Format::Calendar);
        let lines = calendar.split("\r\n").filter(|line| line.starts_with("DTSTAMP") || line.starts_with("LAST-M"));
        lines.map(str::to_owned).collect()
    };
    let own = ["DTSTAMP:20260304T000000Z", "LAST-MODIFIED:20260304T000000Z"];
    assert_eq!(stamps(&json("")), [own[0], own[1], "DTSTAMP:20260304T000000Z"]);
    assert_eq!(stamps(&json(r#", "modified": "2026-05-06""#)), [own[0], own[1], "DTSTAMP:20260506T000000Z"]);
    let silent = r#"{"version": 1, "title": "!!!", "language": "en", "meetings": [{"id": "z", "title": "Z", "start": "2031-06-15"},
        {"id": "a", "title": "A", "start": "2010-05-01"}]}"#;
    assert_eq!(stamps(silent), ["DTSTAMP:20100501T000000Z", "DTSTAMP:20260101T000000Z"]);
    // Of a title without letters there is something behind the @ all the same.
    assert!(text(silent, "/", Format::Calendar).contains("\r\nUID:a@meetings-"));
}

#[test]
fn the_day_of_a_change_goes_with_the_record() {
    let json = r#"{"version": 1, "title": "T", "language": "en", "meetings": [{"id": "a", "title": "A", "start": "2010",
        "modified": "2026-03-04"}, {"id": "b", "title": "B", "start": "2011"}]}"#;
    let part = text(json, "/meetings/a/", Format::Json);
    assert_eq!(Archive::read(&part).unwrap().problems, []);
    let part: serde_json::Value = serde_json::from_str(&part).unwrap();
    assert_eq!(
        part["meetings"],
        serde_json::json!([{"id": "a", "title": "A", "start": "2010", "modified": "2026-03-04"}])
    );
}

#[test]
fn what_a_calendar_leaves_out_is_counted() {
    let json = r#"{"version": 1, "title": "T", "language": "en", "meetings": [{"id": "a", "title": "Ice", "start": "2010-05-01"},
        {"id": "b", "title": "Ice", "start": "2011"}, {"id": "c", "title": "Sea", "start": "2011-05", "end": "2011-05-02"},
        {"id": "d", "title": "Sea", "start": "2011-06-01", "end": "2011-06-02"}]}"#;
    let Collection { catalogue, .. } = collection(json);
    let left_out = |query: &str| explore(&catalogue, &Query::parse(query)).without_days;
    for (query, count) in
        [("", 2), ("sort=title", 2), ("q=ice", 1), ("year=2010", 0), ("year=2011&q=sea", 1), ("q=zzz", 0)]
    {
        assert_eq!(left_out(query), count, "{query}");
        let events =
            file(json, &format!("/?{query}"), Format::Calendar).map_or(0, |file| file.text.matches("UID:").count());
        let found = text(json, &format!("/?{query}"), Format::Ris).matches("TY  -").count();
        assert_eq!(events + count, found, "{query}");
    }
}
