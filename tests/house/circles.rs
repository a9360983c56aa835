//! No file leads back to itself, so that each can be read after those it names, and none needs the whole.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::arrows::{Arrow, arrows};
use super::{made_up, sources};

type ByFile<'a> = BTreeMap<&'a str, Vec<&'a Arrow>>;

/// The arrows of the shortest way from a file back to itself.
fn way_back<'a>(file: &'a str, by_file: &ByFile<'a>) -> Option<Vec<&'a Arrow>> {
    let mut came_by: BTreeMap<&str, &Arrow> = BTreeMap::new();
    let mut ahead = VecDeque::from([file]);
    while let Some(at) = ahead.pop_front() {
        for arrow in by_file.get(at).into_iter().flatten() {
            if came_by.contains_key(arrow.to.as_str()) {
                continue;
            }
            came_by.insert(&arrow.to, arrow);
            ahead.push_back(&arrow.to);
        }
    }
    let mut way = vec![*came_by.get(file)?];
    while let Some(first) = way.last().filter(|first| first.from != file) {
        way.push(came_by.get(first.from.as_str())?);
    }
    way.reverse();
    Some(way)
}

/// What is wrong, if there is a circle: the shortest one line by line, and how many files stand in one.
fn circle(arrows: &BTreeSet<Arrow>) -> Option<String> {
    let mut by_file = ByFile::new();
    for arrow in arrows {
        by_file.entry(&arrow.from).or_default().push(arrow);
    }
    let ways: Vec<_> = by_file.keys().filter_map(|file| way_back(file, &by_file)).collect();
    let shortest = ways.iter().min_by_key(|way| way.len())?;
    let lines = shortest.iter().map(|arrow| format!("{}:{}: {} → {}", arrow.from, arrow.line, arrow.path, arrow.to));
    let lines: Vec<String> = lines.collect();
    Some(format!("the shortest circle ({} files stand in circles):\n{}", ways.len(), lines.join("\n")))
}

#[test]
fn no_file_leads_back_to_itself() {
    if let Some(circle) = circle(&arrows(&sources(&["src"]))) {
        panic!("{circle}");
    }
}

fn circle_in(files: &[(&str, &str)]) -> Option<String> {
    circle(&arrows(&made_up(files)))
}

#[test]
fn a_circle_through_super_is_found() {
    let files = [("src/a/mod.rs", "mod b;\nuse self::b::B;\npub struct A;"), ("src/a/b.rs", "use super::A;")];
    let expected = "the shortest circle (2 files stand in circles):\n\
                    src/a/b.rs:1: super::A → src/a/mod.rs\n\
                    src/a/mod.rs:2: self::b::B → src/a/b.rs";
    assert_eq!(circle_in(&files).unwrap(), expected);
}

#[test]
fn a_circle_through_a_re_export_is_found() {
    // b.rs names only its own folder, c.rs only b.rs; what closes the circle is the re-export.
    let files = [
        ("src/a/mod.rs", "mod b; mod c; pub use c::C;"),
        ("src/a/b.rs", "use super::C;"),
        ("src/a/c.rs", "fn f() { crate::a::b::f() }"),
    ];
    let circle = circle_in(&files).unwrap();
    assert!(circle.contains("src/a/mod.rs:1: c::C → src/a/c.rs"), "{circle}");
    assert!(circle.contains("(3 files"), "{circle}");
}

#[test]
fn the_shortest_circle_is_told() {
    let files = [
        ("src/a.rs", "use crate::b::B;"),
        ("src/b.rs", "use crate::c::C;"),
        ("src/c.rs", "use crate::a::A;\nuse crate::d::D;"),
        ("src/d.rs", "fn f() { super::c::f() }"),
    ];
    let circle = circle_in(&files).unwrap();
    assert!(circle.ends_with("src/c.rs:2: crate::d::D → src/d.rs\nsrc/d.rs:1: super::c::f → src/c.rs"), "{circle}");
}

#[test]
fn what_is_named_twice_or_only_by_tests_makes_no_circle() {
    let files = [
        ("src/a.rs", "use crate::b::B; use crate::c::C;"),
        ("src/b.rs", "use crate::c::C;"),
        ("src/c.rs", "#[cfg(test)] mod tests { use super::*; use crate::a::A; }"),
    ];
    assert_eq!(circle_in(&files), None);
}
