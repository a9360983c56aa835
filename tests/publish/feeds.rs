//! The feeds beside lists: which there are, what they tell, and that their pages name them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use serde_json::{Value, json};

use crate::support::folder::{Folder, SITE, all};

/// More meetings of one theme than a feed tells of, or a page shows.
fn dataset() -> Value {
    let meeting = |at: usize| {
        let mut meeting = json!({"id": format!("m{at:03}"), "title": format!("Session {at}"),
            "start": format!("{}-{:02}-{:02}", 1990 + at * 7 % 5, 1 + at * 5 % 12, 1 + at * 11 % 28)});
        if !at.is_multiple_of(3) {
            meeting["themes"] = if at.is_multiple_of(10) { json!(["ice", "fish"]) } else { json!(["ice"]) };
        }
        if !at.is_multiple_of(4) {
            meeting["place"] = ["havn", "oslo"][at % 2].into();
        }
        if at.is_multiple_of(5) {
            meeting["modified"] = format!("2026-{:02}-{:02}", 1 + at * 13 % 9, 1 + at * 17 % 28).into();
        }
        if at.is_multiple_of(6) {
            let body = ["Энергетика", "C++ group"][at / 6 % 2];
            meeting["facets"] = json!({"body": body});
        }
        let part = ["absent", "Chair"][at / 7 % 2];
        if at.is_multiple_of(7) {
            meeting["people"] = json!([{"person": "ann", "part": part}]);
            meeting["agenda"] = json!([{"title": "Quay", "people": ["bo", "ann"]}]);
        }
        meeting
    };
    json!({"version": 1, "title": "Talks & more", "language": "en",
        "themes": [{"id": "ice", "label": "Ice"}, {"id": "fish", "label": "Fish & <chips>"}],
        "places": [{"id": "havn", "name": "Havn"}, {"id": "oslo", "name": "Oslo"}, {"id": "nowhere", "name": "Nowhere"}],
        "people": [{"id": "ann", "name": "Ann"}, {"id": "bo", "name": "Bo"}],
        "facets": [{"key": "theme"}, {"key": "year"}, {"key": "body", "label": "Body"}],
        "meetings": (0..120).map(meeting).collect::<Vec<_>>()})
}

fn published(name: &str, dataset: &Value) -> Folder {
    let folder = Folder::built(name);
    let path = folder.beside("data.json");
    fs::write(&path, dataset.to_string()).unwrap();
    let output = folder.publish(&[("DATA", path.to_str().unwrap()), SITE]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    folder
}

/// For each folder with feeds the ids that these must tell, as one reads the records with nothing but patience.
fn expected(dataset: &Value) -> BTreeMap<String, Vec<String>> {
    let mut lists: BTreeMap<String, Vec<&Value>> = BTreeMap::from([("places/nowhere/".to_owned(), Vec::new())]);
    for meeting in dataset["meetings"].as_array().unwrap() {
        let text = |name: &str| meeting[name].as_str().map(str::to_owned);
        let mut folders = BTreeSet::from([String::new(), format!("years/{}/", &text("start").unwrap()[..4])]);
        folders.extend(
            meeting["themes"].as_array().into_iter().flatten().map(|id| format!("themes/{}/", id.as_str().unwrap())),
        );
        folders.extend(text("place").map(|id| format!("places/{id}/")));
        folders.extend(meeting["facets"]["body"].as_str().map(|body| match body {
            "C++ group" => "body/c-plus-plus-group/".to_owned(),
            other => format!("body/{}/", other.to_lowercase()),
        }));
        if meeting.get("people").is_some() {
            folders.extend(["people/ann/".to_owned(), "people/bo/".to_owned()]);
        }
        folders.into_iter().for_each(|folder| lists.entry(folder).or_default().push(meeting));
    }
    let order = |meeting: &&Value| {
        let told = meeting.get("modified").map(|day| day.as_str().unwrap());
        let text = |name: &str| meeting[name].as_str().unwrap().to_owned();
        // Of one day: the latest first, and of those the lower id.
        (
            Reverse(told.is_some()),
            Reverse(told.unwrap_or(&text("start")).to_owned()),
            Reverse(text("start")),
            text("id"),
        )
    };
    let told = |mut list: Vec<&Value>| {
        list.sort_by_key(order);
        list.iter().take(50).map(|meeting| meeting["id"].as_str().unwrap().to_owned()).collect()
    };
    lists.into_iter().map(|(folder, list)| (folder, told(list))).collect()
}

#[test]
fn each_list_has_feeds_of_its_meetings_changed_last_and_nothing_else_has() {
    let dataset = dataset();
    let site = published("feeds", &dataset);
    let expected = expected(&dataset);
    assert!(expected["themes/ice/"].len() == 50 && expected["people/ann/"].len() == 18 && expected.len() == 15);
    for name in ["feed.xml", "feed.json"] {
        let paths = site.files().into_keys().map(|path| path.to_str().unwrap().replace('\\', "/"));
        let folders: BTreeSet<String> = paths.filter_map(|path| path.strip_suffix(name).map(str::to_owned)).collect();
        assert_eq!(folders, expected.keys().cloned().collect(), "{name}");
    }
    let mut ids = BTreeSet::new();
    for (folder, told) in &expected {
        let feed: Value = serde_json::from_str(&site.text(&format!("{folder}feed.json"))).unwrap();
        let items = feed["items"].as_array().unwrap();
        let of = |item: &Value, name: &str| item[name].as_str().unwrap().to_owned();
        let urls: Vec<String> = items.iter().map(|item| of(item, "url")).collect();
        let whole = |id: &String| format!("https://example.org/talks/meetings/{id}/");
        assert_eq!(urls, told.iter().map(whole).collect::<Vec<_>>(), "{folder}");
        let page = site.text(&format!("{folder}index.html"));
        let title = all(&page, "<title>", "</title>")[0];
        let plain = title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        assert_eq!(feed["title"], plain);
        let address = all(&page, "<link rel=\"canonical\" href=\"", "\"")[0];
        assert_eq!(
            (of(&feed, "home_page_url"), of(&feed, "feed_url")),
            (address.to_owned(), format!("{address}feed.json"))
        );
        let atom = site.text(&format!("{folder}feed.xml"));
        let (head, _) = atom.split_once("<entry>").unwrap_or((&atom, ""));
        assert!(head.contains(&format!("<title>{title}</title>")), "{head}");
        assert!(
            head.contains(&format!("<link href=\"{address}feed.xml\" rel=\"self\" type=\"application/atom+xml\"/>")),
            "{head}"
        );
        assert!(head.contains(&format!("<link href=\"{address}\" rel=\"alternate\" type=\"text/html\"/>")), "{head}");
        let entries =
            all(&atom, "<entry>", "</entry>").into_iter().map(|entry| all(entry, "<id>", "</id>")[0].to_owned());
        assert_eq!(
            entries.collect::<Vec<_>>(),
            items.iter().map(|item| of(item, "id")).collect::<Vec<_>>(),
            "{folder}"
        );
        ids.insert(all(head, "<id>", "</id>")[0].to_owned());
    }
    assert_eq!(ids.len(), expected.len());
    let empty = site.text("places/nowhere/feed.xml");
    assert_eq!(all(&empty, "<updated>", "</updated>"), ["2026-01-01T00:00:00+00:00"]);
}

#[test]
fn a_feed_of_a_list_moves_only_with_its_own_meetings_and_an_entry_is_the_same_in_each() {
    let mut dataset = dataset();
    let before = published("feeds-before", &dataset);
    let is_elsewhere = |of: &Value| of["themes"] == json!(["ice", "fish"]) && of["place"] != "havn";
    let at = dataset["meetings"].as_array().unwrap().iter().position(is_elsewhere).unwrap();
    let changed = &mut dataset["meetings"][at];
    changed["modified"] = "2026-11-01".into();
    let id = changed["id"].as_str().unwrap().to_owned();
    let after = published("feeds-after", &dataset);
    for path in ["places/havn/feed.xml", "places/havn/feed.json", "places/nowhere/feed.xml"] {
        assert_eq!(before.text(path), after.text(path), "{path}");
    }
    let entry = |path: &str| {
        let text = after.text(path);
        assert_eq!(all(&text, "<updated>", "</updated>")[0], "2026-11-01T00:00:00+00:00", "{path}");
        let entry = all(&text, "<entry>", "</entry>")[0].to_owned();
        assert!(entry.contains(&format!("/meetings/{id}/")), "{path}: {entry}");
        entry
    };
    assert_eq!(entry("themes/fish/feed.xml"), entry("feed.xml"));
    assert_eq!(entry("themes/ice/feed.xml"), entry("feed.xml"));
}

#[test]
fn a_page_names_its_own_feeds_before_those_of_the_archive_and_shows_them() {
    let site = published("feeds-named", &dataset());
    let named = |path: &str| -> Vec<(String, String)> {
        let page = site.text(path);
        let links = all(&page, "<link rel=\"alternate\" type=\"", ">").into_iter();
        links
            .map(|link| (all(link, "title=\"", "\"")[0].to_owned(), all(link, "href=\"", "\"")[0].to_owned()))
            .collect()
    };
    let feeds = |title: &str, folder: &str| {
        ["xml", "json"].map(|ending| (title.to_owned(), format!("/talks/{folder}feed.{ending}"))).to_vec()
    };
    let archive = feeds("Talks &amp; more", "");
    let energy = "%D1%8D%D0%BD%D0%B5%D1%80%D0%B3%D0%B5%D1%82%D0%B8%D0%BA%D0%B0";
    for (path, title, folder) in [
        ("themes/ice/index.html", "Ice – Talks &amp; more", "themes/ice/".to_owned()),
        ("themes/ice/2/index.html", "Ice – Talks &amp; more", "themes/ice/".to_owned()),
        ("themes/fish/index.html", "Fish &amp; &lt;chips&gt; – Talks &amp; more", "themes/fish/".to_owned()),
        ("years/1991/index.html", "1991 – Talks &amp; more", "years/1991/".to_owned()),
        ("people/ann/index.html", "Ann – Talks &amp; more", "people/ann/".to_owned()),
        ("places/nowhere/index.html", "Nowhere – Talks &amp; more", "places/nowhere/".to_owned()),
        ("body/энергетика/index.html", "Энергетика – Talks &amp; more", format!("body/{energy}/")),
    ] {
        assert_eq!(named(path), [feeds(title, &folder), archive.clone()].concat(), "{path}");
        let shown = format!(
            "<span>Follow these meetings:</span><a href=\"/talks/{folder}feed.xml\" rel=\"external\">Feed (Atom)</a>\
             <a href=\"/talks/{folder}feed.json\" rel=\"external\">Feed (JSON)</a>"
        );
        assert!(site.text(path).contains(&shown), "{path}");
    }
    for path in ["index.html", "about/index.html", "meetings/m007/index.html", "people/index.html", "404.html"] {
        assert_eq!(named(path), archive, "{path}");
    }
    assert!(!site.text("sitemap.xml").contains("feed."));
}
