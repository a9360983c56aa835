//! Events that happen again.

use meetings::import::calendar::read as reader;
use meetings::import::source::Kind;
use meetings::import::told::Done;

use super::{Got, read, written};

fn events(events: &[&str]) -> Got {
    let events: String = events.iter().map(|event| format!("BEGIN:VEVENT\n{event}\nEND:VEVENT\n")).collect();
    read(reader, Kind::Calendar, &format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n"))
}

/// The times at which the events begin.
fn starts(got: &Got) -> Vec<String> {
    got.drafts.iter().map(|draft| written(draft.start)).collect()
}

pub const OSLO: &str =
    "UID:a\nSUMMARY:Talk\nDTSTART;TZID=Europe/Oslo:20210315T100000\nDTEND;TZID=Europe/Oslo:20210315T120000";

#[test]
fn a_rule_gives_a_meeting_for_each_of_its_times_as_clocks_stand_then() {
    let got = events(&[&format!("{OSLO}\nRRULE:FREQ=WEEKLY;COUNT=3")]);
    assert_eq!(starts(&got), ["2021-03-15T10:00+01:00", "2021-03-22T10:00+01:00", "2021-03-29T10:00+02:00"]);
    assert_eq!(written(got.drafts[2].end), "2021-03-29T12:00+02:00");
    let uids: Vec<_> = got.drafts.iter().map(|draft| draft.uid.clone().unwrap()).collect();
    assert_eq!(uids, ["a/20210315T090000Z", "a/20210322T090000Z", "a/20210329T080000Z"]);
    assert!(got.tells(Done::Read, "one meeting for each of its times"));
    for (rule, days) in [
        ("FREQ=MONTHLY;BYDAY=3MO;COUNT=3", "2021-03-15 2021-04-19 2021-05-17"),
        ("FREQ=YEARLY;UNTIL=20230315T090000Z", "2021-03-15 2022-03-15 2023-03-15"),
        ("FREQ=YEARLY;UNTIL=20230315T085900Z", "2021-03-15 2022-03-15"),
        ("FREQ=DAILY;INTERVAL=2;UNTIL=20210319", "2021-03-15 2021-03-17 2021-03-19"),
        ("FREQ=WEEKLY;BYDAY=MO,WE;WKST=MO;COUNT=3", "2021-03-15 2021-03-17 2021-03-22"),
    ] {
        let got = events(&[&format!("{OSLO}\nRRULE:{rule}")]);
        let starts: Vec<String> = starts(&got).iter().map(|start| start[..10].to_owned()).collect();
        assert_eq!(starts.join(" "), days, "{rule}");
    }
    let got = events(&["DTSTART;VALUE=DATE:20210315\nDTEND;VALUE=DATE:20210317\nRRULE:FREQ=MONTHLY;COUNT=2"]);
    assert_eq!(starts(&got), ["2021-03-15", "2021-04-15"]);
    assert_eq!(written(got.drafts[1].end), "2021-04-16");
}

#[test]
fn days_are_added_taken_out_and_moved() {
    let got = events(&[
        &format!(
            "{OSLO}\nRRULE:FREQ=WEEKLY;COUNT=4\nEXDATE;TZID=Europe/Oslo:20210322T100000\nRDATE;TZID=Europe/Oslo:20210401T090000\n\
             RDATE;VALUE=PERIOD:20210402T080000Z/PT30M"
        ),
        "UID:a\nRECURRENCE-ID:20210329T080000Z\nSUMMARY:Moved\nDTSTART;TZID=Europe/Oslo:20210330T100000",
    ]);
    let expected = [
        "2021-03-15T10:00+01:00",
        "2021-04-01T09:00+02:00",
        "2021-04-02T08:00Z",
        "2021-04-05T10:00+02:00",
        "2021-03-30T10:00+02:00",
    ];
    assert_eq!(starts(&got), expected);
    assert_eq!((written(got.drafts[2].end).as_str(), got.drafts[4].title.as_str()), ("2021-04-02T08:30Z", "Moved"));
    assert_eq!(got.drafts[4].uid.as_deref(), Some("a/20210329T080000Z"));
    // A day takes the time of that day out, also in UTC.
    let got = events(&[&format!("{OSLO}\nRRULE:FREQ=WEEKLY;COUNT=2\nEXDATE;VALUE=DATE:20210322")]);
    assert_eq!(got.drafts.len(), 1);
}

#[test]
fn what_has_no_end_or_cannot_be_read_is_told_and_bounded() {
    let got = events(&["DTSTAMP:20210401T000000Z\nDTSTART;VALUE=DATE:20210315\nRRULE:FREQ=MONTHLY"]);
    assert_eq!((got.drafts.len(), starts(&got)[12].as_str()), (13, "2022-03-15"));
    assert!(got.tells(Done::Guessed, "without an end"));
    let got = events(&["DTSTART;VALUE=DATE:20210315\nRRULE:FREQ=DAILY;COUNT=5000000"]);
    assert_eq!(got.drafts.len(), 1_000);
    assert!(got.tells(Done::LeftOut, "more than a thousand"));
    for rule in [
        "FREQ=SECONDLY",
        "FREQ=WEEKLY;BYDAY=XX",
        "nonsense",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
    ] {
        let got = events(&[&format!("SUMMARY:x\nDTSTART;VALUE=DATE:20210315\nRRULE:{rule}")]);
        assert!(
            !got.drafts.is_empty() && got.drafts.len() < 3 && !got.told.lines.is_empty(),
            "{rule} {}",
            got.drafts.len()
        );
    }
    let got = events(&["DTSTART;VALUE=DATE:20210315\nRDATE:soon\nEXDATE:later"]);
    assert_eq!((got.drafts.len(), got.done(Done::LeftOut).len()), (1, 2));
}
