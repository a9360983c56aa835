//! Which sign stands between several values of a cell: another in each column.

use std::collections::HashMap;

use crate::import::piece::{BETWEEN, Kind, Row};

/// The signs that can stand between values, the surest first.
const SIGNS: [char; 5] = ['\n', ';', '|', '•', ','];

/// The sign between several values in the cells of a column. A comma is one where the parts stand in cells alone too, or
/// repeat; it stands in titles as well.
pub fn sign(rows: &[Row], at: usize, are_names: bool) -> Option<char> {
    let cells: Vec<&str> =
        rows.iter().map(|row| row.text(at).trim()).filter(|text| !text.is_empty()).take(5_000).collect();
    if cells.iter().any(|cell| cell.contains(BETWEEN)) {
        return Some(BETWEEN);
    }
    for sign in SIGNS {
        let with: Vec<&&str> = cells.iter().filter(|cell| cell.contains(sign)).collect();
        if with.is_empty() {
            continue;
        }
        let parts: Vec<&str> =
            cells.iter().flat_map(|cell| cell.split(sign)).map(str::trim).filter(|part| !part.is_empty()).collect();
        let is_sign = match sign {
            ',' if are_names => are_people(&with),
            ',' => repeat(&parts, with.len()),
            // Lines of one text are long, values are not.
            '\n' => parts.iter().map(|part| part.chars().count()).sum::<usize>() <= parts.len() * 60,
            _ => true,
        };
        if is_sign {
            return Some(sign);
        }
    }
    None
}

/// Whether the parts of cells repeat so often that they are values.
fn repeat(parts: &[&str], cells: usize) -> bool {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for part in parts {
        *counts.entry(part).or_default() += 1;
    }
    let lengths: usize = parts.iter().map(|part| part.split_whitespace().count()).sum();
    let repeated = parts.iter().filter(|part| counts.get(**part).is_some_and(|count| *count > 1)).count();
    cells >= 1 && repeated * 10 >= parts.len() * 6 && lengths <= parts.len() * 4
}

/// Whether commas stand between names of people, and not between a name and what is told of it.
fn are_people(cells: &[&&str]) -> bool {
    let is_name = |part: &str| {
        let words: Vec<&str> = part.split_whitespace().collect();
        (2..=4).contains(&words.len())
            && words
                .iter()
                .all(|word| word.chars().next().is_some_and(|first| first.is_uppercase() || !first.is_alphabetic()))
            && !part.chars().any(|char| char.is_ascii_digit())
    };
    let counts: Vec<usize> = cells.iter().map(|cell| cell.split(',').count()).collect();
    let names = cells.iter().filter(|cell| cell.split(',').all(|part| is_name(part.trim()))).count();
    // "Name, City Council" looks like two names; three parts or more are a list.
    names * 10 >= cells.len() * 8 && counts.iter().any(|count| *count > 2)
}

/// The values of a cell.
pub fn values(text: &str, kind: Kind, sign: Option<char>) -> Vec<String> {
    let sign = if kind == Kind::List { Some(BETWEEN) } else { sign };
    let mut values: Vec<String> = Vec::new();
    let mut add = |value: &str| {
        let value = value.trim();
        if !value.is_empty() && !values.iter().any(|of| of == value) {
            values.push(value.to_owned());
        }
    };
    match sign {
        Some(sign) => text.split(sign).for_each(&mut add),
        None => add(text),
    }
    values
}
