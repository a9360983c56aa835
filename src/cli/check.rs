//! `archive check`: judges a dataset.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::cli::failure::Failure;
use crate::cli::lines::Lines;
use crate::cli::listed::{listed, listed_failure};
use crate::cli::progress::Loudness;
use crate::cli::report::{found, found_by};
use crate::cli::source::{data, read, read_sound, sound};
use crate::core::archive::problem::Problem;

/// Judges a dataset, with what stands beside it, and lists all that is wrong, each with its line
///
/// Errors stop a build, warnings do not. What repeats is told once, but in JSON, which has every problem with its file,
/// path, line and column.
#[derive(Args)]
pub struct Options {
    /// The dataset [default: $DATA, or meetings.json, or public/data/meetings.json]
    file: Option<PathBuf>,
    /// For whom the problems are listed
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Form,
}

/// For whom something is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// For people
    Text,
    /// For programs
    Json,
}

/// Prints all that is wrong with a dataset.
///
/// # Errors
/// Where the dataset cannot be read, or has an error.
pub fn check(options: Options, loudness: Loudness) -> Result<(), Failure> {
    let path = data(options.file)?;
    match options.format {
        Form::Json => as_json(&path),
        Form::Text => read_sound(&path, loudness).map(drop),
    }
}

/// The same for programs: nothing but a list of problems is printed.
fn as_json(path: &Path) -> Result<(), Failure> {
    let file = path.display().to_string();
    match read(path) {
        Ok(read) => {
            let [beside, own] = read.problems();
            let spot = |problem: &Problem| read.site.spot(&problem.path);
            let beside = found_by(&spot, &Lines::new(&read.site.text), &beside);
            let own = found(&read.written, &Lines::new(&read.written), &own);
            out!("{}", listed(&[(read.site.path.display().to_string(), beside), (file, own)]))?;
            sound(path, &read.archive, Failure::Unsound)
        }
        Err(failure) => {
            out!("{}", listed_failure(&file, &failure).unwrap_or_default())?;
            Err(failure)
        }
    }
}
