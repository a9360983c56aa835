//! What no field is for: a facet where it has few different values, notes where it has many.

use std::collections::{BTreeMap, HashMap};

use serde_json::{Map, Value};

use crate::core::archive::values::{NONE, is_facet_key, is_known_facet};
use crate::core::text::slug::{slug, value_id, with_hash};
use crate::import::assemble::clean;
use crate::import::assemble::found::Found;
use crate::import::draft::{Rest, Wish};
use crate::import::origin::Origin;
use crate::import::told::{Done, Told};

/// The most different values of a facet that nobody asked for.
const FEW: usize = 200;

/// The most characters of such a value.
const SHORT: usize = 120;

/// All that no field is for, in little memory.
#[derive(Debug, Default)]
pub struct Rests {
    labels: Vec<Label>,
    by_label: HashMap<String, usize>,
    /// For each meeting the numbers of labels and values.
    of_meetings: Vec<(usize, Vec<(u32, u32)>)>,
    facets: BTreeMap<usize, String>,
}

#[derive(Debug)]
struct Label {
    label: String,
    wish: Wish,
    origin: Origin,
    values: Vec<Box<str>>,
    numbers: HashMap<Box<str>, u32>,
    uses: usize,
}

impl Rests {
    /// Takes what no field of a meeting is for.
    pub fn take(&mut self, meeting: usize, rests: Vec<Rest>) {
        let mut numbers = Vec::new();
        for rest in rests {
            let (label, _) = clean::line(&rest.label);
            let is_named = label.chars().any(char::is_alphanumeric);
            let label = if is_named { label } else { format!("Unnamed {label}").trim_end().to_owned() };
            let at = *self.by_label.entry(label.clone()).or_insert_with(|| {
                let (wish, origin) = (rest.wish, rest.origin.clone());
                self.labels.push(Label { label, wish, origin, values: Vec::new(), numbers: HashMap::new(), uses: 0 });
                self.labels.len() - 1
            });
            let Some(of) = self.labels.get_mut(at) else { continue };
            for value in rest.values {
                let (value, _) = clean::lines(&value);
                if value.is_empty() {
                    continue;
                }
                of.uses += 1;
                let number = match of.numbers.get(value.as_str()) {
                    Some(number) => *number,
                    None => {
                        let number = u32::try_from(of.values.len()).unwrap_or(u32::MAX);
                        of.values.push(value.as_str().into());
                        of.numbers.insert(value.into(), number);
                        number
                    }
                };
                numbers.push((u32::try_from(at).unwrap_or(u32::MAX), number));
            }
        }
        if !numbers.is_empty() {
            self.of_meetings.push((meeting, numbers));
        }
    }

    /// Decides what becomes a facet: key and label of each.
    pub fn decide(&mut self, told: &mut Told) -> Vec<(String, String)> {
        let mut facets: Vec<(String, String)> = Vec::new();
        for (at, label) in self.labels.iter().enumerate() {
            let count = format!("{} different values", label.values.len());
            if !label.is_facet() {
                told.tell(
                    Done::Read,
                    &label.origin,
                    "No field is for this; it has many values, or long ones, and became notes.",
                    &count,
                )
                .labelled(&label.label)
                .into("notes");
                continue;
            }
            let mut key = key(&label.label);
            if facets.iter().any(|(of, _)| *of == key) {
                key = with_hash(&key, &label.label);
            }
            told.tell(
                Done::Read,
                &label.origin,
                "No field is for this; it has few different values and became a facet.",
                &count,
            )
            .labelled(&label.label)
            .into(format!("facets.{key}"));
            facets.push((key.clone(), label.label.clone()));
            self.facets.insert(at, key);
        }
        facets
    }

    /// Puts it into the records.
    pub fn fill(&self, meetings: &mut [Found]) {
        for (meeting, numbers) in &self.of_meetings {
            let Some(found) = meetings.get_mut(*meeting) else { continue };
            let Ok(Value::Object(mut record)) = serde_json::from_str::<Value>(&found.record) else { continue };
            let mut facets: Map<String, Value> = Map::new();
            let mut notes: Vec<Value> = record.get("notes").and_then(Value::as_array).cloned().unwrap_or_default();
            for (label, value) in numbers {
                let Some(of) = self.labels.get(*label as usize) else { continue };
                let Some(text) = of.values.get(*value as usize) else { continue };
                match self.facets.get(&(*label as usize)).filter(|_| is_value(text)) {
                    Some(key) => add(&mut facets, key, text),
                    None => notes.push(format!("{}: {text}", of.label).into()),
                }
            }
            let source = record.remove("source");
            if !facets.is_empty() {
                record.insert("facets".to_owned(), Value::Object(facets));
            }
            if !notes.is_empty() {
                record.insert("notes".to_owned(), Value::Array(notes));
            }
            record.extend(source.map(|source| ("source".to_owned(), source)));
            found.record = Value::Object(record).to_string().into();
        }
    }
}

/// Adds a value to a facet of a meeting: one stands alone, several in a list.
fn add(facets: &mut Map<String, Value>, key: &str, text: &str) {
    match facets.get_mut(key) {
        None => _ = facets.insert(key.to_owned(), text.into()),
        Some(Value::Array(texts)) => texts.push(text.into()),
        Some(one) => *one = Value::Array(vec![one.take(), text.into()]),
    }
}

impl Label {
    fn is_facet(&self) -> bool {
        let distinct = self.values.len();
        let is_short = |value: &str| value.chars().count() <= SHORT && !value.contains('\n');
        let are_short = self.values.iter().all(|value| is_short(value));
        let are_numbers = self.values.iter().all(|value| value.parse::<f64>().is_ok());
        match self.wish {
            Wish::Facet => true,
            Wish::Note => false,
            Wish::AsItComes => {
                distinct <= FEW
                    && are_short
                    && !are_numbers
                    && (distinct <= 12 || distinct * 3 <= self.uses)
                    && (distinct * 2 <= self.uses || self.uses <= 12)
            }
        }
    }
}

/// Whether a text can be a value of a facet.
fn is_value(text: &str) -> bool {
    let id = value_id(text);
    !id.is_empty() && id != NONE
}

/// The key of a facet by its label.
fn key(label: &str) -> String {
    let plain = slug(label);
    let candidates = [plain.clone(), format!("facet-{plain}")];
    let found = candidates.into_iter().find(|key| is_facet_key(key) && !is_known_facet(key));
    found.unwrap_or_else(|| with_hash("facet", label))
}
