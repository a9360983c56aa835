//! Where a text stops to be a dataset.

use serde::de::IgnoredAny;

use crate::cli::lines::{Lines, Place};
use crate::cli::report::around;
use crate::cli::spots::Spots;
use crate::core::archive::check::signs::as_long;
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Kind, Problem, ReadError};

/// Why a text is no dataset, and where.
#[derive(Debug)]
pub struct Unread {
    /// Why; a place in it is as editors count.
    pub error: ReadError,
    /// Where that shows.
    pub place: Place,
    /// The lines around the place, for a person.
    pub around: String,
}

impl Unread {
    /// Finds the place in the text of a file.
    pub fn new(file: &str, json: &str, error: ReadError) -> Self {
        let lines = Lines::new(json);
        let start = match &error {
            ReadError::NotJson(line, column) => {
                // Those are of the text as it was read, in which a sign may be longer than in the file.
                let read = serde_json::from_str::<IgnoredAny>(&as_long(json)).err();
                let (line, column) = read.map_or((*line, *column), |error| (error.line(), error.column()));
                lines.byte(line, column)
            }
            ReadError::CutOff => json.trim_end().len(),
            ReadError::Version(_) => {
                let version = Problem::new(Path::top("version"), Fault::Kind(Kind::WholeNumber));
                Spots::new(json, std::slice::from_ref(&version)).of(&version).map_or(0, |spot| spot.start)
            }
            ReadError::NotAnArchive => json.len() - json.trim_start().len(),
        };
        let place = lines.place(start);
        let end = start + json[start..].chars().next().map_or(0, char::len_utf8);
        let around = around(file, &lines, start..end);
        let error = match error {
            ReadError::NotJson(..) => ReadError::NotJson(place.line, place.column),
            error => error,
        };
        Self { error, place, around }
    }
}
