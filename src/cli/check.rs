//! `archive check`: judges a dataset.

use std::path::{Path, PathBuf};

use lexopt::Arg;

use crate::cli::failure::Failure;
use crate::cli::lines::Lines;
use crate::cli::listed::{listed, listed_failure};
use crate::cli::report::{found, found_by};
use crate::cli::source::{data, read, read_sound, sound};
use crate::core::archive::problem::Problem;

/// What the call asks for.
#[derive(Default)]
struct Options {
    file: Option<PathBuf>,
    is_json: bool,
}

impl Options {
    fn read(arguments: &[&str]) -> Result<Self, lexopt::Error> {
        let mut options = Self::default();
        let mut parser = lexopt::Parser::from_args(arguments);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("format") => {
                    let format = parser.value()?;
                    options.is_json = match format.to_str() {
                        Some("json") => true,
                        Some("text") => false,
                        _ => {
                            return Err(lexopt::Error::UnexpectedValue {
                                option: "--format".to_owned(),
                                value: format,
                            });
                        }
                    };
                }
                Arg::Value(file) if options.file.is_none() => options.file = Some(file.into()),
                other => return Err(other.unexpected()),
            }
        }
        Ok(options)
    }
}

/// Prints all that is wrong with a dataset.
///
/// # Errors
/// Where the call is not understood, or the dataset cannot be read, or has an error.
pub fn check(arguments: &[&str]) -> Result<(), Failure> {
    let options = Options::read(arguments).map_err(|error| Failure::Option(error.to_string()))?;
    let path = options.file.unwrap_or_else(data);
    if options.is_json { as_json(&path) } else { read_sound(&path).map(drop) }
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
            out!("{}", listed(&[(read.site.path.display().to_string(), beside), (file, own)]));
            sound(path, &read.archive)
        }
        Err(failure) => {
            out!("{}", listed_failure(&file, &failure).unwrap_or_default());
            Err(failure)
        }
    }
}
