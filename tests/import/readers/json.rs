//! JSON of any shape, and our own.

use meetings::import::json::read as reader;
use meetings::import::piece::{BETWEEN, Kind as Cell, Table};
use meetings::import::source::Kind;
use meetings::import::told::Done;

use super::{read, written};
use crate::support::file;

/// The cells of a table, a row a line.
fn cells(table: &Table) -> Vec<Vec<&str>> {
    table.rows.iter().map(|row| (0..table.headings.len()).map(|at| row.text(at)).collect()).collect()
}

#[test]
fn a_list_of_any_objects_is_a_table() {
    let text = r#"[{"name": "A", "date": "2020-01-14", "place": {"city": "Bodø", "lat": 67.280}, "tags": ["ice", "fish"], "ok": true},
        {"name": "B", "late": 12345678901234567890, "speakers": [{"name": "Ann"}, {"name": "Bo", "of": "Ice"}], "place": null}]"#;
    let got = read(reader, Kind::Json, text);
    let table = &got.tables[0];
    assert_eq!(
        table.headings,
        ["name", "date", "place.city", "place.lat", "tags", "ok", "late", "speakers.name", "speakers.of", "place"]
    );
    let (tags, names) = (format!("ice{BETWEEN}fish"), format!("Ann{BETWEEN}Bo"));
    assert_eq!(
        cells(table),
        [
            ["A", "2020-01-14", "Bodø", "67.280", &tags, "true", "", "", "", ""],
            ["B", "", "", "", "", "", "12345678901234567890", &names, "Ice", ""],
        ]
    );
    let kinds: Vec<Cell> = (0..6).map(|at| table.rows[0].kind(at)).collect();
    assert_eq!(kinds, [Cell::Text, Cell::Text, Cell::Text, Cell::Number, Cell::List, Cell::Flag]);
    assert_eq!((table.rows[1].number, table.paths.unwrap()(1).as_str()), (1, "$[1]"));
    assert!(got.tells(Done::Guessed, "no known shape") && got.end.is_ok());
}

#[test]
fn of_an_object_the_longest_list_is_read_and_the_others_are_told() {
    let text =
        r#"{"note": "x", "a": {"few": [{"n": 1}], "rows": [{"n": 1}, 7, {"n": 2}, [3]]}, "none": [1, 2, 3, 4, 5]}"#;
    let got = read(reader, Kind::Json, text);
    assert_eq!((cells(&got.tables[0]).len(), got.tables[0].sheet.as_deref()), (3, Some("$.a.rows")));
    let left: Vec<String> =
        got.told.lines.iter().filter(|line| line.done == Done::LeftOut).map(|line| line.origin.to_string()).collect();
    assert_eq!(left, ["$.a.few", "$.note", "$.a.rows[1]"]);
    let got = read(reader, Kind::Json, r#"[["Date", "Title"], ["2020-01-14", "A"]]"#);
    assert!(got.tables[0].headings.is_empty() && got.tables[0].rows[1].text(1) == "A");
}

#[test]
fn what_is_broken_is_refused_with_its_place() {
    for (text, fault) in [
        (
            "[{\"a\": 1},\n{\"a\": ",
            "it cannot be read from line 2 on: the file ends in the middle; it may not have been copied whole.",
        ),
        ("{\"a\": 1}", "there is no meeting in it: the JSON has no list of objects."),
        ("[1, 2]", "there is no meeting in it: the JSON has no list of objects."),
        ("nothing", "it cannot be read from line 1 on: no value of JSON stands there."),
        ("", "it cannot be read from line 1 on: the file ends in the middle; it may not have been copied whole."),
    ] {
        assert_eq!(read(reader, Kind::Json, text).end.unwrap_err().to_string(), fault, "{text}");
    }
    for open in ["[", "{\"a\":", "[{\"a\":["] {
        let got = read(reader, Kind::Json, &open.repeat(300_000));
        assert!(got.end.unwrap_err().to_string().contains("more than a hundred lists"), "{open}");
    }
}

#[test]
fn objects_may_stand_one_on_each_line() {
    let text = "{\"name\": \"A\"}\n\n{\"name\": \n{\"name\": \"C\", \"more\": [1]}\n";
    let got = read(reader, Kind::JsonLines, text);
    assert_eq!(cells(&got.tables[0]), [["A", ""], ["C", "1"]]);
    assert_eq!(got.tables[0].paths.unwrap()(got.tables[0].rows[1].number), "line 4");
    assert!(got.told.lines.iter().any(|line| line.done == Done::LeftOut && line.origin.to_string() == "line 3"));
    let got = read(
        reader,
        Kind::JsonLines,
        "{\"EventDate\": \"2020-01-14T00:00:00\", \"EventId\": 7, \"EventBodyName\": \"Council\"}",
    );
    assert_eq!((got.one().title.as_str(), got.one().origin.to_string().as_str()), ("Council", "line 1"));
    assert!(read(reader, Kind::JsonLines, "{\n{").end.is_err());
}

#[test]
fn keys_that_are_values_do_not_make_a_table_endlessly_wide() {
    let object: Vec<String> = (0..1_500).map(|at| format!("\"k{at}\": {at}")).collect();
    let got = read(reader, Kind::Json, &format!("[{{{}}}]", object.join(",")));
    assert_eq!((got.tables[0].headings.len(), got.done(Done::LeftOut).len()), (1_000, 500));
}

/// Each record of ours comes back with what an import has fields for, and what it has none for is told.
#[test]
fn our_own_dataset_comes_back_as_it_was() {
    let text = file("tests/fixtures/every/meetings.json");
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let got = read(reader, Kind::Json, &text);
    let meetings = value["meetings"].as_array().unwrap();
    assert_eq!(got.drafts.len(), meetings.len());
    assert_eq!(
        (got.about.title.as_deref(), got.about.publisher.as_deref()),
        (value["title"].as_str(), Some("Archive of Nordvik"))
    );
    let list = |value: &serde_json::Value| value.as_array().map_or(0, Vec::len);
    for (draft, record) in got.drafts.iter().zip(meetings) {
        let text = |name: &str| record[name].as_str();
        assert_eq!((draft.id.as_deref(), Some(draft.title.as_str())), (text("id"), text("title")));
        assert_eq!(written(draft.start), text("start").unwrap());
        assert_eq!(written(draft.end), text("end").unwrap_or_default());
        let plain = [&draft.status, &draft.format, &draft.venue, &draft.online, &draft.reference, &draft.language];
        assert_eq!(
            plain.map(Option::as_deref),
            ["status", "format", "venue", "online", "reference", "language"].map(text)
        );
        let lists =
            ["themes", "people", "documents", "agenda", "topics", "notes", "quotes"].map(|name| list(&record[name]));
        let got = [
            draft.themes.len(),
            draft.people.len(),
            draft.documents.len(),
            draft.agenda.len(),
            draft.topics.len(),
            draft.notes.len(),
            draft.quotes.len(),
        ];
        assert_eq!(got, lists, "{:?}", draft.id);
        assert_eq!(draft.rest.len(), record["facets"].as_object().map_or(0, serde_json::Map::len));
        for (place, id) in
            draft.places.iter().zip(record["places"].as_array().into_iter().flatten().chain(record.get("place")))
        {
            assert_eq!(place.uid.as_deref(), id.as_str());
            assert_ne!(Some(place.name.as_str()), id.as_str());
        }
    }
    let people = got.drafts.iter().flat_map(|draft| &draft.people);
    assert!(people.filter(|person| person.uid.is_some()).all(|person| person.name.contains(' ')));
    assert!(got.drafts.iter().flat_map(|draft| &draft.rest).all(|rest| rest.label == "Outcome"));
}
