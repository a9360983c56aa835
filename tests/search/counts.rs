//! Counts, rows and years against a naive reading, for archives that declare any facets, or none.

use meetings::core::address::query::Query;
use meetings::core::archive::values::{FURTHER_FACETS, KNOWN_FACETS};
use meetings::core::search::choices::{HIGHEST, bars, span};
use meetings::core::search::collection::Collection;
use meetings::core::search::explore::{PAGE_SIZE, explore};
use meetings::core::search::facet::Facet;
use proptest::collection::vec;
use proptest::option::of as maybe;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use serde_json::{Value, json};

use crate::support::collection;

/// The archive's own facets, and values of which some have the same short form.
const OWN: [&str; 2] = ["body", "outcome"];
const TEXTS: [&str; 6] = ["Energy group", "energy group", "C", "C++", "C#", "Группа"];

prop_compose! {
    /// A meeting, whose own values are there if `has_own`.
    fn meeting(has_own: bool)(
        start in 2000..2004u32,
        years in 0..3u32,
        themes in vec(0..3usize, 0..3),
        places in vec(0..3usize, 0..3),
        status in maybe(select(vec!["planned", "tentative", "postponed", "cancelled", "held"])),
        people in vec((0..3usize, maybe(select(vec!["absent", "excused", "Chair"]))), 0..3),
        format in maybe(select(vec!["Seminar", "Round table"])),
        documents in vec((0..3usize, 0..3usize, 0..3usize), 0..3),
        agenda in vec(any::<bool>(), 2),
        own in vec(vec(select(&TEXTS[..]), 0..3), OWN.len()),
        title in "[x-z]{1,2}( [x-z]{1,2}){0,2}",
    ) -> Value {
        let mut documents: Vec<Value> = documents.into_iter().map(|(kind, language, access)| {
            let kinds: Vec<_> = ["Speech", "Programme"].into_iter().take(kind).collect();
            let languages: Vec<_> = ["en", "ru"].into_iter().take(language).collect();
            let mut document = json!({"title": "Paper", "kind": kinds, "languages": languages});
            match access {
                0 => {}
                1 => document["url"] = "https://example.org/".into(),
                _ => document["file"] = "paper.pdf".into(),
            }
            document
        }).collect();
        let mut people: Vec<Value> =
            people.into_iter().map(|(person, part)| json!({"person": format!("n{person}"), "part": part})).collect();
        // The last document and the last of the people may stand in the agenda.
        let mut item = json!({"title": "Item"});
        if agenda[0] && let Some(document) = documents.pop() {
            item["documents"] = vec![document].into();
        }
        if agenda[1] && let Some(person) = people.pop() {
            item["people"] = vec![person].into();
        }
        let themes: Vec<_> = themes.into_iter().map(|theme| format!("t{theme}")).collect();
        let mut meeting = json!({"title": title, "start": start.to_string(), "themes": themes, "format": format,
            "status": status, "documents": documents, "people": people, "agenda": [item]});
        match places[..] {
            [] => {}
            [place] => meeting["place"] = format!("p{place}").into(),
            _ => meeting["places"] = places.into_iter().map(|place| format!("p{place}")).collect(),
        }
        if years > 0 {
            meeting["end"] = (start + years).to_string().into();
        }
        if has_own {
            meeting["facets"] = OWN.into_iter().zip(own).map(|(key, texts)| (key.to_owned(), json!(texts))).collect::<serde_json::Map<_, _>>().into();
        }
        meeting
    }
}

/// A declaration of some known facets and of all own ones, in any order; an empty one stands for none.
fn declarations() -> impl Strategy<Value = Vec<Value>> {
    let known = [&KNOWN_FACETS[..], &FURTHER_FACETS].concat();
    let keys = subsequence(known.clone(), 0..=known.len());
    let keys = keys.prop_flat_map(|keys| Just(keys.into_iter().chain(OWN).collect::<Vec<_>>()).prop_shuffle());
    let orders = vec(maybe(select(vec!["label", "count"])), known.len() + OWN.len());
    (keys, any::<bool>(), orders, maybe(1..4u32)).prop_map(|(keys, is_declared, orders, show)| {
        if !is_declared {
            return Vec::new();
        }
        let declared = keys.into_iter().zip(orders).map(|(key, order)| {
            let label = OWN.contains(&key).then(|| format!("The {key}"));
            json!({"key": key, "label": label, "order": order, "show": show})
        });
        declared.collect()
    })
}

fn archives() -> impl Strategy<Value = Collection> {
    declarations().prop_flat_map(|facets| {
        let has_own = !facets.is_empty();
        (Just(facets), vec(meeting(has_own), 0..70)).prop_map(|(facets, mut meetings)| {
            for (index, meeting) in meetings.iter_mut().enumerate() {
                meeting["id"] = format!("m{index}").into();
            }
            let dataset = json!({
                "version": 1, "title": "Made up", "language": "en", "facets": facets, "meetings": meetings,
                "themes": [{"id": "t0", "label": "Theme 0"}, {"id": "t1", "label": "Theme 1"}, {"id": "t2", "label": "Theme 2"}],
                "places": [{"id": "p0", "name": "Alta", "country": "NO"}, {"id": "p1", "name": "Kemi", "country": "FI"},
                    {"id": "p2", "name": "Nowhere"}],
                "people": [{"id": "n0", "name": "Ann"}, {"id": "n1", "name": "Bo"}, {"id": "n2", "name": "Cy"}],
            });
            let collection = collection(&dataset.to_string());
            assert_eq!(collection.archive.problems, []);
            collection
        })
    })
}

/// All years in which a meeting was held.
fn naive_years(collection: &Collection, position: usize) -> Vec<i16> {
    let record = &collection.archive.meetings[position].record;
    let year = |text: &str| text.parse::<i16>().unwrap();
    (year(&record.start)..=record.end.as_deref().map_or(year(&record.start), year)).collect()
}

/// The labels of a meeting's values in a facet, written down anew from the contract.
fn naive_values(collection: &Collection, position: usize, key: &str) -> Vec<String> {
    let record = &collection.archive.meetings[position].record;
    let items = || record.agenda.iter();
    let documents = || record.documents.iter().chain(items().flat_map(|item| &item.documents));
    let people = || record.people.iter().chain(items().flat_map(|item| &item.people));
    let places = || record.place.iter().chain(&record.places);
    let mut values: Vec<String> = match key {
        "theme" => record.themes.iter().map(|theme| theme.replace('t', "Theme ")).collect(),
        "year" => naive_years(collection, position).iter().map(ToString::to_string).collect(),
        "country" => places()
            .filter_map(|place| match place.as_str() {
                "p0" => Some("Norway".to_owned()),
                "p1" => Some("Finland".to_owned()),
                _ => None,
            })
            .collect(),
        "place" => {
            places().map(|place| ["Alta", "Kemi", "Nowhere"][place[1..].parse::<usize>().unwrap()].to_owned()).collect()
        }
        "format" => record.format.iter().cloned().collect(),
        "document" => documents().flat_map(|document| document.kind.as_slice()).cloned().collect(),
        "language" => documents()
            .flat_map(|document| &document.languages)
            .map(|tag| if tag == "en" { "English" } else { "Russian" }.to_owned())
            .collect(),
        "status" => {
            record.status.iter().map(|status| format!("{}{}", status[..1].to_uppercase(), &status[1..])).collect()
        }
        "person" => people()
            .filter(|of| !matches!(of.part.as_deref(), Some("absent" | "excused")))
            .map(|of| ["Ann", "Bo", "Cy"][of.person[1..].parse::<usize>().unwrap()].to_owned())
            .collect(),
        "access" if documents().any(|of| of.url.is_some() || of.file.is_some()) => vec!["Can be opened".to_owned()],
        "access" if documents().next().is_some() => vec!["Known only".to_owned()],
        "access" => vec![],
        own => record
            .facets
            .iter()
            .filter(|(key, _)| key == own)
            .flat_map(|(_, texts)| texts.as_slice())
            .cloned()
            .collect(),
    };
    values.sort();
    values.dedup();
    if values.is_empty() { vec!["Not recorded".to_owned()] } else { values }
}

fn naive_passes(collection: &Collection, position: usize, query: &Query, facet: &Facet) -> bool {
    let ticked = query.values(&facet.key);
    let values = naive_values(collection, position, &facet.key);
    let (from, to) = if facet.key == "year" { query.years() } else { (None, None) };
    let ranged = from.is_some() || to.is_some();
    let is_in = |year: &i16| from.is_none_or(|from| from <= *year) && to.is_none_or(|to| *year <= to);
    let in_range = ranged && naive_years(collection, position).iter().any(is_in);
    let is_ticked =
        |label: &String| facet.values.iter().any(|value| value.label == *label && ticked.contains(&value.id));
    (ticked.is_empty() && !ranged) || in_range || values.iter().any(is_ticked)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn counts_and_rows_agree_with_a_naive_reading(
        collection in archives(),
        ticked in vec((0..9usize, 0..6usize), 0..4),
        years in (proptest::option::of(1999..2008i16), proptest::option::of(1999..2008i16)),
        text in "([x-z]{1,2})?",
        page in 1..3usize,
    ) {
        let facets = &collection.catalogue.facets;
        let mut query = Query::default().with_text(&text).with_years(years.0, years.1);
        for (facet, value) in ticked {
            if let Some(facet) = facets.all().get(facet) && let Some(value) = facet.values.get(value) {
                query = facets.with_value(&query, facet, &value.id, true);
            }
        }
        let shown = explore(&collection.catalogue, &query.with_page(page));
        let query = &shown.query;
        // What is understood stands in one order.
        prop_assert_eq!(&explore(&collection.catalogue, &Query::parse(&query.to_string())).query, query);
        let matches = |position: usize| {
            let words = collection.archive.meetings[position].record.title.split(' ').any(|word| word.starts_with(&text));
            text.is_empty() || words
        };
        let all = 0..collection.archive.meetings.len();
        let found: Vec<usize> = all.clone().filter(|position| {
            matches(*position) && facets.all().iter().all(|facet| naive_passes(&collection, *position, query, facet))
        }).collect();
        prop_assert_eq!(shown.found, found.len());
        prop_assert_eq!(shown.pages, found.len().div_ceil(PAGE_SIZE).max(1));
        let on_page = if query.page() < shown.pages { PAGE_SIZE } else { found.len() - (query.page() - 1) * PAGE_SIZE };
        prop_assert_eq!(shown.rows.len(), on_page);
        for (facet, counts) in facets.all().iter().zip(&shown.counts) {
            prop_assert_eq!(facet.values.len(), counts.len());
            for (value, count) in facet.values.iter().zip(counts) {
                let others = |position: &usize| {
                    facets.all().iter().all(|of| of.key == facet.key || naive_passes(&collection, *position, query, of))
                };
                let expected = all.clone().filter(|position| {
                    matches(*position) && naive_values(&collection, *position, &facet.key).contains(&value.label) && others(position)
                }).count();
                prop_assert_eq!(*count, expected, "{} {}", facet.key, value.label);
            }
        }
    }

    #[test]
    fn every_value_has_an_id_of_its_own(collection in archives()) {
        for facet in collection.catalogue.facets.all() {
            let mut ids: Vec<&str> = facet.values.iter().map(|value| value.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            prop_assert_eq!(ids.len(), facet.values.len(), "{:?}", facet.values);
        }
    }

    #[test]
    fn the_histogram_counts_every_year_in_which_a_meeting_was_held(collection in archives()) {
        let Some(years) = collection.catalogue.facets.get("year") else { return Ok(()) };
        let Some((first, last)) = span(years) else { return Ok(()) };
        let held = |year: i16| (0..collection.archive.meetings.len()).filter(|at| naive_years(&collection, *at).contains(&year)).count();
        let most = (first..=last).map(held).max().unwrap();
        let expected: Vec<usize> = (first..=last).map(|year| (held(year) * HIGHEST).div_ceil(most)).collect();
        let heights: Vec<usize> = bars(years, &years.totals).iter().map(|bar| bar.height).collect();
        prop_assert_eq!(heights, expected);
    }
}
