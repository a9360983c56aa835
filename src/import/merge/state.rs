//! What was last read, as it stands beside a dataset: by it is known what a keeper changed by hand since.

use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::Arc;

use serde_json::{Value, json};

use crate::import::assemble::found::Found;
use crate::import::assemble::ids::MeetingIds;
use crate::import::merge::records::{LISTS, Records, fields};

/// A record as it was last read.
#[derive(Debug, Clone)]
pub struct Base {
    /// What it is known by.
    pub key: Arc<str>,
    /// The file that it comes from.
    pub file: Arc<str>,
    /// Its fields.
    pub record: Arc<str>,
}

/// All that was last read, by the ids of records, list by list.
#[derive(Debug, Default)]
pub struct State {
    /// The records.
    pub lists: [HashMap<Arc<str>, Vec<Base>>; 4],
    /// The files that were read, each with a hash of what was in it.
    pub files: Vec<(String, String)>,
    /// The keys of facets that were declared.
    pub facets: Vec<String>,
    /// The ids of meetings that a reviewed list said are one.
    pub merged: Vec<Vec<String>>,
}

impl State {
    /// Reads it.
    ///
    /// # Errors
    /// Where the file is not as it was written.
    pub fn read(json: &str) -> Result<Self, serde_json::Error> {
        let records = Records::read(json)?;
        let mut state = Self::default();
        let mut files: HashMap<String, Arc<str>> = HashMap::new();
        for (at, list) in records.lists.iter().enumerate() {
            for entry in list {
                let mut entry = fields(entry);
                let text = |name: &str| entry.get(name).and_then(Value::as_str).unwrap_or_default();
                let key: Arc<str> = text("key").into();
                let file = Arc::clone(files.entry(text("file").to_owned()).or_insert_with(|| text("file").into()));
                let Some(record) = entry.remove("record") else { continue };
                let id: Arc<str> = record.get("id").and_then(Value::as_str).unwrap_or_default().into();
                state.lists[at].entry(id).or_default().push(Base { key, file, record: record.to_string().into() });
            }
        }
        for file in records.top.get("files").and_then(Value::as_array).into_iter().flatten() {
            let text = |name: &str| file.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
            state.files.push((text("name"), text("hash")));
        }
        let facets = records.top.get("facets").and_then(Value::as_array).into_iter().flatten();
        state.facets = facets.filter_map(Value::as_str).map(str::to_owned).collect();
        let texts = |group: &Value| {
            group.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
        };
        state.merged = records.top.get("merged").and_then(Value::as_array).into_iter().flatten().map(texts).collect();
        Ok(state)
    }

    /// The ids that meetings have, and those that are taken.
    pub fn ids(&self, existing: &Records) -> MeetingIds {
        let mut ids = MeetingIds::default();
        for (id, bases) in &self.lists[3] {
            ids.known.extend(bases.iter().map(|base| (base.key.to_string(), id.to_string())));
            ids.taken.insert(id.to_string());
        }
        for meeting in existing.list("meetings") {
            let fields = fields(meeting);
            let former = fields.get("formerly").and_then(Value::as_array).into_iter().flatten();
            let id = fields.get("id").and_then(Value::as_str).unwrap_or_default();
            let led = former.clone().filter_map(Value::as_str).map(|of| (of.to_owned(), id.to_owned()));
            ids.former.extend(led);
            let all = fields.get("id").into_iter().chain(former);
            let text = |name: &str| fields.get(name).and_then(Value::as_str).unwrap_or_default();
            if !self.lists[3].contains_key(text("id")) {
                let says = (text("title").to_owned(), text("start").to_owned());
                ids.standing.insert(text("id").to_owned(), says);
            }
            ids.taken.extend(all.filter_map(Value::as_str).map(str::to_owned));
        }
        ids
    }

    /// What a file last said of a record.
    pub fn base(&self, list: usize, file: &str, id: &str) -> Option<&Base> {
        self.lists[list].get(id)?.iter().find(|base| *base.file == *file)
    }

    /// Notes that a record was read.
    pub fn note(&mut self, list: usize, found: &Found) {
        let base = Base { key: found.key.clone(), file: found.file.clone(), record: found.record.clone() };
        let bases = self.lists[list].entry(found.id.clone()).or_default();
        match bases.iter_mut().find(|of| of.file == base.file) {
            Some(of) => *of = base,
            None => bases.push(base),
        }
    }

    /// Writes it, a record a line.
    ///
    /// # Errors
    /// Where that is not possible.
    pub fn write(&self, to: &mut dyn Write) -> io::Result<()> {
        let files: Vec<Value> = self.files.iter().map(|(name, hash)| json!({ "name": name, "hash": hash })).collect();
        let note = "What archive import last read. It tells by this file what was changed in the dataset by hand since; leave it as it is.";
        write!(
            to,
            "{{
\"note\": {},
\"files\": {},
\"facets\": {},
",
            json!(note),
            json!(files),
            json!(self.facets)
        )?;
        write!(to, "\"merged\": {}", json!(self.merged))?;
        for (name, list) in LISTS.iter().zip(&self.lists) {
            write!(to, ",\n\"{name}\": [")?;
            let mut ids: Vec<&Arc<str>> = list.keys().collect();
            ids.sort_unstable();
            let bases = ids.into_iter().filter_map(|id| list.get(id)).flatten();
            for (at, base) in bases.enumerate() {
                let comma = if at == 0 { "" } else { "," };
                write!(
                    to,
                    "{comma}\n{{\"key\":{},\"file\":{},\"record\":{}}}",
                    json!(*base.key),
                    json!(*base.file),
                    base.record
                )?;
            }
            to.write_all(b"\n]")?;
        }
        to.write_all(b"\n}\n")
    }
}
