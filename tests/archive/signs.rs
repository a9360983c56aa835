//! Signs that not all published formats can hold are named, each with its place, and none reaches a reader.

use meetings::core::archive::Archive;
use meetings::language::problems;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::support::kept;

/// A dataset with a text in a title, and what else a test wants to say.
fn told(json: &str) -> Vec<String> {
    kept(json).problems.iter().map(problems::told).collect()
}

fn with_note(note: &str) -> String {
    format!(
        r#"{{"version": 1, "title": "Talks", "language": "en", "meetings": [{{"id": "a", "title": "A", "start": "2001",
        "notes": ["{note}"]}}]}}"#
    )
}

#[test]
fn what_no_feed_or_calendar_can_hold_is_an_error_that_names_field_and_sign() {
    for (written, code) in [
        ("\\u0000", "0000"),
        ("\\u000b", "000B"),
        ("\\f", "000C"),
        // JSON itself allows no such sign unless it is escaped, and that is how they are pasted.
        ("\u{b}", "000B"),
        ("\u{0}", "0000"),
        ("\\u001B", "001B"),
        ("\u{7f}", "007F"),
        ("\\u0085", "0085"),
        ("\u{9f}", "009F"),
        ("\u{fdd0}", "FDD0"),
        ("\u{fffe}", "FFFE"),
        ("\\uffff", "FFFF"),
        ("\u{1fffe}", "1FFFE"),
        ("\\uDBFF\\uDFFF", "10FFFF"),
    ] {
        assert_eq!(
            told(&with_note(&format!("one{written}two"))),
            [format!(
                "error: meetings[0].notes[0]: has the sign U+{code}, which pages, feeds and calendars cannot hold; write a space or a line break instead, or remove it."
            )],
            "{written}"
        );
    }
    for sound in [
        "\\t \\n \\r\\n",
        "\u{a0}\u{ad}\u{200d}\u{feff}\u{2028}",
        "\\ud83c\\udf89",
        "\u{fffd}",
        "\\\\ud800",
        "\u{10fffd}",
    ] {
        assert_eq!(told(&with_note(&format!("one{sound}two"))), [""; 0], "{sound}");
    }
}

#[test]
fn half_a_sign_is_named_where_it_stands_and_the_rest_is_judged_too() {
    let json = r#"{"version": 1, "title": "Talks \uD83D", "language": "en", "description": "\ufdd0 \udc00\ud83c\udf89",
        "meetings": [{"id": "a", "title": "A\\\ud800", "start": "2001-13"}, {"id": "b", "title": "B", "start": "2002"}]}"#;
    let half = |place: &str, code: &str| {
        format!(
            "error: {place}: has U+{code}, half of a sign without its other half; write the sign anew, or remove it."
        )
    };
    let told = told(json);
    assert_eq!(told[0], half("title", "D83D"));
    assert!(told[1].starts_with("error: description: has the sign U+FDD0, "), "{}", told[1]);
    assert_eq!(told[2..4], [half("description", "DC00"), half("meetings[0].title", "D800")]);
    assert!(told[4].starts_with("error: meetings[0].start: “2001-13”"), "{}", told[4]);
    assert_eq!(told.len(), 5);
}

#[test]
fn names_labels_and_what_the_format_does_not_have_are_searched_too() {
    let json = "{\"version\": 1, \"title\": \"Talks\", \"language\": \"en\",
        \"facets\": [{\"key\": \"body\", \"label\": \"Bo\\u0001dy\", \"labels\": {\"nb\": \"Or\\u0002gan\"}, \"values\": [\"x\", \"y\\u0003\"]}],
        \"themes\": [{\"id\": \"t\", \"label\": \"T\\u0004\"}], \"places\": [{\"id\": \"p\", \"name\": \"P\", \"names\": {\"n\\u0005b\": \"Q\"}}],
        \"sources\": [{\"id\": \"s\", \"title\": \"S\", \"note\": \"\\u0006\"}], \"remarks\": {\"mine\": [[\"\\u0007\"]]},
        \"meetings\": [{\"id\": \"a\", \"title\": \"A\", \"start\": \"2001\", \"facets\": {\"body\": [\"x\", \"y\\u0008\"]},
        \"documents\": [{\"title\": \"D\\u000e\", \"kind\": \"K\\u000f\"}]}]}";
    let errors = told(json);
    for (place, code) in [
        ("facets[0].label", "0001"),
        ("facets[0].labels.nb", "0002"),
        ("facets[0].values[1]", "0003"),
        ("themes[0].label", "0004"),
        ("places[0].names.n\u{fffd}b", "0005"),
        ("sources[0].note", "0006"),
        ("remarks.mine[0]", "0007"),
        ("meetings[0].facets.body[1]", "0008"),
        ("meetings[0].documents[0].title", "000E"),
        ("meetings[0].documents[0].kind", "000F"),
    ] {
        let start = format!("error: {place}: has the sign U+{code}, ");
        assert!(errors.iter().any(|error| error.starts_with(&start)), "{start} in {errors:?}");
    }
}

#[test]
fn no_reader_sees_such_a_sign_and_only_a_meeting_that_has_one_is_left_out() {
    let json = r#"{"version": 1, "title": "Ta\u000blks", "language": "en", "description": "One\ftwo",
        "themes": [{"id": "t", "label": "Mi\u0007ning"}], "meetings": [{"id": "a", "title": "A", "start": "2001", "themes": ["t"]},
        {"id": "b", "title": "B\u000b", "start": "2002"}]}"#;
    let archive = Archive::read(json).unwrap();
    assert_eq!((archive.dataset.title.as_str(), archive.dataset.description.as_deref()), ("Talks", Some("Onetwo")));
    assert_eq!(archive.theme("t").unwrap().label, "Mining");
    assert_eq!((archive.meetings.len(), archive.left_out, archive.meetings[0].record.id.as_str()), (1, 1, "a"));
}

proptest! {
    #[test]
    fn what_is_no_json_is_never_taken_for_sound(
        pieces in vec(select(&["\\", "\"", "u", "\\ud83c", "\\udf89", "\\uD800", "\u{b}", "\u{0}", "\n", "a", "é", "0", "\\u000b", "\u{fdd0}"][..]), 0..12),
    ) {
        let json = with_note(&format!("a{}", pieces.concat()));
        let is_json = serde_json::from_str::<serde_json::Value>(&json).is_ok();
        let read = Archive::read(&json);
        let is_sound = read.is_ok_and(|archive| archive.problems.iter().all(|problem| !problem.is_error()));
        let has_sign = |text: &str| text.chars().any(|char| matches!(char, '\u{b}' | '\u{fdd0}' | '\0'));
        let value = serde_json::from_str::<serde_json::Value>(&json).ok();
        let is_held = value.is_some_and(|value| !has_sign(value["meetings"][0]["notes"][0].as_str().unwrap_or_default()));
        prop_assert!(!is_sound || (is_json && is_held), "{}", json);
    }
}
