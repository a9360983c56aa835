//! What readers take away of an archive that uses every field of the format.

use meetings::core::export::Format;
use serde_json::Value;

use super::files::text;
use crate::support::file;

fn every() -> String {
    file("tests/fixtures/every/meetings.json")
}

/// The cells of a column, the first row's first.
fn column(table: &str, name: &str) -> Option<Vec<String>> {
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let at = reader.headers().unwrap().iter().position(|of| of == name)?;
    Some(reader.records().map(|row| row.unwrap()[at].to_owned()).collect())
}

#[test]
fn the_table_tells_what_records_may_tell() {
    let table = text(&every(), "/", Format::Csv);
    for (name, row, cell) in [
        ("status", 4, "cancelled"),
        ("language", 3, "nb"),
        ("translations", 3, "en: 18th assembly of the Nordvik Council"),
        ("places", 3, "Nordvik; Havn"),
        ("place", 3, "Nordvik"),
        ("online", 2, "https://meet.example/nordvik/2017"),
        ("agenda", 2, "Opening; The broken ferry; Closing"),
        ("decisions", 2, "; ; Closed at half past ten."),
        ("absent", 1, "Bjarne Petrova; Natalja Utsi; Bjarne Dahl"),
        ("reference", 0, "NC 08/1, box 3"),
        ("formerly", 1, "2016-01-nordvik; sixteenth-assembly"),
        ("document_types", 0, "application/pdf; "),
        ("document_sizes", 0, "48211; "),
        ("document_seen", 0, "2025-03-01; "),
        ("document_files", 3, "2018/Møtebok.txt"),
    ] {
        assert_eq!(column(&table, name).unwrap()[row], cell, "{name}");
    }
    let count = |name: &str| column(&table, name).unwrap()[1].split("; ").count();
    assert_eq!((count("agenda"), count("decisions")), (400, 400));
    // Documents of the agenda stand with the others, each with what is known of it.
    for name in ["documents", "document_addresses", "document_types", "document_sha256", "document_archived"] {
        assert_eq!(count(name), 13, "{name}");
    }
    assert!(column(&table, "people").unwrap()[1].starts_with("Aino Aikio (Chair, Council of Nordvik, Chair); "));
}

#[test]
fn a_table_has_no_column_that_no_meeting_needs() {
    let header = |json: &str| text(json, "/", Format::Csv).lines().next().unwrap().to_owned();
    let plain = header(crate::support::SHIPPED);
    let archive = |meeting: &str, more: &str| {
        format!(
            "{{\"version\": 1, \"title\": \"T\", \"language\": \"en\", {more} \"meetings\": [{{\"id\": \"a\", \"title\": \"A\", \
             \"start\": \"2001\"{meeting}}}]}}"
        )
    };
    assert_eq!(header(&archive("", "")), plain);
    assert_eq!(header(&archive(", \"status\": \"held\"", "")), plain.replace(",end,", ",end,status,"));
    // A facet of the archive's own keeps its name as long as nothing else has it.
    let own = "\"facets\": [{\"key\": \"agenda\", \"label\": \"Agenda\"}],";
    assert!(header(&archive("", own)).contains(",themes,agenda,topics,"));
    assert!(header(&archive(", \"agenda\": [\"One\"]", own)).contains(",themes,facet-agenda,topics,agenda,"));
}

#[test]
fn a_calendar_tells_what_came_to_be_and_where_one_could_be_from_afar() {
    let calendar = text(&every(), "/", Format::Calendar).replace("\r\n ", "");
    assert!(calendar.contains("UID:2016-01-nordvik@") && !calendar.contains("UID:2016-nordvik@"));
    let every = crate::support::collection(&every());
    let event = |id: &str| {
        // A calendar knows a meeting by the id that it had first.
        let first = every.archive.meetings[every.archive.position(id).unwrap()].record.first_id();
        let at = calendar.find(&format!("UID:{first}@")).unwrap();
        calendar[at..].split("END:VEVENT").next().unwrap().to_owned()
    };
    for (id, status) in [
        ("2016-nordvik", "CONFIRMED"),
        ("2020-havn", "CANCELLED"),
        ("2021-hybrid", "TENTATIVE"),
        ("2031-nordvik", "CONFIRMED"),
    ] {
        assert!(event(id).contains(&format!("\r\nSTATUS:{status}\r\n")), "{id}");
    }
    assert!(event("2018-two-shores").contains("LOCATION:The Council Hall\\, Nordvik\\, Norway\\; Havn\\, Finland\r\n"));
    assert!(!event("2018-two-shores").contains("GEO:"));
    let hybrid = event("2021-hybrid");
    assert!(hybrid.contains("\r\nCONFERENCE;VALUE=URI:https://meet.example/nordvik/2021?room=1&lang=en\r\n"));
    assert!(hybrid.contains("\r\nDESCRIPTION:https://meet.example/nordvik/2021?room=1&lang=en\r\n"));
    let long = event("2016-nordvik");
    assert!(long.contains("DESCRIPTION:Four hundred items in one evening\\nEin felles havn\\n1 Repair of"));
    assert!(!text(crate::support::SHIPPED, "/", Format::Calendar).contains("STATUS"));
}

#[test]
fn references_tell_the_language_and_what_was_not_held() {
    let json = every();
    let shores = "/meetings/2018-two-shores/";
    assert!(text(&json, shores, Format::Bibtex).contains("  language = {nb},\n"));
    assert!(text(&json, shores, Format::Bibtex).contains("  address = {Nordvik, Norway; Havn, Finland},\n"));
    assert!(text(&json, shores, Format::Bibtex).contains("  note = {Held 4–6 September 2018},\n"));
    assert!(text(&json, shores, Format::Ris).contains("LA  - nb\r\n"));
    let csl = |address: &str| serde_json::from_str::<Value>(&text(&json, address, Format::Csl)).unwrap()[0].clone();
    assert_eq!(csl(shores)["language"], "nb");
    assert_eq!(csl(shores).get("note"), None);
    for (address, note) in
        [("/meetings/2020-havn/", "Cancelled: 12–13 May 2020"), ("/meetings/2021-hybrid/", "Postponed: 1 June 2021")]
    {
        assert!(text(&json, address, Format::Bibtex).contains(&format!("note = {{{note}}}")));
        assert!(text(&json, address, Format::Ris).contains(&format!("N1  - {note}\r\n")));
        assert_eq!(csl(address)["note"], note);
    }
}
