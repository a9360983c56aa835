//! What is left out of a calendar is told where its link stands.

use std::fs;

use serde_json::json;

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
    let folder = Folder::built(name);
    let meetings: Vec<_> =
        (0..).zip(starts).map(|(at, start)| json!({"id": format!("m{at}"), "title": "M", "start": start})).collect();
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
