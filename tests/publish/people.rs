//! What is published of people and places, and that nothing is where an archive says so.

use std::fs;

use meetings::core::export::people::COLUMNS;
use serde_json::{Value, json};

use crate::support::folder::{Folder, SITE, linked_data};

/// A name that stands nowhere else, an id, an office and a body.
const TOLD: [&str; 4] = ["Zebulon Quirk", "zq-7", "Keeper of Keys", "Guild of Locksmiths"];

fn dataset() -> Value {
    let [name, id, office, body] = TOLD;
    let there = json!({"person": id, "office": office, "organisation": body, "part": "Chair"});
    let meeting = |at: usize, people: Value, agenda: Value| {
        json!({"id": format!("m{at}"), "title": format!("Session {at}"),
        "start": format!("200{at}-05-06"), "place": "havn", "people": people, "agenda": agenda})
    };
    json!({"version": 1, "title": "Talks", "language": "en",
    "places": [{"id": "havn", "name": "Havn", "country": "FI", "names": {"sv": "Hamn"}, "note": "A harbour."}],
    "people": [{"id": id, "name": name}, {"id": "ann", "name": "Ann"}, {"id": "ann-2", "name": "Ann"}, {"id": "mi", "name": "-mi"}],
    "facets": [{"key": "year"}, {"key": "person"}],
    "meetings": [
        meeting(1, json!([there, "ann", {"person": "ann-2", "part": "absent"}]), json!([])),
        meeting(2, json!([there, "ann"]), json!([{"title": "The \"old\" quay", "people": [{"person": "mi", "part": "Speaker"}]}])),
        meeting(3, json!([{"person": id, "part": "excused"}, "ann"]), json!([])),
    ]})
}

fn published(name: &str, dataset: &Value) -> Folder {
    let folder = Folder::built(name);
    let path = folder.beside("data.json");
    fs::write(&path, dataset.to_string()).unwrap();
    let output = folder.publish(&[("DATA", path.to_str().unwrap()), SITE]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    folder
}

#[test]
fn where_people_pages_are_off_nothing_of_people_is_in_any_file_but_the_text_of_the_records() {
    let mut dataset = dataset();
    let files_with = |folder: &Folder, text: &str| -> Vec<String> {
        let files = folder
            .files()
            .into_iter()
            .filter(|(_, content)| String::from_utf8_lossy(content).to_lowercase().contains(&text.to_lowercase()));
        files.map(|(path, _)| path.to_str().unwrap().replace('\\', "/")).collect()
    };
    let open = published("people-open", &dataset);
    assert!(files_with(&open, TOLD[0]).len() > 6, "{:?}", files_with(&open, TOLD[0]));
    dataset["people_pages"] = false.into();
    // The facet of people would be a warning of its own.
    dataset["facets"] = json!([{"key": "year"}]);
    let closed = published("people-closed", &dataset);
    let records = ["data/meetings.json", "meetings/m1/index.html", "meetings/m2/index.html", "meetings/m3/index.html"];
    for text in TOLD {
        let found = files_with(&closed, text);
        assert!(found.iter().all(|path| records.contains(&path.as_str())), "{text}: {found:?}");
    }
    for path in ["people", "people.csv"] {
        assert!(!closed.site().join(path).exists(), "{path}");
    }
    let page = closed.text("meetings/m1/index.html");
    // The head is for machines, and no name is a link.
    assert!(!page.split("</head>").next().unwrap().contains(TOLD[0]), "{page}");
    assert!(page.contains(TOLD[0]) && !page.contains("/talks/people/"), "{page}");
    assert!(!closed.text("meetings.csv").lines().next().unwrap().contains("people"));
    assert!(!closed.text("datapackage.json").contains("people"));
    assert!(closed.site().join("places/havn/index.html").exists());
}

#[test]
fn a_person_is_told_with_offices_those_met_and_every_meeting() {
    let site = published("people-page", &dataset());
    let page = site.text("people/zq-7/index.html");
    for part in [
        "<h1 tabindex=\"-1\">Zebulon Quirk</h1>",
        "<bdi>Keeper of Keys</bdi>, <bdi>Guild of Locksmiths</bdi></span> <span class=\"quiet aside\">recorded 2001–2002</span>",
        "<a href=\"/talks/people/zq-7/?with=ann\" aria-label=\"2 meetings with Ann\">2 meetings</a>",
        "2 meetings, absent or excused from 1 more",
        "<span class=\"status\">Excused</span>",
        "<meta name=\"description\" content=\"Zebulon Quirk, Keeper of Keys, Guild of Locksmiths: 2 meetings in the archive “Talks”.\">",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    // Who was absent was not met.
    assert!(!page.contains("?with=ann-2"));
    let data = linked_data(&page);
    assert_eq!(data["Person"]["name"], "Zebulon Quirk");
    assert_eq!(data["Person"]["url"], "https://example.org/talks/people/zq-7/");
    assert_eq!(data["Person"]["performerIn"].as_array().unwrap().len(), 2);
    // Who had a part in the agenda alone was there.
    let page = site.text("people/mi/index.html");
    assert!(page.contains("<bdi>Speaker</bdi>") && page.contains("<bdi>The \"old\" quay</bdi>"), "{page}");
    let sitemap = site.text("sitemap.xml");
    for path in ["people/", "people/zq-7/", "places/", "places/havn/"] {
        assert!(sitemap.contains(&format!("<loc>https://example.org/talks/{path}</loc>")), "{path}");
    }
    // An item leads to what has its title, which ends no phrase.
    assert!(site.text("meetings/m2/index.html").contains("/talks/?q=%22The+old+quay%22&amp;sort=oldest"));
}

#[test]
fn the_table_tells_people_of_one_name_apart() {
    let site = published("people-table", &dataset());
    let page = site.text("people/index.html");
    let rows: Vec<&str> =
        page.split("<tbody>").nth(1).unwrap().split("</tbody>").next().unwrap().split("<tr>").skip(1).collect();
    assert_eq!(rows.len(), 4, "{page}");
    let ids: Vec<&str> =
        rows.iter().map(|row| row.split("/people/").nth(1).unwrap().split('/').next().unwrap()).collect();
    assert_eq!(ids, ["mi", "ann", "ann-2", "zq-7"]);
    assert!(
        rows[1].contains("<span class=\"quiet aside\">ann</span>")
            && rows[2].contains("<span class=\"quiet aside\">ann-2</span>")
    );
    assert!(rows[2].ends_with("<td>0</td></tr>"), "{}", rows[2]);
    assert!(page.contains("<th scope=\"col\" aria-sort=\"ascending\"><a href=\"/talks/people/\">Name</a></th>"));
    assert!(page.contains("<a href=\"/talks/people/?sort=meetings\">Meetings</a>"));
    let data = linked_data(&page);
    assert_eq!(data["CollectionPage"]["mainEntity"]["numberOfItems"], 4);
    // Three of four were ever there.
    assert!(page.contains("3 people in the order in which they first came. Of 3 pairs 3 met, most often"), "{page}");
    let places = site.text("places/index.html");
    assert!(places.contains("<td><span>Finland</span></td>") && places.contains("<td>3</td>"), "{places}");
    let place = site.text("places/havn/index.html");
    assert!(place.contains("<span lang=\"sv\">Hamn</span>") && place.contains("A harbour."), "{place}");
}

#[test]
fn the_file_of_people_has_a_row_each_and_no_cell_is_a_formula() {
    let site = published("people-file", &dataset());
    let text = site.text("people.csv");
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let columns: Vec<&str> = COLUMNS.iter().map(|(name, ..)| *name).collect();
    assert_eq!(reader.headers().unwrap().iter().collect::<Vec<_>>(), columns);
    let rows: Vec<Vec<String>> = reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect();
    assert_eq!(rows[0], ["'-mi", "mi", "", "", "2002-05-06", "2002-05-06", "1", "Speaker"]);
    assert_eq!(rows[2], ["Ann", "ann-2", "", "", "", "", "0", "absent"]);
    let [name, id, office, body] = TOLD;
    assert_eq!(rows[3], [name, id, office, body, "2001-05-06", "2002-05-06", "2", "Chair; excused"]);
    let package: Value = serde_json::from_str(&site.text("datapackage.json")).unwrap();
    let people = &package["resources"][1];
    let fields: Vec<&str> =
        people["schema"]["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!((people["path"].as_str(), fields), (Some("people.csv"), columns));
}

#[test]
fn of_several_offices_machines_are_told_the_one_recorded_last() {
    let mut dataset = dataset();
    for (at, office) in ["Minister", "Chair", "Minister"].into_iter().enumerate() {
        dataset["meetings"][at]["people"] = json!([{"person": "ann", "office": office}]);
        dataset["meetings"][at]["agenda"] = json!([]);
    }
    let page = published("people-last-office", &dataset).text("people/ann/index.html");
    assert!(page.contains("<meta name=\"description\" content=\"Ann, Minister: 3 meetings"), "{page}");
}
