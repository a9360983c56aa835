//! What the data package tells of the files, held against these.

use std::fs;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::support::folder::{Folder, SITE};

fn package(site: &Folder) -> Value {
    serde_json::from_str(&site.text("datapackage.json")).unwrap()
}

fn sha256(content: &[u8]) -> String {
    Sha256::digest(content).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_length_and_hash_of_each_file_are_those_of_what_is_published() {
    for (name, settings, paths) in [
        ("package-shipped", &[SITE][..], &["meetings.csv", "people.csv", "data/meetings.json"][..]),
        (
            "package-every",
            &[("DATA", "tests/fixtures/every/meetings.json")],
            &["meetings.csv", "people.csv", "data/meetings.json"],
        ),
    ] {
        let site = Folder::published(name, settings);
        let package = package(&site);
        let resources = package["resources"].as_array().unwrap();
        let told: Vec<&str> = resources.iter().map(|resource| resource["path"].as_str().unwrap()).collect();
        assert_eq!(told, paths);
        for resource in resources {
            let content = fs::read(site.site().join(resource["path"].as_str().unwrap())).unwrap();
            assert_eq!(resource["bytes"], content.len(), "{resource}");
            assert_eq!(resource["hash"], format!("sha256:{}", sha256(&content)), "{resource}");
        }
        let dataset = sha256(&fs::read(site.site().join("data/meetings.json")).unwrap());
        assert_eq!(package["version"].as_str().unwrap().split_once('+').unwrap().1, &dataset[..8]);
    }
}

#[test]
fn the_version_is_the_day_of_the_last_change_and_changes_with_the_data() {
    let version = |title: &str, modified: Value| {
        let site = Folder::built(&format!("version-{title}-{modified}").replace('"', ""));
        let data = site.beside("data.json");
        let meetings = json!([{"id": "a", "title": title, "start": "2010-05-01", "modified": modified}]);
        fs::write(&data, json!({"version": 1, "title": "T", "language": "en", "meetings": meetings}).to_string())
            .unwrap();
        assert!(site.publish(&[("DATA", data.to_str().unwrap())]).status.success());
        let package = package(&site);
        assert_eq!(package.get("created").is_some(), !modified.is_null());
        let (day, hash) = package["version"].as_str().unwrap().split_once('+').unwrap();
        assert!(hash.len() == 8 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()), "{hash}");
        (day.to_owned(), hash.to_owned())
    };
    let first = version("one", json!("2026-01-05"));
    // No number of a version begins with a nought (Semantic Versioning 2.0.0, section 2).
    assert_eq!(first.0, "2026.1.5");
    assert_eq!(version("one", json!("2026-01-05")), first);
    let other = version("other", json!("2026-01-05"));
    assert!(other.0 == first.0 && other.1 != first.1);
    assert_eq!(version("one", Value::Null).0, "0.0.0");
}
