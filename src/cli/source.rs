//! The dataset that a command works on, and where its site is published.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};
use std::{env, fs};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::Offset;

use crate::cli::encoding::guess;
use crate::cli::failure::Failure;
use crate::cli::lines::Lines;
use crate::cli::progress::{Loudness, Progress};
use crate::cli::report::{found, found_by, told};
use crate::cli::setting::Setting;
use crate::cli::site_file::SiteFile;
use crate::cli::unread::Unread;
use crate::core::address::base::{Base, Home};
use crate::core::archive::bytes::{not_text, other_text};
use crate::core::archive::problem::{Problem, ReadError};
use crate::core::archive::reading::read_dataset;
use crate::core::archive::values::is_origin;
use crate::core::archive::{Archive, without_mark};
use crate::language::checks;
use crate::publish::kept;

/// The dataset in a keeper's folder.
pub const DATASET: &str = "meetings.json";

/// The dataset of the project that the program comes from.
const OWN_DATASET: &str = "public/data/meetings.json";

/// Where the dataset is: where the call says, or `DATA` does, or in the folder in which the program is called.
///
/// # Errors
/// Where nobody says, and there is none in the folder.
pub fn data(named: Option<PathBuf>) -> Result<PathBuf, Failure> {
    let set = || env::var_os("DATA").filter(|path| !path.is_empty()).map(PathBuf::from);
    let there = || [DATASET, OWN_DATASET].into_iter().map(PathBuf::from).find(|path| path.exists());
    named.or_else(set).or_else(there).ok_or(Failure::NoDataset(DATASET))
}

/// A dataset that was read.
pub struct Read {
    /// Its text, as it was written.
    pub written: String,
    /// Its text as it is published: the same, or its full form where it was written otherwise.
    pub published: String,
    /// The archive in it.
    pub archive: Archive,
    /// What stands beside it.
    pub site: SiteFile,
}

impl Read {
    /// All that is wrong: with what stands beside the dataset, and with the dataset itself.
    pub fn problems(&self) -> [Vec<Problem>; 2] {
        let (beside, own) =
            self.archive.problems.iter().cloned().partition(|problem| self.site.spot(&problem.path).is_some());
        [beside, own]
    }
}

/// A dataset, whatever is wrong with it.
///
/// # Errors
/// Where the file cannot be read, or is no dataset.
pub fn read(path: &Path) -> Result<Read, Failure> {
    let site = SiteFile::beside(path)?;
    let bytes = fs::read(path).map_err(|error| Failure::File(path.to_owned(), error))?;
    if let Some(what) = not_text(&bytes, guess) {
        return Err(Failure::NotText(path.to_owned(), what));
    }
    let json = without_mark(&String::from_utf8(bytes).unwrap_or_default()).to_owned();
    let read = Archive::read_for_keeper(today()?, &json, site.fields.clone());
    let (mut archive, in_full) = read.map_err(|error| match other_text(&json) {
        Some(what) if matches!(error, ReadError::NotJson(..) | ReadError::CutOff) => {
            Failure::NotText(path.to_owned(), what)
        }
        _ => Failure::Unreadable(path.to_owned(), Unread::new(&path.display().to_string(), &json, &error)),
    })?;
    let published = in_full.unwrap_or_else(|| json.clone());
    // The archive keeps its meetings in another order than the file, by whose order problems are told.
    if let Ok(dataset) = read_dataset(&published) {
        archive.problems.extend(kept::judge(&dataset, &kept::folder(path)));
    }
    Ok(Read { published, written: json, archive, site })
}

/// The latest day that has begun anywhere on earth, since a keeper in the east writes it before it has begun in the west.
///
/// # Errors
/// Where the environment says what is no time.
pub fn today() -> Result<Date, Failure> {
    day_ahead(14)
}

/// The day of today in UTC, which is later than [`today`] nowhere: what the program itself writes.
///
/// # Errors
/// Where the environment says what is no time.
pub fn today_in_utc() -> Result<Date, Failure> {
    day_ahead(0)
}

/// The day where clocks are so many hours ahead of UTC; or of the time that `SOURCE_DATE_EPOCH` gives, by which builds can be
/// repeated (reproducible-builds.org).
fn day_ahead(ahead: i8) -> Result<Date, Failure> {
    let told = env::var("SOURCE_DATE_EPOCH").ok().filter(|text| !text.is_empty());
    let (seconds, ahead) = match told {
        Some(text) => (text.parse().ok(), 0),
        None => {
            let now = SystemTime::now().duration_since(UNIX_EPOCH);
            (now.ok().and_then(|time| i64::try_from(time.as_secs()).ok()), ahead)
        }
    };
    let now = seconds.and_then(|seconds: i64| Timestamp::from_second(seconds).ok());
    let now =
        now.ok_or_else(|| Failure::Setting(Setting::BadTime(env::var("SOURCE_DATE_EPOCH").unwrap_or_default())))?;
    Ok(Offset::constant(ahead).to_datetime(now).date())
}

/// The same of a dataset that can be published: prints every problem, and fails if one is an error.
///
/// # Errors
/// Where the file cannot be read, is no dataset, or has an error.
pub fn read_sound(path: &Path, loudness: Loudness) -> Result<(String, Archive), Failure> {
    let Read { published, mut archive, .. } = read_told(path, loudness)?;
    // What a keeper should look at is nothing for readers.
    archive.problems.clear();
    Ok((published, archive))
}

/// The same, with all that was read.
///
/// # Errors
/// Where the file cannot be read, is no dataset, or has an error.
pub fn read_told(path: &Path, loudness: Loudness) -> Result<Read, Failure> {
    let read = read_slowly(path, loudness)?;
    out!("{}", report(path, &read, is_coloured(&io::stdout())))?;
    sound(path, &read.archive, Failure::Unsound)?;
    outln!("{}: {}.", path.display(), checks::no_error(read.archive.problems.len()))?;
    Ok(read)
}

/// All problems of a dataset and of what stands beside it, as a person reads them.
pub fn report(path: &Path, read: &Read, is_coloured: bool) -> String {
    let [beside, own] = read.problems();
    let lines = [Lines::new(&read.site.text), Lines::new(&read.written)];
    let spot = |problem: &Problem| read.site.spot(&problem.path);
    let (site, file) = (read.site.path.display().to_string(), path.display().to_string());
    told(&site, &lines[0], &found_by(&spot, &lines[0], &beside), is_coloured)
        + &told(&file, &lines[1], &found(&read.written, &lines[1], &own), is_coloured)
}

/// The same without a word.
///
/// # Errors
/// Where the file cannot be read, is no dataset, or has an error.
pub fn read_quietly(path: &Path, loudness: Loudness) -> Result<Read, Failure> {
    let read = read_slowly(path, loudness)?;
    sound(path, &read.archive, Failure::Unchecked)?;
    Ok(read)
}

/// Reads a dataset, which may take long, before a waiting keeper's eyes.
fn read_slowly(path: &Path, loudness: Loudness) -> Result<Read, Failure> {
    let _reading = Progress::new(loudness, "Reading");
    read(path)
}

/// Whether an archive can be published.
///
/// # Errors
/// Where it has an error; `failure` is made of the file and the numbers of errors and warnings.
pub fn sound(path: &Path, archive: &Archive, failure: fn(PathBuf, usize, usize) -> Failure) -> Result<(), Failure> {
    let errors = archive.problems.iter().filter(|problem| problem.is_error()).count();
    let warnings = archive.problems.len() - errors;
    if errors == 0 { Ok(()) } else { Err(failure(path.to_owned(), errors, warnings)) }
}

/// Whether what is printed is seen by a person who has nothing against colours (no-color.org).
pub fn is_coloured(output: &dyn IsTerminal) -> bool {
    let is_refused = env::var_os("NO_COLOR").is_some_and(|text| !text.is_empty())
        || env::var_os("TERM").is_some_and(|of| of == "dumb");
    output.is_terminal() && !is_refused
}

/// Where the site of an archive is published, as the call says or else the environment; what is known of that lives as long
/// as the tool runs.
///
/// # Errors
/// Where they say something that is no base or no origin.
pub fn home(archive: &Archive, base: Option<String>, site: Option<String>) -> Result<Home<'static>, Failure> {
    let base = Box::leak(Box::new(self::base(base)?));
    let site = self::site(site)?.or_else(|| archive.dataset.site.clone());
    let origin: Option<&'static str> = site.map(|site| &*site.trim_end_matches('/').to_owned().leak());
    Ok(Home { origin, base })
}

/// The path of the host under which a site stands, as the call says or else the environment.
///
/// # Errors
/// Where that is no base.
pub fn base(base: Option<String>) -> Result<Base, Failure> {
    let base = base.or_else(|| set("TRUNK_PUBLIC_URL")).or_else(|| set("BASE")).unwrap_or_else(|| "/".to_owned());
    if !(base.starts_with('/') && base.ends_with('/')) {
        return Err(Failure::Setting(Setting::BadBase(base)));
    }
    Base::read(&base).ok_or(Failure::Setting(Setting::UnservedBase(base)))
}

/// The origin of the host, as the call says or else the environment, if one does.
///
/// # Errors
/// Where that is no origin.
pub fn site(site: Option<String>) -> Result<Option<String>, Failure> {
    match site.or_else(|| set("SITE")) {
        Some(site) if !is_origin(&site) => Err(Failure::Setting(Setting::BadSite(site))),
        site => Ok(site),
    }
}

/// What the environment says of something.
fn set(name: &str) -> Option<String> {
    env::var(name).ok().filter(|text| !text.is_empty())
}
