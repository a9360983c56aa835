//! The files that are kept beside a dataset, and published with it: documents and the logo.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::core::archive::Archive;
use crate::core::archive::format::{Dataset, Document, FOLDER};
use crate::core::archive::path;
use crate::core::archive::problem::{Fault, Problem};
use crate::core::archive::unpublishable::Unpublishable;
use crate::core::archive::values::is_kept_path;
use crate::publish::accent;
use crate::publish::digest::Digest;
use crate::publish::licence;
use crate::publish::write::PublishError;

/// How the names of pictures end that browsers show.
const PICTURES: [&str; 6] = [".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif"];

/// The folder of kept files of a dataset.
pub fn folder(dataset: &Path) -> PathBuf {
    dataset.with_file_name(FOLDER.trim_end_matches('/'))
}

/// All that is wrong with what is published beside the records themselves: the files of a folder, colours and the licence.
pub fn judge(dataset: &Dataset, folder: &Path) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut report = |path: path::Path, of| problems.push(Problem::new(path, Fault::Unpublishable(of)));
    if let Some(of) = accent::judge(dataset.accent.as_slice()) {
        report(path::Path::top("accent"), of);
    }
    if let Some(of) = dataset.licence.as_deref().and_then(licence::judge) {
        report(path::Path::top("licence"), of);
    }
    if let Some(logo) = &dataset.logo {
        let name = logo.to_lowercase();
        // The head of every page has its address as it is.
        let is_plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte));
        let is_picture = is_plain && PICTURES.iter().any(|ending| name.ends_with(ending));
        let found =
            if is_picture { find(folder, logo).map(drop) } else { Err(Unpublishable::NotAPicture(logo.clone())) };
        if let Err(of) = found {
            report(path::Path::top("logo"), of);
        }
    }
    for (index, meeting) in dataset.meetings.iter().enumerate() {
        let meeting_at = path::Path::record("meetings", index);
        for (index, of) in meeting.documents.iter().enumerate() {
            document(folder, &meeting_at.item("documents", index), of, &mut report);
        }
        for (index, item) in meeting.agenda.iter().enumerate() {
            let item_at = meeting_at.item("agenda", index);
            for (index, of) in item.documents.iter().enumerate() {
                document(folder, &item_at.item("documents", index), of, &mut report);
            }
        }
    }
    problems
}

/// What is wrong with the file of a document.
fn document(folder: &Path, at: &path::Path, of: &Document, report: &mut dyn FnMut(path::Path, Unpublishable)) {
    let Some(name) = &of.file else { return };
    let path = match find(folder, name) {
        Ok(path) => path,
        Err(of) => return report(at.field("file"), of),
    };
    let shown = format!("{FOLDER}{name}");
    match fs::metadata(&path) {
        Ok(found) if of.size.is_some_and(|size| size != found.len() as f64) => {
            report(at.field("size"), Unpublishable::OtherSize(shown, found.len()));
        }
        Ok(_) => {
            if let Some(hash) = &of.sha256
                && let Ok(Digest { sha256: found, .. }) = Digest::of_file(&path)
                && !found.eq_ignore_ascii_case(hash)
            {
                report(at.field("sha256"), Unpublishable::OtherHash(shown, found));
            }
        }
        Err(_) => report(at.field("file"), Unpublishable::NoFile(shown)),
    }
}

/// The file with this path in a folder of kept files, if it is one and lies within.
fn find(folder: &Path, name: &str) -> Result<PathBuf, Unpublishable> {
    if !is_kept_path(name) {
        return Err(Unpublishable::BadPath(name.to_owned()));
    }
    let shown = format!("{FOLDER}{name}");
    // What links lead to is told, and the folder itself may be one.
    match (fs::canonicalize(folder), fs::canonicalize(folder.join(name))) {
        (Ok(folder), Ok(path)) if !path.starts_with(&folder) => Err(Unpublishable::Outside(shown)),
        // Nor may a link lead to what could not be named.
        (Ok(folder), Ok(path))
            if path.strip_prefix(&folder).is_ok_and(|path| !path.to_str().is_some_and(is_kept_path)) =>
        {
            Err(Unpublishable::Outside(shown))
        }
        // What the keeper cannot read cannot be published.
        (Ok(_), Ok(path)) if path.is_file() && File::open(&path).is_ok() => Ok(path),
        (Ok(_), Ok(_)) => Err(Unpublishable::NotAFile(shown)),
        _ => Err(Unpublishable::NoFile(shown)),
    }
}

/// Copies the files that an archive names from their folder into a site, and no other.
///
/// # Errors
/// Where one is not there any more, or cannot be copied.
pub fn copy(archive: &Archive, folder: &Path, site: &Path) -> Result<(), PublishError> {
    let documents = archive.meetings.iter().flat_map(|meeting| meeting.record.all_documents());
    let names = archive.dataset.logo.iter().chain(documents.filter_map(|of| of.file.as_ref()));
    for name in names {
        let copied = site.join(FOLDER).join(name);
        let path = find(folder, name).map_err(|_| missing(&folder.join(name)))?;
        let written = copied.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| copied_to(&path, &copied));
        written.map_err(|error| PublishError::File(folder.join(name), error))?;
    }
    Ok(())
}

/// The content alone: who may read a file of a site is not what its keeper may.
fn copied_to(path: &Path, copied: &Path) -> io::Result<u64> {
    io::copy(&mut File::open(path)?, &mut File::create(copied)?)
}

fn missing(path: &Path) -> PublishError {
    PublishError::File(path.to_owned(), io::ErrorKind::NotFound.into())
}
