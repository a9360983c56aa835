//! What `archive links` writes into a dataset: the day on which addresses were seen alive, and not a byte more.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use jiff::civil::{Date, date};
use meetings::cli::links::seen::dated;
use meetings::core::archive::format::{Dataset as Records, Document};
use meetings::core::archive::reading::read_dataset;
use proptest::prelude::*;

use super::links::Dataset;
use crate::support::answering::{Host, status};

const TODAY: Date = date(2031, 2, 3);
const DAY: &str = "2031-02-03";

/// A text with the days in it of all addresses but those that end in `dead`.
fn with_days(text: &str) -> String {
    dated(text, TODAY, TODAY, &|address| !address.ends_with("dead")).text
}

/// A document in a dataset, and behind it another field.
fn around(document: &str) -> String {
    format!(
        "{{\"version\": 1, \"title\": \"T\", \"language\": \"en\", \"meetings\": [{{\"id\": \"a\", \"title\": \"A\", \"start\": \"2001\",\n\t\"documents\": [{document}]}}], \"weather\" :1.50}}"
    )
}

#[test]
fn a_day_stands_behind_the_address_and_is_spaced_as_its_neighbours() {
    for (document, expected) in [
        (r#"{"title": "D", "url": "u"}"#, r#"{"title": "D", "url": "u", "seen": "2031-02-03"}"#),
        (r#"{"url":"u","title":"D"}"#, r#"{"url":"u","seen":"2031-02-03","title":"D"}"#),
        (r#"{"url": "u"}"#, r#"{"url": "u", "seen": "2031-02-03"}"#),
        (r#"{"url":"u"}"#, r#"{"url":"u","seen":"2031-02-03"}"#),
        (r#"{ "url" : "u" }"#, r#"{ "url" : "u", "seen" : "2031-02-03" }"#),
        ("{\r\n\t\"url\": \"u\"\r\n}", "{\r\n\t\"url\": \"u\",\r\n\t\"seen\": \"2031-02-03\"\r\n}"),
        (
            "{\n  \"title\": \"D\",\n\n  \"url\": \"u\",\n\n\n    \"note\": \"N\"\n}",
            "{\n  \"title\": \"D\",\n\n  \"url\": \"u\",\n    \"seen\": \"2031-02-03\",\n\n\n    \"note\": \"N\"\n}",
        ),
        (
            "{ \"title\": \"D\"\n, \"url\": \"u\"\n}",
            "{ \"title\": \"D\"\n, \"url\": \"u\"\n, \"seen\": \"2031-02-03\"\n}",
        ),
        // What stands there is replaced, whatever it is.
        (r#"{"seen": "2020-01-01", "url": "u"}"#, r#"{"seen": "2031-02-03", "url": "u"}"#),
        (r#"{"url": "u", "seen" :null}"#, r#"{"url": "u", "seen" :"2031-02-03"}"#),
        (r#"{"url": "u", "seen": "2031-02-04"}"#, r#"{"url": "u", "seen": "2031-02-03"}"#),
        (r#"{"\u0075rl": "\u0075"}"#, r#"{"\u0075rl": "\u0075", "seen": "2031-02-03"}"#),
    ] {
        assert_eq!(with_days(&around(document)), around(expected));
        let marked = format!("\u{feff}{}\r\n", around(document));
        assert_eq!(with_days(&marked), format!("\u{feff}{}\r\n", around(expected)));
    }
    // What is no news, is not alive, or tells of another source stays as it is.
    for document in [
        r#"{"url": "u", "seen": "2031-02-03"}"#,
        r#"{"url": "dead"}"#,
        r#"{"url": "dead", "seen": "2020-01-01"}"#,
        r#"{"title": "u", "archived": "u"}"#,
        r#"{"url": "u", "seen": "2020-01-01", "additions": {"seen": "s"}}"#,
        r#""u""#,
    ] {
        assert_eq!(with_days(&around(document)), around(document));
    }
    let later = dated(&around(r#"{"url": "u", "seen": "2031-02-04"}"#), TODAY, date(2031, 2, 4), &|_| true);
    assert_eq!((later.count, later.plain), (0, 0));
    assert_eq!(dated(&around(r#""u", "dead""#), TODAY, TODAY, &|address| address == "u").plain, 1);
    // What is no dataset is left to those who say so.
    for text in ["", "[", "7", "{\"meetings\": 7, \"sources\": {}}"] {
        assert_eq!(with_days(text), text);
    }
}

/// A record with an address, as a keeper may write it: its fields in any order, with any space.
#[derive(Debug, Clone)]
struct Made {
    /// Names and values as they stand in the text.
    fields: Vec<(String, String)>,
    is_alive: bool,
    had_day: bool,
}

fn record(title: &'static str) -> impl Strategy<Value = Made> {
    let url = (0..1000_u32, any::<bool>()).prop_map(|(number, is_alive)| {
        (format!("\"https://example.org/{number}/{}\"", if is_alive { "alive" } else { "dead" }), is_alive)
    });
    let seen = prop_oneof![
        3 => Just(None),
        1 => prop_oneof![Just("\"2001-01-01\""), Just("\"\""), Just("null")].prop_map(Some),
    ];
    let more = proptest::collection::vec(
        prop_oneof![
            Just(("weather", "{\"a\": [1, 2.50], \"url\": \"https://example.org/alive\"}")),
            Just(("note", "\"\\u00f8 \\\"seen\\\": \\\\\"")),
            Just(("$comment", "\"{\"")),
        ],
        0..3,
    );
    (url, seen, more).prop_flat_map(move |((url, is_alive), seen, more)| {
        let mut fields = vec![("title".to_owned(), format!("\"{title}\"")), ("url".to_owned(), url)];
        fields.extend(seen.map(|seen| ("seen".to_owned(), seen.to_owned())));
        for (name, value) in more {
            if !fields.iter().any(|(of, _)| of == name) {
                fields.push((name.to_owned(), value.to_owned()));
            }
        }
        let had_day = seen.is_some();
        Just(fields).prop_shuffle().prop_map(move |fields| Made { fields, is_alive, had_day })
    })
}

fn space() -> impl Strategy<Value = String> {
    prop_oneof![4 => Just(" "), 3 => Just(""), 2 => Just("\n    "), 1 => Just("\r\n\t"), 1 => Just("\n\n  ")]
        .prop_map(str::to_owned)
}

/// The text of a record; each time anything stands between two signs, it is the next of the spaces.
fn printed(made: &Made, spaces: &mut impl Iterator<Item = String>) -> String {
    let mut next = || spaces.next().unwrap();
    let fields: Vec<String> = made
        .fields
        .iter()
        .map(|(name, value)| format!("{}\"{name}\"{}:{}{value}{}", next(), next(), next(), next()))
        .collect();
    format!("{{{}}}", fields.join(","))
}

/// A text in which every new day is taken out again by hand: what was replaced is put back, and what was put in is cut out from
/// the end of the address on.
fn undone(text: &str, alive: &[&Made]) -> String {
    let mut rest = text;
    let mut undone = String::new();
    for made in alive {
        let value = |name: &str| &made.fields.iter().find(|(of, _)| of == name).unwrap().1;
        let at = rest.find(DAY).unwrap();
        let (before, after) = (&rest[..at - 1], &rest[at + DAY.len() + 1..]);
        if made.had_day {
            undone.push_str(before);
            undone.push_str(value("seen"));
        } else {
            let url = value("url");
            undone.push_str(&before[..before.rfind(url).unwrap() + url.len()]);
        }
        rest = after;
    }
    undone + rest
}

fn without_days(mut of: Records) -> Records {
    let forget = |documents: &mut Vec<Document>| documents.iter_mut().for_each(|document| document.seen = None);
    for meeting in &mut of.meetings {
        forget(&mut meeting.documents);
        meeting.agenda.iter_mut().for_each(|item| forget(&mut item.documents));
    }
    of.sources.iter_mut().for_each(|source| source.seen = None);
    of
}

proptest! {
    #[test]
    fn without_the_days_the_text_is_what_it_was_and_the_archive_too(
        documents in proptest::collection::vec(record("D"), 0..5),
        agenda in proptest::collection::vec(record("E"), 0..3),
        sources in proptest::collection::vec(record("S"), 0..3),
        spaces in proptest::collection::vec(space(), 300),
        is_marked in any::<bool>(),
        are_sources_first in any::<bool>(),
    ) {
        let mut spaces = spaces.into_iter().cycle();
        let mut list = |of: &[Made]| of.iter().map(|made| printed(made, &mut spaces)).collect::<Vec<_>>().join(" ,\n");
        let meetings = format!(
            "\"meetings\": [{{\"id\": \"a\",\"title\" :\"A\", \"start\": \"2001\", \"documents\": [{}],\n \"agenda\": [{{\"title\": \"I\", \"documents\": [ {} ]}}]}}]",
            list(&documents),
            list(&agenda)
        );
        let of_sources = format!("\"sources\":[{}]", list(&sources));
        let (first, last) = if are_sources_first { (of_sources, meetings) } else { (meetings, of_sources) };
        let mark = if is_marked { "\u{feff}" } else { "" };
        let text = format!("{mark}{{\"version\": 1,\n\"title\": \"T\", {first} ,{last},\"x\": [ ] }}\n\n");
        let new = with_days(&text);
        let order: Vec<&Made> = match are_sources_first {
            true => sources.iter().chain(&documents).chain(&agenda).collect(),
            false => documents.iter().chain(&agenda).chain(&sources).collect(),
        };
        let alive: Vec<&Made> = order.into_iter().filter(|made| made.is_alive).collect();
        prop_assert_eq!(new.matches(DAY).count(), alive.len());
        prop_assert_eq!(undone(&new, &alive), text.clone());
        let read = |text: &str| read_dataset(text.trim_start_matches('\u{feff}')).unwrap();
        let (before, after) = (read(&text), read(&new));
        let seen = after.meetings[0].all_documents().map(|of| (&of.url, &of.seen)).chain(after.sources.iter().map(|of| (&of.url, &of.seen)));
        for (url, seen) in seen {
            prop_assert_eq!(seen.as_deref() == Some(DAY), url.as_deref().unwrap().ends_with("alive"));
        }
        prop_assert_eq!(without_days(after), without_days(before));
        prop_assert_eq!(with_days(&new), new);
    }
}

#[test]
fn what_was_there_before_stays_beside_it_and_permissions_and_links_stay() {
    let host = Host::new(|_| status("200 OK"));
    let dataset = Dataset::of("kept", &[format!("{}/a", host.origin)]);
    let before = dataset.text();
    fs::set_permissions(&dataset.path, fs::Permissions::from_mode(0o640)).unwrap();
    let link = dataset.folder.beside("link.json");
    symlink("meetings.json", &link).unwrap();
    let through = Dataset { path: link.clone(), folder: crate::support::folder::Folder::built("links-kept-link") };
    let kept = dataset.folder.beside("meetings.json.bak");
    // Nothing is written where that is asked for.
    let (code, told, _) = through.asked(&["--dry-run"]);
    assert!(
        told.ends_with("FILE: nothing is written; 1 would have the day on which they were seen alive.\n"),
        "{told}"
    );
    assert_eq!((code, dataset.text(), kept.exists()), (0, before.clone(), false));
    let (code, told, _) = through.asked(&[]);
    let last = format!("what was there before is in {}.\n", fs::canonicalize(&kept).unwrap().display());
    assert!(code == 0 && told.ends_with(&last), "{told}");
    assert_eq!(fs::read_to_string(&kept).unwrap(), before);
    assert_eq!(dataset.text(), before.replace("/a\"", "/a\", \"seen\": \"2026-03-04\""));
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    for path in [&dataset.path, &kept] {
        assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o640, "{}", path.display());
    }
    // What is no news changes nothing, not even what was there before.
    let times = || [&dataset.path, &kept].map(|path| fs::metadata(path).unwrap().modified().unwrap());
    let written = times();
    assert!(through.asked(&[]).1.ends_with("FILE: nothing new to write down.\n"));
    assert_eq!(times(), written);
    let left = fs::read_dir(dataset.folder.beside(""))
        .unwrap()
        .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with(".archive-"));
    assert_eq!(left.count(), 0);
    // Of what was seen within some days nothing is asked.
    let asked = host.asked().len();
    let (_, told, _) = through.asked(&["--since", "1"]);
    assert!(told.starts_with("No address asked: each was seen alive within these days.\n"), "{told}");
    assert_eq!(host.asked().len(), asked);
}

#[test]
fn what_a_keeper_writes_meanwhile_is_not_lost() {
    for (name, to, code, told) in [
        // Another meeting is put in, and the title of the document is another.
        (
            "meanwhile",
            "\"title\": \"Written meanwhile\", \"url\"",
            0,
            "written down when they were last seen alive: 1;",
        ),
        ("broken", "\"title\": \"Written", 1, "was changed while its addresses were asked, and has errors now"),
        ("unsound", "\"title\": \"\", \"url\"", 1, "was changed while its addresses were asked, and has errors now"),
    ] {
        let folder = crate::support::folder::Folder::built(&format!("links-{name}-text"));
        let path = folder.beside("path");
        let told_path = path.clone();
        let host = Host::new(move |_| {
            let dataset = fs::read_to_string(&told_path).unwrap();
            let text = fs::read_to_string(&dataset).unwrap();
            fs::write(&dataset, text.replace("\"title\": \"D\", \"url\"", to)).unwrap();
            status("200 OK")
        });
        let dataset = Dataset::of(name, &[format!("{}/a", host.origin)]);
        fs::write(&path, dataset.path.to_str().unwrap()).unwrap();
        let meanwhile = dataset.text().replace("\"title\": \"D\", \"url\"", to);
        let (is, out, errors) = dataset.asked(&[]);
        assert!(is == code && (out.clone() + &errors).contains(told), "{out}{errors}");
        let expected = if code == 0 { meanwhile.replace("/a\"", "/a\", \"seen\": \"2026-03-04\"") } else { meanwhile };
        assert_eq!(dataset.text(), expected);
        assert_eq!(dataset.folder.beside("meetings.json.bak").exists(), code == 0);
    }
}
