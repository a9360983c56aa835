//! What pages are made of besides the list: neighbours, citations, sources, suggestions.

use meetings::core::address::route::Route;
use meetings::core::archive::citation::citation;
use meetings::core::archive::provenance::Provenance;
use meetings::language::NAMES;
use meetings::views::page::title;
use meetings::views::pages;

use crate::support::{collection, shipped, shipped_collection};

#[test]
fn a_citation_tells_what_where_and_when() {
    let archive = shipped();
    let meeting = &archive.meetings[archive.position("2007-saariselka").unwrap()];
    assert_eq!(
        citation(&archive, meeting, "https://example.org/meetings/2007-saariselka/", &NAMES).concat(),
        "6th Barents Industrial Partnership Meeting. Saariselkä, 18–19 April 2007. Barents Industrial Partnership meetings. \
         https://example.org/meetings/2007-saariselka/"
    );
}

#[test]
fn a_citation_and_a_reference_name_who_publishes_the_archive() {
    use meetings::core::address::base::{Base, Home};
    use meetings::core::export::{Choice, Format, export};
    let of = |publisher: &str| {
        let json = format!(
            r#"{{"version": 1, "title": "Talks", "language": "en", "publisher": "{publisher}", "meetings": [{{"id": "a", "title": "A", "start": "2001"}}]}}"#
        );
        meetings::core::archive::Archive::read(&json).unwrap()
    };
    let archive = of("Council & Sons");
    let cited = |archive| citation(archive, &archive.meetings[0], "https://a.example/", &NAMES).concat();
    assert_eq!(cited(&archive), "A. 2001. Talks. Council & Sons. https://a.example/");
    assert_eq!(cited(&of("Talks")), "A. 2001. Talks. https://a.example/");
    let base = Base::new("/");
    let home = Home { base: &base, origin: None };
    let choice = Choice::of_meeting(&archive, &Route::Meeting("a".to_owned())).unwrap();
    let file = |format| export(&archive, "", &choice, home, format, &NAMES).unwrap().text;
    assert!(file(Format::Bibtex).contains("publisher = {Council \\& Sons},"));
    assert!(file(Format::Ris).contains("\r\nPB  - Council & Sons\r\n"));
    assert!(file(Format::Csl).contains("\"publisher\": \"Council & Sons\""));
}

#[test]
fn only_what_comes_from_elsewhere_is_marked() {
    let archive = shipped();
    let provenance = Provenance::of(&archive, &archive.meetings[archive.position("2011-haparanda").unwrap()]);
    let marks = |id: &str| provenance.marks(&[id.to_owned()]);
    assert_eq!(marks("page"), Vec::<usize>::new());
    assert_eq!(provenance.marks(&[]), Vec::<usize>::new());
    assert_eq!(marks("record-2011"), [2]);
    assert_eq!(provenance.own(), 1);
    assert_eq!(provenance.title(&archive, 2), "The 8th Barents Industrial Partnership Meeting");
}

#[test]
fn related_meetings_share_a_theme_or_the_place() {
    let archive = shipped();
    // No two of the seven meetings share either.
    assert!((0..archive.meetings.len()).all(|position| archive.related(position, 8).is_empty()));
    let json = r#"{"version": 1, "title": "T", "language": "en", "themes": [{"id": "t", "label": "T"}],
        "places": [{"id": "p", "name": "P"}], "meetings": [
        {"id": "a", "title": "A", "start": "2001", "themes": ["t"]}, {"id": "b", "title": "B", "start": "2002", "place": "p"},
        {"id": "c", "title": "C", "start": "2003", "place": "p", "themes": ["t"]}, {"id": "d", "title": "D", "start": "2004"}]}"#;
    let archive = meetings::core::archive::Archive::read(json).unwrap();
    assert_eq!(archive.related(2, 8), [0, 1]);
    assert_eq!(archive.related(0, 8), [2]);
    assert_eq!(archive.related(3, 8), Vec::<usize>::new());
    assert_eq!(archive.related(2, 1), [1]);
}

#[test]
fn the_nearest_ids_are_suggested() {
    let archive = shipped();
    let id = |position: usize| archive.meetings[position].record.id.as_str();
    assert_eq!(id(archive.nearest("2011-haparnada", 3)[0]), "2011-haparanda");
    assert_eq!(id(archive.nearest("2005-st-petersberg", 3)[0]), "2005-st-petersburg");
    assert!(archive.nearest("zzz", 3).is_empty());
    assert!(archive.nearest("2004", 2).len() <= 2);
}

#[test]
fn every_page_has_its_title() {
    let collection = shipped_collection();
    let name = "Barents Industrial Partnership meetings";
    for (path, expected) in [
        ("/", name.to_owned()),
        ("/about/", format!("About – {name}")),
        ("/meetings/2005-oslo/", format!("3rd Barents Industrial Partnership Meeting – {name}")),
        ("/meetings/2005-bergen/", format!("Page not found – {name}")),
        ("/people/", format!("People – {name}")),
        ("/people/borge-brende/", format!("Børge Brende – {name}")),
        ("/people/borge-brende/2/", format!("Page not found – {name}")),
        ("/people/nobody/", format!("Page not found – {name}")),
        ("/places/oslo/", format!("Oslo – {name}")),
        ("/persons/", format!("Page not found – {name}")),
    ] {
        let route = Route::parse(path, "");
        let name = pages::name(&collection.archive, &collection.catalogue, &route);
        assert_eq!(title(&collection.archive, &collection.catalogue, &route, name), expected);
    }
}

#[test]
fn every_word_that_a_row_does_not_mark_is_shown_where_it_stands() {
    use meetings::core::address::query::Query;
    use meetings::core::search::explore::explore;
    use meetings::core::search::highlight::excerpts;
    let collection = shipped_collection();
    let archive = &collection.archive;
    let lines = |id: &str, query: &str| {
        let hits = explore(&collection.catalogue, &Query::default().with_text(query)).hits;
        excerpts(archive, &archive.meetings[archive.position(id).unwrap()], &NAMES, &hits, 2).lines
    };
    assert!(lines("2007-saariselka", "inari")[0].contains("Inari"));
    assert!(lines("2011-haparanda", "barents personel").iter().any(|line| line.contains("personel")));
    assert_eq!(
        lines("2011-haparanda", "june"),
        [
            "15 June 2011",
            "The 8th Barents Industrial Partnership Meeting was held in Haparanda 15 June 2011. The main topics of two sessions were: \"Investment in the Barents Region\" and \"Ensuring the supply for qualified personel/Labour market\"."
        ]
    );
    assert!(lines("2011-haparanda", "").is_empty());
    // Its name in other languages is the one that the row has already.
    assert!(!lines("2007-saariselka", "saariselka").contains(&"Saariselkä".to_owned()));
}

#[test]
fn what_a_row_shows_is_marked_there_and_all_else_is_shown_below() {
    use meetings::core::address::query::Query;
    use meetings::core::search::explore::explore;
    use meetings::core::search::highlight::excerpts;
    let lines = |row: &str, text: &str| {
        let json = format!(
            r#"{{"version": 1, "title": "T", "language": "en", "row": {row}, "themes": [{{"id": "fish", "label": "Fish"}}],
            "facets": [{{"key": "outcome", "label": "Outcome"}}], "places": [{{"id": "oslo", "name": "Oslo"}}],
            "meetings": [{{"id": "a", "title": "A", "start": "2001", "themes": ["fish"], "place": "oslo", "venue": "Hall",
                "format": "talk", "facets": {{"outcome": "Agreed"}}}}]}}"#
        );
        let collection = collection(&json);
        let hits = explore(&collection.catalogue, &Query::default().with_text(text)).hits;
        excerpts(&collection.archive, &collection.archive.meetings[0], &NAMES, &hits, 2).lines
    };
    for (key, text) in
        [("themes", "Fish"), ("place", "Oslo"), ("venue", "Hall"), ("format", "talk"), ("outcome", "Agreed")]
    {
        let is_usual = matches!(key, "themes" | "place");
        assert_eq!(lines("[]", text).is_empty(), is_usual, "{key}");
        assert!(lines(&format!(r#"["{key}"]"#), text).is_empty(), "{key}");
        assert_eq!(lines(r#"["date"]"#, text), [text], "{key}");
    }
}

#[test]
fn one_language_is_one_value_however_its_tag_is_written() {
    let json = r#"{"version": 1, "title": "T", "language": "en", "meetings": [{"id": "a", "title": "A", "start": "2001",
        "documents": [{"title": "D", "languages": ["en", "EN", "en-GB"]}]}]}"#;
    let collection = collection(json);
    let values = collection
        .catalogue
        .facets
        .get("language")
        .unwrap()
        .values
        .iter()
        .map(|of| (of.id.as_str(), of.label.as_str()));
    assert_eq!(values.collect::<Vec<_>>(), [("en", "English"), ("en-gb", "English (GB)")]);
}
