//! The shipped archive and its format.

use std::fs;
use std::path::{Path, PathBuf};

use meetings::cli::site_file::KEYS;
use meetings::core::archive::Archive;
use meetings::core::archive::reading::{in_full, read_fields};
use meetings::publish::schema::schema;
use serde_json::Value;

use crate::support::{file, files_below, kept, shipped};

#[test]
fn the_shipped_dataset_has_no_problem() {
    let archive = kept(&file("public/data/meetings.json"));
    assert_eq!(archive.problems, []);
}

#[test]
fn the_published_schema_is_the_one_the_types_give() {
    assert!(
        file("public/data/meetings.schema.json") == schema(),
        "the format has changed: cargo run --bin archive -- schema > public/data/meetings.schema.json"
    );
}

#[test]
fn every_field_of_the_format_is_described() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let definitions = schema["$defs"].as_object().unwrap().values().chain([&schema]);
    let mut fields = 0;
    for definition in definitions {
        for (name, field) in definition["properties"].as_object().into_iter().flatten() {
            assert!(field["description"].as_str().is_some_and(|text| text.ends_with('.')), "{name}: {field}");
            fields += 1;
        }
    }
    assert!(fields > 60, "{fields}");
}

/// A value for every field that a schema describes.
fn sample(root: &Value, schema: &Value) -> Value {
    if let Some(name) = schema["$ref"].as_str() {
        return sample(root, root.pointer(name.trim_start_matches('#')).unwrap());
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        // The last choice is the fuller one: an object rather than a text, a list rather than one.
        let choices: Vec<_> = choices.iter().filter(|choice| choice["type"] != "null").collect();
        return sample(root, choices.last().unwrap());
    }
    let kind = match &schema["type"] {
        Value::Array(kinds) => kinds[0].as_str(),
        kind => kind.as_str(),
    };
    match kind.unwrap() {
        "string" => "text".into(),
        "number" | "integer" => 1.into(),
        "boolean" => true.into(),
        "array" => vec![sample(root, &schema["items"])].into(),
        "object" => match schema["properties"].as_object() {
            Some(fields) => fields
                .iter()
                .map(|(name, field)| (name.clone(), sample(root, field)))
                .collect::<serde_json::Map<_, _>>()
                .into(),
            None => serde_json::json!({ "en": sample(root, &schema["additionalProperties"]) }),
        },
        kind => panic!("{kind}"),
    }
}

#[test]
fn every_field_that_the_schema_describes_is_read() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let sample = sample(&schema, &schema).to_string();
    let findings = in_full(&mut read_fields(&sample).unwrap()).unwrap();
    assert_eq!(findings.problems, [], "{sample}");
    assert!(!findings.is_changed, "{sample}");
}

#[test]
fn what_stands_beside_a_dataset_are_fields_of_it() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    assert!(KEYS.iter().all(|key| schema["properties"].get(key).is_some()), "{KEYS:?}");
}

#[test]
fn what_the_schema_requires_is_little() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    assert_eq!(schema["required"], serde_json::json!(["version", "title", "language", "meetings"]));
    assert_eq!(schema["$defs"]["Meeting"]["required"], serde_json::json!(["id", "title", "start"]));
}

#[test]
fn the_smallest_archive_is_an_archive() {
    let json =
        r#"{"version": 1, "title": "T", "language": "en", "meetings": [{"id": "a", "title": "A", "start": "2008"}]}"#;
    let archive = Archive::read(json).unwrap();
    assert_eq!((archive.meetings.len(), archive.problems.len()), (1, 0));
}

#[test]
fn the_shipped_meetings_are_the_seven() {
    let archive = shipped();
    let ids: Vec<_> = archive.meetings.iter().map(|meeting| meeting.record.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "2004-stockholm",
            "2004-petrozavodsk",
            "2005-oslo",
            "2005-st-petersburg",
            "2006-rovaniemi",
            "2007-saariselka",
            "2011-haparanda"
        ]
    );
    let numbers: Vec<_> = archive.meetings.iter().filter_map(|meeting| meeting.record.number).collect();
    assert_eq!(numbers, [1, 2, 3, 4, 5, 6, 8]);
    assert_eq!(archive.gaps.iter().map(|(before, gap)| (*before, gap.number)).collect::<Vec<_>>(), [(6, 7)]);
}

#[test]
fn the_page_is_quoted_to_the_letter() {
    let archive = shipped();
    let quote = |id: &str| archive.meetings[archive.position(id).unwrap()].record.quotes[0].text().to_owned();
    assert!(quote("2011-haparanda").ends_with(r#""Ensuring the supply for qualified personel/Labour market"."#));
    assert!(quote("2005-oslo").contains("the Governor of Vasterbotten, Mr. Lorentz Andersson."));
    assert!(quote("2007-saariselka").contains("cross border financing - focusing on"));
    assert!(quote("2005-st-petersburg").ends_with("9th Petersburg International Economic Forum 14 - 16 June 2005."));
}

#[test]
fn additions_carry_their_source() {
    let archive = shipped();
    let record = |id: &str| &archive.meetings[archive.position(id).unwrap()].record;
    let added = |id: &str, field: &str| {
        let additions = &record(id).additions;
        additions.iter().find(|(of, _)| of == field).map(|(_, sources)| sources.0.clone())
    };
    assert_eq!(added("2011-haparanda", "venue").unwrap(), ["record-2011"]);
    assert_eq!(added("2004-petrozavodsk", "themes").unwrap(), ["press-2004"]);
    let andersson = |id: &str| record(id).people.iter().any(|person| person.person == "lorentz-andersson");
    assert!(andersson("2004-petrozavodsk") && andersson("2005-oslo"));
    let chairs = archive.meetings.iter().map(|meeting| {
        archive.chairs_at(meeting.when).map(|chair| chair.holder.as_str()).collect::<Vec<_>>().join(" / ")
    });
    let chairs: Vec<_> = chairs.collect();
    assert_eq!(chairs[..4], ["Norway / Västerbotten"; 4]);
    assert_eq!(chairs[4..6], ["Finland / Republic of Karelia"; 2]);
    assert_eq!(chairs[6], "Sweden / Troms");
}

/// Every source file below a folder of the repository, with its text.
fn sources(folder: &str) -> Vec<(PathBuf, String)> {
    let paths = files_below(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder));
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

#[test]
fn nothing_in_the_code_knows_of_the_shipped_archive() {
    let sources = sources("src");
    assert!(sources.len() > 30);
    for (path, text) in sources {
        for word in ["barents", "partnership", "petrozavodsk"] {
            assert!(!text.to_lowercase().contains(word), "{}: {word}", path.display());
        }
    }
}

#[test]
fn the_core_is_pure() {
    let sources = sources("src/core");
    assert!(sources.len() > 10);
    for (path, text) in sources {
        for word in [
            "leptos",
            "web_sys",
            "js_sys",
            "wasm_bindgen",
            "std::fs",
            "std::env",
            "std::net",
            "crate::views",
            "crate::browser",
        ] {
            // The reason why json.rs is as it is may name what it does not use.
            let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
            assert!(!code.collect::<String>().contains(word), "{}: {word}", path.display());
        }
    }
}
