//! The guide's chapter on the format is made of the schema and of the archive of the tests that uses every field. Where the
//! two have changed, `UPDATE_GUIDE=1 cargo test --test native guide` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::{env, fs};

use meetings::core::archive::Archive;
use meetings::publish::schema::schema;
use serde_json::{Map, Value};

/// The chapter.
const CHAPTER: &str = "docs/guide/format.md";

/// Whose records the samples are.
const EVERY: &str = "tests/fixtures/every/meetings.json";

/// The records of the format as the chapter has them, with their headings.
const RECORDS: [(&str, &str); 16] = [
    ("", "The dataset"),
    ("Meeting", "A meeting"),
    ("AgendaItem", "An item of an agenda"),
    ("Document", "A document"),
    ("Participation", "Who took part"),
    ("Event", "An event around a meeting"),
    ("SourcedText", "A statement with its source"),
    ("Theme", "A theme"),
    ("Place", "A place"),
    ("Person", "A person"),
    ("Facet", "A facet"),
    ("Gap", "A gap"),
    ("Chairmanship", "A chairmanship"),
    ("Source", "A source"),
    ("Publisher", "A publisher"),
    ("Link", "A link"),
];

const BEGINNING: &str = "# The format, field by field

An archive is one file, `meetings.json`. This chapter is made of its JSON Schema (`archive schema` prints it), and every
sample stands in an archive that is checked and published whenever the program changes. A sample shows the field within its
record, with what the record cannot do without, and of a list one element.

What can mean one thing only is taken for it: `\"people\": [\"Ann Berg\"]`, `\"number\": \"7\"`, `\"themes\": \"mining\"`. Fields that the
format does not have are told by `archive check` and kept.
";

/// The schema and the archive that the samples are of.
struct Format {
    schema: Value,
    every: Value,
}

impl Format {
    fn read() -> Self {
        let every = fs::read_to_string(EVERY).unwrap();
        Self { schema: serde_json::from_str(&schema()).unwrap(), every: serde_json::from_str(&every).unwrap() }
    }

    /// What the schema says of a kind of record.
    fn of(&self, record: &str) -> &Value {
        if record.is_empty() { &self.schema } else { &self.schema["$defs"][record] }
    }

    /// All records in a value by their kinds.
    fn records(&self) -> BTreeMap<String, Vec<Map<String, Value>>> {
        let mut found = BTreeMap::new();
        self.collect(&self.schema, &self.every, "", &mut found);
        found
    }

    fn collect(
        &self,
        schema: &Value,
        value: &Value,
        name: &str,
        found: &mut BTreeMap<String, Vec<Map<String, Value>>>,
    ) {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.collect(&self.schema["$defs"][name], value, name, found);
        }
        for one in schema["anyOf"].as_array().into_iter().flatten() {
            self.collect(one, value, name, found);
        }
        match value {
            Value::Array(list) => list.iter().for_each(|one| self.collect(&schema["items"], one, "", found)),
            Value::Object(fields) => {
                if schema["properties"].is_object() {
                    found.entry(name.to_owned()).or_default().push(fields.clone());
                }
                for (key, value) in fields {
                    self.collect(&schema["properties"][key], value, "", found);
                }
            }
            _ => {}
        }
    }

    /// What a value of a field is, in words.
    fn kind(&self, schema: &Value) -> String {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return match (name, RECORDS.iter().find(|(of, _)| *of == name)) {
                ("OneOrMany", _) => "a text, or a list of texts".to_owned(),
                ("Statement", _) => {
                    format!("a text, or [a text with its source](#{})", anchor("A statement with its source"))
                }
                (_, Some((_, heading))) => format!("[{}](#{})", heading.to_lowercase(), anchor(heading)),
                _ => panic!("{name} has no place in the chapter"),
            };
        }
        if let Some(one) = schema["anyOf"].as_array().and_then(|list| list.iter().find(|one| one["type"] != "null")) {
            return self.kind(one);
        }
        let kinds: Vec<&str> = match &schema["type"] {
            Value::String(kind) => vec![kind],
            Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).filter(|kind| *kind != "null").collect(),
            _ => vec![],
        };
        match *kinds.as_slice() {
            ["array"] => format!("a list, each {}", self.kind(&schema["items"])),
            ["object"] => "an object".to_owned(),
            ["string"] => "a text".to_owned(),
            ["integer" | "number"] => "a number".to_owned(),
            ["boolean"] => "`true` or `false`".to_owned(),
            ref other => panic!("{other:?} has no word"),
        }
    }

    /// The shortest sample of a field in a record of its kind.
    fn sample(&self, record: &str, field: &str, records: &[Map<String, Value>]) -> Map<String, Value> {
        let required: Vec<&str> =
            self.of(record)["required"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let shown = |of: &Map<String, Value>| -> Map<String, Value> {
            // What a field is about is shown with it.
            let is_named = |key: &str| field == "additions" && of[field].get(key).is_some();
            let is_shown = |key: &str| key == field || is_named(key) || (required.contains(&key) && key != "meetings");
            of.iter().filter(|(key, _)| is_shown(key)).map(|(key, value)| (key.clone(), shortest_of(value))).collect()
        };
        let samples = records.iter().filter(|of| of.contains_key(field)).map(shown);
        samples.min_by_key(|sample| Value::Object(sample.clone()).to_string().len()).unwrap_or_else(|| {
            panic!("{EVERY} has no {record} with `{field}`: the guide would have no sample of it");
        })
    }

    /// The chapter.
    fn chapter(&self) -> String {
        let records = self.records();
        let mut text = BEGINNING.to_owned();
        for (record, heading) in RECORDS {
            let schema = self.of(record);
            let required = schema["required"].as_array().cloned().unwrap_or_default();
            let about = schema["description"].as_str().map(|text| format!("\n{text}\n")).unwrap_or_default();
            write!(text, "\n## {heading}\n{about}").unwrap();
            for (field, of) in schema["properties"].as_object().unwrap() {
                let must = if required.contains(&Value::from(field.as_str())) { ", required" } else { "" };
                let sample = self.sample(record, field, &records[record]);
                write!(
                    text,
                    "\n### `{field}`{}\n\n*{}{must}.* {}\n\n```json\n{}\n```\n",
                    // Fields of one name stand apart.
                    if record.is_empty() { String::new() } else { format!(" of {}", heading.to_lowercase()) },
                    sentence_case(&self.kind(of)),
                    of["description"].as_str().unwrap(),
                    printed(&Value::Object(sample), 0)
                )
                .unwrap();
            }
        }
        text
    }
}

/// A list of records with its shortest alone.
fn shortest_of(value: &Value) -> Value {
    match value {
        Value::Array(list) if list.first().is_some_and(Value::is_object) => {
            list.iter().min_by_key(|one| one.to_string().len()).into_iter().cloned().collect()
        }
        other => other.clone(),
    }
}

fn sentence_case(text: &str) -> String {
    let text = text.to_owned();
    match text.find('a') {
        Some(at @ (0 | 1)) => format!("{}A{}", &text[..at], &text[at + 1..]),
        _ => text,
    }
}

fn anchor(heading: &str) -> String {
    heading.to_lowercase().replace(' ', "-")
}

/// A value as a person would write it: on one line where there is room.
fn printed(value: &Value, indent: usize) -> String {
    let inline = inline(value);
    if indent + inline.chars().count() <= 76 {
        return inline;
    }
    let inner = " ".repeat(indent + 2);
    let lines: Vec<String> = match value {
        Value::Array(list) => list.iter().map(|one| format!("{inner}{}", printed(one, indent + 2))).collect(),
        Value::Object(fields) => {
            let line = |(key, of): (&String, &Value)| {
                format!("{inner}{}: {}", Value::from(key.as_str()), printed(of, indent + 2))
            };
            fields.iter().map(line).collect()
        }
        _ => return inline,
    };
    let (open, close) = if value.is_array() { ('[', ']') } else { ('{', '}') };
    format!("{open}\n{}\n{}{close}", lines.join(",\n"), " ".repeat(indent))
}

fn inline(value: &Value) -> String {
    match value {
        Value::Array(list) => format!("[{}]", list.iter().map(inline).collect::<Vec<_>>().join(", ")),
        Value::Object(fields) => {
            let fields = fields.iter().map(|(key, of)| format!("{}: {}", Value::from(key.as_str()), inline(of)));
            format!("{{ {} }}", fields.collect::<Vec<_>>().join(", "))
        }
        other => other.to_string(),
    }
}

#[test]
fn the_chapter_on_the_format_is_made_of_the_schema() {
    let made = Format::read().chapter();
    if env::var_os("UPDATE_GUIDE").is_some() {
        fs::write(CHAPTER, &made).unwrap();
    }
    let written = fs::read_to_string(CHAPTER).unwrap_or_default();
    assert!(made == written, "{CHAPTER} is not what the schema says: UPDATE_GUIDE=1 cargo test --test native guide");
}

#[test]
fn every_record_of_the_format_is_in_the_chapter() {
    let format = Format::read();
    let known = format.schema["$defs"].as_object().unwrap().keys();
    let missing: Vec<_> = known
        .filter(|name| !["OneOrMany", "Statement"].contains(&name.as_str()))
        .filter(|name| RECORDS.iter().all(|(of, _)| of != name))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_sample_of_each_field_of_a_meeting_is_sound() {
    let format = Format::read();
    let records = format.records();
    let fields = format.of("Meeting")["properties"].as_object().unwrap();
    for field in fields.keys() {
        let mut dataset = format.every.clone();
        let sample = format.sample("Meeting", field, &records["Meeting"]);
        // What stands around it is named by it, and need not be named by anything.
        dataset["meetings"] = Value::Array(vec![Value::Object(sample)]);
        let archive = Archive::read(&dataset.to_string()).unwrap();
        let errors: Vec<_> = archive.problems.iter().filter(|problem| problem.is_error()).collect();
        assert!(errors.is_empty(), "{field}: {errors:?}");
    }
}
