//! What a time of day becomes in each file: a time where the format has one, else its day. The values are worked out by hand.

use meetings::core::export::Format;
use serde_json::{Value, json};

use super::files::text;

const TIMES: &str = r#"{"version": 1, "title": "Talks", "language": "en", "meetings": [
    {"id": "day", "title": "D", "start": "2016-01-15", "end": "2016-01-16"},
    {"id": "zoned", "title": "Z", "start": "2016-01-15T16:30:00+01:00", "end": "2016-01-15T18:00+01:00"},
    {"id": "local", "title": "L", "start": "2016-12-31T16:30", "end": "2017-01-01T12:00"},
    {"id": "edge", "title": "E", "start": "2017-01-01T00:30+05:30"}]}"#;

/// The lines of a calendar that tell a time, by event.
fn told(calendar: &str) -> Vec<Vec<&str>> {
    let events = calendar.split("BEGIN:VEVENT\r\n").skip(1);
    events
        .map(|event| {
            event.split("\r\n").filter(|line| line.starts_with("DTSTART") || line.starts_with("DTEND")).collect()
        })
        .collect()
}

#[test]
fn a_calendar_tells_times_in_utc_or_floating_and_days_as_ever() {
    let calendar = text(TIMES, "/", Format::Calendar);
    assert_eq!(
        told(&calendar),
        [
            vec!["DTSTART;VALUE=DATE:20160115", "DTEND;VALUE=DATE:20160117"],
            vec!["DTSTART:20160115T153000Z", "DTEND:20160115T170000Z"],
            vec!["DTSTART:20161231T163000", "DTEND:20170101T120000"],
            vec!["DTSTART:20161231T190000Z"],
        ]
    );
    assert_eq!(calendar.matches("\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\n").count(), 4);
    assert_eq!(told(&text(TIMES, "/meetings/edge/", Format::Calendar)), [["DTSTART:20161231T190000Z"]]);
    assert!(!calendar.contains("TZID"));
}

#[test]
fn an_event_of_whole_days_is_written_as_ever() {
    let calendar = text(TIMES, "/meetings/day/", Format::Calendar);
    let event = calendar.split_once("BEGIN:VEVENT\r\n").unwrap().1;
    assert_eq!(
        event,
        "UID:day@talks\r\nDTSTAMP:20160116T000000Z\r\nDTSTART;VALUE=DATE:20160115\r\nDTEND;VALUE=DATE:20160117\r\n\
         SUMMARY:D\r\nURL:https://example.org/talks/meetings/day/\r\nTRANSP:TRANSPARENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    );
}

#[test]
fn a_table_has_times_in_iso_8601() {
    let table = text(TIMES, "/", Format::Csv);
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let at = |name: &str, reader: &mut csv::Reader<&[u8]>| {
        reader.headers().unwrap().iter().position(|of| of == name).unwrap()
    };
    let [start, end] = ["start", "end"].map(|name| at(name, &mut reader));
    let rows: Vec<_> =
        reader.records().map(Result::unwrap).map(|row| [row[start].to_owned(), row[end].to_owned()]).collect();
    assert_eq!(
        rows,
        [
            ["2016-01-15", "2016-01-16"],
            ["2016-01-15T16:30+01:00", "2016-01-15T18:00+01:00"],
            ["2016-12-31T16:30", "2017-01-01T12:00"],
            ["2017-01-01T00:30+05:30", ""],
        ]
    );
}

#[test]
fn a_reference_has_the_day_as_clocks_had_it_there_and_the_time_in_its_note() {
    let bibtex = text(TIMES, "/meetings/zoned/", Format::Bibtex);
    for line in ["  year = {2016},", "  month = jan,", "  note = {Held 15 January 2016, 16:30–18:00 (UTC+1)},"] {
        assert!(bibtex.lines().any(|of| of == line), "{line} in {bibtex}");
    }
    let ris = text(TIMES, "/meetings/edge/", Format::Ris);
    assert!(ris.contains("\r\nDA  - 2017/01/01/\r\n"), "{ris}");
    assert!(ris.contains("\r\nN1  - Held 1 January 2017, 00:30 (UTC+5:30)\r\n"), "{ris}");
    let csl: Value = serde_json::from_str(&text(TIMES, "/", Format::Csl)).unwrap();
    for (at, parts) in [
        (0, json!([[2016, 1, 15], [2016, 1, 16]])),
        (1, json!([[2016, 1, 15]])),
        (2, json!([[2016, 12, 31], [2017, 1, 1]])),
        (3, json!([[2017, 1, 1]])),
    ] {
        assert_eq!(csl[at]["event-date"]["date-parts"], parts);
    }
}
