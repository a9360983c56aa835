//! Dates and times in English.

use jiff::civil::Date;

use crate::core::text::clock::{Clock, in_hours};
use crate::core::text::date::{PartialDate, When};

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: Date) -> &'static str {
    usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month - 1)).copied().unwrap_or_default()
}

/// A time of a day, a day, a month or a year: `15 June 2011, 16:30 (UTC+1)`, `15 June 2011`, `June 2011`, `2011`.
pub fn date(of: PartialDate) -> String {
    let day = of.first_day();
    match of {
        PartialDate::Time(_, clock) => date(of.without_time()) + ", " + &time(clock),
        PartialDate::Day(_) => format!("{} {} {}", day.day(), month(day), day.year()),
        PartialDate::Month(_) => format!("{} {}", month(day), day.year()),
        PartialDate::Year(_) => day.year().to_string(),
    }
}

/// A time of day as clocks had it there, and how these stood where that is known: `16:30 (UTC+5:30)`.
fn time(clock: Clock) -> String {
    let time = clock.time();
    let Some(offset) = clock.offset else { return time };
    if offset == 0 {
        return time + " (UTC)";
    }
    let hours = in_hours(offset);
    let hours = hours.strip_prefix('0').unwrap_or(&hours);
    let sign = if offset < 0 { " (UTC−" } else { " (UTC+" };
    time + sign + hours.strip_suffix(":00").unwrap_or(hours) + ")"
}

/// A time span in the pieces before, between and behind its two dates: the end in full, the start without what the
/// end says again: `18`, `–`, `19 April 2007`. Of two times of one day it is the end that does not say it again, and how
/// clocks stood at both is said once: `15 June 2011, 16:30`, `–`, `18:00 (UTC+1)`. A single date is the start alone.
pub fn when_in_pieces(when: When) -> (String, &'static str, String) {
    let Some(end) = when.end else {
        return (date(when.start), "", String::new());
    };
    let (first, last) = (when.start.first_day(), end.first_day());
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    let (start, dash) = match (when.start, end) {
        (PartialDate::Time(_, from), PartialDate::Time(_, to)) => {
            let stood_alike = from.offset == to.offset;
            let said = if stood_alike { Clock { offset: None, ..from } } else { from };
            let start = date(PartialDate::Time(first, said));
            if first == last {
                return (start, if stood_alike { "–" } else { " – " }, time(to));
            }
            (start, " – ")
        }
        (PartialDate::Day(_), PartialDate::Day(_)) if same_month => (first.day().to_string(), "–"),
        (PartialDate::Day(_), PartialDate::Day(_)) if same_year => (format!("{} {}", first.day(), month(first)), " – "),
        (PartialDate::Month(_), PartialDate::Month(_)) if same_year => (month(first).to_owned(), "–"),
        (PartialDate::Year(_), PartialDate::Year(_)) => (date(when.start), "–"),
        _ => (date(when.start), " – "),
    };
    (start, dash, date(end))
}

/// A time span: `18–19 April 2007`, `30 March – 2 April 2009`.
pub fn when(when: When) -> String {
    let (start, dash, end) = when_in_pieces(when);
    format!("{start}{dash}{end}")
}

/// When a meeting was held, as a note on it.
pub fn held(at: When) -> String {
    format!("Held {}", when(at))
}

/// When the data was last changed.
pub fn modified(text: &str) -> String {
    PartialDate::parse(text).map(|day| format!("Data last changed on {}.", date(day))).unwrap_or_default()
}

/// When a meeting's record was last changed.
pub fn record_changed(day: PartialDate) -> String {
    format!("Record changed {}.", date(day))
}

/// When the address of a document or a source was last seen to work.
pub fn last_seen(day: PartialDate) -> String {
    format!("Address last seen {}", date(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: &str, end: Option<&str>) -> When {
        When::new(PartialDate::parse_time(start).unwrap(), end.and_then(PartialDate::parse_time)).unwrap()
    }

    #[test]
    fn times_of_day_read_as_they_are_written_with_how_clocks_stood() {
        for (start, end, expected) in [
            ("2016-01-15T16:30", None, "15 January 2016, 16:30"),
            ("2016-01-15T09:05Z", None, "15 January 2016, 09:05 (UTC)"),
            ("2016-01-15T16:30+05:30", None, "15 January 2016, 16:30 (UTC+5:30)"),
            ("2016-01-15T16:30-10:00", None, "15 January 2016, 16:30 (UTC−10)"),
            ("2016-01-15T16:30+00:30", None, "15 January 2016, 16:30 (UTC+0:30)"),
            ("2016-01-15T16:30+01:00", Some("2016-01-15T18:00+01:00"), "15 January 2016, 16:30–18:00 (UTC+1)"),
            ("2016-01-15T16:30", Some("2016-01-15T18:00"), "15 January 2016, 16:30–18:00"),
            (
                "2016-01-15T16:30+01:00",
                Some("2016-01-16T12:00+01:00"),
                "15 January 2016, 16:30 – 16 January 2016, 12:00 (UTC+1)",
            ),
            (
                "2016-01-15T16:30+01:00",
                Some("2016-01-15T20:00+02:00"),
                "15 January 2016, 16:30 (UTC+1) – 20:00 (UTC+2)",
            ),
            (
                "2016-01-15T16:30+01:00",
                Some("2016-01-16T12:00Z"),
                "15 January 2016, 16:30 (UTC+1) – 16 January 2016, 12:00 (UTC)",
            ),
            ("2016-01-15T16:30Z", Some("2016-01-15T18:00"), "15 January 2016, 16:30 (UTC) – 18:00"),
            ("2016-01-15T16:30Z", Some("2016-01-16"), "15 January 2016, 16:30 (UTC) – 16 January 2016"),
            ("2016-01-15", Some("2016-01-16T12:00"), "15 January 2016 – 16 January 2016, 12:00"),
        ] {
            assert_eq!(when(span(start, end)), expected);
        }
    }

    #[test]
    fn dates_read_as_english_has_them() {
        for (start, end, expected) in [
            ("2011-06-15", None, "15 June 2011"),
            ("2007-04-18", Some("2007-04-19"), "18–19 April 2007"),
            ("2009-03-30", Some("2009-04-02"), "30 March – 2 April 2009"),
            ("2009-12-30", Some("2010-01-02"), "30 December 2009 – 2 January 2010"),
            ("2008-05", None, "May 2008"),
            ("2008-05", Some("2008-06"), "May–June 2008"),
            ("2008-12", Some("2009-01"), "December 2008 – January 2009"),
            ("2008", None, "2008"),
            ("2008", Some("2009"), "2008–2009"),
            ("2008", Some("2008-06-15"), "2008 – 15 June 2008"),
        ] {
            assert_eq!(when(span(start, end)), expected);
        }
    }
}
