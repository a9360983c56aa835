//! Which archives are published in pieces, and the files of their records; those of the catalogue are
//! `core::search::pieces`'s.

use std::collections::BTreeMap;
use std::io::Write;

use serde_json::{Map, Value};

use crate::core::archive::Archive;
use crate::core::archive::format::Chairmanship;
use crate::core::archive::named::Named;
use crate::core::search::explore::PAGE_SIZE;
use crate::core::search::pieces::{FIRST_PAGE, File, IN_A_FILE, records_file};
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
    // Beside the first page only the meetings matter.
    dataset.retain(|name, _| matches!(name.as_str(), "version" | "title" | "language"));
    for start in (0..count).step_by(IN_A_FILE) {
        let end = (start + IN_A_FILE).min(count);
        files.push((records_file(start), records.dataset(archive, &dataset, start..end)));
    }
    Some(files)
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
    /// The dataset with the meetings from one position to another alone, and what they name.
    fn dataset(&self, archive: &Archive, rest: &Map<String, Value>, meetings: std::ops::Range<usize>) -> Vec<u8> {
        let records = || archive.meetings[meetings.clone()].iter().map(|meeting| &meeting.record);
        let named = Named::new(records());
        let mut dataset = rest.clone();
        for (list, ids) in named.lists() {
            let all = self.by_list.get(list);
            let kept: Value = ids.iter().filter_map(|id| all?.get(*id).cloned()).collect();
            dataset.insert(list.to_owned(), kept);
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
