//! The archive that uses every field of the format.

use std::collections::BTreeSet;
use std::fs;

use meetings::core::archive::json::{Fields, Json};
use meetings::core::archive::reading::{in_full, read_fields};
use meetings::publish::schema::schema;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::support::file;

const EVERY: &str = "tests/fixtures/every/meetings.json";

/// The fields that a value fills, each behind the name of its record in the schema.
fn fill(root: &Value, schema: &Value, name: &str, value: &Value, filled: &mut BTreeSet<String>) {
    if let Some(of) = schema["$ref"].as_str() {
        let name = of.rsplit('/').next().unwrap();
        return fill(root, root.pointer(of.trim_start_matches('#')).unwrap(), name, value, filled);
    }
    for choice in schema["anyOf"].as_array().into_iter().flatten() {
        fill(root, choice, name, value, filled);
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| fill(root, &schema["items"], name, item, filled)),
        Value::Object(fields) => {
            for (field, value) in fields {
                if let Some(of) = schema["properties"].get(field) {
                    filled.insert(format!("{name}.{field}"));
                    fill(root, of, field, value, filled);
                }
            }
        }
        _ => {}
    }
}

#[test]
fn it_uses_every_field_that_the_schema_describes() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let archive: Value = serde_json::from_str(&file(EVERY)).unwrap();
    let mut filled = BTreeSet::new();
    fill(&schema, &schema, "Dataset", &archive, &mut filled);
    let definitions = schema["$defs"].as_object().unwrap();
    let definitions = definitions.iter().map(|(name, schema)| (name.as_str(), schema)).chain([("Dataset", &schema)]);
    let described = definitions.flat_map(|(name, schema)| {
        let fields = schema["properties"].as_object().into_iter().flatten();
        fields.map(move |(field, _)| format!("{name}.{field}"))
    });
    let unused: Vec<String> = described.filter(|field| !filled.contains(field)).collect();
    assert_eq!(unused, Vec::<String>::new());
    assert!(filled.len() > 110, "{}", filled.len());
}

#[test]
fn it_has_nothing_that_the_format_does_not_have() {
    let text = file(EVERY);
    let findings = in_full(&mut read_fields(&text).unwrap()).unwrap();
    assert_eq!(findings.problems, []);
}

/// The records that name a kept file, wherever they stand.
fn kept(fields: &Fields, found: &mut Vec<(String, usize, String)>) {
    let field = |name: &str| fields.iter().find(|(of, _)| of == name).map(|(_, json)| json);
    if let (Some(Json::Text(file)), Some(Json::Number(size)), Some(Json::Text(hash))) =
        (field("file"), field("size"), field("sha256"))
    {
        found.push((file.to_string(), *size as usize, hash.to_string()));
    }
    for (_, json) in fields {
        let items = if let Json::List(items) = json { items.as_slice() } else { std::slice::from_ref(json) };
        for item in items {
            if let Json::Object(fields) = item {
                kept(fields, found);
            }
        }
    }
}

#[test]
fn its_kept_files_are_as_it_says() {
    let text = file(EVERY);
    let mut found = Vec::new();
    kept(&read_fields(&text).unwrap(), &mut found);
    assert_eq!(found.len(), 4);
    for (name, size, hash) in found {
        let path = format!("{}/tests/fixtures/every/documents/{name}", env!("CARGO_MANIFEST_DIR"));
        let content = fs::read(&path).unwrap();
        let sum: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!((content.len(), sum), (size, hash), "{name}");
    }
}
