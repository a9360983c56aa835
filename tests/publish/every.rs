//! What is published of an archive that uses every field of the format.

use std::fs;

use serde_json::{Value, json};

use crate::support::file;
use crate::support::folder::{Folder, SITE, all, linked_data};

const EVERY: (&str, &str) = ("DATA", "tests/fixtures/every/meetings.json");

fn event(site: &Folder, id: &str) -> Value {
    linked_data(&site.text(&format!("meetings/{id}/index.html")))["Event"].clone()
}

#[test]
fn what_stands_beside_the_dataset_counts_and_is_published_with_it() {
    let site = Folder::published("every-beside", &[EVERY, SITE]);
    let published: Value = serde_json::from_str(&site.text("data/meetings.json")).unwrap();
    assert_eq!(published["licence"], "CC-BY-SA-4.0");
    assert_eq!(published["publisher"]["name"], "Archive of the Two Shores");
    assert_eq!(published["accent"], json!(["#004480", "#a3d0f5"]));
    // What it does not name stays.
    assert_eq!(published["title"], "The Nordvik Council");
    let style = site
        .files()
        .into_keys()
        .find(|path| path.to_str().unwrap().starts_with("style-") && path.extension().unwrap() == "css");
    let style = style.unwrap();
    let style = site.text(style.to_str().unwrap());
    assert!(style.ends_with("{:root{--accent:#004480}@media (prefers-color-scheme: dark){:root{--accent:#a3d0f5}}}"));
    assert!(site.text("manifest.webmanifest").contains("\"theme_color\": \"#004480\""));
}

#[test]
fn kept_files_are_published_as_they_are_and_nobody_keeps_them_ahead() {
    let site = Folder::published("every-kept", &[EVERY, SITE]);
    for name in
        ["logo.svg", "2016/programme.pdf", "2016/minutes of the assembly.txt", "2016/votes.csv", "2018/Møtebok.txt"]
    {
        let kept = format!("{}/tests/fixtures/every/documents/{name}", env!("CARGO_MANIFEST_DIR"));
        assert!(fs::read(kept).unwrap() == fs::read(site.site().join("documents").join(name)).unwrap(), "{name}");
    }
    let published = site.files().into_keys().filter(|path| path.starts_with("documents")).count();
    assert_eq!(published, 5);
    assert!(!site.text("sw.js").contains("documents/"));
}

#[test]
fn former_addresses_lead_to_the_meeting_and_stand_in_no_list() {
    let site = Folder::published("every-former", &[EVERY, SITE]);
    for (old, id) in [
        ("2016-01-nordvik", "2016-nordvik"),
        ("sixteenth-assembly", "2016-nordvik"),
        ("2018-nordvik", "2018-two-shores"),
    ] {
        let page = site.text(&format!("meetings/{old}/index.html"));
        for part in [
            format!("<meta http-equiv=\"refresh\" content=\"0; url=/talks/meetings/{id}/\">"),
            format!("<link rel=\"canonical\" href=\"https://example.org/talks/meetings/{id}/\">"),
            format!("<a href=\"/talks/meetings/{id}/\""),
            "<meta name=\"robots\" content=\"noindex\">".to_owned(),
        ] {
            assert!(page.contains(&part), "{part}");
        }
        assert!(!site.text("sitemap.xml").contains(old));
        assert!(!site.site().join(format!("meetings/{old}.ics")).exists());
    }
}

#[test]
fn machines_are_told_what_came_to_be_where_and_from_afar() {
    let site = Folder::published("every-events", &[EVERY, SITE]);
    let schema = |word: &str| format!("https://schema.org/{word}");
    for (id, status, mode) in [
        ("2008-nordvik", Some("EventScheduled"), None),
        ("2017-online", Some("EventScheduled"), Some("OnlineEventAttendanceMode")),
        ("2020-havn", Some("EventCancelled"), None),
        ("2021-hybrid", Some("EventPostponed"), Some("MixedEventAttendanceMode")),
        ("2031-nordvik", Some("EventScheduled"), None),
        ("2032-havn", None, None),
    ] {
        let event = event(&site, id);
        assert_eq!(event.get("eventStatus"), status.map(|word| json!(schema(word))).as_ref(), "{id}");
        assert_eq!(event.get("eventAttendanceMode"), mode.map(|word| json!(schema(word))).as_ref(), "{id}");
    }
    assert_eq!(
        event(&site, "2017-online")["location"],
        json!({"@type": "VirtualLocation", "url": "https://meet.example/nordvik/2017"})
    );
    let shores = event(&site, "2018-two-shores");
    let names: Vec<&Value> = shores["location"].as_array().unwrap().iter().map(|place| &place["name"]).collect();
    assert_eq!(names, ["Nordvik", "Havn"]);
    // The title has a language; in which they spoke no record says.
    assert_eq!(shores.get("inLanguage"), None);
    let document = &shores["subjectOf"][0];
    assert_eq!(document["url"], "https://example.org/talks/documents/2018/M%C3%B8tebok.txt");
    assert_eq!((&document["encodingFormat"], &document["contentSize"]), (&json!("text/plain"), &json!("78 B")));
}

#[test]
fn machines_are_told_of_papers_and_of_who_was_there() {
    let site = Folder::published("every-papers", &[EVERY, SITE]);
    let long = event(&site, "2016-nordvik");
    assert_eq!(long["identifier"], "NC 16/1–16/400, boxes 11–14");
    // Of 40 people three were absent and four excused.
    assert_eq!(long["contributor"].as_array().unwrap().len(), 33);
    // Two documents of its own, and eleven of its agenda.
    assert_eq!(long["subjectOf"].as_array().unwrap().len(), 13);
    let (programme, minutes) = (&long["subjectOf"][0], &long["subjectOf"][1]);
    assert_eq!(programme["sha256"], "0210fe47dc4a7c0d7334e41536908d0951f12e7d6aef605b2cb958fbe7adc2a0");
    assert_eq!(minutes["sameAs"], "https://documents.example/2016/minutes.txt");
    let resolution = &event(&site, "2008-nordvik")["subjectOf"][0];
    assert_eq!(
        resolution["archivedAt"],
        "https://web.archive.example/2009/https://documents.example/2008/resolution.pdf"
    );
    let dataset = &linked_data(&site.text("index.html"))["Dataset"];
    assert_eq!(dataset["license"], "https://spdx.org/licenses/CC-BY-SA-4.0.html");
    assert_eq!(
        dataset["publisher"],
        json!({"@type": "Organization", "name": "Archive of the Two Shores", "url": "https://nordvik.example/archive"})
    );
    let package: Value = serde_json::from_str(&site.text("datapackage.json")).unwrap();
    assert_eq!(
        package["licenses"],
        json!([{"name": "CC-BY-SA-4.0", "path": "https://spdx.org/licenses/CC-BY-SA-4.0.html"}])
    );
    assert_eq!(package["contributors"][0]["email"], "keeper@nordvik.example");
}

#[test]
fn feeds_tell_what_did_not_come_to_be_and_who_publishes() {
    let site = Folder::published("every-feeds", &[EVERY, SITE]);
    let atom = site.text("feed.xml");
    assert!(atom.contains("<author><name>Archive of the Two Shores</name><uri>https://nordvik.example/archive</uri>"));
    assert!(atom.contains("<rights>CC-BY-SA-4.0</rights>"));
    for (term, label, summary) in [
        ("cancelled", "Cancelled", "Cancelled. 20th assembly. Havn, Finland. 12–13 May 2020. Schools."),
        ("postponed", "Postponed", "Postponed. 21st assembly. Nordvik, Norway. Online. 1 June 2021."),
        ("held", "Held", "18. møte i Nordvik-rådet. Nordvik, Norway; Havn, Finland. 4–6 September 2018. Roads."),
    ] {
        let entry = all(&atom, "<entry>", "</entry>").into_iter().find(|entry| entry.contains(summary)).unwrap();
        assert!(entry.contains(&format!("<category term=\"{term}\" label=\"{label}\"/>")), "{entry}");
    }
    let feed: Value = serde_json::from_str(&site.text("feed.json")).unwrap();
    assert_eq!(feed["authors"][0]["name"], "Archive of the Two Shores");
    let page = site.text("meetings/2020-havn/index.html");
    assert!(page.contains("<meta name=\"description\" content=\"Cancelled. 20th assembly. Havn, Finland."));
}

#[test]
fn where_nothing_of_people_is_published_machines_hear_of_nobody() {
    let folder = Folder::built("every-people");
    let mut dataset: Value = serde_json::from_str(&file(EVERY.1)).unwrap();
    dataset["people_pages"] = false.into();
    dataset.as_object_mut().unwrap().remove("logo");
    for meeting in dataset["meetings"].as_array_mut().unwrap() {
        for field in ["documents", "agenda"] {
            meeting.as_object_mut().unwrap().remove(field);
        }
    }
    let path = folder.beside("data.json");
    fs::write(&path, dataset.to_string()).unwrap();
    let output = folder.publish(&[("DATA", path.to_str().unwrap()), SITE]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    assert_eq!(event(&folder, "2016-nordvik").get("contributor"), None);
    assert_eq!(event(&folder, "2017-online").get("contributor"), None);
}
