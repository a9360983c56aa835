//! The facets that a dataset declares, once its records are known.

use std::collections::BTreeSet;

use serde_json::{Map, Value, json};

use crate::core::archive::values::KNOWN_FACETS;
use crate::import::merge::records::fields;

/// What facets the records of a dataset have values in.
#[derive(Debug, Default)]
pub struct Used {
    known: BTreeSet<&'static str>,
    own: BTreeSet<String>,
}

impl Used {
    /// Looks at a meeting.
    pub fn see_meeting(&mut self, meeting: &str) {
        let meeting = fields(meeting);
        let is_filled =
            |name: &str| meeting.get(name).is_some_and(|value| value.as_array().is_none_or(|list| !list.is_empty()));
        self.known.insert("year");
        for (facet, names) in
            [("theme", ["themes", "themes"]), ("place", ["place", "places"]), ("format", ["format", "format"])]
        {
            if names.iter().any(|name| is_filled(name)) {
                self.known.insert(facet);
            }
        }
        let agenda = meeting.get("agenda").and_then(Value::as_array).into_iter().flatten();
        let within = agenda.filter_map(|item| item.get("documents"));
        for document in meeting.get("documents").into_iter().chain(within).filter_map(Value::as_array).flatten() {
            for (facet, name) in [("document", "kind"), ("language", "languages")] {
                if document.get(name).is_some() {
                    self.known.insert(facet);
                }
            }
        }
        self.own.extend(meeting.get("facets").and_then(Value::as_object).into_iter().flat_map(Map::keys).cloned());
    }

    /// Looks at a place.
    pub fn see_place(&mut self, place: &str) {
        if fields(place).get("country").is_some() {
            self.known.insert("country");
        }
    }

    /// Declares what is used and not declared, of a dataset that an import has made in any case: readers would be offered all
    /// facets that are known, also where no meeting has them. `labels` are those of the archive's own, `declared` the keys that were declared
    /// before, which a keeper took out if they are gone. Whether anything was to be done.
    pub fn declare(
        &self,
        dataset: &mut Map<String, Value>,
        is_made: bool,
        labels: &[(String, String)],
        declared: &mut Vec<String>,
    ) -> bool {
        if self.own.is_empty() && !is_made && !dataset.contains_key("facets") {
            return false;
        }
        let mut list = dataset.get("facets").and_then(Value::as_array).cloned().unwrap_or_default();
        let count = list.len();
        let has =
            |list: &[Value], key: &str| list.iter().any(|facet| facet.get("key").and_then(Value::as_str) == Some(key));
        // Themes first, then years, places and what the archive has of its own.
        let is_new = list.is_empty();
        for key in KNOWN_FACETS.into_iter().filter(|key| self.known.contains(key)) {
            if !has(&list, key) && (is_new || !declared.is_empty()) && !declared.iter().any(|of| of == key) {
                list.push(json!({ "key": key }));
            }
        }
        for key in &self.own {
            if !has(&list, key) {
                let label = labels.iter().find(|(of, _)| of == key).map_or(key, |(_, label)| label);
                list.push(json!({ "key": key, "label": label }));
            }
        }
        if list.len() == count {
            return false;
        }
        for key in list.iter().filter_map(|facet| facet.get("key").and_then(Value::as_str)) {
            if !declared.iter().any(|of| of == key) {
                declared.push(key.to_owned());
            }
        }
        dataset.insert("facets".to_owned(), Value::Array(list));
        true
    }
}
