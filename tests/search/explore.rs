//! What the explorer shows for a query.

use meetings::core::address::query::Query;
use meetings::core::address::view::View;
use meetings::core::search::collection::Collection;
use meetings::core::search::explore::{Row, Shown, explore};
use meetings::core::search::filter::{Notice, active_filters};
use meetings::core::search::ways_out::ways_out;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::{collection as read, shipped_collection};

fn show(collection: &Collection, query: &str) -> Shown {
    explore(&collection.catalogue, &Query::parse(query))
}

/// The ids shown, with gaps as their numbers.
fn ids(collection: &Collection, query: &str) -> Vec<String> {
    let name = |row: &Row| match row {
        Row::Meeting(position) => collection.archive.meetings[*position].record.id.clone(),
        Row::Gap(position) => collection.archive.gaps[*position].1.number.to_string(),
    };
    show(collection, query).rows.iter().map(name).collect()
}

fn count(collection: &Collection, query: &str, facet: &str, id: &str) -> usize {
    let at = position(collection, facet);
    show(collection, query).counts[at][collection.catalogue.facets.all()[at].position(id).unwrap()]
}

/// The position of the facet with this key.
fn position(collection: &Collection, key: &str) -> usize {
    collection.catalogue.facets.all().iter().position(|facet| facet.key == key).unwrap()
}

#[test]
fn the_list_is_newest_first_with_the_gap_at_its_place() {
    let collection = shipped_collection();
    let newest = ids(&collection, "");
    assert_eq!(newest[..3], ["2011-haparanda", "7", "2007-saariselka"]);
    assert_eq!(newest.len(), 8);
    let mut oldest = ids(&collection, "sort=oldest");
    oldest.reverse();
    assert_eq!(oldest, newest);
    assert_eq!(show(&collection, "").found, 7);
}

#[test]
fn a_gap_is_shown_only_in_the_whole_series() {
    let collection = shipped_collection();
    for query in ["sort=title", "q=meeting", "country=FI", "from=2000", "q=7th"] {
        assert!(!ids(&collection, query).contains(&"7".to_owned()), "{query}");
    }
}

#[test]
fn filters_find_what_the_archive_holds() {
    let collection = shipped_collection();
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
        assert_eq!(ids(&collection, query), expected, "{query}");
    }
}

#[test]
fn counts_say_what_a_value_would_show() {
    let collection = shipped_collection();
    // Under Russia both years of its meetings count, and so do the other countries of the years ticked.
    assert_eq!(count(&collection, "country=RU", "year", "2004"), 1);
    assert_eq!(count(&collection, "country=RU", "country", "SE"), 2);
    assert_eq!(count(&collection, "country=RU&year=2004", "country", "SE"), 1);
    assert_eq!(count(&collection, "country=RU&year=2004", "year", "2011"), 0);
    assert_eq!(count(&collection, "q=tuomioja", "theme", "none"), 1);
    assert_eq!(count(&collection, "", "theme", "none"), 4);
}

#[test]
fn what_the_archive_does_not_know_is_named_and_skipped() {
    let collection = shipped_collection();
    for (query, notice) in [
        ("theme=fishing", Notice::UnknownValue("Theme".to_owned(), "fishing".to_owned())),
        ("year=none", Notice::UnknownValue("Year".to_owned(), "none".to_owned())),
        ("page=2", Notice::PastTheEnd(2, 1)),
        ("from=2011&to=2004", Notice::YearsReversed(2011, 2004)),
        ("sort=best", Notice::Unread("sort", "best".to_owned())),
        ("view=globe", Notice::Unread("view", "globe".to_owned())),
    ] {
        let shown = show(&collection, query);
        assert_eq!((shown.notices, shown.found), (vec![notice], 7), "{query}");
        assert_eq!(shown.query.to_string(), "", "{query}");
    }
    assert_eq!(show(&collection, "theme=fishing&theme=mining").query.to_string(), "theme=mining");
}

#[test]
fn values_stand_in_the_facets_order_in_the_address() {
    let collection = shipped_collection();
    assert_eq!(
        show(&collection, "year=2011&year=2004&theme=mining&theme=investment").query.to_string(),
        "theme=investment&theme=mining&year=2004&year=2011"
    );
    let facets = &collection.catalogue.facets;
    let years = facets.get("year").unwrap();
    let query = facets.with_value(&Query::parse("year=2011"), years, "2005", true);
    assert_eq!(query.to_string(), "year=2005&year=2011");
    assert_eq!(facets.with_value(&query, years, "2011", false).to_string(), "year=2005");
}

#[test]
fn active_filters_can_each_be_taken_back() {
    let collection = shipped_collection();
    let shown = show(&collection, "q=a&theme=smes&from=2005&to=2011");
    let active = active_filters(&collection.catalogue, &shown.query);
    let texts: Vec<_> =
        active.iter().map(|filter| meetings::language::messages::filter(&filter.facet, &filter.value)).collect();
    assert_eq!(texts, ["Theme: SMEs", "Year: 2005–2011"]);
    assert_eq!(active[0].without.to_string(), "q=a&from=2005&to=2011");
    assert_eq!(active[1].without.to_string(), "q=a&theme=smes");
}

#[test]
fn the_best_match_comes_first() {
    let collection = made_up(&[
        json!({"id": "in-a-note", "title": "Other", "start": "2009", "notes": ["about forests"]}),
        json!({"id": "in-the-title", "title": "Forests", "start": "2001"}),
        json!({"id": "older", "title": "Forests", "start": "2000"}),
    ]);
    assert_eq!(ids(&collection, "q=forests"), ["in-the-title", "older", "in-a-note"]);
    assert_eq!(ids(&collection, "q=forests&sort=newest"), ["in-a-note", "in-the-title", "older"]);
}

#[test]
fn long_lists_have_pages_and_gaps_stay_with_their_neighbours() {
    let many: Vec<Value> = (1..=120u32)
        .filter(|number| *number != 71)
        .map(|number| json!({"id": format!("m{number}"), "title": "M", "number": number, "start": format!("{:04}", 1800 + number)}))
        .collect();
    let collection = made_up(&many);
    let collection = {
        assert!(collection.archive.gaps.is_empty());
        let mut dataset = dataset(&many);
        dataset["gaps"] = json!([{"number": 71, "title": "71st"}, {"number": 121, "title": "121st"}]);
        read(&dataset.to_string())
    };
    let pages: Vec<Vec<String>> = ["", "page=2", "page=3"].map(|query| ids(&collection, query)).into();
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [52, 50, 19]);
    assert_eq!(pages[0][..2], ["121", "m120"]);
    let all: Vec<String> = pages.concat();
    let place = all.iter().position(|id| id == "71").unwrap();
    assert_eq!(all[place - 1..=place + 1], ["m72", "71", "m70"]);
    let mut oldest =
        ["sort=oldest", "sort=oldest&page=2", "sort=oldest&page=3"].map(|query| ids(&collection, query)).concat();
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

fn made_up(meetings: &[Value]) -> Collection {
    let collection = read(&dataset(meetings).to_string());
    assert_eq!(collection.archive.problems, []);
    collection
}

proptest! {
    #[test]
    fn any_address_shows_something(search in "((q|theme|year|from|to|sort|page)=[a-z0-9%+]{0,6}&){0,5}") {
        let collection = shipped_collection();
        let shown = explore(&collection.catalogue, &Query::parse(&search));
        prop_assert!(shown.pages >= 1 && shown.query.page() <= shown.pages);
        prop_assert_eq!(&explore(&collection.catalogue, &shown.query).query, &shown.query);
    }
}

#[test]
fn a_meeting_with_a_time_is_found_by_its_day_and_its_time_and_the_newest_stands_first() {
    let dataset = json!({"version": 1, "title": "T", "language": "en", "meetings": [
        {"id": "late", "title": "M", "start": "2016-01-15T16:30+01:00", "end": "2016-01-15T18:45+01:00"},
        {"id": "early", "title": "M", "start": "2016-01-15T09:15"},
        {"id": "day", "title": "M", "start": "2016-01-15"},
        {"id": "long", "title": "M", "start": "2016-01-14T09:15", "end": "2016-01-16T12:00"},
        {"id": "other", "title": "M", "start": "2016-01-16T16:30Z"},
    ]});
    let collection = read(&dataset.to_string());
    for (query, expected) in [
        ("", &["other", "late", "early", "day", "long"][..]),
        ("sort=oldest", &["long", "day", "early", "late", "other"]),
        ("q=15.1.2016&sort=oldest", &["long", "day", "early", "late"]),
        ("q=16:30&sort=oldest", &["late", "other"]),
        ("q=18:45", &["late"]),
        ("year=2016&q=2016-01-14", &["long"]),
    ] {
        assert_eq!(ids(&collection, query), expected, "{query}");
    }
    assert_eq!(show(&collection, "").without_days, 0);
}

#[test]
fn where_nothing_is_found_what_finds_something_is_offered() {
    let collection = shipped_collection();
    let offered = |query: &str| {
        let shown = show(&collection, query);
        assert_eq!(shown.found, 0, "{query}");
        let (ways, lacking) = ways_out(&collection.catalogue, &shown.query);
        assert!(lacking.is_empty());
        for way in &ways {
            assert_eq!(explore(&collection.catalogue, &way.query).found, way.found, "{query}: {}", way.query);
        }
        ways.iter().map(|way| way.query.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(offered("q=stokhlom"), ["q=stockholm"]);
    assert_eq!(offered("q=oslo&country=RU"), ["q=oslo", "country=RU"]);
    assert_eq!(offered("q=oslo&country=RU&year=2004"), ["q=oslo", "year=2004&country=RU"]);
    assert_eq!(offered("country=RU&year=2011"), ["country=RU", "year=2011"]);
    assert_eq!(offered("q=zzzzzz"), [""; 0]);
}

#[test]
fn a_map_is_a_view_only_of_an_archive_whose_places_are_known() {
    let nowhere = read(
        r#"{ "version": 1, "title": "T", "language": "en", "meetings": [{ "id": "a", "title": "A", "start": "2001" }] }"#,
    );
    let shown = show(&nowhere, "view=map");
    assert_eq!(shown.notices, [Notice::NoMap]);
    assert_eq!(shown.query.view(), View::List);
    let shown = show(&shipped_collection(), "view=map&country=RU");
    assert_eq!((shown.notices, shown.query.view()), (vec![], View::Map));
    assert_eq!(shown.all.count_ones(..), shown.found);
}
