//! What `archive serve` lets the program do in a process of its own, each time a file has changed: judge the files, and build
//! the site once.

use std::path::PathBuf;
use std::{io, process, thread};

use clap::Args;

use crate::cli::build::app;
use crate::cli::failure::Failure;
use crate::cli::source::{Read, home, read, report, sound};
use crate::core::search::collection::Collection;
use crate::language::NAMES;
use crate::publish::built::Built;
use crate::publish::scripts::without_comments;
use crate::publish::site::Publication;

/// The address, within the site, at which its pages are told what has changed. No page can have it.
pub const EVENTS: &str = ".preview";

/// How a problem is dressed.
const STYLE: &str = include_str!("problem.css");

/// The script of every page.
const RELOAD: &str = include_str!("reload.js");

/// What is to be built.
#[derive(Args)]
pub struct Options {
    /// The dataset
    #[arg(long)]
    data: PathBuf,
    /// The path of the host under which the site stands
    #[arg(long)]
    base: String,
    /// The folder for the site
    #[arg(long)]
    into: PathBuf,
    /// The name of this build
    #[arg(long)]
    name: String,
}

/// Prints every problem, coloured as for a terminal, and writes the site if none is an error. The addresses in it are those
/// that the published site will have, so that what is seen is what will be published.
///
/// # Errors
/// Where the files cannot be published as they are.
pub fn preview(options: Options) -> Result<(), Failure> {
    let Options { data, base, into, name } = options;
    // Where the preview has ended, nobody waits for what is built, and its folder is about to go.
    thread::spawn(|| {
        let _ = io::copy(&mut io::stdin(), &mut io::sink());
        process::exit(0);
    });
    let read = read(&data)?;
    out!("{}", report(&data, &read, true))?;
    sound(&data, &read.archive, Failure::Unsound)?;
    let Read { published: json, mut archive, .. } = read;
    archive.problems.clear();
    let home = home(&archive, Some(base), None)?;
    let publication = Publication {
        folder: &into,
        built: &Built::find(&app()).map_err(Failure::Publish)?,
        reloader: Some(script(&home.base.file(EVENTS), &name)),
        json: &json,
        kept: None,
        collection: Box::leak(Box::new(Collection::new(archive, &NAMES))),
        home,
        is_kept_offline: false,
        told: &|_, _| (),
    };
    publication.write().map_err(Failure::Publish).map(drop)
}

/// The script that loads a page again, with what it must know: where it is told of changes, and of which build its page is.
pub fn script(events: &str, build: &str) -> String {
    let constant = |name: &str, text: &str| {
        // Nothing in a script element may look like its end.
        format!("const {name} = {};\n", serde_json::Value::from(text).to_string().replace('<', "\\u003c"))
    };
    let constants = [constant("EVENTS", events), constant("BUILD", build), constant("STYLE", STYLE)].concat();
    format!("(() => {{\n{constants}{}}})();\n", without_comments(RELOAD))
}
