//! What is left out of a calendar is told where its link stands, and times of day stand on the pages as in the files.

use std::fs;

use serde_json::{Value, json};

use crate::support::folder::Folder;

/// The items of the list of files on a page.
fn items(folder: &Folder, page: &str) -> Vec<String> {
    let page = folder.text(page);
    let (_, rest) = page.split_once("<ul class=\"take-away cluster\"").unwrap();
    let list = rest.split_once("</ul>").unwrap().0;
    let text = |item: &str| {
        let parts = item.split('<').filter_map(|part| part.split_once('>'));
        parts.map(|(_, text)| text).collect::<String>()
    };
    list.split("<li").skip(1).map(|item| text(&format!("<li{item}"))).collect()
}

fn site(name: &str, starts: &[&str]) -> Folder {
    let meetings: Vec<_> =
        (0..).zip(starts).map(|(at, start)| json!({"id": format!("m{at}"), "title": "M", "start": start})).collect();
    site_of(name, &meetings)
}

fn site_of(name: &str, meetings: &[Value]) -> Folder {
    let folder = Folder::built(name);
    let data = folder.beside("data.json");
    fs::write(&data, json!({"version": 1, "title": "T", "language": "en", "meetings": meetings}).to_string()).unwrap();
    assert!(folder.publish(&[("DATA", data.to_str().unwrap())]).status.success());
    folder
}

#[test]
fn what_a_calendar_leaves_out_is_told_beside_its_link() {
    let none = site("all-days", &["2010-05-01"]);
    assert_eq!(items(&none, "index.html")[0], "Calendar (iCalendar)");
    let one = site("one-without", &["2010-05-01", "2011"]);
    assert_eq!(items(&one, "index.html")[0], "Calendar (iCalendar) (1 meeting without a known day is left out)");
    assert_eq!(items(&one, "meetings/m0/index.html")[..2], ["Calendar (iCalendar)", "BibTeX"]);
    assert_eq!(items(&one, "meetings/m1/index.html")[..2], ["No calendar, because no day is known", "BibTeX"]);
    let two = site("two-without", &["2010-05-01", "2011", "2012-06"]);
    assert_eq!(items(&two, "index.html")[0], "Calendar (iCalendar) (2 meetings without a known day are left out)");
    let all = site("no-days", &["2011", "2012-06"]);
    assert_eq!(items(&all, "index.html")[..2], ["No calendar, because no day is known", "Spreadsheet (CSV)"]);
}

#[test]
fn a_time_of_day_is_read_by_people_and_machines() {
    let within = json!({"title": "Week", "start": "2016-01-14T09:00", "end": "2016-01-16"});
    let folder = site_of(
        "times",
        &[
            json!({"id": "a", "title": "M", "start": "2016-01-15T16:30+01:00", "end": "2016-01-15T18:00+01:00", "within": within}),
            json!({"id": "b", "title": "M", "start": "2016-01-15T16:30"}),
        ],
    );
    let times = [
        "<time datetime=\"2016-01-15T16:30+01:00\">15 January 2016, 16:30</time>–<time datetime=\"2016-01-15T18:00+01:00\">18:00 (UTC+1)</time>",
        "<time datetime=\"2016-01-15T16:30\">15 January 2016, 16:30</time>",
    ];
    let first = folder.text("index.html");
    for (time, id) in times.into_iter().zip(["a", "b"]) {
        assert!(first.contains(time), "{first}");
        let page = folder.text(&format!("meetings/{id}/index.html"));
        assert!(page.contains(time), "{page}");
        assert_eq!(items(&folder, &format!("meetings/{id}/index.html"))[0], "Calendar (iCalendar)");
    }
    assert_eq!(items(&folder, "index.html")[0], "Calendar (iCalendar)");
    let of_week = "<time datetime=\"2016-01-14T09:00\">14 January 2016, 09:00</time> – <time datetime=\"2016-01-16\">16 January 2016</time>";
    let page = folder.text("meetings/a/index.html");
    assert!(page.contains(of_week), "{page}");
    let dates = |page: &str| {
        page.split("Date\":\"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(dates(&page), ["2016-01-15T16:30+01:00", "2016-01-15T18:00+01:00", "2016-01-14T09:00", "2016-01-16"]);
    // When it ended nobody has said.
    assert_eq!(dates(&folder.text("meetings/b/index.html")), ["2016-01-15T16:30"]);
    for (id, line) in [("a", "\r\nDTEND:20160115T170000Z\r\n"), ("b", "\r\nDTSTART:20160115T163000\r\n")] {
        assert!(folder.text(&format!("meetings/{id}.ics")).contains(line), "{id}");
    }
}
