//! The keeper's native tool: `archive help` tells what it does.

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    meetings::cli::run(&arguments.iter().map(String::as_str).collect::<Vec<_>>())
}
