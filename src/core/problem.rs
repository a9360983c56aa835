//! What can be wrong with a dataset. The sentences stand in [`wording`](crate::wording).

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
    /// The JSON is of the wrong shape; the text is the parser's own.
    Shape(String),
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
    /// Neither a web address nor a mail address.
    BadContact(String),
    /// Not a BCP 47 language tag.
    BadLanguage(String),
    /// Not an ISO 3166-1 alpha-2 country code.
    BadCountry(String),
    /// A coordinate out of its range; with the greatest value it may have.
    BadCoordinate(String, u16),
    /// One coordinate without the other.
    HalfCoordinates,
    /// A field in `additions` that the record does not have or does not fill.
    NoSuchField(String),
    /// A gap whose number a meeting has.
    GapIsMet(u32),
    /// A gap's title that does not begin with its number.
    GapTitle(u32),
    /// A field that the format does not have; only the keeper's tool looks for it.
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
    /// The JSON is not an archive; with the parser's own words on where and why.
    NotAnArchive(String),
}

impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> Self {
        use serde_json::error::Category;

        match error.classify() {
            Category::Eof => Self::CutOff,
            Category::Syntax | Category::Io => Self::NotJson(error.line(), error.column()),
            Category::Data => Self::NotAnArchive(error.to_string()),
        }
    }
}
