//! Where in the text of a dataset a problem stands.

use meetings::cli::lines::Lines;
use meetings::cli::report::found;
use meetings::cli::spots::Spots;
use meetings::core::archive::path::Path;
use meetings::core::archive::problem::{Fault, Problem};
use proptest::prelude::*;

use crate::support::kept;

/// Each problem of a text: its path, and the text at its place.
fn shown(json: &str) -> Vec<(String, String)> {
    let archive = kept(json);
    let spots = Spots::new(json, &archive.problems);
    let text = |problem: &Problem| spots.of(problem).map_or("", |spot| &json[spot]).to_owned();
    archive.problems.iter().map(|problem| (problem.path.clone(), text(problem))).collect()
}

#[track_caller]
fn assert_shown(fields: &str, path: &str, text: &str) {
    let title = if fields.contains("\"title\"") { "" } else { r#""title": "T", "# };
    let json = format!(r#"{{"version": 1, {title}"language": "en", {fields}}}"#);
    assert!(shown(&json).contains(&(path.to_owned(), text.to_owned())), "{path} {text}: {:?}", shown(&json));
}

#[test]
fn a_problem_is_shown_at_its_value_or_at_the_name_that_is_at_fault() {
    assert_shown(r#""site": "x""#, "site", "\"x\"");
    assert_shown(r#""themes": 7"#, "themes", "7");
    assert_shown(r#""themes": {"a": 1}"#, "themes", "{");
    assert_shown(r#""people": [{"id": "A", "name": "A"}]"#, "people[0].id", "\"A\"");
    assert_shown(r#""tittle": {"a": 1}"#, "tittle", "\"tittle\"");
    assert_shown(r#""title": "A", "title": "B""#, "title", "\"title\"");
    assert_shown(
        r#""places": [{"id": "a", "name": "A", "names": {"not a tag": "B"}}]"#,
        "places[0].names.not a tag",
        "\"not a tag\"",
    );
    assert_shown(r#""site": "http:\/\/a b\u00e9""#, "site", r#""http:\/\/a b\u00e9""#);
    assert_shown(
        r#""meetings": [{"id": "a", "title": "A", "start": "2001", "additions": {"venue": "s"}}]"#,
        "meetings[0].additions.venue",
        "\"venue\"",
    );
    assert_shown(
        r#""meetings": [{"id": "a", "title": "A", "start": "2001", "facets": {"b.c": "s"}}]"#,
        "meetings[0].facets.b.c",
        "\"b.c\"",
    );
}

#[test]
fn what_is_missing_is_shown_at_the_record_that_should_have_it() {
    assert_shown(r#""people": [{"id": "a"}]"#, "people[0].name", "\"a\"");
    assert_shown(r#""people": [{"name": "A"}]"#, "people[0].id", "{");
    assert_shown(
        r#""meetings": [{"id": "a", "title": "A", "start": "2001", "documents": [{"kind": "k"}]}]"#,
        "meetings[0].documents[0].title",
        "{",
    );
    let json = r#" {"version": 1, "language": "en", "meetings": []}"#;
    assert_eq!(shown(json), [("title".to_owned(), "{".to_owned())]);
}

#[test]
fn signs_that_no_reader_of_json_goes_beyond_hide_no_place() {
    assert_shown("\"note\": \"a\u{b}\\ud800b\", \"site\": \"é\\udc00\u{1}\"", "site", "\"é\\udc00\u{1}\"");
    assert_shown(
        "\"places\": [{\"id\": \"a\", \"name\": \"A\", \"names\": {\"n\u{5}b\\ud800\": \"B\"}}]",
        "places[0].names.n\u{fffd}b\u{fffd}",
        "\"B\"",
    );
    assert_shown("\"x\": [[[\"\u{5}\"]]]", "x[0]", "\"\u{5}\"");
}

#[test]
fn places_are_counted_as_editors_do() {
    let lines = Lines::new("a\r\nßé𝕏x\n\nend");
    let place = |at: usize| (lines.place(at).line, lines.place(at).column);
    assert_eq!(
        [0, 2, 3, 7, 11, 12, 13, 14, 17].map(place),
        [(1, 1), (1, 3), (2, 1), (2, 3), (2, 4), (2, 5), (3, 1), (4, 1), (4, 4)]
    );
    let around = lines.around(11..12);
    assert_eq!((around.text.as_str(), around.line, &around.text[around.place]), ("a\nßé𝕏x", 1, "x"));
    let wide = format!("{}|{}", "ø".repeat(5_000), "å".repeat(5_000));
    let lines = Lines::new(&wide);
    assert_eq!((lines.place(10_000).line, lines.place(10_000).column), (1, 5_001));
    let around = lines.around(10_000..wide.len());
    assert_eq!(around.text, format!("…{}|{}…", "ø".repeat(60), "å".repeat(99)));
    assert_eq!(around.text[around.place].chars().count(), 100);
}

#[test]
fn problems_come_in_the_order_of_the_file() {
    let json = r#"{"version": 1, "title": "T", "language": "en", "sources": [{"id": "A", "title": ""}], "people": [{"id": "a", "name": "", "x": 1}], "site": "x", "meetings": []}"#;
    let archive = kept(json);
    let found = found(json, &Lines::new(json), &archive.problems);
    let paths: Vec<&str> = found.iter().map(|found| found.problem.path.as_str()).collect();
    assert_eq!(paths, ["sources[0].id", "sources[0].title", "people[0].name", "site", "people[0].x"]);
}

fn any_json() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        "\\PC{0,6}|[\\x00-\\x20\"\\\\/\u{7f}-\u{9f}]{0,3}".prop_map(Into::into),
    ];
    leaf.prop_recursive(4, 40, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Into::into),
            proptest::collection::vec(("\\PC{0,4}", inner), 0..5)
                .prop_map(|fields| serde_json::Value::Object(fields.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn whatever_is_json_has_places(value in any_json(), is_wide in any::<bool>()) {
        let value = serde_json::json!({"first": value, "last": 12});
        let json = if is_wide { serde_json::to_string_pretty(&value) } else { serde_json::to_string(&value) }.unwrap();
        let problem = Problem::new(Path::top("last"), Fault::Empty);
        let spot = Spots::new(&json, std::slice::from_ref(&problem)).of(&problem).unwrap();
        prop_assert_eq!(&json[spot.clone()], "12");
        let lines = Lines::new(&json);
        let around = lines.around(spot);
        prop_assert_eq!(&around.text[around.place], "12");
    }

    #[test]
    fn any_text_has_lines(text in "[a\\n\\rø𝕏\"\\\\]{0,300}", start in 0_usize..300, length in 0_usize..300) {
        let lines = Lines::new(&text);
        let start = text.floor_char_boundary(start.min(text.len()));
        let end = text.floor_char_boundary((start + length).min(text.len()));
        let around = lines.around(start..end);
        prop_assert!(around.text.get(around.place).is_some());
        let place = lines.place(start);
        let before = &text[..start];
        prop_assert_eq!(place.line, before.matches('\n').count() + 1);
        prop_assert_eq!(place.column, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1);
        prop_assert_eq!(lines.byte(place.line, before.rsplit('\n').next().unwrap_or_default().len() + 1), start);
    }
}
