//! The folder that a site is written into.

use std::collections::HashSet;
use std::fs::{self, File, TryLockError};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::publish::walk::walk;
use crate::publish::write::{PublishError, failed, write};

/// The file in which a site lists its files, a path a line; compressed forms, which stand beside the file that they are of, are
/// not told.
const PUBLISHED: &str = ".published";

/// The endings of compressed forms.
const COMPRESSED: [&str; 2] = [".br", ".gz"];

/// What systems leave in a folder that somebody has looked into, which is nothing of anybody's.
pub const LITTER: [&str; 5] = [".DS_Store", ".localized", "Thumbs.db", "desktop.ini", ".directory"];

/// Lets `publish` write a site, and puts it in the place of the one that was in the folder before: until it is whole, that one
/// stays, and comes back where the last step fails. What `publish` gives is given back.
///
/// # Errors
/// Where the folder holds anything that is of no such site, cannot be written, or another program is about to do the same.
pub fn replace<T>(folder: &Path, publish: &dyn Fn(&Path) -> Result<T, PublishError>) -> Result<T, PublishError> {
    // What a link leads to is renewed, and not the link.
    let folder = &fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let name = folder.file_name().ok_or_else(|| PublishError::NotOurs(folder.clone()))?.to_string_lossy().into_owned();
    let beside = |what: &str| folder.with_file_name(format!(".{name}.{what}"));
    let (unfinished, before) = (beside("unfinished"), beside("before"));
    let _alone = Lock::of(folder, beside("lock"))?;
    // A program that was stopped between the two renames has left the site there.
    if before.exists() && !folder.exists() {
        fs::rename(&before, folder).map_err(failed(folder))?;
    }
    for place in [folder, &before] {
        if let Some(other) = foreign(place)? {
            return Err(PublishError::NotOurs(place.join(other)));
        }
    }
    remove(&before)?;
    remove(&unfinished)?;
    let _unfinished = Unfinished(unfinished.clone());
    fs::create_dir_all(&unfinished).map_err(failed(&unfinished))?;
    let published = publish(&unfinished)?;
    sign(&unfinished)?;
    match fs::rename(folder, &before) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(PublishError::Beside(folder.clone(), error));
        }
        _ => {}
    }
    // Somebody may have put something there while the new site was written.
    if let Some(other) = foreign(&before)? {
        fs::rename(&before, folder).map_err(failed(&before))?;
        return Err(PublishError::NotOurs(folder.join(other)));
    }
    if let Err(error) = fs::rename(&unfinished, folder) {
        // Where there was none before, there is nothing to bring back; what is told is why.
        let _ = fs::rename(&before, folder);
        return Err(failed(folder)(error));
    }
    remove(&before)?;
    Ok(published)
}

/// A site that is being written, of which nothing stays where it is not put in its place.
struct Unfinished(PathBuf);

impl Drop for Unfinished {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// What one program alone can have, as long as it writes a site into a folder. It ends with the program, however that ends.
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// That of a folder, by a file beside it.
    ///
    /// # Errors
    /// Where another program has it, or the file cannot be made.
    fn of(folder: &Path, path: PathBuf) -> Result<Self, PublishError> {
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(failed(folder))?;
        let file = File::create(&path).map_err(|error| PublishError::Beside(folder.to_owned(), error))?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => Err(PublishError::Busy(folder.to_owned())),
            // Some file systems know no locks; most keepers are alone.
            _ => Ok(Self { path, _file: file }),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// A file in a folder that no site has put there which was written before, by its path in it; none where there is none.
fn foreign(folder: &Path) -> Result<Option<String>, PublishError> {
    match fs::metadata(folder) {
        Ok(found) if !found.is_dir() => return Err(PublishError::NoFolder(folder.to_owned())),
        Ok(_) => {}
        Err(_) => return Ok(None),
    }
    let list = fs::read_to_string(folder.join(PUBLISHED)).unwrap_or_default();
    let own: HashSet<&str> = list.lines().chain([PUBLISHED]).collect();
    let is_litter = |path: &str| LITTER.contains(&path.rsplit('/').next().unwrap_or(path));
    let is_own = |path: &str| own.contains(path) || own.contains(plain(path)) || is_litter(path);
    let other = walk(folder)?.into_iter().find(|entry| !entry.is_folder && !is_own(&entry.path));
    Ok(other.map(|entry| entry.path))
}

/// The path of the file that a compressed form is of; any other path is its own.
fn plain(path: &str) -> &str {
    COMPRESSED.iter().find_map(|ending| path.strip_suffix(ending)).unwrap_or(path)
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
    let files: Vec<String> =
        walk(folder)?.into_iter().filter(|entry| !entry.is_folder).map(|entry| entry.path).collect();
    let there: HashSet<&str> = files.iter().map(String::as_str).collect();
    // What a keeper has packed is a file like others.
    let is_told = |path: &&String| plain(path) == path.as_str() || !there.contains(plain(path));
    let list: String = files.iter().filter(is_told).map(|path| format!("{path}\n")).collect();
    write(folder, PUBLISHED, list.as_bytes())
}

fn remove(folder: &Path) -> Result<(), PublishError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed(folder)(error)),
        _ => Ok(()),
    }
}
