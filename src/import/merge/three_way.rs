//! One record three times: as it was last read, as a keeper has it now, and as it is read now.

use serde_json::{Map, Value};

/// What came of it.
#[derive(Debug, Default)]
pub struct Merged {
    /// The record.
    pub record: Map<String, Value>,
    /// Whether it is another than the keeper has now.
    pub is_changed: bool,
    /// The fields in which the keeper's word stays though the file says something else: name, what stays, what the file says.
    pub kept: Vec<(String, String, String)>,
}

/// Puts a record together; without `base` nothing was read before.
pub fn merge(base: Option<&Map<String, Value>>, current: Map<String, Value>, new: &Map<String, Value>) -> Merged {
    let mut merged = Merged { record: current, ..Merged::default() };
    let none = Map::new();
    let base = base.unwrap_or(&none);
    fields(&mut merged, base, new, "");
    merged
}

fn fields(merged: &mut Merged, base: &Map<String, Value>, new: &Map<String, Value>, within: &str) {
    let names = new.keys().chain(base.keys().filter(|name| !new.contains_key(*name)));
    let names: Vec<String> = names.filter(|name| *name != "id").cloned().collect();
    for name in names {
        let (old, next) = (base.get(&name), new.get(&name));
        // The values of facets are fields of their own.
        if within.is_empty() && name == "facets" {
            facets(merged, old, next);
            continue;
        }
        let current = merged.record.get(&name).cloned();
        let is_same = |one: Option<&Value>, other: Option<&Value>| one == other;
        if is_same(current.as_ref(), next) {
            continue;
        }
        if is_same(current.as_ref(), old) {
            match next {
                Some(next) => _ = merged.record.insert(name, next.clone()),
                None => _ = merged.record.remove(&name),
            }
            merged.is_changed = true;
            continue;
        }
        let shown = |value: Option<&Value>| match value {
            None => String::new(),
            Some(Value::String(text)) => text.clone(),
            Some(value) => value.to_string(),
        };
        merged.kept.push((format!("{within}{name}"), shown(current.as_ref()), shown(next)));
    }
}

/// The values of an archive's own facets, each as a field.
fn facets(merged: &mut Merged, old: Option<&Value>, next: Option<&Value>) {
    let object = |value: Option<&Value>| value.and_then(Value::as_object).cloned().unwrap_or_default();
    let position = merged.record.keys().position(|name| name == "facets");
    let current = object(merged.record.get("facets"));
    let mut within = Merged { record: current, ..Merged::default() };
    fields(&mut within, &object(old), &object(next), "facets.");
    merged.kept.append(&mut within.kept);
    if !within.is_changed {
        return;
    }
    merged.is_changed = true;
    match (within.record.is_empty(), position) {
        (true, _) => _ = merged.record.remove("facets"),
        (false, _) => _ = merged.record.insert("facets".to_owned(), Value::Object(within.record)),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn object(value: Value) -> Map<String, Value> {
        value.as_object().cloned().unwrap_or_default()
    }

    #[test]
    fn what_a_keeper_changed_stays_and_is_told_where_the_file_says_something_else() {
        let base = object(json!({"id": "a", "title": "A", "venue": "V", "facets": {"body": "X"}}));
        let current = object(
            json!({"id": "a", "title": "My A", "venue": "V", "facets": {"body": "X", "own": "1"}, "notes": ["n"]}),
        );
        let new = object(json!({"id": "a", "title": "B", "venue": "W", "facets": {"body": "Y"}}));
        let merged = merge(Some(&base), current, &new);
        assert_eq!(
            Value::Object(merged.record),
            json!({"id": "a", "title": "My A", "venue": "W", "facets": {"body": "Y", "own": "1"}, "notes": ["n"]})
        );
        assert_eq!(merged.kept, [("title".to_owned(), "My A".to_owned(), "B".to_owned())]);
        assert!(merged.is_changed);
    }

    #[test]
    fn what_the_file_no_longer_says_goes_unless_a_keeper_wrote_it() {
        let base = object(json!({"id": "a", "venue": "V", "format": "F"}));
        let merged =
            merge(Some(&base), object(json!({"id": "a", "venue": "V", "format": "G"})), &object(json!({"id": "a"})));
        assert_eq!(Value::Object(merged.record), json!({"id": "a", "format": "G"}));
        let again = object(json!({"id": "a", "title": "A"}));
        assert!(!merge(Some(&again), again.clone(), &again).is_changed);
    }
}
