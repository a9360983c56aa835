//! Real files: what was read of them agrees with counts made another way, and with what a person read in them.

use meetings::import::draft::Draft;
use meetings::import::source::Kind;
use meetings::import::told::Done;
use meetings::import::{calendar, json};
use serde_json::Value;

use super::{Got, read, real_file, written};

fn count(text: &str, what: &str) -> usize {
    text.matches(what).count()
}

/// The cells of a line of a table.
fn cells<const COUNT: usize>(line: &str) -> [&str; COUNT] {
    line.split(" | ").collect::<Vec<_>>().try_into().unwrap()
}

/// Drawn from the conference's calendar by a seed, and read in the file: UID, title, start, end, places, how its text begins.
const TALKS: &str = "\
89 | Main Conference: morning tea | 2020-01-17T10:10 | 2020-01-17T10:45 |  | Morning Tea (catered)
106 | OpenZFS and Linux | 2020-01-13T10:45 | 2020-01-13T11:15 | Arena | Speaker: Nikolai Lusan / OpenZFS has come a long way
225 | RISC-V FDPIC/NOMMU toolchain/runtime support | 2020-01-13T11:25 | 2020-01-13T11:45 | Room 7 | Speaker: Maciej W. Rozycki / The RISC-V ISA
39 | Behind (and under) the scenes of the Meson build system | 2020-01-16T11:40 | 2020-01-16T12:25 | Arena | Speaker: Jussi Pakkanen / The Meson
40 | NTFS really isn't that bad | 2020-01-16T11:40 | 2020-01-16T12:25 | Room 5 | Speaker: Robert Collins / Why was rustup slow (3m30s to install
70 | Securing firmware: Secure and Trusted boot in OpenBMC | 2020-01-17T11:40 | 2020-01-17T12:25 | Room 7 | Speaker: Joel Stanley
209 | The awful design of everyday things | 2020-01-13T11:55 | 2020-01-13T12:25 | Room 8 | Speaker: Christopher J Biggs / As an evangelist, community
12 | The Linux network stack extension for DDoS mitigation and web security | 2020-01-15T13:30 | 2020-01-15T14:15 | Arena | Speaker: Alexander
22 | Velociraptor - Dig Deeper | 2020-01-15T13:30 | 2020-01-15T15:10 | Room 9 | Speaker: Mike Cohen / This hands-on lab introduces
81 | Professional quality layout design with Scribus | 2020-01-17T13:30 | 2020-01-17T15:10 | Room 9 | Speaker: Kathy Reid / Scribus is
197 | Main Conference: room changeover | 2020-01-16T14:15 | 2020-01-16T14:25 | Arena|Room 8|Room 5|Room 6|Room 7 | No description
238 | How Australian IaaS OrionVM uses FreeBSD | 2020-01-14T14:20 | 2020-01-14T14:50 | Room 9 | Speaker: Ruben Schade / This talk
49 | The EU Says The Laws of Mathematics Apply in Australia | 2020-01-16T14:25 | 2020-01-16T15:10 | Arena | Speaker: Dan Shearer / Free
78 | New Phone, Who Dis?: Human Authentication in the Digital Age | 2020-01-17T14:25 | 2020-01-17T15:10 | Room 6 | Speaker: Yaakov / When proving
130 | Main Conference: afternoon tea | 2020-01-14T15:10 | 2020-01-14T15:45 |  | Afternoon Tea (catered)
97 | Using WhatsApp as a Command Line ( Breaking out of the walled Garden) | 2020-01-16T15:45 | 2020-01-16T16:30 | Room 5 | Speaker: Tishampati
142 | The future of the desktop is on hypervisor powered containers | 2020-01-14T15:45 | 2020-01-14T16:10 | Room 7 | Speaker: Alex Sharp / Sick of
261 | Main Conference: free time | 2020-01-13T15:45 | 2020-01-13T17:25 | Room 6 | BoF
217 | WEMOS mini's are such a timesaver - or am i doing this wrong? | 2020-01-14T16:10 | 2020-01-14T16:35 | Room 8 | Speaker: Sven Dowideit / I was
204 | Main Conference: free time | 2020-01-14T17:25 | 2020-01-14T19:00 | Arena | Talks End";

#[test]
fn the_calendar_of_a_conference() {
    let Some(text) = real_file("conference.ics") else { return };
    let got = read(calendar::read, Kind::Calendar, &text);
    assert_eq!(
        (got.drafts.len(), got.about.title.as_deref()),
        (count(&text, "BEGIN:VEVENT"), Some("linux.conf.au 2020"))
    );
    let of = |what: fn(&Draft) -> bool| got.drafts.iter().filter(|draft| what(draft)).count();
    assert_eq!(of(|draft| !draft.places.is_empty()), count(&text, "\nLOCATION:"));
    assert_eq!(of(|draft| draft.documents.len() == 1), count(&text, "\nURL:"));
    assert_eq!(of(|draft| written(draft.start).ends_with("+10:00") && draft.end.is_some()), count(&text, "\nDTEND;"));
    assert_eq!(of(|draft| draft.notes.iter().any(|note| note.contains("</"))), 0);
    for talk in TALKS.lines() {
        let [uid, title, start, end, places, note] = cells(talk);
        let uid = format!("{uid}@lca2020.linux.org.au");
        let draft = got.drafts.iter().find(|draft| draft.uid.as_deref() == Some(&*uid)).unwrap();
        assert_eq!(draft.title, title);
        assert_eq!(
            (written(draft.start), written(draft.end)),
            (format!("{start}+10:00"), format!("{end}+10:00")),
            "{uid}"
        );
        let names = draft.places.iter().map(|place| place.name.as_str()).collect::<Vec<_>>().join("|");
        assert_eq!(names, places, "{uid}");
        assert!(draft.notes[0].replace('\n', " / ").starts_with(note), "{uid}: {}", draft.notes[0]);
    }
}

/// Drawn from the council's meetings by a seed, and read in the file: the number of the meeting, title, start, end, place,
/// body, items of the agenda, how many of them have a result, documents with those of the agenda.
const SITTINGS: &str = "\
1813 | Ausländerbeirat | 2008-09-25T15:30+02:00 | 2008-09-25T00:00+02:00 | Großer Sitzungssaal | Integrationsausschuss | 0 0 0
2571 | Verbandsversammlung des Nachbarschaftsverbandes Karlsruhe | 2010-11-29T15:30+01:00 | 2010-11-29T00:00+01:00 |  |  | 0 0 0
3223 | Hauptausschuss (öffentlich/nicht öffentlich) | 2013-09-10T16:30+02:00 | 2013-09-10T00:00+02:00 | Großer Sitzungssaal | Haupt- und Finanzausschuss | 0 0 3
3657 | Ortschaftsrat Grötzingen (öffentlich/nichtöffentlich) | 2014-10-22T19:00+02:00 | 2014-10-22T00:00+02:00 |  | Ortschaftsrat Grötzingen | 0 0 14
3605 | Gemeinderat (öffentlich/nicht öffentlich) | 2014-12-02T16:30+01:00 | 2014-12-02T00:00+01:00 | Bürgersaal | Gemeinderat | 6 3 7
4019 | Ortschaftsrat Grötzingen (öffentlich/nichtöffentlich) | 2015-04-22T19:00+02:00 | 2015-04-22T00:00+02:00 | Rathaus Grötzingen, Sitzungssaal | Ortschaftsrat Grötzingen | 0 0 18
4314 | Ortschaftsrat Durlach (öffentlich/nicht töffentlich) | 2016-04-13T17:00+02:00 | 2016-04-13T00:00+02:00 | Bürgersaal, Rathaus Durlach | Ortschaftsrat Durlach | 0 0 29
4528 | Planungsausschuss (nicht öffentlich) | 2017-02-02T16:30+01:00 | 2017-02-02T19:00+01:00 | Großer Sitzungssaal, Rathaus Marktplatz | Planungsausschuss | 0 0 0
5497 | Ortschaftsrat Neureut (öffentlich/nicht öffentlich) | 2019-02-19T19:00+01:00 | 2019-02-19T22:00+01:00 | Sitzungssaal des Neureuter Rathauses | Ortschaftsrat Neureut | 0 0 8
5299 | Ausschuss für Wirtschaftsförderung (nicht öffentlich) | 2019-04-02T16:30+02:00 | 2019-04-02T18:30+02:00 | Großer Sitzungssaal, Rathaus Marktplatz | Ausschuss für Wirtschaft und Wissenschaft | 0 0 0
5975 | Ortschaftsrat Neureut (öffentlich/nicht öffentlich) | 2020-01-14T19:00+01:00 | 2020-01-14T21:00+01:00 |  | Ortschaftsrat Neureut | 4 0 2
5665 | Gemeinderat (öffentlich/nicht öffentlich) | 2020-05-26T15:30+02:00 | 2020-05-26T22:00+02:00 | Kongresszentrum, Gartenhalle | Gemeinderat | 99 79 5
5990 | Ausschuss für Wirtschaftsförderung (nicht öffentlich) | 2020-11-06T16:30+01:00 | 2020-11-06T18:30+01:00 | Bürgersaal, Rathaus am Marktplatz | Ausschuss für Wirtschaft und Wissenschaft | 0 0 0
6468 | Ortschaftsrat Wolfartsweier (öffentlich/nicht öffentlich) | 2021-04-13T19:00+02:00 | 2021-04-13T21:00+02:00 | Begegnungsstätte Wolfartsweier | Ortschaftsrat Wolfartsweier | 6 0 0
6780 | Ortschaftsrat Stupferich (öffentlich/nicht öffentlich) | 2022-10-12T19:00+02:00 | 2022-10-12T00:00+02:00 | Sitzungssaal Rathaus Stupferich | Ortschaftsrat Stupferich | 4 2 2
9044 | Gemeinderat (öffentlich/nicht öffentlich) | 2023-04-25T15:30+02:00 | 2023-04-25T21:00+02:00 | Bürgersaal, Rathaus am Marktplatz | Gemeinderat | 46 41 6
9133 | Ausschuss für Umwelt und Gesundheit (öffentlich) | 2023-11-07T16:30+01:00 | 2023-11-07T18:30+01:00 | Bürgersaal, Rathaus am Marktplatz | Ausschuss für Umwelt und Gesundheit | 3 2 2
9539 | Bauausschuss (öffentlich/nicht öffentlich) | 2024-03-14T16:00+01:00 | 2024-03-14T16:30+01:00 | Bürgersaal, Rathaus am Marktplatz | Bauausschuss | 2 1 2
9755 | Ortschaftsrat Wettersbach (öffentlich/nicht öffentlich) | 2024-05-07T19:00+02:00 | 2024-05-07T21:00+02:00 | Musiksaal der Heinz-Barth-Schule, Esslinger Straße 2, 76228 Karlsruhe | Ortschaftsrat Wettersbach | 6 6 2
10722 | Ortschaftsrat Durlach (öffentlich/nicht öffentlich) | 2026-11-04T17:00+01:00 | 2026-11-04T00:00+01:00 | Bürgersaal im Rathaus, Pfinztalstr. 33 | Ortschaftsrat Durlach | 0 0 0";

fn documents(draft: &Draft) -> usize {
    draft.documents.len() + draft.agenda.iter().map(|item| item.documents.len()).sum::<usize>()
}

#[test]
fn the_meetings_of_a_council() {
    let Some(text) = real_file("council-oparl.json") else { return };
    let got = read(json::read, Kind::Json, &text);
    let value: Value = serde_json::from_str(&text).unwrap();
    let meetings = value["meetings"].as_array().unwrap();
    assert_eq!((got.drafts.len(), got.end.is_ok()), (meetings.len(), true));
    let of = |what: &str| count(&text, &format!("https://schema.oparl.org/1.1/{what}\""));
    assert_eq!(got.drafts.iter().map(|draft| draft.agenda.len()).sum::<usize>(), of("AgendaItem"));
    assert_eq!(got.drafts.iter().map(documents).sum::<usize>(), of("File"));
    let items = || got.drafts.iter().flat_map(|draft| &draft.agenda);
    assert_eq!(items().filter(|item| item.decision.is_some()).count(), count(&text, "\"result\":"));
    let known: Vec<&Value> = value["organizations"].as_array().unwrap().iter().map(|body| &body["id"]).collect();
    let is_known = |meeting: &&Value| meeting["organization"].as_array().unwrap().iter().any(|id| known.contains(&id));
    let with_body =
        got.drafts.iter().filter(|draft| draft.rest.iter().any(|rest| rest.label == "Organisation")).count();
    assert_eq!(with_body, meetings.iter().filter(is_known).count());
    assert_eq!(got.drafts.iter().filter(|draft| draft.start.is_some()).count(), meetings.len());
    for sitting in SITTINGS.lines() {
        let [number, title, start, end, place, body, counts] = cells(sitting);
        let uid = format!("https://web1.karlsruhe.de/oparl/bodies/0001/meetings/{number}");
        let draft = got.drafts.iter().find(|draft| draft.uid.as_deref() == Some(&*uid)).unwrap();
        assert_eq!(
            (draft.title.as_str(), written(draft.start).as_str(), written(draft.end).as_str()),
            (title, start, end)
        );
        assert_eq!(draft.places.iter().map(|place| place.name.as_str()).collect::<String>(), place, "{number}");
        assert_eq!(draft.rest.iter().map(|rest| rest.values.concat()).collect::<String>(), body, "{number}");
        let with_result = draft.agenda.iter().filter(|item| item.decision.is_some()).count();
        assert_eq!(format!("{} {with_result} {}", draft.agenda.len(), documents(draft)), counts, "{number}");
    }
}

/// Talks, people in them, attachments and links of a schedule, counted without the reader.
fn counted(text: &str) -> [usize; 4] {
    let value: Value = serde_json::from_str(text).unwrap();
    let mut counts = [0; 4];
    for day in value["schedule"]["conference"]["days"].as_array().unwrap() {
        for talk in day["rooms"].as_object().unwrap().values().flat_map(|talks| talks.as_array().unwrap()) {
            let count = |name: &str| talk[name].as_array().map_or(0, Vec::len);
            let of = [1, count("persons"), count("attachments"), count("links")];
            counts.iter_mut().zip(of).for_each(|(sum, count)| *sum += count);
        }
    }
    counts
}

fn given(got: &Got) -> [usize; 4] {
    let kind = |kind: &str| {
        let documents = got.drafts.iter().flat_map(|draft| &draft.documents);
        documents.filter(|document| document.kind.as_deref() == Some(kind)).count()
    };
    [got.drafts.len(), got.drafts.iter().map(|draft| draft.people.len()).sum(), kind("attachment"), kind("link")]
}

#[test]
fn two_schedules() {
    for (name, counts) in [("schedule-frab.json", [79, 96, 12, 52]), ("schedule-pretalx.json", [48, 57, 0, 0])] {
        let Some(text) = real_file(name) else { continue };
        let got = read(json::read, Kind::Json, &text);
        assert_eq!((given(&got), counted(&text)), (counts, counts), "{name}");
        assert!(got.drafts.iter().all(|draft| draft.start.is_some() && draft.end.is_some() && draft.venue.is_some()));
        assert!(!format!("{:?}", got.told.lines).contains("0160"), "a telephone number is told");
    }
}

#[test]
fn a_list_of_conferences_is_a_table() {
    let Some(text) = real_file("../conferences.json") else { return };
    let got = read(json::read, Kind::Json, &text);
    assert_eq!((got.tables[0].rows.len(), got.drafts.len()), (count(&text, "{\"name\":"), 0));
    let at = |name: &str| got.tables[0].headings.iter().position(|heading| heading == name).unwrap();
    let with_city = got.tables[0].rows.iter().filter(|row| !row.text(at("city")).is_empty()).count();
    assert_eq!(with_city, count(&text, "\"city\":") - count(&text, "\"city\": \"\""));
    assert!(got.done(Done::LeftOut).is_empty());
}
