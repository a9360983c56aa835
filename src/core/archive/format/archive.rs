//! The archive as a whole, and what is said of its series.

use std::collections::BTreeMap;

use crate::core::archive::format::document::{without_folder, without_scheme};
use crate::core::archive::format::meeting::Meeting;
use crate::core::archive::format::person::Person;
use crate::core::archive::format::place::Place;
use crate::core::archive::format::text::{ByName, OneOrMany, Statement};
use crate::core::archive::json::Fields;
use crate::core::archive::record::{id_of, record, text};

record! {
    /// An archive of meetings. Required: `version`, `title`, `language` and `meetings`; of a meeting its `id`,
    /// `title` and `start`. All else is optional, and what is left out is shown as not recorded.
    pub struct Dataset {
        /// Version of this format: 1. A later one is read as far as it is known, with a warning.
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
        /// Where a reader sends a correction: a mail address, with or without `mailto:`, or a web address.
        pub contact: Option<String>,
        /// Who publishes the archive; a plain text is the name.
        pub publisher: Option<Publisher>,
        /// The licence of the data: an SPDX expression such as `CC-BY-4.0`, or a web address.
        pub licence: Option<String>,
        /// Picture beside the title: a file in the folder `documents` beside the dataset (SVG, PNG, JPEG, WebP or AVIF),
        /// its name in letters a to z, digits and hyphens.
        pub logo: Option<String>,
        /// Colour of links and buttons, `#rrggbb`: one for both schemes, or two, for the light scheme and the dark one.
        #[schemars(default)]
        pub accent: OneOrMany,
        /// Links in the footer of every page.
        #[schemars(default)]
        pub links: Vec<Link>,
        /// What a row of a list shows beside title and status, in its order: `date`, `place`, `venue`, `format`, `themes`, and
        /// keys of the archive's own facets. Without it date, place and themes.
        #[schemars(default)]
        pub row: Vec<String>,
        /// The columns of the table beside date and title, in their order: `number`, `place`, `venue`, `format`, `themes`,
        /// `status`, `documents`, and keys of the archive's own facets.
        #[schemars(default)]
        pub columns: Vec<String>,
        /// `false` where nothing of people is to be published but the text of the records: no pages, no facet, and nothing for
        /// search engines. Without it people are found like all else.
        pub people_pages: Option<bool>,
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
    forgive |fields: &mut Fields| without_folder(fields, "logo");
}

record! {
    /// Who publishes an archive.
    pub struct Publisher {
        /// Its name.
        pub name: String,
        /// Its web address (http or https).
        pub url: Option<String>,
    }
    from_text |name: &str| vec![text("name", name)];
}

record! {
    /// A link that leads out of the site.
    pub struct Link {
        /// What readers see.
        pub title: String,
        /// Its web address (http or https).
        pub url: String,
    }
    from_text |url: &str| vec![text("title", without_scheme(url)), text("url", url)];
}

record! {
    /// A time during which somebody chaired a body.
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
}

impl Chairmanship {
    /// Who chaired what, in a line: `Council: Norway (start inferred)`.
    pub fn line(&self) -> String {
        let note = self.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
        format!("{}: {}{note}", self.body, self.holder)
    }
}

record! {
    /// A facet by which meetings are narrowed: one of those that follow from the records (`theme`, `year`, `country`, `place`,
    /// `format`, `document`, `language`, `person`, `status`, `access`), or one of the archive's own, whose values meetings hold under `facets`.
    pub struct Facet {
        /// Its name in addresses, files and records: small letters, digits and hyphens, from a letter on, for example `body`.
        pub key: String,
        /// What readers see. A facet of the archive's own must have it.
        pub label: Option<String>,
        /// The same in other languages, by BCP 47 tag.
        #[schemars(default, with = "BTreeMap<String, String>")]
        pub labels: ByName,
        /// What its values are ordered by: `count` (those first that show most meetings under what else is asked), `label` or
        /// `declared` (as `values` has them). Without it values that `values` lists stand as it lists them, years the latest
        /// first, and the others by count.
        pub order: Option<String>,
        /// Labels of values in their order; those that it does not list come behind them.
        #[schemars(default)]
        pub values: Vec<String>,
        /// How many of its values are shown at first, from 1; without it all of up to twelve, and ten of more.
        pub show: Option<u32>,
        /// Whether its values are to be seen at first, or folded away; without it those of the first three facets are seen.
        pub open: Option<bool>,
    }
}

record! {
    /// A theme that meetings can have.
    pub struct Theme {
        /// Permanent id, part of addresses: small letters, digits and single hyphens, at most 80 characters.
        pub id: String,
        /// What readers see.
        pub label: String,
    }
    from_text |label: &str| vec![text("id", &id_of(label)), text("label", label)];
}

record! {
    /// A meeting of the series that no source records. It is shown at its place, and never counted.
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
}

record! {
    /// A source of the data.
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
        /// Day on which its address was last seen to work, `YYYY-MM-DD`.
        pub seen: Option<String>,
        /// What else a reader should know of it, for example that it has moved.
        pub note: Option<String>,
    }
}
