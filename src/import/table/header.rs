//! Where the headings of a table stand: not always in the first row, and sometimes in two.

use crate::import::piece::{Kind, Row, Table};
use crate::import::table::dates::cell::told;
use crate::import::table::names::named;

/// The headings of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Header {
    /// The position of the first row that has headings, where they stand among the rows.
    pub first: usize,
    /// The position of the first row behind them.
    pub body: usize,
    /// The headings; empty ones for columns that have none.
    pub headings: Vec<String>,
    /// Whether they were found, and not only made up for a table that has none.
    pub is_found: bool,
}

/// Among so many rows headings are looked for.
const LOOKED: usize = 30;

/// The headings of a table with so many columns.
pub fn header(table: &Table, columns: usize) -> Header {
    if !table.headings.is_empty() {
        return Header { headings: table.headings.clone(), is_found: true, ..Header::default() };
    }
    let mut best: Option<(usize, Header)> = None;
    for at in 0..table.rows.len().min(LOOKED) {
        for height in [1, 2] {
            let Some(headings) = headings(&table.rows, at, height, columns) else { continue };
            let known = headings.iter().filter(|heading| named(heading).is_some()).count();
            let exact = headings.iter().filter(|heading| named(heading).is_some_and(|named| named.is_exact)).count();
            let worth = known + exact;
            if worth > best.as_ref().map_or(0, |(worth, _)| *worth) {
                best = Some((worth, Header { first: at, body: at + height, headings, is_found: true }));
            }
        }
    }
    match best {
        Some((worth, header)) if worth >= 2 || header.headings.iter().filter(|of| !of.is_empty()).count() == 1 => {
            header
        }
        _ => by_shape(table, columns),
    }
}

/// Headings that nobody knows are texts above what is none; else a table has none.
fn by_shape(table: &Table, columns: usize) -> Header {
    let shape = |row: &Row| (0..columns).filter(|at| is_value(row, *at)).count();
    let is_above = |at: usize| {
        let (above, below) = (table.rows.get(at)?, table.rows.get(at + 1)?);
        let filled = (0..columns).filter(|at| !above.text(*at).trim().is_empty()).count();
        (filled >= 2 && shape(above) == 0 && shape(below) > 0).then_some(at)
    };
    match (0..table.rows.len().min(LOOKED)).find_map(is_above) {
        Some(at) => {
            let headings = headings(&table.rows, at, 1, columns).unwrap_or_default();
            Header { first: at, body: at + 1, headings, is_found: true }
        }
        None => Header { headings: vec![String::new(); columns], ..Header::default() },
    }
}

/// Whether a cell holds a number, a date or a time.
fn is_value(row: &Row, at: usize) -> bool {
    let text = row.text(at).trim();
    matches!(row.kind(at), Kind::Number | Kind::Date | Kind::Time | Kind::Flag)
        || text.parse::<f64>().is_ok()
        || told(text, Kind::Text).is_some()
}

/// The headings that so many rows from a position on hold, unless they hold something else.
fn headings(rows: &[Row], at: usize, height: usize, columns: usize) -> Option<Vec<String>> {
    let upper = rows.get(at)?;
    let text = |row: &Row, column: usize| row.text(column).split_whitespace().collect::<Vec<_>>().join(" ");
    let is_heading = |text: &str| text.chars().count() <= 60;
    if height == 1 {
        let headings: Vec<String> = (0..columns).map(|column| text(upper, column)).collect();
        let has_date = (0..columns)
            .any(|column| upper.kind(column) == Kind::Date || told(upper.text(column), Kind::Text).is_some());
        return (headings.iter().all(|heading| is_heading(heading)) && !has_date).then_some(headings);
    }
    let lower = rows.get(at + 1)?;
    // Rows that stand apart are no two lines of one heading.
    if lower.number != upper.number + 1 {
        return None;
    }
    // What stands alone at the left above a whole row of headings is the title of the table.
    if (1..columns).all(|column| text(upper, column).is_empty()) && !text(lower, 0).is_empty() {
        return None;
    }
    let mut above = String::new();
    let mut headings = Vec::new();
    let mut is_second = false;
    for column in 0..columns {
        let (high, low) = (text(upper, column), text(lower, column));
        let is_small = low.len() <= 2 && low.parse::<u8>().is_ok();
        if !is_heading(&high) || !is_heading(&low) || (is_value(lower, column) && !is_small) || is_value(upper, column)
        {
            return None;
        }
        if !high.is_empty() {
            above.clone_from(&high);
        }
        let heading = match (low.is_empty(), named(&low).is_some_and(|named| named.is_exact), high.is_empty()) {
            // What stands in the upper row alone is the heading; what stands left of an empty cell is not.
            (true, _, _) => high,
            (false, true, true)
                if above.is_empty() || named(&format!("{above} {low}")).is_none_or(|of| !of.is_exact) =>
            {
                low
            }
            (false, _, _) if above.is_empty() => low,
            (false, true, false) if named(&format!("{above} {low}")).is_none() || named(&high).is_none() => low,
            _ => {
                is_second = true;
                format!("{above} {low}")
            }
        };
        headings.push(heading);
    }
    is_second.then_some(headings)
}
