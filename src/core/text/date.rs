//! Dates as archives know them: a day, or where no more is known a month or a year.

use std::fmt;

use jiff::civil::Date;

/// A day, a month or a year. Its text is ISO 8601: `2011-06-15`, `2011-06`, `2011`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartialDate {
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

    /// Its first day: what it is sorted by.
    pub fn first_day(self) -> Date {
        match self {
            Self::Day(date) | Self::Month(date) | Self::Year(date) => date,
        }
    }

    /// Its last day.
    pub fn last_day(self) -> Date {
        match self {
            Self::Day(date) => date,
            Self::Month(date) => date.last_of_month(),
            Self::Year(date) => date.last_of_year(),
        }
    }

    /// Its year.
    pub fn year(self) -> i16 {
        self.first_day().year()
    }
}

/// A number written with exactly `count` digits.
fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

impl fmt::Display for PartialDate {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        let date = self.first_day();
        match self {
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
    /// Its end, where that is another day, month or year than the beginning.
    pub end: Option<PartialDate>,
}

impl When {
    /// A time span; `None` if the end lies before the start.
    pub fn new(start: PartialDate, end: Option<PartialDate>) -> Option<Self> {
        let end = end.filter(|end| *end != start);
        let in_order = end.is_none_or(|end| end.first_day() >= start.first_day());
        in_order.then_some(Self { start, end })
    }

    /// Whether both its first and its last day are known.
    pub fn has_days(self) -> bool {
        let is_day = |date: PartialDate| matches!(date, PartialDate::Day(_));
        is_day(self.start) && self.end.is_none_or(is_day)
    }

    /// All years that it touches, the first first.
    pub fn years(self) -> std::ops::RangeInclusive<i16> {
        self.start.year()..=self.last_day().year()
    }

    /// The last day it covers.
    pub fn last_day(self) -> Date {
        self.end.unwrap_or(self.start).last_day()
    }
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
            let _ = PartialDate::parse(&text);
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
