//! `archive stats`: what an archive lacks, field by field and year by year.

use std::path::PathBuf;

use clap::Args;
use serde_json::{Map, Value, json};

use crate::cli::check::Form;
use crate::cli::failure::Failure;
use crate::cli::progress::Loudness;
use crate::cli::source::{data, read_quietly};
use crate::cli::table::{columns, stretches, wrapped};
use crate::core::archive::lacks::{Field, Lacks, Part, lacks};
use crate::core::archive::reading::read_fields;
use crate::language::messages::{list, number};

/// So many fields are told as those that are lacking most.
const WORST: usize = 3;

/// Tells what the archive lacks: of each field how many meetings have it, year by year, and where to begin
///
/// The fields are those of the format that a good record has; behind the name of a list stands what each record of it should
/// have, so that a meeting has documents.languages when every one of its documents has. Years are those in which meetings
/// began.
#[derive(Args)]
pub struct Options {
    /// The dataset [default: $DATA, or meetings.json, or public/data/meetings.json]
    file: Option<PathBuf>,
    /// For whom it is told
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    format: Form,
}

/// Prints what a dataset lacks.
///
/// # Errors
/// Where the dataset cannot be read, or has an error.
pub fn stats(options: Options, loudness: Loudness) -> Result<(), Failure> {
    let path = data(options.file)?;
    let read = read_quietly(&path, loudness)?;
    let fields = read_fields(&read.published).unwrap_or_default();
    let lacks = lacks(&fields);
    match options.format {
        Form::Text => out!("{}", text(&path.display().to_string(), &lacks)),
        Form::Json => outln!("{}", serde_json::to_string_pretty(&element(&lacks)).unwrap_or_default()),
    }
}

/// What a program reads.
fn element(lacks: &Lacks) -> Value {
    let year = |(at, (year, meetings)): (usize, &(i16, usize))| {
        let fields = lacks.fields.iter().map(|field| (field.name.clone(), field.by_year[at].into()));
        json!({"year": year, "meetings": meetings, "fields": fields.collect::<Map<_, _>>()})
    };
    let fields = lacks.fields.iter().map(|field| (field.name.clone(), field.count().into()));
    let part = |part: &Part| {
        let Part { of, field, all, lacking, within, first } = part;
        json!({"records": of, "field": field, "all": all, "lacking": lacking, "within": within, "first": first})
    };
    json!({
        "meetings": lacks.meetings(),
        "fields": fields.collect::<Map<_, _>>(),
        "years": lacks.years.iter().enumerate().map(year).collect::<Vec<_>>(),
        "records": lacks.parts.iter().map(part).collect::<Vec<_>>(),
        "gaps": lacks.gaps,
        "unnumbered": lacks.unnumbered,
        "years_without": lacks.silent,
    })
}

/// What a person reads, in lines of at most 80 signs.
fn text(file: &str, lacks: &Lacks) -> String {
    let all = lacks.meetings();
    if all == 0 {
        return wrapped(&format!("{file} has no meeting yet, so nothing is lacking of any."), "");
    }
    let (every, rest): (Vec<_>, Vec<_>) = lacks.fields.iter().partition(|field| field.count() == all);
    let (none, some): (Vec<_>, Vec<_>) = rest.into_iter().partition(|field| field.count() == 0);
    // Some records of a list may have what not all of any meeting have.
    let (of_lists, none): (Vec<_>, Vec<_>) = none.into_iter().partition(|field| field.name.contains('.'));
    let names = |fields: &[&Field]| list(&fields.iter().map(|field| &*field.name).collect::<Vec<_>>());
    let mut told = wrapped(&heading(file, lacks), "");
    for (fields, before) in
        [(&every, "Every meeting has"), (&none, "No meeting has"), (&of_lists, "No meeting has in full")]
    {
        if !fields.is_empty() {
            told.push_str(&wrapped(&format!("{before} {}.", names(fields)), ""));
        }
    }
    if !some.is_empty() {
        told.push('\n');
        told.push_str(&shares(&some, all));
        told.push('\n');
        told.push_str(&by_year(&some, lacks));
    }
    for (title, lines) in [
        ("Gaps", gaps(lacks)),
        ("Records", lacks.parts.iter().filter(|part| part.lacking > 0).map(record).collect()),
        ("Lacking most", worst(&some, lacks)),
    ] {
        if !lines.is_empty() {
            told.push_str(&format!("\n{title}\n"));
            lines.iter().for_each(|line| told.push_str(&wrapped(line, "  ")));
        }
    }
    told
}

fn heading(file: &str, lacks: &Lacks) -> String {
    let (meetings, years) = (number(lacks.meetings()), number(lacks.years.len()));
    let count = if lacks.meetings() == 1 { "meeting" } else { "meetings" };
    match lacks.years.as_slice() {
        [(first, _), .., (last, _)] => format!("{file}: {meetings} {count} in {years} years, {first}–{last}."),
        [(year, _)] => format!("{file}: {meetings} {count}, in {year}."),
        [] => format!("{file}: {meetings} {count}."),
    }
}

/// The letter that stands for a field in the table of years.
fn letter(at: usize) -> String {
    let last = char::from(b'a' + u8::try_from(at % 26).unwrap_or_default());
    if at < 26 { last.to_string() } else { letter(at / 26 - 1) + &last.to_string() }
}

/// How many meetings have each field.
fn shares(fields: &[&Field], all: usize) -> String {
    let wide = fields.iter().map(|field| field.name.chars().count()).max().unwrap_or_default();
    let most = number(all).len();
    let share = |(at, field): (usize, &&Field)| {
        let count = field.count();
        format!(
            "{:>2}  {:wide$}  {:>most$} of {}  {:>3} %\n",
            letter(at),
            field.name,
            number(count),
            number(all),
            count * 100 / all
        )
    };
    fields.iter().enumerate().map(share).collect()
}

/// How many meetings of each year have each field.
fn by_year(fields: &[&Field], lacks: &Lacks) -> String {
    let cell = |count: usize| if count == 0 { "·".to_owned() } else { number(count) };
    let mut first = vec![vec!["year".to_owned()], vec!["meetings".to_owned()]];
    for (year, meetings) in &lacks.years {
        first[0].push(year.to_string());
        first[1].push(number(*meetings));
    }
    let column = |(at, field): (usize, &&Field)| {
        std::iter::once(letter(at)).chain(field.by_year.iter().map(|count| cell(*count))).collect()
    };
    let others: Vec<Vec<String>> = fields.iter().enumerate().map(column).collect();
    columns(&first, &others)
}

/// What the series itself lacks.
fn gaps(lacks: &Lacks) -> Vec<String> {
    let gaps: Vec<(u32, u32)> = lacks.gaps.iter().map(|number| (*number, *number)).collect();
    let mut lines = Vec::new();
    if !gaps.is_empty() {
        lines.push(format!("Recorded as gaps, by their numbers: {}.", stretches(&gaps)));
    }
    if !lacks.unnumbered.is_empty() {
        lines.push(format!("Numbers that neither a meeting nor a gap has: {}.", stretches(&lacks.unnumbered)));
    }
    if !lacks.silent.is_empty() {
        lines.push(format!("Years between in which no meeting began: {}.", stretches(&lacks.silent)));
    }
    lines
}

/// What records lack, and where the first of them are.
fn record(part: &Part) -> String {
    let Part { of, field, all, lacking, within, first } = part;
    let is_one = *lacking == 1;
    let has = if is_one { "has" } else { "have" };
    let (are, they, were) = if is_one { ("is", "it", "was") } else { ("are", "they", "were") };
    let what = match (*of, *field) {
        ("places", "lat") => format!("places {has} no coordinates (lat and lon)"),
        ("documents", "url") => format!("documents {are} known only, {they} can be opened nowhere (url or file)"),
        ("documents", "seen") => format!("documents with an address {were} never seen alive (seen; archive links)"),
        ("people", field) => format!("entries of people {has} no {field}"),
        (of, field) => format!("{of} {has} no {field}"),
    };
    let more = format!("{} more", number(within - first.len()));
    let mut places: Vec<&str> = first.iter().map(String::as_str).collect();
    if *within > first.len() {
        places.push(&more);
    }
    format!("{} of {} {what}: {}.", number(*lacking), number(*all), list(&places))
}

/// The fields of which the fewest meetings have one that others have, and where that is worst.
fn worst(some: &[&Field], lacks: &Lacks) -> Vec<String> {
    let all = lacks.meetings();
    let mut fields = some.to_vec();
    fields.sort_by_key(|field| field.count());
    let sentence = |field: &&Field| {
        let lacking = all - field.count();
        let of = |at: usize| lacks.years[at].1 - field.by_year[at];
        let mut years: Vec<usize> = (0..lacks.years.len()).filter(|at| of(*at) > 0).collect();
        years.sort_by_key(|at| std::cmp::Reverse(of(*at)));
        let most: Vec<String> =
            years.iter().take(WORST).map(|at| format!("{} ({})", lacks.years[*at].0, of(*at))).collect();
        let most: Vec<&str> = most.iter().map(String::as_str).collect();
        let rest = if years.len() > WORST { "most in" } else { "in" };
        let lack = if lacking == 1 { "lacks" } else { "lack" };
        format!("{}: {} of {} meetings {lack} it, {rest} {}.", field.name, number(lacking), number(all), list(&most))
    };
    fields.iter().take(WORST).map(sentence).collect()
}
