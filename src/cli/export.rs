//! `archive export`: the meetings of a page as a file.

use crate::cli::failure::Failure;
use crate::cli::source::{data, home, read};
use crate::core::address::route::Route;
use crate::core::export::{self, Format};
use crate::language::NAMES;

/// Prints the meetings of a page in the format whose files end so.
///
/// # Errors
/// Where there is no such format, the dataset cannot be read, or the page has no meetings.
pub fn export(address: &str, ending: &str) -> Result<(), Failure> {
    let format = Format::from_ending(ending).ok_or_else(|| Failure::NoFormat(ending.to_owned()))?;
    let (json, archive) = read(&data())?;
    let home = home(&archive)?;
    let (path, search) = address.split_once('?').unwrap_or((address, ""));
    let file = export::export(&archive, &json, &Route::parse(path, search), home, format, &NAMES);
    print!("{}", file.ok_or_else(|| Failure::NoMeetings(address.to_owned()))?.text);
    Ok(())
}
