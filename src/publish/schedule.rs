//! The archive as a schedule of the frab family (`schedule.json`), which apps for conferences read.
//!
//! The format is made for one conference: days, the rooms of each, and what is in them. Of an archive the days are those on
//! which a meeting began, and the rooms are places. Nobody has written down what its fields may hold, so this follows what
//! programs do that read it:
//!
//! - A meeting of several days stands once, on its first day, with all its hours (`72:00`): programs know an event by `id` and
//!   `guid` and reckon its end from `date` and `duration`, and one that stood on each of its days would be several to them.
//! - Of a meeting whose days alone are known the format has no word. It begins at midnight and lasts for whole days, as in a
//!   calendar; the abstract tells what is known. One that tells no end lasts no time.
//! - `date` has the time and offset of the record, so that it is the moment in question, and `start` what clocks showed there.
//!   A time without an offset, or midnight, stands with that of UTC, and so does the zone of the whole: whatever a program
//!   reckons with, it shows the day and the time that are recorded.
//! - Meetings of which a month or a year is known are left out, and those that did not come to be stand in it, as in calendars.
//!   The line below the title, which every program shows, tells that they did not.

use jiff::civil::Date;
use serde_json::{Map, Value, json};

use crate::core::address::base::Home;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::format::{Document, published_path};
use crate::core::archive::{Archive, Meeting};
use crate::core::export::calendar;
use crate::core::export::calendar_time::{end_of, in_utc};
use crate::core::text::clock::{Clock, in_hours};
use crate::core::text::date::{PartialDate, When};
use crate::language::{labels, messages, world};
use crate::publish::data_package::name;
use crate::publish::description::described;
use crate::publish::ids;

/// The minutes of a day.
const DAY: i64 = 24 * 60;

/// What stands for a form that no record tells.
const MEETING: &str = "meeting";

/// The fewest signs of the short name of a conference.
const SHORTEST: usize = 4;

/// A day, and a minute of it.
type Moment = (Date, i16);

/// The schedule of the meetings whose days are known; none where there is no such meeting, since it must begin on a day.
pub fn schedule(archive: &Archive, home: Home, version: &str) -> Option<String> {
    let held: Vec<&Meeting> = archive.meetings.iter().filter(|meeting| meeting.when.has_days()).collect();
    let (first, last) = (first_day(held.first()?), held.iter().map(|meeting| meeting.when.last_day()).max()?);
    let writer = Writer::new(archive, home, &held);
    let mut days: Vec<Value> = Vec::new();
    let mut at = 0;
    for held in held.chunk_by(|one, other| first_day(one) == first_day(other)) {
        days.push(writer.day(days.len() + 1, at, held));
        at += held.len();
    }
    let mut conference = json!({
        "acronym": acronym(archive),
        "title": archive.dataset.title,
        "start": first.to_string(),
        "end": last.to_string(),
        // Days on which nothing began are left out, and not counted.
        "daysCount": days.len(),
        // By how much programs divide a day that they draw.
        "timeslot_duration": "00:15",
        "time_zone_name": "UTC",
    });
    let mut schedule = json!({"version": version});
    if let Some(address) = home.address(&Route::Explorer(Query::default())) {
        conference["url"] = address.as_str().into();
        schedule["base_url"] = address.into();
    }
    conference["days"] = days.into();
    schedule["conference"] = conference;
    Some(format!("{}\n", json!({"schedule": schedule})))
}

/// The short name of the archive: small letters, digits and underscores, of which its id has only hyphens too many.
fn acronym(archive: &Archive) -> String {
    let name = name(archive).replace(['-', '.', '/'], "_");
    if name.len() < SHORTEST { format!("{name}_meetings") } else { name }
}

fn first_day(meeting: &Meeting) -> Date {
    meeting.when.start.first_day()
}

/// What writes the days and events.
struct Writer<'a> {
    archive: &'a Archive,
    home: Home<'a>,
    /// What a slug begins with.
    name: String,
    /// The number of each meeting, in their order.
    meetings: Vec<u32>,
    /// The number of each person.
    people: Vec<u32>,
}

impl<'a> Writer<'a> {
    fn new(archive: &'a Archive, home: Home<'a>, held: &[&Meeting]) -> Self {
        let meetings: Vec<_> = held.iter().map(|meeting| ids::of_meeting(archive, meeting)).collect();
        let people: Vec<_> = archive.people().iter().map(|person| ids::of_person(archive, person)).collect();
        let (meetings, people) = (ids::numbers(&meetings), ids::numbers(&people));
        Self { archive, home, name: name(archive), meetings, people }
    }

    /// The day on which these meetings began, the first of which has the number at a position.
    fn day(&self, index: usize, at: usize, held: &[&Meeting]) -> Value {
        let day = held.first().map(|meeting| first_day(meeting)).unwrap_or_default();
        let starts = || held.iter().filter_map(|meeting| moment(meeting.when));
        let (start, next) = ((day, 0), day.tomorrow().map_or((day, 1439), |next| (next, 0)));
        let mut rooms = Map::new();
        for (at, meeting) in (at..).zip(held) {
            let room = self.room(meeting);
            let events = rooms.entry(room.clone()).or_insert_with(|| json!([]));
            if let Value::Array(events) = events {
                events.push(self.event(at, meeting, &room));
            }
        }
        // A day is that of UTC, and so much longer that all that began on it as clocks had it there lies in it.
        json!({
            "index": index,
            "date": day.to_string(),
            "day_start": written(starts().fold(start, Moment::min), 0),
            "day_end": written(starts().fold(next, Moment::max), 0),
            "rooms": rooms,
        })
    }

    /// The places of a meeting as one room, or what there is in place of them.
    fn room(&self, meeting: &Meeting) -> String {
        let places: Vec<String> = self.archive.places_of(meeting).map(world::place).collect();
        match (places.is_empty(), &meeting.record.online) {
            (false, _) => places.join("; "),
            (true, Some(_)) => labels::ONLINE.to_owned(),
            (true, None) => labels::NO_PLACE.to_owned(),
        }
    }

    fn event(&self, at: usize, meeting: &Meeting, room: &str) -> Value {
        let (archive, record) = (self.archive, &meeting.record);
        let Clock { minute, offset } = clock(meeting.when.start);
        let page = Route::Meeting(record.id.clone());
        let documents = record.all_documents().filter_map(|document| self.attachment(document));
        json!({
            "id": self.meetings.get(at),
            "guid": ids::of_meeting(archive, meeting).to_string(),
            "date": written((first_day(meeting), minute), offset.unwrap_or_default()),
            "start": in_hours(minute),
            "duration": duration(meeting.when),
            "room": room,
            "slug": format!("{}-{}", self.name, record.id),
            "url": self.home.address(&page).unwrap_or_else(|| self.home.base.href(&page)),
            "title": record.title,
            "subtitle": record.unusual_status().and_then(messages::word).unwrap_or_default(),
            "track": archive.themes_of(meeting).next().map(|theme| theme.label.as_str()),
            "type": record.format.as_deref().unwrap_or(MEETING),
            "language": record.language.as_ref().unwrap_or(&archive.dataset.language),
            "abstract": described(archive, meeting),
            "description": calendar::description(record).join("\n"),
            "recording_license": "",
            // No record tells whether it might be recorded.
            "do_not_record": null,
            "persons": self.persons(meeting),
            "links": record.online.iter().map(|url| json!({"url": url, "title": labels::ONLINE})).collect::<Vec<_>>(),
            "attachments": documents.collect::<Vec<_>>(),
        })
    }

    /// Who took part, each once.
    fn persons(&self, meeting: &Meeting) -> Vec<Value> {
        let mut told = Vec::new();
        for of in meeting.record.all_people().filter(|of| of.was_there()) {
            // Where nothing of people is published nobody has a number.
            if let Some(at) = self.archive.person_position(&of.person).filter(|at| *at < self.people.len())
                && !told.contains(&at)
            {
                told.push(at);
            }
        }
        let person = |at: usize| json!({"id": self.people[at], "public_name": self.archive.dataset.people[at].name});
        told.into_iter().map(person).collect()
    }

    /// A document that can be opened.
    fn attachment(&self, document: &Document) -> Option<Value> {
        let file = document.file.as_ref().map(|file| published_path(file));
        let file = file.map(|path| self.home.file(&path).unwrap_or_else(|| self.home.base.file(&path)));
        let url = file.or_else(|| document.url.clone())?;
        Some(json!({"url": url, "title": document.title}))
    }
}

/// The time at which something begins, as clocks had it there: midnight where none is known.
fn clock(start: PartialDate) -> Clock {
    if let PartialDate::Time(_, clock) = start { clock } else { Clock { minute: 0, offset: None } }
}

/// The beginning in UTC; a local time as it is. None where the calendar ends.
fn moment(when: When) -> Option<Moment> {
    in_utc(when.start.first_day(), clock(when.start))
}

/// How long it lasted, in hours and minutes.
fn duration(when: When) -> String {
    let days = |from: Date, to: Date| to.duration_since(from).as_hours() / 24;
    let minutes = match when.start {
        PartialDate::Time(_, clock) => {
            // An end is told of one that lies behind the start, as in calendars.
            let end = when.end.and_then(|end| end_of(end, clock));
            let span = moment(when).zip(end).filter(|(start, end)| end > start);
            span.map_or(0, |(start, end)| days(start.0, end.0) * DAY + i64::from(end.1) - i64::from(start.1))
        }
        start => (days(start.first_day(), when.last_day()) + 1) * DAY,
    };
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// A time as the format has it, with the offset of clocks from UTC.
fn written((day, minute): Moment, offset: i16) -> String {
    let sign = if offset < 0 { '-' } else { '+' };
    format!("{day}T{}:00{sign}{}", in_hours(minute), in_hours(offset))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meeting_lasts_from_its_start_to_its_end() {
        for (start, end, told) in [
            ("2016-01-15", None, "24:00"),
            ("2016-01-15", Some("2016-01-17"), "72:00"),
            ("2016-01-15", Some("2016-01-16T12:00"), "48:00"),
            ("2015-12-01", Some("2016-03-01"), "2208:00"),
            ("2016-01-15T16:30", None, "00:00"),
            ("2016-01-15T16:30", Some("2016-01-15T18:05"), "01:35"),
            ("2016-01-15T16:30", Some("2016-01-16"), "31:30"),
            ("2016-01-15T16:30+01:00", Some("2016-01-15T16:15Z"), "00:45"),
            ("2017-01-01T00:30+01:00", Some("2017-01-01T02:00+01:00"), "01:30"),
            // Only one tells how clocks stood, and the end would lie before the start.
            ("2016-01-15T16:30+01:00", Some("2016-01-15T09:00"), "00:00"),
            ("9999-12-31", None, "24:00"),
            ("9999-12-31T23:30-01:00", None, "00:00"),
        ] {
            let read = |text: &str| PartialDate::parse_time(text).unwrap();
            let when = When::new(read(start), end.map(read)).unwrap();
            assert_eq!(duration(when), told, "{start} {end:?}");
        }
    }
}
