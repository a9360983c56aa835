//! Why a command failed, in one plain sentence.

use std::path::PathBuf;
use std::{fmt, io};

use crate::cli::links::failure::LinksFailure;
use crate::cli::setting::Setting;
use crate::cli::site_file::{Mistake, Untaken};
use crate::cli::system::{refused, words};
use crate::cli::unread::Unread;
use crate::core::archive::bytes::NotText;
use crate::core::export::Format;
use crate::import::fault::Fault;
use crate::language::checks;
use crate::publish::write::PublishError;

/// So many mistakes of a file are told, for one may be the cause of all that follow.
const TOLD: usize = 5;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// A file cannot be read.
    File(PathBuf, io::Error),
    /// The call names no dataset, and there is none of the name that it has in a keeper's folder.
    NoDataset(&'static str),
    /// What a command tells cannot be printed.
    Output(io::Error),
    /// A file is no text of a dataset.
    NotText(PathBuf, NotText),
    /// A file is no dataset.
    Unreadable(PathBuf, Unread),
    /// A dataset has so many errors, and so many warnings, which were told.
    Unsound(PathBuf, usize, usize),
    /// The same where they were not told.
    Unchecked(PathBuf, usize, usize),
    /// The file beside a dataset says what cannot be meant.
    Mistakes(PathBuf, Vec<Mistake>),
    /// A setting of the call or of the environment cannot be meant.
    Setting(Setting),
    /// There is no such format.
    NoFormat(String),
    /// The address has no meetings that have a place in the format.
    NoMeetings(String),
    /// The address asks for what the archive does not have; with what a page would say.
    NotUnderstood(String, Vec<String>),
    /// A folder is to begin an archive, and holds these.
    Filled(PathBuf, Vec<String>),
    /// What is to be a folder is something else.
    NoFolder(PathBuf),
    /// A file has changed while a command was at work on it.
    Changed(PathBuf),
    /// The addresses of a dataset.
    Links(LinksFailure),
    /// A file cannot be imported; nothing was written.
    Import(PathBuf, Fault),
    /// So many things were left out or are to be looked at, in a strict import.
    LeftOut(usize),
    /// The site could not be written.
    Publish(PublishError),
    /// A port of this machine cannot be had.
    Port(u16, io::Error),
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
            Self::NotText(..) | Self::Mistakes(..) | Self::Unreadable(..) | Self::LeftOut(_) => 1,
            Self::Unsound(..) | Self::Unchecked(..) | Self::Changed(_) | Self::Import(..) => 1,
            Self::Links(failure) => failure.code(),
            _ => 2,
        }
    }

    /// Why a file is no dataset, without the name of the file; none where it is one, or is not at fault.
    pub fn sentence(&self) -> Option<String> {
        match self {
            Self::NotText(_, what) => Some(checks::not_text(what)),
            Self::Unreadable(_, unread) => Some(unread.sentence.clone()),
            _ => None,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::File(path, error) => formatter.write_str(&refused(&path.display().to_string(), error)),
            Self::NotText(path, what) => write!(formatter, "{}: {}", path.display(), checks::not_text(what)),
            Self::Unreadable(_, unread) => formatter.write_str(&unread.told),
            Self::Unsound(path, errors, warnings) => {
                let counts = checks::errors(*errors, *warnings);
                write!(formatter, "{}: {counts}; such data is not published.", path.display())
            }
            Self::Unchecked(path, errors, warnings) => {
                let counts = checks::errors(*errors, *warnings);
                write!(formatter, "{}: {counts}; mend the data first, `archive check` tells how.", path.display())
            }
            Self::Mistakes(_, mistakes) => {
                let mut told: Vec<&str> = mistakes.iter().take(TOLD).map(|of| &*of.told).collect();
                let more = checks::more_mistakes(mistakes.len().saturating_sub(TOLD));
                told.extend((mistakes.len() > TOLD).then_some(&*more));
                formatter.write_str(&told.join("\n\n"))
            }
            Self::NoDataset(name) => write!(
                formatter,
                "There is no {name} in this folder; go to the folder of the archive, name the file, or begin an archive with \
                 `archive new`."
            ),
            Self::Output(error) => formatter.write_str(&refused("The output", error)),
            Self::Publish(error) => write!(formatter, "{}", unpublished(error)),
            Self::Setting(setting) => write!(formatter, "{setting}"),
            Self::Port(port, error) => formatter.write_str(&no_port(*port, error)),
            Self::NoFormat(format) => {
                let known: Vec<&str> = Format::ALL.into_iter().map(Format::ending).collect();
                write!(formatter, "There is no format “{format}”; take one of {}.", known.join(", "))
            }
            Self::Filled(folder, names) => write!(
                formatter,
                "{} is not empty: it has {}. Name another folder, such as `archive new my-archive`.",
                folder.display(),
                some(names)
            ),
            Self::NoFolder(path) => write!(formatter, "{} is not a folder; name another.", path.display()),
            Self::Changed(path) => write!(
                formatter,
                "{} was changed meanwhile, and nothing was written into it; run the command again.",
                path.display()
            ),
            Self::Links(failure) => write!(formatter, "{failure}"),
            Self::Import(path, fault) => write!(formatter, "{}: {fault} Nothing was written.", path.display()),
            Self::LeftOut(count) => {
                write!(formatter, "{count} things were left out or are to be looked at, and --strict was asked for.")
            }
            Self::NotUnderstood(address, notices) => {
                write!(formatter, "{address}: {} Nothing was exported.", notices.join(" "))
            }
            Self::NoMeetings(address) => {
                write!(formatter, "{address}: no page with meetings that have a place in this format.")
            }
        }
    }
}

/// Why a site could not be written.
fn unpublished(error: &PublishError) -> String {
    match error {
        PublishError::File(path, error) => refused(&path.display().to_string(), error),
        PublishError::NoFolder(path) => format!("{} is not a folder; name another.", path.display()),
        PublishError::Beside(folder, error) => format!(
            "{} cannot be renewed: the new site is written beside it and put in its place, so the folder around it must be \
             yours to write in, and it may be no mount point ({}). Name another folder.",
            folder.display(),
            words(error)
        ),
        PublishError::Busy(folder) => format!(
            "Another program is just writing a site into {}; run the command again when it has ended.",
            folder.display()
        ),
        PublishError::NoApp(path) => format!("The app is not in {}; build it with `make app`.", path.display()),
        PublishError::NoAppFile(name) => {
            format!("{name} is missing from the built app, or is not as expected; run `make app` again.")
        }
        PublishError::NotOurs(path) => format!(
            "{} is of no site that was written before and would be lost; move it away, or name a new folder.",
            path.display()
        ),
    }
}

/// Why a port cannot be had, and what to do.
fn no_port(port: u16, error: &io::Error) -> String {
    let why = match error.kind() {
        io::ErrorKind::AddrInUse => "is in use".to_owned(),
        io::ErrorKind::PermissionDenied => "is for the system alone".to_owned(),
        _ => format!("cannot be had ({})", words(error)),
    };
    // Behind the last port the usual one is as good.
    let other = port.checked_add(1).unwrap_or(8000);
    format!("Port {port} {why}; name another with --port {other}.")
}

/// The first of some names, and how many there are besides.
fn some(names: &[String]) -> String {
    let told = names.iter().take(3).map(|name| format!("“{name}”")).collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(3) {
        0 => told,
        more => format!("{told} and {more} more"),
    }
}
