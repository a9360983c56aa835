//! Judges how an archive is published: by whom, and what its pages show.

use super::Checker;
use crate::core::archive::format::Dataset;
use crate::core::archive::path::Path;
use crate::core::archive::problem::Fault;

/// What a row of a list can show, beside the archive's own facets.
pub const IN_ROWS: [&str; 5] = ["date", "place", "venue", "format", "themes"];

/// What can be a column of the table, beside the archive's own facets.
pub const COLUMNS: [&str; 7] = ["number", "place", "venue", "format", "themes", "status", "documents"];

impl Checker {
    /// Who publishes the archive, where its pages lead, and what they show.
    pub(super) fn publication(&mut self, dataset: &Dataset) {
        if let Some(publisher) = &dataset.publisher {
            let path = Path::top("publisher");
            self.filled(&path.field("name"), &publisher.name);
            if let Some(url) = &publisher.url {
                self.url(&path.field("url"), url);
            }
        }
        self.records("links", &dataset.links, |checker, path, link| {
            checker.filled(&path.field("title"), &link.title);
            checker.url(&path.field("url"), &link.url);
        });
        self.parts("row", &dataset.row, &IN_ROWS);
        self.parts("columns", &dataset.columns, &COLUMNS);
    }

    /// What is shown of a meeting, in the field of this name.
    fn parts(&mut self, name: &str, parts: &[String], known: &'static [&'static str]) {
        for (index, part) in parts.iter().enumerate() {
            if !known.contains(&part.as_str()) && !self.known.facets.has(part) {
                self.report(&Path::record(name, index), Fault::BadPart(part.clone(), known));
            }
        }
    }
}
