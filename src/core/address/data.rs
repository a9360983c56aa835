//! What the data of a site is called, each file by its path from the base.

/// The dataset.
pub const DATASET: &str = "data/meetings.json";

/// The JSON Schema of its format.
pub const SCHEMA: &str = "data/meetings.schema.json";

/// What tells of the dataset and its tables how long they are, and their hashes (Frictionless Data Package).
pub const DATA_PACKAGE: &str = "datapackage.json";

/// The archive as a schedule of the frab family, which apps for conferences read.
pub const SCHEDULE: &str = "schedule.json";
