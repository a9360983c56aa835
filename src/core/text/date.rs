//! Dates as archives know them: a day, perhaps with its time, or where no more is known a month or a year.

use std::fmt;

use jiff::civil::Date;

use super::clock::{Clock, digits};

/// A time of a day, a day, a month or a year. Its text is ISO 8601: `2011-06-15T09:30+03:00`, `2011-06-15`, `2011-06`,
/// `2011`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartialDate {
    /// A time of a day.
    Time(Date, Clock),
    /// A day.
    Day(Date),
    /// A month, kept as its first day.
    Month(Date),
    /// A year, kept as its first day.
    Year(Date),
}

impl PartialDate {
    /// Reads `YYYY-MM-DD`, `YYYY-MM` or `YYYY` with a year from 0001 to 9999. `None` for anything else, and for a
    /// day that the calendar does not have.
    pub fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split('-');
        let year = digits(numbers.next()?, 4)?;
        let month = numbers.next().map(|number| digits(number, 2));
        let day = numbers.next().map(|number| digits(number, 2));
        if numbers.next().is_some() || year == 0 {
            return None;
        }
        let date = |month: i16, day: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
        match (month, day) {
            (None, _) => Some(Self::Year(date(1, 1)?)),
            (Some(month), None) => Some(Self::Month(date(month?, 1)?)),
            (Some(month), Some(day)) => Some(Self::Day(date(month?, day?)?)),
        }
    }

    /// Reads the same, and a day with a time behind a `T`. Only where something begins or ends may it stand: nobody would
    /// see the time elsewhere.
    pub fn parse_time(text: &str) -> Option<Self> {
        let Some((day, time)) = text.split_once('T') else { return Self::parse(text) };
        match Self::parse(day)? {
            Self::Day(day) => Some(Self::Time(day, Clock::parse(time)?)),
            _ => None,
        }
    }

    /// The same without its time of day, for formats that have none.
    pub fn without_time(self) -> Self {
        if let Self::Time(day, _) = self { Self::Day(day) } else { self }
    }

    /// The minutes of its day that have gone by then, as clocks had it there: what is sorted by within a day.
    pub fn minute(self) -> Option<i16> {
        if let Self::Time(_, clock) = self { Some(clock.minute) } else { None }
    }

    /// Its first day: what it is sorted by.
    pub fn first_day(self) -> Date {
        match self {
            Self::Time(date, _) | Self::Day(date) | Self::Month(date) | Self::Year(date) => date,
        }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        match self {
            Self::Time(date, _) | Self::Day(date) => date,
            Self::Month(date) => date.last_of_month(),
            Self::Year(date) => date.last_of_year(),
        }
    }

    /// Its year.
    pub fn year(self) -> i16 {
        self.first_day().year()
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let date = self.first_day();
        match self {
            Self::Time(_, clock) => write!(formatter, "{}T{clock}", self.without_time()),
            Self::Day(_) => write!(formatter, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day()),
            Self::Month(_) => write!(formatter, "{:04}-{:02}", date.year(), date.month()),
            Self::Year(_) => write!(formatter, "{:04}", date.year()),
        }
    }
}

/// When something took place: from `start` to `end`, both inclusive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct When {
    /// Its beginning.
    pub start: PartialDate,
    /// Its end, where that is another time, day, month or year than the beginning.
    pub end: Option<PartialDate>,
}

impl When {
    /// A time span; `None` if the end lies before the start. Two times are compared as moments, or as clocks had them
    /// where neither tells how these stood; where only one tells, the days alone can be compared.
    pub fn new(start: PartialDate, end: Option<PartialDate>) -> Option<Self> {
        let end = end.filter(|end| *end != start);
        let in_order = end.is_none_or(|end| match (start, end) {
            (PartialDate::Time(first, from), PartialDate::Time(last, to))
                if from.offset.is_some() == to.offset.is_some() =>
            {
                moment(first, from) <= moment(last, to)
            }
            _ => start.first_day() <= end.first_day(),
        });
        in_order.then_some(Self { start, end })
    }

    /// Whether both its first and its last day are known.
    pub fn has_days(self) -> bool {
        let is_day = |date: PartialDate| matches!(date.without_time(), PartialDate::Day(_));
        is_day(self.start) && self.end.is_none_or(is_day)
    }

    /// All years that it touches, the first first.
    pub fn years(self) -> std::ops::RangeInclusive<i16> {
        self.start.year()..=self.last_day().year()
    }

    /// The last day it covers. Between two places an end may be dated before its start, where clocks stand a day apart.
    pub fn last_day(self) -> Date {
        self.end.unwrap_or(self.start).last_day().max(self.start.first_day())
    }
}

/// A time in minutes of one count, in UTC where it tells how clocks stood.
fn moment(day: Date, clock: Clock) -> i64 {
    let years = i64::from(day.year()) - 1;
    let days = 365 * years + years / 4 - years / 100 + years / 400 + i64::from(day.day_of_year());
    days * 1440 + i64::from(clock.minute) - i64::from(clock.offset.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_months_and_years_are_read_and_printed_alike() {
        for text in ["2011-06-15", "2008-02-29", "2008-05", "2008", "0001", "9999-12-31"] {
            assert_eq!(PartialDate::parse(text).map(|date| date.to_string()).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in [
            "",
            "2011-6-15",
            "2011-06-31",
            "2007-02-29",
            "2011-13",
            "2011-00",
            "2011-06-00",
            "0000",
            "11",
            "2011-06-15T10:00",
            "2011-06-15-01",
            " 2011",
            "2011-",
            "-2011",
            "２０１１",
            "15.6.2011",
        ] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_of_a_day_is_read_where_one_may_stand_and_nowhere_else() {
        for (text, printed) in [
            ("2016-01-15T16:30", "2016-01-15T16:30"),
            ("2016-01-15T16:30Z", "2016-01-15T16:30Z"),
            ("2016-01-15T16:30:00+01:00", "2016-01-15T16:30+01:00"),
            ("0001-01-01T00:00-00:00", "0001-01-01T00:00Z"),
        ] {
            assert_eq!(PartialDate::parse_time(text).map(|time| time.to_string()).as_deref(), Some(printed));
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
        for text in ["2016-01-15", "2016-01", "2016", "2016-01-32", "x"] {
            assert_eq!(PartialDate::parse_time(text), PartialDate::parse(text));
        }
        for text in [
            "2016-01T16:30",
            "2016T16:30",
            "2016-02-30T16:30",
            "2016-01-15T",
            "T16:30",
            "2016-01-15T24:00",
            "2016-01-15T16:30T16:30",
            "2016-01-15 16:30",
            "2016-01-15t16:30",
        ] {
            assert_eq!(PartialDate::parse_time(text), None, "{text}");
        }
    }

    #[test]
    fn a_time_ends_no_earlier_than_it_starts_as_far_as_can_be_told() {
        let span = |start, end| When::new(PartialDate::parse_time(start).unwrap(), PartialDate::parse_time(end));
        for (start, end, is_sound) in [
            ("2016-01-15T16:30", "2016-01-15T18:00", true),
            ("2016-01-15T16:30", "2016-01-15T16:29", false),
            ("2016-01-15T23:30", "2016-01-16T00:15", true),
            // 15:30 and 15:00 in UTC, then 15:30 and 16:15.
            ("2016-01-15T16:30+01:00", "2016-01-15T17:00+02:00", false),
            ("2016-01-15T16:30+01:00", "2016-01-15T16:15Z", true),
            // The same moment, and a minute before it, over the end of a leap February and of a year.
            ("2016-02-29T23:30-01:00", "2016-03-01T00:30Z", true),
            ("2016-02-29T23:30-01:00", "2016-03-01T00:29Z", false),
            ("2017-01-01T00:30+01:00", "2016-12-31T23:30Z", true),
            ("2017-01-01T00:30+01:00", "2016-12-31T23:29Z", false),
            ("2001-01-01T00:30+01:00", "2000-12-31T23:29Z", false),
            // How clocks stood is told by one alone, or there is a day alone.
            ("2016-01-15T16:30+01:00", "2016-01-15T09:00", true),
            ("2016-01-15T16:30+01:00", "2016-01-14T23:00", false),
            ("2016-01-15T16:30", "2016-01-15", true),
            ("2016-01-15", "2016-01-15T00:00", true),
            ("2016-01-15T16:30", "2016-01", false),
        ] {
            assert_eq!(span(start, end).is_some(), is_sound, "{start} {end}");
        }
        assert_eq!(span("2016-01-15T16:30Z", "2016-01-15T16:30Z").unwrap().end, None);
        // It is in some year, though its end is dated before its start.
        let west = span("2017-01-01T00:30+01:00", "2016-12-31T23:45Z").unwrap();
        assert_eq!((west.years(), west.has_days()), (2017..=2017, true));
        assert!(!span("2016-01-15T16:30", "2016-02").unwrap().has_days());
    }

    #[test]
    fn a_span_ends_no_earlier_than_it_starts() {
        let span = |start, end| When::new(PartialDate::parse(start).unwrap(), PartialDate::parse(end));
        assert!(span("2007-04-18", "2007-04-19").is_some());
        assert!(span("2007-04-18", "2007-04-17").is_none());
        assert!(span("2007-04-18", "2007-03").is_none());
        assert!(span("2007-04", "2007-04-19").is_some());
        assert_eq!(span("2007-04-18", "2007-04-18").unwrap().end, None);
    }

    proptest! {
        #[test]
        fn reading_a_date_never_panics(text in "\\PC{0,12}") {
            let _ = PartialDate::parse_time(&text);
        }

        #[test]
        fn a_time_is_printed_as_it_was_read(
            year in 1i16..=9999,
            of_year in 0i8..12,
            day in 1i8..=28,
            minute in 0i16..1440,
            offset in proptest::option::of(-1439i16..1440),
        ) {
            let time = PartialDate::Time(Date::new(year, of_year + 1, day).unwrap(), Clock { minute, offset });
            prop_assert_eq!(PartialDate::parse_time(&time.to_string()), Some(time));
        }

        #[test]
        fn what_looks_like_a_time_never_panics(text in "[0-9-]{0,10}T[0-9:+Z-]{0,12}|[0-9]{4}-[01][0-9]-[0-3][0-9]T\\PC{0,8}") {
            if let Some(time) = PartialDate::parse_time(&text) {
                prop_assert_eq!(PartialDate::parse_time(&time.to_string()), Some(time));
                prop_assert_eq!(time.first_day(), time.last_day());
            }
        }

        #[test]
        fn digits_and_hyphens_never_panic(text in "[0-9-]{0,12}") {
            if let Some(date) = PartialDate::parse(&text) {
                prop_assert_eq!(date.to_string(), text);
                prop_assert!(date.first_day() <= date.last_day());
            }
        }
    }
}
