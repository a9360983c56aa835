//! The format of the dataset, described for machines.

use crate::core::archive::format::Dataset;

/// The JSON Schema of the format, as published: generated from the types in [`format`](crate::core::archive::format).
pub fn schema() -> String {
    let schema = schemars::schema_for!(Dataset);
    // A schema is a tree of texts and numbers, which always has a JSON form.
    format!("{:#}\n", schema.as_value())
}
