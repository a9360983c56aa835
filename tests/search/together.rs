//! Who met whom, and what was held where, against a naive reading of the records.

use std::collections::{BTreeMap, BTreeSet};

use meetings::core::address::route::{Kind, Order, Route};
use meetings::core::archive::Archive;
use meetings::core::search::collection::Collection;
use meetings::core::search::entry::Entry;
use meetings::core::search::offices::offices;
use meetings::core::search::pieces::write::{SIZES, files as pieces_of};
use meetings::core::search::together::{Attended, Met, Seen, Together};
use meetings::language::NAMES;
use proptest::collection::vec;
use proptest::option::of as maybe;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::support::{collection, kept};

/// How many people and places there are; one more of each is named and is not there.
const COUNT: usize = 6;

/// Names of which two are the same, and one begins with a sign that is passed over.
const NAMES_OF: [&str; COUNT] = ["Åse", "Bo", "Bo", "Ann", "“Cy”", "Émile"];

prop_compose! {
    fn meeting()(
        start in 2000..2003u32,
        people in vec((0..=COUNT, maybe(select(vec!["absent", "excused", "Absent ", "Chair"])), any::<bool>()), 0..9),
        places in vec(0..=COUNT, 0..3),
    ) -> Value {
        let (mut of_meeting, mut of_item) = (Vec::new(), Vec::new());
        for (person, part, is_of_item) in people {
            let person = json!({"person": format!("n{person}"), "part": part, "office": format!("Office {person}")});
            if is_of_item { of_item.push(person) } else { of_meeting.push(person) }
        }
        let places: Vec<String> = places.into_iter().map(|place| format!("p{place}")).collect();
        json!({"title": "M", "start": start.to_string(), "people": of_meeting, "places": places,
            "agenda": [{"title": "Item", "people": of_item}]})
    }
}

fn archive(meetings: Vec<Value>) -> Archive {
    let meetings = meetings.into_iter().enumerate().map(|(at, mut meeting)| {
        meeting["id"] = format!("m{at}").into();
        meeting
    });
    let people: Vec<Value> = (0..COUNT).map(|at| json!({"id": format!("n{at}"), "name": NAMES_OF[at]})).collect();
    let places: Vec<Value> =
        (0..COUNT).map(|at| json!({"id": format!("p{at}"), "name": format!("Place {at}")})).collect();
    let dataset = json!({"version": 1, "title": "T", "language": "en", "people": people, "places": places,
        "meetings": meetings.collect::<Vec<_>>()});
    kept(&dataset.to_string())
}

/// Who was at a meeting, and who is named by it, by position.
fn people_of(archive: &Archive, meeting: usize) -> (BTreeSet<usize>, BTreeSet<usize>) {
    let all = archive.meetings[meeting].record.all_people();
    let all: Vec<(usize, bool)> =
        all.filter_map(|of| Some((archive.person_position(&of.person)?, of.was_there()))).collect();
    (all.iter().filter(|of| of.1).map(|of| of.0).collect(), all.iter().map(|of| of.0).collect())
}

proptest! {
    #[test]
    fn who_met_whom_is_what_a_naive_reading_counts(meetings in vec(meeting(), 0..12)) {
        let archive = archive(meetings);
        let together = Together::new(&archive, &NAMES);
        let all = 0..archive.meetings.len();
        let by_name = together.table(Kind::People, Order::Name);
        let rank = |at: usize| by_name.iter().position(|of| *of == at).unwrap();
        for one in 0..COUNT {
            let named: Vec<Attended> = all.clone().filter(|at| people_of(&archive, *at).1.contains(&one))
                .map(|meeting| Attended { meeting, was_there: people_of(&archive, meeting).0.contains(&one) }).collect();
            prop_assert_eq!(together.meetings(Kind::People, one), named.clone());
            let there: Vec<usize> = named.iter().filter(|of| of.was_there).map(|of| of.meeting).collect();
            let seen = Seen { meetings: there.len(), first: there.first().copied(), last: there.last().copied() };
            prop_assert_eq!(together.seen(Kind::People, one), seen);
            let mut met: BTreeMap<usize, usize> = BTreeMap::new();
            for meeting in &there {
                people_of(&archive, *meeting).0.into_iter().filter(|of| *of != one).for_each(|of| *met.entry(of).or_default() += 1);
            }
            let mut met: Vec<Met> = met.into_iter().map(|(person, meetings)| Met { person, meetings }).collect();
            met.sort_by_key(|of| (usize::MAX - of.meetings, rank(of.person)));
            prop_assert_eq!(together.met(one), met.clone());
            for other in (0..COUNT).filter(|of| *of != one) {
                let both: Vec<usize> = all.clone().filter(|at| { let (there, _) = people_of(&archive, *at); there.contains(&one) && there.contains(&other) }).collect();
                prop_assert_eq!(both.len(), met.iter().find(|of| of.person == other).map_or(0, |of| of.meetings));
                prop_assert_eq!(together.both(one, other), both);
            }
        }
        // The picture shows some of them, in any order.
        let shown = [4, 0, 3];
        for (one, other, count) in together.pairs(&shown) {
            prop_assert!(one < other);
            prop_assert_eq!(count, together.both(shown[one], shown[other]).len());
        }
        let met = shown.iter().enumerate().flat_map(|(at, one)| shown[at + 1..].iter().map(move |other| (*one, *other)));
        prop_assert_eq!(together.pairs(&shown).len(), met.filter(|(one, other)| !together.both(*one, *other).is_empty()).count());
    }

    #[test]
    fn places_have_the_meetings_that_name_them_and_tables_stand_in_order(meetings in vec(meeting(), 0..12)) {
        let archive = archive(meetings);
        let together = Together::new(&archive, &NAMES);
        for place in 0..COUNT {
            let id = format!("p{place}");
            let held: Vec<usize> = (0..archive.meetings.len()).filter(|at| archive.meetings[*at].record.place_ids().contains(&id)).collect();
            prop_assert_eq!(together.meetings(Kind::Places, place).iter().map(|of| of.meeting).collect::<Vec<_>>(), held);
        }
        for kind in Kind::ALL {
            for order in Order::ALL {
                let table = together.table(kind, order);
                prop_assert_eq!(table.iter().collect::<BTreeSet<_>>().len(), COUNT);
                for pair in table.windows(2) {
                    let [a, b] = [pair[0], pair[1]].map(|at| together.seen(kind, at));
                    match order {
                        Order::Name => {}
                        Order::Meetings => prop_assert!(a.meetings >= b.meetings),
                        Order::First => prop_assert!(b.first.is_none() || a.first.is_some_and(|at| Some(at) <= b.first)),
                        Order::Last => prop_assert!(a.last >= b.last),
                    }
                }
            }
        }
        let names: Vec<&str> = together.table(Kind::People, Order::Name).into_iter().map(|at| archive.people()[at].id.as_str()).collect();
        prop_assert_eq!(names, ["n3", "n0", "n1", "n2", "n4", "n5"]);
    }
}

#[test]
fn an_office_is_recorded_from_its_first_to_its_last_meeting() {
    let meeting = |start: &str, person: Value| json!({"title": "M", "start": start, "people": [person]});
    let archive = archive(vec![
        meeting("2001", json!({"person": "n0", "office": "Mayor", "organisation": "Town"})),
        meeting("2003", json!({"person": "n0", "office": "Minister"})),
        meeting("2004", json!({"person": "n0"})),
        meeting("2005", json!({"person": "n0", "office": "Mayor", "organisation": "Town", "part": "excused"})),
        // Whoever is known by office alone is nobody.
        meeting("2006", json!({"office": "Governor"})),
    ]);
    let together = Together::new(&archive, &NAMES);
    let offices: Vec<_> =
        offices(&archive, &together, 0).iter().map(|of| (of.office, of.organisation, of.first, of.last)).collect();
    assert_eq!(offices, [(Some("Mayor"), Some("Town"), 2001, 2005), (Some("Minister"), None, 2003, 2003)]);
    assert_eq!(together.seen(Kind::People, 0).meetings, 3);
    let with_meetings = (0..COUNT).filter(|at| !together.meetings(Kind::People, *at).is_empty()).count();
    assert_eq!(with_meetings, 1);
}

#[test]
fn a_page_of_a_person_has_fifty_meetings_and_unknown_ids_have_none() {
    let meeting = || json!({"title": "M", "start": "2001", "people": ["n0"], "place": "p0"});
    let archive = archive((0..101).map(|_| meeting()).collect());
    let together = Together::new(&archive, &NAMES);
    let page = |path: &str| {
        Entry::find(&archive, &together, &Route::parse(path, "")).map(|entry| (entry.pages(), entry.meetings().len()))
    };
    assert_eq!(page("/people/n0/"), Some((3, 50)));
    assert_eq!(page("/people/n0/3/"), Some((3, 1)));
    assert_eq!(page("/places/p0/2/"), Some((3, 50)));
    // Who is listed and named nowhere has a page without meetings.
    assert_eq!(page("/people/n1/"), Some((1, 0)));
    for path in ["/people/n0/4/", "/people/nobody/", "/places/n0/", "/themes/n0/"] {
        assert_eq!(page(path), None, "{path}");
    }
}

/// Numbers that are the same on every run.
struct Seed(u64);

impl Seed {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn many_thousand_attendances_are_counted_as_a_naive_reading_counts_them() {
    let mut seed = Seed(15);
    let (people, meetings) = (3000, 3000);
    let meeting = |seed: &mut Seed, at: usize| {
        // Some come often, most seldom.
        let there: Vec<String> = (0..11)
            .map(|_| {
                let most = 1 + seed.below(people);
                format!("n{}", seed.below(most))
            })
            .collect();
        json!({"id": format!("m{at}"), "title": "M", "start": "2001", "people": there})
    };
    let meetings: Vec<Value> = (0..meetings).map(|at| meeting(&mut seed, at)).collect();
    let listed: Vec<Value> = (0..people).map(|at| json!({"id": format!("n{at}"), "name": format!("N {at}")})).collect();
    let dataset = json!({"version": 1, "title": "T", "language": "en", "people": listed, "meetings": meetings});
    let archive = Archive::read(&dataset.to_string()).unwrap();
    let together = Together::new(&archive, &NAMES);
    for one in [0, 1, 17, 2999] {
        let mut counts = vec![0; people as usize];
        for at in 0..archive.meetings.len() {
            let (there, _) = people_of(&archive, at);
            if there.contains(&one) {
                there.into_iter().for_each(|of| counts[of] += 1);
            }
        }
        counts[one] = 0;
        let met = together.met(one);
        assert_eq!(met.len(), counts.iter().filter(|count| **count > 0).count());
        assert!(met.iter().all(|of| counts[of.person] == of.meetings), "{one}");
    }
}

#[test]
fn where_nothing_of_people_is_published_no_piece_of_the_index_names_them() {
    let pieces = |people_pages: bool| {
        let dataset = json!({"version": 1, "title": "T", "language": "en", "people_pages": people_pages,
            "facets": [{"key": "year"}, {"key": "person"}], "people": [{"id": "zq", "name": "Zebulon Quirk"}],
            "meetings": [{"id": "m", "title": "M", "start": "2001", "people": [{"person": "zq", "office": "Locksmith"}]}]});
        let Collection { catalogue, .. } = collection(&dataset.to_string());
        let files = pieces_of(&catalogue, SIZES)
            .into_iter()
            .map(|(_, content)| String::from_utf8_lossy(&content).to_lowercase());
        files.collect::<String>()
    };
    for word in ["zebulon", "quirk", "locksmith"] {
        assert!(pieces(true).contains(word) && !pieces(false).contains(word), "{word}");
    }
}
