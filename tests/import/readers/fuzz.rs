//! Every reader, on what was cut, spliced and flipped. `make fuzz` runs it for minutes; a test that does runs it for a moment.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use jiff::tz::TimeZone;
use meetings::import::piece::Asked;
use meetings::import::source::Kind;
use meetings::import::{calendar, json, xml};

use super::super::import_alone;
use super::calendar::WHOLE;
use super::calendar_repeats::OSLO;
use super::json_shapes::{CIVIC, INDICO, LEGISTAR, LINKED, OPARL, POPOLO};
use super::read_in;
use super::schedules::{JSON, XML};

const CALENDAR: &str = "BEGIN:VCALENDAR\r\nPRODID:-//a//Meetings//EN\r\nX-WR-TIMEZONE:Europe/Oslo\r\nBEGIN:VTIMEZONE\r\nTZID:Ours\r\n\
    BEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nTZOFFSETTO:+0100\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\nEND:STANDARD\r\n\
    END:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1@a\r\nSUMMARY:Talk\r\nDTSTART;TZID=Ours:20210315T100000\r\nDURATION:PT1H\r\n\
    RRULE:FREQ=MONTHLY;BYDAY=3MO;UNTIL=20231231T000000Z\r\nEXDATE;TZID=Ours:20210419T100000\r\nLOCATION:Hall\\, Bodø\\, Norway\r\n\
    DESCRIPTION:<ul><li>a</li></ul>\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
const CSV: &str = "Date;Start time;Title;Place;Speakers;Links\n31.12.2019;9:00;Talk;Bodø, Norway;Ann, Bo;Slides (https://example.org/s)\n\
    1.2.2020;noon;\"A \"\"quoted\"\"\nline\";Luleå;;\n";
const ANY: &str = r#"{"note": "x", "rows": [{"name": "A", "when": "2020-01-14", "at": {"city": "Bodø"}, "tags": ["ice", "fish"]}, {"by": [{"n": 1}]}]}"#;
const DATASET: &str = r#"{"version": 1, "title": "T", "language": "en", "themes": [{"id": "ice", "label": "Ice"}], "people": [{"id": "a", "name": "Ann"}],
    "facets": [{"key": "k", "label": "K"}], "meetings": [{"id": "m", "title": "M", "start": "2020-01-14T10:00Z", "themes": ["ice"], "place": "x",
    "people": [{"person": "a", "part": "absent"}], "documents": ["x", {"title": "y", "kind": ["a", "b"]}], "agenda": ["i"], "facets": {"k": "v"}}]}"#;

/// Numbers that are the same in each run of a seed (xorshift).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end.max(1) as u64) as usize
    }

    fn of<'a, T: ?Sized>(&mut self, items: &[&'a T]) -> &'a T {
        items[self.below(items.len())]
    }
}

/// A reader with texts that it reads well, and words that mean something to it, with bars between them.
struct Target {
    name: &'static str,
    read: fn(Kind, &str, Option<&str>),
    kinds: &'static [Kind],
    seeds: &'static [&'static str],
    words: &'static str,
}

/// All readers of texts, and the whole way from bytes to a dataset, which reads tables too.
const TARGETS: [Target; 4] = [
    Target {
        name: "calendar",
        read: |kind, text, zone| drop(read_in(calendar::read, kind, &within_event(text), zone)),
        kinds: &[Kind::Calendar],
        seeds: &[WHOLE, OSLO, CALENDAR],
        words: "RRULE:FREQ=WEEKLY;BYDAY=-1SU,2MO;BYSETPOS=-1;COUNT=9¦RRULE:FREQ=YEARLY;BYWEEKNO=53;BYDAY=TU¦\
            RRULE:FREQ=MONTHLY;BYMONTHDAY=-31,31¦EXDATE:¦RDATE;VALUE=PERIOD:¦\nBEGIN:VEVENT\n¦\
            \nEND:VEVENT\n¦\nDTSTART:99991231T235959Z\n¦\nDTSTART;VALUE=DATE:00010101\n¦\
            \nDTEND:00010101T000000\n¦;TZID=Europe/Oslo¦DURATION:P999999W¦\nDESCRIPTION:<a href=\"¦\
            ;ENCODING=QUOTED-PRINTABLE:=¦;VALUE=RECUR¦;INTERVAL=65535¦;UNTIL=¦\\¦\"¦\n ¦BYDAY=99999SU¦\
            BYYEARDAY=-366,366¦BYSETPOS=366¦BYHOUR=23,0¦RSCALE=¦SKIP=",
    },
    Target {
        name: "json",
        read: |kind, text, zone| drop(read_in(json::read, kind, text, zone)),
        kinds: &[Kind::Json, Kind::JsonLines, Kind::Html],
        seeds: &[OPARL, LEGISTAR, POPOLO, CIVIC, INDICO, LINKED, JSON, ANY, DATASET],
        words: "{¦}¦[¦]¦,¦:¦\"¦\\u¦\\ud800¦null¦-¦1e999¦[[[[[[¦{\"a\":¦\"@type\":\"Event\"¦\"data\":¦\"id\":¦\
            []¦{}¦\"9999-12-31T23:59:59-23:59\"¦\"0001-01-01\"¦\"PT99999999H\"¦\"99999:99\"¦\
            <script type=\"application/ld+json\">¦</script>¦\"deleted\":true",
    },
    Target {
        name: "xml",
        read: |kind, text, zone| drop(read_in(xml::read, kind, text, zone)),
        kinds: &[Kind::Xml],
        seeds: &[XML],
        words: "<¦>¦</¦/>¦<event>¦</event>¦<![CDATA[¦]]>¦&a;¦&#0;¦&#xFFFFFFFFF;¦<!--¦<!DOCTYPE¦<?¦\"¦<a>¦\
            <room name='¦xmlns:a='",
    },
    Target {
        name: "the whole import",
        read: import,
        kinds: &[Kind::Csv, Kind::Calendar, Kind::Json, Kind::JsonLines, Kind::Xml, Kind::Html],
        seeds: &[CSV, WHOLE, OSLO, CALENDAR, OPARL, LEGISTAR, CIVIC, INDICO, LINKED, JSON, ANY, DATASET, XML],
        words: ",¦;¦\t¦\n¦\"¦\"\"¦31.12.2050¦12/13/2011¦1900-01-00¦(https://x.y/)¦javascript:x¦noon¦10:00–12:00¦\u{202e}¦\u{a0}¦{¦}¦[¦]",
    },
];

/// A text as an event where it has none.
fn within_event(text: &str) -> String {
    if text.contains("BEGIN:VEVENT") { text.to_owned() } else { format!("BEGIN:VEVENT\n{text}\nEND:VEVENT\n") }
}

/// Imports a text into nothing; what comes of it has no error.
fn import(kind: Kind, text: &str, zone: Option<&str>) {
    let ending = match kind {
        Kind::Calendar => "ics",
        Kind::Json => "json",
        Kind::JsonLines => "jsonl",
        Kind::Xml => "xml",
        Kind::Html => "html",
        _ => "csv",
    };
    let asked = Asked { zone: zone.map(|zone| TimeZone::get(zone).unwrap()), ..Asked::default() };
    import_alone(&format!("f.{ending}"), text.as_bytes().to_vec(), asked);
}

/// A text with some changes, as files have them and as nobody would make them.
fn changed(text: &str, other: &str, words: &str, numbers: &mut Numbers) -> String {
    let words: Vec<&str> = words.split('¦').collect();
    let mut chars: Vec<char> = text.chars().collect();
    let other: Vec<char> = other.chars().collect();
    for _ in 0..=numbers.below(8) {
        let (at, to) = (numbers.below(chars.len() + 1), numbers.below(chars.len() + 1));
        let (at, to) = (at.min(to), at.max(to));
        match numbers.below(9) {
            0 => chars.truncate(at),
            1 => drop(chars.drain(at..to.min(at + 40))),
            2 => chars.splice(at..at, numbers.of(&words).chars()).for_each(drop),
            3 => chars.splice(at..to.min(at + 12), numbers.of(&words).chars()).for_each(drop),
            4 => {
                let from = numbers.below(other.len() + 1);
                chars.splice(at..to, other[from..].iter().take(400).copied()).for_each(drop);
            }
            5 => {
                let part: Vec<char> = chars[at..to.min(at + 60)].to_vec();
                let part = part.repeat(1 + numbers.below(20));
                chars.splice(at..at, part).for_each(drop);
            }
            6 if at < chars.len() => {
                let code = [0, 9, 10, 13, 0x7f, 0x85, 0xa0, 0x200b, 0x202e, 0xfeff, 0xfffd, 0x1f600][numbers.below(12)];
                chars[at] = char::from_u32(code).unwrap();
            }
            7 if at < chars.len() => chars[at] = char::from(32 + numbers.below(95) as u8),
            _ => {
                let digits = ["0", "-1", "9", "99", "65536", "2147483648", "9223372036854775808", "00", "1e400"];
                chars.splice(at..to.min(at + 4), numbers.of(&digits).chars()).for_each(drop);
            }
        }
        chars.truncate(20_000);
    }
    chars.into_iter().collect()
}

/// Reads changed texts for so long, and gives how many, the slowest, and the first that made a reader panic.
fn fuzz(target: &Target, seed: u64, length: Duration) -> (usize, Duration, Option<String>) {
    let mut numbers = Numbers(seed | 1);
    let (begin, mut count, mut slowest) = (Instant::now(), 0, Duration::ZERO);
    while begin.elapsed() < length {
        let (seed, other) = (numbers.of(target.seeds), numbers.of(target.seeds));
        let mut text = changed(seed, other, target.words, &mut numbers);
        if numbers.below(4) == 0 {
            let other = numbers.of(target.seeds);
            text = changed(&text, other, target.words, &mut numbers);
        }
        let kind = target.kinds[numbers.below(target.kinds.len())];
        let zone = [None, Some("Europe/Oslo"), Some("America/St_Johns")][numbers.below(3)];
        let start = Instant::now();
        if catch_unwind(AssertUnwindSafe(|| (target.read)(kind, &text, zone))).is_err() {
            return (count, slowest, Some(text));
        }
        slowest = slowest.max(start.elapsed());
        count += 1;
    }
    (count, slowest, None)
}

/// Every reader for the seconds that `FUZZ_SECONDS` says, from the seed `FUZZ_SEED`.
fn fuzz_all(seconds: u64) {
    let number = |name: &str, usual: u64| std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual);
    let (seconds, seed) = (number("FUZZ_SECONDS", seconds), number("FUZZ_SEED", 17));
    for target in &TARGETS {
        let (count, slowest, broken) = fuzz(target, seed, Duration::from_secs(seconds));
        println!("{}: {count} texts, the slowest {} ms", target.name, slowest.as_millis());
        assert!(broken.is_none(), "the reader “{}” panics on: {:?}", target.name, broken.unwrap_or_default());
    }
}

#[test]
#[ignore = "takes minutes; `make fuzz` runs it"]
fn no_reader_panics_on_what_is_changed_for_minutes() {
    fuzz_all(180);
}

#[test]
fn no_reader_panics_on_what_is_changed_a_little() {
    for target in &TARGETS {
        let mut numbers = Numbers(17);
        for _ in 0..300 {
            let (seed, other) = (numbers.of(target.seeds), numbers.of(target.seeds));
            let text = changed(seed, other, target.words, &mut numbers);
            for kind in target.kinds {
                (target.read)(*kind, &text, None);
            }
        }
    }
}
