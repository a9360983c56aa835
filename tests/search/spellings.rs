//! Spellings as people type them: `spellings.tsv` tells for each what it must find and what it must not, in the
//! shipped archive mixed with made-up meetings at northern places.
//!
//! In the table an id names a meeting of the shipped archive, and `place:tromso` all made-up meetings at a place. `-`
//! in place of what must be found says that nothing at all may be, and `*` among what must not be found stands for
//! everything that need not be.

use std::collections::{BTreeMap, BTreeSet};

use meetings::core::address::query::Query;
use meetings::core::archive::Archive;
use meetings::core::search::collection::Collection;
use meetings::core::search::explore::found;
use serde_json::{Map, Value, json};

use crate::support::{SHIPPED, collection};

/// The table of spellings.
const TABLE: &str = include_str!("spellings.tsv");

/// The languages that the table covers, besides a few others.
const LANGUAGES: [&str; 6] = ["se", "nb", "sv", "fi", "ru", "en"];

/// How many meetings are made up.
const MADE_UP: usize = 1000;

/// Places beside those of the shipped archive: id, name, country, local names by language, venue. Many are there since
/// they look alike. Half of the Russian ones have a name in Cyrillic letters only, half in Latin letters only.
const PLACES: &str = include_str!("spelling_places.txt");

/// How the titles of made-up meetings begin.
const KINDS: [&str; 6] =
    ["Working group on", "Seminar on", "Workshop on", "Hearing on", "Colloquium on", "Consultation on"];

/// How they go on: none of these words is in the table.
const SUBJECTS: [&str; 20] = [
    "harbour statistics",
    "bird counts",
    "river gauges",
    "school exchanges",
    "weather stations",
    "lighthouse upkeep",
    "library loans",
    "museum catalogues",
    "dialect recordings",
    "seed storage",
    "snow ploughs",
    "ferry timetables",
    "bridge inspection",
    "choir festivals",
    "map sheets",
    "fire drills",
    "postal routes",
    "drinking water",
    "winter clothing",
    "wooden houses",
];

/// A row of the table.
struct Row {
    /// Its line in the file, from 1.
    line: usize,
    query: &'static str,
    language: &'static str,
    must: Vec<&'static str>,
    must_not: Vec<&'static str>,
}

/// The rows of the table.
fn table() -> Vec<Row> {
    TABLE.lines().enumerate().skip(1).map(|(index, text)| row(index + 1, text)).collect()
}

/// The row that stands in a line.
fn row(line: usize, text: &'static str) -> Row {
    let cells: Vec<&str> = text.split('\t').collect();
    let [query, language, must, must_not, why] = cells[..] else { panic!("line {line} has not five cells: {text}") };
    assert!(![query, language, must, why].contains(&""), "line {line} has an empty cell: {text}");
    let names = |cell: &'static str| cell.split_whitespace().collect();
    Row { line, query, language, must: names(must), must_not: names(must_not) }
}

/// Numbers that look like chance and are the same in every run.
struct Numbers(u64);

impl Numbers {
    /// The next number below `limit`.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % limit
    }

    /// A day of 1987 to 2002 or 2014 to 2029 outside the months `taken`. It is none of the first nine of its month, so that an ordinal
    /// of the table is never a day; nor is it of the years of which the archive knows who held the chair.
    fn day(&mut self, taken: &BTreeSet<String>) -> String {
        loop {
            let year = [1987, 2014][self.below(2)] + self.below(16);
            let month = format!("{year}-{:02}", 1 + self.below(12));
            if !taken.contains(&month) {
                return format!("{month}-{}", 10 + self.below(19));
            }
        }
    }

    /// A title.
    fn title(&mut self) -> String {
        format!("{} {}", KINDS[self.below(KINDS.len())], SUBJECTS[self.below(SUBJECTS.len())])
    }
}

/// A place as the dataset has it, and the venue of its meetings, from its line.
fn place(line: &str) -> (Value, Option<&str>) {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    let names = names(cells.get(3).copied().unwrap_or_default());
    let place = json!({"id": cells[0], "name": cells[1], "country": cells[2], "names": names});
    (place, cells.get(4).copied())
}

/// Local names by language, from `se Romsa, fi Tromssa`.
fn names(text: &str) -> Map<String, Value> {
    let names = text.split(", ").filter_map(|name| name.split_once(' '));
    names.map(|(language, name)| (language.to_owned(), name.into())).collect()
}

/// The shipped dataset with the places and the made-up meetings: at each place, its own ones included, about equally
/// many.
fn mixed_dataset() -> Value {
    let mut dataset: Value = serde_json::from_str(SHIPPED).unwrap();
    let taken: BTreeSet<String> = list(&mut dataset, "meetings").iter().map(month).collect();
    let mut venues: Vec<(Value, Option<&str>)> =
        list(&mut dataset, "places").iter().map(|place| (place["id"].clone(), None)).collect();
    for line in PLACES.lines().filter(|line| !line.is_empty()) {
        let (place, venue) = place(line);
        venues.push((place["id"].clone(), venue));
        list(&mut dataset, "places").push(place);
    }
    let mut numbers = Numbers(2011);
    for index in 0..MADE_UP {
        let (place, venue) = &venues[index % venues.len()];
        let mut meeting = json!({
            "id": format!("made-{:04}", index + 1),
            "title": numbers.title(),
            "start": numbers.day(&taken),
            "place": place,
        });
        if let Some(venue) = venue {
            meeting["venue"] = (*venue).into();
        }
        list(&mut dataset, "meetings").push(meeting);
    }
    dataset
}

/// The records of a list of the dataset.
fn list<'a>(dataset: &'a mut Value, name: &str) -> &'a mut Vec<Value> {
    dataset[name].as_array_mut().unwrap()
}

/// The month in which a meeting begins, `2011-06`.
fn month(meeting: &Value) -> String {
    meeting["start"].as_str().unwrap()[..7].to_owned()
}

/// The archive that is searched.
fn mixed() -> Collection {
    let collection = collection(&mixed_dataset().to_string());
    assert_eq!(collection.archive.problems, []);
    collection
}

/// What each name that the table can use stands for: an id for one position, a place for those of its made-up meetings.
fn named(archive: &Archive) -> BTreeMap<String, BTreeSet<usize>> {
    let mut named: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for position in 0..archive.meetings.len() {
        named.entry(name(archive, position)).or_default().insert(position);
    }
    named
}

/// The name by which the table knows the meeting at a position.
fn name(archive: &Archive, position: usize) -> String {
    let record = &archive.meetings[position].record;
    match &record.place {
        Some(place) if record.id.starts_with("made-") => format!("place:{place}"),
        _ => record.id.clone(),
    }
}

/// What is wrong with what a row's query finds; none if nothing is.
fn failure(collection: &Collection, named: &BTreeMap<String, BTreeSet<usize>>, row: &Row) -> Option<String> {
    let (_, positions) = found(&collection.catalogue, &Query::default().with_text(row.query)).unwrap();
    let positions: BTreeSet<usize> = positions.into_iter().collect();
    let all_found = |must: &&&str| named.get(**must).is_some_and(|of| of.is_subset(&positions));
    let nothing = row.must == ["-"];
    let missing: Vec<&str> = row.must.iter().filter(|must| !nothing && !all_found(must)).copied().collect();
    let is_wrong = |name: &String| {
        let is_needed = row.must.contains(&name.as_str());
        row.must_not.contains(&name.as_str()) || (!is_needed && (nothing || row.must_not.contains(&"*")))
    };
    let names: BTreeSet<String> = positions.iter().map(|position| name(&collection.archive, *position)).collect();
    let wrong: Vec<String> = names.into_iter().filter(is_wrong).collect();
    let Row { line, query, .. } = row;
    let is_right = missing.is_empty() && wrong.is_empty();
    (!is_right).then(|| format!("line {line}, {query}: does not find {missing:?}; finds {wrong:?}"))
}

#[test]
fn every_spelling_finds_what_it_must_and_nothing_that_it_must_not() {
    let collection = mixed();
    let named = named(&collection.archive);
    let rows = table();
    let failures: Vec<String> = rows.iter().filter_map(|row| failure(&collection, &named, row)).collect();
    assert!(failures.is_empty(), "{} of {} rows fail:\n{}", failures.len(), rows.len(), failures.join("\n"));
}

#[test]
fn the_table_is_long_and_covers_the_languages() {
    let rows = table();
    assert!(rows.len() >= 700, "{}", rows.len());
    for language in LANGUAGES {
        let count = rows.iter().filter(|row| row.language == language).count();
        assert!(count >= 15, "{language}: {count}");
    }
    let queries: BTreeSet<&str> = rows.iter().map(|row| row.query).collect();
    assert_eq!(queries.len(), rows.len(), "a query stands twice");
}

#[test]
fn everything_that_the_table_names_is_there() {
    let named = named(&mixed().archive);
    for Row { line, must, must_not, .. } in table() {
        for name in must.iter().filter(|name| **name != "-").chain(must_not.iter().filter(|name| **name != "*")) {
            assert!(named.contains_key(*name), "line {line}: {name}");
        }
        assert!(!must.contains(&"-") || must.len() == 1, "line {line}: nothing and something");
        assert!(must.iter().all(|name| !must_not.contains(name)), "line {line}: both must and must not be found");
    }
}

#[test]
fn the_thousand_are_mixed_in() {
    let archive = mixed().archive;
    let is_made_up = |position: &usize| archive.meetings[*position].record.id.starts_with("made-");
    let made_up = (0..archive.meetings.len()).filter(is_made_up).count();
    assert_eq!((made_up, archive.meetings.len()), (MADE_UP, MADE_UP + 7));
}
