//! The keeper's commands, one file each.

/// Prints to the standard output; whoever reads no further, as `head` does, has what was wanted.
macro_rules! out {
    ($($told:tt)*) => {
        {
            use std::io::Write;
            let _ = write!(std::io::stdout(), $($told)*);
        }
    };
}

/// The same with the end of a line.
macro_rules! outln {
    ($($told:tt)*) => {
        out!("{}\n", format_args!($($told)*))
    };
}

pub mod build;
pub mod check;
pub mod encoding;
pub mod export;
pub mod failure;
pub mod lines;
pub mod listed;
pub mod report;
pub mod site_file;
pub mod source;
pub mod spots;
pub mod unread;

use std::process::ExitCode;

use self::failure::{Failure, HELP};
use crate::publish::schema::schema;

/// Does what the arguments ask for, the program's own name not among them; tells on the error output what went wrong. The
/// code is 0 where all is well, 1 where the data is at fault, and 2 where the call is.
pub fn run(arguments: &[&str]) -> ExitCode {
    let outcome = match *arguments {
        ["check", ref options @ ..] => check::check(options),
        ["schema"] => {
            out!("{}", schema());
            Ok(())
        }
        ["export", address, format] => export::export(address, format),
        ["build", ref options @ ..] => build::build(options),
        [] | ["help" | "--help" | "-h"] => {
            out!("{HELP}");
            Ok(())
        }
        _ => Err(Failure::Usage),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(failure.code())
        }
    }
}
