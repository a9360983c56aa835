//! What machines are told: nothing that no record says, nothing later than today, and news where there are any.

use std::fs;

use serde_json::{Value, json};

use crate::support::folder::{Folder, SITE, all, linked_data};

/// A site made of a dataset that is written here.
fn site(name: &str, dataset: &Value, settings: &[(&str, &str)]) -> Folder {
    let folder = Folder::built(name);
    let data = folder.beside("data.json");
    fs::write(&data, dataset.to_string()).unwrap();
    let data = [("DATA", data.to_str().unwrap()), SITE];
    let output = folder.publish(&[&data, settings].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    folder
}

fn archive(title: &str, meetings: &Value) -> Value {
    json!({"version": 1, "title": title, "language": "en", "meetings": meetings})
}

#[test]
fn a_page_claims_nothing_that_no_record_says() {
    let dataset = json!({"version": 1, "title": "Talks", "language": "en", "people": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],
        "meetings": [{"id": "a", "title": "A", "start": "2020-11-10", "format": "online", "notes": ["Cancelled."],
        "people": [{"person": "p", "part": "absent"}, {"person": "q", "part": "Chair"}],
        "documents": [{"title": "D"}], "within": {"title": "W"}}]});
    let folder = site("claims", &dataset, &[]);
    let event = &linked_data(&folder.text("meetings/a/index.html"))["Event"];
    let fields: Vec<&str> = event.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(
        fields,
        [
            "@context",
            "@type",
            "@id",
            "url",
            "name",
            "description",
            "startDate",
            "endDate",
            "contributor",
            "subjectOf",
            "superEvent"
        ]
    );
    assert_eq!(event["contributor"], json!([{"@type": "Person", "name": "Q"}]));
    assert_eq!(event["subjectOf"], json!([{"@type": "CreativeWork", "name": "D"}]));
    assert_eq!(event["superEvent"], json!({"@type": "Event", "name": "W"}));
    let first = linked_data(&folder.text("index.html"));
    for (kind, fields) in [
        ("EventSeries", &["@type", "@id", "name", "url", "@context"][..]),
        ("Dataset", &["@context", "@type", "name", "description", "url", "inLanguage", "distribution"]),
    ] {
        assert_eq!(first[kind].as_object().unwrap().keys().collect::<Vec<_>>(), fields);
    }
}

#[test]
fn nothing_that_is_told_of_changes_lies_ahead_or_in_no_year() {
    let planned = json!([{"id": "a", "title": "A", "start": "2010-05-01"},
        {"id": "z", "title": "Z", "start": "2131-06-15", "end": "2131-06-16"}]);
    let folder = site("planned", &archive("Planned", &planned), &[]);
    let (atom, calendar) = (folder.text("feed.xml"), folder.text("meetings.ics"));
    assert_eq!(all(&atom, "<updated>", "</updated>")[1..], ["2026-01-01T00:00:00+00:00", "2010-05-01T00:00:00+00:00"]);
    assert_eq!(all(&calendar, "DTSTAMP:", "\r\n"), ["20100501T000000Z", "20260101T000000Z"]);
    assert!(!folder.text("feed.json").contains("date_modified"));
    assert!(!folder.text("sitemap.xml").contains("lastmod"));
    assert!(!folder.text("datapackage.json").contains("\"created\""));
    let empty = site("empty", &archive("Empty", &json!([])), &[]);
    assert!(empty.text("index.html").contains("0 meetings"));
    for name in ["feed.xml", "feed.json", "sitemap.xml", "datapackage.json", "index.html"] {
        assert!(!empty.text(name).contains("0000-01-01"), "{name}");
    }
    assert_eq!(all(&empty.text("feed.xml"), "<updated>", "</updated>"), ["2026-01-01T00:00:00+00:00"]);
}

#[test]
fn a_change_that_has_not_come_is_told_nowhere_and_the_day_may_be_set() {
    let mut dataset =
        archive("Ahead", &json!([{"id": "a", "title": "A", "start": "2010-05-01", "modified": "2131-02-03"}]));
    dataset["modified"] = json!("2131-02-04");
    let names = [
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "datapackage.json",
        "meetings.ics",
        "meetings.csv",
        "about/index.html",
    ];
    let today = site("ahead", &dataset, &[]);
    for name in names {
        assert!(!today.text(name).contains("2131-"), "{name}");
    }
    // What a keeper is warned of is no reader's business: the app does not tell it either.
    assert!(!today.text("index.html").contains("class=\"notice\"><summary>"));
    // The last second of 3 February 2131.
    let then = site("then", &dataset, &[("SOURCE_DATE_EPOCH", "5083603199")]);
    assert_eq!(all(&then.text("feed.xml"), "<updated>", "</updated>")[1], "2131-02-03T00:00:00+00:00");
    let folder = Folder::built("no-day");
    let output = folder.publish(&[("SOURCE_DATE_EPOCH", "soon")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("SOURCE_DATE_EPOCH is “soon”; write seconds"));
}

/// The entries of a feed, each by the id of its meeting.
fn entries(folder: &Folder) -> Vec<(String, String)> {
    let atom = folder.text("feed.xml");
    let entries = all(&atom, "<entry>", "</entry>");
    let id = |entry: &str| all(entry, "/meetings/", "/")[0].to_owned();
    entries.into_iter().map(|entry| (id(entry), entry.to_owned())).collect()
}

#[test]
fn an_entry_of_a_feed_moves_only_when_its_record_changed() {
    let release = |modified: &str, meetings: Value| {
        let mut dataset = archive("Talks", &meetings);
        dataset["modified"] = json!(modified);
        site(modified, &dataset, &[])
    };
    let others = [
        json!({"id": "b", "title": "B", "start": "2011-05-01"}),
        json!({"id": "z", "title": "Z", "start": "2131-05-01"}),
        json!({"id": "c", "title": "C", "start": "2012", "modified": "2026-01-05"}),
    ];
    let with = |first: Value| Value::from([&[first][..], &others].concat());
    let before = release("2026-02-01", with(json!({"id": "a", "title": "Frist", "start": "2010-05-01"})));
    let after = release(
        "2026-03-01",
        with(json!({"id": "a", "title": "First", "start": "2010-05-01", "modified": "2026-03-01"})),
    );
    let (entries_before, entries_after) = (entries(&before), entries(&after));
    let ids = |entries: &[(String, String)]| entries.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>();
    assert_eq!(
        (ids(&entries_before), ids(&entries_after)),
        (["c", "z", "b", "a"].map(str::to_owned).to_vec(), ["a", "c", "z", "b"].map(str::to_owned).to_vec())
    );
    assert_eq!(entries_before[..3], entries_after[1..]);
    assert!(entries_after[0].1.contains("<updated>2026-03-01T00:00:00+00:00</updated>"));
    let items = |folder: &Folder| serde_json::from_str::<Value>(&folder.text("feed.json")).unwrap()["items"].clone();
    let (items_before, items_after) = (items(&before), items(&after));
    assert_eq!(items_before.as_array().unwrap()[..3], items_after.as_array().unwrap()[1..]);
    assert_eq!(items_after[0]["date_modified"], "2026-03-01T00:00:00Z");
    assert_eq!(items_after[1]["date_modified"], "2026-01-05T00:00:00Z");
    assert_eq!(items_after[2].get("date_modified"), None);
    // The feed as a whole has changed, and so has the page of the one record alone.
    assert_eq!(all(&after.text("feed.xml"), "<updated>", "</updated>")[0], "2026-03-01T00:00:00+00:00");
    let sitemap = after.text("sitemap.xml");
    for (path, day) in [("", "2026-03-01"), ("meetings/a/", "2026-03-01"), ("meetings/c/", "2026-01-05")] {
        let line = format!("<url><loc>https://example.org/talks/{path}</loc><lastmod>{day}</lastmod></url>");
        assert!(sitemap.contains(&line), "{line}");
    }
}

#[test]
fn an_old_meeting_that_is_added_late_is_heard_of() {
    let mut meetings: Vec<Value> = (1..=60)
        .map(|at| json!({"id": format!("m{at:02}"), "title": "M", "start": format!("{}", 1950 + at)}))
        .collect();
    meetings.insert(0, json!({"id": "late", "title": "Late", "start": "1898", "modified": "2026-02-03"}));
    let folder = site("late", &archive("Talks", &meetings.into()), &[]);
    let ids: Vec<String> = entries(&folder).into_iter().map(|(id, _)| id).collect();
    assert_eq!((ids.len(), ids[0].as_str(), ids[1].as_str(), ids[49].as_str()), (50, "late", "m60", "m12"));
}

#[test]
fn names_have_the_signs_that_their_formats_allow_and_two_archives_share_no_id() {
    let mut ids = Vec::new();
    for (at, title, name) in [
        (0, "Harbour talks", "harbour-talks"),
        (1, "Протоколы встреч", "meetings-"),
        (2, "🎉…", "meetings-"),
        (3, "!!!", "meetings-"),
        (4, "Встречи EU 2010", "eu-2010-"),
    ] {
        let meetings = json!([{"id": "a", "title": "A", "start": "2010-05-01"}]);
        let folder = site(&format!("name-{at}"), &archive(title, &meetings), &[]);
        let package: Value = serde_json::from_str(&folder.text("datapackage.json")).unwrap();
        let named = package["name"].as_str().unwrap().to_owned();
        let is_allowed = |char: char| char.is_ascii_lowercase() || char.is_ascii_digit() || "-._/".contains(char);
        assert!(named.starts_with(name) && named.chars().all(is_allowed), "{title}: {named}");
        let calendar = folder.text("meetings.ics");
        let uid = all(&calendar, "UID:a@", "\r\n")[0].to_owned();
        assert!(!uid.is_empty(), "{title}");
        let feed = folder.text("feed.xml");
        ids.extend([named, uid].into_iter().chain(all(&feed, "<id>", "</id>").into_iter().map(str::to_owned)));
    }
    // The first is named in its package as in its calendar; all else is told once.
    ids.sort();
    let count = ids.len();
    ids.dedup();
    assert_eq!((count, ids.len()), (20, 17));
}

#[test]
fn the_data_package_tells_how_a_cell_is_read() {
    let folder =
        site("package", &archive("Talks", &json!([{"id": "a", "title": "One\r\n<two>", "start": "2010"}])), &[]);
    let package: Value = serde_json::from_str(&folder.text("datapackage.json")).unwrap();
    let table = &package["resources"][0];
    let fields = table["schema"]["fields"].as_array().unwrap();
    let lists: Vec<&str> =
        fields.iter().filter(|field| field["separator"] == "; ").map(|field| field["name"].as_str().unwrap()).collect();
    assert_eq!(
        lists,
        [
            "themes",
            "topics",
            "people",
            "documents",
            "document_kinds",
            "document_languages",
            "document_addresses",
            "notes",
            "quotes",
            "sources"
        ]
    );
    let told = table["description"].as_str().unwrap();
    assert!(told.contains("take one apostrophe off") && told.contains("backslash"), "{told}");
    // XML would make one sign of the two that end a line.
    assert!(folder.text("feed.xml").contains("<title>One&#13;\n&lt;two&gt;</title>"), "{}", folder.text("feed.xml"));
}

#[test]
fn a_reference_manager_takes_a_meeting_and_nothing_else_for_one() {
    let folder = Folder::built("reference");
    let data = folder.beside("meetings.json");
    let dataset = json!({"version": 1, "title": "Talks & more", "language": "en", "publisher": "Council", "licence": "CC-BY-4.0",
        "themes": [{"id": "fish", "label": "Fish"}, {"id": "ice", "label": "Ice"}], "places": [{"id": "oslo", "name": "Oslo", "country": "NO"}],
        "people": [{"id": "ann", "name": "Ann Secret"}],
        "meetings": [{"id": "a", "title": "Første \"møte\"", "language": "nb", "start": "2001-05-06T09:00", "themes": ["fish", "ice"], "place": "oslo", "people": ["ann"]}]});
    std::fs::write(&data, dataset.to_string()).unwrap();
    assert!(folder.publish(&[SITE, ("DATA", data.to_str().unwrap())]).status.success());
    let page = folder.text("meetings/a/index.html");
    let head = page.split("</head>").next().unwrap();
    for (name, content) in [
        ("citation_title", "Første &quot;møte&quot;"),
        ("citation_date", "2001-05-06"),
        ("citation_publisher", "Council"),
        ("citation_public_url", "https://example.org/talks/meetings/a/"),
        ("citation_language", "nb"),
        ("DC.title", "Første &quot;møte&quot;"),
        ("DC.date", "2001-05-06"),
        ("DC.type", "Event"),
        ("DC.publisher", "Council"),
        ("DC.identifier", "https://example.org/talks/meetings/a/"),
        ("DC.rights", "https://spdx.org/licenses/CC-BY-4.0.html"),
        ("DC.subject", "Fish"),
        ("DC.subject", "Ice"),
        ("z.itemType", "presentation"),
        ("bib.presentedAt", "Talks &amp; more"),
        ("eprints.event_location", "Oslo, Norway"),
    ] {
        let meta = format!("<meta name=\"{name}\" content=\"{content}\">");
        assert_eq!(head.matches(&meta).count(), 1, "{meta}: {head}");
    }
    // It has no author, and is no paper.
    assert!(
        !head.contains("citation_author")
            && !head.contains("citation_conference")
            && !head.contains("<meta name=\"DC.creator")
    );
    for other in ["index.html", "about/index.html", "themes/fish/index.html", "404.html"] {
        let page = folder.text(other);
        assert!(!page.contains("citation_title") && !page.contains("DC.type"), "{other}");
    }
}
