//! The file format of an archive: what stands in `data/meetings.json`.
//!
//! These types are the one source of the format. `data/meetings.schema.json` is generated from them, and the
//! doc comments here are the descriptions there. Everything that needs judging (ids, dates, addresses, codes)
//! is kept as the text the keeper wrote; [`check`](super::check) judges it.

use std::collections::BTreeMap;

use schemars::JsonSchema;

/// The version of the format that this code reads and writes.
pub const VERSION: u32 = 1;

/// An archive of meetings. Required: `version`, `title`, `language` and `meetings`; of a meeting its `id`,
/// `title` and `start`. All else is optional, and what is left out is shown as not recorded.
#[derive(Debug, Clone, JsonSchema)]
pub struct Dataset {
    /// Version of this format: 1.
    pub version: u32,
    /// Permanent id of the archive: small letters, digits and single hyphens, at most 80 characters. Calendars and
    /// feed readers know its meetings by it; without it they go by the title.
    pub id: Option<String>,
    /// Title of the archive: the heading of its first page.
    pub title: String,
    /// Language the archive is written in, as a BCP 47 tag, for example `en`.
    pub language: String,
    /// Origin under which the archive is published, for example `https://example.org`, without a path.
    pub site: Option<String>,
    /// Date of the last change to the data, `YYYY-MM-DD`. Without it the latest `modified` of a meeting stands for it, and
    /// without any no date is claimed.
    pub modified: Option<String>,
    /// One or two sentences on what the archive holds, shown under its title.
    pub description: Option<String>,
    /// Where a reader sends a correction: a mail address or a web address.
    pub contact: Option<String>,
    /// The source of everything that names no source of its own, by id.
    #[schemars(default)]
    pub source: OneOrMany,
    /// What the meetings are for.
    #[schemars(default)]
    pub objectives: Vec<Statement>,
    /// The wider setting of the meetings, a paragraph each.
    #[schemars(default)]
    pub background: Vec<Statement>,
    /// Who holds the meetings.
    #[schemars(default)]
    pub organisers: Vec<Statement>,
    /// What else is known of the series as a whole.
    #[schemars(default)]
    pub notes: Vec<Statement>,
    /// Who chaired which body, and when. Shown with each meeting that falls into the time.
    #[schemars(default)]
    pub chairmanships: Vec<Chairmanship>,
    /// The facets by which meetings are narrowed, in the order of page and address. Without this list they are theme, year,
    /// country, place, format, document and language.
    #[schemars(default)]
    pub facets: Vec<Facet>,
    /// The themes that meetings name by id, in the order in which they are listed.
    #[schemars(default)]
    pub themes: Vec<Theme>,
    /// The places that meetings name by id.
    #[schemars(default)]
    pub places: Vec<Place>,
    /// The people that meetings name by id.
    #[schemars(default)]
    pub people: Vec<Person>,
    /// The meetings, oldest first.
    pub meetings: Vec<Meeting>,
    /// Meetings of the series that no source records.
    #[schemars(default)]
    pub gaps: Vec<Gap>,
    /// Where the data comes from.
    #[schemars(default)]
    pub sources: Vec<Source>,
}

/// A sentence or paragraph, and where it comes from. A plain string stands for one without a source of its own.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(untagged)]
pub enum Statement {
    /// The text alone.
    Text(String),
    /// The text with its source.
    Sourced(SourcedText),
}

/// A text with its source.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
pub struct SourcedText {
    /// The text itself.
    pub text: String,
    /// Where it comes from: the id of a source, or several.
    #[schemars(default)]
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
#[derive(Debug, Clone, JsonSchema)]
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
    pub note: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[schemars(default)]
    pub source: OneOrMany,
}

impl Chairmanship {
    /// Who chaired what, in a line: `Council: Norway (start inferred)`.
    pub fn line(&self) -> String {
        let note = self.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
        format!("{}: {}{note}", self.body, self.holder)
    }
}

/// A facet by which meetings are narrowed: one of those that follow from the records (`theme`, `year`, `country`, `place`,
/// `format`, `document`, `language`), or one of the archive's own, whose values meetings hold under `facets`.
#[derive(Debug, Clone, JsonSchema)]
pub struct Facet {
    /// Its name in addresses, files and records: small letters, digits and hyphens, from a letter on, for example `body`.
    pub key: String,
    /// What readers see. A facet of the archive's own must have it.
    pub label: Option<String>,
    /// The same in other languages, by BCP 47 tag.
    #[schemars(default, with = "BTreeMap<String, String>")]
    pub labels: ByName,
    /// What its values are ordered by: `label`, `count` (those of most meetings first) or `declared` (as `values` has them).
    /// Without it themes stand as they are declared, years in time, values that `values` lists as it lists them, and the
    /// others by their label.
    pub order: Option<String>,
    /// Labels of values in their order; those that it does not list come behind them.
    #[schemars(default)]
    pub values: Vec<String>,
    /// How many of its values are shown at first, from 1; without it all of up to twelve, and ten of more.
    pub show: Option<u32>,
    /// Whether its values are to be seen at first; without it they are.
    pub open: Option<bool>,
}

/// A theme that meetings can have.
#[derive(Debug, Clone, JsonSchema)]
pub struct Theme {
    /// Permanent id, part of addresses: small letters, digits and single hyphens, at most 80 characters.
    pub id: String,
    /// What readers see.
    pub label: String,
}

/// A place where meetings are held, as a rule a city.
#[derive(Debug, Clone, JsonSchema)]
pub struct Place {
    /// Permanent id, part of addresses: small letters, digits and single hyphens, at most 80 characters.
    pub id: String,
    /// Name in the archive's language.
    pub name: String,
    /// Country as an ISO 3166-1 alpha-2 code, for example `NO`, or `XK` for Kosovo; of one that is no more the code that it
    /// had, such as `SU`, or its four letters of ISO 3166-3: `CS` is Czechoslovakia, `CSXX` Serbia and Montenegro.
    pub country: Option<String>,
    /// Region, municipality or republic within the country.
    pub region: Option<String>,
    /// Latitude in degrees (WGS 84), −90 to 90, north positive.
    pub lat: Option<f64>,
    /// Longitude in degrees (WGS 84), −180 to 180, east positive.
    pub lon: Option<f64>,
    /// Names in other languages, by BCP 47 tag: a name, or a list where a language uses several.
    #[schemars(default, with = "BTreeMap<String, OneOrMany>")]
    pub names: ByName,
    /// What else a reader should know of the place.
    pub note: Option<String>,
    /// Where coordinates and names come from: the id of a source, or several.
    #[schemars(default)]
    pub source: OneOrMany,
}

/// A person who took part in meetings.
#[derive(Debug, Clone, JsonSchema)]
pub struct Person {
    /// Permanent id: small letters, digits and single hyphens, at most 80 characters.
    pub id: String,
    /// Name as the sources give it, without office or title.
    pub name: String,
}

/// A meeting.
#[derive(Debug, Clone, JsonSchema)]
pub struct Meeting {
    /// Permanent id, part of the meeting's address: small letters, digits and single hyphens, at most 80
    /// characters, for example `2011-haparanda`.
    pub id: String,
    /// Title of the meeting.
    pub title: String,
    /// Its number in the series, from 1.
    pub number: Option<u32>,
    /// Day on which this record was last changed, `YYYY-MM-DD`, also the day on which it was added. Feeds tell the meetings
    /// changed last, and an entry moves only when this day does. Without it nothing is claimed where a format allows that.
    pub modified: Option<String>,
    /// First day, `YYYY-MM-DD`, or a time of it with its offset from UTC (`2016-01-15T16:30+01:00`, `2016-01-15T16:30Z`) or
    /// local (`2016-01-15T16:30`); where no more is known a month (`2008-05`) or a year (`2008`).
    pub start: String,
    /// Last day (inclusive) or time, where it differs from the first; written as precisely as `start` or more.
    pub end: Option<String>,
    /// Themes, by id.
    #[schemars(default)]
    pub themes: Vec<String>,
    /// Place, by id.
    pub place: Option<String>,
    /// Building, hotel or hall.
    pub venue: Option<String>,
    /// The form in which it was held, for example `roundtable`.
    pub format: Option<String>,
    /// The larger event that it was a part of.
    pub within: Option<Event>,
    /// An event beside which it was held.
    pub alongside: Option<Event>,
    /// Topics of the meeting or of its sessions.
    #[schemars(default)]
    pub topics: Vec<Statement>,
    /// People, with their office at the time and the part they played.
    #[schemars(default)]
    pub people: Vec<Participation>,
    /// Documents, whether or not they can still be read.
    #[schemars(default)]
    pub documents: Vec<Document>,
    /// Its values of the archive's own facets: the facet's key, and a text or several.
    #[schemars(default, with = "BTreeMap<String, OneOrMany>")]
    pub facets: ByName,
    /// What a source says of the meeting in its own words, to the letter.
    #[schemars(default)]
    pub quotes: Vec<Statement>,
    /// What else is known.
    #[schemars(default)]
    pub notes: Vec<Statement>,
    /// Where the record comes from: the id of a source, or several; without it, the archive's `source`.
    #[schemars(default)]
    pub source: OneOrMany,
    /// Single fields that come from elsewhere: the field's name, and the id of its source, or several.
    #[schemars(default, with = "BTreeMap<String, OneOrMany>")]
    pub additions: ByName,
}

/// An event around or beside a meeting.
#[derive(Debug, Clone, JsonSchema)]
pub struct Event {
    /// Title of the event.
    pub title: String,
    /// First day, time of a day, month or year, written as those of a meeting.
    pub start: Option<String>,
    /// Last day, time of a day, month or year (inclusive), likewise.
    pub end: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[schemars(default)]
    pub source: OneOrMany,
}

/// A person's part in a meeting.
#[derive(Debug, Clone, JsonSchema)]
pub struct Participation {
    /// The person, by id.
    pub person: String,
    /// Office held at the time.
    pub office: Option<String>,
    /// Part played in the meeting, for example `Moderator`.
    pub part: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[schemars(default)]
    pub source: OneOrMany,
}

/// A document of a meeting.
#[derive(Debug, Clone, JsonSchema)]
pub struct Document {
    /// Title of the document.
    pub title: String,
    /// What it is, for example `programme` or `list of participants`; several where it is several at once.
    #[schemars(default)]
    pub kind: OneOrMany,
    /// Languages in which it exists, as BCP 47 tags.
    #[schemars(default)]
    pub languages: Vec<String>,
    /// Web address (http or https); left out where none survives.
    pub url: Option<String>,
    /// What else a reader should know of the document.
    pub note: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[schemars(default)]
    pub source: OneOrMany,
    /// Single fields that come from elsewhere: the field's name, and the id of its source, or several.
    #[schemars(default, with = "BTreeMap<String, OneOrMany>")]
    pub additions: ByName,
}

/// A meeting of the series that no source records. It is shown at its place, and never counted.
#[derive(Debug, Clone, JsonSchema)]
pub struct Gap {
    /// Its number in the series: it stands between the meetings with the numbers around it.
    pub number: u32,
    /// What is missing; begins with its number, for example `7th meeting`.
    pub title: String,
    /// What is known of the gap.
    pub note: Option<String>,
    /// Where it comes from: the id of a source, or several.
    #[schemars(default)]
    pub source: OneOrMany,
}

/// A source of the data.
#[derive(Debug, Clone, JsonSchema)]
pub struct Source {
    /// Id by which the rest of the data names it.
    pub id: String,
    /// Title of the page, document or release.
    pub title: String,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was published: a date, a month or a year.
    pub date: Option<String>,
    /// Its language, as a BCP 47 tag, where that is not the archive's.
    pub language: Option<String>,
    /// Its web address (http or https).
    pub url: Option<String>,
    /// What else a reader should know of it, for example that it has moved.
    pub note: Option<String>,
}

/// Texts by a name, in the file's order; each name stands once.
pub type ByName = Vec<(String, OneOrMany)>;

/// One text, or a list of them: `"en"` or `["en", "ru"]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, JsonSchema)]
#[schemars(with = "OneOrManyTexts")]
pub struct OneOrMany(pub Vec<String>);

/// The two forms of [`OneOrMany`] in a file.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
#[expect(dead_code, reason = "only described, never made")]
enum OneOrManyTexts {
    /// One text.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl OneOrMany {
    /// The texts in the file's order.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}
