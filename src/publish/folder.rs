//! The folder that a site is written into.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use crate::publish::write::PublishError;

/// The files by which a folder is known to hold a site that this program has written.
const OURS: [&str; 2] = ["data/meetings.schema.json", "datapackage.json"];

/// Lets `publish` write a site, and puts it in the place of the one that was in the folder before: until it is whole, that one
/// stays. What `publish` gives is given back.
///
/// # Errors
/// Where the folder holds something else than such a site, or cannot be written.
pub fn replace<T>(folder: &Path, publish: &dyn Fn(&Path) -> Result<T, PublishError>) -> Result<T, PublishError> {
    let failed = |error| PublishError::File(folder.to_owned(), error);
    let is_empty = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_none(),
        Err(error) if error.kind() == ErrorKind::NotFound => true,
        Err(error) => return Err(failed(error)),
    };
    if !is_empty && !OURS.iter().all(|name| folder.join(name).is_file()) {
        return Err(PublishError::NoSite(folder.to_owned()));
    }
    let name = folder.file_name().ok_or_else(|| PublishError::NoSite(folder.to_owned()))?;
    let unfinished = folder.with_file_name(format!(".{}.unfinished", name.to_string_lossy()));
    remove(&unfinished)?;
    fs::create_dir_all(&unfinished).map_err(failed)?;
    let published = publish(&unfinished)?;
    remove(folder)?;
    fs::rename(&unfinished, folder).map_err(failed)?;
    Ok(published)
}

/// Removes everything in a folder.
///
/// # Errors
/// Where that is not possible.
pub fn clear(folder: &Path) -> Result<(), PublishError> {
    remove(folder)?;
    fs::create_dir_all(folder).map_err(|error| PublishError::File(folder.to_owned(), error))
}

fn remove(folder: &Path) -> Result<(), PublishError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(PublishError::File(folder.to_owned(), error)),
        _ => Ok(()),
    }
}
