//! `archive completions`: what a shell needs to complete the program's commands and options.

use std::io;

use clap::{Args, Command};
use clap_complete::Shell;

/// Prints what lets a shell complete commands and options, such as `archive completions bash > ~/.local/share/bash-completion/completions/archive`
#[derive(Args)]
pub struct Options {
    /// The shell
    shell: Shell,
}

/// Prints the completions of a shell for the program's call.
pub fn completions(options: &Options, call: &mut Command) {
    let mut script = Vec::new();
    clap_complete::generate(options.shell, call, "archive", &mut script);
    // Whoever reads no further, as `head` does, has what was wanted.
    let _ = io::Write::write_all(&mut io::stdout(), &script);
}
