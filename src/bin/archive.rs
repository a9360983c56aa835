//! The keeper's native tool: `archive help` tells what it does.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fmt, fs, io};

use meetings::core::problem::ReadError;
use meetings::keeper;
use meetings::wording;

const HELP: &str = "\
archive check [FILE]   judges a dataset (public/data/meetings.json) and lists all that is wrong with it
archive schema         prints the JSON Schema of the format
archive build          completes the site that Trunk has staged in $TRUNK_STAGING_DIR; takes another
                       dataset from $DATA
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
}

impl fmt::Display for Failure {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Usage => write!(formatter, "The arguments are not understood. What there is:\n{HELP}"),
            Self::File(path, error) => write!(formatter, "{}: {error}.", path.display()),
            Self::NotUtf8(path) => write!(formatter, "{}: is not UTF-8 text; save it as UTF-8.", path.display()),
            Self::Unreadable(path, error) => write!(formatter, "{}: {}", path.display(), wording::read_error(error)),
            Self::Unsound(path, 1) => write!(formatter, "{}: 1 problem; nothing was published.", path.display()),
            Self::Unsound(path, count) => {
                write!(formatter, "{}: {count} problems; nothing was published.", path.display())
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

/// Judges a dataset; prints every problem, and fails if there is one. Returns its text.
fn check(path: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::File(path.to_owned(), error))?;
    let json = String::from_utf8(bytes).map_err(|_| Failure::NotUtf8(path.to_owned()))?;
    let problems = keeper::judge(&json).map_err(|error| Failure::Unreadable(path.to_owned(), error))?;
    for problem in &problems {
        println!("{}", wording::problem(problem));
    }
    match problems.iter().filter(|problem| problem.is_grave()).count() {
        0 => {
            println!("{}: no problem found.", path.display());
            Ok(json)
        }
        count => Err(Failure::Unsound(path.to_owned(), count)),
    }
}

/// Completes what Trunk has staged: the dataset, its schema, and the page for unknown addresses.
fn build() -> Result<(), Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(Failure::NoStaging)?;
    let json = check(&data())?;
    let index = staging.join("index.html");
    let page = fs::read_to_string(&index).map_err(|error| Failure::File(index, error))?;
    for (name, text) in
        [("data/meetings.json", json), ("data/meetings.schema.json", keeper::schema()), ("404.html", page)]
    {
        let path = staging.join(name);
        let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(&path, text));
        written.map_err(|error| Failure::File(path, error))?;
    }
    Ok(())
}
