//! Days and times as a calendar tells them.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::core::text::clock::Clock;
use crate::core::text::date::PartialDate;
use crate::import::calendar::lines::Property;
use crate::import::calendar::zones::Zones;
use crate::import::times::{machine_time, zoned};
use crate::import::told::{Done, Told};

/// A day, or a time of one as clocks had it in a zone.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment {
    /// When, as clocks had it; midnight of a day.
    pub civil: DateTime,
    /// Whether only the day is told.
    pub is_day: bool,
    /// The zone, where one is known.
    pub zone: Option<TimeZone>,
}

impl Moment {
    /// Reads a value of a property: a day or a time.
    pub fn read(value: &str, property: &Property, zones: &Zones, told: &mut Told) -> Option<Self> {
        let zone = property.parameter("TZID").and_then(|id| {
            let found = zones.find(&id);
            if found.is_none() {
                let why =
                    "A time zone that is neither described in the file nor known by its name: times stand without one.";
                told.tell(Done::Guessed, &property.origin, why, &id).labelled(&property.name);
            }
            found
        });
        Self::of(value, zone.or_else(|| zones.usual.clone()))
    }

    /// A day or a time, which is told in `zone` unless it is told in UTC: then it is the one that clocks had there.
    pub fn of(value: &str, zone: Option<TimeZone>) -> Option<Self> {
        match machine_time(value, None)? {
            PartialDate::Day(day) => Some(Self { civil: day.to_datetime(Time::midnight()), is_day: true, zone: None }),
            PartialDate::Time(day, clock) => {
                let civil = civil(day, clock.minute)?;
                let Some(offset) = clock.offset else { return Some(Self { civil, is_day: false, zone }) };
                let told_in = jiff::tz::Offset::from_seconds(i32::from(offset) * 60).ok()?.to_time_zone();
                match zone {
                    Some(zone) => {
                        let civil = zone.to_datetime(told_in.to_timestamp(civil).ok()?);
                        Some(Self { civil, is_day: false, zone: Some(zone) })
                    }
                    None => Some(Self { civil, is_day: false, zone: Some(told_in) }),
                }
            }
            _ => None,
        }
    }

    /// It as the format has it.
    pub fn date(&self) -> PartialDate {
        let minute = i16::from(self.civil.hour()) * 60 + i16::from(self.civil.minute());
        match &self.zone {
            _ if self.is_day => PartialDate::Day(self.civil.date()),
            Some(zone) => zoned(self.civil.date(), minute, zone),
            None => PartialDate::Time(self.civil.date(), Clock { minute, offset: None }),
        }
    }

    /// What it is found by among others of its event: the moment in UTC where its zone is known.
    pub fn key(&self) -> String {
        if self.is_day {
            return self.civil.strftime("%Y%m%d").to_string();
        }
        let moment = self.zone.as_ref().and_then(|zone| zone.to_ambiguous_timestamp(self.civil).compatible().ok());
        match moment {
            Some(moment) => moment.strftime("%Y%m%dT%H%M%SZ").to_string(),
            None => self.civil.strftime("%Y%m%dT%H%M%S").to_string(),
        }
    }

    /// The moment at which clocks there show something else.
    pub fn at(&self, civil: DateTime) -> Self {
        Self { civil, ..self.clone() }
    }

    /// The moment so much later; hours are those that went by, days those of the calendar.
    pub fn after(&self, length: Length) -> Option<Self> {
        let civil = self.civil.checked_add(SignedDuration::from_hours(length.days.checked_mul(24)?)).ok()?;
        let rest = SignedDuration::from_mins(length.minutes);
        let Some(zone) = self.zone.as_ref().filter(|_| length.minutes != 0) else {
            return Some(self.at(civil.checked_add(rest).ok()?));
        };
        let moment = zone.to_ambiguous_timestamp(civil).compatible().ok()?;
        Some(self.at(zone.to_datetime(moment.checked_add(rest).ok()?)))
    }
}

fn civil(day: Date, minute: i16) -> Option<DateTime> {
    let time = Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()?;
    Some(day.to_datetime(time))
}

/// How long something is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Length {
    /// Days of the calendar.
    pub days: i64,
    /// Minutes that went by.
    pub minutes: i64,
}

impl Length {
    /// Reads `PT1H30M`, `P2D`, `P1W`. `None` for what is none, or leads back.
    pub fn parse(text: &str) -> Option<Self> {
        let mut rest = text.trim().trim_start_matches('+').strip_prefix(['P', 'p'])?;
        let (mut length, mut is_time, mut is_empty) = (Self::default(), false, true);
        while !rest.is_empty() {
            if let Some(time) = rest.strip_prefix(['T', 't']) {
                (rest, is_time) = (time, true);
                continue;
            }
            let end = rest.find(|char: char| !char.is_ascii_digit())?;
            let number: i64 = rest[..end].parse().ok().filter(|number| *number <= 1_000_000)?;
            match (rest[end..].chars().next()?.to_ascii_uppercase(), is_time) {
                ('W', false) => length.days += number * 7,
                ('D', false) => length.days += number,
                ('H', true) => length.minutes += number * 60,
                ('M', true) => length.minutes += number,
                ('S', true) => length.minutes += number / 60,
                _ => return None,
            }
            (rest, is_empty) = (&rest[end + 1..], false);
        }
        (!is_empty).then_some(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read() {
        for (text, days, minutes) in [("PT1H30M", 0, 90), ("P1DT2H", 1, 120), ("P2W", 14, 0), ("+PT90S", 0, 1)] {
            assert_eq!(Length::parse(text), Some(Length { days, minutes }), "{text}");
        }
        for text in ["", "P", "PT", "1H", "-PT1H", "PT1D", "P99999999999999999999D", "PTä", "P1"] {
            assert_eq!(Length::parse(text), None, "{text}");
        }
    }

    #[test]
    fn an_hour_is_an_hour_when_clocks_change() {
        let zone = TimeZone::get("Europe/Oslo").ok();
        let start = Moment::of("20210328T013000", zone.clone()).unwrap();
        assert_eq!(start.after(Length { days: 0, minutes: 60 }).unwrap().date().to_string(), "2021-03-28T03:30+02:00");
        assert_eq!(start.after(Length { days: 1, minutes: 0 }).unwrap().date().to_string(), "2021-03-29T01:30+02:00");
        let utc = Moment::of("20210328T233000Z", zone).unwrap();
        assert_eq!(
            (utc.date().to_string().as_str(), utc.key().as_str()),
            ("2021-03-29T01:30+02:00", "20210328T233000Z")
        );
        assert_eq!(Moment::of("20210328T233000Z", None).unwrap().date().to_string(), "2021-03-28T23:30Z");
    }
}
