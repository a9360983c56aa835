//! `archive export`: the meetings of a page as a file.

use std::path::PathBuf;

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::source::{Read, data, home, read, sound};
use crate::core::address::route::Route;
use crate::core::export::{self, Choice, Format};
use crate::core::search::collection::Collection;
use crate::core::search::filter::understood;
use crate::language::NAMES;
use crate::language::messages::notice;

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
/// Where there is no such format, the dataset cannot be read or has an error, the address asks for what the archive does not have, or
/// the page has no meetings.
pub fn export(options: &Options) -> Result<(), Failure> {
    let Options { address, format, data: file, site } = options;
    let format = Format::from_ending(format).ok_or_else(|| Failure::NoFormat(format.clone()))?;
    let path = data(file.clone())?;
    let Read { published: json, archive, .. } = read(&path)?;
    // Of a meeting that cannot be read nobody would know that it is lacking.
    if archive.left_out > 0 {
        sound(&path, &archive, Failure::Unchecked)?;
    }
    let home = home(&archive, None, site.clone())?;
    let (path, search) = address.split_once('?').unwrap_or((address.as_str(), ""));
    let Collection { archive, catalogue } = Collection::new(archive, &NAMES);
    let route = Route::parse(path, search);
    // Whoever reads what comes of it does not see what a page would say.
    if let Route::Explorer(query) = &route {
        let (_, notices) = understood(&catalogue, query);
        if !notices.is_empty() {
            return Err(Failure::NotUnderstood(address.clone(), notices.iter().map(notice).collect()));
        }
    }
    let choice = Choice::of(&archive, &catalogue, &route);
    let file = choice.and_then(|choice| export::export(&archive, &json, &choice, home, format, &NAMES));
    out!("{}", file.ok_or_else(|| Failure::NoMeetings(address.clone()))?.text)
}
