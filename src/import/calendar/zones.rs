//! The time zones that a calendar names: by the names that all systems have, by those of Windows, and by its own description.

use std::collections::HashMap;
use std::str::FromStr;

use calcard::common::timezone::Tz;
use jiff::tz::TimeZone;

use crate::import::calendar::lines::{Content, contents};
use crate::import::times::{machine_time, offset};

/// The zones of a calendar.
#[derive(Debug, Default)]
pub struct Zones {
    described: HashMap<String, TimeZone>,
    /// The zone that times are told in where they name none.
    pub usual: Option<TimeZone>,
}

impl Zones {
    /// The zones that a calendar describes and names. `asked` is the zone that the call names.
    pub fn new(calendar: &str, asked: Option<&TimeZone>) -> Self {
        let mut described = HashMap::new();
        let mut own = None;
        let mut zone: Option<Description> = None;
        for content in contents(calendar) {
            if content.is("X-WR-TIMEZONE") {
                own = own.or_else(|| known(&content.value()));
            } else if content.is("BEGIN") && content.value().eq_ignore_ascii_case("VTIMEZONE") {
                zone = Some(Description::default());
            } else if content.is("END") && content.value().eq_ignore_ascii_case("VTIMEZONE") {
                let zone = zone.take().unwrap_or_default();
                if let Some(found) = zone.found() {
                    described.insert(zone.id, found);
                }
            } else if let Some(zone) = &mut zone {
                zone.take(content);
            }
        }
        Self { described, usual: asked.cloned().or(own) }
    }

    /// A zone by its name in this calendar.
    pub fn find(&self, id: &str) -> Option<TimeZone> {
        known(id).or_else(|| self.described.get(id).cloned())
    }
}

/// A zone that is known by its name.
fn known(id: &str) -> Option<TimeZone> {
    let id = id.trim().trim_matches('"');
    if id.is_empty() {
        return None;
    }
    if let Ok(zone) = TimeZone::get(id) {
        return Some(zone);
    }
    // `/freeassociation.sourceforge.net/Tzfile/Europe/Oslo`.
    let segments: Vec<&str> = id.split('/').collect();
    let ends = (2..=3).filter_map(|count| segments.len().checked_sub(count)).filter(|at| *at > 0);
    if let Some(zone) = ends.filter_map(|at| TimeZone::get(&segments[at..].join("/")).ok()).next() {
        return Some(zone);
    }
    match Tz::from_str(id) {
        Ok(zone @ Tz::Tz(_)) => zone.name().and_then(|name| TimeZone::get(&name).ok()),
        _ => {
            let rest = ["UTC", "GMT"].iter().find_map(|name| id.strip_prefix(name)).unwrap_or(id);
            let minutes = offset(rest.trim())?;
            Some(jiff::tz::Offset::from_seconds(i32::from(minutes) * 60).ok()?.to_time_zone())
        }
    }
}

/// A zone as a calendar describes it.
#[derive(Debug, Default)]
struct Description {
    id: String,
    location: Option<String>,
    /// When clocks last changed to another rule: to standard time and to summer time.
    rules: [Option<Rule>; 2],
    rule: Rule,
    is_summer: bool,
}

/// How clocks are set at a time of the year.
#[derive(Debug, Default, Clone)]
struct Rule {
    start: String,
    offset: i16,
    repeats: String,
}

impl Description {
    fn take(&mut self, content: Content) {
        let value = content.value();
        match content.name().to_ascii_uppercase().as_str() {
            "TZID" => self.id = value,
            "X-LIC-LOCATION" => self.location = Some(value),
            "BEGIN" => {
                self.rule = Rule::default();
                self.is_summer = value.eq_ignore_ascii_case("DAYLIGHT");
            }
            "END" => {
                let rule = &mut self.rules[usize::from(self.is_summer)];
                if rule.as_ref().is_none_or(|rule| rule.start <= self.rule.start) {
                    *rule = Some(self.rule.clone());
                }
            }
            "DTSTART" => self.rule.start = value,
            "TZOFFSETTO" => self.rule.offset = offset(value.get(..5).unwrap_or(&value)).unwrap_or_default(),
            "RRULE" => self.rule.repeats = value,
            _ => {}
        }
    }

    /// The zone that is described.
    fn found(&self) -> Option<TimeZone> {
        if let Some(zone) = self.location.as_deref().and_then(known) {
            return Some(zone);
        }
        let [standard, summer] = &self.rules;
        let Some(standard) = standard.as_ref().or(summer.as_ref()) else { return known(&self.id) };
        let written = match summer.as_ref().filter(|summer| !summer.repeats.is_empty()) {
            Some(summer) => match (summer.change(), standard.change()) {
                (Some(to_summer), Some(from_summer)) => {
                    format!("<STD>{}<DST>{},{to_summer},{from_summer}", posix(standard.offset), posix(summer.offset))
                }
                _ => format!("<STD>{}", posix(standard.offset)),
            },
            None => format!("<STD>{}", posix(standard.offset)),
        };
        TimeZone::posix(&written).ok()
    }
}

impl Rule {
    /// When in the year clocks change, as POSIX writes it: `M3.5.0/02:00`.
    fn change(&self) -> Option<String> {
        let part = |name: &str| {
            self.repeats
                .split(';')
                .filter_map(|part| part.split_once('='))
                .find(|(of, _)| of.eq_ignore_ascii_case(name))
        };
        let month: u8 = part("BYMONTH")?.1.parse().ok()?;
        let day = part("BYDAY")?.1.trim();
        let (count, weekday) = day.split_at_checked(day.len().checked_sub(2)?)?;
        let weekday =
            ["SU", "MO", "TU", "WE", "TH", "FR", "SA"].iter().position(|of| of.eq_ignore_ascii_case(weekday))?;
        let week = match count {
            "-1" => 5,
            count => count.trim_start_matches('+').parse::<u8>().ok().filter(|count| (1..=5).contains(count))?,
        };
        let minute = machine_time(&self.start, None)?.minute().unwrap_or_default();
        Some(format!("M{month}.{week}.{weekday}/{:02}:{:02}", minute / 60, minute % 60))
    }
}

/// An offset as POSIX writes it, west of Greenwich being more.
fn posix(offset: i16) -> String {
    let sign = if offset > 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", offset.unsigned_abs() / 60, offset.unsigned_abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::times::zoned;
    use jiff::civil::Date;

    fn at(zone: &TimeZone, month: i8) -> String {
        zoned(Date::new(2021, month, 14).unwrap(), 600, zone).to_string()
    }

    #[test]
    fn zones_are_known_by_many_names() {
        for id in [
            "Europe/Oslo",
            "W. Europe Standard Time",
            "/freeassociation.sourceforge.net/Tzfile/Europe/Oslo",
            "/mozilla.org/20050126_1/Europe/Berlin",
            "\"Europe/Oslo\"",
        ] {
            assert_eq!(at(&known(id).unwrap(), 7), "2021-07-14T10:00+02:00", "{id}");
        }
        assert_eq!(at(&known("GMT+0530").unwrap(), 7), "2021-07-14T10:00+05:30");
        assert!(known("Customized Time Zone").is_none() && known("").is_none());
    }

    #[test]
    fn a_zone_of_a_calendar_s_own_is_what_it_describes() {
        let calendar = "BEGIN:VTIMEZONE\nTZID:Ours\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\n\
            RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\nDTSTART:16010101T020000\nTZOFFSETFROM:+0100\n\
            TZOFFSETTO:+0200\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\nBEGIN:VTIMEZONE\nTZID:West\n\
            BEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETTO:-0330\nEND:STANDARD\nEND:VTIMEZONE\n";
        let zones = Zones::new(calendar, None);
        let ours = zones.find("Ours").unwrap();
        assert_eq!((at(&ours, 1), at(&ours, 7)), ("2021-01-14T10:00+01:00".into(), "2021-07-14T10:00+02:00".into()));
        assert_eq!(at(&zones.find("West").unwrap(), 7), "2021-07-14T10:00-03:30");
    }
}
