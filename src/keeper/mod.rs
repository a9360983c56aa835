//! What the keeper's native tool does: describes the format, judges a dataset, and publishes it.

pub mod catalogue;
pub mod feeds;
pub mod files;
pub mod head;
pub mod offline;
pub mod page;
pub mod parts;
pub mod publish;
pub mod shell_files;

use crate::core::archive::read_dataset;
use crate::core::check::check;
use crate::core::dataset::Dataset;
use crate::core::problem::{Problem, ReadError};

/// The JSON Schema of the format, as published: generated from the types in [`dataset`](crate::core::dataset).
pub fn schema() -> String {
    let schema = schemars::schema_for!(Dataset);
    // A schema is a tree of texts and numbers, which always has a JSON form.
    format!("{:#}\n", schema.as_value())
}

/// Judges the text of a dataset: all that is wrong with it.
///
/// # Errors
/// Where the text is no dataset of this format at all.
pub fn judge(json: &str) -> Result<Vec<Problem>, ReadError> {
    let (dataset, problems) = read_dataset(json)?;
    Ok(check(&dataset, problems))
}
