//! What readers take away: the files in every format, on the shipped archive and on archives that are harder to write.

use meetings::core::address::base::{Base, Home};
use meetings::core::address::query::Query;
use meetings::core::address::route::Route;
use meetings::core::archive::Archive;
use meetings::core::export::{Choice, File, Format, export, published};
use meetings::core::search::collection::Collection;
use meetings::language::NAMES;

use crate::support::{SHIPPED, collection, shipped};

pub fn file(json: &str, address: &str, format: Format) -> Option<File> {
    let Collection { archive, catalogue } = collection(json);
    let base = Base::new("/talks/");
    let home = Home { origin: Some("https://example.org"), base: &base };
    let (path, search) = address.split_once('?').unwrap_or((address, ""));
    let choice = Choice::of(&archive, &catalogue, &Route::parse(path, search))?;
    export(&archive, json, &choice, home, format, &NAMES)
}

pub fn text(json: &str, address: &str, format: Format) -> String {
    file(json, address, format).unwrap().text
}

/// An archive in which everything has to be escaped, with a meeting of which no day is known.
const HARD: &str = r#"{"version": 1, "title": "Talks; fish, & more", "language": "en", "modified": "2020-02-29",
    "themes": [{"id": "a", "label": "Cod, \"fresh\""}], "places": [{"id": "p", "name": "Vardø", "country": "NO", "lat": 70.37, "lon": 31.1},
    {"id": "unused", "name": "Elsewhere"}], "people": [{"id": "x", "name": "X"}],
    "meetings": [{"id": "one", "title": "50 % of_all {talks}\\~^", "start": "2019-12-31", "end": "2020-01-01", "themes": ["a"],
    "place": "p", "venue": "Hall; 2", "people": [{"person": "x", "office": "chair"}], "notes": ["a\nb"]},
    {"id": "two", "title": "Two", "start": "2020-02"}, {"id": "three", "title": "Three", "start": "2021"}],
    "gaps": [{"number": 4, "title": "4th"}]}"#;

#[test]
fn the_table_has_a_row_a_meeting_and_survives_a_reader() {
    let table = text(HARD, "/", Format::Csv);
    assert!(table.starts_with("\u{feff}id,number,title,"));
    assert!(table.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let column = |name: &str, reader: &mut csv::Reader<&[u8]>| {
        reader.headers().unwrap().iter().position(|of| of == name).unwrap()
    };
    let [title, themes, notes, address, people] =
        ["title", "themes", "notes", "address", "people"].map(|name| column(name, &mut reader));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 3);
    assert_eq!(&rows[0][title], "50 % of_all {talks}\\~^");
    assert_eq!(&rows[0][themes], "Cod, \"fresh\"");
    assert_eq!(&rows[0][notes], "a\nb");
    assert_eq!(&rows[0][people], "X (chair)");
    assert_eq!(&rows[1][address], "https://example.org/talks/meetings/two/");
}

#[test]
fn the_calendar_has_the_meetings_whose_days_are_known() {
    let calendar = text(HARD, "/", Format::Calendar);
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
    for line in [
        "X-WR-CALNAME:Talks\\; fish\\, & more",
        "UID:one@talks-fish-more",
        "DTSTAMP:20200229T000000Z",
        "DTSTART;VALUE=DATE:20191231",
        "DTEND;VALUE=DATE:20200102",
        "LOCATION:Hall\\; 2\\, Vardø\\, Norway",
        "GEO:70.370000;31.100000",
        "CATEGORIES:Cod\\, \"fresh\"",
        "URL:https://example.org/talks/meetings/one/",
    ] {
        assert!(calendar.contains(&format!("\r\n{line}\r\n")), "{line} in {calendar}");
    }
    assert_eq!(file(HARD, "/meetings/two/", Format::Calendar), None);
    assert_eq!(file(HARD, "/meetings/three/", Format::Calendar), None);
    assert_eq!(file(HARD, "/?year=2021", Format::Calendar), None);
    assert_eq!(file(HARD, "/?q=zzz", Format::Calendar), None);
}

#[test]
fn references_tell_what_where_and_when() {
    let bibtex = text(HARD, "/meetings/one/", Format::Bibtex);
    for line in [
        "@misc{one,",
        "  title = {{50 \\% of\\_all \\textbraceleft{}talks\\textbraceright{}\\textbackslash{}\\textasciitilde{}\\textasciicircum{}}},",
        "  series = {Talks; fish, \\& more},",
        "  address = {Vardø, Norway},",
        "  year = {2019},",
        "  month = dec,",
        "  url = {https://example.org/talks/meetings/one/},",
    ] {
        assert!(bibtex.lines().any(|of| of == line), "{line} in {bibtex}");
    }
    assert!(!text(HARD, "/meetings/three/", Format::Bibtex).contains("month"));
    for (id, date) in [("one", "2019/12/31/"), ("two", "2020/02//"), ("three", "2021///")] {
        let ris = text(HARD, &format!("/meetings/{id}/"), Format::Ris);
        assert!(ris.starts_with("TY  - CONF\r\n") && ris.ends_with("ER  - \r\n\r\n"));
        assert!(ris.contains(&format!("\r\nDA  - {date}\r\n")), "{ris}");
    }
    let csl: serde_json::Value = serde_json::from_str(&text(HARD, "/", Format::Csl)).unwrap();
    assert_eq!(csl[0]["issued"]["date-parts"], serde_json::json!([[2019, 12, 31], [2020, 1, 1]]));
    assert_eq!(csl[1]["issued"]["date-parts"], serde_json::json!([[2020, 2]]));
    assert_eq!(csl[0]["type"], "event");
}

#[test]
fn a_part_of_the_data_is_a_sound_dataset_of_its_own() {
    assert_eq!(text(HARD, "/", Format::Json), HARD);
    let part = text(HARD, "/meetings/one/", Format::Json);
    let archive = Archive::read(&part).unwrap();
    assert_eq!(archive.problems, []);
    assert_eq!((archive.meetings.len(), archive.gaps.len(), archive.dataset.places.len()), (1, 0, 1));
    for (id, count) in [("/?theme=none", 4), ("/?q=oslo", 1), ("/years/2005/", 2), ("/themes/smes/", 1)] {
        let part = Archive::read(&text(SHIPPED, id, Format::Json)).unwrap();
        assert_eq!(part.problems, [], "{id}");
        assert_eq!(part.meetings.len(), count, "{id}");
    }
}

#[test]
fn files_are_named_after_what_is_in_them() {
    for (address, name) in [
        ("/", "meetings.csv"),
        ("/?sort=title&page=2", "meetings.csv"),
        ("/?theme=smes&year=2007&q=cross%20border", "meetings-q-cross-border-theme-smes-year-2007.csv"),
        ("/meetings/2005-oslo/", "2005-oslo.csv"),
        ("/years/2005/", "meetings-year-2005.csv"),
    ] {
        assert_eq!(file(SHIPPED, address, Format::Csv).unwrap().name, name);
    }
    let long = format!("/?q={}", "å".repeat(300));
    assert!(file(SHIPPED, &long, Format::Csv).unwrap().name.len() <= 84);
    assert_eq!(file(SHIPPED, "/about/", Format::Csv), None);
    assert_eq!(file(SHIPPED, "/meetings/2005-bergen/", Format::Csv), None);
    for nowhere in ["/themes/fishing/", "/years/1999/", "/body/x/"] {
        assert_eq!(file(SHIPPED, nowhere, Format::Csv), None, "{nowhere}");
    }
}

#[test]
fn the_order_on_the_screen_changes_no_file() {
    let by_title = text(SHIPPED, "/?q=barents&sort=title", Format::Bibtex);
    assert_eq!(text(SHIPPED, "/?q=barents", Format::Bibtex), by_title);
    assert!(by_title.find("2004-stockholm").unwrap() < by_title.find("2011-haparanda").unwrap());
}

#[test]
fn what_is_published_is_the_whole_archive_and_every_calendar() {
    let whole = Route::Explorer(Query::parse("sort=oldest"));
    assert_eq!(published(&whole, Format::Csv).unwrap(), "meetings.csv");
    assert_eq!(published(&whole, Format::Json).unwrap(), "data/meetings.json");
    assert_eq!(published(&whole, Format::Ris), None);
    assert_eq!(published(&Route::Explorer(Query::parse("q=a")), Format::Csv), None);
    assert_eq!(published(&Route::Meeting("a".into()), Format::Calendar).unwrap(), "meetings/a.ics");
    assert_eq!(published(&Route::Meeting("a".into()), Format::Json), None);
    for format in Format::ALL {
        assert_eq!(Format::from_ending(format.ending()), Some(format));
    }
    assert_eq!(shipped().id(), "barents-industrial-partnership");
}
