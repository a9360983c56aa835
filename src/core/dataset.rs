//! The file format of an archive: what stands in `data/meetings.json`.
//!
//! These types are the one source of the format. `data/meetings.schema.json` is generated from them, and the
//! doc comments here are the descriptions there. Everything that needs judging (ids, dates, addresses, codes)
//! is kept as the text the keeper wrote; [`check`](crate::core::check) judges it.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::lenient::{OneOrMany, Records};

/// The version of the format that this code reads and writes.
pub const VERSION: u32 = 1;

/// An archive of meetings. Required: `version`, `title`, `language` and `meetings`; of a meeting its `id`,
/// `title` and `start`. All else is optional, and what is left out is shown as not recorded.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Dataset {
    /// Version of this format: 1.
    pub version: u32,
    /// Title of the archive: the heading of its first page.
    pub title: String,
    /// Language the archive is written in, as a BCP 47 tag, for example `en`.
    pub language: String,
    /// Origin under which the archive is published, for example `https://example.org`, without a path.
    #[serde(default)]
    pub site: Option<String>,
    /// Date of the last change to the data, `YYYY-MM-DD`.
    #[serde(default)]
    pub modified: Option<String>,
    /// One or two sentences on what the archive holds, shown under its title.
    #[serde(default)]
    pub description: Option<String>,
    /// Where a reader sends a correction: a mail address or a web address.
    #[serde(default)]
    pub contact: Option<String>,
    /// The source of everything that names no source of its own, by id.
    #[serde(default)]
    pub source: OneOrMany,
    /// What the meetings are for.
    #[serde(default)]
    pub objectives: Records<Statement>,
    /// The wider setting of the meetings, a paragraph each.
    #[serde(default)]
    pub background: Records<Statement>,
    /// Who holds the meetings.
    #[serde(default)]
    pub organisers: Records<Statement>,
    /// What else is known of the series as a whole.
    #[serde(default)]
    pub notes: Records<Statement>,
    /// Who chaired which body, and when. Shown with each meeting that falls into the time.
    #[serde(default)]
    pub chairmanships: Records<Chairmanship>,
    /// The themes that meetings name by id, in the order in which they are listed.
    #[serde(default)]
    pub themes: Records<Theme>,
    /// The places that meetings name by id.
    #[serde(default)]
    pub places: Records<Place>,
    /// The people that meetings name by id.
    #[serde(default)]
    pub people: Records<Person>,
    /// The meetings, oldest first.
    pub meetings: Records<Meeting>,
    /// Meetings of the series that no source records.
    #[serde(default)]
    pub gaps: Records<Gap>,
    /// Where the data comes from.
    #[serde(default)]
    pub sources: Records<Source>,
}

/// A sentence or paragraph, and where it comes from. A plain string stands for one without a source of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "native", schemars(untagged))]
pub enum Statement {
    /// The text alone.
    Text(String),
    /// The text with its source.
    Sourced(SourcedText),
}

/// A text with its source.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct SourcedText {
    /// The text itself.
    pub text: String,
    /// Where it comes from: the id of a source, or several.
    #[serde(default)]
    pub source: OneOrMany,
}

impl Statement {
    /// The text itself.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Sourced(sourced) => &sourced.text,
        }
    }

    /// The ids of the sources it names; empty where it names none.
    pub fn source(&self) -> &[String] {
        match self {
            Self::Text(_) => &[],
            Self::Sourced(sourced) => sourced.source.as_slice(),
        }
    }
}

/// A time during which somebody chaired a body.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Chairmanship {
    /// The body that is chaired, for example a council.
    pub body: String,
    /// Who chairs it: a country, a region, an institution or a person.
    pub holder: String,
    /// When it began: a date, a month (`2003-10`) or a year.
    pub from: String,
    /// When it ended: the chair has passed on at the beginning of this date, month or year.
    pub to: String,
    /// What a reader should know, for example that a limit is inferred.
    #[serde(default)]
    pub note: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[serde(default)]
    pub source: OneOrMany,
}

/// A theme that meetings can have.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Theme {
    /// Permanent id, part of addresses: small letters, digits and single hyphens, at most 80 characters.
    pub id: String,
    /// What readers see.
    pub label: String,
}

/// A place where meetings are held, as a rule a city.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Place {
    /// Permanent id, part of addresses: small letters, digits and single hyphens, at most 80 characters.
    pub id: String,
    /// Name in the archive's language.
    pub name: String,
    /// Country as an ISO 3166-1 alpha-2 code, for example `NO`.
    #[serde(default)]
    pub country: Option<String>,
    /// Region, municipality or republic within the country.
    #[serde(default)]
    pub region: Option<String>,
    /// Latitude in degrees (WGS 84), −90 to 90, north positive.
    #[serde(default)]
    pub lat: Option<f64>,
    /// Longitude in degrees (WGS 84), −180 to 180, east positive.
    #[serde(default)]
    pub lon: Option<f64>,
    /// Names in other languages, by BCP 47 tag: a name, or a list where a language uses several.
    #[serde(default)]
    pub names: BTreeMap<String, OneOrMany>,
    /// What else a reader should know of the place.
    #[serde(default)]
    pub note: Option<String>,
    /// Where coordinates and names come from: the id of a source, or several.
    #[serde(default)]
    pub source: OneOrMany,
}

/// A person who took part in meetings.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Person {
    /// Permanent id: small letters, digits and single hyphens, at most 80 characters.
    pub id: String,
    /// Name as the sources give it, without office or title.
    pub name: String,
}

/// A meeting.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Meeting {
    /// Permanent id, part of the meeting's address: small letters, digits and single hyphens, at most 80
    /// characters, for example `2011-haparanda`.
    pub id: String,
    /// Title of the meeting.
    pub title: String,
    /// Its number in the series, from 1.
    #[serde(default)]
    pub number: Option<u32>,
    /// First day, `YYYY-MM-DD`; where no more is known a month (`2008-05`) or a year (`2008`).
    pub start: String,
    /// Last day (inclusive), where it differs from the first; written as precisely as `start` or more.
    #[serde(default)]
    pub end: Option<String>,
    /// Themes, by id.
    #[serde(default)]
    pub themes: Vec<String>,
    /// Place, by id.
    #[serde(default)]
    pub place: Option<String>,
    /// Building, hotel or hall.
    #[serde(default)]
    pub venue: Option<String>,
    /// The form in which it was held, for example `roundtable`.
    #[serde(default)]
    pub format: Option<String>,
    /// The larger event that it was a part of.
    #[serde(default)]
    pub within: Option<Event>,
    /// An event beside which it was held.
    #[serde(default)]
    pub alongside: Option<Event>,
    /// Topics of the meeting or of its sessions.
    #[serde(default)]
    pub topics: Vec<Statement>,
    /// People, with their office at the time and the part they played.
    #[serde(default)]
    pub people: Vec<Participation>,
    /// Documents, whether or not they can still be read.
    #[serde(default)]
    pub documents: Vec<Document>,
    /// What a source says of the meeting in its own words, to the letter.
    #[serde(default)]
    pub quotes: Vec<Statement>,
    /// What else is known.
    #[serde(default)]
    pub notes: Vec<Statement>,
    /// Where the record comes from: the id of a source, or several; without it, the archive's `source`.
    #[serde(default)]
    pub source: OneOrMany,
    /// Single fields that come from elsewhere: the field's name, and the id of its source, or several.
    #[serde(default)]
    pub additions: BTreeMap<String, OneOrMany>,
}

/// An event around or beside a meeting.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Event {
    /// Title of the event.
    pub title: String,
    /// First day, month or year.
    #[serde(default)]
    pub start: Option<String>,
    /// Last day, month or year (inclusive).
    #[serde(default)]
    pub end: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[serde(default)]
    pub source: OneOrMany,
}

/// A person's part in a meeting.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Participation {
    /// The person, by id.
    pub person: String,
    /// Office held at the time.
    #[serde(default)]
    pub office: Option<String>,
    /// Part played in the meeting, for example `Moderator`.
    #[serde(default)]
    pub part: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[serde(default)]
    pub source: OneOrMany,
}

/// A document of a meeting.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Document {
    /// Title of the document.
    pub title: String,
    /// What it is, for example `programme` or `list of participants`; several where it is several at once.
    #[serde(default)]
    pub kind: OneOrMany,
    /// Languages in which it exists, as BCP 47 tags.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Web address (http or https); left out where none survives.
    #[serde(default)]
    pub url: Option<String>,
    /// What else a reader should know of the document.
    #[serde(default)]
    pub note: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[serde(default)]
    pub source: OneOrMany,
    /// Single fields that come from elsewhere: the field's name, and the id of its source, or several.
    #[serde(default)]
    pub additions: BTreeMap<String, OneOrMany>,
}

/// A meeting of the series that no source records. It is shown at its place, and never counted.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Gap {
    /// Its number in the series: it stands between the meetings with the numbers around it.
    pub number: u32,
    /// What is missing; begins with its number, for example `7th meeting`.
    pub title: String,
    /// What is known of the gap.
    #[serde(default)]
    pub note: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[serde(default)]
    pub source: OneOrMany,
}

/// A source of the data.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "native", derive(schemars::JsonSchema))]
pub struct Source {
    /// Id by which the rest of the data names it.
    pub id: String,
    /// Title of the page, document or release.
    pub title: String,
    /// Who published it.
    #[serde(default)]
    pub publisher: Option<String>,
    /// When it was published: a date, a month or a year.
    #[serde(default)]
    pub date: Option<String>,
    /// Its language, as a BCP 47 tag, where that is not the archive's.
    #[serde(default)]
    pub language: Option<String>,
    /// Its web address (http or https).
    #[serde(default)]
    pub url: Option<String>,
    /// What else a reader should know of it, for example that it has moved.
    #[serde(default)]
    pub note: Option<String>,
}
