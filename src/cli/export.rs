//! `archive export`: the meetings of a page as a file.

use crate::cli::failure::Failure;
use crate::cli::source::{Read, data, home, read};
use crate::core::address::route::Route;
use crate::core::export::{self, Choice, Format};
use crate::core::search::collection::Collection;
use crate::language::NAMES;

/// Prints the meetings of a page in the format whose files end so.
///
/// # Errors
/// Where there is no such format, the dataset cannot be read, or the page has no meetings.
pub fn export(address: &str, ending: &str) -> Result<(), Failure> {
    let format = Format::from_ending(ending).ok_or_else(|| Failure::NoFormat(ending.to_owned()))?;
    let Read { published: json, archive, .. } = read(&data())?;
    let home = home(&archive, None, None)?;
    let (path, search) = address.split_once('?').unwrap_or((address, ""));
    let Collection { archive, catalogue } = Collection::new(archive, &NAMES);
    let choice = Choice::of(&archive, &catalogue, &Route::parse(path, search));
    let file = choice.and_then(|choice| export::export(&archive, &json, &choice, home, format, &NAMES));
    out!("{}", file.ok_or_else(|| Failure::NoMeetings(address.to_owned()))?.text);
    Ok(())
}
