//! What an import did, on a screen.

use std::collections::HashMap;
use std::fmt::Write;
use std::path::Path;

use crate::import::run::Imported;
use crate::import::table::find::COLUMN;
use crate::import::told::{Done, Line};

/// So many kinds of what was done are told of each.
const KINDS: usize = 12;

/// So many places are named of each.
const PLACES: usize = 3;

/// The summary: how many meetings came of it, and what was done, the same told once.
pub fn summary(imported: &Imported, into: &Path, report: &Path, is_dry: bool) -> String {
    let counts = imported.counts;
    let mut text = String::new();
    columns(&mut text, &imported.told.lines);
    for done in Done::ALL {
        let is_column = |line: &&Line| line.done == Done::Read && line.why == COLUMN;
        let lines: Vec<&Line> =
            imported.told.lines.iter().filter(|line| line.done == done && !is_column(line)).collect();
        if !lines.is_empty() {
            kinds(&mut text, done, &lines);
        }
    }
    let would = if is_dry { "would be " } else { "" };
    let _ = writeln!(
        text,
        "{}: {} {would}new, {} {would}changed, {} as {} {}; {} in all.",
        into.display(),
        meetings(counts.new),
        counts.changed,
        counts.same,
        if counts.same == 1 { "it" } else { "they" },
        if counts.same == 1 { "was" } else { "were" },
        counts.all
    );
    let _ = match is_dry {
        true => writeln!(text, "Nothing was written."),
        false => writeln!(text, "All of it, row by row: {}", report.display()),
    };
    text
}

fn meetings(count: usize) -> String {
    if count == 1 { "1 meeting".to_owned() } else { format!("{count} meetings") }
}

/// What each column was taken for, several on a line.
fn columns(text: &mut String, lines: &[Line]) {
    let column = |line: &Line| format!("{} “{}” → {}", line.origin, line.label, line.became);
    let columns: Vec<String> = lines.iter().filter(|line| line.why == COLUMN).map(column).collect();
    if !columns.is_empty() {
        let _ = writeln!(text, "Columns:");
    }
    let mut row = String::new();
    for column in columns {
        if !row.is_empty() && row.chars().count() + column.chars().count() > 100 {
            let _ = writeln!(text, "  {row}");
            row.clear();
        }
        if !row.is_empty() {
            row.push_str("; ");
        }
        row.push_str(&column);
    }
    if !row.is_empty() {
        let _ = writeln!(text, "  {row}");
    }
}

/// The kinds of what was done, the most frequent first.
fn kinds(text: &mut String, done: Done, lines: &[&Line]) {
    let word = done.word();
    let mut heading = word.to_owned();
    heading.get_mut(..1).map(str::make_ascii_uppercase).unwrap_or_default();
    let _ = writeln!(text, "{heading}:");
    let mut at: HashMap<(&str, &str), usize> = HashMap::new();
    let mut groups: Vec<Vec<&Line>> = Vec::new();
    for line in lines {
        // Columns are told one by one; of rows with one label the number is enough.
        let place = *at.entry((line.why, &line.label)).or_insert(groups.len());
        if place == groups.len() {
            groups.push(Vec::new());
        }
        groups[place].push(line);
    }
    groups.sort_by_key(|group| std::cmp::Reverse(group.len()));
    for group in groups.iter().take(KINDS) {
        let Some(first) = group.first() else { continue };
        let label = if first.label.is_empty() { String::new() } else { format!(" “{}”", first.label) };
        let _ = write!(text, "  {:>6}{label}  {}", group.len(), first.why);
        let _ = writeln!(text, " ({})", places(group));
    }
    if groups.len() > KINDS {
        let _ = writeln!(text, "         and {} further kinds", groups.len() - KINDS);
    }
}

/// Where the first of them stood, and what it said.
fn places(group: &[&Line]) -> String {
    let place = |line: &&&Line| {
        let origin = line.origin.to_string();
        let origin = if origin.is_empty() { line.file.to_string() } else { origin };
        let value: String = line.value.chars().take(40).map(|char| if char == '\n' { ' ' } else { char }).collect();
        let became: String = line.became.chars().take(40).map(|char| if char == '\n' { ' ' } else { char }).collect();
        match (value.is_empty(), became.is_empty()) {
            (true, true) => origin,
            (false, true) => format!("{origin}: “{value}”"),
            (true, false) => format!("{origin} → {became}"),
            (false, false) => format!("{origin}: “{value}” → {became}"),
        }
    };
    let named: Vec<String> = group.iter().take(PLACES).map(|line| place(&line)).collect();
    let more = if group.len() > PLACES { " …" } else { "" };
    format!("{}{more}", named.join("; "))
}
