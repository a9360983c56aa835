//! Where a text stops to be a dataset.

use serde::de::IgnoredAny;

use crate::cli::lines::{Lines, Place};
use crate::cli::report::told_one;
use crate::cli::spots::Spots;
use crate::core::archive::check::signs::as_long;
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Kind, Problem, ReadError};
use crate::language::checks::unreadable;

/// Why a text is no dataset, and where.
#[derive(Debug)]
pub struct Unread {
    /// Why, and what to do.
    pub sentence: String,
    /// Where that shows.
    pub place: Place,
    /// The same with the lines around the place, for a person, coloured.
    pub told: String,
}

impl Unread {
    /// Finds the place in the text of a file.
    pub fn new(file: &str, json: &str, error: &ReadError) -> Self {
        let lines = Lines::new(json);
        let mut why = None;
        let start = match error {
            ReadError::NotJson(line, column) => {
                // Those are of the text as it was read, in which a sign may be longer than in the file.
                let read = serde_json::from_str::<IgnoredAny>(&as_long(json)).err();
                let (line, column) = read.as_ref().map_or((*line, *column), |error| (error.line(), error.column()));
                // The library tells its own place, which is of the text as it was read.
                why = read.and_then(|error| Some(error.to_string().rsplit_once(" at line ")?.0.to_owned()));
                lines.byte(line, column)
            }
            ReadError::CutOff => json.trim_end().len(),
            ReadError::Version(_) | ReadError::NotAnArchive => {
                let version = Problem::new(Path::top("version"), Fault::Kind(Kind::WholeNumber));
                let spot = Spots::new(json, std::slice::from_ref(&version)).of(&version);
                spot.map_or(json.len() - json.trim_start().len(), |spot| spot.start)
            }
        };
        let end = start + json[start..].chars().next().map_or(0, char::len_utf8);
        let sentence = unreadable(error, why.as_deref());
        Self { place: lines.place(start), told: told_one(&sentence, file, &lines, start..end), sentence }
    }
}
