//! Why a command failed, in one plain sentence.

use std::path::PathBuf;
use std::{fmt, io};

use crate::core::archive::problem::ReadError;
use crate::core::export::Format;
use crate::language::{messages, problems};
use crate::publish::write::PublishError;

/// What the commands are.
pub const HELP: &str = "\
archive check [FILE]   judges a dataset (public/data/meetings.json) and lists all that is wrong with it:
                       errors, which stop a build, and warnings, which do not
archive export ADDRESS FORMAT
                       prints the meetings of a page, such as '/?theme=mining' or /meetings/2005-oslo/, in a
                       format: csv, ics, bib, ris, csl.json, json; takes another dataset from $DATA and the
                       site's origin from $SITE
archive schema         prints the JSON Schema of the format
archive build          completes the site that Trunk has staged in $TRUNK_STAGING_DIR; takes another
                       dataset from $DATA, the site's origin from $SITE, and keeps nothing for offline
                       if $OFFLINE is off
";

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// The arguments are not understood.
    Usage,
    /// A file cannot be read.
    File(PathBuf, io::Error),
    /// A file is no UTF-8 text.
    NotUtf8(PathBuf),
    /// A file is no dataset.
    Unreadable(PathBuf, ReadError),
    /// A dataset has so many errors.
    Unsound(PathBuf, usize),
    /// Nobody has told where the app's files are.
    NoStaging,
    /// The base is no path with a slash at both ends.
    BadBase(String),
    /// The site is no origin.
    BadSite(String),
    /// Neither on nor off.
    BadOffline(String),
    /// There is no such format.
    NoFormat(String),
    /// The address has no meetings that have a place in the format.
    NoMeetings(String),
    /// The site could not be written.
    Publish(PublishError),
}

impl Failure {
    /// 1 where the data is at fault, 2 where the call is.
    pub fn code(&self) -> u8 {
        match self {
            Self::NotUtf8(_) | Self::Unreadable(..) | Self::Unsound(..) => 1,
            _ => 2,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Usage => write!(formatter, "The arguments are not understood. What there is:\n{HELP}"),
            Self::File(path, error) => write!(formatter, "{}: {error}.", path.display()),
            Self::NotUtf8(path) => write!(formatter, "{}: is not UTF-8 text; save it as UTF-8.", path.display()),
            Self::Unreadable(path, error) => write!(formatter, "{}: {}", path.display(), problems::read_error(error)),
            Self::Unsound(path, count) => {
                write!(formatter, "{}: {}; such data is not published.", path.display(), messages::errors(*count))
            }
            Self::Publish(PublishError::File(path, error)) => write!(formatter, "{}: {error}.", path.display()),
            Self::Publish(PublishError::NoAppFile(kind)) => {
                write!(formatter, "The {kind} is missing from what Trunk has staged; run `make build` again.")
            }
            Self::BadBase(base) => {
                write!(formatter, "BASE is “{base}”; write the path with a slash at both ends, as /some/sub/path/.")
            }
            Self::BadSite(site) => {
                write!(formatter, "SITE is “{site}”; write an origin without a path, as https://example.org.")
            }
            Self::BadOffline(text) => write!(formatter, "OFFLINE is “{text}”; write off, or leave it out."),
            Self::NoFormat(format) => {
                let known: Vec<&str> = Format::ALL.into_iter().map(Format::ending).collect();
                write!(formatter, "There is no format “{format}”; take one of {}.", known.join(", "))
            }
            Self::NoMeetings(address) => {
                write!(formatter, "{address}: no page with meetings that have a place in this format.")
            }
            Self::NoStaging => {
                write!(formatter, "`archive build` is run by Trunk, which sets TRUNK_STAGING_DIR; use `make build`.")
            }
        }
    }
}
