//! Why the system refuses something, in a keeper's words.

use std::io::{Error, ErrorKind};

/// That the system refuses something of a file, or of what else is named: “meetings.json is not there.”
pub fn refused(subject: &str, error: &Error) -> String {
    let why = match error.kind() {
        ErrorKind::NotFound => "is not there",
        ErrorKind::PermissionDenied => "may not be read or written by you",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "has no space left on its disk",
        ErrorKind::ReadOnlyFilesystem => "is on a disk that can only be read",
        ErrorKind::IsADirectory => "is a folder",
        ErrorKind::NotADirectory => "cannot be: a part of its path is a file and no folder",
        ErrorKind::AlreadyExists => "is there already",
        ErrorKind::DirectoryNotEmpty => "is a folder that is not empty",
        ErrorKind::FileTooLarge => "is too large for its disk",
        ErrorKind::InvalidFilename => "is no name that a file can have here",
        ErrorKind::ResourceBusy => "is in use by another program",
        _ => return format!("{subject}: {}.", words(error)),
    };
    format!("{subject} {why}.")
}

/// Why, in the system's own words, without its number of the error.
pub fn words(error: &Error) -> String {
    let told = error.to_string();
    told.split(" (os error ").next().unwrap_or(&told).to_owned()
}
