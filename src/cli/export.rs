//! `archive export`: the meetings of a page as a file.

use std::path::PathBuf;

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::source::{Read, data, home, read};
use crate::core::address::route::Route;
use crate::core::export::{self, Choice, Format};
use crate::core::search::collection::Collection;
use crate::language::NAMES;

/// Prints the meetings of a page in a format
///
/// Such as `archive export '/?theme=mining' csv`, or `archive export /meetings/2005-oslo/ ics`.
#[derive(Args)]
pub struct Options {
    /// The page: its address on the site, with what it is filtered by
    address: String,
    /// The format: csv, ics, bib, ris, csl.json or json
    format: String,
    /// The dataset [default: $DATA, or meetings.json, or public/data/meetings.json]
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// The site's origin, as https://example.org [default: $SITE, or what the dataset says]
    #[arg(long, value_name = "ORIGIN")]
    site: Option<String>,
}

/// Prints the meetings of a page in the format whose files end so.
///
/// # Errors
/// Where there is no such format, the dataset cannot be read, or the page has no meetings.
pub fn export(options: &Options) -> Result<(), Failure> {
    let Options { address, format, data: file, site } = options;
    let format = Format::from_ending(format).ok_or_else(|| Failure::NoFormat(format.clone()))?;
    let Read { published: json, archive, .. } = read(&data(file.clone())?)?;
    let home = home(&archive, None, site.clone())?;
    let (path, search) = address.split_once('?').unwrap_or((address.as_str(), ""));
    let Collection { archive, catalogue } = Collection::new(archive, &NAMES);
    let choice = Choice::of(&archive, &catalogue, &Route::parse(path, search));
    let file = choice.and_then(|choice| export::export(&archive, &json, &choice, home, format, &NAMES));
    out!("{}", file.ok_or_else(|| Failure::NoMeetings(address.clone()))?.text)
}
