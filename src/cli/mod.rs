//! The keeper's commands, one file each.

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
            print!("{}", schema());
            Ok(())
        }
        ["export", address, format] => export::export(address, format),
        ["build", ref options @ ..] => build::build(options),
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
            ExitCode::from(failure.code())
        }
    }
}
