//! `archive links`: which web addresses of a dataset are dead or have moved, and when each was last seen alive.

pub mod asker;
pub mod failure;
pub mod found;
pub mod named;
pub mod round;
pub mod seen;
pub mod told;
pub mod turns;
pub mod uri;

use std::collections::{HashMap, HashSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::Args;
use jiff::ToSpan;

use self::asker::Asker;
use self::failure::LinksFailure;
use self::found::Found;
use self::named::{Named, named};
use self::round::ask_all;
use self::seen::{Dated, dated};
use self::told::{Finding, counts, is_alive};
use self::uri::on_the_wire;
use crate::cli::check::Form;
use crate::cli::failure::Failure;
use crate::cli::lines::Lines;
use crate::cli::listed::list;
use crate::cli::progress::{Loudness, Progress};
use crate::cli::replace::replace;
use crate::cli::source::{Read, data, read, read_quietly, read_told, sound, today, today_in_utc};
use crate::cli::spots::Spots;
use crate::core::archive::reading::read_dataset;
use crate::core::archive::without_mark;
use crate::language::messages::number;

/// Asks which web addresses are dead or have moved, and writes into the dataset when each was last seen alive
///
/// Of all commands only this one uses the network. It asks the addresses of documents and their copies, of sources, links,
/// publisher, licence and contact, as a browser would that is sent there: robots.txt, which is for programs that follow
/// links, is not read. One host is asked one thing at a time, at most eight hosts at once, what may pass is asked twice, and
/// of no page anything is read. No address is called dead because it could not be reached.
///
/// The day is written as `seen` of a document or a source; all else in the file stays as it is, and what was there before
/// stays as FILE.bak. Dead addresses change the exit code only with --strict.
#[derive(Args)]
pub struct Options {
    /// The dataset [default: $DATA, or meetings.json, or public/data/meetings.json]
    file: Option<PathBuf>,
    /// Asks only what was not seen alive within so many days
    #[arg(long, value_name = "DAYS")]
    since: Option<u16>,
    /// Writes nothing into the dataset
    #[arg(long)]
    dry_run: bool,
    /// Ends with exit code 1 where an address is dead
    #[arg(long)]
    strict: bool,
    /// How long a host may take for its answer
    #[arg(long, value_name = "SECONDS", default_value = "20", value_parser = some_seconds)]
    timeout: Duration,
    /// How long a host is left alone before it is asked again
    #[arg(long, value_name = "SECONDS", default_value = "1", value_parser = seconds)]
    pause: Duration,
    /// For whom it is told
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Form,
}

fn seconds(text: &str) -> Result<Duration, String> {
    let seconds: Option<f64> = text.parse().ok().filter(|seconds| (0.0..=600.0).contains(seconds));
    seconds.map(Duration::from_secs_f64).ok_or_else(|| "write seconds from 0 to 600, as 20 or 0.5".to_owned())
}

/// The same, and some: in no time nobody answers.
fn some_seconds(text: &str) -> Result<Duration, String> {
    let some = seconds(text).ok().filter(|seconds| *seconds >= Duration::from_millis(100));
    some.ok_or_else(|| "write seconds from 0.1 to 600, as 20 or 0.5".to_owned())
}

/// Asks the addresses of a dataset, tells what it finds, and writes down when each was seen alive.
///
/// # Errors
/// Where the dataset cannot be read or written, has an error, no host answers, or with `--strict` an address is dead.
pub fn links(options: Options, loudness: Loudness) -> Result<(), Failure> {
    let path = data(options.file.clone())?;
    let is_text = options.format == Form::Text;
    let read = if is_text { read_told(&path, loudness)? } else { read_quietly(&path, loudness)? };
    let asked = Asked::new(&options, &read)?;
    let asker = Asker::new(options.timeout, options.pause);
    let progress = Progress::new(loudness, "Addresses");
    let found = ask_all(&asked.wires, &asker, &|done, all| progress.at(done, all));
    drop(progress);
    if !asked.wires.is_empty() && !asker.was_answered() {
        return Err(Failure::Links(LinksFailure::NoNetwork(asked.wires.len())));
    }
    let found: HashMap<&str, Found> = asked.wires.iter().map(String::as_str).zip(found).collect();
    let told = asked.told(&path, &read, &found, options.format);
    out!("{told}")?;
    let alive: HashSet<&str> =
        asked.named.iter().filter(|of| asked.is_alive(of, &found)).map(|of| &*of.address).collect();
    let dated = write(&path, &alive, options.dry_run)?;
    if is_text {
        outln!("{}", if asked.wires.is_empty() { asked.nothing() } else { counts(found.values()) })?;
        out!("{}", days(&path, &dated))?;
    }
    let dead = found.values().filter(|found| matches!(found, Found::Dead(_))).count();
    if options.strict && dead > 0 { Err(Failure::Links(LinksFailure::Dead(path, dead))) } else { Ok(()) }
}

/// What is asked.
struct Asked {
    /// Where addresses stand that are asked, in the order of the file's lists.
    named: Vec<Named>,
    /// The addresses as they go over the wire, each once.
    wires: Vec<String>,
    /// Whether the dataset names any.
    is_any_named: bool,
}

impl Asked {
    fn new(options: &Options, read: &Read) -> Result<Self, Failure> {
        let dataset = read_dataset(&read.published).ok();
        let named = dataset.as_ref().map(named).unwrap_or_default();
        let is_any_named = !named.is_empty();
        let since = options
            .since
            .map(|days| Ok::<_, Failure>(today_in_utc()?.saturating_sub(i64::from(days).days())))
            .transpose()?;
        let is_due = |of: &Named| since.is_none_or(|since| of.seen.is_none_or(|seen| seen < since));
        // Of an address that stands twice all places are told.
        let due: HashSet<String> = named.iter().filter(|of| is_due(of)).map(|of| on_the_wire(&of.address)).collect();
        let named: Vec<Named> = named.into_iter().filter(|of| due.contains(&on_the_wire(&of.address))).collect();
        let mut known = HashSet::new();
        let wires = named.iter().map(|of| on_the_wire(&of.address)).filter(|wire| known.insert(wire.clone())).collect();
        Ok(Self { named, wires, is_any_named })
    }

    fn found<'f>(&self, of: &Named, found: &'f HashMap<&str, Found>) -> Option<&'f Found> {
        found.get(&*on_the_wire(&of.address))
    }

    fn is_alive(&self, of: &Named, found: &HashMap<&str, Found>) -> bool {
        self.found(of, found).is_some_and(|found| is_alive(&of.address, found))
    }

    /// What is told of each address that does not work as it is written, where that stands.
    fn told(&self, path: &Path, read: &Read, found: &HashMap<&str, Found>, format: Form) -> String {
        let files = [read.site.path.display().to_string(), path.display().to_string()];
        let lines = [Lines::new(&read.site.text), Lines::new(&read.written)];
        let spots = Spots::of_paths(&read.written, self.named.iter().map(|of| of.path.as_str()));
        let findings = self.named.iter().filter_map(|of| {
            let beside = read.site.spot(&of.path);
            let at = usize::from(beside.is_none());
            let spot: Option<Range<usize>> = beside.or_else(|| spots.at(&of.path));
            let place = spot.map(|spot| lines[at].place(spot.start));
            Some(Finding { named: of, found: self.found(of, found)?, file: &files[at], place })
        });
        match format {
            Form::Text => findings.filter_map(|finding| finding.line()).collect(),
            Form::Json => list(&findings.filter_map(|finding| finding.element()).collect::<Vec<_>>()),
        }
    }

    fn nothing(&self) -> String {
        let why = if self.is_any_named { "each was seen alive within these days" } else { "there is none" };
        format!("No address asked: {why}.")
    }
}

/// Writes into the dataset as it stands now, which may be another than was asked, when addresses were seen alive.
fn write(path: &Path, alive: &HashSet<&str>, is_dry: bool) -> Result<(Dated, Option<PathBuf>), Failure> {
    if alive.is_empty() {
        return Ok((Dated { text: String::new(), count: 0, plain: 0 }, None));
    }
    let unsound = || Failure::Links(LinksFailure::Unsound(path.to_owned()));
    let before = fs::read(path).map_err(|error| Failure::File(path.to_owned(), error))?;
    let now = read(path).map_err(|_| unsound())?;
    let text = String::from_utf8(before).map_err(|_| unsound())?;
    if now.written != without_mark(&text) || sound(path, &now.archive, Failure::Unchecked).is_err() {
        return Err(unsound());
    }
    let dated = dated(&text, today_in_utc()?, today()?, &|address| alive.contains(address));
    let kept = match dated.count > 0 && !is_dry {
        true => Some(replace(path, text.as_bytes(), dated.text.as_bytes())?),
        false => None,
    };
    Ok((dated, kept))
}

/// What was written, or would be.
fn days(path: &Path, (dated, kept): &(Dated, Option<PathBuf>)) -> String {
    let path = path.display();
    let count = number(dated.count);
    let mut told = match (dated.count, kept) {
        (0, _) => format!("{path}: nothing new to write down.\n"),
        (_, Some(kept)) => format!(
            "{path}: written down when they were last seen alive: {count}; what was there before is in {}.\n",
            kept.display()
        ),
        (_, None) => format!("{path}: nothing is written; {count} would have the day on which they were seen alive.\n"),
    };
    match dated.plain {
        0 => {}
        1 => {
            told.push_str("1 document is a plain text, which has no place for the day; write it as {\"url\": \"…\"}.\n")
        }
        many => told.push_str(&format!(
            "{} documents are plain texts, which have no place for the day; write them as {{\"url\": \"…\"}}.\n",
            number(many)
        )),
    }
    told
}
