//! Meetings as a dataset of their own, in the format of this project.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::core::archive::Meeting;
use crate::core::archive::named::Named;

/// The dataset in `json` with these meetings alone, and of themes, places and people those that they name. Everything
/// kept stands as it stood. `None` if `json` is no dataset.
pub fn dataset(json: &str, meetings: &[&Meeting]) -> Option<String> {
    let mut dataset: Value = serde_json::from_str(json).ok()?;
    let mut kept: BTreeSet<&str> = meetings.iter().map(|meeting| meeting.record.id.as_str()).collect();
    // Of two meetings with one id the first is the sound one.
    retain(&mut dataset, "meetings", |id| kept.remove(id));
    let named = Named::new(meetings.iter().map(|meeting| &meeting.record));
    for (list, ids) in named.lists() {
        retain(&mut dataset, list, |id| ids.contains(id));
    }
    // A gap is a gap of the whole series.
    dataset.as_object_mut()?.shift_remove("gaps");
    Some(format!("{dataset:#}\n"))
}

/// Keeps the records of a list whose ids pass.
fn retain(dataset: &mut Value, list: &str, mut passes: impl FnMut(&str) -> bool) {
    if let Some(records) = dataset.get_mut(list).and_then(Value::as_array_mut) {
        records.retain(|record| record.get("id").and_then(Value::as_str).is_some_and(&mut passes));
    }
}
