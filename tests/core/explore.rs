//! What the explorer shows for a query.

use meetings::core::archive::Archive;
use meetings::core::explore::{Notice, PAGE_SIZE, Row, Shown, explore};
use meetings::core::facet::Facet;
use meetings::core::query::Query;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::dataset::shipped;

fn show(archive: &Archive, query: &str) -> Shown {
    explore(&archive.catalogue, &Query::parse(query))
}

/// The ids shown, with gaps as their numbers.
fn ids(archive: &Archive, query: &str) -> Vec<String> {
    let name = |row: &Row| match row {
        Row::Meeting(position) => archive.meetings[*position].record.id.clone(),
        Row::Gap(position) => archive.gaps[*position].1.number.to_string(),
    };
    show(archive, query).rows.iter().map(name).collect()
}

fn count(archive: &Archive, query: &str, facet: Facet, id: &str) -> usize {
    show(archive, query).counts[facet as usize][archive.catalogue.facets.get(facet).position(id).unwrap()]
}

#[test]
fn the_list_is_newest_first_with_the_gap_at_its_place() {
    let archive = shipped();
    let newest = ids(&archive, "");
    assert_eq!(newest[..3], ["2011-haparanda", "7", "2007-saariselka"]);
    assert_eq!(newest.len(), 8);
    let mut oldest = ids(&archive, "sort=oldest");
    oldest.reverse();
    assert_eq!(oldest, newest);
    assert_eq!(show(&archive, "").found, 7);
}

#[test]
fn a_gap_is_shown_only_in_the_whole_series() {
    let archive = shipped();
    for query in ["sort=title", "q=meeting", "country=FI", "from=2000", "q=7th"] {
        assert!(!ids(&archive, query).contains(&"7".to_owned()), "{query}");
    }
}

#[test]
fn filters_find_what_the_archive_holds() {
    let archive = shipped();
    for (query, expected) in [
        ("theme=investment", &["2011-haparanda"][..]),
        ("year=2005", &["2005-st-petersburg", "2005-oslo"]),
        ("country=RU&year=2004", &["2004-petrozavodsk"]),
        ("theme=none", &["2006-rovaniemi", "2005-st-petersburg", "2005-oslo", "2004-stockholm"]),
        ("theme=smes&theme=mining", &["2007-saariselka", "2004-petrozavodsk"]),
        ("from=2005&to=2006", &["2006-rovaniemi", "2005-st-petersburg", "2005-oslo"]),
        ("from=2007", &["2011-haparanda", "2007-saariselka"]),
        ("year=2011&to=2004", &["2011-haparanda", "2004-petrozavodsk", "2004-stockholm"]),
        ("format=roundtable", &["2005-st-petersburg"]),
        ("language=ru", &["2006-rovaniemi", "2005-st-petersburg"]),
        ("document=conclusions", &["2004-petrozavodsk", "2004-stockholm"]),
        ("place=oslo&place=haparanda", &["2011-haparanda", "2005-oslo"]),
        ("q=saariselka", &["2007-saariselka"]),
        ("q=tuomioja", &["2006-rovaniemi"]),
        ("q=Петрозаводск", &["2004-petrozavodsk"]),
        ("q=петроз", &["2004-petrozavodsk"]),
        ("q=SUOLOČIELGI", &["2007-saariselka"]),
        ("q=pietari", &["2005-st-petersburg"]),
        ("q=forest+mining", &["2004-petrozavodsk"]),
        ("q=fore+mining", &[]),
        ("q=fores+mining", &["2004-petrozavodsk"]),
        ("q=andersson&sort=oldest", &["2004-petrozavodsk", "2005-oslo"]),
        ("q=nothing+like+it", &[]),
    ] {
        assert_eq!(ids(&archive, query), expected, "{query}");
    }
}

#[test]
fn counts_say_what_a_value_would_show() {
    let archive = shipped();
    // Under Russia both years of its meetings count, and so do the other countries of the years ticked.
    assert_eq!(count(&archive, "country=RU", Facet::Year, "2004"), 1);
    assert_eq!(count(&archive, "country=RU", Facet::Country, "SE"), 2);
    assert_eq!(count(&archive, "country=RU&year=2004", Facet::Country, "SE"), 1);
    assert_eq!(count(&archive, "country=RU&year=2004", Facet::Year, "2011"), 0);
    assert_eq!(count(&archive, "q=tuomioja", Facet::Theme, "none"), 1);
    assert_eq!(count(&archive, "", Facet::Theme, "none"), 4);
}

#[test]
fn what_the_archive_does_not_know_is_named_and_skipped() {
    let archive = shipped();
    for (query, notice) in [
        ("theme=fishing", Notice::UnknownValue(Facet::Theme, "fishing".to_owned())),
        ("year=none", Notice::UnknownValue(Facet::Year, "none".to_owned())),
        ("page=2", Notice::PastTheEnd(2, 1)),
        ("from=2011&to=2004", Notice::YearsReversed(2011, 2004)),
        ("sort=best", Notice::Unread("sort", "best".to_owned())),
        ("view=map", Notice::Unread("view", "map".to_owned())),
    ] {
        let shown = show(&archive, query);
        assert_eq!((shown.notices, shown.found), (vec![notice], 7), "{query}");
        assert_eq!(shown.query.to_string(), "", "{query}");
    }
    assert_eq!(show(&archive, "theme=fishing&theme=mining").query.to_string(), "theme=mining");
}

#[test]
fn values_stand_in_the_facets_order_in_the_address() {
    let archive = shipped();
    assert_eq!(
        show(&archive, "year=2011&year=2004&theme=mining&theme=investment").query.to_string(),
        "theme=investment&theme=mining&year=2004&year=2011"
    );
    let order = archive.catalogue.facets.get(Facet::Year);
    let query = Query::parse("year=2011").with_value(Facet::Year, "2005", true, order);
    assert_eq!(query.to_string(), "year=2005&year=2011");
    assert_eq!(query.with_value(Facet::Year, "2011", false, order).to_string(), "year=2005");
}

#[test]
fn active_filters_can_each_be_taken_back() {
    let archive = shipped();
    let shown = show(&archive, "q=a&theme=smes&from=2005&to=2011");
    let active = shown.active_filters(&archive.catalogue);
    let texts: Vec<_> = active.iter().map(|filter| meetings::wording::filter(filter.facet, &filter.value)).collect();
    assert_eq!(texts, ["Theme: SMEs", "Year: 2005–2011"]);
    assert_eq!(active[0].without.to_string(), "q=a&from=2005&to=2011");
    assert_eq!(active[1].without.to_string(), "q=a&theme=smes");
}

#[test]
fn the_best_match_comes_first() {
    let archive = made_up(&[
        json!({"id": "in-a-note", "title": "Other", "start": "2009", "notes": ["about forests"]}),
        json!({"id": "in-the-title", "title": "Forests", "start": "2001"}),
        json!({"id": "older", "title": "Forests", "start": "2000"}),
    ]);
    assert_eq!(ids(&archive, "q=forests"), ["in-the-title", "older", "in-a-note"]);
    assert_eq!(ids(&archive, "q=forests&sort=newest"), ["in-a-note", "in-the-title", "older"]);
}

#[test]
fn long_lists_have_pages_and_gaps_stay_with_their_neighbours() {
    let many: Vec<Value> = (1..=120u32)
        .filter(|number| *number != 71)
        .map(|number| json!({"id": format!("m{number}"), "title": "M", "number": number, "start": format!("{:04}", 1800 + number)}))
        .collect();
    let archive = made_up(&many);
    let archive = {
        assert!(archive.gaps.is_empty());
        let mut dataset = dataset(&many);
        dataset["gaps"] = json!([{"number": 71, "title": "71st"}, {"number": 121, "title": "121st"}]);
        Archive::read(&dataset.to_string()).unwrap()
    };
    let pages: Vec<Vec<String>> = ["", "page=2", "page=3"].map(|query| ids(&archive, query)).into();
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [52, 50, 19]);
    assert_eq!(pages[0][..2], ["121", "m120"]);
    let all: Vec<String> = pages.concat();
    let place = all.iter().position(|id| id == "71").unwrap();
    assert_eq!(all[place - 1..=place + 1], ["m72", "71", "m70"]);
    let mut oldest =
        ["sort=oldest", "sort=oldest&page=2", "sort=oldest&page=3"].map(|query| ids(&archive, query)).concat();
    oldest.reverse();
    assert_eq!(oldest, all);
}

fn dataset(meetings: &[Value]) -> Value {
    json!({
        "version": 1, "title": "Made up", "language": "en", "meetings": meetings,
        "themes": [{"id": "t0", "label": "Theme 0"}, {"id": "t1", "label": "Theme 1"}, {"id": "t2", "label": "Theme 2"}],
        "places": [{"id": "p0", "name": "Alta", "country": "NO"}, {"id": "p1", "name": "Kemi", "country": "FI"}, {"id": "p2", "name": "Nowhere"}],
    })
}

fn made_up(meetings: &[Value]) -> Archive {
    let archive = Archive::read(&dataset(meetings).to_string()).unwrap();
    assert_eq!(archive.problems, []);
    archive
}

prop_compose! {
    fn archives()(meetings in vec((2000..2004u32, vec(0..3usize, 0..3), proptest::option::of(0..3usize), proptest::option::of(0..2usize),
        vec((0..3usize, 0..3usize), 0..3), "[x-z]{1,2}( [x-z]{1,2}){0,2}"), 0..70)) -> Archive {
        let meetings: Vec<Value> = meetings.into_iter().enumerate().map(|(index, (year, themes, place, format, documents, title))| {
            let documents: Vec<Value> = documents.into_iter().map(|(kind, language)| {
                let kinds: Vec<_> = ["Speech", "Programme"].into_iter().take(kind).collect();
                let languages: Vec<_> = ["en", "ru"].into_iter().take(language).collect();
                json!({"title": "Paper", "kind": kinds, "languages": languages})
            }).collect();
            let themes: Vec<_> = themes.into_iter().map(|theme| format!("t{theme}")).collect();
            json!({"id": format!("m{index}"), "title": title, "start": year.to_string(), "themes": themes,
                "place": place.map(|place| format!("p{place}")), "format": format.map(|format| ["Seminar", "Round table"][format]),
                "documents": documents})
        }).collect();
        made_up(&meetings)
    }
}

/// The values of a meeting in a facet, written down anew from the contract.
fn naive_values(archive: &Archive, position: usize, facet: Facet) -> Vec<String> {
    let record = &archive.meetings[position].record;
    let mut values: Vec<String> = match facet {
        Facet::Theme => record.themes.clone(),
        Facet::Year => vec![record.start[..4].to_owned()],
        Facet::Country => match record.place.as_deref() {
            Some("p0") => vec!["NO".to_owned()],
            Some("p1") => vec!["FI".to_owned()],
            _ => vec![],
        },
        Facet::Place => record.place.iter().cloned().collect(),
        Facet::Format => record.format.iter().map(|format| format.to_lowercase().replace(' ', "-")).collect(),
        Facet::Document => record
            .documents
            .iter()
            .flat_map(|document| document.kind.as_slice())
            .map(|kind| kind.to_lowercase())
            .collect(),
        Facet::Language => record.documents.iter().flat_map(|document| document.languages.clone()).collect(),
    };
    values.sort();
    values.dedup();
    if values.is_empty() { vec!["none".to_owned()] } else { values }
}

fn naive_passes(archive: &Archive, position: usize, query: &Query, facet: Facet) -> bool {
    let ticked = query.values(facet);
    let values = naive_values(archive, position, facet);
    let year: i16 = archive.meetings[position].record.start[..4].parse().unwrap();
    let (from, to) = if facet == Facet::Year { query.years() } else { (None, None) };
    let ranged = from.is_some() || to.is_some();
    let in_range = ranged && from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to);
    (ticked.is_empty() && !ranged) || in_range || values.iter().any(|value| ticked.contains(value))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn counts_and_rows_agree_with_a_naive_reading(
        archive in archives(),
        ticked in vec((0..7usize, 0..6usize), 0..4),
        years in (proptest::option::of(1999..2005i16), proptest::option::of(1999..2005i16)),
        text in "([x-z]{1,2})?",
        page in 1..3usize,
    ) {
        let mut query = Query::default().with_text(&text).with_years(years.0, years.1);
        for (facet, value) in ticked {
            let facet = Facet::ALL[facet];
            let order = archive.catalogue.facets.get(facet);
            if let Some(value) = order.values.get(value) {
                query = query.with_value(facet, &value.id, true, order);
            }
        }
        let shown = explore(&archive.catalogue, &query.with_page(page));
        let query = &shown.query;
        let matches = |position: usize| {
            let words = archive.meetings[position].record.title.split(' ').any(|word| word.starts_with(&text));
            text.is_empty() || words
        };
        let all = 0..archive.meetings.len();
        let found: Vec<usize> = all.clone().filter(|position| {
            matches(*position) && Facet::ALL.iter().all(|facet| naive_passes(&archive, *position, query, *facet))
        }).collect();
        prop_assert_eq!(shown.found, found.len());
        prop_assert_eq!(shown.pages, found.len().div_ceil(PAGE_SIZE).max(1));
        let on_page = if query.page() < shown.pages { PAGE_SIZE } else { found.len() - (query.page() - 1) * PAGE_SIZE };
        prop_assert_eq!(shown.rows.len(), on_page);
        for facet in Facet::ALL {
            for (at, value) in archive.catalogue.facets.get(facet).values.iter().enumerate() {
                let expected = all.clone().filter(|position| {
                    matches(*position)
                        && naive_values(&archive, *position, facet).contains(&value.id)
                        && Facet::ALL.iter().all(|other| *other == facet || naive_passes(&archive, *position, query, *other))
                }).count();
                prop_assert_eq!(shown.counts[facet as usize][at], expected, "{:?} {}", facet, value.id);
            }
        }
    }

    #[test]
    fn any_address_shows_something(search in "((q|theme|year|from|to|sort|page)=[a-z0-9%+]{0,6}&){0,5}") {
        let archive = shipped();
        let shown = explore(&archive.catalogue, &Query::parse(&search));
        prop_assert!(shown.pages >= 1 && shown.query.page() <= shown.pages);
        prop_assert_eq!(&explore(&archive.catalogue, &shown.query).query, &shown.query);
    }
}
