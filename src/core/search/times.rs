//! When each meeting was held, as numbers: what a timeline is drawn from. Days are counted from the first day of the year 1,
//! so that none of it needs a float or a calendar.

use jiff::civil::Date;

use crate::core::archive::Archive;
use crate::core::archive::format::Chairmanship;
use crate::core::search::index::numbers;
use crate::core::text::date::{PartialDate, When};

/// A day, counted from 1 January of the year 1, which is 0.
pub type Day = i32;

/// The last day that a date can name: 31 December 9999.
pub const LAST_DAY: Day = 3_652_058;

/// For each month the days of a common year before it, and last those of the year.
const DAYS_BEFORE: [i32; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];

/// How exactly a beginning or an end is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// To the day.
    Day,
    /// The month alone.
    Month,
    /// The year alone.
    Year,
}

impl Known {
    const ALL: [Self; 3] = [Self::Day, Self::Month, Self::Year];

    fn of(date: PartialDate) -> Self {
        match date {
            PartialDate::Time(..) | PartialDate::Day(_) => Self::Day,
            PartialDate::Month(_) => Self::Month,
            PartialDate::Year(_) => Self::Year,
        }
    }

    /// The day as a date that is known so exactly.
    fn date(self, day: Day) -> PartialDate {
        let day = date(day);
        match self {
            Self::Day => PartialDate::Day(day),
            Self::Month => PartialDate::Month(day.first_of_month()),
            Self::Year => PartialDate::Year(day.first_of_year()),
        }
    }
}

/// When a meeting was held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Time {
    /// The first day that it may have been held on.
    pub first: Day,
    /// The last one.
    pub last: Day,
    /// How exactly its beginning is known.
    pub start: Known,
    /// How exactly its end is known.
    pub end: Known,
}

impl Time {
    /// A time in numbers.
    pub fn of(when: When) -> Self {
        let (start, end) = (Known::of(when.start), Known::of(when.end.unwrap_or(when.start)));
        Self { first: day(when.start.first_day()), last: day(when.last_day()), start, end }
    }

    /// The same as dates, without times of day.
    pub fn when(self) -> Option<When> {
        let (start, end) = (self.start.date(self.first), self.end.date(self.last));
        When::new(start, Some(end).filter(|end| end != &start))
    }

    /// Whether both its first and its last day are known.
    pub fn has_days(self) -> bool {
        self.start == Known::Day && self.end == Known::Day
    }
}

/// When all meetings of an archive were held, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times(pub Vec<Time>);

impl Times {
    /// Those of an archive that has come whole.
    pub fn of(archive: &Archive) -> Self {
        Self(archive.meetings.iter().map(|meeting| Time::of(meeting.when)).collect())
    }

    /// As bytes: for each meeting how many days it begins behind the one before, and then its length with what is known of it.
    pub fn write(&self) -> Vec<u8> {
        let (mut bytes, mut before) = (Vec::new(), 0);
        for time in &self.0 {
            let known = 3 * time.start as u32 + time.end as u32;
            numbers::write(&mut bytes, time.first.abs_diff(before));
            numbers::write(&mut bytes, time.last.abs_diff(time.first) * 9 + known);
            before = time.first;
        }
        bytes
    }

    /// Reads them. What makes no sense is read as some days, and never as a panic.
    pub fn read(bytes: &[u8]) -> Self {
        let (mut bytes, mut before) = (bytes.iter(), 0);
        let mut times = Vec::new();
        while !bytes.as_slice().is_empty() {
            let first = later(before, numbers::read(&mut bytes));
            let rest = numbers::read(&mut bytes);
            let known = |third: u32| Known::ALL[third as usize % 3];
            times.push(Time { first, last: later(first, rest / 9), start: known(rest / 3), end: known(rest) });
            before = first;
        }
        Self(times)
    }
}

/// So many days later; at most the last of all.
fn later(day: Day, by: u32) -> Day {
    day.saturating_add_unsigned(by).min(LAST_DAY)
}

/// The number of a day.
pub fn day(of: Date) -> Day {
    first_of_year(i32::from(of.year())) + i32::from(of.day_of_year()) - 1
}

/// The first day of a year.
#[inline(never)]
pub fn first_of_year(year: i32) -> Day {
    let before = year - 1;
    365 * before + before / 4 - before / 100 + before / 400
}

/// The first day of a month of a year, from 0; of the thirteenth, which is the next year's first.
#[inline(never)]
pub fn first_of_month(year: i32, month: usize) -> Day {
    let is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let days = DAYS_BEFORE.get(month).copied().unwrap_or(365);
    first_of_year(year) + days + i32::from(is_leap && month > 1)
}

/// The month of a day, from 0.
pub fn month_of(of: Day) -> usize {
    let year = year(of);
    (1..12).rev().find(|month| first_of_month(year, *month) <= of).unwrap_or(0)
}

/// The date of a day.
#[inline(never)]
pub fn date(of: Day) -> Date {
    let (year, month) = (year(of), month_of(of));
    let day = of - first_of_month(year, month) + 1;
    // No year has more than four digits, nor a month more days.
    Date::new(year as i16, month as i8 + 1, day as i8).unwrap_or_default()
}

/// The days of a time in office: somebody else has it from the beginning of its `to` on.
pub fn term(chair: &Chairmanship) -> Option<(Day, Day)> {
    let day = |text: &str| PartialDate::parse(text).map(|date| day(date.first_day()));
    day(&chair.from).zip(day(&chair.to)).map(|(from, to)| (from, to - 1)).filter(|(from, to)| from <= to)
}

/// The year of a day.
#[inline(never)]
pub fn year(of: Day) -> i32 {
    // 400 years have 146,097 days, so this is the year or one beside it.
    let mut year = (i64::from(of) * 400 / 146_097) as i32 + 1;
    while first_of_year(year) > of {
        year -= 1;
    }
    while first_of_year(year + 1) <= of {
        year += 1;
    }
    year
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        let mut date = Date::new(1, 1, 1).unwrap();
        for expected in 0..=LAST_DAY {
            assert_eq!(day(date), expected);
            assert_eq!(year(expected), i32::from(date.year()), "{date}");
            assert_eq!(super::date(expected), date);
            if date.day() == 1 {
                assert_eq!(first_of_month(i32::from(date.year()), date.month() as usize - 1), expected, "{date}");
            }
            date = date.tomorrow().unwrap_or(date);
        }
        assert_eq!(day(Date::new(9999, 12, 31).unwrap()), LAST_DAY);
        assert_eq!(first_of_month(9999, 12), LAST_DAY + 1);
    }

    proptest! {
        #[test]
        fn reading_what_is_no_times_never_panics(bytes in proptest::collection::vec(any::<u8>(), 0..40)) {
            for time in Times::read(&bytes).0 {
                prop_assert!(0 <= time.first && time.first <= time.last && time.last <= LAST_DAY);
            }
        }
    }
}
