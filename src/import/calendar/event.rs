//! An event as a draft.

use crate::core::text::date::PartialDate;
use crate::import::calendar::lines::Property;
use crate::import::calendar::moment::{Length, Moment};
use crate::import::calendar::people::take_person;
use crate::import::calendar::place::location;
use crate::import::calendar::repeats::Repeats;
use crate::import::calendar::whole::Whole;
use crate::import::draft::{DocumentDraft, Draft, Rest, Wish};
use crate::import::origin::Origin;
use crate::import::plain::{is_html, plain, plain_line};
use crate::import::told::{Done, Told};

/// Properties that machines tell each other, and that no reader of an archive misses.
const MACHINES: [&str; 15] = [
    "DTSTAMP",
    "SEQUENCE",
    "TRANSP",
    "PRIORITY",
    "CREATED",
    "REQUEST-STATUS",
    "RELATED-TO",
    "COLOR",
    "REFID",
    "BUSYTYPE",
    "LINK",
    "PERCENT-COMPLETE",
    "CONCEPT",
    "STRUCTURED-DATA",
    "EXRULE",
];
/// How the names of extensions begin that programs tell themselves.
const PROGRAMS: [&str; 13] = [
    "X-MICROSOFT-",
    "X-MS-",
    "X-APPLE-",
    "X-MOZ-",
    "X-EVOLUTION-",
    "X-LIC-",
    "X-WR-",
    "X-GWITEM-",
    "X-LOTUS-",
    "X-ZIMBRA-",
    "X-KDE-",
    "X-CALENDARSERVER-",
    "X-OFFICE365",
];

/// An event while it is read.
#[derive(Debug, Default)]
pub struct Event {
    /// What is known of it.
    pub draft: Draft,
    /// When it begins.
    pub start: Option<Moment>,
    /// When it ends, as the calendar has it: not inclusive where it is a day.
    pub end: Option<Moment>,
    length: Option<Length>,
    /// When it happens again.
    pub repeats: Repeats,
    /// The day or the time of another event that it takes the place of.
    pub instead: Option<Moment>,
    /// Latitude and longitude.
    position: Option<(f64, f64)>,
    places: Option<Property>,
    /// The description as a web page, which says what the plain one says.
    described: Option<(Origin, String)>,
}

impl Event {
    /// Takes a property into it.
    pub fn take(&mut self, property: Property, whole: &mut Whole, told: &mut Told) {
        let Some(property) = self.repeats.take(property) else { return };
        let text = property.text();
        match property.name.as_str() {
            _ if text.trim().is_empty() => {}
            "SUMMARY" => {
                self.draft.title = plain_line(&text).replace('\n', " ");
                self.draft.language = property.parameter("LANGUAGE");
            }
            "UID" => self.draft.uid = Some(text),
            "DTSTART" => self.start = self.time(&property, whole, told),
            "DTEND" => self.end = self.time(&property, whole, told),
            "DURATION" => {
                self.length = Length::parse(&property.value);
                if self.length.is_none() {
                    told.tell(Done::LeftOut, &property.origin, "A duration that cannot be read.", &text)
                        .labelled("DURATION");
                }
            }
            "RECURRENCE-ID" => {
                if property.parameter("RANGE").is_some() {
                    let why =
                        "A change of an event that holds for all later times too was read for its own time alone.";
                    told.tell(Done::Look, &property.origin, why, &text).labelled("RECURRENCE-ID");
                }
                self.instead = self.time(&property, whole, told);
            }
            "LOCATION" => self.places = Some(property),
            "GEO" => self.position = position(&property.value),
            _ => self.take_further(&property, text, whole, told),
        }
    }

    /// Takes what says more of it than when and where it is.
    fn take_further(&mut self, property: &Property, text: String, whole: &mut Whole, told: &mut Told) {
        let draft = &mut self.draft;
        match property.name.as_str() {
            "DESCRIPTION" | "COMMENT" | "STYLED-DESCRIPTION" => take_description(property, &text, draft, whole, told),
            "X-ALT-DESC" => self.described = Some((property.origin.clone(), text)),
            "STATUS" => take_status(property, &text, draft, told),
            "CATEGORIES" => draft.themes.extend(property.texts().iter().map(|text| text.trim().to_owned())),
            "URL" => {
                let document =
                    DocumentDraft { kind: Some("web page".into()), url: Some(text), ..DocumentDraft::default() };
                draft.documents.push(document);
            }
            "CONFERENCE" | "X-GOOGLE-CONFERENCE" if draft.online.is_none() => draft.online = Some(text),
            "ATTACH" | "IMAGE" => take_file(property, text, draft, told),
            "ATTENDEE" | "ORGANIZER" => take_person(property, draft, told),
            "LAST-MODIFIED" => {
                let moment = Moment::of(&property.value, None);
                draft.modified = moment.map(|moment| PartialDate::Day(moment.civil.date()));
            }
            "CLASS" if text.eq_ignore_ascii_case("PUBLIC") => {}
            "CLASS" => {
                let why = "The calendar marks an event as not for everybody; see whether it may be published.";
                told.tell(Done::Look, &property.origin, why, &text).labelled("CLASS");
            }
            name if MACHINES.contains(&name) || PROGRAMS.iter().any(|program| name.starts_with(program)) => {
                let why = "What programs tell each other was left out wherever it stands.";
                whole.leave_out(name, &property.origin, why, &text, told);
            }
            name => {
                let label = label(name);
                let values = if is_html(&text) { plain(&text).paragraphs } else { property.texts() };
                let values = if values.is_empty() { vec![text] } else { values };
                match draft.rest.iter_mut().rev().take(1_000).find(|rest| rest.label == label) {
                    Some(rest) => rest.values.extend(values),
                    None => {
                        draft.rest.push(Rest { label, values, origin: property.origin.clone(), wish: Wish::AsItComes })
                    }
                }
            }
        }
    }

    /// A day or a time that a property tells.
    fn time(&self, property: &Property, whole: &Whole, told: &mut Told) -> Option<Moment> {
        let moment = Moment::read(&property.value, property, &whole.zones, told);
        if moment.is_none() {
            let why = "A day or a time that cannot be read.";
            told.tell(Done::LeftOut, &property.origin, why, &property.value).labelled(&property.name);
        }
        moment
    }

    /// Puts together what was told in several properties.
    pub fn finish(&mut self, whole: &mut Whole, told: &mut Told) {
        if let Some(property) = self.places.take() {
            location(&property, self.position.take(), &mut self.draft, whole, told);
        }
        match self.described.take() {
            Some((_, text)) if self.draft.notes.is_empty() => self.draft.notes.extend(plain(&text).paragraphs),
            Some((origin, text)) => {
                let why = "The description stands there as a web page too, which was left out; the one in plain text was read.";
                told.tell(Done::LeftOut, &origin, why, &text).labelled("X-ALT-DESC");
            }
            None => {}
        }
        if let Some((lat, lon)) = self.position {
            let why = "A position without a place was left out.";
            whole.leave_out("GEO", &self.draft.origin, why, &format!("{lat};{lon}"), told);
        }
        if let (Some(start), Some(length), None) = (&self.start, self.length, &self.end) {
            self.end = start.after(length);
        }
        if let (Some(ours), Some(uid)) = (&whole.ours, &self.draft.uid) {
            self.draft.id = uid.strip_suffix(&ours.archive).and_then(|id| id.strip_suffix('@')).map(str::to_owned);
            if self.draft.id.is_some() {
                self.draft.uid = None;
                ours.put_right(&mut self.draft);
            }
        }
    }
}

/// The end of an event, inclusive: of whole days the calendar tells the day after the last.
pub fn inclusive(start: &Moment, end: Moment) -> Option<PartialDate> {
    if !end.is_day {
        return Some(end.date()).filter(|end| *end != start.date());
    }
    // Some programs tell the last day itself: a day then ends as it begins.
    if end.civil == start.civil {
        return None;
    }
    let last = PartialDate::Day(end.civil.date().yesterday().ok()?);
    (last != start.date()).then_some(last)
}

fn take_description(property: &Property, text: &str, draft: &mut Draft, whole: &mut Whole, told: &mut Told) {
    // In our own calendars its lines are topics and items of the agenda.
    if whole.ours.is_some() {
        draft.topics.extend(text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned));
        return;
    }
    let made = plain(text);
    for link in &made.lost_links {
        let why = "A link in a description leads to an address that is none without its page; its text was kept.";
        told.tell(Done::LeftOut, &property.origin, why, link).labelled(&property.name);
    }
    let is_new = |paragraph: &String| !draft.notes.iter().rev().take(1_000).any(|note| note == paragraph);
    let paragraphs: Vec<String> = made.paragraphs.into_iter().filter(is_new).collect();
    draft.notes.extend(paragraphs);
}

fn take_status(property: &Property, text: &str, draft: &mut Draft, told: &mut Told) {
    match text.trim().to_ascii_uppercase().as_str() {
        "CONFIRMED" => {
            let why = "That an event is confirmed was left out: what is told of no event is no news of one.";
            told.tell(Done::LeftOut, &property.origin, why, text).labelled("STATUS");
        }
        "TENTATIVE" => draft.status = Some("tentative".into()),
        "CANCELLED" | "CANCELED" => draft.status = Some("cancelled".into()),
        _ => draft.status = Some(text.trim().to_owned()),
    }
}

fn take_file(property: &Property, text: String, draft: &mut Draft, told: &mut Told) {
    if property.is_binary() {
        let why = "A file within the calendar itself was left out; save it beside the dataset and name it there.";
        let name = property.parameter("FILENAME").or_else(|| property.parameter("X-FILENAME")).unwrap_or_default();
        told.tell(Done::LeftOut, &property.origin, why, &name).labelled(&property.name);
        return;
    }
    let title =
        ["FILENAME", "X-FILENAME", "LABEL"].iter().find_map(|name| property.parameter(name)).unwrap_or_default();
    let size = property.parameter("SIZE").and_then(|size| size.parse().ok());
    let media_type = property.parameter("FMTTYPE");
    draft.documents.push(DocumentDraft { title, url: Some(text), media_type, size, ..DocumentDraft::default() });
}

fn position(text: &str) -> Option<(f64, f64)> {
    let (lat, lon) = text.split_once([';', ','])?;
    let (lat, lon): (f64, f64) = (lat.trim().parse().ok()?, lon.trim().parse().ok()?);
    // Programs write zeros where they know nothing.
    ((-90.0..=90.0).contains(&lat) && (-180.0..=180.0).contains(&lon) && (lat, lon) != (0.0, 0.0)).then_some((lat, lon))
}

/// What people call a property: `X-TICKET-PRICE` → `Ticket price`.
fn label(name: &str) -> String {
    let name = name.strip_prefix("X-").unwrap_or(name).replace(['-', '_'], " ").to_lowercase();
    let mut chars = name.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or(name)
}
