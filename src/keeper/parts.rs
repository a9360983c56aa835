//! Which archives are published in parts, and the files of their records; those of the catalogue are `core::parts`'s.

use std::collections::BTreeSet;
use std::io::Write;

use serde_json::{Map, Value};

use crate::core::archive::Archive;
use crate::core::explore::PAGE_SIZE;
use crate::core::parts::{FIRST_PAGE, File, IN_A_FILE, records_file};
use crate::keeper::shell_files::hash;

/// The most bytes, compressed, that an archive is fetched whole with.
const WHOLE: usize = 300_000;

/// The folder of the parts of a dataset; none where it is small enough to be fetched whole. Its name holds a hash, so that
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
    let records = Records {
        themes: by_id(&dataset, "themes"),
        places: by_id(&dataset, "places"),
        people: by_id(&dataset, "people"),
        meetings: by_id(&dataset, "meetings"),
    };
    ["themes", "places", "people", "meetings"].into_iter().for_each(|list| _ = dataset.remove(list));
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
    themes: Map<String, Value>,
    places: Map<String, Value>,
    people: Map<String, Value>,
    meetings: Map<String, Value>,
}

fn by_id(dataset: &Map<String, Value>, list: &str) -> Map<String, Value> {
    let records = dataset.get(list).and_then(Value::as_array).into_iter().flatten();
    records.filter_map(|record| Some((record.get("id")?.as_str()?.to_owned(), record.clone()))).collect()
}

impl Records {
    /// The dataset with the meetings from one position to another alone, and what they name.
    fn dataset(&self, archive: &Archive, rest: &Map<String, Value>, meetings: std::ops::Range<usize>) -> Vec<u8> {
        let records = || archive.meetings[meetings.clone()].iter().map(|meeting| &meeting.record);
        let themes: BTreeSet<&str> = records().flat_map(|record| &record.themes).map(String::as_str).collect();
        let places: BTreeSet<&str> = records().filter_map(|record| record.place.as_deref()).collect();
        let people: BTreeSet<&str> =
            records().flat_map(|record| &record.people).map(|part| part.person.as_str()).collect();
        let of = |ids: BTreeSet<&str>, all: &Map<String, Value>| -> Value {
            ids.into_iter().filter_map(|id| all.get(id).cloned()).collect()
        };
        let mut dataset = rest.clone();
        dataset.insert("themes".to_owned(), of(themes, &self.themes));
        dataset.insert("places".to_owned(), of(places, &self.places));
        dataset.insert("people".to_owned(), of(people, &self.people));
        let meetings = records().filter_map(|record| self.meetings.get(&record.id).cloned()).collect();
        dataset.insert("meetings".to_owned(), meetings);
        Value::Object(dataset).to_string().into_bytes()
    }
}
