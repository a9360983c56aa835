//! Which archives are published in pieces, and the files of their records; those of the catalogue are
//! `core::search::pieces`'s.

use std::collections::BTreeMap;
use std::io::Write;

use serde_json::{Map, Value, json};

use crate::core::archive::Archive;
use crate::core::archive::format::Chairmanship;
use crate::core::archive::named::Named;
use crate::core::search::explore::PAGE_SIZE;
use crate::core::search::pieces::{ATTENDED, FIRST_PAGE, File, IN_A_FILE, records_file};
use crate::publish::app_files::hash;

/// The most bytes, compressed, that an archive is fetched whole with.
const WHOLE: usize = 300_000;

/// The folder of the pieces of a dataset; none where it is small enough to be fetched whole. Its name holds a hash, so that
/// what is in it never changes.
pub fn folder(json: &str) -> Option<String> {
    // What is small before it is compressed needs no compressing to tell.
    let is_large = json.len() > WHOLE && compressed_size(json) > WHOLE;
    is_large.then(|| format!("data/parts/{}/", hash(json.as_bytes())))
}

fn compressed_size(json: &str) -> usize {
    let mut compressed = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut compressed, 4096, 9, 22);
    // Writing into memory does not fail.
    let _ = encoder.write_all(json.as_bytes());
    drop(encoder);
    compressed.len()
}

/// The files of the records: the first page, and a few meetings each. `None` if `json` is no dataset.
pub fn records(archive: &Archive, json: &str) -> Option<Vec<File>> {
    let Value::Object(mut dataset) = serde_json::from_str(json).ok()? else {
        return None;
    };
    let lists = ["themes", "places", "people"];
    let records = Records {
        by_list: lists.into_iter().map(|list| (list, by_id(&dataset, list))).collect(),
        meetings: by_id(&dataset, "meetings"),
        chairmanships: dataset.get("chairmanships").and_then(Value::as_array).cloned().unwrap_or_default(),
    };
    lists.into_iter().chain(["meetings", "chairmanships"]).for_each(|list| _ = dataset.remove(list));
    let count = archive.meetings.len();
    let mut files =
        vec![(FIRST_PAGE.to_owned(), records.dataset(archive, &dataset, count.saturating_sub(PAGE_SIZE)..count))];
    files.push((ATTENDED.to_owned(), records.attended(&dataset)));
    // Beside the first page only the meetings matter.
    dataset.retain(|name, _| matches!(name.as_str(), "version" | "title" | "language"));
    for start in (0..count).step_by(IN_A_FILE) {
        let end = (start + IN_A_FILE).min(count);
        files.push((records_file(start), records.dataset(archive, &dataset, start..end)));
    }
    Some(files)
}

/// What of the dataset, and of each meeting, tells who took part where, beside the people.
const OF_ALL: [&str; 6] = ["version", "title", "language", "facets", "row", "people_pages"];
const OF_MEETING: [&str; 13] = [
    "id", "title", "start", "end", "language", "status", "place", "places", "online", "venue", "format", "themes",
    "facets",
];

/// An item of an agenda with its people; none where it has none.
fn of_item(item: &Value) -> Option<Value> {
    let people = item.get("people")?;
    Some(json!({"number": item.get("number"), "title": item.get("title"), "people": people}))
}

/// The records of a dataset by their ids.
struct Records {
    /// What meetings name, by the name of its list.
    by_list: BTreeMap<&'static str, Map<String, Value>>,
    meetings: Map<String, Value>,
    /// Who held the chair when, which meetings name by their time.
    chairmanships: Vec<Value>,
}

fn by_id(dataset: &Map<String, Value>, list: &str) -> Map<String, Value> {
    let records = dataset.get(list).and_then(Value::as_array).into_iter().flatten();
    records.filter_map(|record| Some((record.get("id")?.as_str()?.to_owned(), record.clone()))).collect()
}

impl Records {
    /// The dataset with all meetings, of which each tells who took part, and what a row shows.
    fn attended(&self, rest: &Map<String, Value>) -> Vec<u8> {
        let mut dataset = rest.clone();
        dataset.retain(|name, _| OF_ALL.contains(&name.as_str()));
        let has_people = rest.get("people_pages") != Some(&Value::Bool(false));
        for (list, all) in &self.by_list {
            if *list != "people" || has_people {
                dataset.insert((*list).to_owned(), all.values().cloned().collect());
            }
        }
        let part = |field: &str, value: &Value| match field {
            "people" => has_people.then(|| value.clone()),
            "agenda" => {
                Some(value.as_array()?.iter().filter_map(|item| of_item(item).filter(|_| has_people)).collect())
            }
            field => OF_MEETING.contains(&field).then(|| value.clone()),
        };
        let meeting = |record: &Value| -> Option<Value> {
            let fields = record.as_object()?.iter();
            Some(
                fields
                    .filter_map(|(name, value)| Some((name.clone(), part(name, value)?)))
                    .collect::<Map<_, _>>()
                    .into(),
            )
        };
        dataset.insert("meetings".to_owned(), self.meetings.values().filter_map(meeting).collect());
        Value::Object(dataset).to_string().into_bytes()
    }

    /// The dataset with the meetings from one position to another alone, and what they name.
    fn dataset(&self, archive: &Archive, rest: &Map<String, Value>, meetings: std::ops::Range<usize>) -> Vec<u8> {
        let records = || archive.meetings[meetings.clone()].iter().map(|meeting| &meeting.record);
        let named = Named::new(records());
        let mut dataset = rest.clone();
        for (list, ids) in named.lists() {
            let all = self.by_list.get(list);
            let mut kept: Vec<Value> = ids.iter().filter_map(|id| all?.get(*id).cloned()).collect();
            // Whether there are people and places at all is told by the first page, for the header.
            if kept.is_empty() && meetings.end == archive.meetings.len() {
                kept.extend(all.and_then(|all| all.values().next()).cloned());
            }
            dataset.insert(list.to_owned(), kept.into());
        }
        let is_needed =
            |chair: &Chairmanship| archive.meetings[meetings.clone()].iter().any(|meeting| chair.is_at(meeting.when));
        let chairs = self.chairmanships.iter().zip(&archive.dataset.chairmanships);
        let chairs: Vec<Value> = chairs.filter(|(_, chair)| is_needed(chair)).map(|(json, _)| json.clone()).collect();
        if !chairs.is_empty() {
            dataset.insert("chairmanships".to_owned(), chairs.into());
        }
        let meetings = records().filter_map(|record| self.meetings.get(&record.id).cloned()).collect();
        dataset.insert("meetings".to_owned(), meetings);
        Value::Object(dataset).to_string().into_bytes()
    }
}
