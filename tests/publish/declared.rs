//! Sites of archives that declare their facets, and the lists of every facet that has pages.

use std::collections::BTreeSet;

use meetings::core::archive::values::{KNOWN_FACETS, RESERVED_KEYS};
use serde_json::{Value, json};

use crate::support::folder::{Folder, SITE};

fn declared(name: &str) -> Folder {
    Folder::published(name, &[SITE, ("DATA", "tests/fixtures/declared.json")])
}

#[test]
fn declared_facets_have_lists_and_others_have_none() {
    let folder = declared("declared");
    let list = folder.text("body/c-plus-plus-group/index.html");
    assert!(
        list.contains("<h1 tabindex=\"-1\">C++ group</h1>") && list.contains("<strong>Spring</strong> session"),
        "{list}"
    );
    assert!(!list.contains("Autumn"));
    assert!(list.contains("<title>C++ group – Council of the North</title>"));
    assert!(folder.text("body/энергетика/index.html").contains("Meeting on energy"));
    assert!(folder.text("outcome/deferred/index.html").contains("Winter"));
    for none in ["themes", "years", "country", "body/none", "body/energy-group/2"] {
        assert!(!folder.site().join(none).exists(), "{none}");
    }
    // Whole addresses are written as browsers write them.
    let sitemap = folder.text("sitemap.xml");
    assert!(sitemap.contains("/talks/body/%D1%8D%D0%BD%D0%B5%D1%80%D0%B3%D0%B5%D1%82%D0%B8%D0%BA%D0%B0/"), "{sitemap}");
}

#[test]
fn pages_show_and_say_what_is_declared() {
    let folder = declared("declared-pages");
    let meeting = folder.text("meetings/2011-negotiation/index.html");
    for piece in ["<dt>Body</dt>", "<dt>Outcome</dt>", "<dt>Chair of the meeting</dt>", "/talks/body/ministerial-plus/"]
    {
        assert!(meeting.contains(piece), "{piece}: {meeting}");
    }
    assert!(meeting.contains("\"keywords\":[\"Energy group\",\"Ministerial+\",\"Rejected\",\"Sweden\"]"), "{meeting}");
    // A year that is no facet here leads nowhere.
    assert!(!meeting.contains("All of 2011"));
    let explorer = folder.text("index.html");
    assert!(explorer.contains("Browse by body, outcome or chair of the meeting"), "{explorer}");
    assert!(explorer.contains("<summary><h3>Body</h3>") && !explorer.contains("<h3>Theme</h3>"));
    // What is declared to be folded is folded, and what shows few at first can show all.
    assert!(explorer.contains("<details class=\"facet\" aria-label=\"Body\" open=\"\"><summary>"), "{explorer}");
    assert!(explorer.contains("<details class=\"facet\" aria-label=\"Chair of the meeting\"><summary>"), "{explorer}");
    assert!(explorer.contains("Show all 7"));
    let package: Value = serde_json::from_str(&folder.text("datapackage.json")).unwrap();
    let fields = package["resources"][0]["schema"]["fields"].as_array().unwrap();
    let body = fields.iter().find(|field| field["name"] == "body").unwrap();
    assert_eq!(body["description"], "Body, several with semicolons between them.");
}

#[test]
fn a_breadcrumb_has_the_whole_name_of_a_page() {
    let dataset = json!({"version": 1, "title": "T – S", "language": "en", "themes": [{"id": "trade", "label": "Trade – transit"}],
        "meetings": [{"id": "a", "title": "A – B", "start": "2001", "themes": ["trade"]}]});
    let folder = Folder::built("breadcrumb");
    let data = folder.beside("data.json");
    std::fs::write(&data, dataset.to_string()).unwrap();
    assert!(folder.publish(&[("DATA", data.to_str().unwrap())]).status.success());
    assert!(folder.text("themes/trade/index.html").contains("\"position\":2,\"name\":\"Trade – transit\""));
    assert!(folder.text("about/index.html").contains("\"position\":2,\"name\":\"About\""));
}

#[test]
fn a_list_has_fifty_meetings_a_page_with_links_between() {
    let meeting = |at: u32| json!({"id": format!("m{at}"), "title": format!("Meeting {at}"), "start": "2001", "themes": ["energy"]});
    let dataset = json!({"version": 1, "title": "T", "language": "en", "themes": [{"id": "energy", "label": "Energy"}],
        "meetings": (0..120).map(meeting).collect::<Vec<_>>()});
    let folder = Folder::built("lists");
    let data = folder.beside("data.json");
    std::fs::write(&data, dataset.to_string()).unwrap();
    assert!(folder.publish(&[SITE, ("DATA", data.to_str().unwrap())]).status.success());
    for list in ["themes/energy", "years/2001"] {
        let pages = ["", "/2", "/3"].map(|page| folder.text(&format!("{list}{page}/index.html")));
        assert_eq!(pages.each_ref().map(|page| page.matches("<li><h3>").count()), [50, 50, 20], "{list}");
        assert!(pages.iter().all(|page| page.contains("120 meetings")));
        let to = |page: &str| format!("href=\"/talks/{list}{page}/\"");
        assert!(pages[0].contains(&to("/2")) && !pages[0].contains("Previous page"));
        assert!(pages[1].contains(&to("")) && pages[1].contains(&to("/3")));
        assert!(pages[2].contains(&to("/2")) && !pages[2].contains("Next page"));
        assert!(!folder.site().join(format!("{list}/4")).exists());
    }
    assert!(folder.text("themes/energy/2/index.html").contains("<title>Energy, page 2 of 3 – T</title>"));
    assert!(folder.text("sitemap.xml").contains("<loc>https://example.org/talks/years/2001/3/</loc>"));
}

#[test]
fn no_key_of_a_facet_can_be_the_name_of_a_published_folder() {
    let (shipped, declared) = (Folder::published("reserved", &[SITE]), declared("reserved-declared"));
    let mut names = BTreeSet::new();
    for folder in [&shipped, &declared] {
        for path in folder.files().keys() {
            names.insert(path.iter().next().unwrap().to_str().unwrap().to_owned());
        }
    }
    let declared = ["body", "outcome", "chair"];
    // No key has a dot in it.
    let folders: Vec<&String> =
        names.iter().filter(|name| !name.contains('.') && !declared.contains(&name.as_str())).collect();
    assert!(folders.len() >= 5, "{folders:?}");
    for name in folders {
        assert!(RESERVED_KEYS.contains(&name.as_str()) && !KNOWN_FACETS.contains(&name.as_str()), "{name}");
    }
    // Folders that the contract reserves for later.
    assert!(["people", "places", "documents"].iter().all(|name| RESERVED_KEYS.contains(name)));
}
