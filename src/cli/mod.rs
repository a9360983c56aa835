//! The keeper's commands, one file each.

/// Prints to the standard output, as [`output::print`] does.
macro_rules! out {
    ($($told:tt)*) => {
        $crate::cli::output::print(format_args!($($told)*))
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
pub mod completions;
pub mod encoding;
pub mod export;
pub mod failure;
pub mod hosts;
pub mod import;
pub mod lines;
pub mod links;
pub mod listed;
pub mod new;
pub mod output;
pub mod progress;
pub mod replace;
pub mod report;
pub mod serve;
pub mod setting;
pub mod site_file;
pub mod source;
pub mod spots;
pub mod stats;
pub mod summary;
pub mod system;
pub mod table;
pub mod unread;

use std::ffi::OsString;
use std::io::{self, Write};
use std::iter;
use std::process::ExitCode;

use anstream::adapter::strip_str;
use clap::{CommandFactory, Parser, Subcommand};

use self::failure::Failure;
use self::progress::Loudness;
use self::serve::own;
use self::source::is_coloured;
use crate::publish::schema::schema;

/// What stands below every command's help.
const BESIDE: &str = "\
Beside a dataset may stand site.toml, which says how it is published and counts instead of the dataset, and the folder \
documents with the files that it keeps; each command judges both.

Exit codes: 0 all is well (warnings included), 1 the data is at fault, 2 the call is.";

/// Publishes an archive of meetings as a website that needs no server.
#[derive(Parser)]
#[command(name = "archive", version, max_term_width = 100, after_help = BESIDE)]
struct Call {
    /// Shows no progress; what went wrong is told all the same
    #[arg(short, long, global = true)]
    quiet: bool,
    #[command(subcommand)]
    command: Command,
}

/// What the program can do.
#[derive(Subcommand)]
enum Command {
    New(new::Options),
    Import(import::Options),
    Serve(serve::Options),
    Check(check::Options),
    Build(build::Options),
    Links(links::Options),
    Stats(stats::Options),
    Export(export::Options),
    /// Prints the JSON Schema of the format, by which editors help while a dataset is written
    Schema,
    Completions(completions::Options),
}

/// Does what the arguments ask for, the program's own name not among them; tells on the error output what went wrong. The
/// code is 0 where all is well, 1 where the data is at fault, and 2 where the call is.
pub fn run(arguments: &[OsString]) -> ExitCode {
    if arguments.first().is_some_and(|first| first == own::NAME) {
        // What called it takes the colours away where they are not wanted.
        return ended(own::done(arguments), true);
    }
    let call = match Call::try_parse_from(iter::once(OsString::from("archive")).chain(arguments.iter().cloned())) {
        Ok(call) => call,
        Err(asked) => {
            let _ = asked.print();
            return ExitCode::from(u8::from(asked.use_stderr()) * 2);
        }
    };
    let loudness = if call.quiet { Loudness::Quiet } else { Loudness::Told };
    let outcome = match call.command {
        Command::New(options) => new::new(&options),
        Command::Import(options) => import::import(options, loudness),
        Command::Check(options) => check::check(options, loudness),
        Command::Build(options) => build::build(options, loudness),
        Command::Links(options) => links::links(options, loudness),
        Command::Stats(options) => stats::stats(options, loudness),
        Command::Serve(options) => serve::serve(options, loudness),
        Command::Export(options) => export::export(&options),
        Command::Schema => out!("{}", schema()),
        Command::Completions(options) => completions::completions(&options, &mut Call::command()),
    };
    ended(outcome, is_coloured(&io::stderr()))
}

/// Tells why a command has failed, if it has.
fn ended(outcome: Result<(), Failure>, is_coloured: bool) -> ExitCode {
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            let told = failure.to_string();
            let told = if is_coloured { told } else { strip_str(&told).to_string() };
            // Where nobody reads it, the code tells it all the same.
            let _ = writeln!(io::stderr(), "{told}");
            ExitCode::from(failure.code())
        }
    }
}
