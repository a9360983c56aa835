//! What is the same to a reader is found: letters of any script, words that signs cut, words inside runs and compounds.

use meetings::core::address::query::Query;
use meetings::core::search::collection::Collection;
use meetings::core::search::explore::{Row, Shown, explore, found};
use meetings::core::search::filter::Notice;
use meetings::core::search::highlight::{Told, excerpts, mark};
use meetings::language::NAMES;
use serde_json::{Value, json};

use crate::support::collection;

/// An archive in a language whose meetings have these ids and titles.
fn titled(language: &str, titles: &[(&str, &str)]) -> Collection {
    let meeting = |(at, (id, title)): (usize, &(&str, &str))| json!({"id": id, "title": title, "start": format!("{}", 2001 + at)});
    let meetings: Vec<Value> = titles.iter().enumerate().map(meeting).collect();
    let dataset = json!({"version": 1, "title": "An archive", "language": language, "meetings": meetings});
    collection(&dataset.to_string())
}

fn show(collection: &Collection, query: &str) -> Shown {
    explore(&collection.catalogue, &Query::parse(query))
}

/// The ids of what a query shows, in its order.
fn ids(collection: &Collection, query: &str) -> String {
    let record = |row: &Row| match row {
        Row::Meeting(position) => collection.archive.meetings[*position].record.id.as_str(),
        Row::Gap(_) => "gap",
    };
    show(collection, query).rows.iter().map(record).collect::<Vec<_>>().join(" ")
}

/// The ids of what a text finds, in the order of time; and what it was read as.
fn finds(collection: &Collection, text: &str) -> String {
    let shown = explore(&collection.catalogue, &Query::default().with_text(text));
    assert_eq!(shown.mended, [], "{text} is read as something else");
    let (_, mut positions) = found(&collection.catalogue, &Query::default().with_text(text)).unwrap();
    assert_eq!(positions.len(), shown.found, "{text}: a saved file has others than the screen");
    positions.sort_unstable();
    let id = |position: usize| collection.archive.meetings[position].record.id.as_str();
    positions.into_iter().map(id).collect::<Vec<_>>().join(" ")
}

/// The title of a meeting with what is marked of it in brackets, for a text.
fn marked(collection: &Collection, id: &str, text: &str) -> String {
    let hits = explore(&collection.catalogue, &Query::default().with_text(text)).hits;
    let title = &collection.archive.meetings[collection.archive.position(id).unwrap()].record.title;
    let stretches = mark(title, &hits);
    stretches.into_iter().map(|(text, is_hit)| if is_hit { format!("[{text}]") } else { text.to_owned() }).collect()
}

#[test]
fn a_final_sigma_and_capitals_are_the_same_letters() {
    let archive = titled("el", &[("a", "Διάλογος στην Κως"), ("b", "ΟΔΟΣ ΚΑΙ ΛΙΜΗΝ"), ("c", "Κόσμος")]);
    for (text, expected) in [
        ("Κως", "a"),
        ("ΚΩΣ", "a"),
        ("κωσ", "a"),
        ("οδός", "b"),
        ("λιμην", "b"),
        ("ΚΟΣΜΟΣ", "c"),
        ("\"ΚΟΣΜΟΣ\"", "c"),
        ("κοσμος", "c"),
    ] {
        assert_eq!(finds(&archive, text), expected, "{text}");
    }
    assert_eq!(marked(&archive, "c", "ΚΟΣΜΟΣ"), "[Κόσμος]");
}

#[test]
fn signs_that_nobody_sees_cut_no_word() {
    let titles = [
        ("a", "Wirt\u{ad}schafts\u{ad}forum Nord"),
        ("b", "نشست\u{200c}های شمال"),
        ("c", "Micro\u{200b}soft and Word\u{2060}Press"),
        ("d", "Wirtschaft und Fischerei"),
        ("e", "\u{feff}Agenda\u{200d}"),
    ];
    let archive = titled("de", &titles);
    for (text, expected) in [
        ("Wirtschaftsforum", "a"),
        ("\"Wirtschaftsforum Nord\"", "a"),
        ("Wirtschaft", "a d"),
        ("نشستهای", "b"),
        ("نشست\u{200c}های", "b"),
        ("Microsoft", "c"),
        ("WordPress", "c"),
        ("Word\u{ad}Press", "c"),
        ("agenda", "e"),
    ] {
        assert_eq!(finds(&archive, text), expected, "{text}");
    }
    for (id, title) in titles {
        assert_eq!(finds(&archive, title), id, "a title finds itself");
    }
    assert_eq!(marked(&archive, "a", "Wirtschaftsforum"), "[Wirt\u{ad}schafts\u{ad}forum] Nord");
    assert_eq!(marked(&archive, "c", "Microsoft"), "[Micro\u{200b}soft] and Word\u{2060}Press");
}

#[test]
fn marks_of_any_script_and_what_is_only_drawn_make_no_difference() {
    let titles = [
        ("a", "مُؤْتَمَر الشَّمال"),
        ("b", "مؤتمر الجنوب"),
        ("c", "תִּקּוּן"),
        ("d", "أوسلو إلى آرهوس"),
        ("e", "الـشـمـال"),
        ("f", "Hội nghị Việt Nam"),
        ("g", "ᾨδὴ καὶ Ἕλλην"),
        ("h", "สัมมนา น้ำแข็ง"),
        ("i", "Ｂａｌｔｉｃ ﬁsh №①"),
        ("j", "경제 회의"),
    ];
    let archive = titled("ar", &titles);
    for (text, expected) in [
        ("مؤتمر", "a b"),
        ("مُؤْتَمَر", "a b"),
        ("موتمر", "a b"),
        ("الشمال", "a e"),
        ("תקון", "c"),
        ("اوسلو", "d"),
        ("الي", "d"),
        ("hoi nghi viet", "f"),
        ("ωδη", "g"),
        ("ΕΛΛΗΝ", "g"),
        ("baltic", "i"),
        ("ｆｉｓｈ", "i"),
        ("no1", "i"),
        // Taken apart into its letters, as some systems write names of files.
        ("\u{1100}\u{1167}\u{11bc}\u{110c}\u{1166}", "j"),
        ("경", "j"),
    ] {
        assert_eq!(finds(&archive, text), expected, "{text}");
    }
    assert_eq!(marked(&archive, "a", "موتمر"), "[مُؤْتَمَر] الشَّمال");
}

#[test]
fn words_are_found_inside_runs_of_scripts_without_spaces() {
    let titles = [
        ("a", "北極経済フォーラム"),
        ("b", "第二回北方会議"),
        ("c", "การประชุมเศรษฐกิจ"),
        ("d", "第8回ABC会議"),
        ("e", "ກອງປະຊຸມເສດຖະກິດ"),
    ];
    let archive = titled("ja", &titles);
    for (text, expected) in [
        ("経済", "a"),
        ("フォーラム", "a"),
        ("ﾌｫｰﾗﾑ", "a"),
        ("北極", "a"),
        ("北極経済フォーラム", "a"),
        ("会議", "b d"),
        ("北", "a b"),
        ("ム", "a"),
        ("極北", ""),
        ("経フ", ""),
        ("เศรษฐกิจ", "c"),
        ("ประชุม", "c"),
        ("第8回", "d"),
        ("8 abc", "d"),
        ("ເສດຖະກິດ", "e"),
        ("会議 -abc", "b"),
        ("\"北方 会議\"", ""),
    ] {
        assert_eq!(finds(&archive, text), expected, "{text}");
    }
    assert_eq!(marked(&archive, "a", "経済"), "北極[経済]フォーラム");
    assert_eq!(marked(&archive, "b", "会議"), "第二回北方[会議]");
}

#[test]
fn compounds_are_found_by_their_later_parts_below_whole_words_and_beginnings() {
    let titles = [
        ("a", "Industripartnerskapsmøtet i Bodø"),
        ("b", "Partnerskap"),
        ("c", "Partnerskapet"),
        ("d", "Ministerikokous, pohjoinen"),
        ("e", "Forstwirtschaft"),
        ("f", "Sjømøte"),
    ];
    let archive = titled("nb", &titles);
    assert_eq!(ids(&archive, "q=partnerskap"), "b c a");
    for (text, expected) in [
        ("partnerskap", "a b c"),
        ("partnerskapsmøte", "a"),
        ("kokous", "d"),
        ("wirtschaft", "e"),
        ("wirtschaft forst", "e"),
        ("møte", "a f"),
        // Too short, too near the beginning, quoted, or not wanted.
        ("møt", ""),
        ("nisteriko", ""),
        ("\"wirtschaft\"", ""),
        ("bodø -partnerskap", "a"),
    ] {
        assert_eq!(finds(&archive, text), expected, "{text}");
    }
    let told = |id: &str, text: &str| -> Told {
        let hits = explore(&archive.catalogue, &Query::default().with_text(text)).hits;
        excerpts(&archive.archive, &archive.archive.meetings[archive.archive.position(id).unwrap()], &NAMES, &hits, 2)
    };
    assert_eq!(told("a", "partnerskap").within, ["Industripartnerskapsmøtet"]);
    assert_eq!(told("b", "partnerskap").within, [""; 0]);
    assert_eq!(marked(&archive, "a", "partnerskap"), "Industri[partnerskap]smøtet i Bodø");
    // A mistake is forgiven only where no word has the text in it.
    assert_eq!(show(&archive, "q=partnerskab").mended, [("partnerskab".to_owned(), "partnerskap".to_owned())]);
}

#[test]
fn a_text_without_a_letter_or_a_digit_finds_nothing_and_says_so() {
    let archive = titled("en", &[("a", "🎉 Jubilee"), ("b", "C++ working group"), ("c", "Plain talk")]);
    for text in ["🎉", "???", "—", "-🎉", "\"…\"", "- -", "\u{200b}\u{ad}"] {
        let query = Query::default().with_text(text);
        let shown = explore(&archive.catalogue, &query);
        assert_eq!((shown.found, shown.rows.len()), (0, 0), "{text}");
        assert_eq!(shown.notices, [Notice::NothingToLookFor(query.text().to_owned())], "{text}");
        assert_eq!(finds(&archive, text), "", "{text}");
    }
    assert_eq!(ids(&archive, "q=C%2B%2B"), "b");
    assert_eq!(ids(&archive, "q=%F0%9F%8E%89+jubilee"), "a");
}

#[test]
fn another_word_is_never_shown_for_one_across_more_than_the_stated_mistakes() {
    let archive = titled("en", &[("a", "Speech by Erkki Tuomioja"), ("b", "Rovaniemi")]);
    assert_eq!(finds(&archive, "Suomi"), "");
    assert_eq!(finds(&archive, "rovna"), "");
    let shown = show(&archive, "q=rovanemi");
    assert_eq!(shown.mended, [("rovanemi".to_owned(), "rovaniemi".to_owned())]);
}

#[test]
fn titles_and_labels_stand_as_people_sort_them() {
    let ordinals = ["10th", "1st", "20th", "2nd", "9th"].map(|number| (number, format!("{number} meeting")));
    let mut titles: Vec<(&str, &str)> = ordinals.iter().map(|(id, title)| (*id, title.as_str())).collect();
    titles.extend([("q", "“Arctic”, a talk"), ("z", "Zinc"), ("b", "Arktis"), ("o", "Öland")]);
    let swedish = titled("sv", &titles);
    assert_eq!(ids(&swedish, "sort=title"), "1st 2nd 9th 10th 20th q b z o");
    assert_eq!(ids(&titled("de", &titles), "sort=title"), "1st 2nd 9th 10th 20th q b o z");
    let names = ["Zinkgruvan", "Åre", "Ängelholm", "Örebro", "Arvidsjaur"];
    let places = names.iter().enumerate().map(|(at, name)| json!({"id": format!("p{at}"), "name": name}));
    let meeting = |at: usize| json!({"id": format!("m{at}"), "title": "M", "start": "2001", "place": format!("p{at}")});
    let dataset = json!({
        "version": 1, "title": "Ett arkiv", "language": "sv", "places": places.collect::<Vec<_>>(),
        "meetings": (0..names.len()).map(meeting).collect::<Vec<_>>(),
    });
    let collection = collection(&dataset.to_string());
    let places = collection.catalogue.facets.get("place").unwrap();
    let labels: Vec<&str> = places.values.iter().map(|value| value.label.as_str()).collect();
    assert_eq!(labels, ["Arvidsjaur", "Zinkgruvan", "Åre", "Ängelholm", "Örebro"]);
}

#[test]
fn a_year_between_the_first_and_the_last_is_found_by_text_as_by_facet() {
    let meeting = |id: &str, start: &str, end: &str| json!({"id": id, "title": "M", "start": start, "end": end});
    let meetings =
        [meeting("a", "2009-11", "2011-02"), meeting("b", "2009-12-30", "2011-01-02"), meeting("c", "2011", "2014")];
    let dataset = json!({"version": 1, "title": "An archive", "language": "en", "meetings": meetings});
    let collection = collection(&dataset.to_string());
    for (year, expected) in
        [("2009", "a b"), ("2010", "a b"), ("2011", "a b c"), ("2012", "c"), ("2014", "c"), ("2015", "")]
    {
        assert_eq!(finds(&collection, year), expected, "{year}");
        let mut by_facet: Vec<String> =
            ids(&collection, &format!("year={year}&sort=oldest")).split(' ').map(str::to_owned).collect();
        by_facet.sort();
        if !expected.is_empty() {
            assert_eq!(by_facet.join(" "), expected, "{year}");
        }
    }
}

#[test]
fn who_held_the_chair_and_countries_in_the_regions_languages_are_found() {
    let dataset = json!({
        "version": 1, "title": "An archive", "language": "en",
        "chairmanships": [{"body": "Northern Council", "holder": "Republic of Komi", "from": "2001", "to": "2003"}],
        "places": [{"id": "kiruna", "name": "Kiruna", "country": "SE"}, {"id": "inari", "name": "Inari", "country": "FI"}],
        "meetings": [
            {"id": "a", "title": "First", "start": "2002", "place": "kiruna"},
            {"id": "b", "title": "Second", "start": "2004", "place": "inari"},
        ],
    });
    let collection = collection(&dataset.to_string());
    for (text, expected) in [
        ("komi", "a"),
        ("\"northern council\"", "a"),
        ("Sverige", "a"),
        ("Ruotsi", "a"),
        ("Ruoŧŧa", "a"),
        ("ruotta", "a"),
        ("Швеция", "a"),
        ("Suomi", "b"),
        ("Финляндия", "b"),
        ("Suopma", "b"),
    ] {
        assert_eq!(finds(&collection, text), expected, "{text}");
    }
}
