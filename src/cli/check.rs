//! `archive check`: judges a dataset.

use std::path::Path;

use crate::cli::failure::Failure;
use crate::cli::source::read_sound;

/// Prints all that is wrong with a dataset.
///
/// # Errors
/// Where it cannot be read, or has an error.
pub fn check(path: &Path) -> Result<(), Failure> {
    read_sound(path).map(drop)
}
