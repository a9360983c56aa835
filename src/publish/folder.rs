//! The folder that a site is written into.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::publish::write::{PublishError, failed, write};

/// The file in which a site lists what of its folder is its own: the names at the top, a line each.
const PUBLISHED: &str = ".published";

/// Lets `publish` write a site, and puts it in the place of the one that was in the folder before: until it is whole, that one
/// stays. What `publish` gives is given back.
///
/// # Errors
/// Where the folder holds anything that is of no such site, or cannot be written.
pub fn replace<T>(folder: &Path, publish: &dyn Fn(&Path) -> Result<T, PublishError>) -> Result<T, PublishError> {
    // What a link leads to is renewed, and not the link.
    let folder = &fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    if let Some(other) = foreign(folder)? {
        return Err(PublishError::NotOurs(other));
    }
    let name = folder.file_name().ok_or_else(|| PublishError::NotOurs(folder.clone()))?.to_string_lossy().into_owned();
    let beside = |what: &str| folder.with_file_name(format!(".{name}.{what}"));
    let (unfinished, before) = (beside("unfinished"), beside("before"));
    remove(&unfinished)?;
    remove(&before)?;
    fs::create_dir_all(&unfinished).map_err(failed(&unfinished))?;
    let published = publish(&unfinished)?;
    sign(&unfinished)?;
    match fs::rename(folder, &before) {
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(failed(folder)(error)),
        _ => fs::rename(&unfinished, folder).map_err(failed(folder))?,
    }
    remove(&before)?;
    Ok(published)
}

/// Something in a folder that no site has put there which was written before; none where there is none.
fn foreign(folder: &Path) -> Result<Option<PathBuf>, PublishError> {
    if !folder.exists() {
        return Ok(None);
    }
    let list = fs::read_to_string(folder.join(PUBLISHED)).unwrap_or_default();
    let is_ours = |name: &str| name == PUBLISHED || list.lines().any(|own| own == name);
    let other = names(folder)?.into_iter().find(|name| !is_ours(name));
    Ok(other.map(|name| folder.join(name)))
}

/// The names of what is in a folder.
fn names(folder: &Path) -> Result<Vec<String>, PublishError> {
    let entries = fs::read_dir(folder).map_err(failed(folder))?;
    entries.map(|entry| Ok(entry.map_err(failed(folder))?.file_name().to_string_lossy().into_owned())).collect()
}

/// Lets `publish` write a site in place of all that is in a folder, which a server for development has made for it.
///
/// # Errors
/// Where that is not possible.
pub fn clear<T>(folder: &Path, publish: &dyn Fn(&Path) -> Result<T, PublishError>) -> Result<T, PublishError> {
    remove(folder)?;
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let published = publish(folder)?;
    sign(folder)?;
    Ok(published)
}

/// Lists in a folder what of it is its site's own, which is everything.
fn sign(folder: &Path) -> Result<(), PublishError> {
    let names: BTreeSet<String> = names(folder)?.into_iter().collect();
    let list: String = names.iter().map(|name| format!("{name}\n")).collect();
    write(folder, PUBLISHED, list.as_bytes())
}

fn remove(folder: &Path) -> Result<(), PublishError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(folder)(error)),
        _ => Ok(()),
    }
}
