//! A meeting as a reader found it, before it has ids: what the assembler makes records of.
//!
//! A reader fills what it knows and leaves the rest as it is. Texts are taken as they stood; white space around them, marks of
//! no width, and control characters are the assembler's to take away. What no field is for goes to `rest`, so that nothing is
//! lost: the assembler makes a facet of it where it has few different values in the file, and notes where it has many.

use crate::core::text::date::PartialDate;
use crate::import::origin::Origin;

/// A meeting as found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Draft {
    /// Where it stood; the first of its places where it stood in several.
    pub origin: Origin,
    /// What its source knows it by for good: a UID, a number, an address of an interface. By it a meeting is found again when
    /// the file is read again, so it must not be made up, and must not change when something is added to the file.
    pub uid: Option<String>,
    /// An id of our own format, where the file was made by us.
    pub id: Option<String>,
    /// Its title; empty where the file has none (the assembler then calls it by its body, its kind or its day, and tells).
    pub title: String,
    /// The language of the title, as a BCP 47 tag, where the file says so.
    pub language: Option<String>,
    /// The title in other languages, by BCP 47 tag.
    pub translations: Vec<(String, String)>,
    /// Its number in a series.
    pub number: Option<u32>,
    /// When it began. A draft without it cannot become a meeting: it is left out, and told.
    pub start: Option<PartialDate>,
    /// When it ended, inclusive; the same precision as `start` or finer. One before the start is told and passed over.
    pub end: Option<PartialDate>,
    /// `planned`, `tentative`, `cancelled`, `postponed` or `held`; another word is made a facet.
    pub status: Option<String>,
    /// The form in which it was held, for example `roundtable`.
    pub format: Option<String>,
    /// The larger event that it was a part of.
    pub within: Option<String>,
    /// What it was about, by labels: they become the archive's list of themes.
    pub themes: Vec<String>,
    /// Topics in sentences, which do not become themes.
    pub topics: Vec<String>,
    /// Where it was held.
    pub places: Vec<PlaceDraft>,
    /// Building, hotel, hall or room.
    pub venue: Option<String>,
    /// Web address at which one could take part from afar.
    pub online: Option<String>,
    /// Who took part, in what part.
    pub people: Vec<PersonDraft>,
    /// Its documents, its own web page among them (kind `web page`).
    pub documents: Vec<DocumentDraft>,
    /// Items of its agenda in their order.
    pub agenda: Vec<ItemDraft>,
    /// What else is said of it: paragraphs of description, remarks.
    pub notes: Vec<String>,
    /// What the source says in its own words, to the letter.
    pub quotes: Vec<String>,
    /// Shelf mark, file number.
    pub reference: Option<String>,
    /// Day on which the source changed it last.
    pub modified: Option<PartialDate>,
    /// Ids of our own format that it had before.
    pub formerly: Vec<String>,
    /// What no field is for: (label, values), in the file's own words.
    pub rest: Vec<Rest>,
}

/// Something of a meeting that the format has no field for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rest {
    /// What the file calls it, for people: the heading of a column, the name of a property.
    pub label: String,
    /// Its values.
    pub values: Vec<String>,
    /// Where it stood.
    pub origin: Origin,
    /// What is to become of it.
    pub wish: Wish,
}

/// What is to become of what no field is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Wish {
    /// A facet where it has few different values in all drafts, else notes.
    #[default]
    AsItComes,
    /// A facet, however many values it has.
    Facet,
    /// Notes.
    Note,
}

/// A place as found. Coordinates and address belong to the place with this name, not to a larger one around it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PlaceDraft {
    /// What it is called: a city, or a building with an address. Empty where only an address is known.
    pub name: String,
    /// The street address, in one line.
    pub address: Option<String>,
    /// The city, where `name` is a building in it.
    pub city: Option<String>,
    /// Region, municipality, state.
    pub region: Option<String>,
    /// Country, as the file writes it: a code or a name in any language; the assembler finds its code.
    pub country: Option<String>,
    /// Latitude and longitude in degrees.
    pub coordinates: Option<(f64, f64)>,
    /// What the source knows it by, where two of a name may differ.
    pub uid: Option<String>,
}

/// A person as found, and the part in the meeting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PersonDraft {
    /// The name without office and title.
    pub name: String,
    /// What the source knows the person by, where two of a name may differ.
    pub uid: Option<String>,
    /// Office held at the time.
    pub office: Option<String>,
    /// Body, company or authority that the person spoke for.
    pub organisation: Option<String>,
    /// Part played; `absent` or `excused` of who did not come.
    pub part: Option<String>,
}

/// A document as found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DocumentDraft {
    /// Its title; without one it is called by its address.
    pub title: String,
    /// What it is: `agenda`, `minutes`, `web page`.
    pub kind: Option<String>,
    /// Languages as BCP 47 tags.
    pub languages: Vec<String>,
    /// Its web address as the file writes it; what no browser opens is told and left out.
    pub url: Option<String>,
    /// Media type.
    pub media_type: Option<String>,
    /// Size in bytes.
    pub size: Option<u64>,
    /// SHA-256 in hexadecimal digits.
    pub sha256: Option<String>,
    /// Web address of a copy that an archive of web pages keeps.
    pub archived: Option<String>,
    /// Day on which its address was last seen to work, `YYYY-MM-DD`.
    pub seen: Option<String>,
    /// Its path in the folder of kept files, where it was made by us.
    pub file: Option<String>,
    /// What else is known of it.
    pub note: Option<String>,
}

/// An item of an agenda as found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ItemDraft {
    /// Its number as the agenda has it.
    pub number: Option<String>,
    /// What it was about.
    pub title: String,
    /// What was presented or discussed.
    pub text: Option<String>,
    /// What was decided.
    pub decision: Option<String>,
    /// Its documents.
    pub documents: Vec<DocumentDraft>,
    /// People, with the part they had in it.
    pub people: Vec<PersonDraft>,
}

/// What a file says of the archive as a whole; the first file that says something is heard, and what stands in the dataset
/// already counts before it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Its title.
    pub title: Option<String>,
    /// One or two sentences on it.
    pub description: Option<String>,
    /// Its language, as a BCP 47 tag.
    pub language: Option<String>,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// The web address of who publishes it.
    pub publisher_url: Option<String>,
    /// Its licence, an SPDX expression or a web address.
    pub licence: Option<String>,
    /// The web address that the file itself came from, if it says so.
    pub url: Option<String>,
}
