//! Every field of a meeting that a reader may remember is searched, and counts for what it is.

use meetings::core::address::query::Query;
use meetings::core::search::explore::{Row, explore};
use meetings::core::search::field::Field;
use meetings::core::search::meeting_text::lines;
use meetings::language::NAMES;
use serde_json::json;

use crate::support::collection;

/// A made-up word in each field, with the field of search that it belongs to.
const WORDS: [(&str, Field); 27] = [
    ("titulus", Field::Title),
    ("otsikko", Field::Title),
    ("ferrara", Field::ThemeAndPlace),
    ("bologna", Field::ThemeAndPlace),
    ("palazzo", Field::ThemeAndPlace),
    ("colloquium", Field::ThemeAndPlace),
    ("cancelled", Field::ThemeAndPlace),
    ("fascicle", Field::ThemeAndPlace),
    ("plenarium", Field::ThemeAndPlace),
    ("beatrix", Field::People),
    ("abbess", Field::People),
    ("monastery", Field::People),
    ("excused", Field::People),
    ("leonora", Field::People),
    ("codex", Field::Documents),
    ("charter", Field::Documents),
    ("parchment", Field::Documents),
    ("scroll", Field::Documents),
    ("topicus", Field::Notes),
    ("aihe", Field::Notes),
    ("primus", Field::Notes),
    ("ensimmainen", Field::Notes),
    ("sermo", Field::Notes),
    ("decretum", Field::Notes),
    ("paatos", Field::Notes),
    ("nota", Field::Notes),
    ("synodus", Field::Notes),
];

#[test]
fn every_field_is_searched() {
    let dataset = json!({
        "version": 1, "title": "T", "language": "en",
        "facets": [{"key": "body", "label": "Body"}],
        "places": [{"id": "ferrara", "name": "Ferrara"}, {"id": "bologna", "name": "Bologna"}],
        "people": [{"id": "b", "name": "Beatrix"}, {"id": "l", "name": "Leonora"}],
        "meetings": [
            {"id": "other", "title": "Another", "start": "2001"},
            {"id": "a", "title": "Titulus", "translations": {"fi": "Otsikko"}, "start": "2008", "status": "cancelled",
                "places": ["ferrara", "bologna"], "venue": "Palazzo", "format": "Colloquium", "reference": "Fascicle 7",
                "facets": {"body": "Plenarium"},
                "people": [{"person": "b", "office": "Abbess", "organisation": "Monastery", "part": "excused"}],
                "documents": [{"title": "Codex", "kind": "charter", "note": "parchment"}],
                "topics": [{"text": "Topicus", "translations": {"fi": "Aihe"}}],
                "agenda": [{"title": "Primus", "translations": {"fi": "Ensimmäinen"}, "text": "Sermo",
                    "decision": {"text": "Decretum", "translations": {"fi": "Päätös"}}, "documents": ["Scroll"],
                    "people": ["l"]}],
                "notes": ["Nota"], "within": {"title": "Synodus"}},
        ],
    });
    let collection = collection(&dataset.to_string());
    assert_eq!(collection.archive.problems, []);
    for (word, field) in WORDS {
        let shown = explore(&collection.catalogue, &Query::default().with_text(word));
        assert_eq!(shown.rows, [Row::Meeting(1)], "{word}");
        let all = lines(&collection.archive, &collection.archive.meetings[1], &NAMES);
        let found = all.iter().find(|line| meetings::core::text::fold::fold(&line.text).contains(word));
        assert_eq!(found.map(|line| line.field), Some(field), "{word}");
    }
}
