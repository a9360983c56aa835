//! Real files from the first byte to the dataset: records, facets and documents counted another way, and twenty records of each,
//! drawn by a seed, beside what the file says of them.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use super::Folder;
use super::real::real;

/// Twenty different numbers below a count, drawn by a seed.
fn drawn(count: usize) -> Vec<usize> {
    let mut numbers = Vec::new();
    let mut seed = 20_u64;
    while numbers.len() < 20 {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let number = (seed >> 33) as usize % count;
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}

/// The dataset that a file becomes, in a folder of its own; none where the file is not there.
fn imported(name: &str) -> Option<(Folder, Vec<u8>, Value)> {
    let bytes = real(name)?;
    let folder = Folder::new(&format!("counted-{}", name.replace(['/', '.'], "-")));
    let name = name.rsplit('/').next().unwrap_or(name);
    let (code, told, dataset) = folder.import(name, &bytes, &[]);
    assert_eq!(code, 0, "{told}");
    Some((folder, bytes, dataset))
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

/// How many items lists of this name have in all records.
fn sum(records: &[Value], name: &str) -> usize {
    records.iter().map(|record| list(record, name).len()).sum()
}

/// The name of a record in a list by its id.
fn name_of<'a>(dataset: &'a Value, of: &str, id: &Value) -> &'a str {
    list(dataset, of).iter().find(|record| record["id"] == *id).map(|record| text(record, "name")).unwrap_or_default()
}

/// A time without its seconds, as the format has it.
fn minutes(time: &str) -> String {
    format!("{}{}", &time[..16], time.get(19..).unwrap_or_default())
}

/// The entries of conferences, each without its topic, with all topics that it has.
fn conferences(bytes: &[u8]) -> Vec<(Map<String, Value>, HashSet<String>)> {
    let entries: Vec<Map<String, Value>> = serde_json::from_slice(bytes).unwrap();
    let mut at: HashMap<String, usize> = HashMap::new();
    let mut all: Vec<(Map<String, Value>, HashSet<String>)> = Vec::new();
    for mut entry in entries {
        let topic = entry.remove("topic").unwrap().as_str().unwrap().to_owned();
        entry.sort_keys();
        let place = *at.entry(Value::Object(entry.clone()).to_string()).or_insert(all.len());
        if place == all.len() {
            all.push((entry, HashSet::new()));
        }
        all[place].1.insert(topic);
    }
    all
}

#[test]
fn thousands_of_conferences() {
    let Some((folder, bytes, dataset)) = imported("../conferences.json") else { return };
    let entries = conferences(&bytes);
    let meetings = list(&dataset, "meetings");
    assert_eq!((entries.len(), meetings.len()), (6_014, 6_014));
    let has = |name: &str| entries.iter().filter(|(of, _)| of.get(name).is_some_and(|value| *value != "")).count();
    assert_eq!(sum(meetings, "themes"), entries.iter().map(|(_, topics)| topics.len()).sum::<usize>());
    assert_eq!(sum(meetings, "documents"), has("url") + has("cfpUrl") + has("cocUrl"));
    let online = meetings.iter().filter(|of| !of["facets"]["online"].is_null()).count();
    assert_eq!(online, has("online"));
    for at in drawn(entries.len()) {
        let (entry, topics) = &entries[at];
        let entry = Value::Object(entry.clone());
        let is_same = |of: &&Value| {
            text(of, "title") == text(&entry, "name").trim()
                && of["start"] == entry["startDate"]
                && of["documents"][0]["url"] == entry["url"]
        };
        let meeting = meetings.iter().find(is_same).unwrap_or_else(|| panic!("{entry}"));
        let ends = if entry["endDate"] == entry["startDate"] { Value::Null } else { entry["endDate"].clone() };
        assert_eq!(meeting["end"], ends, "{entry}");
        assert_eq!(name_of(&dataset, "places", &meeting["place"]), text(&entry, "city"), "{entry}");
        assert_eq!(list(meeting, "themes").len(), topics.len(), "{entry}");
    }
    // By address, name and days alone there are fewer: the list of those that differ elsewhere puts them together.
    let key = |of: &Value| ["title", "start", "end"].map(|name| text(of, name).to_owned());
    let mut groups: HashMap<_, Vec<&str>> = HashMap::new();
    for meeting in meetings {
        groups.entry((key(meeting), meeting["documents"][0]["url"].to_string())).or_default().push(text(meeting, "id"));
    }
    let reviewed: Vec<String> = groups.values().filter(|ids| ids.len() > 1).map(|ids| ids.join(" ")).collect();
    let told = folder.text("meetings.json.import.csv");
    assert!(
        groups
            .values()
            .flat_map(|ids| ids.iter().skip(1))
            .all(|id| told.contains(&format!("to look at,conferences.json,{id}")))
    );
    folder.write("one.txt", reviewed.join("\n"));
    let (_, told) = folder.run(&["import", "conferences.json", "--into", "meetings.json", "--merge", "one.txt"]);
    assert_eq!((groups.len(), list(&folder.dataset(), "meetings").len()), (6_008, 6_008), "{told}");
}

#[test]
fn schedules_of_the_frab_family() {
    for name in ["schedule-frab.json", "schedule-pretalx.json"] {
        let Some((_, bytes, dataset)) = imported(name) else { continue };
        let value: Value = serde_json::from_slice(&bytes).unwrap();
        let rooms =
            list(&value["schedule"]["conference"], "days").iter().flat_map(|day| day["rooms"].as_object().unwrap());
        let talks: Vec<&Value> = rooms.flat_map(|(_, talks)| talks.as_array().unwrap()).collect();
        let meetings = list(&dataset, "meetings");
        assert_eq!(meetings.len(), talks.len());
        let people = talks.iter().map(|talk| list(talk, "persons").len()).sum::<usize>();
        assert_eq!(sum(meetings, "people"), people, "{name}");
        let documents = |talk: &&&Value| list(talk, "links").len() + list(talk, "attachments").len() + 1;
        assert_eq!(sum(meetings, "documents"), talks.iter().map(|talk| documents(&talk)).sum::<usize>(), "{name}");
        let with = |field: &str| talks.iter().filter(|talk| !text(talk, field).is_empty()).count();
        for (facet, field) in [("room", "room"), ("track", "track"), ("spoken-language", "language")] {
            assert_eq!(
                meetings.iter().filter(|of| !of["facets"][facet].is_null()).count(),
                with(field),
                "{name}, {facet}"
            );
        }
        for at in drawn(talks.len()) {
            let talk = talks[at];
            let meeting =
                meetings.iter().find(|of| list(of, "documents").iter().any(|page| page["url"] == talk["url"])).unwrap();
            assert_eq!(text(meeting, "title"), text(talk, "title").trim());
            assert_eq!(text(meeting, "start"), minutes(text(talk, "date")), "{talk}");
            assert!(text(meeting, "venue").starts_with(text(talk, "room")), "{talk}");
            let named: Vec<&str> =
                list(meeting, "people").iter().map(|of| name_of(&dataset, "people", &of["person"])).collect();
            let persons: Vec<&str> = list(talk, "persons").iter().map(|of| text(of, "public_name").trim()).collect();
            assert_eq!(named, persons, "{talk}");
        }
    }
}

#[test]
fn the_sittings_of_a_city() {
    let Some((_, bytes, dataset)) = imported("council-oparl.json") else { return };
    let value: Value = serde_json::from_slice(&bytes).unwrap();
    let (sittings, meetings) = (list(&value, "meetings"), list(&dataset, "meetings"));
    assert_eq!((sittings.len(), meetings.len()), (522, 522));
    assert_eq!(sum(meetings, "agenda"), sum(sittings, "agendaItem"));
    let file = String::from_utf8(bytes).unwrap().matches("https://schema.oparl.org/1.1/File\"").count();
    let agendas: Vec<Value> = meetings.iter().flat_map(|of| list(of, "agenda")).cloned().collect();
    assert_eq!(sum(meetings, "documents") + sum(&agendas, "documents"), file);
    let bodies: HashMap<&str, &str> =
        list(&value, "organizations").iter().map(|of| (text(of, "id"), text(of, "name"))).collect();
    let of_body =
        |sitting: &&Value| list(sitting, "organization").iter().any(|id| bodies.contains_key(id.as_str().unwrap()));
    assert_eq!(
        meetings.iter().filter(|of| !of["facets"]["organisation"].is_null()).count(),
        sittings.iter().filter(of_body).count()
    );
    for at in drawn(sittings.len()) {
        let sitting = &sittings[at];
        let start = minutes(text(sitting, "start"));
        let meeting =
            meetings.iter().find(|of| text(of, "start") == start && text(of, "title") == text(sitting, "name").trim());
        let meeting = meeting.unwrap_or_else(|| panic!("{start} {}", sitting["name"]));
        assert_eq!(list(meeting, "agenda").len(), list(sitting, "agendaItem").len(), "{}", sitting["id"]);
        let results = list(sitting, "agendaItem").iter().filter(|item| item["result"].is_string()).count();
        assert_eq!(
            list(meeting, "agenda").iter().filter(|item| item["decision"].is_string()).count(),
            results,
            "{}",
            sitting["id"]
        );
        if let Some(body) = list(sitting, "organization").iter().find_map(|id| bodies.get(id.as_str().unwrap())) {
            assert_eq!(meeting["facets"]["organisation"], *body, "{}", sitting["id"]);
        }
    }
}

#[test]
fn the_talks_of_a_calendar() {
    let Some((_, bytes, dataset)) = imported("conference.ics") else { return };
    let whole = String::from_utf8(bytes).unwrap().replace("\r\n", "\n").replace("\n ", "");
    let events: Vec<&str> = whole.split("BEGIN:VEVENT\n").skip(1).collect();
    let meetings = list(&dataset, "meetings");
    assert_eq!((events.len(), meetings.len()), (262, 262));
    let property = |event: &str, name: &str| {
        let line =
            event.lines().find(|line| line.starts_with(&format!("{name}:")) || line.starts_with(&format!("{name};")));
        line.and_then(|line| line.rsplit_once(if name == "DTSTART" { ":" } else { name }))
            .map(|(_, value)| value.to_owned())
    };
    let with = |name: &str| events.iter().filter(|event| property(event, name).is_some()).count();
    assert_eq!(sum(meetings, "documents"), with("URL"));
    let placed = meetings.iter().filter(|of| !of["place"].is_null() || !of["places"].is_null()).count();
    assert_eq!(placed, with("LOCATION"));
    for at in drawn(events.len()) {
        let title = property(events[at], "SUMMARY").unwrap();
        let title = title.trim_start_matches(':').replace("\\,", ",").replace("\\;", ";");
        let digits = property(events[at], "DTSTART").unwrap();
        let start =
            format!("{}-{}-{}T{}:{}", &digits[..4], &digits[4..6], &digits[6..8], &digits[9..11], &digits[11..13]);
        let is_same = |of: &&Value| text(of, "title") == title && text(of, "start").starts_with(&start);
        assert!(meetings.iter().any(|of| is_same(&of)), "{title} {start}");
    }
}
