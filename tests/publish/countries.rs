//! Countries that are no more: their codes are taken, and everyone is told which country is meant.

use std::fs;

use meetings::core::address::query::Query;
use meetings::core::archive::Archive;
use meetings::core::archive::values::is_country;
use meetings::core::search::explore::{Row, explore};
use meetings::language::world;
use serde_json::{Value, json};

use crate::support::collection;
use crate::support::folder::Folder;

fn dataset() -> Value {
    let place = |id: &str, name: &str, country: &str| json!({"id": id, "name": name, "country": country});
    let meeting = |id: &str, start: &str, place: &str| json!({"id": id, "title": format!("Talk of {start}"), "start": start, "place": place});
    json!({"version": 1, "title": "Case 19", "language": "en",
        "places": [place("leningrad", "Leningrad", "SU"), place("pristina", "Pristina", "XK"), place("prague", "Prague", "CS"),
            place("belgrade", "Belgrade", "CSXX"), place("brussels", "Brussels", "BE")],
        "meetings": [meeting("a", "1988-05", "leningrad"), meeting("b", "2010-05", "pristina"), meeting("c", "1979", "prague"),
            meeting("d", "2004", "belgrade"), meeting("e", "1991", "brussels")]})
}

#[test]
fn every_code_of_a_country_that_is_no_more_is_taken_and_has_a_name() {
    let codes = "XK AN BU CS CT DD DY FQ FX HV JT MI NH NQ NT PC PU PZ RH SU TP VD WK YD YU ZR AIDJ ANHH BQAQ BUMM BYAA CSHH \
        CSXX CTKI DDDE DYBJ FQHH FXFR GEHH HVBF JTUM MIUM NHVU NQAQ NTHH PCHH PUUM PZPA RHZW SKIN SUHH TPTL VDVN WKUM YDYE \
        YUCS ZRCD";
    for code in codes.split_whitespace() {
        assert!(is_country(code), "{code}");
        assert!(world::country(code).is_some_and(|name| name.len() > 4), "{code}");
    }
    for (code, name) in [
        ("SU", "Soviet Union (1922–1991)"),
        ("SUHH", "Soviet Union (1922–1991)"),
        ("YU", "Yugoslavia (1918–2003)"),
        ("CS", "Czechoslovakia (1918–1992)"),
        ("CSXX", "Serbia and Montenegro (2003–2006)"),
        ("DD", "East Germany (1949–1990)"),
        ("SKIN", "Sikkim (until 1975)"),
        ("SK", "Slovakia"),
        ("XK", "Kosovo"),
    ] {
        assert_eq!(world::country(code), Some(name));
    }
    assert_eq!(Archive::read(&dataset().to_string()).unwrap().problems, []);
}

#[test]
fn pages_and_machines_are_told_which_country_was_meant() {
    let folder = Folder::built("former");
    let data = folder.beside("data.json");
    fs::write(&data, dataset().to_string()).unwrap();
    let output = folder.publish(&[("DATA", data.to_str().unwrap())]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    let first = folder.text("index.html");
    // What the app is told, and what a reader ticks.
    for told in [
        "CS Czechoslovakia (1918–1992);CSXX Serbia and Montenegro (2003–2006);SU Soviet Union (1922–1991);XK Kosovo;",
        "SU* Sovjetunionen;SU* Neuvostoliitto;",
        "XK* Косово;",
        "name=\"country\" value=\"SU\"",
        "name=\"country\" value=\"CSXX\"",
    ] {
        assert!(first.contains(told), "{told} in {first}");
    }
    for (id, link, country) in [
        ("a", "/talks/?country=SU\">Soviet Union (1922–1991)</a>", "Soviet Union"),
        ("b", "/talks/?country=XK\">Kosovo</a>", "Kosovo"),
        ("c", "/talks/?country=CS\">Czechoslovakia (1918–1992)</a>", "Czechoslovakia"),
        ("d", "/talks/?country=CSXX\">Serbia and Montenegro (2003–2006)</a>", "Serbia and Montenegro"),
        ("e", "/talks/?country=BE\">Belgium</a>", "BE"),
    ] {
        let page = folder.text(&format!("meetings/{id}/index.html"));
        assert!(page.contains(link), "{link} in {page}");
        assert!(page.contains(&format!("\"addressCountry\":\"{country}\"")), "{country} in {page}");
    }
}

#[test]
fn a_country_that_is_no_more_is_found_by_its_names_and_its_code_and_not_by_its_years() {
    let collection = collection(&dataset().to_string());
    for (query, expected) in [
        ("country=SU", &["a"][..]),
        ("country=CS", &["c"]),
        ("country=CSXX", &["d"]),
        ("country=SU&country=XK", &["b", "a"]),
        ("q=soviet", &["a"]),
        ("q=Neuvostoliitto", &["a"]),
        ("q=СССР", &["a"]),
        ("q=Tjeckoslovakien", &["c"]),
        ("q=montenegro", &["d"]),
        ("q=kosovo", &["b"]),
        ("q=Косово", &["b"]),
        // Of 1991 is the talk in Brussels; the Soviet Union's end is no meeting.
        ("q=1991", &["e"]),
        ("q=1918", &[]),
    ] {
        let shown = explore(&collection.catalogue, &Query::parse(query));
        let id = |row: &Row| match row {
            Row::Meeting(at) => collection.archive.meetings[*at].record.id.as_str(),
            Row::Gap(_) => "gap",
        };
        assert_eq!(shown.rows.iter().map(id).collect::<Vec<_>>(), expected, "{query}");
        assert_eq!(shown.notices.len(), 0, "{query}");
    }
}
