//! Calendars (RFC 5545).

mod event;
mod lines;
mod moment;
mod people;
mod place;
mod repeats;
mod whole;
mod zones;

use std::collections::{BTreeSet, HashMap, HashSet};

use jiff::ToSpan;
use jiff::civil::Date;

use crate::import::calendar::event::{Event, inclusive};
use crate::import::calendar::lines::{Content, contents};
use crate::import::calendar::moment::Moment;
use crate::import::calendar::whole::{Ours, Whole};
use crate::import::calendar::zones::Zones;
use crate::import::draft::About;
use crate::import::fault::Fault;
use crate::import::piece::{Asked, Piece};
use crate::import::source::Source;
use crate::import::told::{Done, Told};

/// The most meetings that the rules of a calendar may give in all.
const MOST: usize = 200_000;
/// The most components that may stand within each other; what is deeper belongs to the last.
const DEEPEST: usize = 100;

/// Reads a source of this kind; see [`Reader`](crate::import::piece::Reader).
///
/// # Errors
/// Where nothing of it can be read.
pub fn read(source: &Source, asked: &Asked, told: &mut Told, give: &mut dyn FnMut(Piece)) -> Result<(), Fault> {
    let mut reading = Reading::new(&source.text, asked);
    let mut open: Vec<&str> = Vec::new();
    let mut event: Option<Event> = None;
    let mut about = Some(About::default());
    for content in contents(&source.text) {
        if content.stray > 0 {
            let why = "Lines that are no property and no fold of one were taken for the rest of the text above them.";
            told.tell(Done::Guessed, &content.origin(), why, content.name());
        }
        if content.is("BEGIN") {
            if let Some(about) = about.take_if(|_| !open.is_empty()) {
                give(Piece::About(reading.about(about)));
            }
            let name = content.bracket();
            if name.eq_ignore_ascii_case("VEVENT") {
                // No event stands in another.
                open.truncate(open.iter().position(|of| of.eq_ignore_ascii_case("VEVENT")).unwrap_or(open.len()));
                reading.give_open(event.replace(reading.event(&content)), told, give);
            }
            if open.len() < DEEPEST {
                open.push(name);
            }
            reading.begin(&open, &content, told);
        } else if content.is("END") {
            let name = content.bracket();
            // What stands within and was not ended ends too.
            open.truncate(open.iter().rposition(|of| of.eq_ignore_ascii_case(name)).unwrap_or(open.len()));
            if let Some(event) = event.take_if(|_| !open.iter().any(|of| of.eq_ignore_ascii_case("VEVENT"))) {
                reading.give(event, told, give);
            }
        } else if let (Some(event), true) = (&mut event, is_event(&open)) {
            reading.take(event, &content, told);
        } else if let (Some(about), 0..=1) = (&mut about, open.len()) {
            reading.take_about(about, &content, told);
        }
    }
    reading.give_open(event, told, give);
    match reading.count {
        0 => Err(Fault::NoMeetings("no event (VEVENT) stands in the calendar")),
        _ => Ok(()),
    }
}

fn is_event(component: &[&str]) -> bool {
    component.last().is_some_and(|name| name.eq_ignore_ascii_case("VEVENT"))
}

/// A calendar while it is read.
struct Reading {
    whole: Whole,
    /// By the UIDs of events, the times of theirs that other events take the place of.
    instead: HashMap<String, HashSet<String>>,
    /// The day until which rules without an end are followed.
    last: Date,
    /// How many meetings rules may still give.
    left: usize,
    /// How many events there were.
    count: usize,
}

impl Reading {
    fn new(text: &str, asked: &Asked) -> Self {
        let product = contents(text).find(|content| content.is("PRODID")).and_then(|content| content.property());
        let whole = Whole {
            zones: Zones::new(text, asked.zone.as_ref()),
            ours: product.and_then(|product| Ours::new(&product.text())),
            told_once: BTreeSet::new(),
            locations: HashSet::new(),
        };
        let mut reading = Self { whole, instead: HashMap::new(), last: Date::MIN, left: MOST, count: 0 };
        reading.look_ahead(text);
        reading
    }

    /// What must be known of the calendar before its first event is read: which times others take the place of, and when it
    /// was written.
    fn look_ahead(&mut self, text: &str) {
        let (mut uid, mut instead) = (String::new(), None);
        let (mut written, mut latest) = (None, None);
        for content in contents(text) {
            let day = || Moment::of(&content.value(), None).map(|moment| moment.civil.date());
            match content.name().to_ascii_uppercase().as_str() {
                "UID" => uid = content.property().map(|property| property.text()).unwrap_or_default(),
                "RECURRENCE-ID" => instead = Some(content),
                "LOCATION" => {
                    let text = content.property().map(|property| property.text()).unwrap_or_default();
                    self.whole.locations.insert(text.trim().to_owned());
                }
                "DTSTAMP" | "LAST-MODIFIED" => written = written.max(day()),
                "DTSTART" => latest = latest.max(day()),
                "END" if content.value().eq_ignore_ascii_case("VEVENT") => {
                    let property = instead.take().and_then(|content: Content| content.property());
                    // What is wrong with it is told where the event is read.
                    let mut unheard = Told::default();
                    let key = property.and_then(|property| {
                        Moment::read(&property.value, &property, &self.whole.zones, &mut unheard)
                            .map(|moment| moment.key())
                    });
                    if let Some(key) = key {
                        self.instead.entry(std::mem::take(&mut uid)).or_default().insert(key);
                    }
                    uid.clear();
                }
                _ => {}
            }
        }
        let written = written.or(latest).unwrap_or(Date::MIN);
        self.last = written.checked_add(1.year()).unwrap_or(Date::MAX);
    }

    fn event(&self, content: &Content) -> Event {
        let mut event = Event::default();
        event.draft.origin = content.origin();
        event
    }

    /// Tells what a component holds that is no meeting.
    fn begin(&mut self, component: &[&str], content: &Content, told: &mut Told) {
        let name = component.last().map(|name| name.to_ascii_uppercase()).unwrap_or_default();
        let why = match (name.as_str(), component.len()) {
            ("VALARM", _) => "Reminders of events were left out.",
            ("VTODO", _) => "A task is no meeting and was left out.",
            ("VJOURNAL", _) => "An entry of a journal is no meeting and was left out.",
            ("VFREEBUSY" | "VAVAILABILITY", _) => "When somebody is busy is no meeting and was left out.",
            ("VCALENDAR" | "VTIMEZONE" | "VEVENT" | "STANDARD" | "DAYLIGHT", _) => return,
            _ => "A component that is no event was left out.",
        };
        match name.as_str() {
            "VALARM" => self.whole.leave_out(&name, &content.origin(), why, "", told),
            _ => _ = told.tell(Done::LeftOut, &content.origin(), why, "").labelled(&name),
        }
    }

    /// Takes a content line into an event.
    fn take(&mut self, event: &mut Event, content: &Content, told: &mut Told) {
        match content.property() {
            Some(property) if content.text.contains(':') => event.take(property, &mut self.whole, told),
            _ if content.is_huge() => {
                let why = "A property of more than a megabyte, as a rule a file within the calendar, was left out.";
                told.tell(Done::LeftOut, &content.origin(), why, "").labelled(content.name());
            }
            _ => {
                let why = "A line that is no property of a calendar was left out.";
                told.tell(Done::LeftOut, &content.origin(), why, content.text.trim());
            }
        }
    }

    /// Takes what the calendar says of itself.
    fn take_about(&mut self, about: &mut About, content: &Content, told: &mut Told) {
        let Some(property) = content.property() else { return };
        let text = Some(property.text()).filter(|text| !text.trim().is_empty());
        match property.name.as_str() {
            "X-WR-CALNAME" | "NAME" => about.title = about.title.take().or(text),
            "X-WR-CALDESC" | "DESCRIPTION" => about.description = text,
            "URL" | "SOURCE" => about.url = text,
            "PRODID" | "VERSION" | "CALSCALE" | "METHOD" | "X-WR-TIMEZONE" => {}
            name => {
                let why = "What the calendar says of itself that an archive has no field for was left out.";
                self.whole.leave_out(name, &property.origin, why, &text.unwrap_or_default(), told);
            }
        }
    }

    fn about(&self, mut about: About) -> About {
        let is_title = |text: &String| text.chars().count() <= 80 && !text.contains('\n');
        if about.title.is_none() {
            about.title = about.description.take_if(|text| is_title(text));
        }
        about.language = self.whole.ours.as_ref().map(|ours| ours.language.clone());
        about
    }

    /// Gives an event that was not ended, if there is one.
    fn give_open(&mut self, event: Option<Event>, told: &mut Told, give: &mut dyn FnMut(Piece)) {
        if let Some(event) = event {
            let why = "An event does not end; what was there of it was read. The file may not have been copied whole.";
            told.tell(Done::Look, &event.draft.origin, why, &event.draft.title);
            self.give(event, told, give);
        }
    }

    /// Gives an event, each of its times for itself.
    fn give(&mut self, mut event: Event, told: &mut Told, give: &mut dyn FnMut(Piece)) {
        self.count += 1;
        event.finish(&mut self.whole, told);
        let Some(start) = event.start.clone() else { return give(Piece::Draft(Box::new(event.draft))) };
        let uid = event.draft.uid.clone();
        if event.repeats.is_empty() || event.instead.is_some() {
            event.draft.start = Some(start.date());
            event.draft.end = event.end.and_then(|end| inclusive(&start, end));
            if let (Some(uid), Some(instead)) = (uid, &event.instead) {
                event.draft.uid = Some(format!("{uid}/{}", instead.key()));
            }
            return give(Piece::Draft(Box::new(event.draft)));
        }
        let times = event.repeats.times(&start, &self.whole.zones, self.last, told);
        let taken = uid.as_ref().and_then(|uid| self.instead.get(uid));
        let mut count = 0;
        for time in times {
            let key = time.start.key();
            if taken.is_some_and(|taken| taken.contains(&key)) {
                continue;
            }
            if self.left == 0 {
                let why = "The rules of the calendar give more times than are read; later ones were left out.";
                return self.whole.leave_out("RRULE", &event.draft.origin, why, &event.draft.title, told);
            }
            self.left -= 1;
            count += 1;
            let length = event.end.as_ref().map(|end| end.civil.duration_since(start.civil));
            let shifted = length.and_then(|length| time.start.civil.checked_add(length).ok());
            let end =
                time.end.or_else(|| Some(Moment { is_day: event.end.as_ref()?.is_day, ..time.start.at(shifted?) }));
            let mut draft = event.draft.clone();
            draft.start = Some(time.start.date());
            draft.end = end.and_then(|end| inclusive(&time.start, end));
            draft.uid = uid.as_ref().map(|uid| format!("{uid}/{key}"));
            give(Piece::Draft(Box::new(draft)));
        }
        let why = "An event that happens again was read as one meeting for each of its times.";
        told.tell(Done::Read, &event.draft.origin, why, &event.draft.title).labelled("RRULE").into(count.to_string());
    }
}
