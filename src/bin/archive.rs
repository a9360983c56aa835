//! The keeper's native tool: `archive help` tells what it does.

use std::env::args_os;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    meetings::cli::run(&args_os().skip(1).collect::<Vec<OsString>>())
}
