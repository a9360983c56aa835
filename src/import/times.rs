//! Times as machines write them, and what tells how clocks stood.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::core::text::clock::Clock;
use crate::core::text::date::PartialDate;

/// A time as ISO 8601 and RFC 3339 write it, in one of their many forms: `2018-01-04T10:30:00+01:00`, `2018-01-04 10:30`,
/// `20180104T103000Z`, with seconds and parts of them, which are passed over. A day, a month or a year is one too. A time
/// without an offset is given the one that clocks had in `zone`, if there is one.
pub fn machine_time(text: &str, zone: Option<&TimeZone>) -> Option<PartialDate> {
    let text = text.trim();
    let (day, time) = match text.split_once(['T', 't', ' ']) {
        Some((day, time)) => (day, Some(time.trim())),
        None => (text, None),
    };
    let day = match (day.len(), day.bytes().all(|byte| byte.is_ascii_digit())) {
        (8, true) => PartialDate::parse(&format!("{}-{}-{}", &day[..4], &day[4..6], &day[6..]))?,
        _ => PartialDate::parse(day)?,
    };
    match (day, time) {
        (day, None) => Some(day),
        (PartialDate::Day(date), Some(time)) => {
            let (minute, offset) = machine_clock(time)?;
            Some(match (offset, zone) {
                (None, Some(zone)) => zoned(date, minute, zone),
                _ => PartialDate::Time(date, Clock { minute, offset }),
            })
        }
        _ => None,
    }
}

/// A time of day as machines write it, in minutes, and its offset if it tells one.
fn machine_clock(text: &str) -> Option<(i16, Option<i16>)> {
    let end = text.find(['Z', 'z', '+', '-', '\u{2212}', ' ']).unwrap_or(text.len());
    let (time, zone) = (text.get(..end)?, text.get(end..)?.trim());
    let time = time.split(['.', ',']).next()?;
    let digits: String = time.chars().filter(|char| *char != ':').collect();
    let is_time = matches!(digits.len(), 4 | 6) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = |at: usize| digits.get(at..at + 2).and_then(|digits| digits.parse::<i16>().ok());
    let (hour, minute) = (number(0).filter(|_| is_time)?, number(2)?);
    if hour > 23 || minute > 59 {
        return None;
    }
    Some((hour * 60 + minute, if zone.is_empty() { None } else { Some(offset(zone)?) }))
}

/// How many minutes an offset such as `+01:00`, `-0330`, `+02` or `Z` is ahead of UTC.
pub fn offset(text: &str) -> Option<i16> {
    if text.eq_ignore_ascii_case("z") || text.eq_ignore_ascii_case("utc") || text.eq_ignore_ascii_case("gmt") {
        return Some(0);
    }
    let (sign, rest) = match text.chars().next()? {
        '+' => (1, &text[1..]),
        '-' => (-1, &text[1..]),
        '\u{2212}' => (-1, &text['\u{2212}'.len_utf8()..]),
        _ => return None,
    };
    let digits: String = rest.chars().filter(|char| *char != ':').collect();
    let is_offset = matches!(digits.len(), 2 | 4) && digits.bytes().all(|byte| byte.is_ascii_digit());
    let hours: i16 = digits.get(..2).filter(|_| is_offset)?.parse().ok()?;
    let minutes: i16 = digits.get(2..).filter(|rest| !rest.is_empty()).map_or(Some(0), |rest| rest.parse().ok())?;
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// A time of a day as clocks had it in a zone, with the offset that they had then.
pub fn zoned(date: Date, minute: i16, zone: &TimeZone) -> PartialDate {
    let hour_and_minute = (i8::try_from(minute / 60), i8::try_from(minute % 60));
    let offset = match hour_and_minute {
        (Ok(hour), Ok(minute)) => DateTime::new(date.year(), date.month(), date.day(), hour, minute, 0, 0).ok(),
        _ => None,
    };
    let offset = offset.and_then(|time| zone.to_ambiguous_timestamp(time).compatible().ok());
    let offset = offset.and_then(|moment| i16::try_from(zone.to_offset(moment).seconds() / 60).ok());
    PartialDate::Time(date, Clock { minute, offset })
}

/// The same for a moment in UTC, as clocks had it in a zone: a calendar that tells times in UTC and names a zone means the
/// latter's day.
pub fn in_zone(date: Date, minute: i16, zone: &TimeZone) -> Option<PartialDate> {
    let (hour, minute) = (i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?);
    let time = DateTime::new(date.year(), date.month(), date.day(), hour, minute, 0, 0).ok()?;
    let moment = TimeZone::UTC.to_timestamp(time).ok()?;
    let there = zone.to_datetime(moment);
    let offset = i16::try_from(zone.to_offset(moment).seconds() / 60).ok();
    let minute = i16::from(there.hour()) * 60 + i16::from(there.minute());
    Some(PartialDate::Time(there.date(), Clock { minute, offset }))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    #[test]
    fn times_of_machines_are_read_in_their_many_forms() {
        let zone = TimeZone::get("Europe/Oslo").unwrap();
        for (text, read) in [
            ("2018-01-04T10:30:00+01:00", "2018-01-04T10:30+01:00"),
            ("2018-01-04T10:30:15.250Z", "2018-01-04T10:30Z"),
            ("20180104T103000Z", "2018-01-04T10:30Z"),
            ("2018-01-04 10:30", "2018-01-04T10:30+01:00"),
            ("2018-07-04T10:30-0330", "2018-07-04T10:30-03:30"),
            ("2018-07-04T10:30", "2018-07-04T10:30+02:00"),
            ("20180104", "2018-01-04"),
            ("2018-01", "2018-01"),
        ] {
            assert_eq!(machine_time(text, Some(&zone)).unwrap().to_string(), read, "{text}");
        }
        assert_eq!(machine_time("2018-01-04T10:30", None).unwrap().to_string(), "2018-01-04T10:30");
        for text in ["", "2018-13-01", "2018-01-04T25:00", "2018-01-04T10", "2018-01-04T10:30+99:00", "T10:30", "ä T"]
        {
            assert_eq!(machine_time(text, None), None, "{text}");
        }
    }

    #[test]
    fn a_moment_is_told_as_clocks_had_it() {
        let zone = TimeZone::get("America/Chicago").unwrap();
        let date = Date::new(2018, 1, 4).unwrap();
        assert_eq!(in_zone(date, 30, &zone).unwrap().to_string(), "2018-01-03T18:30-06:00");
        assert_eq!(zoned(date, 630, &zone).to_string(), "2018-01-04T10:30-06:00");
    }
}
