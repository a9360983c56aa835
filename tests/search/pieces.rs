//! One index, two ways to get it: made in the browser, or in pieces that are fetched when they are needed. Both must answer
//! as a naive reading of the meetings does.

use std::collections::HashMap;

use meetings::core::address::query::{Query, Sort};
use meetings::core::search::catalogue::Catalogue;
use meetings::core::search::collection::Collection;
use meetings::core::search::explore::{PAGE_SIZE, Row, Shown, explore};
use meetings::core::search::finder::finder;
use meetings::core::search::index::piece::Piece;
use meetings::core::search::pieces::write::{SIZES, Sizes, files};
use meetings::core::search::pieces::{HEAD, file};
use meetings::engine::stream::{self, Extent};
use meetings::language::NAMES;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::collection;
use crate::support::naive::{archives, naive, texts, typed};

/// Asks a catalogue of which parts come when they are asked for.
fn ask(catalogue: &Catalogue, files: &HashMap<String, Vec<u8>>, query: &Query) -> (Shown, usize) {
    let mut fetched = 0;
    loop {
        let shown = explore(catalogue, query);
        let missing: Vec<Piece> = shown.lacking.iter().chain(&shown.lacking_for_later).copied().collect();
        if missing.is_empty() {
            return (shown, fetched);
        }
        for part in missing {
            fetched += 1;
            catalogue.take(part, &files[&file(part).unwrap()]);
        }
        assert!(fetched < 1000, "parts are asked for again and again");
    }
}

/// The files of a catalogue, and what is read from their head.
fn in_pieces(collection: &Collection, sizes: Sizes) -> (HashMap<String, Vec<u8>>, Catalogue) {
    let files: HashMap<_, _> = files(&collection.catalogue, sizes).into_iter().collect();
    let head = Catalogue::read(std::str::from_utf8(&files[HEAD]).unwrap()).unwrap();
    head.finder.set(finder()).unwrap();
    (files, head)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_index_the_index_in_parts_and_a_naive_reading_agree(
        collection in archives(),
        asked in texts(),
        ticked in vec((0..11usize, 0..4usize), 0..3),
        sort in proptest::sample::select(&Sort::ALL[..]),
        full in 16..400usize,
        many in 1..60usize,
    ) {
        let mut query = Query::default().with_text(&typed(&asked));
        let (files, head) = in_pieces(&collection, Sizes { full, many, for_pages: true });
        let found = naive(&collection.archive, &asked);
        let shown = explore(&collection.catalogue, &query);
        let expected: Vec<Row> = found.iter().copied().take(PAGE_SIZE).map(Row::Meeting).collect();
        prop_assert_eq!(shown.found, found.len(), "{}", query);
        prop_assert_eq!(&shown.rows, &expected, "{}", query);
        prop_assert_eq!(ask(&head, &files, &query).0, shown, "{}", query);
        for (facet, value) in ticked {
            let facets = &collection.catalogue.facets;
            if let Some(facet) = facets.all().get(facet) && let Some(value) = facet.values.get(value) {
                query = facets.with_value(&query, facet, &value.id, true);
            }
        }
        let query = query.with_sort(sort);
        prop_assert_eq!(ask(&head, &files, &query).0, explore(&collection.catalogue, &query), "{}", query);
    }
}

#[test]
fn what_is_read_meeting_by_meeting_is_the_same() {
    let shipped = std::fs::read_to_string("public/data/meetings.json").unwrap();
    let shipped: Value = serde_json::from_str(&shipped).unwrap();
    let changed = |change: fn(&mut Map<String, Value>)| {
        let mut dataset = shipped.as_object().unwrap().clone();
        dataset.remove("gaps");
        change(&mut dataset);
        Value::Object(dataset)
    };
    let plain = changed(|_| {});
    // Not to be read in passing: a fault, a list that comes late, and a gap.
    let faulty = changed(|dataset| dataset["meetings"][2]["start"] = json!("2005-03-32"));
    let late = changed(|dataset| {
        let themes = dataset.remove("themes").unwrap();
        dataset.insert("themes".to_owned(), themes);
    });
    for (json, is_plain) in [(plain, true), (faulty, false), (late, false), (shipped.clone(), false)] {
        let json = json.to_string();
        for extent in [Extent::Facets, Extent::Whole] {
            assert_eq!(stream::in_passing(&json, extent, &NAMES).is_some(), is_plain, "{extent:?} of {json}");
        }
        let collection = collection(&json);
        let archive = &collection.archive;
        let ids: Vec<_> = archive.meetings.iter().map(|meeting| meeting.record.id.clone()).collect();
        let (whole, of_whole) = stream::catalogue(&json, Extent::Whole, &NAMES).unwrap();
        assert_eq!(of_whole, ids);
        assert_eq!(files(&whole, SIZES), files(&collection.catalogue, SIZES));
        let (facets, of_facets) = stream::catalogue(&json, Extent::Facets, &NAMES).unwrap();
        assert_eq!(of_facets, ids);
        for (of, expected) in facets.facets.all().iter().zip(collection.catalogue.facets.all()) {
            assert_eq!((&of.values, &of.totals, &of.sets), (&expected.values, &expected.totals, &expected.sets));
        }
        let query = Query::only("year", &collection.catalogue.facets.get("year").unwrap().values[0].id);
        assert_eq!(explore(&facets, &query), explore(&collection.catalogue, &query));
    }
}

#[test]
fn of_a_large_archive_only_what_a_query_needs_is_fetched() {
    let meetings: Vec<_> = (0..5000)
        .map(|index| {
            let words: Vec<String> =
                (0..12).map(|at| format!("w{}x{}", (index * 31 + at * at * 17) % 4000, at)).collect();
            json!({"id": format!("m{index}"), "title": words.join(" "), "start": format!("{}", 1990 + index / 200)})
        })
        .collect();
    let dataset = json!({"version": 1, "title": "Large", "language": "en", "meetings": meetings});
    let collection = collection(&dataset.to_string());
    let (files, head) = in_pieces(&collection, SIZES);
    assert!(files.len() > 50, "{} files", files.len());
    assert_eq!(ask(&head, &files, &Query::default()).1, 0);
    let (shown, fetched) = ask(&head, &files, &Query::default().with_text("w17x1 w1"));
    assert_eq!(shown, explore(&collection.catalogue, &Query::default().with_text("w17x1 w1")));
    assert!(fetched * 4 < files.len(), "{fetched} of {} parts", files.len());
    assert_eq!(ask(&head, &files, &Query::default().with_text("w17x1 w1")).1, 0);
}
