//! Tables of text, with any sign between the values.

use csv::{ReaderBuilder, StringRecord};

use crate::import::fault::Fault;
use crate::import::origin::Origin;
use crate::import::piece::{Kind, Row, Table};
use crate::import::told::{Done, Told};

/// The signs that may stand between values, the likeliest first.
const SIGNS: [u8; 7] = [b',', b';', b'\t', b'|', b'^', b'~', b':'];

/// How many records tell which sign it is.
const SAMPLE: usize = 200;

/// Reads a table of text.
///
/// # Errors
/// Where a quotation mark is never closed, or it takes too much memory.
pub fn read_csv(text: &str, told: &mut Told) -> Result<Table, Fault> {
    let (text, named, skipped) = named_sign(text);
    let sign = named.unwrap_or_else(|| likely_sign(text));
    if let Some(row) = never_closed(text, sign) {
        let why =
            "a quotation mark is opened there and never closed, so that all that follows would be one cell; close it";
        return Err(Fault::Broken(Origin::row(None, row + skipped), why.to_owned()));
    }
    if sign != b',' {
        let shown = if sign == b'\t' { "tab".to_owned() } else { char::from(sign).to_string() };
        told.tell(Done::Read, &Origin::whole(), "This sign stands between the values.", &shown);
    }
    let mut table = Table::default();
    let mut reader = reader(text, sign);
    let mut record = StringRecord::new();
    // Spreadsheets count a record as a row, however many lines are in its cells; the reader counts lines.
    let mut within = 0;
    loop {
        match reader.read_record(&mut record) {
            Ok(true) => {}
            Ok(false) => break,
            Err(error) => return Err(Fault::Broken(Origin::whole(), error.to_string())),
        }
        // The place of a record is before the blank lines that the reader passes over.
        let (line, at) = record.position().map_or((0, 0), |place| (place.line(), place.byte()));
        let behind = usize::try_from(at).ok().and_then(|at| text.as_bytes().get(at..)).unwrap_or_default();
        let blank = behind.iter().take_while(|byte| **byte == b'\n').count() as u64;
        let number = u32::try_from(line + blank).unwrap_or(u32::MAX).saturating_sub(within) + skipped;
        within += record.iter().map(|cell| u32::try_from(cell.matches('\n').count()).unwrap_or_default()).sum::<u32>();
        let filled =
            record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()).last().map_or(0, |(at, _)| at + 1);
        let mut row = Row::new(number);
        record.iter().take(filled).for_each(|cell| row.push(cell, Kind::Text));
        table.add(row)?;
    }
    Ok(table)
}

fn reader(text: &str, sign: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(sign).from_reader(text.as_bytes())
}

/// The sign that the first line names, as spreadsheets write and read it (`sep=;`), the text behind that line, and how many
/// rows it takes.
fn named_sign(text: &str) -> (&str, Option<u8>, u32) {
    let Some((line, rest)) = text.split_once('\n') else { return (text, None, 0) };
    let plain = line.trim_matches('"');
    match plain.strip_prefix("sep=").map(str::as_bytes) {
        Some([sign]) => (rest, Some(*sign), 1),
        _ => (text, None, 0),
    }
}

/// The sign that cuts most records into the same number of cells, more than one.
fn likely_sign(text: &str) -> u8 {
    let mut best = (0.0, b',');
    for sign in SIGNS {
        let mut counts: Vec<usize> = Vec::new();
        let mut reader = reader(text, sign);
        let mut record = StringRecord::new();
        while counts.len() < SAMPLE && matches!(reader.read_record(&mut record), Ok(true)) {
            counts.push(record.len());
        }
        let mut sorted = counts.clone();
        sorted.sort_unstable();
        let usual = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
        if usual < 2 {
            continue;
        }
        let same = counts.iter().filter(|count| **count == usual).count() as f64 / counts.len() as f64;
        // Times and addresses have colons, and titles commas; so consistency counts before number.
        let worth = same * same * (1.0 + (usual as f64).ln()) * if sign == b':' { 0.3 } else { 1.0 };
        if worth > best.0 {
            best = (worth, sign);
        }
    }
    best.1
}

/// The row in which a quotation mark is opened that is never closed.
fn never_closed(text: &str, sign: u8) -> Option<u32> {
    let (mut row, mut opened, mut is_open, mut is_start) = (1, 1, false, true);
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(byte) = bytes.get(at).copied() {
        at += 1;
        match byte {
            b'"' if is_open && bytes.get(at) == Some(&b'"') => at += 1,
            b'"' if is_open => is_open = false,
            b'"' if is_start => (is_open, opened) = (true, row),
            b'\n' if !is_open => row += 1,
            _ => {}
        }
        is_start = !is_open && (byte == sign || byte == b'\n');
    }
    is_open.then_some(opened)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u32, Vec<String>)> {
        let table = read_csv(text, &mut Told::default()).unwrap();
        let cells = |row: &Row| (0..row.len()).map(|at| row.text(at).to_owned()).collect();
        table.rows.iter().map(|row| (row.number, cells(row))).collect()
    }

    #[test]
    fn rows_are_counted_as_spreadsheets_count_them() {
        let rows = rows("a,b\n\n\"x\ny\",1\n,\nz,2\n");
        let numbers: Vec<u32> = rows.iter().map(|(number, _)| *number).collect();
        assert_eq!(numbers, [1, 3, 5]);
        assert_eq!(rows[1].1, ["x\ny", "1"]);
    }

    #[test]
    fn the_sign_between_values_is_found() {
        for text in ["a;b\n1,5;2\n", "a\tb\n1\t2, 3\n", "a|b\n1|2\n", "sep=^\na^b\n1^2\n", "a,b\n9:00,10:00\n"] {
            assert_eq!(rows(text).last().unwrap().1.len(), 2, "{text}");
        }
    }

    #[test]
    fn a_mark_that_is_never_closed_is_told_with_its_row() {
        let told = read_csv("a,b\n1,2\n3,\"4\n5,6\n", &mut Told::default()).unwrap_err().to_string();
        assert!(told.starts_with("it cannot be read from Row 3 on: a quotation mark"), "{told}");
    }
}
