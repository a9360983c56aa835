//! Meetings as a calendar: iCalendar, RFC 5545.
//!
//! The crate that writes this format (icalendar 0.17) folds some lines at 76 octets instead of 75 and leaves the
//! calendar's name unescaped; what is needed of it is little enough to stand here.

use jiff::civil::Date;

use crate::core::address::base::Home;
use crate::core::address::route::Route;
use crate::core::archive::format::{AgendaItem, Meeting as Record, Place};
use crate::core::archive::names::Names;
use crate::core::archive::{Archive, Meeting};
use crate::core::export::calendar_time::{compact, times};

/// The greatest length of a line in octets, its end not counted (RFC 5545, section 3.1).
const MAX_LINE: usize = 75;

/// The calendar of those of the meetings whose days are known.
pub fn calendar(archive: &Archive, meetings: &[&Meeting], home: Home, names: &Names) -> String {
    let mut calendar = Lines(String::new());
    let product = format!("-//{}//Meetings//{}", archive.id(), archive.dataset.language.to_uppercase());
    calendar.add("BEGIN", "VCALENDAR");
    calendar.add("VERSION", "2.0");
    calendar.add("PRODID", &escape(&product));
    calendar.add("CALSCALE", "GREGORIAN");
    calendar.add("NAME", &escape(&archive.dataset.title));
    // What calendars read that do not know of RFC 7986.
    calendar.add("X-WR-CALNAME", &escape(&archive.dataset.title));
    let modified = archive.modified();
    for meeting in meetings {
        event(&mut calendar, archive, modified, meeting, home, names);
    }
    calendar.add("END", "VCALENDAR");
    calendar.0
}

fn event(
    calendar: &mut Lines,
    archive: &Archive,
    modified: Option<Date>,
    meeting: &Meeting,
    home: Home,
    names: &Names,
) {
    let record = &meeting.record;
    if !meeting.when.has_days() {
        return;
    }
    calendar.add("BEGIN", "VEVENT");
    calendar.add("UID", &format!("{}@{}", record.first_id(), archive.id()));
    // When the event was last revised (RFC 5545, section 3.8.7.2), never the time of writing: the same data gives the same
    // calendar. Of a record that does not tell it is the day of the last change to the data, since a calendar passes over an
    // event that is no newer than the one it has.
    let stamp = |date: Date| format!("{}T000000Z", compact(date));
    calendar.add("DTSTAMP", &stamp(meeting.modified().or(modified).unwrap_or_else(|| meeting.changed())));
    if let Some(modified) = meeting.modified() {
        calendar.add("LAST-MODIFIED", &stamp(modified));
    }
    for (name, value) in times(meeting.when) {
        calendar.add(name, &value);
    }
    calendar.add("SUMMARY", &escape(&record.title));
    add_places(calendar, archive, meeting, names);
    let said = description(&meeting.record);
    if !said.is_empty() {
        calendar.add("DESCRIPTION", &escape(&said.join("\n")));
    }
    if let Some(online) = &record.online {
        // RFC 7986, section 5.11; the address is no text, and stands as it is.
        calendar.add("CONFERENCE;VALUE=URI", online);
    }
    if let Some(status) = record.status.as_deref().and_then(status) {
        calendar.add("STATUS", status);
    }
    let themes = archive.themes_of(meeting).map(|theme| escape(&theme.label));
    let themes: Vec<String> = themes.collect();
    if !themes.is_empty() {
        calendar.add("CATEGORIES", &themes.join(","));
    }
    if let Some(address) = home.address(&Route::Meeting(record.id.clone())) {
        calendar.add("URL", &address);
    }
    // A meeting of the past, or of others, keeps nobody's day from being free.
    calendar.add("TRANSP", "TRANSPARENT");
    calendar.add("END", "VEVENT");
}

/// Where it was held.
fn add_places(calendar: &mut Lines, archive: &Archive, meeting: &Meeting, names: &Names) {
    let places: Vec<&Place> = archive.places_of(meeting).collect();
    let named = places.iter().map(|place| (names.place)(place)).collect::<Vec<_>>().join("; ");
    let location: Vec<String> =
        meeting.record.venue.iter().cloned().chain(Some(named).filter(|named| !named.is_empty())).collect();
    if !location.is_empty() {
        calendar.add("LOCATION", &escape(&location.join(", ")));
    }
    // An event has one position on earth.
    if let [place] = places[..]
        && let Some((lat, lon)) = place.lat.zip(place.lon)
    {
        calendar.add("GEO", &format!("{lat:.6};{lon:.6}"));
    }
}

/// What is said of a meeting, a line each: its topics, the items of its agenda, and where one could take part from afar, for
/// calendars that do not know of RFC 7986.
pub fn description(record: &Record) -> Vec<String> {
    let topics = record.topics.iter().map(|topic| topic.text().to_owned());
    topics.chain(record.agenda.iter().map(AgendaItem::line)).chain(record.online.clone()).collect()
}

/// The status of an event (RFC 5545, section 3.8.1.11), of one that a meeting can have: none for what claims nothing.
fn status(status: &str) -> Option<&'static str> {
    match status {
        "planned" | "held" => Some("CONFIRMED"),
        // The day that is told does no longer hold, and another is not known.
        "tentative" | "postponed" => Some("TENTATIVE"),
        "cancelled" => Some("CANCELLED"),
        _ => None,
    }
}

/// A text as it stands in a value (RFC 5545, section 3.3.11).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut last = ' ';
    for char in text.chars() {
        match char {
            '\\' | ';' | ',' => escaped.extend(['\\', char]),
            // One line ends, be it by one sign or by two.
            '\n' if last == '\r' => {}
            '\r' | '\n' => escaped.push_str("\\n"),
            // No other control character may stand in a text.
            char if char.is_control() && char != '\t' => {}
            char => escaped.push(char),
        }
        last = char;
    }
    escaped
}

/// The lines of a calendar.
struct Lines(String);

impl Lines {
    /// Adds a line, folded where it is too long: never within a character.
    fn add(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for char in name.chars().chain([':']).chain(value.chars()) {
            if length + char.len_utf8() > MAX_LINE {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(char);
            length += char.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn lines_are_folded_at_75_octets_and_lose_nothing(text in "\\PC{0,200}") {
            let mut lines = Lines(String::new());
            lines.add("SUMMARY", &text);
            prop_assert!(lines.0.split("\r\n").all(|line| line.len() <= MAX_LINE));
            prop_assert_eq!(lines.0.replace("\r\n ", ""), format!("SUMMARY:{text}\r\n"));
        }
    }

    #[test]
    fn texts_are_escaped() {
        assert_eq!(escape("a, b; c\\d\r\ne\rf\n\ng\u{7}"), "a\\, b\\; c\\\\d\\ne\\nf\\n\\ng");
    }
}
