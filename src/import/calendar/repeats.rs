//! Events that happen again: their rules and lists of days, as single days.

use std::collections::BTreeSet;

use calcard::common::timezone::Tz;
use calcard::{Entry, Parser};
use jiff::civil::{Date, DateTime};

use crate::import::calendar::lines::Property;
use crate::import::calendar::moment::Moment;
use crate::import::calendar::zones::Zones;
use crate::import::told::{Done, Told};

/// The most times that an event is read.
pub const MOST: usize = 1_000;

/// What an event says of when it happens again.
#[derive(Debug, Default)]
pub struct Repeats {
    rules: Vec<Property>,
    also: Vec<Property>,
    but: Vec<Property>,
}

/// A time at which an event happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Time {
    /// When it begins.
    pub start: Moment,
    /// When it ends, where the list of days tells that.
    pub end: Option<Moment>,
}

impl Repeats {
    /// Takes a property that says something of it, and gives back any other.
    pub fn take(&mut self, property: Property) -> Option<Property> {
        match property.name.as_str() {
            "RRULE" => self.rules.push(property),
            "RDATE" => self.also.push(property),
            "EXDATE" => self.but.push(property),
            _ => return Some(property),
        }
        None
    }

    /// Whether it happens once.
    pub fn is_empty(&self) -> bool {
        self.rules.is_empty() && self.also.is_empty()
    }

    /// All times at which it happens, in their order, without those that are taken out of it. What has no end is told and
    /// goes on until `last`.
    pub fn times(&self, start: &Moment, zones: &Zones, last: Date, told: &mut Told) -> Vec<Time> {
        let mut times = vec![Time { start: start.clone(), end: None }];
        for rule in &self.rules {
            let found = self.by_rule(rule, start, last, told);
            times.extend(found.into_iter().map(|civil| Time { start: start.at(civil), end: None }));
        }
        for property in &self.also {
            for value in property.value.split(',').take(MOST) {
                match listed(value, property, zones, told) {
                    Some(time) => times.push(time),
                    None => tell_unread(property, value, told),
                }
            }
        }
        times.sort_by_key(|time| time.start.civil);
        let mut without = BTreeSet::new();
        for property in &self.but {
            for value in property.value.split(',') {
                match Moment::read(value, property, zones, told) {
                    Some(moment) => _ = without.insert(moment.key()),
                    None => tell_unread(property, value, told),
                }
            }
        }
        let mut seen = BTreeSet::new();
        times.retain(|time| {
            let key = time.start.key();
            // A day that is taken out of times means the one of that day.
            let day = key.get(..8).is_some_and(|day| without.contains(day));
            !day && !without.contains(&key) && seen.insert(key)
        });
        times.truncate(MOST);
        times
    }

    fn by_rule(&self, rule: &Property, start: &Moment, last: Date, told: &mut Told) -> Vec<DateTime> {
        let rule_of = |name: &str| part(&rule.value, name);
        let frequency = rule_of("FREQ").unwrap_or_default().to_ascii_uppercase();
        if !matches!(frequency.as_str(), "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY") {
            let why = "A rule of repetition that cannot be read, or repeats within a day: the event was read once.";
            told.tell(Done::LeftOut, &rule.origin, why, &rule.value).labelled("RRULE");
            return Vec::new();
        }
        let is_endless = rule_of("COUNT").is_none() && rule_of("UNTIL").is_none();
        let mut found = unfolded(&rule.value, start);
        if found.is_empty() {
            let why = "A rule of repetition by which the event never happens: it was read once.";
            told.tell(Done::LeftOut, &rule.origin, why, &rule.value).labelled("RRULE");
        }
        if is_endless {
            found.retain(|time| time.date() <= last);
            let why = "A rule of repetition without an end was followed for a year after the calendar was written.";
            told.tell(Done::Guessed, &rule.origin, why, &rule.value)
                .labelled("RRULE")
                .into(found.last().unwrap_or(&start.civil).date().to_string());
        } else if found.len() > MOST {
            let why = "A rule of repetition gives more than a thousand times; the first thousand were read.";
            told.tell(Done::LeftOut, &rule.origin, why, &rule.value).labelled("RRULE");
        }
        found.truncate(MOST);
        found
    }
}

fn tell_unread(property: &Property, value: &str, told: &mut Told) {
    let why = "A day in a list of days on which an event happens, or does not happen, cannot be read.";
    told.tell(Done::LeftOut, &property.origin, why, value).labelled(&property.name);
}

/// A day of a list, or a time with its end or its length behind a slash.
fn listed(value: &str, property: &Property, zones: &Zones, told: &mut Told) -> Option<Time> {
    use crate::import::calendar::moment::Length;
    let (start, end) = value.split_once('/').map_or((value, None), |(start, end)| (start, Some(end)));
    let start = Moment::read(start, property, zones, told)?;
    let end = end.and_then(|end| match Length::parse(end) {
        Some(length) => start.after(length),
        None => Moment::read(end, property, zones, told),
    });
    Some(Time { start, end })
}

/// A part of a rule by its name.
fn part<'a>(rule: &'a str, name: &str) -> Option<&'a str> {
    let mut parts = rule.split(';').filter_map(|part| part.split_once('='));
    parts.find(|(of, _)| of.trim().eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// The times that a rule gives, as clocks have them in the zone of the start; one more than are read.
fn unfolded(rule: &str, start: &Moment) -> Vec<DateTime> {
    let until = part(rule, "UNTIL").and_then(|until| {
        let until = Moment::of(until, start.zone.clone())?;
        let time =
            if until.is_day && !start.is_day { "T235959".into() } else { until.civil.strftime("T%H%M%S").to_string() };
        Some(format!("{}{time}", until.civil.strftime("%Y%m%d")))
    });
    let count = part(rule, "COUNT").and_then(|count| count.parse::<usize>().ok()).map(|count| count.min(MOST + 1));
    let mut parts: Vec<String> = Vec::new();
    for part in rule.split(';').filter(|part| part.len() < 500) {
        match part.split_once('=').map(|(name, _)| name.trim().to_ascii_uppercase()).as_deref() {
            Some("UNTIL") => parts.extend(until.as_ref().map(|until| format!("UNTIL={until}"))),
            Some("COUNT") => parts.extend(count.map(|count| format!("COUNT={count}"))),
            // Seconds are none of ours, and would multiply all times.
            Some("BYSECOND") | None => {}
            Some(_) => parts.push(part.to_owned()),
        }
    }
    let begin = start.civil.strftime("%Y%m%dT%H%M%S");
    let text = format!("BEGIN:VEVENT\nDTSTART:{begin}\nRRULE:{}\nEND:VEVENT\n", parts.join(";"));
    let Entry::ICalendar(calendar) = Parser::new(&text).entry() else { return Vec::new() };
    let events = calendar.expand_dates(Tz::Floating, MOST + 1).events;
    let civil = |text: String| text.get(..19).and_then(|text| text.replace(' ', "T").parse::<DateTime>().ok());
    events.into_iter().filter_map(|event| civil(event.start.naive_local().to_string())).collect()
}
