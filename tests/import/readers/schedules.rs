//! Schedules of the frab family, in JSON and in XML.

use meetings::import::source::Kind;
use meetings::import::told::Done;
use meetings::import::{json, xml};

use super::{read, written};

pub const JSON: &str = r#"{"schedule": {"version": "1", "base_url": "https://f.example/x/", "conference": {"acronym": "c", "title": "Camp",
    "time_zone_name": "Europe/Berlin", "days": [{"index": 1, "date": "2019-08-21", "day_start": "2019-08-21T09:00:00+02:00", "day_end": "2019-08-22T04:00:00+02:00",
    "rooms": {"Hall": [{"id": 1, "guid": "g", "date": "2019-08-21T23:30:00+02:00", "start": "23:30", "duration": "01:00", "room": "Hall", "slug": "s", "title": "Ice",
    "subtitle": null, "track": "Nature", "type": "lecture", "language": "en", "abstract": "Short", "description": "Short", "persons": [{"id": 7, "public_name": "Ann", "biography": "b"},
    {"public_name": "Bo"}, {"id": 9}], "links": [{"url": "https://l.example/", "title": "More"}], "attachments": [{"url": "/a.pdf", "title": "Slides"}],
    "answers": [{"question": 1, "answer": "0160 1234"}], "do_not_record": true, "url": "https://f.example/1"},
    {"id": 2, "start": "2:30", "duration": "00:45", "title": "Night"}, {"id": 3, "title": "Lost", "date": "soon", "duration": "long"}]}}]}}}"#;

pub const XML: &str = r#"<?xml version="1.0"?><!DOCTYPE schedule [<!ENTITY a "aaaa"><!ENTITY x SYSTEM "file:///etc/passwd">]>
<schedule><version>1</version><conference><title>Camp</title><time_zone_name>Europe/Berlin</time_zone_name><base_url>https://f.example/x/</base_url></conference>
<day index="1" date="2019-08-21" start="2019-08-21T09:00:00+02:00" end="2019-08-22T04:00:00+02:00"><room name="Hall &amp; yard"><event id="1" guid="g">
<date>2019-08-21T23:30:00+02:00</date><start>23:30</start><duration>01:00</duration><title>Ice &lt;3 &a;&x;</title><subtitle/><track>Nature</track>
<recording><license>CC</license><optout>true</optout></recording><abstract><![CDATA[<p>Short</p>]]></abstract><persons><person id="7">Ann</person><person>Bo</person></persons>
<links><link href="https://l.example/">More</link></links><attachments><attachment href="/a.pdf">Slides</attachment></attachments></event>
<event id="2"><start>02:30</start><duration>00:45</duration><title>Night</title></event></room></day></schedule>"#;

#[test]
fn each_talk_of_a_schedule_is_a_meeting() {
    let got = read(json::read, Kind::Json, JSON);
    let [ice, night, lost] = &got.drafts[..] else { panic!("{:?}", got.end) };
    assert_eq!((ice.title.as_str(), ice.uid.as_deref(), ice.within.as_deref()), ("Ice", Some("g"), Some("Camp")));
    assert_eq!(
        (written(ice.start).as_str(), written(ice.end).as_str()),
        ("2019-08-21T23:30+02:00", "2019-08-22T00:30+02:00")
    );
    assert_eq!(
        (ice.venue.as_deref(), ice.format.as_deref(), &ice.notes[..]),
        (Some("Hall"), Some("lecture"), &["Short".to_owned()][..])
    );
    let people: Vec<_> = ice.people.iter().map(|person| (person.name.as_str(), person.uid.as_deref())).collect();
    assert_eq!(people, [("Ann", Some("7")), ("Bo", None)]);
    let urls: Vec<_> = ice.documents.iter().filter_map(|document| document.url.as_deref()).collect();
    assert_eq!(urls, ["https://f.example/1", "https://f.example/a.pdf", "https://l.example/"]);
    let rest: Vec<_> = ice.rest.iter().map(|rest| (rest.label.as_str(), rest.values[0].as_str())).collect();
    assert_eq!(rest, [("Room", "Hall"), ("Track", "Nature"), ("Spoken language", "en"), ("Recording", "Not recorded")]);
    // A day of a schedule ends when its night does.
    assert_eq!(
        (written(night.start).as_str(), written(night.end).as_str()),
        ("2019-08-22T02:30+02:00", "2019-08-22T03:15+02:00")
    );
    // What cannot be read of a talk leaves the day that it stands under.
    assert_eq!((written(lost.start).as_str(), got.about.title.as_deref()), ("2019-08-21", Some("Camp")));
    assert!(!format!("{:?}{:?}", got.told.lines, got.drafts).contains("0160"), "an answer that may be private is told");
    assert!(got.tells(Done::LeftOut, "may be private") && got.tells(Done::LeftOut, "duration"));
    assert_eq!(ice.origin.to_string(), "$.schedule.conference.days[0].rooms.Hall[0]");
}

#[test]
fn a_schedule_in_xml_is_read_like_one_in_json_and_expands_nothing() {
    let got = read(xml::read, Kind::Xml, XML);
    let [ice, night] = &got.drafts[..] else { panic!("{:?}", got.end) };
    assert_eq!(
        (ice.title.as_str(), ice.uid.as_deref(), ice.venue.as_deref()),
        ("Ice <3 &a;&x;", Some("g"), Some("Hall & yard"))
    );
    assert_eq!((written(ice.end).as_str(), &ice.notes[..]), ("2019-08-22T00:30+02:00", &["Short".to_owned()][..]));
    let people: Vec<_> = ice.people.iter().map(|person| (person.name.as_str(), person.uid.as_deref())).collect();
    assert_eq!(people, [("Ann", Some("7")), ("Bo", None)]);
    assert_eq!((ice.documents.len(), ice.origin.to_string().as_str()), (2, "/schedule/day[1]/room[1]/event[1]"));
    assert_eq!(
        (written(night.start).as_str(), night.origin.to_string().as_str()),
        ("2019-08-22T02:30+02:00", "/schedule/day[1]/room[1]/event[2]")
    );
    assert!(got.tells(Done::LeftOut, "DOCTYPE") && got.done(Done::LeftOut).iter().any(|line| line.2 == "&a;"));
    let rest: Vec<_> = ice.rest.iter().map(|rest| rest.label.as_str()).collect();
    assert_eq!(rest, ["Room", "Track", "Recording", "Recording license"]);
}

#[test]
fn xml_that_is_broken_deep_or_something_else_is_refused() {
    for (text, fault) in [
        (
            "<rss><channel><item/></channel></rss>",
            "there is no meeting in it: of XML only schedules of the frab family are read, and it has no talk of one.",
        ),
        (
            "<schedule>\n<day>",
            "it cannot be read from line 2 on: the file ends in the middle; it may not have been copied whole.",
        ),
    ] {
        assert_eq!(read(xml::read, Kind::Xml, text).end.unwrap_err().to_string(), fault);
    }
    assert!(
        read(xml::read, Kind::Xml, "<schedule>\n<a></b></schedule>").end.unwrap_err().to_string().contains("line 2")
    );
    let deep = format!("<schedule><event>{}", "<a>".repeat(100_000));
    assert!(read(xml::read, Kind::Xml, &deep).end.unwrap_err().to_string().contains("more than a hundred"));
}
