//! `archive import`: reads what keepers have.

pub mod countries;
pub mod summary;

use std::collections::HashSet;
use std::fs;
use std::io::{self, BufRead, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::Args;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};
use tempfile::NamedTempFile;

use self::countries::Countries;
use self::summary::summary;
use crate::cli::failure::Failure;
use crate::cli::progress::{Loudness, Progress};
use crate::core::archive::values::is_language;
use crate::import::fault::Fault;
use crate::import::merge::dataset::{self, Head};
use crate::import::merge::records::Records;
use crate::import::merge::reviewed;
use crate::import::merge::state::State;
use crate::import::piece::{Asked, DayOrder};
use crate::import::report;
use crate::import::run::{Import, Imported};
use crate::import::source::{LIMIT, Source};
use crate::import::table::mapping;
use crate::import::told::Done;
use crate::publish::kept::folder;

/// Reads meetings from the files that you have, into a dataset
///
/// Spreadsheets (CSV, XLSX, ODS), calendars, and lists and trees of JSON or XML, as they are. Beside the dataset FILE stand
/// then FILE.import.toml (what each column was taken for: correct a line and run again), FILE.import.csv (all that was read,
/// merged, guessed and left out, each with its row and column) and FILE.import.json (what was last read, by which changes by
/// hand are known and kept).
#[derive(Args)]
pub struct Options {
    /// The files to read
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The dataset to write, or to add to
    #[arg(long, value_name = "FILE")]
    into: PathBuf,
    /// The order of day and month in dates of digits, where the values do not tell: dmy, mdy or ymd
    #[arg(long, value_name = "ORDER", value_parser = order)]
    dates: Option<DayOrder>,
    /// The time zone of times without an offset, as Europe/Oslo; without it they stay local
    #[arg(long, value_name = "ZONE", value_parser = zone)]
    zone: Option<TimeZone>,
    /// The language of a new dataset, as en
    #[arg(long, value_name = "TAG", value_parser = language)]
    language: Option<String>,
    /// The title of a new dataset [default: what the file says, or its name]
    #[arg(long)]
    title: Option<String>,
    /// A reviewed list of meetings that are one: on each line their ids, the first stays
    #[arg(long, value_name = "FILE")]
    merge: Option<PathBuf>,
    /// Writes nothing, and tells what would be done
    #[arg(long)]
    dry_run: bool,
    /// Ends with exit code 1 where anything was left out or is to be looked at
    #[arg(long)]
    strict: bool,
}

fn order(text: &str) -> Result<DayOrder, String> {
    DayOrder::from_word(text).ok_or_else(|| "take one of dmy, mdy, ymd".to_owned())
}

fn zone(text: &str) -> Result<TimeZone, String> {
    TimeZone::get(text).map_err(|_| "write a zone as Europe/Oslo or UTC".to_owned())
}

fn language(text: &str) -> Result<String, String> {
    is_language(text).then(|| text.to_owned()).ok_or_else(|| "write a language tag as en, fi or nb".to_owned())
}

/// The files that stand beside a dataset.
struct Beside {
    mapping: PathBuf,
    report: PathBuf,
    state: PathBuf,
}

impl Beside {
    fn new(dataset: &Path) -> Self {
        let beside = |ending: &str| {
            let mut name = dataset.file_name().unwrap_or_default().to_owned();
            name.push(ending);
            dataset.with_file_name(name)
        };
        Self { mapping: beside(".import.toml"), report: beside(".import.csv"), state: beside(".import.json") }
    }
}

/// Reads the files, and writes the dataset and what stands beside it.
///
/// # Errors
/// Where nothing was written: a file cannot be read, or something in it can be meant in two ways; or, with `--strict`, where
/// something was left out.
pub fn import(options: Options, loudness: Loudness) -> Result<(), Failure> {
    fs::metadata(folder_of(&options.into))
        .map_err(|error| Failure::File(folder_of(&options.into).to_owned(), error))?;
    // A link stays one: the file that it leads to is read and replaced.
    let into = fs::canonicalize(&options.into).unwrap_or_else(|_| options.into.clone());
    let beside = Beside::new(&options.into);
    let before = optional(&into)?.map(|text| hex(text.as_bytes()));
    let mut asked = Asked { dates: options.dates, zone: options.zone.clone(), language: options.language.clone() };
    let (imported, mapping) = loop {
        match read(&options, &asked, &beside, loudness) {
            Err(Failure::Import(_, Fault::Ambiguous(question))) if is_asked() => asked.dates = Some(ask(&question)?),
            outcome => break outcome?,
        }
    };
    if !options.dry_run {
        if optional(&into)?.map(|text| hex(text.as_bytes())) != before {
            return Err(Failure::Changed(options.into));
        }
        let _writing = Progress::new(loudness, "Writing");
        write(&into, &beside, &imported, &mapping)?;
    }
    out!("{}", summary(&imported, &options.into, &beside.report, options.dry_run))?;
    let is_left_out = |done: Done| matches!(done, Done::LeftOut | Done::Look);
    let left_out = imported.told.lines.iter().filter(|line| is_left_out(line.done)).count();
    if options.strict && left_out > 0 { Err(Failure::LeftOut(left_out)) } else { Ok(()) }
}

/// A hash by which is known whether a text has changed.
fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Whether a person can be asked.
fn is_asked() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}

/// Asks for the order of day and month until it is told.
fn ask(question: &str) -> Result<DayOrder, Failure> {
    let mut answer = String::new();
    loop {
        eprint!("{question}\ndmy, mdy or ymd? ");
        answer.clear();
        match io::stdin().lock().read_line(&mut answer) {
            Ok(1..) => {}
            _ => return Err(Failure::Import(PathBuf::new(), Fault::Ambiguous(question.to_owned()))),
        }
        if let Some(order) = DayOrder::from_word(&answer) {
            return Ok(order);
        }
    }
}

fn read(options: &Options, asked: &Asked, beside: &Beside, loudness: Loudness) -> Result<(Imported, String), Failure> {
    let existing = match optional(&options.into)? {
        None => Records::default(),
        Some(text) => {
            let text = text.trim_start_matches('\u{feff}');
            let broken = |error: serde_json::Error| {
                let why = format!("it is the dataset to add to, and no JSON as it stands: {error}");
                Failure::Import(options.into.clone(), Fault::Mapping(format!("{why}.")))
            };
            Records::read(text).map_err(broken)?
        }
    };
    let state = match optional(&beside.state)? {
        None => State::default(),
        Some(text) => State::read(&text).map_err(|error| {
            let why = format!("it is not as it was written ({error}); take it away, and what the dataset says counts before what is read.");
            Failure::Import(beside.state.clone(), Fault::Mapping(why))
        })?,
    };
    let mapped = match optional(&beside.mapping)? {
        None => Vec::new(),
        Some(text) => mapping::read(&text).map_err(|fault| Failure::Import(beside.mapping.clone(), fault))?,
    };
    let countries = Countries::of_today();
    let country = |name: &str| countries.code(name);
    let progress = Progress::new(loudness, "Meetings");
    let tell = |done: usize, all: Option<usize>| match all {
        Some(all) => progress.at(done, all),
        None => progress.count(done),
    };
    let mut import = Import::new(asked.clone(), mapped, existing, state, &country, &tell);
    let mut head = Head { title: options.title.clone(), language: options.language.clone(), ..Head::default() };
    if let Some(path) = &options.merge {
        let text = fs::read_to_string(path).map_err(|error| Failure::File(path.clone(), error))?;
        head.merged = reviewed::groups(&text);
    }
    head.kept = kept(&options.into);
    for path in &options.files {
        let bytes = bytes(path)?;
        let hash = hex(&bytes);
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        import.told.of_file(&name.as_str().into());
        let fault = |fault: Fault| Failure::Import(path.clone(), fault);
        let source = Source::new(&name, bytes, &mut import.told).map_err(fault)?;
        if head.file_title.is_empty() {
            head.file_title = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        }
        head.files.push((name, hash));
        import.read(source).map_err(fault)?;
    }
    let mapping = mapping::written(&import.plans);
    let has_tables = !import.plans.is_empty();
    progress.goes_on("Putting together what was read");
    Ok((import.finish(&head), if has_tables { mapping } else { String::new() }))
}

/// The documents that are kept beside a dataset, by their paths in their folder.
fn kept(dataset: &Path) -> HashSet<String> {
    let folder = folder(dataset);
    let mut folders = vec![folder.clone()];
    let mut kept = HashSet::new();
    while let Some(within) = folders.pop() {
        for entry in fs::read_dir(within).into_iter().flatten().filter_map(Result::ok) {
            let path = entry.path();
            if path.is_dir() && !entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
                folders.push(path);
            } else if let Ok(name) = path.strip_prefix(&folder) {
                kept.insert(name.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    kept
}

/// The bytes of a file to read.
fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let file = |error: io::Error| Failure::File(path.to_owned(), error);
    let size = fs::metadata(path).map_err(file)?.len();
    if size > LIMIT {
        return Err(Failure::Import(path.to_owned(), Fault::TooLarge(size, LIMIT)));
    }
    fs::read(path).map_err(file)
}

/// The text of a file that need not be there.
fn optional(path: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::File(path.to_owned(), error)),
    }
}

/// Writes the dataset and what stands beside it. Nothing is half written: each file is put in place as a whole, the dataset
/// behind what was read, so that what a keeper changed is never taken for what was read.
fn write(into: &Path, beside: &Beside, imported: &Imported, mapping: &str) -> Result<(), Failure> {
    let mut files = vec![whole(&beside.report, &|to| report::write(&imported.told, to))?];
    if !mapping.is_empty() {
        files.push(whole(&beside.mapping, &|to| to.write_all(mapping.as_bytes()))?);
    }
    files.push(whole(&beside.state, &|to| imported.state.write(to))?);
    if imported.is_changed {
        files.push(whole(into, &|to| dataset::write(&imported.dataset, to))?);
    }
    for (file, path) in files {
        file.persist(&path).map_err(|error| Failure::File(path, error.error))?;
    }
    Ok(())
}

/// The folder that a file stands in.
fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// A file that is to be put in place.
fn whole(path: &Path, write: &dyn Fn(&mut dyn Write) -> io::Result<()>) -> Result<(NamedTempFile, PathBuf), Failure> {
    let folder = folder_of(path);
    let written = || {
        let mut file = temporary(path, folder)?;
        {
            let mut to = BufWriter::new(file.as_file_mut());
            write(&mut to)?;
            to.flush()?;
        }
        file.as_file().sync_all()?;
        Ok(file)
    };
    written().map(|file| (file, path.to_owned())).map_err(|error| Failure::File(path.to_owned(), error))
}

/// A file beside another that it is to replace, to be read by all who may read files of this person.
fn temporary(path: &Path, folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let own = fs::metadata(path).map(|of| of.permissions());
        builder.permissions(own.unwrap_or_else(|_| fs::Permissions::from_mode(0o666)));
    }
    #[cfg(not(unix))]
    let _ = path;
    builder.tempfile_in(folder)
}
