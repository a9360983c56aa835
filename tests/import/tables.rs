//! What columns are, lists in cells, and rows that are one meeting.

use super::{Folder, all};

#[test]
fn headings_are_known_in_six_languages() {
    for (name, content) in [
        ("en", "Date,Title,City,Country\n2011-06-15,A,Oslo,Norway\n"),
        ("fi", "Päivämäärä,Otsikko,Kaupunki,Maa\n15.6.2011,A,Oslo,Norja\n"),
        ("nb", "Dato;Tittel;By;Land\n15.6.2011;A;Oslo;Norge\n"),
        ("ru", "Дата;Название;Город;Страна\n15.06.2011;A;Oslo;Норвегия\n"),
        ("se", "Beaivi,Namma,Gávpot,Riika\n15.6.2011,A,Oslo,Norga\n"),
        ("sv", "Datum;Rubrik;Stad;Land\n2011-06-15;A;Oslo;Norge\n"),
    ] {
        let (code, told, dataset) = Folder::new(name).import("t.csv", content, &[]);
        assert_eq!(code, 0, "{name}: {told}");
        assert_eq!((all(&dataset, "/start"), all(&dataset, "/title")), ("2011-06-15".into(), "A".into()), "{name}");
        assert_eq!(
            (&dataset["places"][0]["id"], &dataset["places"][0]["country"]),
            (&"oslo-no".into(), &"NO".into()),
            "{name}"
        );
    }
}

#[test]
fn headings_may_stand_below_a_title_and_in_two_rows() {
    let content =
        "Meetings of the board,,,\n,,,\nDate,,Place,\nfrom,to,city,country\n2011-06-15,2011-06-16,Oslo,Norway\n";
    let (code, told, dataset) = Folder::new("two").import("t.csv", content, &[]);
    // There is no title, so the place lends its name.
    assert_eq!(
        (code, all(&dataset, "/end"), all(&dataset, "/title")),
        (0, "2011-06-16".into(), "Oslo".into()),
        "{told}"
    );
    assert!(told.contains("It stands above the headings"), "{told}");
}

#[test]
fn columns_without_headings_or_with_wrong_ones_are_read_by_their_values() {
    let (code, told, dataset) =
        Folder::new("none").import("t.csv", "2011-06-15,Meeting of June\n2011-07-15,Meeting of July\n", &[]);
    assert_eq!((code, all(&dataset, "/title")), (0, "Meeting of June|Meeting of July".into()), "{told}");
    let content = "Title,Date\n2011-06-15,Meeting of June\n2011-07-15,Meeting of July\n";
    let (code, told, dataset) = Folder::new("swapped").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/start")), (0, "2011-06-15|2011-07-15".into()), "{told}");
    assert!(told.contains("not what its heading says"), "{told}");
}

#[test]
fn lists_are_cut_at_the_sign_of_their_column() {
    let content = "Date,Title,Themes,Speakers,Documents\n\
        2011-06-15,A,Mining; Roads,\"Anna Berg\nOlav Dahl\",Minutes (https://a.example/m) | https://a.example/x\n\
        2011-06-16,B,Roads,\"Kari Lie (University)\",\n";
    let (code, told, dataset) = Folder::new("lists").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/themes")), (0, "[\"mining\",\"roads\"]|[\"roads\"]".into()), "{told}");
    let people = &dataset["meetings"][0]["people"];
    assert_eq!((&people[0]["person"], &people[1]["person"]), (&"anna-berg".into(), &"olav-dahl".into()));
    assert_eq!(dataset["meetings"][1]["people"][0]["organisation"], "University");
    let documents = &dataset["meetings"][0]["documents"];
    assert_eq!((&documents[0]["title"], &documents[1]["url"]), (&"Minutes".into(), &"https://a.example/x".into()));
}

#[test]
fn an_agenda_stands_in_a_cell() {
    let content =
        "Date,Title,Agenda\n2011-06-15,A,1. Opening; 2. Budget; 3. Closing\n2011-06-16,B,\"1. Opening\n2. Roads\"\n";
    let (_, told, dataset) = Folder::new("agenda").import("t.csv", content, &[]);
    assert_eq!(all(&dataset, "/agenda/1/title"), "Budget|Roads", "{told}");
    assert_eq!(all(&dataset, "/agenda/1/number"), "2|2");
}

#[test]
fn rows_that_are_one_meeting_are_put_together_and_others_are_named() {
    let content = "Date,Title,Topic,Place\n2011-06-15,A,Mining,Oslo\n2011-06-15,A,Roads,Oslo\n2011-06-16,B,Mining,Oslo\n\
        2011-06-16,B,Mining,Oslo\n2011-06-17,C,Mining,Oslo\n,,Roads,\n2011-06-15,A,Sea,Bergen\n";
    let (_, told, dataset) = Folder::new("rows").import("t.csv", content, &[]);
    let themes = "[\"mining\",\"roads\"]|[\"sea\"]|[\"mining\"]|[\"mining\",\"roads\"]";
    let by_title = all(&dataset, "/title");
    assert_eq!(by_title.matches('A').count(), 2, "{told}");
    assert_eq!(
        all(&dataset, "/themes").split('|').collect::<std::collections::BTreeSet<_>>(),
        themes.split('|').collect()
    );
    for why in
        ["Row 3, Column C: “Roads” → Row 2", "The same row stands twice. (Row 5", "goes on with the one above. (Row 7"]
    {
        assert!(told.contains(why), "{why}: {told}");
    }
    let content =
        "Date,Title,Name,Organisation,Attendance\n2011-06-15,A,Anna Berg,X,present\n2011-06-15,A,Olav Dahl,Y,absent\n";
    let (_, told, dataset) = Folder::new("people").import("t.csv", content, &[]);
    assert_eq!(dataset["meetings"].as_array().unwrap().len(), 1, "{told}");
    assert_eq!(dataset["meetings"][0]["people"][1]["part"], "absent", "{told}");
}

#[test]
fn what_no_field_is_for_becomes_a_facet_or_notes() {
    let rows: String =
        (0..40).map(|at| format!("2011-06-{:02},T{at},Body {},Remark {at} on it\n", at % 28 + 1, at % 3)).collect();
    let (_, told, dataset) =
        Folder::new("rest").import("t.csv", format!("Date,Title,Working group,Colour\n{rows}"), &[]);
    let meeting = dataset["meetings"].as_array().unwrap().iter().find(|of| of["title"] == "T0").unwrap();
    assert_eq!(meeting["facets"]["working-group"], "Body 0", "{told}");
    assert_eq!(meeting["notes"][0], "Colour: Remark 0 on it");
    let facets = dataset["facets"].as_array().unwrap();
    assert!(
        facets.iter().any(|facet| facet["label"] == "Working group")
            && facets.iter().any(|facet| facet["key"] == "year")
    );
}

#[test]
fn the_mapping_that_was_found_can_be_corrected() {
    let folder = Folder::new("mapping");
    let content = "Date,Title,Colour\n2011-06-15,A,red\n2011-06-16,B,blue\n";
    let (_, told, dataset) = folder.import("t.csv", content, &[]);
    assert_eq!(all(&dataset, "/facets/colour"), "red|blue", "{told}");
    let mapping = folder.text("meetings.json.import.toml");
    assert!(mapping.contains("Colour = \"facet or note\"  # column C: red"), "{mapping}");
    folder.write("meetings.json.import.toml", mapping.replace("Colour = \"facet or note\"", "Colour = \"theme\""));
    let (code, told, dataset) = folder.import("t.csv", content, &[]);
    assert_eq!(
        (code, all(&dataset, "/themes/0"), all(&dataset, "/facets")),
        (0, "red|blue".into(), "-|-".into()),
        "{told}"
    );
    folder.write("meetings.json.import.toml", mapping.replace("\"facet or note\"", "\"colour\""));
    let (code, told, _) = folder.import("t.csv", content, &[]);
    assert!(code == 1 && told.contains("“Colour” is “colour”"), "{told}");
}

#[test]
fn a_mapping_finds_its_columns_wherever_they_stand() {
    let folder = Folder::new("moved-columns");
    let (_, _, before) = folder.import("t.csv", "Title,Date,Place,Chair\nBudget,2012-01-13,Bodø,Ann Berg\n", &[]);
    let (code, told, after) =
        folder.import("t.csv", "No,Title,Date,Chair,Place\n1,Budget,2012-01-13,Ann Berg,Bodø\n", &[]);
    assert_eq!((code, &after["places"], &after["people"]), (0, &before["places"], &before["people"]), "{told}");
    assert_eq!(all(&after, "/id"), all(&before, "/id"), "{told}");
    // What stands there by letters is read as it was written.
    let mapping = "[[table]]\nfile = \"t.csv\"\n[table.columns]\nB = \"note\"\nC = \"start\"\n";
    folder.write("meetings.json.import.toml", mapping);
    let (code, told, _) = folder.import("t.csv", "No,Title,Date\n1,Budget,2012-01-13\n", &[]);
    assert!(code == 0 && told.contains("Column B “Title” → note"), "{told}");
    let (code, told, _) = folder.import("t.csv", "No,Title\n1,Budget\n", &[]);
    assert!(code == 1 && told.contains("names a column “Date”") && told.contains("take the mapping away"), "{told}");
}

#[test]
fn our_own_table_comes_back_as_it_was() {
    let folder = Folder::new("own");
    let every = concat!(env!("CARGO_MANIFEST_DIR"), "/public/data/meetings.json");
    let (code, csv) = folder.run(&["export", "/", "csv", "--data", every]);
    assert_eq!(code, 0, "{csv}");
    let (code, told, dataset) = folder.import("meetings.csv", csv, &[]);
    assert_eq!(code, 0, "{told}");
    let first: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(every).unwrap()).unwrap();
    for field in ["/id", "/title", "/start", "/end", "/venue", "/format", "/number"] {
        let texts = |of: &serde_json::Value| {
            all(of, field).split('|').map(str::to_owned).collect::<std::collections::BTreeSet<_>>()
        };
        assert_eq!(texts(&dataset), texts(&first), "{field}");
    }
    let count = |of: &serde_json::Value, list: &str| {
        of["meetings"].as_array().unwrap().iter().map(|of| of[list].as_array().map_or(0, Vec::len)).sum::<usize>()
    };
    assert_eq!(
        ["themes", "documents", "people", "notes"].map(|list| count(&dataset, list)),
        ["themes", "documents", "people", "notes"].map(|list| count(&first, list))
    );
    assert!(told.contains("not of each"), "{told}");
    // Added to the archive that it came from it changes no id.
    folder.write("own.json", std::fs::read(every).unwrap());
    let (code, told) = folder.run(&["import", "meetings.csv", "--into", "own.json"]);
    assert!(code == 0 && told.contains("own.json: 0 meetings new"), "{told}");
}

#[test]
fn a_meeting_goes_on_in_rows_below_with_further_places() {
    let content = "Møte;Dato;;Sted\n;Fra;Til;\nStyremøte 1;13.02.2019;14.02.2019;Vadsø\n;;;Kirkenes\nStyremøte 2;03.04.2019;;Tromsø\n";
    let (code, told, dataset) = Folder::new("below").import("t.csv", content, &[]);
    assert_eq!((code, all(&dataset, "/title")), (0, "Styremøte 1|Styremøte 2".into()), "{told}");
    assert_eq!(
        (all(&dataset, "/places"), all(&dataset, "/notes")),
        ("[\"vadso\",\"kirkenes\"]|-".into(), "-|-".into())
    );
    assert_eq!(all(&dataset, "/end"), "2019-02-14|-");
}

#[test]
fn what_stands_above_a_table_without_titles_is_the_title() {
    let content = "Board minutes;;;\n;;;\nDate;Present;Absent;Decisions\n13.2.2019;Anna Berg, Olav Dahl, Kari Lie;Per Moe;Budget approved\n\
        14.3.2019;Anna Berg, Kari Lie, Per Moe;Olav Dahl;Chair elected\n";
    let (_, told, dataset) = Folder::new("caption").import("t.csv", content, &[]);
    assert_eq!(all(&dataset, "/title"), "Board minutes|Board minutes", "{told}");
    assert_eq!(all(&dataset, "/people/3/part"), "absent|absent", "{told}");
}

#[test]
fn headings_of_several_words_and_html_in_cells_are_read() {
    let content = "Department,Event Name,Event Start,Event End,Event Location,Event Description,Event Website\n\
        Parks,Movie night,2019/06/07 07:00:00 PM,2019/06/07 09:00:00 PM,\"Main Park, 1 Elm St\",<p>Bring a <b>chair</b></p>,http://x.example/1\n";
    let (_, told, dataset) = Folder::new("city").import("t.csv", content, &[]);
    assert_eq!(
        (all(&dataset, "/start"), all(&dataset, "/end")),
        ("2019-06-07T19:00".into(), "2019-06-07T21:00".into()),
        "{told}"
    );
    assert_eq!(
        (all(&dataset, "/notes/0"), all(&dataset, "/documents/0/kind")),
        ("Bring a chair".into(), "web page".into()),
        "{told}"
    );
    assert!(told.contains("This is HTML"), "{told}");
}

#[test]
fn an_id_is_known_as_one_in_a_table_of_any_length() {
    let rows: String = (0..20_500).map(|at| format!("{at},2011-06-15,Meeting {at}\n")).collect();
    let (_, told, dataset) = Folder::new("long").import("t.csv", format!("ID,Date,Title\n{rows}"), &[]);
    assert!(dataset["meetings"].as_array().unwrap().iter().all(|of| of["reference"].is_string()), "{told}");
    assert!(told.contains("“ID” → known by"), "{told}");
}

#[test]
fn a_comma_stands_between_values_where_they_stand_in_other_cells_too() {
    let content = "Date,Title,Themes,Link\n2011-06-15,A,\"Ice, Sea\",\"https://a.example/Austin, TX\"\n\
        2011-06-16,B,Sea,\"https://b.example/Austin, TX\"\n2011-06-17,C,\"Fish\",\"https://b.example/Austin, TX\"\n";
    let (_, told, dataset) = Folder::new("commas").import("t.csv", content, &[]);
    assert_eq!(all(&dataset, "/themes"), "[\"ice\",\"sea\"]|[\"sea\"]|[\"fish\"]", "{told}");
    assert!(
        dataset["meetings"].as_array().unwrap().iter().all(|of| of["documents"].as_array().unwrap().len() == 1),
        "{told}"
    );
}

#[test]
fn what_has_no_name_is_called_unnamed() {
    let content = r#"[{"EventId": 7, "EventDate": "2020-01-14T00:00:00", "EventBodyName": "Council", "": "x"}]"#;
    let (_, told, dataset) = Folder::new("unnamed-field").import("t.json", content, &[]);
    assert_eq!(all(&dataset, "/facets/unnamed"), "x", "{told}");
}

#[test]
fn minutes_that_were_written_are_documents_and_a_title_above_is_no_heading() {
    let content = "Board of Trustees,,,\nMeeting Date,Type,Minutes,Duration\n\
        \"March 3, 2015\",Regular,Minutes 1 (https://example.org/1.pdf),1 h 30 min\n\"April 7, 2015\",Special,Minutes 2 (https://example.org/2.pdf),\n";
    let (_, told, dataset) = Folder::new("minutes").import("t.csv", content, &[]);
    assert_eq!(all(&dataset, "/documents/0/url"), "https://example.org/1.pdf|https://example.org/2.pdf", "{told}");
    assert_eq!(all(&dataset, "/title"), "Board of Trustees|Board of Trustees", "{told}");
    // A length without a time of day is kept as what it is.
    assert_eq!(all(&dataset, "/notes/0"), "Duration: 1 h 30 min|-", "{told}");
}

#[test]
fn only_facets_that_meetings_have_are_offered_and_a_title_that_was_guessed_is_told() {
    let (_, told, dataset) =
        Folder::new("offered").import("board.csv", "Title,Date\nA,2019-03-04\nB,2019-04-05\n", &[]);
    assert_eq!(dataset["facets"], serde_json::json!([{"key": "year"}]), "{told}");
    assert!(told.contains("No file tells the title of the archive") && told.contains("→ board"), "{told}");
}

#[test]
fn a_title_keeps_its_own_brackets() {
    let content = "Title,Date,Papers\nA,2019-03-04,S/RES/2397(2018) (https://example.org/S/RES/2397(2018)); Minutes (https://example.org/m)\n";
    let (_, told, dataset) = Folder::new("brackets").import("t.csv", content, &[]);
    let of =
        |at: usize| [all(&dataset, &format!("/documents/{at}/title")), all(&dataset, &format!("/documents/{at}/url"))];
    assert_eq!(of(0), ["S/RES/2397(2018)", "https://example.org/S/RES/2397(2018)"], "{told}");
    assert_eq!(of(1), ["Minutes", "https://example.org/m"], "{told}");
}
