//! Why a command failed, in one plain sentence.

use std::path::PathBuf;
use std::{fmt, io};

use crate::cli::site_file::{KEYS, Mistake, Untaken};
use crate::cli::unread::Unread;
use crate::core::archive::bytes::NotText;
use crate::core::export::Format;
use crate::import::fault::Fault;
use crate::language::{checks, problems};
use crate::publish::write::PublishError;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// A file cannot be read.
    File(PathBuf, io::Error),
    /// A file is no text of a dataset.
    NotText(PathBuf, NotText),
    /// A file is no dataset.
    Unreadable(PathBuf, Unread),
    /// A dataset has so many errors, and so many warnings.
    Unsound(PathBuf, usize, usize),
    /// The file beside a dataset says what cannot be meant.
    Mistakes(PathBuf, Vec<Mistake>),
    /// The base is no path with a slash at both ends.
    BadBase(String),
    /// No host can serve a site under this base.
    UnservedBase(String),
    /// The site is no origin.
    BadSite(String),
    /// Neither on nor off.
    BadOffline(String),
    /// No time in seconds from 1970 on.
    BadTime(String),
    /// There is no such format.
    NoFormat(String),
    /// The address has no meetings that have a place in the format.
    NoMeetings(String),
    /// A file cannot be imported; nothing was written.
    Import(PathBuf, Fault),
    /// So many things were left out or are to be looked at, in a strict import.
    LeftOut(usize),
    /// The site could not be written.
    Publish(PublishError),
}

impl From<(PathBuf, Untaken)> for Failure {
    fn from((path, why): (PathBuf, Untaken)) -> Self {
        match why {
            Untaken::File(error) => Self::File(path, error),
            Untaken::NotText(what) => Self::NotText(path, what),
            Untaken::Mistakes(mistakes) => Self::Mistakes(path, mistakes),
        }
    }
}

impl Failure {
    /// 1 where the data is at fault, 2 where the call is.
    pub fn code(&self) -> u8 {
        match self {
            Self::NotText(..)
            | Self::Mistakes(..)
            | Self::Unreadable(..)
            | Self::Unsound(..)
            | Self::Import(..)
            | Self::LeftOut(..) => 1,
            _ => 2,
        }
    }

    /// Why a file is no dataset, without the name of the file; none where it is one, or is not at fault.
    pub fn sentence(&self) -> Option<String> {
        match self {
            Self::NotText(_, what) => Some(checks::not_text(what)),
            Self::Unreadable(_, unread) => Some(problems::read_error(&unread.error)),
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(formatter, "{}: {error}.", path.display()),
            Self::NotText(path, what) => write!(formatter, "{}: {}", path.display(), checks::not_text(what)),
            Self::Unreadable(path, unread) => {
                let sentence = problems::read_error(&unread.error);
                write!(formatter, "{}: {sentence}\n{}", path.display(), unread.around)
            }
            Self::Unsound(path, errors, warnings) => {
                let counts = checks::errors(*errors, *warnings);
                write!(formatter, "{}: {counts}; such data is not published.", path.display())
            }
            Self::Mistakes(path, mistakes) => {
                let told = mistakes.iter().map(|of| format!("{}, line {}: {}", path.display(), of.line(), mistake(of)));
                write!(formatter, "{}", told.collect::<Vec<_>>().join("\n"))
            }
            Self::Publish(PublishError::File(path, error)) => write!(formatter, "{}: {error}.", path.display()),
            Self::Publish(PublishError::NoApp(path)) => {
                write!(formatter, "The app is not in {}; build it with `make app`.", path.display())
            }
            Self::Publish(PublishError::NoAppFile(name)) => {
                write!(formatter, "{name} is missing from the built app, or is not as expected; run `make app` again.")
            }
            Self::Publish(PublishError::NotOurs(path)) => write!(
                formatter,
                "{} is of no site that was written before and would be lost; move it away, or name a new folder.",
                path.display()
            ),
            Self::Import(path, fault) => write!(formatter, "{}: {fault} Nothing was written.", path.display()),
            Self::LeftOut(count) => {
                write!(formatter, "{count} things were left out or are to be looked at, and --strict was asked for.")
            }
            Self::BadBase(base) => {
                write!(formatter, "BASE is “{base}”; write the path with a slash at both ends, as /some/sub/path/.")
            }
            Self::UnservedBase(base) => write!(
                formatter,
                "BASE is “{base}”; no host can serve that: leave out empty, . and .. steps and signs such as ? # & \\ |, and \
                 write behind a % the two digits of a letter in UTF-8."
            ),
            Self::BadSite(site) => {
                write!(formatter, "SITE is “{site}”; write an origin without a path, as https://example.org.")
            }
            Self::BadOffline(text) => write!(formatter, "OFFLINE is “{text}”; write off, or leave it out."),
            Self::BadTime(text) => {
                write!(formatter, "SOURCE_DATE_EPOCH is “{text}”; write seconds from 1970 on, or leave it out.")
            }
            Self::NoFormat(format) => {
                let known: Vec<&str> = Format::ALL.into_iter().map(Format::ending).collect();
                write!(formatter, "There is no format “{format}”; take one of {}.", known.join(", "))
            }
            Self::NoMeetings(address) => {
                write!(formatter, "{address}: no page with meetings that have a place in this format.")
            }
        }
    }
}

/// What cannot be meant in the file beside a dataset.
pub fn mistake(of: &Mistake) -> String {
    match of {
        Mistake::Syntax(_, why) => format!("is not TOML as it stands: {why}."),
        Mistake::Key(_, key, Some(meant)) => format!("“{key}” is no key of it; write {meant}, if that is meant."),
        Mistake::Key(_, key, None) => format!("“{key}” is no key of it; it has {}.", KEYS.join(", ")),
    }
}
