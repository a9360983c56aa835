//! A dataset of this program among the files: its records are taken as they are.

use serde_json::Value;

use crate::core::archive::Archive;
use crate::import::merge::records::{LISTS, Records, fields};

/// The records of a text that is a sound dataset of ours and has each record in full; none of anything else, which is read
/// like the files of others.
pub fn own(text: &str) -> Option<Records> {
    let records = Records::read(text).ok()?;
    let is_ours = records.top.get("version").is_some_and(Value::is_number) && records.top.get("title").is_some();
    let is_full = |record: &str| fields(record).get("id").and_then(Value::as_str).is_some();
    let are_full = LISTS.iter().all(|list| records.list(list).iter().all(|record| is_full(record)));
    if !is_ours || records.list("meetings").is_empty() || !are_full {
        return None;
    }
    let archive = Archive::read(text).ok()?;
    (!archive.problems.iter().any(|problem| problem.is_error())).then_some(records)
}
