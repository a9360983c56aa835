//! `archive completions`: what a shell needs to complete the program's commands and options.

use clap::{Args, Command};
use clap_complete::Shell;

use crate::cli::failure::Failure;

/// Prints what lets a shell complete commands and options, such as `archive completions bash > ~/.local/share/bash-completion/completions/archive`
#[derive(Args)]
pub struct Options {
    /// The shell
    shell: Shell,
}

/// Prints the completions of a shell for the program's call.
///
/// # Errors
/// Where they cannot be printed.
pub fn completions(options: &Options, call: &mut Command) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, call, "archive", &mut script);
    out!("{}", String::from_utf8_lossy(&script))
}
