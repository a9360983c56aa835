//! Puts another text into a keeper's file: whole or not at all, with what was there before beside it.

use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::Builder;

use crate::cli::failure::Failure;

/// What is put behind the name of a file for that of what was there before.
const BEFORE: &str = ".bak";

/// Puts `after` in the place of `before`, where the file still is that; the path of what was there before comes back. A link
/// stays one, and the file that it leads to is replaced; permissions stay.
///
/// # Errors
/// Where a file cannot be read or written, or has changed meanwhile; then nothing is.
pub fn replace(path: &Path, before: &[u8], after: &[u8]) -> Result<PathBuf, Failure> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|of| of.is_symlink());
    let file = if is_link { fs::canonicalize(path).map_err(|error| failure(path, error))? } else { path.to_owned() };
    let permissions = fs::metadata(&file).map_err(|error| failure(path, error))?.permissions();
    let mut name = file.file_name().map(OsString::from).unwrap_or_default();
    name.push(BEFORE);
    let kept = file.with_file_name(name);
    let new = written(&file, after, &permissions)?;
    if fs::read(&file).map_err(|error| failure(path, error))? != before {
        return Err(Failure::Changed(path.to_owned()));
    }
    written(&kept, before, &permissions)?.persist(&kept).map_err(|error| failure(&kept, error.error))?;
    new.persist(&file).map_err(|error| failure(path, error.error))?;
    Ok(kept)
}

/// A file in the folder of another, which is gone unless it takes the other's place.
fn written(of: &Path, content: &[u8], permissions: &Permissions) -> Result<tempfile::NamedTempFile, Failure> {
    let folder = of.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || {
        let mut file = Builder::new().prefix(".archive-").tempfile_in(folder)?;
        file.write_all(content)?;
        fs::set_permissions(file.path(), permissions.clone())?;
        file.as_file().sync_all()?;
        Ok(file)
    };
    write().map_err(|error| failure(of, error))
}

fn failure(path: &Path, error: std::io::Error) -> Failure {
    Failure::File(path.to_owned(), error)
}
