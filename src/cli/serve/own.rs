//! What `archive serve` calls this program for. It is no command of a keeper's, so neither help nor completions have it.

use std::ffi::OsString;

use clap::Parser;

use crate::cli::failure::Failure;
use crate::cli::serve::{folder, preview};

/// The first argument of such a call.
pub const NAME: &str = ".preview";

/// What is to be done.
#[derive(Parser)]
enum Own {
    Build(preview::Options),
    Hold,
}

/// Does it; `arguments` begin with the name.
///
/// # Errors
/// Where it cannot be done.
pub fn done(arguments: &[OsString]) -> Result<(), Failure> {
    match Own::parse_from(arguments) {
        Own::Build(options) => preview::preview(options),
        Own::Hold => folder::hold(),
    }
}
