//! Calendars, each trouble that they make for itself.

use meetings::core::address::base::{Base, Home};
use meetings::core::archive::Archive;
use meetings::core::export::calendar::calendar as exported;
use meetings::import::calendar::read as reader;
use meetings::import::source::Kind;
use meetings::import::told::Done;
use meetings::language::NAMES;

use super::{Got, read, read_in, written};
use crate::support::file;

fn calendar(events: &str) -> Got {
    read(reader, Kind::Calendar, &format!("BEGIN:VCALENDAR\nVERSION:2.0\n{events}\nEND:VCALENDAR\n"))
}

fn event(properties: &str) -> Got {
    calendar(&format!("BEGIN:VEVENT\n{properties}\nEND:VEVENT"))
}

/// Beginning and end of the only event.
fn when(properties: &str) -> (String, String) {
    let got = event(properties);
    (written(got.one().start), written(got.one().end))
}

#[test]
fn lines_may_end_and_be_blank_as_they_like() {
    let text =
        "BEGIN:VCALENDAR\n\nBEGIN:VEVENT\n\nSUMMARY:A\n  talk\n\nDTSTART:20200114T070000\n\nEND:VEVENT\nEND:VCALENDAR";
    for text in [
        text.to_owned(),
        text.replace('\n', "\r\n"),
        text.replace("  talk", "\ttalk").replace("SUMMARY:A", "SUMMARY:A "),
    ] {
        let got = read(reader, Kind::Calendar, &text);
        assert_eq!((got.one().title.as_str(), written(got.one().start).as_str()), ("A talk", "2020-01-14T07:00"));
        assert_eq!(got.one().origin.to_string(), "line 3");
    }
}

#[test]
fn days_and_times_are_read_as_they_are_told() {
    for (properties, start, end) in [
        ("DTSTART;VALUE=DATE:20200114\nDTEND;VALUE=DATE:20200117", "2020-01-14", "2020-01-16"),
        ("DTSTART;VALUE=DATE:20200114\nDTEND;VALUE=DATE:20200115", "2020-01-14", ""),
        ("DTSTART;VALUE=DATE:20200114\nDTEND;VALUE=DATE:20200114", "2020-01-14", ""),
        ("DTSTART:20200114T103000Z\nDTEND:20200114T113000Z", "2020-01-14T10:30Z", "2020-01-14T11:30Z"),
        ("DTSTART:20200114T103000", "2020-01-14T10:30", ""),
        (
            "DTSTART;TZID=Australia/Brisbane;VALUE=DATE-TIME:20200114T070000\nDTEND;TZID=Australia/Brisbane:20200114T090000",
            "2020-01-14T07:00+10:00",
            "2020-01-14T09:00+10:00",
        ),
        (
            "DTSTART;TZID=W. Europe Standard Time:20200714T100000\nDURATION:PT1H30M",
            "2020-07-14T10:00+02:00",
            "2020-07-14T11:30+02:00",
        ),
        ("DTSTART;VALUE=DATE:20200114\nDURATION:P2D", "2020-01-14", "2020-01-15"),
        // In the long form, which is none of the format's, and with an end before the start, which is the assembler's to judge.
        (
            "DTSTART:2020-01-14T10:30:00+01:00\nDTEND:2020-01-14T09:00:00+01:00",
            "2020-01-14T10:30+01:00",
            "2020-01-14T09:00+01:00",
        ),
        ("DTSTART;TZID=\"Europe/Oslo\":20200114T103000Z", "2020-01-14T11:30+01:00", ""),
    ] {
        assert_eq!(when(properties), (start.to_owned(), end.to_owned()), "{properties}");
    }
    let got = event("SUMMARY:x\nDTSTART:31.12.2050\nDURATION:one hour");
    assert_eq!(got.one().start, None);
    assert!(got.tells(Done::LeftOut, "a time that cannot be read") && got.tells(Done::LeftOut, "duration"));
    let got = event("DTSTART;TZID=Nowhere/Else:20200114T103000");
    assert_eq!(written(got.one().start), "2020-01-14T10:30");
    assert_eq!(got.done(Done::Guessed)[0].2, "Nowhere/Else");
}

#[test]
fn a_calendar_s_zone_and_the_call_s_are_those_of_times_without_one() {
    let text = "BEGIN:VCALENDAR\nX-WR-TIMEZONE:Europe/Oslo\nBEGIN:VEVENT\nDTSTART:20200114T233000Z\nDTEND:20200115T010000\nEND:VEVENT\nEND:VCALENDAR";
    let of = |got: Got| (written(got.one().start), written(got.one().end));
    assert_eq!(
        of(read(reader, Kind::Calendar, text)),
        ("2020-01-15T00:30+01:00".into(), "2020-01-15T01:00+01:00".into())
    );
    let got = read_in(reader, Kind::Calendar, text, Some("America/Chicago"));
    assert_eq!(of(got), ("2020-01-14T17:30-06:00".into(), "2020-01-15T01:00-06:00".into()));
}

#[test]
fn texts_are_plain_whatever_they_were() {
    let got = event(
        "SUMMARY:R&amp\\;D\\, part 1\nDESCRIPTION:<p>Come to <a href=\"https://example.org/x\">the talk</a>\\, all.</p><ul><li>Ice</li>\n\
         \u{20}<li>Fish</li></ul><p>See <a href=\"/programme\">more</a></p>\nDTSTART:20200114T070000",
    );
    assert_eq!(got.one().title, "R&D, part 1");
    assert_eq!(got.one().notes, ["Come to the talk (https://example.org/x), all.", "- Ice\n- Fish", "See more"]);
    assert!(got.done(Done::LeftOut).iter().any(|line| line.2 == "/programme"));
    let got =
        event("SUMMARY;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Bod=F8 og Lule=\n=E5\nDTSTART:20200114T070000");
    assert_eq!(got.one().title, "Bodø og Luleå");
    let got = event("SUMMARY;CHARSET=UTF-8;LANGUAGE=nb:Bodø\nDTSTART:20200114T070000");
    assert_eq!((got.one().title.as_str(), got.one().language.as_deref()), ("Bodø", Some("nb")));
    // Text that was broken without being folded.
    let got = event("DESCRIPTION:One\nand two\\, three\nDTSTART:20200114T070000");
    assert_eq!(got.one().notes, ["One\nand two, three"]);
    assert!(got.tells(Done::Guessed, "no fold"));
}

/// An event that says much.
pub const WHOLE: &str = "UID:a@b\nSUMMARY:Talk\nDTSTART:20200114T070000\nSTATUS:CANCELLED\nCATEGORIES:Ice,Fish\\, dried\nCATEGORIES:Roads\n\
    LOCATION:Town hall\\, Storgata 1\\, Bodø\nGEO:67.28;14.4\nURL:https://example.org/talk\nATTACH;FMTTYPE=application/pdf;\
    FILENAME=minutes.pdf:https://example.org/m.pdf\nATTACH;VALUE=BINARY;ENCODING=BASE64;X-FILENAME=x.bin:AAAA\n\
    ORGANIZER;CN=Ann Øverland:mailto:ann@example.org\nATTENDEE;CN=\"Øverland; Ann\";ROLE=CHAIR:mailto:ANN@example.org\n\
    ATTENDEE;CN=Bo;PARTSTAT=DECLINED:mailto:bo@example.org\nATTENDEE:mailto:secret@example.org\n\
    ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room@example.org\nCONFERENCE;VALUE=URI:https://meet.example.org/1\n\
    LAST-MODIFIED:20200110T101010Z\nCLASS:PRIVATE\nX-TICKET-PRICE:20\nX-MICROSOFT-CDO-BUSYSTATUS:BUSY\nSEQUENCE:3\n\
    BEGIN:VALARM\nTRIGGER:-PT15M\nSUMMARY:not this\nEND:VALARM";

#[test]
fn all_that_an_event_says_is_read_or_told() {
    let got = event(WHOLE);
    let draft = got.one();
    assert_eq!(
        (draft.title.as_str(), draft.uid.as_deref(), draft.status.as_deref()),
        ("Talk", Some("a@b"), Some("cancelled"))
    );
    assert_eq!(draft.themes, ["Ice", "Fish, dried", "Roads"]);
    let place = &draft.places[0];
    assert_eq!((place.name.as_str(), place.address.as_deref()), ("Town hall", Some("Storgata 1, Bodø")));
    assert_eq!((place.coordinates, draft.venue.as_deref()), (Some((67.28, 14.4)), Some("Room 5")));
    let documents: Vec<_> =
        draft.documents.iter().map(|document| (document.title.as_str(), document.url.as_deref().unwrap())).collect();
    assert_eq!(documents, [("", "https://example.org/talk"), ("minutes.pdf", "https://example.org/m.pdf")]);
    let people: Vec<_> = draft.people.iter().map(|person| (person.name.as_str(), person.part.as_deref())).collect();
    assert_eq!(
        people,
        [("Ann Øverland", Some("Organiser")), ("Øverland; Ann", Some("Chair")), ("Bo", Some("excused"))]
    );
    assert_eq!(
        (draft.online.as_deref(), written(draft.modified).as_str()),
        (Some("https://meet.example.org/1"), "2020-01-10")
    );
    assert_eq!(
        (draft.rest.len(), draft.rest[0].label.as_str(), &draft.rest[0].values[..]),
        (1, "Ticket price", &["20".to_owned()][..])
    );
    let labels: Vec<&str> = got.done(Done::LeftOut).iter().map(|line| line.1).collect();
    assert_eq!(labels, ["ATTACH", "ATTENDEE", "X-MICROSOFT-CDO-BUSYSTATUS", "SEQUENCE", "VALARM"]);
    assert_eq!(got.done(Done::Look)[0].1, "CLASS");
}

#[test]
fn what_is_no_event_is_told_and_the_rest_is_read() {
    let got = calendar(
        "NAME:Harbour\nX-WR-CALDESC:All talks\nBEGIN:VTODO\nSUMMARY:wash up\nEND:VTODO\nBEGIN:VEVENT\nSUMMARY:Talk\n:nothing\nEND:VEVENT\n\
         BEGIN:VEVENT\nSUMMARY:Cut off\nDTSTART:2020011",
    );
    assert_eq!(got.drafts.iter().map(|draft| draft.title.as_str()).collect::<Vec<_>>(), ["Talk", "Cut off"]);
    assert_eq!((got.about.title.as_deref(), got.about.description.as_deref()), (Some("Harbour"), Some("All talks")));
    assert!(got.tells(Done::LeftOut, "A task") && got.tells(Done::LeftOut, "no property"));
    let got = read(reader, Kind::Calendar, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:Cut off");
    assert!(got.one().title == "Cut off" && got.tells(Done::Look, "does not end"));
    // Ends that are missing, and such of nothing.
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:A\nBEGIN:VALARM\nEND:VEVENT\nEND:VTODO\nBEGIN:VEVENT\nSUMMARY:B\nBEGIN:VEVENT\nSUMMARY:C\nEND:VEVENT";
    let got = read(reader, Kind::Calendar, text);
    assert_eq!(got.drafts.iter().map(|draft| draft.title.as_str()).collect::<Vec<_>>(), ["A", "B", "C"]);
    let got = read(reader, Kind::Calendar, "BEGIN:VCALENDAR\nEND:VCALENDAR");
    assert_eq!(
        got.end.unwrap_err().to_string(),
        "there is no meeting in it: no event (VEVENT) stands in the calendar."
    );
}

#[test]
fn a_location_that_lists_others_is_several_places() {
    let location = |text: &str| format!("BEGIN:VEVENT\nLOCATION:{text}\nEND:VEVENT\n");
    let got = calendar(&["Arena", "Room 5", "Arena\\, Room 5", "Room 5\\, Oslo"].map(location).concat());
    let names = |at: usize| got.drafts[at].places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>();
    assert_eq!((names(2), names(3)), (vec!["Arena", "Room 5"], vec!["Room 5, Oslo"]));
}

/// What our own export writes comes back as it was, as far as a calendar holds it.
#[test]
fn our_own_calendar_comes_back_as_it_was() {
    let archive = Archive::read(&file("tests/fixtures/every/meetings.json")).unwrap();
    let meetings: Vec<_> = archive.meetings.iter().filter(|meeting| meeting.when.has_days()).collect();
    let base = Base::new("/talks/");
    let text = exported(&archive, &meetings, Home { origin: Some("https://example.org"), base: &base }, &NAMES);
    let got = read(reader, Kind::Calendar, &text);
    assert_eq!((got.drafts.len(), got.about.title.as_deref()), (meetings.len(), Some(archive.dataset.title.as_str())));
    assert!(meetings.len() > 3);
    for (draft, meeting) in got.drafts.iter().zip(meetings) {
        let record = &meeting.record;
        assert_eq!((draft.id.as_deref(), &draft.title), (Some(record.first_id()), &record.title));
        // A calendar tells times in UTC; the moment is the same.
        let days = |text: &str| text.get(..10).unwrap_or_default().to_owned();
        if !record.start.contains('T') {
            assert_eq!(written(draft.start), days(&record.start));
            assert_eq!(written(draft.end), record.end.as_deref().map(days).unwrap_or_default());
        }
        assert_eq!((&draft.online, &draft.venue), (&record.online, &record.venue), "{}", record.id);
        let names: Vec<&str> = archive.places_of(meeting).map(|place| place.name.as_str()).collect();
        assert_eq!(draft.places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>(), names);
        let themes: Vec<&str> = archive.themes_of(meeting).map(|theme| theme.label.as_str()).collect();
        assert_eq!(draft.themes, themes);
        assert_eq!(draft.topics.len(), record.topics.len() + record.agenda.len());
        assert_eq!(written(draft.modified), record.modified.clone().unwrap_or_default());
        assert!(draft.documents.is_empty() && draft.rest.is_empty());
    }
}
