//! What a dataset keeps beside it, and what of its lists its meetings name.

use std::collections::HashSet;
use std::sync::Arc;

use serde_json::Value;

use crate::core::archive::format::FOLDER;
use crate::import::assemble::found::Found;
use crate::import::merge::records::fields;
use crate::import::origin::Origin;
use crate::import::told::{Done, Told};

/// Takes out of documents what is said of a file that is not kept beside the dataset: an archive that names one is not
/// published.
pub fn leave_out_lost(meetings: &mut [Found], kept: &HashSet<String>, told: &mut Told) {
    for found in meetings.iter_mut().filter(|found| found.record.contains("\"file\"")) {
        let mut record = fields(&found.record);
        let mut lost = Vec::new();
        let (mut own, mut agenda) = (record.remove("documents"), record.remove("agenda"));
        let items = agenda.iter_mut().filter_map(Value::as_array_mut).flatten();
        let within = items.filter_map(|item| item.get_mut("documents"));
        for document in own.iter_mut().chain(within).filter_map(Value::as_array_mut).flatten() {
            let is_lost = document
                .get("file")
                .and_then(Value::as_str)
                .is_some_and(|file| !kept.contains(file.strip_prefix(FOLDER).unwrap_or(file)));
            if let Some(document) = document.as_object_mut().filter(|_| is_lost) {
                lost.extend(document.shift_remove("file").as_ref().and_then(Value::as_str).map(str::to_owned));
            }
        }
        if lost.is_empty() {
            continue;
        }
        let why = "The document is not in the folder documents beside the dataset; put it there and import again.";
        for file in lost {
            told.tell_of(found.file.clone(), Done::LeftOut, &Origin::path(found.id.as_ref()), why, &file);
        }
        // The fields stay in their order.
        let mut whole = fields(&found.record);
        for (name, value) in [("documents", own), ("agenda", agenda)] {
            whole.extend(value.map(|value| (name.to_owned(), value)));
        }
        found.record = Value::Object(whole).to_string().into();
    }
}

/// The ids of themes, places and people, and the names of sources, that meetings name.
pub fn named(meetings: &[Arc<str>]) -> HashSet<String> {
    let mut named = HashSet::new();
    for meeting in meetings {
        let record = fields(meeting);
        for name in ["themes", "place", "places", "people", "source"] {
            see(record.get(name), &mut named);
        }
        for item in record.get("agenda").and_then(Value::as_array).into_iter().flatten() {
            see(item.get("people"), &mut named);
        }
    }
    named
}

fn see(value: Option<&Value>, named: &mut HashSet<String>) {
    match value {
        Some(Value::String(text)) => _ = named.insert(text.clone()),
        Some(Value::Array(values)) => values.iter().for_each(|value| see(Some(value), named)),
        Some(Value::Object(fields)) => see(fields.get("person"), named),
        _ => {}
    }
}
