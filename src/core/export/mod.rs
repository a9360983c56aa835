//! What readers take away: meetings as files in the usual formats. One function makes them all, for the published
//! files and for what a reader saves, so that both are the same to the byte.

pub mod calendar;
pub mod calendar_time;
pub mod column;
pub mod csv;
pub mod further;
pub mod json;
pub mod people;
pub mod references;

use crate::core::address::base::Home;
use crate::core::address::data::DATASET;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::names::Names;
use crate::core::archive::{Archive, Meeting};
use crate::core::search::catalogue::Catalogue;
use crate::core::search::explore::found;
use crate::core::search::list::List;
use crate::core::text::slug::slug;

/// The greatest length of a file's name without its ending, in bytes.
const MAX_NAME: usize = 80;

/// A format in which meetings are taken away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// A table for spreadsheets, a row a meeting (RFC 4180).
    Csv,
    /// An iCalendar (RFC 5545), an event for every meeting whose days are known.
    Calendar,
    /// References for BibTeX.
    Bibtex,
    /// References in the RIS format.
    Ris,
    /// References in CSL-JSON.
    Csl,
    /// A dataset of this project's own format with these meetings alone.
    Json,
}

impl Format {
    /// All formats.
    pub const ALL: [Self; 6] = [Self::Csv, Self::Calendar, Self::Bibtex, Self::Ris, Self::Csl, Self::Json];

    /// How the names of its files end; also its name where one is needed.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Calendar => "ics",
            Self::Bibtex => "bib",
            Self::Ris => "ris",
            Self::Csl => "csl.json",
            Self::Json => "json",
        }
    }

    /// The format whose files end so.
    pub fn from_ending(ending: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.ending() == ending)
    }

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Csv => "text/csv;charset=utf-8",
            Self::Calendar => "text/calendar;charset=utf-8",
            Self::Bibtex => "application/x-bibtex;charset=utf-8",
            Self::Ris => "application/x-research-info-systems;charset=utf-8",
            Self::Csl => "application/vnd.citationstyles.csl+json",
            Self::Json => "application/json",
        }
    }
}

/// The path of the published file with the meetings of a page, where there is one.
pub fn published(route: &Route, format: Format) -> Option<String> {
    let is_whole = matches!(route, Route::Explorer(query) if query.unordered() == Query::default());
    match (route, format) {
        (_, Format::Json) if is_whole => Some(DATASET.to_owned()),
        (_, Format::Csv | Format::Calendar | Format::Bibtex) if is_whole => {
            Some(format!("meetings.{}", format.ending()))
        }
        (Route::Meeting(id), Format::Calendar) => Some(format!("meetings/{id}.{}", format.ending())),
        _ => None,
    }
}

/// A file to be taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

/// The meetings of a page, the oldest first whatever order they are shown in, and a name for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// The name of their file, without its ending.
    pub name: String,
    /// Their positions in the archive.
    pub meetings: Vec<usize>,
}

impl Choice {
    /// The meetings of a page: the one meeting, or all that the explorer finds. `None` for a page without meetings, and where
    /// the catalogue has not come so far.
    pub fn of(archive: &Archive, catalogue: &Catalogue, route: &Route) -> Option<Self> {
        let query = match route {
            Route::Explorer(query) => query.unordered(),
            // A list that the archive does not have would be all meetings.
            Route::List { key, id, .. } => {
                List::find(catalogue, &Route::list(key, id)).map(|_| Query::only(key, id))?
            }
            _ => return Self::of_meeting(archive, route),
        };
        let (query, meetings) = found(catalogue, &query)?;
        let mut name = slug(&format!("meetings {query}"));
        while name.len() > MAX_NAME {
            name.pop();
        }
        Some(Self { name, meetings })
    }

    /// The meeting whose page this is; `None` for every other page.
    pub fn of_meeting(archive: &Archive, route: &Route) -> Option<Self> {
        let Route::Meeting(id) = route else { return None };
        Some(Self { name: id.clone(), meetings: vec![archive.position(id)?] })
    }
}

/// A choice of meetings as a file. `json` is the text that `archive` was read from, which no format but JSON asks for.
/// `None` for a calendar of meetings of which no day is known.
pub fn export(
    archive: &Archive,
    json: &str,
    choice: &Choice,
    home: Home,
    format: Format,
    names: &Names,
) -> Option<File> {
    let meetings: Vec<&Meeting> = choice.meetings.iter().filter_map(|at| archive.meetings.get(*at)).collect();
    let is_whole = meetings.len() == archive.meetings.len() && archive.left_out == 0;
    let text = match format {
        Format::Csv => csv::table(archive, &meetings, home)?,
        Format::Calendar => calendar::calendar(archive, &meetings, home, names),
        Format::Bibtex => references::bibtex(archive, &meetings, home, names),
        Format::Ris => references::ris(archive, &meetings, home, names),
        Format::Csl => references::csl(archive, &meetings, home, names),
        Format::Json if is_whole => json.to_owned(),
        Format::Json => json::dataset(json, &meetings)?,
    };
    // A calendar must hold something (RFC 5545, section 3.6).
    let is_empty = format == Format::Calendar && !meetings.iter().any(|meeting| meeting.when.has_days());
    (!is_empty).then(|| File { name: format!("{}.{}", choice.name, format.ending()), text })
}
