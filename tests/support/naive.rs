//! A naive search: what must be found, read anew from the meetings each time, and in what order.

use meetings::core::archive::Archive;
use meetings::core::search::collection::Collection;
use meetings::core::search::field::Field;
use meetings::core::search::meeting_text::{Line, lines};
use meetings::core::text::fold::Words;
use meetings::language::NAMES;
use proptest::collection::vec;
use proptest::prelude::*;
use serde_json::json;

use super::collection;

/// Words of which some begin others, and some are a mistake away from others. None is written otherwise in another script.
const WORDS: [&str; 50] = [
    "mine",
    "miner",
    "mining",
    "minister",
    "mint",
    "forest",
    "forests",
    "forestry",
    "forrest",
    "trade",
    "trader",
    "traded",
    "tradition",
    "transport",
    "transports",
    "port",
    "ports",
    "north",
    "northern",
    "norther",
    "labour",
    "labor",
    "market",
    "markets",
    "marketing",
    "invest",
    "investment",
    "investments",
    "border",
    "borders",
    "bordering",
    "cross",
    "crossing",
    "finance",
    "finances",
    "financing",
    "group",
    "groups",
    "grouping",
    "meeting",
    "meetings",
    "harbour",
    "harbor",
    "fish",
    "fishing",
    "fisher",
    "energy",
    "energetic",
    "climb",
    "climbing",
];

/// The words of each line of a meeting, with the field it is in.
pub fn words_of(archive: &Archive, position: usize) -> Vec<(Field, Vec<String>)> {
    let meeting = &archive.meetings[position];
    let mut all = Vec::new();
    {
        for Line { field, text: line, .. } in lines(archive, meeting, &NAMES) {
            let (mut words, mut folded, mut of_line) = (Words::new(&line), String::new(), Vec::new());
            while words.next(&mut folded).is_some() {
                of_line.push(std::mem::take(&mut folded));
            }
            all.push((field, of_line));
        }
    }
    all
}

/// A thing asked for: words in a row, of which the last may go on.
#[derive(Debug, Clone)]
pub struct Asked {
    row: Vec<&'static str>,
    is_open: bool,
    is_refused: bool,
}

/// The tier and the weight of each meeting for one thing asked for, with a word said wrongly where `wrong` gives those that
/// it may be.
fn naive_worth(archive: &Archive, asked: &Asked, wrong: &[String]) -> Vec<Option<(u32, u64)>> {
    let all: Vec<_> = (0..archive.meetings.len()).map(|position| words_of(archive, position)).collect();
    let length = |words: &[(Field, Vec<String>)]| words.iter().map(|(_, line)| line.len() as u64 + 1).sum::<u64>();
    let average = (all.iter().map(|words| length(words)).sum::<u64>() / (all.len() as u64).max(1)).max(1);
    let weight = |words: &[(Field, Vec<String>)], of: &str| {
        let lines = words
            .iter()
            .map(|(field, line)| u64::from(field.weight()) * line.iter().filter(|word| *word == of).count() as u64);
        let weight = lines.sum::<u64>() * 2 * average;
        (255 * weight / (weight + 8 * (average + length(words)))).max(1)
    };
    // A later part of a word has four letters at least, and three before it.
    let is_within = |word: &str, of: &str| of.len() > 3 && (3..word.len()).any(|at| word[at..].starts_with(of));
    let may_be_within = asked.row.len() == 1 && !asked.is_refused;
    let tier = |word: &str, of: &str, may_go_on: bool| match () {
        () if word == of => Some(4),
        () if may_go_on && word.starts_with(of) => Some(3),
        () if may_be_within && word.is_ascii() && is_within(word, of) => Some(2),
        () => None,
    };
    all.iter()
        .map(|words| {
            let mut best: Option<(u32, u64)> = None;
            for (_, line) in words {
                for at in 0..line.len() {
                    let row = asked.row.iter().enumerate().map(|(step, of)| {
                        let word = line.get(at + step)?;
                        let tier = tier(word, of, asked.is_open && step + 1 == asked.row.len())?;
                        Some((tier, weight(words, word)))
                    });
                    let row: Option<Vec<(u32, u64)>> = row.collect();
                    // A row is worth what its least is worth, the tier before the weight.
                    best = best.max(row.and_then(|row| row.into_iter().min()));
                    if wrong.contains(&line[at]) {
                        best = best.max(Some((1, weight(words, &line[at]))));
                    }
                }
            }
            best
        })
        .collect()
}

/// The meetings in the order of relevance, by a naive reading.
pub fn naive(archive: &Archive, asked: &[Asked]) -> Vec<usize> {
    let worths: Vec<_> = asked.iter().map(|asked| naive_worth(archive, asked, &[])).collect();
    let found = together(archive, asked, &worths);
    if !found.is_empty() {
        return found;
    }
    let some_are_nowhere =
        asked.iter().zip(&worths).any(|(asked, worth)| !asked.is_refused && worth.iter().all(Option::is_none));
    let worths: Vec<_> = asked
        .iter()
        .zip(worths)
        .map(|(asked, worth)| {
            let is_nowhere = worth.iter().all(Option::is_none);
            let forgives = asked.row.len() == 1 && !asked.is_refused && (is_nowhere || !some_are_nowhere);
            if forgives { naive_worth(archive, asked, &wrong(archive, asked)) } else { worth }
        })
        .collect();
    together(archive, asked, &worths)
}

/// The words of the archive that a word may be with the fewest mistakes.
fn wrong(archive: &Archive, asked: &Asked) -> Vec<String> {
    let of = asked.row[0];
    let allowed = match of.len() {
        0..5 => return Vec::new(),
        5..9 => 1,
        _ => 2,
    };
    let all = (0..archive.meetings.len()).flat_map(|at| words_of(archive, at)).flat_map(|(_, line)| line);
    let all: Vec<(usize, String)> =
        all.map(|word| (distance(of, &word), word)).filter(|(far, _)| *far <= allowed).collect();
    let least = all.iter().map(|(far, _)| *far).min();
    all.into_iter().filter(|(far, _)| Some(*far) == least).map(|(_, word)| word).collect()
}

/// Letters changed, dropped, added or swapped with their neighbour, by the definition.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = match (i, j) {
                (0, _) => j,
                (_, 0) => i,
                _ => {
                    let changed = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let mut least = changed.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        least = least.min(table[i - 2][j - 2] + 1);
                    }
                    least
                }
            };
        }
    }
    table[a.len()][b.len()]
}

fn together(archive: &Archive, asked: &[Asked], worths: &[Vec<Option<(u32, u64)>>]) -> Vec<usize> {
    let count = archive.meetings.len();
    let rarity = |worth: &[Option<(u32, u64)>]| {
        let found = worth.iter().flatten().count() as u64;
        let ratio = ((2 * count as u64 + 2) << 16) / (2 * found + 1);
        let power = u64::from(ratio.max(1 << 16).ilog2());
        ((power - 16) * 16 + (ratio >> (power - 4) & 15)).max(1)
    };
    let mut found: Vec<(u32, u64, usize)> = Vec::new();
    for position in 0..count {
        let mut all = Some((4, 0));
        for (asked, worth) in asked.iter().zip(worths) {
            all = match (all, worth[position], asked.is_refused) {
                (Some(all), None, true) => Some(all),
                (Some((tier, sum)), Some((of, weight)), false) => Some((tier.min(of), sum + weight * rarity(worth))),
                _ => None,
            };
        }
        found.extend(all.map(|(tier, sum)| (tier, sum, position)));
    }
    found.sort_unstable_by(|a, b| b.cmp(a));
    found.into_iter().map(|(_, _, position)| position).collect()
}

/// What a meeting with every field has: words for each of them, and a number by which the rest is chosen.
type Rich = (Vec<Vec<&'static str>>, usize);

fn rich() -> impl Strategy<Value = Option<Rich>> {
    let texts = vec(vec(proptest::sample::select(&WORDS[..]), 1..3), RICH);
    proptest::option::weighted(0.15, (texts, 0..24usize))
}

/// How many texts a meeting with every field is made of.
const RICH: usize = 16;

/// The fields of a meeting that uses all of them.
fn every_field((texts, chosen): Rich) -> serde_json::Map<String, serde_json::Value> {
    let text = |at: usize| texts[at].join(" ");
    let states = ["planned", "tentative", "postponed", "cancelled", "held"];
    let parts = ["absent", "excused", "Chair"];
    let documents = json!([
        {"title": text(0), "kind": [text(1)], "languages": ["en"], "note": text(2), "url": "https://example.org/a", "size": 7},
        {"title": text(3), "file": "b.pdf", "type": "application/pdf", "archived": "https://example.org/b", "seen": "2020-01-01"},
    ]);
    let people = json!([
        {"person": format!("n{}", chosen % 3), "office": text(4), "organisation": text(5), "part": parts[chosen % 3]},
        {"person": "n0", "part": text(6)},
    ]);
    let statement = |at: usize| json!({"text": text(at), "language": "fi", "translations": {"nb": text(at + 1)}});
    let fields = json!({
        "start": "2016-01-15T16:30+01:00", "end": "2016-01-15T18:00+01:00", "status": states[chosen % 5],
        "places": ["p0", "p1"], "online": "https://example.org/room", "language": "fi", "translations": {"sv": text(7)},
        "formerly": [], "reference": text(8), "venue": text(9), "format": text(10), "facets": {"body": [text(11)]},
        "topics": [statement(12)], "quotes": [text(13)], "within": {"title": text(14)}, "alongside": {"title": text(15)},
        "people": people, "documents": documents,
        "agenda": [{"number": "1", "title": text(2), "translations": {"ru": text(3)}, "text": statement(4),
            "decision": statement(6), "documents": documents, "people": people}, {"title": text(8), "decision": text(9)}],
    });
    let fields = fields.as_object().unwrap().clone();
    // Each may be left out.
    fields.into_iter().enumerate().filter(|(at, _)| (at * 7 + chosen) % 5 > 0).map(|(_, field)| field).collect()
}

/// What a made-up meeting has: title, notes, year, themes, place, and now and then every field.
type Made = (Vec<&'static str>, Vec<&'static str>, u32, Vec<usize>, Option<usize>, Option<Rich>);

/// Archives of which some meetings use every field, and some declare every facet.
pub fn archives() -> impl Strategy<Value = Collection> {
    let words = |count| vec(proptest::sample::select(&WORDS[..]), count);
    let place = proptest::option::of(0..3usize);
    let meeting = (words(1..6), words(1..12), 1990..2020u32, vec(0..4usize, 0..3), place, rich());
    (vec(meeting, 0..300), any::<bool>()).prop_map(|(meetings, is_declared)| {
        let made = |(index, of): (usize, Made)| {
            let (title, notes, year, themes, place, rich) = of;
            let mut meeting = json!({"id": format!("m{index}"), "title": title.join(" "), "start": year.to_string(),
                "notes": [notes.join(" ")], "themes": themes.into_iter().map(|theme| format!("t{theme}")).collect::<Vec<_>>()});
            let fields = meeting.as_object_mut().unwrap();
            fields.extend(rich.map(every_field).unwrap_or_default());
            match fields["start"].as_str() {
                Some(start) if !start.contains('T') => _ = fields.remove("end"),
                _ => {}
            }
            if !fields.contains_key("places") {
                fields.insert("place".to_owned(), json!(place.map(|place| format!("p{place}"))));
            }
            meeting
        };
        let meetings: Vec<_> = meetings.into_iter().enumerate().map(made).collect();
        let themes: Vec<_> = (0..4).map(|theme| json!({"id": format!("t{theme}"), "label": WORDS[theme * 7]})).collect();
        let places: Vec<_> = (0..3).map(|place| json!({"id": format!("p{place}"), "name": "Alta", "country": (["NO", "FI", "SE"][place])})).collect();
        let people: Vec<_> = (0..3).map(|person| json!({"id": format!("n{person}"), "name": WORDS[person * 11]})).collect();
        let known = ["theme", "year", "country", "place", "format", "document", "language", "person", "status", "access"];
        let known = known.into_iter().take(if is_declared { 10 } else { 0 }).map(|key| json!({"key": key}));
        let facets: Vec<_> = known.chain([json!({"key": "body", "label": "Body"})]).collect();
        let dataset = json!({"version": 1, "title": "Random", "language": "en", "facets": facets, "themes": themes,
            "places": places, "people": people, "meetings": meetings});
        let collection = collection(&dataset.to_string());
        assert_eq!(collection.archive.problems, []);
        collection
    })
}

/// What is asked for, where each thing may be cut short or have a letter too many.
pub fn texts() -> impl Strategy<Value = Vec<Asked>> {
    let asked = (vec(proptest::sample::select(&WORDS[..]), 1..3), 0..4usize, 0..6u32).prop_map(|(row, cut, kind)| {
        let mut row = if kind == 0 { row } else { row[..1].to_vec() };
        if row.len() == 1 {
            let word = row[0];
            row[0] = &word[..word.len() - cut.min(word.len() - 1)];
        }
        Asked { row, is_open: false, is_refused: kind == 1 }
    });
    vec(asked, 1..4).prop_map(|mut asked| {
        if let Some(last) = asked.last_mut() {
            // A phrase is closed; a single word at the end may go on, be it refused or not.
            last.is_open = last.row.len() == 1;
        }
        asked
    })
}

pub fn typed(asked: &[Asked]) -> String {
    let one = |asked: &Asked| {
        let text = if asked.row.len() > 1 { format!("\"{}\"", asked.row.join(" ")) } else { asked.row[0].to_owned() };
        if asked.is_refused { format!("-{text}") } else { text }
    };
    asked.iter().map(one).collect::<Vec<_>>().join(" ")
}
