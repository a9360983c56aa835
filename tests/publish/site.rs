//! The published folder, as the keeper's tool writes it.

use std::fs;

use meetings::core::address::base::{Base, Home};
use meetings::core::address::route::Route;
use meetings::core::archive::Archive;
use meetings::publish::sitemap;
use serde_json::json;

use crate::support::folder::{Folder, SITE};

#[test]
fn two_publications_are_the_same_to_the_byte() {
    let one = Folder::published(
        "one",
        &[SITE, ("TZ", "Pacific/Kiritimati"), ("LANG", "fi_FI.UTF-8"), ("LC_ALL", "fi_FI.UTF-8")],
    );
    // Nor does it matter when: this one is of 2096.
    let then = ("SOURCE_DATE_EPOCH", "4000000000");
    let two = Folder::published("two", &[SITE, ("TZ", "America/Adak"), ("LANG", "C"), ("LC_ALL", "C"), then]);
    let (one, two) = (one.files(), two.files());
    assert_eq!(one.keys().collect::<Vec<_>>(), two.keys().collect::<Vec<_>>());
    for (path, content) in &one {
        assert!(two[path] == *content, "{}", path.display());
    }
}

#[test]
fn every_file_of_the_contract_is_published() {
    let folder = Folder::published("contract", &[SITE]);
    for name in [
        "index.html",
        "404.html",
        "about/index.html",
        "meetings/2011-haparanda/index.html",
        "meetings/2011-haparanda.ics",
        "themes/mining/index.html",
        "years/2005/index.html",
        "data/meetings.json",
        "data/meetings.schema.json",
        "meetings.csv",
        "meetings.ics",
        "meetings.bib",
        "feed.xml",
        "feed.json",
        "themes/mining/feed.xml",
        "years/2005/feed.json",
        "places/oslo/feed.xml",
        "schedule.json",
        "sitemap.xml",
        "robots.txt",
        "datapackage.json",
        "manifest.webmanifest",
        "sw.js",
        ".nojekyll",
        "index.html.br",
        "index.html.gz",
        "data/meetings.json.br",
        "themes/mining/index.html.gz",
    ] {
        assert!(folder.site().join(name).is_file(), "{name}");
    }
    // The app's files are named after what is in them, and so are their compressed forms.
    let names: Vec<String> = folder.files().into_keys().filter_map(|path| path.to_str().map(str::to_owned)).collect();
    for (start, end) in [
        ("explorer-", ".js"),
        ("explorer-", "_bg.wasm.br"),
        ("explorer-", ".js.gz"),
        ("style-", ".css.br"),
        ("pages-", ".css.br"),
        ("save-", ".wasm"),
        ("search-", ".wasm.gz"),
    ] {
        let hash = names.iter().find_map(|name| name.strip_prefix(start)?.strip_suffix(end));
        assert!(hash.is_some_and(|hash| hash.len() == 16), "{start}…{end}: {names:?}");
    }
    assert!(!folder.site().join("themes/none").exists());
    assert_eq!(folder.files().keys().filter(|path| path.extension().is_some_and(|ending| ending == "css")).count(), 2);
    // The first page waits for no style sheet that it does not need.
    let styles = |page: &str| folder.text(page).matches("rel=\"stylesheet\"").count();
    assert_eq!((styles("index.html"), styles("about/index.html"), styles("404.html")), (1, 2, 2));
}

#[test]
fn whole_addresses_stand_only_where_the_origin_is_known() {
    let known = Folder::published("known", &[("SITE", "https://example.org/")]);
    let page = known.text("meetings/2005-oslo/index.html");
    for part in [
        "<link rel=\"canonical\" href=\"https://example.org/talks/meetings/2005-oslo/\">",
        "<meta property=\"og:url\" content=\"https://example.org/talks/meetings/2005-oslo/\">",
        "<meta property=\"og:image\" content=\"https://example.org/talks/picture.png\">",
        "data-site=\"https://example.org\"",
    ] {
        assert!(page.contains(part), "{part}");
    }
    assert!(known.text("sitemap.xml").contains("<loc>https://example.org/talks/years/2005/</loc>"));
    assert!(known.text("robots.txt").contains("Sitemap: https://example.org/talks/sitemap.xml"));
    assert!(!known.text("404.html").contains("canonical"));
    let unknown = Folder::built("unknown");
    let output = unknown.publish(&[]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("No origin is known"));
    assert!(!unknown.site().join("sitemap.xml").exists());
    let page = unknown.text("meetings/2005-oslo/index.html");
    for part in ["canonical", "og:url", "data-site"] {
        assert!(!page.contains(part), "{part}");
    }
}

#[test]
fn a_large_archive_is_published_in_parts_beside_the_same_app() {
    let folder = Folder::built("large");
    // Letters that look random, of which a byte holds no more than two.
    let mut state = 1u32;
    let mut letters = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        format!("{:08x} ", state.rotate_left(16))
    };
    let meetings: Vec<_> = (0..400)
        .map(|at| json!({"id": format!("m{at}"), "title": "M", "start": "2001", "notes": [(0..250).map(|_| letters()).collect::<String>()]}))
        .collect();
    let data = folder.app().with_file_name("data.json");
    fs::write(&data, json!({"version": 1, "title": "T", "language": "en", "meetings": meetings}).to_string()).unwrap();
    let output = folder.publish(&[("DATA", data.to_str().unwrap())]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let page = folder.text("index.html");
    let (_, rest) = page.split_once("data-parts=\"").unwrap();
    let parts = rest.split('"').next().unwrap();
    for name in [
        "catalogue.json",
        "first.json",
        "facets.bin",
        "words-0.bin",
        "postings-0.bin",
        "places-0.bin",
        "meetings-99.json",
    ] {
        assert!(folder.site().join(parts).join(name).is_file(), "{parts}{name}");
        assert!(folder.site().join(parts).join(format!("{name}.br")).is_file(), "{parts}{name}.br");
    }
    let first = Archive::read(&folder.text(&format!("{parts}first.json"))).unwrap();
    assert_eq!((first.meetings.len(), first.problems.len()), (50, 0));
    let names: Vec<String> = folder.files().into_keys().filter_map(|path| path.to_str().map(str::to_owned)).collect();
    // The dataset is published all the same, but not kept for offline.
    assert!(
        names.contains(&"data/meetings.json".to_owned()) && !folder.text("sw.js").contains("\"data/meetings.json\"")
    );
    let small = Folder::published("small", &[]);
    assert!(!small.text("index.html").contains("data-parts"));
    assert!(!small.files().keys().any(|path| path.starts_with("data/parts")));
    // One program serves both.
    let app = |names: Vec<String>| names.into_iter().filter(|name| name.ends_with(".wasm")).collect::<Vec<_>>();
    let of_small = small.files().into_keys().filter_map(|path| path.to_str().map(str::to_owned)).collect();
    assert_eq!(app(names), app(of_small));
}

#[test]
fn a_sitemap_lists_what_one_may_list_and_more_are_listed_by_an_index() {
    let (archive, base) =
        (Archive::read(&fs::read_to_string("public/data/meetings.json").unwrap()).unwrap(), Base::new("/talks/"));
    let home = Home { origin: Some("https://example.org"), base: &base };
    let sitemaps = |count: usize| {
        let routes: Vec<Route> = (0..count).map(|number| Route::Meeting(format!("m-{number}"))).collect();
        sitemap::sitemaps(&archive, home, &routes)
    };
    let one = sitemaps(50_000);
    assert_eq!(one.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["sitemap.xml"]);
    assert_eq!(one[0].1.matches("<url><loc>https://example.org/talks/meetings/m-").count(), 50_000);
    let several = sitemaps(50_001);
    let names: Vec<&str> = several.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]);
    let index = &several[0].1;
    assert!(index.contains("<sitemapindex ") && index.contains("<loc>https://example.org/talks/sitemap-2.xml</loc>"));
    assert_eq!(several[2].1.matches("<url>").count(), 1);
    assert!(several[2].1.contains("/meetings/m-50000/</loc>"));
    assert!(sitemap::sitemaps(&archive, Home { origin: None, base: &base }, &[Route::About]).is_empty());
}

#[test]
fn the_service_worker_is_the_publishers_to_switch_off() {
    let on = Folder::published("on", &[]);
    assert!(on.text("sw.js").contains("const RELEASE"));
    assert!(on.text("index.html").contains("data-worker=\"/talks/sw.js\""));
    let off = Folder::published("off", &[("OFFLINE", "off")]);
    assert!(off.text("sw.js").contains("registration.unregister()"));
    assert!(!off.text("index.html").contains("data-worker"));
    assert!(!off.site().join("offline").exists());
}

#[test]
fn a_release_is_named_after_all_that_its_pages_are_made_from() {
    let release = |folder: &Folder| {
        let page = folder.text("index.html");
        let (_, rest) = page.split_once("data-release=\"").unwrap();
        rest.split_once('"').unwrap().0.to_owned()
    };
    let first = Folder::published("first", &[SITE]);
    let other_site = Folder::published("other-site", &[]);
    let other_data = Folder::published("other-data", &[SITE, ("DATA", "tests/fixtures/release-2.json")]);
    let other_code = Folder::built("other-code");
    fs::write(other_code.app().join("explorer.js"), "const other = 1;").unwrap();
    assert!(other_code.publish(&[SITE]).status.success());
    let releases = [&first, &other_site, &other_data, &other_code].map(release);
    let distinct: std::collections::BTreeSet<&String> = releases.iter().collect();
    assert_eq!(distinct.len(), 4, "{releases:?}");
    assert!(first.text("sw.js").contains(&releases[0]));
    assert!(first.text("meetings/2005-oslo/index.html").contains(&releases[0]));
}

#[test]
fn a_chunk_is_one_file_with_what_it_shares_and_the_script_tells_its_hash() {
    let folder = Folder::published("chunks", &[]);
    let files = folder.files();
    let find = |start: &str, end: &str| {
        let is_it =
            |path: &std::path::Path| path.to_str().is_some_and(|name| name.starts_with(start) && name.ends_with(end));
        files.iter().find(|(path, _)| is_it(path)).unwrap()
    };
    let (name, search) = find("search-", ".wasm");
    assert_eq!(search, b"wasm of search\0\x1b\x07chunk_6wasm that is shared");
    let script = String::from_utf8(find("explorer-", ".js").1.clone()).unwrap();
    let hash = name.to_str().unwrap().strip_prefix("search-").unwrap().strip_suffix(".wasm").unwrap();
    let sum = meetings::publish::app_files::integrity(search);
    assert!(script.contains(&format!("\"search\":[\"{hash}\",\"{sum}\",\"6\"]")), "{script}");
    assert!(!script.contains("import *") && script.matches("\"./__wasm_split.js\": loaders,").count() == 1);
    assert!(folder.text("sw.js").contains(name.to_str().unwrap()));
}

#[test]
fn every_page_has_a_title_and_a_description_of_its_own() {
    let folder = Folder::published("descriptions", &[]);
    for part in ["<title>", "<meta name=\"description\" content=\""] {
        let mut seen = std::collections::BTreeSet::new();
        for (path, content) in folder.files() {
            let is_page = path.extension().is_some_and(|ending| ending == "html") && !path.starts_with("offline");
            if is_page {
                let page = String::from_utf8(content).unwrap();
                let (_, rest) = page.split_once(part).unwrap();
                let text = rest.split(['<', '"']).next().unwrap().to_owned();
                assert!(seen.insert(text.clone()), "{}: {text}", path.display());
            }
        }
        assert!(seen.len() > 20);
    }
}

#[test]
fn the_service_worker_defines_every_name_that_it_uses() {
    let folder = Folder::published("worker-names", &[]);
    let worker = folder.text("sw.js");
    for name in ["RELEASE", "NEUTRAL", "FILES", "LATER", "PREFIX", "CACHE"] {
        assert!(worker.contains(&format!("const {name} = ")) && worker.matches(name).count() > 1, "{name}");
    }
}
