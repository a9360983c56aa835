//! When an event of a calendar begins and ends (RFC 5545, sections 3.8.2.2 and 3.8.2.4).

use jiff::civil::Date;

use crate::core::text::clock::{Clock, in_hours};
use crate::core::text::date::{PartialDate, When};

/// The minutes of a day.
const DAY: i16 = 24 * 60;

/// The lines that tell when an event begins and ends, by name and value. Both tell days, or both tell times of one kind, as
/// the format asks: what the start is like decides.
pub fn times(when: When) -> Vec<(&'static str, String)> {
    if let PartialDate::Time(day, clock) = when.start
        && let Some(start) = in_utc(day, clock)
    {
        // Without an end it is over as it begins, and an end must lie behind its start.
        let end = when.end.and_then(|end| end_of(end, clock)).filter(|end| *end > start);
        let zone = if clock.offset.is_some() { "Z" } else { "" };
        let written =
            |(day, minute): (Date, i16)| format!("{}T{}00{zone}", compact(day), in_hours(minute).replace(':', ""));
        return [("DTSTART", Some(start)), ("DTEND", end)]
            .into_iter()
            .filter_map(|(name, time)| Some((name, written(time?))))
            .collect();
    }
    // The end of an event of whole days is the day after it; the last day of all has none.
    let after = when.last_day().tomorrow().ok();
    [("DTSTART;VALUE=DATE", Some(when.start.first_day())), ("DTEND;VALUE=DATE", after)]
        .into_iter()
        .filter_map(|(name, day)| Some((name, compact(day?))))
        .collect()
}

/// The end of what began when clocks stood so. An end that does not tell how they stood had them stand as at the start, and
/// beside a start of local time it can only be one itself. A day ends at the midnight behind it.
pub fn end_of(end: PartialDate, start: Clock) -> Option<(Date, i16)> {
    match end {
        PartialDate::Time(day, clock) => {
            let offset = start.offset.map(|offset| clock.offset.unwrap_or(offset));
            in_utc(day, Clock { offset, ..clock })
        }
        _ => in_utc(end.last_day().tomorrow().ok()?, Clock { minute: 0, offset: start.offset }),
    }
}

/// The day and the minute of it that a time is in UTC, or of a local time as they are. `None` where the calendar ends.
pub fn in_utc(day: Date, clock: Clock) -> Option<(Date, i16)> {
    let minutes = clock.minute - clock.offset.unwrap_or_default();
    let day = match minutes.div_euclid(DAY) {
        -1 => day.yesterday().ok()?,
        0 => day,
        _ => day.tomorrow().ok()?,
    };
    Some((day, minutes.rem_euclid(DAY)))
}

/// A day as iCalendar writes it, `20110615`.
pub fn compact(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lines(start: &str, end: Option<&str>) -> Vec<String> {
        let when = When::new(PartialDate::parse_time(start).unwrap(), end.and_then(PartialDate::parse_time)).unwrap();
        times(when).into_iter().map(|(name, value)| format!("{name}:{value}")).collect()
    }

    #[test]
    fn an_event_of_times_begins_and_ends_at_them() {
        for (start, end, expected) in [
            // In UTC, also over the edge of a day, a month and a year on either side.
            ("2016-01-15T16:30+01:00", None, &["DTSTART:20160115T153000Z"][..]),
            (
                "2016-01-15T16:30+01:00",
                Some("2016-01-15T18:00+01:00"),
                &["DTSTART:20160115T153000Z", "DTEND:20160115T170000Z"],
            ),
            (
                "2017-01-01T00:30+01:00",
                Some("2017-01-01T02:00+01:00"),
                &["DTSTART:20161231T233000Z", "DTEND:20170101T010000Z"],
            ),
            (
                "2016-02-29T22:15-03:30",
                Some("2016-02-29T23:00-03:30"),
                &["DTSTART:20160301T014500Z", "DTEND:20160301T023000Z"],
            ),
            (
                "2016-01-15T16:30Z",
                Some("2016-01-15T20:00+02:00"),
                &["DTSTART:20160115T163000Z", "DTEND:20160115T180000Z"],
            ),
            // Floating.
            ("2016-01-15T16:30", Some("2016-01-16T12:00"), &["DTSTART:20160115T163000", "DTEND:20160116T120000"]),
            // A day ends at the midnight behind it, which in UTC+1 is 23:00.
            ("2016-01-15T16:30", Some("2016-01-16"), &["DTSTART:20160115T163000", "DTEND:20160117T000000"]),
            ("2016-01-15T16:30+01:00", Some("2016-01-15"), &["DTSTART:20160115T153000Z", "DTEND:20160115T230000Z"]),
            // Only one tells how clocks stood.
            (
                "2016-01-15T16:30+01:00",
                Some("2016-01-15T18:00"),
                &["DTSTART:20160115T153000Z", "DTEND:20160115T170000Z"],
            ),
            ("2016-01-15T16:30", Some("2016-01-15T18:00+01:00"), &["DTSTART:20160115T163000", "DTEND:20160115T180000"]),
            // Then the end may lie before the start, and no calendar takes it.
            ("2016-01-15T16:30+01:00", Some("2016-01-15T09:00"), &["DTSTART:20160115T153000Z"]),
            ("2016-01-15T16:30Z", Some("2016-01-15T17:30+01:00"), &["DTSTART:20160115T163000Z"]),
            // Days remain days.
            ("2016-01-15", None, &["DTSTART;VALUE=DATE:20160115", "DTEND;VALUE=DATE:20160116"]),
            ("2016-01-15", Some("2016-01-16T12:00"), &["DTSTART;VALUE=DATE:20160115", "DTEND;VALUE=DATE:20160117"]),
            // Where the calendar ends.
            ("9999-12-31", None, &["DTSTART;VALUE=DATE:99991231"]),
            ("9999-12-31T23:30-01:00", None, &["DTSTART;VALUE=DATE:99991231"]),
            ("9999-12-31T16:30", Some("9999-12-31"), &["DTSTART:99991231T163000"]),
        ] {
            assert_eq!(lines(start, end), expected, "{start} {end:?}");
        }
    }

    proptest! {
        #[test]
        fn the_end_of_an_event_is_of_the_kind_of_its_start_and_lies_behind_it(
            start in "20(16|17)-(01|12)-(01|31)(T(00|09|23):30(Z|[+-](01|11):30)?)?",
            end in "20(16|17)-(01|12)-(01|31)(T(00|09|23):(30|45)(Z|[+-](01|11):30)?)?",
        ) {
            let read = |text: &str| PartialDate::parse_time(text).unwrap();
            let Some(when) = When::new(read(&start), Some(read(&end))) else { return Ok(()) };
            let lines = times(when);
            prop_assert_eq!(lines[0].0.strip_prefix("DTSTART").unwrap().is_empty(), start.contains('T'));
            if let Some((name, value)) = lines.get(1) {
                prop_assert_eq!(name.replace("DTEND", "DTSTART"), lines[0].0);
                prop_assert_eq!((value.len(), value.ends_with('Z')), (lines[0].1.len(), lines[0].1.ends_with('Z')));
                prop_assert!(*value > lines[0].1);
            }
        }
    }
}
