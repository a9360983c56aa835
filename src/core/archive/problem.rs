//! What can be wrong with a dataset. What each fault is called is told in a language, and not here.

use crate::core::archive::path::Path;
#[cfg(feature = "native")]
use crate::core::archive::unpublishable::Unpublishable;

/// Something wrong with one field of a dataset.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Path of the field in the file, for example `meetings[3].documents[0].url`.
    pub path: String,
    /// The record of one of the file's lists that the field is in; none where it is in no record.
    pub record: Option<RecordAt>,
    /// What is wrong there.
    pub fault: Fault,
}

/// Where in the file a faulty record stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordAt {
    /// The name of its list, for example `meetings`.
    pub list: String,
    /// Its position in the list.
    pub index: usize,
    /// Whether it is its id that is at fault, so that nothing can name it.
    pub is_unnamed: bool,
}

/// What belongs where something else stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// An object.
    Object,
    /// A list.
    List,
    /// A text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    WholeNumber,
    /// `true` or `false`.
    Flag,
    /// A list of texts.
    Texts,
    /// A text or a list of texts.
    OneOrMany,
}

/// The kinds of fault, each with what the file says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// Another kind of JSON value than belongs there; with what does.
    Kind(Kind),
    /// A text that must say something is empty.
    Empty,
    /// An id that is not small letters, digits and single hyphens, is over 80 characters, or is reserved.
    BadId(String),
    /// An id that an earlier record has; with the path of that record.
    DuplicateId(String, String),
    /// Not a date, month or year of the calendar.
    BadDate(String),
    /// Neither that nor a time of a day, where one may stand.
    BadTime(String),
    /// Not a day of the calendar.
    BadDay(String),
    /// A day of change that has not come; nothing was changed then, so it is told nowhere. Nothing else is lost by it.
    NotYet(String),
    /// A day on which an address was seen, which has not come. Nothing else is lost by it.
    NotSeenYet(String),
    /// A sign that not all formats of an archive can hold, by its code point.
    BadSign(u32),
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
    /// Neither an ISO 3166-1 alpha-2 country code nor the code of a country that is no more.
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
    /// What cannot be the key of a facet.
    BadKey(String),
    /// A key that an earlier facet has.
    DuplicateKey(String),
    /// A facet of the archive's own without a label.
    NoLabel(String),
    /// No order that the values of a facet can have.
    BadOrder(String),
    /// The values of a facet are to stand as declared, and none is listed.
    NothingDeclared,
    /// No number of values that can be shown at first.
    NothingShown,
    /// A meeting's value of a facet that is not declared.
    UndeclaredFacet(String),
    /// A meeting's value of a facet whose values follow from the record.
    KnownFacet(String),
    /// A facet that no meeting has a value in; by its key. Nothing is lost by it.
    UnusedFacet(String),
    /// A value that differs from an earlier one only by case or by a sign; with both. They stay two.
    NearlyTheSame(String, String),
    /// No state that a meeting can be in.
    BadStatus(String),
    /// A meeting with a place beside its places.
    PlaceAndPlaces,
    /// A former id that cannot lead to its meeting, since it leads to another; with the path of what has it.
    FormerIdTaken(String, String),
    /// Not a media type.
    BadMediaType(String),
    /// Not a whole number of bytes.
    BadSize,
    /// Not a SHA-256.
    BadHash(String),
    /// Nothing that a row can show, or that can be a column; with what can.
    BadPart(String, &'static [&'static str]),
    /// A facet of people in an archive that publishes nothing of people. It is not offered, and nothing else is lost by it.
    NoPeople,
    /// What is wrong with what stands beside the dataset, or is made of it where it is published.
    #[cfg(feature = "native")]
    Unpublishable(Unpublishable),
    /// A record that likely tells the same as an earlier one. Nothing is lost by it.
    #[cfg(feature = "native")]
    LikelyDouble(Double),
    /// A version of the format that a newer program wrote. Nothing is lost by it: what this one does not know stays.
    #[cfg(feature = "native")]
    NewerVersion(u32),
    /// A field that stands twice in its record.
    RepeatedField,
    /// A field that the format does not have. It takes nothing away, so it keeps no record from being shown.
    UnknownField,
}

/// Two records that are likely one; only a keeper is told of them.
#[cfg(feature = "native")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Double {
    /// What the two are.
    pub of: DoubleOf,
    /// What the later of the two is called.
    pub text: String,
    /// What the earlier is called.
    pub first: String,
    /// The path of the earlier.
    pub at: String,
}

/// What two records can both be.
#[cfg(feature = "native")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DoubleOf {
    /// One person.
    Person,
    /// One place of a country.
    Place,
    /// One theme.
    Theme,
    /// One meeting of a day.
    Meeting,
}

/// Why a dataset could not be read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// The text ends in the middle.
    CutOff,
    /// The text is not JSON; with the line and column where that shows.
    NotJson(usize, usize),
    /// The format's version is an earlier one than this code reads.
    Version(u64),
    /// The JSON is no object with a whole number as its `version`.
    NotAnArchive,
}

impl Problem {
    /// A fault of the field at `path`.
    pub fn new(path: Path, fault: Fault) -> Self {
        let record = path.record_and_field().map(|(list, index, field)| RecordAt {
            list: list.to_owned(),
            index,
            is_unnamed: field == "id",
        });
        Self { path: path.to_string(), record, fault }
    }

    /// Whether it is an error, which keeps a record from being shown and a site from being built, or else a warning, which
    /// does neither.
    pub fn is_error(&self) -> bool {
        match self.fault {
            Fault::UnknownField | Fault::UnusedFacet(_) | Fault::NearlyTheSame(..) | Fault::NoPeople => false,
            Fault::NotYet(_) | Fault::NotSeenYet(_) => false,
            #[cfg(feature = "native")]
            Fault::LikelyDouble(_) | Fault::NewerVersion(_) => false,
            _ => true,
        }
    }

    /// Whether it is the name of the field that is at fault, and not its value.
    #[cfg(feature = "native")]
    pub fn is_of_name(&self) -> bool {
        match &self.fault {
            Fault::UnknownField | Fault::RepeatedField => true,
            Fault::NoSuchField(_) | Fault::UndeclaredFacet(_) | Fault::KnownFacet(_) => true,
            // A text in a language stands under its tag.
            Fault::BadLanguage(tag) => self.path.strip_suffix(tag).is_some_and(|within| within.ends_with('.')),
            _ => false,
        }
    }
}

impl From<serde_json::Error> for ReadError {
    fn from(error: serde_json::Error) -> Self {
        if error.is_eof() { Self::CutOff } else { Self::NotJson(error.line(), error.column()) }
    }
}
