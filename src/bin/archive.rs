//! The keeper's native tool: `archive help` tells what it does.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fmt, fs, io};

use meetings::core::archive::Archive;
use meetings::core::check::is_origin;
use meetings::core::export::{self, Format};
use meetings::core::problem::ReadError;
use meetings::core::route::{Base, Home, Route};
use meetings::keeper;
use meetings::keeper::files::PublishError;
use meetings::keeper::publish::Publication;
use meetings::wording;

const HELP: &str = "\
archive check [FILE]   judges a dataset (public/data/meetings.json) and lists all that is wrong with it
archive export ADDRESS FORMAT
                       prints the meetings of a page, such as '/?theme=mining' or /meetings/2005-oslo/, in a
                       format: csv, ics, bib, ris, csl.json, json; takes another dataset from $DATA and the
                       site's origin from $SITE
archive schema         prints the JSON Schema of the format
archive build          completes the site that Trunk has staged in $TRUNK_STAGING_DIR; takes another
                       dataset from $DATA, the site's origin from $SITE, and keeps nothing for offline
                       if $OFFLINE is off
";

/// The dataset that is published unless `DATA` names another.
const DEFAULT_DATA: &str = "public/data/meetings.json";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["check"] => check(&data()).map(drop),
        ["check", file] => check(Path::new(file)).map(drop),
        ["schema"] => {
            print!("{}", keeper::schema());
            Ok(())
        }
        ["export", address, format] => export(address, format),
        ["build"] => build(),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        _ => Err(Failure::Usage),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::FAILURE
        }
    }
}

/// Why a command failed.
enum Failure {
    Usage,
    File(PathBuf, io::Error),
    NotUtf8(PathBuf),
    Unreadable(PathBuf, ReadError),
    Unsound(PathBuf, usize),
    NoStaging,
    BadBase(String),
    BadSite(String),
    BadOffline(String),
    NoFormat(String),
    NoMeetings(String),
    Publish(PublishError),
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Usage => write!(formatter, "The arguments are not understood. What there is:\n{HELP}"),
            Self::File(path, error) => write!(formatter, "{}: {error}.", path.display()),
            Self::NotUtf8(path) => write!(formatter, "{}: is not UTF-8 text; save it as UTF-8.", path.display()),
            Self::Unreadable(path, error) => write!(formatter, "{}: {}", path.display(), wording::read_error(error)),
            Self::Unsound(path, 1) => write!(formatter, "{}: 1 problem; such data is not published.", path.display()),
            Self::Unsound(path, count) => {
                write!(formatter, "{}: {count} problems; such data is not published.", path.display())
            }
            Self::Publish(PublishError::File(path, error)) => write!(formatter, "{}: {error}.", path.display()),
            Self::Publish(PublishError::NoShell(kind)) => {
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

fn data() -> PathBuf {
    let named = env::var_os("DATA").filter(|path| !path.is_empty());
    named.map_or_else(|| PathBuf::from(DEFAULT_DATA), PathBuf::from)
}

/// The text of a file.
fn read(path: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::File(path.to_owned(), error))?;
    String::from_utf8(bytes).map_err(|_| Failure::NotUtf8(path.to_owned()))
}

/// Judges a dataset; prints every problem, and fails if there is one. Returns its text.
fn check(path: &Path) -> Result<String, Failure> {
    let json = read(path)?;
    let problems = keeper::judge(&json).map_err(|error| Failure::Unreadable(path.to_owned(), error))?;
    for problem in &problems {
        println!("{}", wording::problem(problem));
    }
    match problems.iter().filter(|problem| problem.is_grave()).count() {
        0 => {
            let found = if problems.is_empty() { "no problem found" } else { "can be published as it is" };
            println!("{}: {found}.", path.display());
            Ok(json)
        }
        count => Err(Failure::Unsound(path.to_owned(), count)),
    }
}

/// The archive in a dataset, and where it is published: both live as long as the tool runs.
fn archive_at_home(data: &Path, json: &str) -> Result<(&'static Archive, Home<'static>), Failure> {
    let archive = Archive::read(json).map_err(|error| Failure::Unreadable(data.to_owned(), error))?;
    let archive: &'static Archive = Box::leak(Box::new(archive));
    let base = env::var("TRUNK_PUBLIC_URL").ok().filter(|base| !base.is_empty()).unwrap_or_else(|| "/".to_owned());
    if !(base.starts_with('/') && base.ends_with('/')) {
        return Err(Failure::BadBase(base));
    }
    let base = Base::new(&base);
    let site = env::var("SITE").ok().filter(|site| !site.is_empty());
    if let Some(site) = site.clone().filter(|site| !is_origin(site)) {
        return Err(Failure::BadSite(site));
    }
    let site = site.or_else(|| archive.dataset.site.clone());
    let origin: Option<&'static str> = site.map(|site| &*site.trim_end_matches('/').to_owned().leak());
    Ok((archive, Home { origin, base: Box::leak(Box::new(base)) }))
}

/// Prints the meetings of a page in a format.
fn export(address: &str, ending: &str) -> Result<(), Failure> {
    let format = Format::from_ending(ending).ok_or_else(|| Failure::NoFormat(ending.to_owned()))?;
    let data = data();
    let json = read(&data)?;
    let (archive, home) = archive_at_home(&data, &json)?;
    let (path, search) = address.split_once('?').unwrap_or((address, ""));
    let file = export::export(archive, &json, &Route::parse(path, search), home, format);
    print!("{}", file.ok_or_else(|| Failure::NoMeetings(address.to_owned()))?.text);
    Ok(())
}

/// Writes the finished site into what Trunk has staged.
fn build() -> Result<(), Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(Failure::NoStaging)?;
    let data = data();
    let json = check(&data)?;
    let (archive, home) = archive_at_home(&data, &json)?;
    if home.origin.is_none() {
        println!(
            "No origin is known (SITE, or the dataset's `site`): canonical addresses and the sitemap are left out."
        );
    }
    let is_kept_offline = match env::var("OFFLINE").unwrap_or_default().as_str() {
        "" | "on" => true,
        "off" => false,
        other => return Err(Failure::BadOffline(other.to_owned())),
    };
    let publication = Publication { staging: &staging, json: &json, archive, home, is_kept_offline };
    let pages = publication.write().map_err(Failure::Publish)?;
    println!("{pages} pages written.");
    Ok(())
}
