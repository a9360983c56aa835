//! The dataset that a command works on, and where its site is published.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::cli::failure::Failure;
use crate::cli::site_file::SiteFile;
use crate::core::address::base::{Base, Home};
use crate::core::archive::Archive;
use crate::core::archive::problem::Fault;
use crate::core::archive::reading::read_dataset;
use crate::core::archive::values::is_origin;
use crate::language::{messages, problems};
use crate::publish::kept;

/// The dataset that is published unless `DATA` names another.
const DEFAULT_DATA: &str = "public/data/meetings.json";

/// Where the dataset is.
pub fn data() -> PathBuf {
    let named = env::var_os("DATA").filter(|path| !path.is_empty());
    named.map_or_else(|| PathBuf::from(DEFAULT_DATA), PathBuf::from)
}

/// The text of a dataset and the archive in it, whatever is wrong with it.
///
/// # Errors
/// Where the file cannot be read, or is no dataset.
pub fn read(path: &Path) -> Result<(String, Archive), Failure> {
    read_with(path, &SiteFile::beside(path)?)
}

/// The same, with what stands beside it.
fn read_with(path: &Path, site: &SiteFile) -> Result<(String, Archive), Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::File(path.to_owned(), error))?;
    let json = String::from_utf8(bytes).map_err(|_| Failure::NotUtf8(path.to_owned()))?;
    let unreadable = |error| Failure::Unreadable(path.to_owned(), error);
    let (mut archive, in_full) = Archive::read_for_keeper(today()?, &json, site.fields.clone()).map_err(unreadable)?;
    let json = in_full.unwrap_or(json);
    // The archive keeps its meetings in another order than the file, by whose order problems are told.
    let dataset = read_dataset(&json).map_err(unreadable)?;
    archive.problems.extend(kept::judge(&dataset, &kept::folder(path)));
    Ok((json, archive))
}

/// The latest day that has begun anywhere on earth, since a keeper in the east writes it before it has begun in the west; or
/// of the time that `SOURCE_DATE_EPOCH` gives, by which builds can be repeated (reproducible-builds.org).
fn today() -> Result<Date, Failure> {
    let told = env::var("SOURCE_DATE_EPOCH").ok().filter(|text| !text.is_empty());
    let (seconds, ahead) = match told {
        Some(text) => (text.parse().ok(), 0),
        None => {
            (SystemTime::now().duration_since(UNIX_EPOCH).ok().and_then(|time| i64::try_from(time.as_secs()).ok()), 14)
        }
    };
    let now = seconds.and_then(|seconds: i64| Timestamp::from_second(seconds).ok());
    let now = now.ok_or_else(|| Failure::BadTime(env::var("SOURCE_DATE_EPOCH").unwrap_or_default()))?;
    Ok(Offset::constant(ahead).to_datetime(now).date())
}

/// The same of a dataset that can be published: prints every problem, and fails if one is an error.
///
/// # Errors
/// Where the file cannot be read, is no dataset, or has an error.
pub fn read_sound(path: &Path) -> Result<(String, Archive), Failure> {
    let site = SiteFile::beside(path)?;
    let (json, mut archive) = read_with(path, &site)?;
    for problem in &archive.problems {
        match site.line(&problem.path) {
            Some(line) => println!("{}, line {line}: {}", site.path.display(), problems::told(problem)),
            None => println!("{}", problems::told(problem)),
        }
    }
    match archive.problems.iter().filter(|problem| problem.is_error()).count() {
        0 => {
            println!("{}: {}.", path.display(), messages::no_error(archive.problems.len()));
            // The pages tell what the app would tell, which knows of what reading finds alone.
            archive.problems.retain(|problem| problem.fault == Fault::UnknownField);
            Ok((json, archive))
        }
        count => Err(Failure::Unsound(path.to_owned(), count)),
    }
}

/// Where the site of an archive is published, as the call says or else the environment; what is known of that lives as long
/// as the tool runs.
///
/// # Errors
/// Where they say something that is no base or no origin.
pub fn home(archive: &Archive, base: Option<String>, site: Option<String>) -> Result<Home<'static>, Failure> {
    let told = |name: &str| env::var(name).ok().filter(|text| !text.is_empty());
    let base = base.or_else(|| told("TRUNK_PUBLIC_URL")).or_else(|| told("BASE")).unwrap_or_else(|| "/".to_owned());
    if !(base.starts_with('/') && base.ends_with('/')) {
        return Err(Failure::BadBase(base));
    }
    let base = Base::read(&base).ok_or(Failure::UnservedBase(base))?;
    let site = site.or_else(|| told("SITE"));
    if let Some(site) = site.clone().filter(|site| !is_origin(site)) {
        return Err(Failure::BadSite(site));
    }
    let site = site.or_else(|| archive.dataset.site.clone());
    let origin: Option<&'static str> = site.map(|site| &*site.trim_end_matches('/').to_owned().leak());
    Ok(Home { origin, base: Box::leak(Box::new(base)) })
}
