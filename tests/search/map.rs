//! What the map shows of what is found, against a naive reading.

use std::collections::BTreeSet;

use meetings::core::address::query::Query;
use meetings::core::search::collection::Collection;
use meetings::core::search::explore::explore;
use meetings::core::search::map::gather::{Mark, height, marks, step};
use meetings::core::search::map::picture::Picture;
use meetings::core::search::map::{OnMap, on_map};
use meetings::publish::map::Map;
use meetings::publish::map::svg::svg;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::json;

use crate::support::collection;

/// Places by how far they are apart: the first four in one town, two without coordinates.
const PLACES: [(&str, Option<(f64, f64)>); 9] = [
    ("a", Some((69.0, 20.0))),
    ("b", Some((69.01, 20.01))),
    ("c", Some((69.02, 20.0))),
    ("d", Some((69.0, 20.02))),
    ("e", Some((65.0, 25.0))),
    ("f", Some((60.0, 10.0))),
    ("g", Some((60.0, 30.0))),
    ("h", None),
    ("i", None),
];

prop_compose! {
    /// The places and the theme of a meeting.
    fn meeting()(places in vec(0..PLACES.len(), 0..3), theme in 0..3usize) -> (BTreeSet<usize>, usize) {
        (places.into_iter().collect(), theme)
    }
}

/// An archive of such meetings, one a year.
fn archive(meetings: &[(BTreeSet<usize>, usize)]) -> Collection {
    let places =
        PLACES.map(|(id, at)| json!({"id": id, "name": id, "lat": at.map(|at| at.0), "lon": at.map(|at| at.1)}));
    let meetings = meetings.iter().enumerate().map(|(at, (places, theme))| {
        let places: Vec<&str> = places.iter().map(|at| PLACES[*at].0).collect();
        json!({"id": format!("m{at}"), "title": "x", "start": (2000 + at).to_string(), "places": places,
            "themes": [format!("t{theme}")]})
    });
    let themes = [0, 1, 2].map(|theme| json!({"id": format!("t{theme}"), "label": format!("T{theme}")}));
    let meetings: Vec<_> = meetings.collect();
    let dataset =
        json!({"version": 1, "title": "T", "language": "en", "themes": themes, "places": places, "meetings": meetings});
    collection(&dataset.to_string())
}

/// The map of an archive, as it is published and read again.
fn picture(collection: &Collection) -> Picture {
    let drawn = Map::of(&collection.archive).map(|map| svg(&collection.archive, &map));
    Picture::read(&drawn.unwrap_or_default())
}

fn id<'a>(collection: &'a Collection, on: &OnMap, at: usize) -> &'a str {
    &collection.catalogue.facets.get("place").unwrap().values[on.places[at].value].id
}

fn touch(a: &Mark, b: &Mark) -> bool {
    let (x, y) = (a.x.abs_diff(b.x), a.y.abs_diff(b.y));
    4 * (x * x + y * y) < (a.size + b.size).pow(2)
}

proptest! {
    #[test]
    fn the_map_counts_as_a_naive_reading_does(
        made in vec(meeting(), 1..30),
        chosen in subsequence(vec![0, 3, 4, 5, 7], 0..3),
        theme in proptest::option::of(0..3usize),
        width in 0..900usize,
    ) {
        let collection = archive(&made);
        let chosen: Vec<&str> = chosen.into_iter().map(|at| PLACES[at].0).collect();
        let asked = chosen.iter().map(|id| format!("place={id}&")).collect::<String>();
        let asked = asked + &theme.map(|theme| format!("theme=t{theme}")).unwrap_or_default();
        let shown = explore(&collection.catalogue, &Query::parse(&asked).within(&["theme", "place"]));
        // What no meeting has is no value, and is skipped.
        let known = |id: &&&str| made.iter().any(|(places, _)| places.iter().any(|at| PLACES[*at].0 == **id));
        let chosen: Vec<&str> = chosen.iter().filter(known).copied().collect();
        let theme = theme.filter(|theme| made.iter().any(|(_, of)| of == theme));

        let picture = picture(&collection);
        let on = on_map(&collection.catalogue, collection.catalogue.facets.get("place").unwrap(), &picture, &shown);
        let has_theme = |(_, of): &&(BTreeSet<usize>, usize)| theme.is_none_or(|theme| *of == theme);
        let is_at = |places: &BTreeSet<usize>, ids: &[&str]| places.iter().any(|at| ids.contains(&PLACES[*at].0));
        let count = |ids: &[&str]| made.iter().filter(has_theme).filter(|(places, _)| is_at(places, ids)).count();
        for (place, at) in PLACES {
            let drawn = (0..on.places.len()).find(|at| id(&collection, &on, *at) == place);
            let is_expected = at.is_some() && (count(&[place]) > 0 || chosen.contains(&place));
            prop_assert_eq!(drawn.is_some(), is_expected, "{}", place);
            if let Some(at) = drawn {
                prop_assert_eq!(on.places[at].count, count(&[place]));
                prop_assert_eq!(on.places[at].is_chosen, chosen.contains(&place));
            }
        }
        let is_found = |of: &&(BTreeSet<usize>, usize)| has_theme(of) && (chosen.is_empty() || is_at(&of.0, &chosen));
        let has_spot = |of: &&(BTreeSet<usize>, usize)| of.0.iter().any(|at| PLACES[*at].1.is_some());
        prop_assert_eq!(on.on, made.iter().filter(is_found).filter(has_spot).count());
        prop_assert_eq!(on.on + on.off, shown.found);

        // Each place has one mark, no two marks touch, all stand on the map, and keys lead to each.
        let marks = marks(&on, &picture, width, &|of| "x".repeat(of.len()));
        let mut places: Vec<usize> = marks.iter().flat_map(|mark| mark.places.clone()).collect();
        places.sort_unstable();
        prop_assert_eq!(places, (0..on.places.len()).collect::<Vec<_>>());
        for (at, mark) in marks.iter().enumerate() {
            prop_assert!(mark.x <= width && mark.y <= height(&picture, width));
            prop_assert!(!marks[..at].iter().any(|other| touch(mark, other)), "{:?}", marks);
            prop_assert_eq!(step(&marks, at, "ArrowRight"), Some((at + 1).min(marks.len() - 1)));
            prop_assert_eq!((step(&marks, at, "Home"), step(&marks, at, "End")), (Some(0), Some(marks.len() - 1)));
            prop_assert_eq!(step(&marks, at, "x"), None);
        }
        // Downwards leads from the highest to every other.
        let mut highest = (0..marks.len()).min_by_key(|at| (marks[*at].y, marks[*at].x));
        let mut seen = BTreeSet::new();
        while let Some(at) = highest.filter(|at| seen.insert(*at)) {
            highest = step(&marks, at, "ArrowDown");
        }
        prop_assert_eq!(seen.len(), marks.len());
    }
}

/// The map of an archive with one meeting at each place that has a spot, and what it shows.
fn a_meeting_at_each_place() -> (Picture, OnMap) {
    let each: Vec<(BTreeSet<usize>, usize)> = (0..7).map(|at| (BTreeSet::from([at]), 0)).collect();
    let collection = archive(&each);
    let picture = picture(&collection);
    let shown = explore(&collection.catalogue, &Query::default());
    let on = on_map(&collection.catalogue, collection.catalogue.facets.get("place").unwrap(), &picture, &shown);
    (picture, on)
}

#[test]
fn of_places_with_as_many_meetings_the_longest_name_has_its_side_first() {
    let (picture, on) = a_meeting_at_each_place();
    for width in [200, 300, 400, 500, 600] {
        for long in 0..on.places.len() {
            let name = |of: &[usize], rest: usize| "x".repeat(if of.contains(&long) { width / 20 } else { rest });
            let is_named = |rest: usize| {
                let marks = marks(&on, &picture, width, &|of| name(of, rest));
                marks.iter().any(|mark| mark.places.contains(&long) && mark.name.is_some())
            };
            // The others being short or as good as absent makes no difference to it.
            assert_eq!(is_named(width / 20 - 1), is_named(0), "{long} of {width}");
        }
    }
}

#[test]
fn places_of_one_town_share_a_mark_and_a_large_map_has_them_apart() {
    let (picture, on) = a_meeting_at_each_place();
    let together = |width: usize| {
        marks(&on, &picture, width, &|_| String::new()).iter().map(|mark| mark.places.len()).collect::<Vec<_>>()
    };
    let mut at_first = together(900);
    at_first.sort_unstable();
    assert_eq!(at_first, [1, 1, 1, 4]);
    assert_eq!(together(1).len(), 1);
}
