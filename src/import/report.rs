//! All that was done, as CSV.

use std::io::{self, Write};

use crate::import::told::Told;

/// The columns.
const COLUMNS: [&str; 7] = ["done", "file", "where", "label", "what", "value", "became"];

/// Writes all lines.
///
/// # Errors
/// Where that is not possible.
pub fn write(told: &Told, to: &mut dyn Write) -> io::Result<()> {
    let mut csv = csv::Writer::from_writer(to);
    csv.write_record(COLUMNS)?;
    for line in &told.lines {
        let place = line.origin.to_string();
        let texts = [line.done.word(), &line.file, &place, &line.label, line.why, &line.value, &line.became];
        csv.write_record(texts.map(unlike_a_formula))?;
    }
    csv.flush()
}

/// What a file says may look like a formula to the spreadsheet in which the lines are read.
fn unlike_a_formula(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\'']);
    if is_formula { format!("'{text}") } else { text.to_owned() }
}
