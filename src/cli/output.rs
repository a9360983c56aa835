//! What a command prints on the standard output.

use std::fmt::Arguments;
use std::io::{self, ErrorKind, Write};

use crate::cli::failure::Failure;

/// Prints what is told there; whoever reads no further, as `head` does, has what was wanted.
///
/// # Errors
/// Where it cannot be written, as on a full disk.
pub fn print(told: Arguments) -> Result<(), Failure> {
    let mut output = io::stdout().lock();
    match output.write_fmt(told).and_then(|()| output.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Output(error)),
        _ => Ok(()),
    }
}
