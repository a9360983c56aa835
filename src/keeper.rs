//! What the keeper's native tool does: describes the format, and judges a dataset.

use serde_json::Value;

use crate::core::archive::read_dataset;
use crate::core::check::check;
use crate::core::dataset::Dataset;
use crate::core::problem::{Fault, Problem, ReadError};

/// The JSON Schema of the format, as published: generated from the types in [`dataset`](crate::core::dataset).
pub fn schema() -> String {
    let schema = schemars::schema_for!(Dataset);
    // A schema is a tree of texts and numbers, which always has a JSON form.
    format!("{:#}\n", schema.as_value())
}

/// What a dataset's text was judged to be.
#[derive(Debug, Default)]
pub struct Verdict {
    /// Faults: a build on such data fails.
    pub problems: Vec<Problem>,
    /// Fields that the format does not have: as a rule a mistyped name.
    pub unknown_fields: Vec<Problem>,
}

/// Judges the text of a dataset.
///
/// # Errors
/// Where the text is no dataset of this format at all.
pub fn judge(json: &str) -> Result<Verdict, ReadError> {
    let problems = check(&read_dataset(json)?);
    let mut unknown_fields = Vec::new();
    // The text has been read once, so it is JSON.
    if let Ok(value) = serde_json::from_str(json) {
        let schema = schemars::schema_for!(Dataset).to_value();
        find_unknown_fields(&schema, &schema, &value, String::new(), &mut unknown_fields);
    }
    Ok(Verdict { problems, unknown_fields })
}

/// Walks a value along its schema and reports the fields that the schema does not describe.
fn find_unknown_fields(root: &Value, schema: &Value, value: &Value, path: String, found: &mut Vec<Problem>) {
    let target = schema["$ref"].as_str().and_then(|name| root.pointer(name.strip_prefix('#')?));
    if let Some(target) = target {
        return find_unknown_fields(root, target, value, path, found);
    }
    for list in ["anyOf", "oneOf"] {
        for alternative in schema[list].as_array().into_iter().flatten() {
            // A text or an object: only the alternative of the value's own kind describes it.
            if kind_of(root, alternative) == kind(value) {
                find_unknown_fields(root, alternative, value, path.clone(), found);
            }
        }
    }
    match value {
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_unknown_fields(root, &schema["items"], item, format!("{path}[{index}]"), found);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                let described = schema["properties"].get(name).or_else(|| schema.get("additionalProperties"));
                match described {
                    Some(described) => find_unknown_fields(root, described, field, path, found),
                    None if schema.get("properties").is_some() => {
                        found.push(Problem { path, fault: Fault::UnknownField });
                    }
                    None => {}
                }
            }
        }
        _ => {}
    }
}

fn kind_of<'a>(root: &'a Value, schema: &'a Value) -> &'a str {
    let target = schema["$ref"].as_str().and_then(|name| root.pointer(name.strip_prefix('#')?));
    target.unwrap_or(schema)["type"].as_str().unwrap_or_default()
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
