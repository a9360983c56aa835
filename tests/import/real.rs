//! Real files, which stand beside the project and not in it: counts made another way, and records drawn by a seed and read by
//! eye from the file.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::{Folder, all};

/// A file of those that the import is tried on; none where they are not, which is told.
pub fn real(name: &str) -> Option<Vec<u8>> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let beside = std::env::var_os("IMPORT_DATA").map_or_else(|| root.join("../shared/data/import"), PathBuf::from);
    let bytes = fs::read(beside.join(name)).ok();
    if bytes.is_none() {
        eprintln!("Skipped: {name} is not in {}; IMPORT_DATA names another folder.", beside.display());
    }
    bytes
}

/// Row, number, title, start, end, status, and the name of the place, as the file has them.
const BOARDS: [(u32, &str, &str, &str, &str, &str, &str); 20] = [
    (
        112,
        "27083",
        "Midway Noise Compatibility Commission Meeting",
        "2018-01-30T18:30",
        "20:30",
        "held",
        "6072 S Archer Ave",
    ),
    (
        256,
        "1429",
        "Board of Commissioners",
        "2018-03-14T11:00",
        "13:00",
        "held",
        "118 North Clark Street 22 minutes 07 seconds",
    ),
    (
        453,
        "1403",
        "Business and Economic Development Committee",
        "2018-05-16T09:45",
        "11:45",
        "held",
        "118 North Clark Street",
    ),
    (565, "1869", "Board of Directors", "2018-06-15T12:00", "14:00", "held", "City of Chicago Board of Ethics"),
    (717, "1348", "Rules and Administration Committee", "2018-07-25T10:00", "12:00", "held", "118 North Clark Street"),
    (1021, "5914", "Finance Committee", "2018-10-23T11:05", "13:05", "held", "118 North Clark Street"),
    (1035, "945", "Board of Education", "2018-10-24T10:30", "12:30", "held", "42 W Madison Street"),
    (1141, "15043", "Local Records Commission", "2018-11-13T11:00", "13:00", "cancelled", "100 W Randolph St"),
    (1188, "6366", "Special Meeting", "2018-11-15T13:00", "15:00", "held", "100 East Erie Street"),
    (1244, "7072", "Commission", "2018-12-05T12:45", "", "held", "City Hall"),
    (
        1302,
        "24208",
        "Transportation Committee - 2018 Meetings",
        "2018-12-13T08:30",
        "10:00",
        "held",
        "1414 N Ashland Ave",
    ),
    (1499, "13556", "Allocations Committee", "2019-02-07T10:00", "11:00", "held", "77 W Washington"),
    (1575, "16584", "Quality and Patient Safety Committee", "2019-02-22T10:00", "12:00", "held", "1950 W Polk St"),
    (1646, "24884", "Board of Commissioners", "2019-03-14T15:30", "17:00", "held", "740 N Sedgwick St"),
    (1698, "14006", "Planning & Administration Committee", "2019-03-21T08:30", "10:30", "held", "175 W Jackson Blvd"),
    (1720, "23716", "SSA #73 Chinatown Board", "2019-03-26T18:00", "20:00", "held", "1700 S Wentworth Avenue"),
    (2056, "17127", "Committee on Finance", "2019-06-11T10:00", "12:00", "held", "121 N LaSalle St"),
    (
        2140,
        "23946",
        "Southwest Suburban Cook County Commissioners Selection Committee for METRA Board of Directors",
        "2019-06-26T09:15",
        "11:15",
        "held",
        "118 North Clark Street",
    ),
    (2214, "17092", "JAC Council Meeting", "2019-07-12T08:30", "10:00", "held", "69 W Washington"),
    (2259, "13886", "SSA #42 Commission", "2019-07-18T18:30", "20:30", "held", "1750 E 71st St"),
];

#[test]
fn the_meetings_of_a_citys_boards() {
    let Some(bytes) = real("board-meetings.csv") else { return };
    let folder = Folder::new("boards");
    let (code, told, dataset) = folder.import("board-meetings.csv", &bytes, &[]);
    assert_eq!(code, 0, "{told}");
    let meetings = dataset["meetings"].as_array().unwrap();
    // Counted by the reader of CSV alone.
    let mut reader = csv::Reader::from_reader(bytes.as_slice());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let distinct = |at: usize| {
        rows.iter().map(|row| row[at].trim().to_owned()).filter(|text| !text.is_empty()).collect::<BTreeSet<_>>()
    };
    assert_eq!((meetings.len(), rows.len()), (2_558, 2_558));
    let agencies: BTreeSet<String> =
        meetings.iter().filter_map(|of| of["facets"]["agency"].as_str().map(str::to_owned)).collect();
    assert_eq!(agencies, distinct(1));
    let count = |status: &str| meetings.iter().filter(|of| of["status"] == status).count();
    assert_eq!(["held", "tentative", "cancelled", "planned", "postponed"].map(count), [2_276, 108, 107, 36, 31]);
    let pages = meetings.iter().filter(|of| of["documents"][0]["url"].as_str().is_some()).count();
    assert_eq!((pages, distinct(9).len()), (2_558, 2_558));
    // One of 2,492 ends before it begins.
    assert_eq!(meetings.iter().filter(|of| of.get("end").is_some()).count(), 2_491);
    let report = folder.text("meetings.json.import.csv");
    for (row, uid, title, start, end, status, place) in BOARDS {
        let meeting = meetings.iter().find(|of| of["reference"] == *uid).unwrap();
        let named = |id: &Value| {
            dataset["places"].as_array().unwrap().iter().find(|of| of["id"] == *id).unwrap()["name"].clone()
        };
        assert_eq!(
            (&meeting["title"], &meeting["start"], &meeting["status"]),
            (&title.into(), &start.into(), &status.into()),
            "{uid}"
        );
        let ends = if end.is_empty() { Value::Null } else { format!("{}T{end}", &start[..10]).into() };
        assert_eq!(
            (meeting.get("end").cloned().unwrap_or_default(), named(&meeting["place"])),
            (ends, place.into()),
            "{uid}"
        );
        let id = meeting["id"].as_str().unwrap();
        assert!(
            report.lines().any(|line| line.contains(&format!(",Row {row},")) && line.ends_with(&format!(",{id}"))),
            "{row}"
        );
    }
}

#[test]
fn a_schedule_that_was_written_by_hand() {
    let Some(bytes) = real("schedule.xlsx") else { return };
    let (code, told, dataset) = Folder::new("schedule").import("schedule.xlsx", bytes, &["--zone", "Europe/Berlin"]);
    assert_eq!(code, 0, "{told}");
    // Rows 3 to 15; all that the sheet has, read by eye.
    let meetings = dataset["meetings"].as_array().unwrap();
    assert_eq!(meetings.len(), 13);
    let number = |number: &str| meetings.iter().find(|of| of["reference"] == *number).unwrap();
    let clocks: Vec<String> =
        (1001..=1013).map(|of| number(&of.to_string())["start"].as_str().unwrap()[11..16].to_owned()).collect();
    assert_eq!(clocks[..7], ["09:00", "09:20", "09:40", "11:00", "11:45", "11:00", "11:45"]);
    assert_eq!(clocks[12], "16:45");
    assert!(
        all(&dataset, "/start").split('|').all(|start| start.starts_with("2016-10-27T") && start.ends_with("+02:00"))
    );
    assert_eq!(number("1001")["title"], "Offenheit, Partizipation und Digitalisierung");
    assert_eq!(number("1005")["people"][1]["person"], "stefan-kaufmann");
    assert_eq!(number("1006")["place"], "ratstrinkstube");
    let people: Vec<&str> =
        number("1012")["people"].as_array().unwrap().iter().map(|of| of["person"].as_str().unwrap()).collect();
    assert_eq!(people.len(), 4, "{people:?}");
    assert!(told.contains("“<Veranstaltungsname>”") && told.contains("repeats another in every row"), "{told}");
}
