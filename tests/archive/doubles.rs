//! Records that likely tell the same are named, and nothing is lost by it.

use std::time::{Duration, Instant};

use meetings::core::archive::Archive;
use meetings::core::archive::check::doubles::doubles;
use meetings::core::archive::problem::{Fault, Problem};
use meetings::core::archive::reading::read_dataset;
use serde_json::{Value, json};

use crate::support::kept;

/// The doubles in a dataset with these lists: the path of the later and that of the earlier.
fn pairs(lists: &Value) -> Vec<(String, String)> {
    let mut dataset = json!({"version": 1, "title": "T", "language": "en"});
    dataset.as_object_mut().unwrap().extend(lists.as_object().unwrap().clone());
    let found = doubles(&read_dataset(&dataset.to_string()).unwrap());
    found.into_iter().map(pair).collect()
}

fn pair(problem: Problem) -> (String, String) {
    assert!(!problem.is_error());
    match problem.fault {
        Fault::LikelyDouble(double) => (problem.path, double.at),
        other => panic!("{other:?}"),
    }
}

fn people(names: &[&str]) -> Value {
    let people: Vec<Value> =
        names.iter().enumerate().map(|(at, name)| json!({"id": format!("p{at}"), "name": name})).collect();
    json!({ "people": people })
}

/// Whether two names are taken for one person's.
fn are_one(a: &str, b: &str) -> bool {
    let found = pairs(&people(&[a, b]));
    assert_eq!(found, pairs(&people(&[b, a])), "{a} {b}");
    assert!(found.is_empty() || found == [("people[1].name".to_owned(), "people[0]".to_owned())], "{found:?}");
    !found.is_empty()
}

#[test]
fn one_person_in_two_spellings_is_named() {
    for (a, b) in [
        ("Kari Øverland", "KARI OVERLAND"),
        ("Kari Øverland", "Øverland, Kari"),
        ("Jean-Paul Li", "Jean Paul Li"),
        ("A. B. Li", "A.B. Li"),
        ("Kari Øverland", "Kari  Øverland"),
        ("Pekka Virtanen", "Pekka Virtanen"),
        // One letter changed, dropped, added, or swapped with its neighbour.
        ("Pekka Virtanen", "Pekka Virtamen"),
        ("Pekka Virtanen", "Pekka Virtaen"),
        ("Pekka Virtanen", "Pekka Virttanen"),
        ("Pekka Virtanen", "Pekka Vitranen"),
        ("Pekka Virtanen", "Virtamen, Pekka"),
        ("Anne Marie Dahl", "Annemarie Dahl"),
        ("Сергей Лавров", "Сергеи Лавров"),
        ("Сергей Лавров", "Лавровв, Сергей"),
    ] {
        assert!(are_one(a, b), "{a} {b}");
    }
    for (a, b) in [
        ("Jon Li", "Jan Li"),
        ("Pekka Virtanen", "Pekka Vitrannen"),
        ("Pekka Virtanen", "Peka Virttanen"),
        ("Pekka Virtanen", "Pekka Korhonen"),
        ("A. Virtanen", "B. Virtanen"),
        ("Delegate of group 12", "Delegate of group 13"),
        ("…", "–"),
    ] {
        assert!(!are_one(a, b), "{a} {b}");
    }
    // Each is told once, with the first.
    let three = pairs(&people(&["Pekka Virtanen", "Ann", "Pekka Virtamen", "Virtanen, Pekka"]));
    assert_eq!(
        three,
        [("people[2].name".to_owned(), "people[0]".to_owned()), ("people[3].name".to_owned(), "people[0]".to_owned()),]
    );
}

#[test]
fn two_meetings_of_a_day_with_one_title_are_named() {
    let of = |first: (&str, &str), second: (&str, &str)| {
        let meeting = |id: &str, (title, start): (&str, &str)| json!({"id": id, "title": title, "start": start});
        let found = pairs(&json!({"meetings": [meeting("a", first), meeting("b", second)]}));
        assert!(found.is_empty() || found == [("meetings[1].title".to_owned(), "meetings[0]".to_owned())]);
        !found.is_empty()
    };
    assert!(of(("Spring meeting", "2001-05-02"), ("Spring  Meeting", "2001-05-02")));
    assert!(!of(("Spring meeting", "2001-05-02"), ("Spring meeting", "2001-05-03")));
    assert!(!of(("Spring meeting", "2001-05-02"), ("Autumn meeting", "2001-05-02")));
    assert!(!of(("C++ group", "2001-05-02"), ("C# group", "2001-05-02")));
    // Where only a month or a year is known there may well be two.
    assert!(!of(("Spring meeting", "2001-05"), ("Spring meeting", "2001-05")));
    assert!(!of(("Spring meeting", "2001"), ("Spring meeting", "2001")));
}

#[test]
fn places_of_a_country_and_themes_are_looked_at_likewise() {
    let place = |country: Option<&str>, name: &str| json!({"id": "a", "name": name, "country": country});
    let of = |first: Value, second: Value| !pairs(&json!({"places": [first, second]})).is_empty();
    assert!(of(place(Some("FI"), "Rovaniemi"), place(Some("FI"), "Rovanimi")));
    assert!(of(place(Some("NO"), "Mo i Rana"), place(Some("NO"), "Mo-i-Rana")));
    assert!(of(place(None, "Bodø"), place(None, "Bodo")));
    assert!(!of(place(Some("FI"), "Rovaniemi"), place(Some("SE"), "Rovaniemi")));
    assert!(!of(place(Some("FI"), "Rovaniemi"), place(Some("SE"), "Rovanimi")));
    let themes = |first: &str, second: &str| {
        !pairs(&json!({"themes": [{"id": "a", "label": first}, {"id": "b", "label": second}]})).is_empty()
    };
    assert!(themes("Women and youth", "Youth and women") && themes("Mining", "MINING"));
    assert!(!themes("C++", "C#") && !themes("Mining", "Mixing"));
}

#[test]
fn doubles_stop_nothing_and_only_a_keeper_hears_of_them() {
    let json = json!({"version": 1, "title": "T", "language": "en",
        "people": [{"id": "a", "name": "Kari Olsen"}, {"id": "b", "name": "Olsen, Kari"}],
        "meetings": [{"id": "a", "title": "A", "start": "2001-05-02"}, {"id": "b", "title": "A", "start": "2001-05-02"}]})
    .to_string();
    let archive = kept(&json);
    assert_eq!((archive.problems.len(), archive.meetings.len(), archive.dataset.people.len()), (2, 2, 2));
    assert!(Archive::read(&json).unwrap().problems.is_empty());
}

#[test]
fn twenty_thousand_people_are_compared_at_once() {
    let syllables = ["ka", "ri", "to", "me", "lu", "so", "vi", "na", "pe", "ro", "da", "jo", "hel", "mar", "sten"];
    let word = |mut number: usize, length: usize| {
        let mut word = String::new();
        for _ in 0..length {
            word.push_str(syllables[number % syllables.len()]);
            number /= syllables.len();
        }
        word
    };
    let name = |at: usize| format!("{} {}", word(at * 7919, 3), word(at * 104_729, 4));
    let mut names: Vec<String> = (0..20_000).map(name).collect();
    names.push(format!("{}x", names[12_345]));
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut dataset = people(&names);
    dataset
        .as_object_mut()
        .unwrap()
        .extend(json!({"version": 1, "title": "T", "language": "en"}).as_object().unwrap().clone());
    let dataset = read_dataset(&dataset.to_string()).unwrap();
    let start = Instant::now();
    let found: Vec<_> = doubles(&dataset).into_iter().map(pair).collect();
    let took = start.elapsed();
    assert!(found.contains(&("people[20000].name".to_owned(), "people[12345]".to_owned())), "{}", found.len());
    // Compared each with each they would take minutes.
    assert!(took < Duration::from_secs(5), "{took:?}");
    println!("{took:?}, {} pairs", found.len());
}
