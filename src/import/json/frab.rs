//! Schedules of the frab family (frab, pretalx, and what is exported like them): each talk is a meeting.

use jiff::SignedDuration;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

use crate::core::text::clock::Clock;
use crate::core::text::date::PartialDate;
use crate::import::draft::{About, DocumentDraft, Draft, PersonDraft, PlaceDraft, Rest, Wish};
use crate::import::json::fields::{Fields, Reading};
use crate::import::json::path::field_path;
use crate::import::json::skim::within;
use crate::import::json::tree::Node;
use crate::import::piece::Piece;
use crate::import::times::{machine_time, zoned};
use crate::import::told::Done;

/// What is known of the whole schedule.
#[derive(Debug, Default)]
pub struct Conference {
    /// Its title.
    pub title: Option<String>,
    /// The zone of its times.
    pub zone: Option<TimeZone>,
    /// The address that short ones of it are meant from.
    pub base: Option<String>,
    /// Its town.
    pub city: Option<String>,
    /// Its building.
    pub venue: Option<String>,
}

impl Conference {
    /// What a schedule tells of itself.
    pub fn new(mut conference: Fields, base: Option<String>, reading: &mut Reading) -> (Self, About) {
        let zone = conference.text("time_zone_name");
        let url = conference.text("url");
        let made = Self {
            title: conference.line("title"),
            zone: zone.and_then(|name| TimeZone::get(&name).ok()).or_else(|| reading.asked.zone.clone()),
            base: base.or_else(|| conference.text("base_url")).or_else(|| url.clone()),
            city: conference.line("city"),
            venue: conference.line("venue"),
        };
        let why = "Of a schedule as a whole this was left out: it follows from its talks, or says how it is drawn.";
        let left = [
            "acronym",
            "start",
            "end",
            "daysCount",
            "timeslot_duration",
            "tracks",
            "colors",
            "keywords",
            "logo",
            "rooms",
            "licenses",
            "day_change",
        ];
        conference.leave_out(&left, why, reading);
        conference.pass_over(&["days"]);
        conference.tell_rest(reading);
        let about = About { title: made.title.clone(), url, ..About::default() };
        (made, about)
    }
}

/// Reads a schedule in JSON, whose top has a field `schedule`.
pub fn schedule(top: &Node, reading: &mut Reading, give: &mut dyn FnMut(Piece)) {
    let mut fields = Fields::new(top, "$".into());
    let Some(mut schedule) = fields.object("schedule") else { return };
    let base = schedule.text("base_url");
    let Some(conference) = schedule.object("conference") else { return };
    let path = field_path(&conference.path, "days");
    let days = within(top, &["schedule", "conference", "days"]).map(Node::items).unwrap_or_default();
    let (conference, about) = Conference::new(conference, base, reading);
    give(Piece::About(about));
    for (index, day) in days.iter().enumerate() {
        let mut day = Fields::new(day, format!("{path}[{index}]"));
        let date = day.text("date");
        let begins = day.text("day_start");
        let Some(rooms) = day.object("rooms") else { continue };
        for (room, talks) in rooms.all() {
            let path = field_path(&rooms.path, room);
            for (index, talk) in talks.items().iter().enumerate() {
                let fields = Fields::new(talk, format!("{path}[{index}]"));
                give(Piece::Draft(Box::new(self::talk(
                    fields,
                    room,
                    date.as_deref(),
                    begins.as_deref(),
                    &conference,
                    reading,
                ))));
            }
        }
        let why = "Of a day of a schedule this was left out: it follows from its talks.";
        day.leave_out(&["index", "day_end", "day_start"], why, reading);
        day.tell_rest(reading);
    }
    schedule.leave_out(&["version", "url", "generator"], "The version of a schedule was left out.", reading);
    schedule.tell_rest(reading);
}

/// A talk as a draft. `room` is the room that it stands under, `day` and `begins` the day that it stands under and when that
/// begins: what is told for an earlier hour is held in the night behind it.
pub fn talk(
    mut fields: Fields,
    room: &str,
    day: Option<&str>,
    begins: Option<&str>,
    conference: &Conference,
    reading: &mut Reading,
) -> Draft {
    let ids = [fields.text("guid"), fields.text("code"), fields.text("id"), fields.text("slug")];
    let mut draft = Draft {
        origin: fields.origin(),
        uid: ids.into_iter().flatten().next(),
        title: fields.line("title").unwrap_or_default(),
        language: fields.text("language"),
        format: fields.line("type"),
        within: conference.title.clone(),
        ..Draft::default()
    };
    times(&mut fields, day, begins, conference, &mut draft, reading);
    draft.topics.extend(fields.line("subtitle"));
    for name in ["abstract", "description"] {
        let paragraphs = fields.paragraphs(name, reading);
        draft.notes.extend(paragraphs.into_iter().filter(|text| !draft.notes.contains(text)).collect::<Vec<_>>());
    }
    let room = fields.line("room").unwrap_or_else(|| room.to_owned());
    facet(&mut draft, "Room", Some(room.clone()).filter(|room| !room.is_empty()));
    let venue = [Some(room), conference.venue.clone()].into_iter().flatten().filter(|text| !text.is_empty());
    draft.venue = Some(venue.collect::<Vec<_>>().join(", ")).filter(|venue| !venue.is_empty());
    draft.places.extend(conference.city.clone().map(|name| PlaceDraft { name, ..PlaceDraft::default() }));
    let track = fields.line("track");
    facet(&mut draft, "Track", track);
    let language = draft.language.clone();
    facet(&mut draft, "Spoken language", language);
    for person in fields.objects("persons") {
        draft.people.extend(self::person(person, reading));
    }
    documents(&mut fields, conference, &mut draft, reading);
    if fields.text("do_not_record").as_deref() == Some("true") || fields.text("optout").as_deref() == Some("true") {
        facet(&mut draft, "Recording", Some("Not recorded".into()));
    }
    let private = "Answers to questions of the organisers were left out: they may be private.";
    if let Some(answers) = fields.node("answers") {
        reading.once.leave_out("answers", &draft.origin, private, &answers.items().len().to_string(), reading.told);
    }
    let why = "Of a talk this was left out wherever it stands: the format has no field for it.";
    fields.leave_out(
        &["logo", "feedback_url", "origin_url", "slug", "id", "code", "guid", "event_id", "cid"],
        why,
        reading,
    );
    fields.rest(&mut draft, reading);
    draft
}

fn facet(draft: &mut Draft, label: &str, value: Option<String>) {
    let origin = draft.origin.clone();
    draft.rest.extend(value.map(|value| Rest { label: label.into(), values: vec![value], origin, wish: Wish::Facet }));
}

fn times(
    fields: &mut Fields,
    day: Option<&str>,
    begins: Option<&str>,
    conference: &Conference,
    draft: &mut Draft,
    reading: &mut Reading,
) {
    let clock = fields.text("start");
    let date = fields.text("date");
    let told = date.as_deref().and_then(|date| machine_time(date, conference.zone.as_ref()));
    draft.start = match told {
        Some(time @ PartialDate::Time(..)) => Some(time),
        other => {
            let day = other.or_else(|| machine_time(day?, None)).filter(|day| matches!(day, PartialDate::Day(_)));
            day.map(|day| clock.as_deref().and_then(|clock| in_night(day, clock, begins, conference)).unwrap_or(day))
        }
    };
    if draft.start.is_none() {
        let text = date.or(clock).unwrap_or_default();
        reading.told.tell(Done::LeftOut, &fields.origin_of("date"), "A day or a time that cannot be read.", &text);
    }
    let length = fields.text("duration");
    let minutes = length.as_deref().and_then(minutes);
    draft.end = draft.start.zip(minutes).and_then(|(start, minutes)| later(start, minutes, conference.zone.as_ref()));
    if let (Some(length), None) = (&length, minutes) {
        reading.told.tell(Done::LeftOut, &fields.origin_of("duration"), "A duration that cannot be read.", length);
    }
}

/// A time of day of a day of a schedule: one before the day begins is one of the night behind it.
fn in_night(day: PartialDate, clock: &str, begins: Option<&str>, conference: &Conference) -> Option<PartialDate> {
    let date = day.first_day();
    let clock = if clock.len() == 4 { format!("0{clock}") } else { clock.to_owned() };
    let time = machine_time(&format!("{day}T{clock}"), conference.zone.as_ref())?;
    let begins = begins.and_then(|begins| machine_time(begins, None)).filter(|begins| begins.first_day() == date);
    // Without a word of the schedule a day begins at four.
    let begins = begins.and_then(PartialDate::minute).unwrap_or(4 * 60);
    match time {
        PartialDate::Time(_, clock) if clock.minute < begins.min(6 * 60) => {
            let date = date.tomorrow().ok()?;
            Some(match &conference.zone {
                Some(zone) => zoned(date, clock.minute, zone),
                None => PartialDate::Time(date, clock),
            })
        }
        time => Some(time),
    }
}

/// `00:30`, `1:30:00`, or minutes.
pub fn minutes(text: &str) -> Option<i64> {
    let numbers: Vec<i64> = text.split(':').map(|part| part.trim().parse().ok()).collect::<Option<_>>()?;
    let minutes = match numbers[..] {
        [minutes] => minutes,
        [hours, minutes] | [hours, minutes, _] => hours.checked_mul(60)?.checked_add(minutes)?,
        [days, hours, minutes, _] => {
            days.checked_mul(1_440)?.checked_add(hours.checked_mul(60)?)?.checked_add(minutes)?
        }
        _ => return None,
    };
    (0..=100_000).contains(&minutes).then_some(minutes)
}

/// The time so many minutes later; the clocks of the zone are looked at, where there is one.
pub fn later(start: PartialDate, minutes: i64, zone: Option<&TimeZone>) -> Option<PartialDate> {
    let PartialDate::Time(date, clock) = start else { return None };
    if minutes == 0 {
        return None;
    }
    let civil = civil(date, clock.minute)?.checked_add(SignedDuration::from_mins(minutes)).ok()?;
    let minute = i16::from(civil.hour()) * 60 + i16::from(civil.minute());
    let end = PartialDate::Time(civil.date(), Clock { minute, offset: clock.offset });
    match zone {
        // An hour in which clocks change is seldom one of a talk.
        Some(zone) if zoned(date, clock.minute, zone) == start => Some(zoned(civil.date(), minute, zone)),
        _ => Some(end),
    }
}

fn civil(date: Date, minute: i16) -> Option<DateTime> {
    Some(date.to_datetime(Time::new(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0).ok()?))
}

fn person(mut fields: Fields, reading: &mut Reading) -> Option<PersonDraft> {
    let name = ["public_name", "full_public_name", "name"].iter().filter_map(|name| fields.line(name)).next();
    let ids = [fields.text("guid"), fields.text("code"), fields.text("id")];
    let why = "What is said of people beside their names was left out: the format has no field for it.";
    let left = [
        "biography",
        "answers",
        "url",
        "avatar",
        "avatar_url",
        "links",
        "description",
        "abstract",
        "email",
        "origin_url",
    ];
    for left in left {
        let origin = fields.origin_of(left);
        if fields.node(left).is_some() {
            reading.once.leave_out(left, &origin, why, "", reading.told);
        }
    }
    fields.pass_over(&["public_name", "full_public_name", "name"]);
    let Some(name) = name else {
        reading.told.tell(Done::LeftOut, &fields.origin(), "Somebody without a name was left out.", "");
        return None;
    };
    fields.tell_rest(reading);
    let uid = ids.into_iter().flatten().next();
    Some(PersonDraft { name, uid, part: Some("Speaker".into()), ..PersonDraft::default() })
}

fn documents(fields: &mut Fields, conference: &Conference, draft: &mut Draft, reading: &mut Reading) {
    if let Some(url) = fields.text("url") {
        let url = Some(absolute(&url, conference));
        draft.documents.push(DocumentDraft { kind: Some("web page".into()), url, ..DocumentDraft::default() });
    }
    for (name, kind) in [("attachments", "attachment"), ("links", "link")] {
        for text in fields.items(name).iter().filter(|node| !node.is_object()).filter_map(Node::text) {
            let url = Some(absolute(&text, conference));
            draft.documents.push(DocumentDraft { kind: Some(kind.into()), url, ..DocumentDraft::default() });
        }
        for mut link in fields.objects(name) {
            let url = link.first_text(&["url", "href"]).map(|url| absolute(&url, conference));
            let title = link.line("title").unwrap_or_default();
            draft.documents.push(DocumentDraft { title, kind: Some(kind.into()), url, ..DocumentDraft::default() });
            link.pass_over(&["type"]);
            link.tell_rest(reading);
        }
    }
    if let Some(url) = fields.text("video_download_url") {
        draft.documents.push(DocumentDraft {
            kind: Some("recording".into()),
            url: Some(url),
            ..DocumentDraft::default()
        });
    }
}

/// An address that may begin at the root of the schedule's host.
fn absolute(url: &str, conference: &Conference) -> String {
    let Some(path) = url.strip_prefix('/').filter(|path| !path.starts_with('/')) else { return url.to_owned() };
    let host = conference.base.as_deref().and_then(|base| {
        let (scheme, rest) = base.split_once("://")?;
        Some(format!("{scheme}://{}", rest.split('/').next()?))
    });
    host.map_or_else(|| url.to_owned(), |host| format!("{host}/{path}"))
}
