//! Which sign stands between several values of a cell: another in each column.

use std::collections::{HashMap, HashSet};

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
            ',' => repeat(&cells),
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

/// Whether the parts of cells with a comma repeat so often in other cells that they are values.
fn repeat(cells: &[&str]) -> bool {
    let cells: HashSet<&str> = cells.iter().copied().collect();
    let parts = |cell: &str| cell.split(',').map(|part| part.trim().to_owned()).collect::<Vec<_>>();
    let mut counts: HashMap<String, usize> = HashMap::new();
    cells.iter().flat_map(|cell| parts(cell)).for_each(|part| *counts.entry(part).or_default() += 1);
    let values: Vec<String> = cells.iter().filter(|cell| cell.contains(',')).flat_map(|cell| parts(cell)).collect();
    let words: usize = values.iter().map(|part| part.split_whitespace().count()).sum();
    let repeated = values.iter().filter(|part| counts.get(*part).is_some_and(|count| *count > 1)).count();
    let stands_alone = values.iter().any(|part| cells.contains(part.as_str()));
    let is_often = repeated * 10 >= values.len() * 6 || (stands_alone && repeated * 2 >= values.len());
    is_often && words <= values.len() * 4
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
