//! The archive as a schedule for apps: what the readers of the format ask of one, and what of an archive stands in it.

use std::collections::BTreeSet;
use std::fs;

use jiff::Timestamp;
use jiff::civil::Date;
use serde_json::{Value, json};

use crate::support::file;
use crate::support::folder::{Folder, SITE};

const EVERY: &str = "tests/fixtures/every/meetings.json";

fn published(name: &str, dataset: &Value, settings: &[(&str, &str)]) -> Folder {
    let folder = Folder::built(name);
    let path = folder.beside("data.json");
    fs::write(&path, dataset.to_string()).unwrap();
    let output = folder.publish(&[&[("DATA", path.to_str().unwrap())], settings].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    folder
}

fn archive(meetings: &Value) -> Value {
    json!({"version": 1, "title": "Talks", "language": "en", "meetings": meetings,
        "places": [{"id": "oslo", "name": "Oslo", "country": "NO"}, {"id": "havn", "name": "Havn"}],
        "people": [{"id": "ann", "name": "Ann"}, {"id": "bo", "name": "Bo"}, {"id": "cy", "name": "Cy"}],
        "themes": [{"id": "ice", "label": "Ice"}, {"id": "fish", "label": "Fish"}]})
}

fn schedule(site: &Folder) -> Value {
    let schedule: Value = serde_json::from_str(&site.text("schedule.json")).unwrap();
    sound(&schedule);
    schedule
}

/// Its events, each with the date of its day.
fn events(schedule: &Value) -> Vec<(String, Value)> {
    let mut events = Vec::new();
    for day in schedule["schedule"]["conference"]["days"].as_array().unwrap() {
        for room in day["rooms"].as_object().unwrap().values() {
            let date = day["date"].as_str().unwrap();
            events.extend(room.as_array().unwrap().iter().map(|event| (date.to_owned(), event.clone())));
        }
    }
    events
}

fn text<'a>(of: &'a Value, name: &str) -> &'a str {
    of[name].as_str().unwrap_or_else(|| panic!("{name}: {of}"))
}

/// A time of the format, with its offset and seconds: as an instant, and as clocks had it.
fn time(text: &str) -> (Timestamp, String) {
    assert!(text.len() == 25 && ["+", "-"].contains(&&text[19..20]), "{text}");
    let zoned: Timestamp = text.parse().unwrap();
    (zoned, text[11..16].to_owned())
}

/// Minutes of `HH:MM`, of which the hours may be more than a day has.
fn minutes(text: &str) -> i64 {
    let (hours, minutes) = text.split_once(':').unwrap();
    assert!(hours.len() >= 2 && minutes.len() == 2 && minutes < "60", "{text}");
    hours.parse::<i64>().unwrap() * 60 + minutes.parse::<i64>().unwrap()
}

fn is_made_of(text: &str, signs: &str) -> bool {
    text.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit() || signs.contains(char))
}

/// What the published schema of the format asks, and what programs take for granted that read it: each field is there and of
/// its kind, days and rooms hold what they say, ids are unique.
fn sound(schedule: &Value) {
    assert_eq!(schedule.as_object().unwrap().keys().collect::<Vec<_>>(), ["schedule"]);
    let schedule = &schedule["schedule"];
    assert!(!text(schedule, "version").is_empty());
    let conference = &schedule["conference"];
    let acronym = text(conference, "acronym");
    assert!(acronym.len() >= 4 && is_made_of(acronym, "_"), "{acronym}");
    assert!(!text(conference, "title").is_empty() && text(conference, "time_zone_name") == "UTC");
    assert_eq!(minutes(text(conference, "timeslot_duration")), 15);
    let date = |of: &Value, name: &str| text(of, name).parse::<Date>().unwrap();
    let days = conference["days"].as_array().unwrap();
    assert_eq!(
        (conference["daysCount"].as_u64().unwrap() as usize, date(conference, "start")),
        (days.len(), date(&days[0], "date"))
    );
    assert!(date(conference, "end") >= date(days.last().unwrap(), "date"));
    for (index, day) in (1..).zip(days) {
        assert_eq!(day["index"], index);
        assert!(index == 1 || date(day, "date") > date(&days[index - 2], "date"));
        let (start, end) = (time(text(day, "day_start")).0, time(text(day, "day_end")).0);
        assert!(start < end && !day["rooms"].as_object().unwrap().is_empty());
        for (room, events) in day["rooms"].as_object().unwrap() {
            assert!(!room.is_empty() && !events.as_array().unwrap().is_empty());
            for event in events.as_array().unwrap() {
                let (instant, clock) = time(text(event, "date"));
                assert_eq!((text(event, "room"), text(event, "start")), (&**room, &*clock));
                assert!(text(event, "date").starts_with(text(day, "date")));
                assert!(start <= instant && instant <= end, "{event}");
                sound_event(event);
            }
        }
    }
    for name in ["id", "guid", "slug"] {
        let told: Vec<String> =
            events(&json!({"schedule": schedule})).iter().map(|(_, of)| of[name].to_string()).collect();
        assert_eq!(told.iter().collect::<BTreeSet<_>>().len(), told.len(), "{name}");
    }
}

/// What is asked of an event by itself.
fn sound_event(event: &Value) {
    let mut fields: Vec<&str> = event.as_object().unwrap().keys().map(String::as_str).collect();
    fields.sort_unstable();
    // Another field is an error to who reads strictly.
    let known = "abstract attachments date description do_not_record duration guid id language links persons \
        recording_license room slug start subtitle title track type url";
    assert_eq!(fields.join(" "), known);
    let is_number = |number: &Value| (1..=i64::from(i32::MAX)).contains(&number.as_i64().unwrap());
    assert!(is_number(&event["id"]));
    assert_eq!(uuid::Uuid::parse_str(text(event, "guid")).unwrap().get_version_num(), 5);
    minutes(text(event, "duration"));
    let slug = text(event, "slug");
    assert!(slug.len() > 1 && is_made_of(slug, "-_") && !slug.ends_with(['-', '_']), "{slug}");
    for name in ["title", "type", "language", "url"] {
        assert!(!text(event, name).is_empty());
    }
    for name in ["subtitle", "abstract", "description", "recording_license"] {
        text(event, name);
    }
    assert!(event["track"].is_null() || !text(event, "track").is_empty());
    for person in event["persons"].as_array().unwrap() {
        // With a `name` of its own it would be of another kind as well, which is none.
        assert_eq!(person.as_object().unwrap().keys().collect::<Vec<_>>(), ["id", "public_name"]);
        assert!(is_number(&person["id"]) && !text(person, "public_name").is_empty());
    }
    for link in event["links"].as_array().unwrap().iter().chain(event["attachments"].as_array().unwrap()) {
        assert!(!text(link, "url").is_empty() && !text(link, "title").is_empty());
    }
}

#[test]
fn each_meeting_with_a_day_stands_once_on_it_at_its_place_and_no_other_does() {
    for (name, path) in [("schedule-every", EVERY), ("schedule-shipped", "public/data/meetings.json")] {
        let site = Folder::published(name, &[SITE, ("DATA", path)]);
        let dataset: Value = serde_json::from_str(&site.text("data/meetings.json")).unwrap();
        let has_day = |of: &Value, name: &str| of[name].as_str().is_none_or(|date| date.len() >= 10);
        let meetings = dataset["meetings"].as_array().unwrap();
        let held = meetings.iter().filter(|of| has_day(of, "start") && has_day(of, "end"));
        let mut expected: Vec<(String, String)> =
            held.map(|of| (text(of, "start")[..10].to_owned(), text(of, "title").to_owned())).collect();
        let mut told: Vec<(String, String)> = events(&schedule(&site))
            .iter()
            .map(|(day, event)| (day.clone(), text(event, "title").to_owned()))
            .collect();
        expected.sort();
        told.sort();
        assert!(expected.len() > 4, "{path}");
        assert_eq!(told, expected, "{path}");
        let base = &schedule(&site)["schedule"];
        assert_eq!(
            (text(base, "base_url"), text(&base["conference"], "url")),
            ("https://example.org/talks/", "https://example.org/talks/")
        );
    }
}

#[test]
fn what_is_recorded_of_a_meeting_is_told_and_nothing_more() {
    let document = json!({"title": "Minutes", "url": "https://example.net/minutes"});
    let dataset = archive(&json!([
        {"id": "a", "title": "A", "start": "2010-05-01", "end": "2010-05-03", "places": ["oslo", "havn"], "themes": ["fish", "ice"],
            "format": "Roundtable", "language": "nb", "topics": ["Quays"],
            "people": ["ann", {"person": "bo", "part": "absent"}, {"person": "ann", "office": "Chair"}],
            "agenda": [{"number": "1", "title": "Roads", "people": ["cy", "ann"], "documents": [document]}], "documents": ["Lost"]},
        {"id": "b", "title": "B", "start": "2010-05-01T16:30+01:00", "end": "2010-05-01T18:00+01:00", "online": "https://meet.example/b"},
        {"id": "c", "title": "C", "start": "2010-05-01T09:00", "status": "cancelled"},
        {"id": "d", "title": "D", "start": "2010-05-02T00:30+13:00", "place": "oslo", "status": "held"},
        {"id": "e", "title": "E", "start": "2010-05", "end": "2010-06-02"},
        {"id": "f", "title": "F", "start": "2011"}
    ]));
    let site = published("schedule-told", &dataset, &[SITE]);
    let schedule = schedule(&site);
    let conference = &schedule["schedule"]["conference"];
    assert_eq!(
        (text(conference, "start"), text(conference, "end"), &conference["daysCount"]),
        ("2010-05-01", "2010-05-03", &json!(2))
    );
    assert_eq!(text(conference, "acronym"), "talks");
    // On the second day clocks somewhere showed half past midnight while it was noon in UTC, the day before.
    assert_eq!(text(&conference["days"][1], "day_start"), "2010-05-01T11:30:00+00:00");
    assert_eq!(text(&conference["days"][1], "day_end"), "2010-05-03T00:00:00+00:00");
    let events = events(&schedule);
    let event = |title: &str| events.iter().map(|(_, of)| of).find(|of| of["title"] == title).unwrap();
    for (title, room, date, start, duration, subtitle) in [
        ("A", "Oslo, Norway; Havn", "2010-05-01T00:00:00+00:00", "00:00", "72:00", ""),
        ("B", "Online", "2010-05-01T16:30:00+01:00", "16:30", "01:30", ""),
        ("C", "No place recorded", "2010-05-01T09:00:00+00:00", "09:00", "00:00", "Cancelled"),
        ("D", "Oslo, Norway", "2010-05-02T00:30:00+13:00", "00:30", "00:00", ""),
    ] {
        let of = event(title);
        let told = ["room", "date", "start", "duration", "subtitle"].map(|name| text(of, name));
        assert_eq!(told, [room, date, start, duration, subtitle], "{title}");
    }
    let a = event("A");
    assert_eq!(
        ["track", "type", "language", "slug", "url"].map(|name| text(a, name)),
        ["Fish", "Roundtable", "nb", "talks-a", "https://example.org/talks/meetings/a/"]
    );
    assert_eq!(text(a, "description"), "Quays\n1 Roads");
    assert_eq!(text(a, "abstract"), "A. Oslo, Norway; Havn. 1–3 May 2010. Fish, Ice.");
    let names: Vec<&str> = a["persons"].as_array().unwrap().iter().map(|of| text(of, "public_name")).collect();
    assert_eq!(names, ["Ann", "Cy"]);
    assert_eq!(a["attachments"], json!([{"url": "https://example.net/minutes", "title": "Minutes"}]));
    assert_eq!(event("B")["links"], json!([{"url": "https://meet.example/b", "title": "Online"}]));
    assert!(text(event("C"), "abstract").starts_with("Cancelled. "));
    assert_eq!((&event("C")["track"], text(event("C"), "type")), (&Value::Null, "meeting"));
    // By its guid a meeting is known to the feed too.
    assert!(site.text("feed.xml").contains(&format!("<id>urn:uuid:{}</id>", text(a, "guid"))));
    // Calendars leave out the same meetings.
    assert_eq!(site.text("meetings.ics").matches("BEGIN:VEVENT").count(), events.len());
}

#[test]
fn numbers_stay_when_others_come_and_when_an_id_changes() {
    let meeting = |at: usize| json!({"id": format!("m{at}"), "title": format!("M{at}"), "start": "2010-05-01", "people": ["ann"]});
    let ids = |name: &str, meetings: Vec<Value>| -> Vec<(String, Value, Value, Value)> {
        let events = events(&schedule(&published(name, &archive(&meetings.into()), &[])));
        let told = |event: &Value| {
            (text(event, "title").to_owned(), event["id"].clone(), event["guid"].clone(), event["persons"].clone())
        };
        let mut told: Vec<_> = events.iter().map(|(_, event)| told(event)).collect();
        told.sort_by_key(|(title, ..)| title.clone());
        told
    };
    let few = ids("schedule-few", vec![meeting(5), meeting(7)]);
    let mut more: Vec<Value> = (0..9).map(meeting).collect();
    more[7]["id"] = "renamed".into();
    more[7]["formerly"] = json!(["m7"]);
    let more = ids("schedule-more", more);
    assert_eq!((few[0].clone(), few[1].clone()), (more[5].clone(), more[7].clone()));
}

#[test]
fn where_no_day_is_known_there_is_no_schedule_and_nobody_is_named_where_people_are_not_published() {
    let none = published("schedule-none", &archive(&json!([{"id": "a", "title": "A", "start": "2010-05"}])), &[]);
    assert!(!none.site().join("schedule.json").exists());
    let mut dataset: Value = serde_json::from_str(&file(EVERY)).unwrap();
    dataset["people_pages"] = false.into();
    for field in ["logo", "site"] {
        dataset.as_object_mut().unwrap().remove(field);
    }
    for meeting in dataset["meetings"].as_array_mut().unwrap() {
        for field in ["documents", "agenda"] {
            meeting.as_object_mut().unwrap().remove(field);
        }
    }
    let site = published("schedule-nobody", &dataset, &[]);
    let schedule = schedule(&site);
    assert!(events(&schedule).iter().all(|(_, event)| event["persons"] == json!([])));
    // Without an origin an address leads on from wherever the host is.
    assert!(events(&schedule).iter().all(|(_, event)| text(event, "url").starts_with("/talks/meetings/")));
    assert!(schedule["schedule"].get("base_url").is_none());
}
