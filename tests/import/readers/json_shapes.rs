//! JSON of shapes that are known.

use meetings::import::draft::Draft;
use meetings::import::json::read as reader;
use meetings::import::source::Kind;
use meetings::import::told::Done;

use super::{Got, read, read_in, written};

fn json(text: &str) -> Got {
    read(reader, Kind::Json, text)
}

/// What no field is for: label and values.
fn rest(draft: &Draft) -> Vec<(&str, String)> {
    draft.rest.iter().map(|rest| (rest.label.as_str(), rest.values.join("; "))).collect()
}

pub const OPARL: &str = r#"{"id": "https://o.example/m/1", "type": "https://schema.oparl.org/1.1/Meeting", "name": "Sitzung",
    "start": "2020-01-14T16:00:00+01:00", "end": "2020-01-14T18:00:00+01:00", "meetingState": "Durchgeführt", "modified": "2020-01-15T10:00:00+01:00",
    "organization": ["https://o.example/o/1", "https://o.example/o/9"],
    "location": {"id": "x", "type": "https://schema.oparl.org/1.1/Location", "description": "Rathaus", "room": "Saal 1", "streetAddress": "Markt 1",
        "postalCode": "76133", "locality": "Karlsruhe", "geojson": {"type": "Feature", "geometry": {"type": "Point", "coordinates": [8.4, 49.0]}}},
    "participant": [{"id": "p", "type": "https://schema.oparl.org/1.1/Person", "givenName": "Ann", "familyName": "Øverland"}],
    "invitation": {"id": "f", "name": "Tagesordnung", "accessUrl": "https://o.example/f.pdf", "mimeType": "application/pdf", "size": 12, "sha512Checksum": "ab"},
    "agendaItem": [{"id": "i", "number": "2", "order": 2, "name": "Haushalt", "public": false, "result": "beschlossen", "resolutionText": "Ja.",
        "consultation": {"paper": {"reference": "2020/7", "mainFile": {"id": "g", "name": "Vorlage", "accessUrl": "https://o.example/g.pdf"}}}},
        {"id": "h", "number": "1", "order": 1, "name": "Eröffnung"}, {"id": "d", "order": 3, "deleted": true, "name": "weg"}],
    "keyword": ["Haushalt"], "vendor:room": "7"}"#;

#[test]
fn meetings_of_oparl_are_read_with_all_that_stands_in_them() {
    let list = format!(
        r#"{{"data": [{OPARL}, {{"type": "https://schema.oparl.org/1.1/Meeting", "id": "2", "name": "B", "cancelled": true}},
        {{"type": "https://schema.oparl.org/1.1/Meeting", "id": "3", "deleted": true}}, {{"type": "https://schema.oparl.org/1.1/Paper", "id": "4"}}],
        "bodies": [{{"id": "https://o.example/o/1", "type": "https://schema.oparl.org/1.1/Organization", "name": "Gemeinderat"}}],
        "links": {{"next": "https://o.example/m?page=2"}}}}"#
    );
    let got = json(&list);
    assert_eq!(got.drafts.len(), 2);
    let draft = &got.drafts[0];
    assert_eq!(
        (draft.title.as_str(), draft.status.as_deref(), draft.venue.as_deref()),
        ("Sitzung", Some("held"), Some("Saal 1"))
    );
    assert_eq!(
        (written(draft.start).as_str(), written(draft.modified).as_str()),
        ("2020-01-14T16:00+01:00", "2020-01-15")
    );
    let place = &draft.places[0];
    assert_eq!(
        (place.name.as_str(), place.address.as_deref(), place.coordinates),
        ("Rathaus", Some("Markt 1, 76133 Karlsruhe"), Some((49.0, 8.4)))
    );
    assert_eq!(rest(draft), [("Organisation", "Gemeinderat".into()), ("Vendor room", "7".into())]);
    assert_eq!((draft.people[0].name.as_str(), &draft.themes[..]), ("Ann Øverland", &["Haushalt".to_owned()][..]));
    let document = &draft.documents[0];
    assert_eq!(
        (document.kind.as_deref(), document.size, document.note.as_deref()),
        (Some("invitation"), Some(12), Some("SHA-512 ab"))
    );
    let titles: Vec<&str> = draft.agenda.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["Eröffnung", "Haushalt"]);
    let item = &draft.agenda[1];
    assert_eq!(
        (item.decision.as_deref(), item.text.as_deref(), item.documents[0].title.as_str()),
        (Some("beschlossen\nJa."), Some("2020/7"), "Vorlage")
    );
    assert_eq!(got.drafts[1].status.as_deref(), Some("cancelled"));
    assert!(got.tells(Done::Guessed, "OParl") && got.tells(Done::Look, "one page of several"));
    assert!(got.tells(Done::LeftOut, "tells as deleted") && got.tells(Done::LeftOut, "An object among meetings"));
    assert!(got.done(Done::LeftOut).iter().any(|line| line.2 == "https://o.example/o/9"));
    // One alone, and in a list without anything around it.
    assert_eq!(json(OPARL).one().agenda.len(), 2);
    assert_eq!(json(&format!("[{OPARL}]")).one().origin.to_string(), "$[0]");
}

pub const LEGISTAR: &str = r#"[{"EventId": 7, "EventGuid": "G-7", "EventLastModifiedUtc": "2020-01-10T00:00:00.1", "EventBodyName": "City Council",
        "EventDate": "2020-01-14T00:00:00", "EventTime": "1:30 PM", "EventLocation": "Council Chambers\nMeeting CANCELLED", "EventAgendaFile": "https://l.example/a.pdf",
        "EventMinutesFile": null, "EventInSiteURL": "https://l.example/7", "EventAgendaStatusName": "Final", "EventComment": "Cancelled for snow",
        "EventItems": [{"EventItemId": 1, "EventItemAgendaNumber": "1.", "EventItemTitle": "Budget", "EventItemActionName": "approved", "EventItemPassedFlagName": "Pass",
            "EventItemMover": "Ann", "EventItemMatterAttachments": [{"MatterAttachmentName": "Memo", "MatterAttachmentHyperlink": "https://l.example/m.pdf"}]},
            {"EventItemId": 2, "EventItemTitle": null}]}]"#;

#[test]
fn events_of_legistar_are_read() {
    let got = read_in(reader, Kind::Json, LEGISTAR, Some("America/Chicago"));
    let draft = got.one();
    assert_eq!(
        (draft.title.as_str(), written(draft.start).as_str(), draft.status.as_deref()),
        ("City Council", "2020-01-14T13:30-06:00", Some("cancelled"))
    );
    assert_eq!((draft.places[0].name.as_str(), draft.uid.as_deref()), ("Council Chambers", Some("G-7")));
    let kinds: Vec<&str> = draft.documents.iter().filter_map(|document| document.kind.as_deref()).collect();
    assert_eq!(kinds, ["agenda", "web page"]);
    let item = &draft.agenda[0];
    assert_eq!(
        (draft.agenda.len(), item.decision.as_deref(), item.people[0].part.as_deref()),
        (1, Some("approved, Pass"), Some("Mover"))
    );
    assert_eq!(item.documents[0].title, "Memo");
    assert_eq!(rest(draft), [("Body", "City Council".into()), ("Agenda status", "Final".into())]);
    assert_eq!(written(json(LEGISTAR).one().start), "2020-01-14T13:30");
}

pub const POPOLO: &str = r#"{"events": [{"id": "e1", "name": "Sitting", "start_date": "2020-01-14", "end_date": "2020-01-15", "location": "Oslo", "organization_id": "o1",
        "attendees": ["p1", "p2"], "classification": "chamber", "created_at": "2020"}],
        "organizations": [{"id": "o1", "name": "Parliament"}], "persons": [{"id": "p1", "name": "Ann Øverland"}]}"#;

pub const CIVIC: &str = r#"{"results": [{"id": "ocd-event/1", "_type": "event", "name": "Committee", "start_time": "2020-01-14T10:00:00", "timezone": "America/Chicago",
        "all_day": false, "status": "passed", "location": {"name": "Room 5", "coordinates": {"latitude": "41.9", "longitude": "-87.6"}},
        "participants": [{"name": "Finance", "entity_type": "organization", "note": "host"}, {"name": "Bo", "type": "person", "note": "chair"}],
        "documents": [{"note": "Minutes", "links": [{"url": "https://c.example/m.pdf", "media_type": "application/pdf"}]}],
        "agenda": [{"description": "Budget", "order": "0", "related_entities": [{"name": "O2020-1", "entity_type": "bill"}]}]}], "next": null}"#;

#[test]
fn events_of_popolo_and_open_civic_data_are_read() {
    let got = json(POPOLO);
    let draft = got.one();
    assert_eq!(
        (written(draft.start).as_str(), written(draft.end).as_str(), draft.places[0].name.as_str()),
        ("2020-01-14", "2020-01-15", "Oslo")
    );
    assert_eq!(rest(draft), [("Organisation", "Parliament".into()), ("Classification", "chamber".into())]);
    assert_eq!(draft.people.iter().map(|person| person.name.as_str()).collect::<Vec<_>>(), ["Ann Øverland", "p2"]);
    let got = json(CIVIC);
    let draft = got.one();
    assert_eq!((written(draft.start).as_str(), draft.status.as_deref()), ("2020-01-14T10:00-06:00", Some("held")));
    assert_eq!(
        (draft.places[0].coordinates, rest(draft)),
        (Some((41.9, -87.6)), vec![("Organisation", "Finance".into())])
    );
    assert_eq!(
        (draft.people[0].part.as_deref(), draft.documents[0].media_type.as_deref()),
        (Some("chair"), Some("application/pdf"))
    );
    assert_eq!((draft.agenda[0].title.as_str(), draft.agenda[0].text.as_deref()), ("Budget", Some("O2020-1")));
}

pub const INDICO: &str = r#"{"count": 1, "results": [{"_type": "Conference", "id": "42", "title": "Workshop", "description": "<p>On ice</p>", "type": "meeting",
        "startDate": {"date": "2017-11-06", "time": "09:00:00", "tz": "Europe/Zurich"}, "endDate": {"date": "2017-11-07", "time": "18:00:00", "tz": "Europe/Zurich"},
        "location": "CERN", "room": "40-S2", "roomFullname": "40/S2-A01", "url": "https://i.example/42", "category": "Talks",
        "chairs": [{"first_name": "Ann", "last_name": "Øverland", "affiliation": "UiT", "email": "ann@example.org"}],
        "folders": [{"title": "Slides", "attachments": [{"title": "Talk", "download_url": "https://i.example/t.pdf", "content_type": "application/pdf", "size": 9}]}],
        "contributions": [{"title": "Ice", "speakers": [{"fullName": "Bo Ek", "affiliation": "LTU"}], "duration": 30}]}]}"#;

#[test]
fn events_that_indico_exports_are_read() {
    let got = json(INDICO);
    let draft = got.one();
    assert_eq!(
        (written(draft.start).as_str(), written(draft.end).as_str()),
        ("2017-11-06T09:00+01:00", "2017-11-07T18:00+01:00")
    );
    assert_eq!(
        (draft.places[0].name.as_str(), draft.venue.as_deref(), &draft.notes[..]),
        ("CERN", Some("40/S2-A01"), &["On ice".to_owned()][..])
    );
    let person = &draft.people[0];
    assert_eq!(
        (person.name.as_str(), person.organisation.as_deref(), person.part.as_deref()),
        ("Ann Øverland", Some("UiT"), Some("Chair"))
    );
    assert_eq!((draft.agenda[0].title.as_str(), draft.agenda[0].people[0].name.as_str()), ("Ice", "Bo Ek"));
    assert!(
        draft.documents.iter().any(|document| document.kind.as_deref() == Some("Slides") && document.size == Some(9))
    );
    let all = format!("{draft:?} {:?}", got.told.lines);
    assert!(!all.contains("ann@example.org"), "a mail address is told");
}

pub const LINKED: &str = r##"{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"},
    {"@type": ["BusinessEvent"], "@id": "#e", "name": "Forum &amp; fair", "startDate": "2020-01-14T10:00+01:00", "endDate": "2020-01-15", "eventStatus": "https://schema.org/EventCancelled",
    "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode", "location": [{"@id": "#p"}, {"@type": "VirtualLocation", "url": "https://s.example/live"}],
    "organizer": {"@type": "Organization", "name": "Council"}, "performer": [{"@type": "Person", "name": "Ann", "jobTitle": "Mayor"}], "keywords": "ice, fish",
    "url": "https://s.example/e", "image": "https://s.example/i.png", "subEvent": [{"@type": "Event", "name": "Opening", "startDate": "2020-01-14T10:00+01:00", "duration": "PT1H"}]},
    {"@type": "Place", "@id": "#p", "name": "Hall", "address": {"streetAddress": "Storgata 1", "postalCode": "8006", "addressLocality": "Bodø", "addressCountry": "NO"},
    "geo": {"latitude": 67.28, "longitude": "14.4"}}]}"##;

#[test]
fn events_of_schema_org_are_read_wherever_they_stand() {
    let got = json(LINKED);
    assert_eq!(got.drafts.len(), 2);
    let draft = &got.drafts[0];
    assert_eq!(
        (draft.title.as_str(), draft.status.as_deref(), draft.online.as_deref()),
        ("Forum & fair", Some("cancelled"), Some("https://s.example/live"))
    );
    let place = &draft.places[0];
    assert_eq!(
        (place.name.as_str(), place.address.as_deref(), place.country.as_deref()),
        ("Hall", Some("Storgata 1, 8006 Bodø"), Some("NO"))
    );
    assert_eq!(
        (place.coordinates, place.city.as_deref(), &draft.themes[..]),
        (Some((67.28, 14.4)), Some("Bodø"), &["ice".to_owned(), "fish".into()][..])
    );
    assert_eq!(
        (draft.people[0].office.as_deref(), draft.documents[0].url.as_deref()),
        (Some("Mayor"), Some("https://s.example/e"))
    );
    assert_eq!(rest(draft), [("Attendance", "On site and online".into()), ("Organiser", "Council".into())]);
    let part = &got.drafts[1];
    assert_eq!((part.within.as_deref(), written(part.end).as_str()), (Some("Forum & fair"), "2020-01-14T11:00+01:00"));
    let page = format!(
        "<!DOCTYPE html><script>var a = 1</script><script type=\"application/ld+json\">{LINKED}</script><script type='application/ld+json'>{{</script>"
    );
    let got = read(reader, Kind::Html, &page);
    assert_eq!(got.drafts.len(), 2);
    assert!(got.tells(Done::LeftOut, "broken"));
    assert!(read(reader, Kind::Html, "<html>").end.is_err());
    assert_eq!(json(r#"[{"@type": "Event", "name": "A", "startDate": "2020"}]"#).one().title, "A");
}
