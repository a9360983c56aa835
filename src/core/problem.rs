//! What can be wrong with a dataset. The sentences stand in [`wording`](crate::wording).

use super::path::Path;

/// Something wrong with one field of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path of the field in the file, for example `meetings[3].documents[0].url`.
    pub path: String,
    /// What is wrong there.
    pub fault: Fault,
}

/// The kinds of fault, each with what the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Another kind of JSON value than belongs there; with what does.
    Kind(&'static str),
    /// A text that must say something is empty.
    Empty,
    /// An id that is not small letters, digits and single hyphens, is over 80 characters, or is reserved.
    BadId(String),
    /// An id that an earlier record has; with the path of that record.
    DuplicateId(String, String),
    /// Not a date, month or year of the calendar.
    BadDate(String),
    /// An end before its start; with the start.
    EndBeforeStart(String, String),
    /// A reference to a record that the file does not have; with the name of the list it should stand in.
    Unknown(String, &'static str),
    /// Not a web address.
    BadUrl(String),
    /// Not the origin of a site.
    BadOrigin(String),
    /// Neither a web address nor a mail address.
    BadContact(String),
    /// Not a BCP 47 language tag.
    BadLanguage(String),
    /// Not an ISO 3166-1 alpha-2 country code.
    BadCountry(String),
    /// A coordinate out of its range; with the greatest value it may have.
    BadCoordinate(u16),
    /// One coordinate without the other.
    HalfCoordinates,
    /// A field in `additions` that the record does not have or does not fill.
    NoSuchField(String),
    /// A gap whose number a meeting has.
    GapIsMet(u32),
    /// A gap's title that does not begin with its number.
    GapTitle(u32),
    /// A field that stands twice in its record.
    RepeatedField,
    /// A field that the format does not have. It takes nothing away, so it keeps no record from being shown.
    UnknownField,
}

/// Why a dataset could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// The text ends in the middle.
    CutOff,
    /// The text is not JSON; with the line and column where that shows.
    NotJson(usize, usize),
    /// The format's version is another than this code reads.
    Version(u64),
    /// The JSON is no object with a whole number as its `version`.
    NotAnArchive,
}

impl Problem {
    /// A fault of the field at `path`.
    pub fn new(path: Path, fault: Fault) -> Self {
        Self { path: path.to_string(), fault }
    }

    /// Whether the fault keeps a record from being shown, and a site from being built.
    pub fn is_grave(&self) -> bool {
        self.fault != Fault::UnknownField
    }
}

impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> Self {
        if error.is_eof() { Self::CutOff } else { Self::NotJson(error.line(), error.column()) }
    }
}
