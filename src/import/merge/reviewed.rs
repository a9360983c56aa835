//! Meetings that a keeper says are one, and those that may be.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use serde_json::{Map, Value};

use crate::core::text::fold::fold;
use crate::import::assemble::found::Found;
use crate::import::merge::records::{fields, id};
use crate::import::merge::state::State;
use crate::import::origin::Origin;
use crate::import::told::{Done, Told};

/// Groups of ids: those of one meeting on a line, with spaces, commas or semicolons between. What stands behind a # is passed
/// over.
pub fn groups(text: &str) -> Vec<Vec<String>> {
    let line = |line: &str| -> Vec<String> {
        let ids = line.split('#').next().unwrap_or_default();
        ids.split([' ', ',', ';', '\t', '"', '\r']).filter(|id| !id.is_empty()).map(str::to_owned).collect()
    };
    text.trim_start_matches('\u{feff}').lines().map(line).filter(|ids| ids.len() > 1).collect()
}

/// Tells which ids of a reviewed list no meeting has, of those just read and of those that stand there.
pub fn tell_unknown(groups: &[Vec<String>], meetings: &[Found], standing: &[Arc<str>], state: &State, told: &mut Told) {
    if groups.is_empty() {
        return;
    }
    let mut known: HashSet<&str> = meetings.iter().map(|found| found.id.as_ref()).collect();
    known.extend(state.merged.iter().flatten().map(String::as_str));
    let standing: HashSet<String> = standing.iter().map(|record| id(record)).collect();
    for name in groups.iter().flatten().filter(|name| !known.contains(name.as_str()) && !standing.contains(*name)) {
        let why = "The reviewed list names an id that no meeting has.";
        told.tell(Done::Look, &Origin::whole(), why, name);
    }
}

/// Puts meetings together as groups say: the first of each stays, with all that the others have beside.
pub fn apply(meetings: &mut Vec<Found>, groups: &[Vec<String>], told: &mut Told) {
    let positions: HashMap<Arc<str>, usize> =
        meetings.iter().enumerate().map(|(at, found)| (found.id.clone(), at)).collect();
    let mut is_gone = vec![false; meetings.len()];
    for group in groups {
        let mut at = group.iter().filter_map(|id| positions.get(id.as_str()).copied());
        let Some(first) = at.next() else { continue };
        let mut record = fields(&meetings[first].record);
        for other in at.filter(|other| *other != first) {
            let id = meetings[other].id.clone();
            for (name, stays, says) in add(&mut record, fields(&meetings[other].record)) {
                let why = "Two meetings that were put together say different things; what the first says stays.";
                told.tell(Done::Look, &Origin::path(id.as_ref()), why, &says).labelled(&name).into(stays);
            }
            let why = "The reviewed list says that it is one meeting with another.";
            told.tell(Done::Merged, &Origin::path(id.as_ref()), why, &id).into(meetings[first].id.as_ref());
            is_gone[other] = true;
        }
        meetings[first].record = Value::Object(record).to_string().into();
    }
    let mut gone = is_gone.into_iter();
    meetings.retain(|_| !gone.next().unwrap_or_default());
}

/// Adds to a record what another has beside; what both say differently is told: field, what stays, what the other says.
fn add(record: &mut Map<String, Value>, other: Map<String, Value>) -> Vec<(String, String, String)> {
    let mut differ = Vec::new();
    let mut places = places_of(record);
    for place in places_of(&other) {
        if !places.contains(&place) {
            places.push(place);
        }
    }
    for (name, value) in other {
        match (record.get_mut(&name), value) {
            _ if matches!(name.as_str(), "id" | "source" | "reference" | "place" | "places") => {}
            (None, value) => _ = record.insert(name, value),
            (Some(Value::Array(mine)), Value::Array(theirs)) => {
                theirs.into_iter().for_each(|value| {
                    if !mine.contains(&value) {
                        mine.push(value)
                    }
                });
            }
            (Some(Value::Object(mine)), Value::Object(theirs)) if name == "facets" => {
                theirs.into_iter().for_each(|(key, value)| add_value(mine, key, value));
            }
            (Some(mine), value) if *mine != value => differ.push((name, mine.to_string(), value.to_string())),
            _ => {}
        }
    }
    // What was held in several places was held in all of them.
    if places != places_of(record) {
        record.shift_remove("place");
        record.shift_remove("places");
        let (name, value) = match places.as_slice() {
            [place] => ("place", place.clone()),
            _ => ("places", Value::Array(places)),
        };
        record.insert(name.to_owned(), value);
    }
    differ
}

/// The places that a record names.
fn places_of(record: &Map<String, Value>) -> Vec<Value> {
    let several = record.get("places").and_then(Value::as_array).into_iter().flatten();
    record.get("place").into_iter().chain(several).cloned().collect()
}

/// Adds a value to a facet, beside those that it has.
fn add_value(facets: &mut Map<String, Value>, key: String, value: Value) {
    let list = |value: Value| match value {
        Value::Array(values) => values,
        one => vec![one],
    };
    let mut values = facets.get(&key).cloned().map(list).unwrap_or_default();
    list(value).into_iter().for_each(|value| {
        if !values.contains(&value) {
            values.push(value)
        }
    });
    let value = match values.as_slice() {
        [one] => one.clone(),
        _ => Value::Array(values),
    };
    facets.insert(key, value);
}

/// With so many of one title and day another is compared.
const FIRSTS: usize = 20;

/// Names meetings of one title and one day that have a place or a page in common as well: they may be one, and nobody put
/// them together.
pub fn tell_alike(meetings: &[Found], told: &mut Told) {
    let mut by_name: HashMap<(String, String), Vec<usize>> = HashMap::new();
    for (at, found) in meetings.iter().enumerate() {
        let record = fields(&found.record);
        let text = |name: &str| record.get(name).and_then(Value::as_str).unwrap_or_default();
        let key = (fold(text("title")), text("start").split('T').next().unwrap_or_default().to_owned());
        let before = by_name.entry(key).or_default();
        // Beside the first of them: where hundreds are called the same on one day, each with each would take for ever.
        let mut firsts = before.iter().take(FIRSTS);
        if let Some(first) = firsts.find(|first| is_alike(&fields(&meetings[**first].record), &record)) {
            let why = "It has title, day and place or page of another, and differs elsewhere. If they are one meeting, write both \
                       ids on a line of a file and name that with --merge.";
            told.tell(Done::Look, &Origin::path(found.id.as_ref()), why, &found.id).into(meetings[*first].id.as_ref());
        }
        before.push(at);
    }
}

fn is_alike(one: &Map<String, Value>, other: &Map<String, Value>) -> bool {
    let page = |record: &Map<String, Value>| {
        record.get("documents").and_then(|list| list.get(0)).and_then(|of| of.get("url")).cloned()
    };
    let is_page = page(one).is_some() && page(one) == page(other);
    let is_place = one.get("place").is_some() && one.get("place") == other.get("place");
    let is_time = one.get("start") == other.get("start");
    is_page || (is_place && is_time)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_two_say_stands_in_one() {
        let object = |value: Value| value.as_object().cloned().unwrap_or_default();
        let mut record =
            object(json!({"id": "a", "title": "A", "place": "x", "themes": ["t"], "facets": {"body": "1"}}));
        let other =
            json!({"id": "b", "title": "B", "place": "y", "themes": ["u", "t"], "facets": {"body": "2"}, "venue": "V"});
        let differ = add(&mut record, object(other));
        let expected = json!({"id": "a", "title": "A", "themes": ["t", "u"], "facets": {"body": ["1", "2"]}, "venue": "V", "places": ["x", "y"]});
        assert_eq!(Value::Object(record.clone()), expected);
        assert_eq!(differ, [("title".to_owned(), "\"A\"".to_owned(), "\"B\"".to_owned())]);
        add(&mut record, object(json!({"id": "c", "place": "z"})));
        assert_eq!((record.get("place"), &record["places"]), (None, &json!(["x", "y", "z"])));
    }

    #[test]
    fn a_list_has_the_ids_of_a_meeting_on_a_line() {
        assert_eq!(groups("a b # one\n\nc;d, e\nalone\n"), [vec!["a", "b"], vec!["c", "d", "e"]]);
    }
}
