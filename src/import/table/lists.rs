//! Which sign stands between several values of a cell: another in each column.

use std::collections::{HashMap, HashSet};

use crate::core::text::fold::fold;
use crate::import::piece::{BETWEEN, Kind, Row};
use crate::import::table::names::{is_one_of, plain};

/// The signs that can stand between values, the surest first.
const SIGNS: [char; 5] = ['\n', ';', '|', '•', ','];

/// The sign between several values in the cells of a column. A comma is one where the parts stand in cells alone too, or
/// repeat; it stands in titles as well. Of a column of people `names` is its heading.
pub fn sign(rows: &[Row], at: usize, names: Option<&str>) -> Option<char> {
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
            ',' => match names {
                Some(heading) => are_people(&cells, &with, heading),
                None => repeat(&cells),
            },
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
fn are_people(all: &[&str], with: &[&&str], heading: &str) -> bool {
    let names =
        with.iter().filter(|cell| cell.split(',').flat_map(apart).all(|part| is_full_name(part.trim()))).count();
    if names * 10 < with.len() * 8 {
        return false;
    }
    // "Name, City Council" looks like two names; three parts or more are a list, and so is what stands alone elsewhere.
    let first: HashSet<&str> = all.iter().filter_map(|cell| cell.split(',').next()).map(str::trim).collect();
    let is_list =
        |cell: &&&str| cell.split(',').count() > 2 || cell.split(',').skip(1).any(|part| first.contains(part.trim()));
    let has_body = with.iter().any(|cell| cell.split(',').any(is_body));
    with.iter().any(is_list) || (!has_body && is_of_several(heading))
}

/// Whether a text is written as the whole name of somebody.
pub fn is_full_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_capital =
        |word: &&str| word.chars().next().is_some_and(|first| first.is_uppercase() || !first.is_alphabetic());
    (2..=4).contains(&words.len()) && words.iter().all(is_capital) && !text.chars().any(|char| char.is_ascii_digit())
}

/// Whether a text has a word that is of a body, and of no person.
fn is_body(text: &str) -> bool {
    const WORDS: &str = "council|committee|commission|ministry|minister|department|university|college|school|institute|agency|authority|\
        office|board|bank|city|county|municipality|region|association|union|federation|society|foundation|group|company|ltd|inc|\
        as|ab|oy|asa|gmbh|ag|sa|chamber|party|news|times|kommune|kommun|kunta|fylke|lan|rad|radet|universitet|yliopisto|virasto|\
        ministerio|departementet|администрация|министерство|университет|комитет|совет|stadt|amt|verband|verein";
    let text = fold(text);
    text.split(|char: char| !char.is_alphanumeric()).any(|word| is_one_of(WORDS, word))
}

/// Whether a heading is of several people.
fn is_of_several(heading: &str) -> bool {
    const WORDS: &str = "people|participants|attendees|members|members present|present|present members|speakers|presenters|chairs|hosts|\
        moderators|panelists|delegates|guests|meps|mps|representatives|in attendance|attendance list|absent|excused|apologies|\
        regrets|deltakere|deltagere|til stede|tilstede|medlemmer|foredragsholdere|fravaerende|forfall|deltagare|narvarande|\
        franvarande|ledamoter|talare|osallistujat|lasna|lasnaolijat|paikalla|jasenet|puhujat|poissa|poissaolijat|estyneet|участники|\
        присутствовали|присутствующие|докладчики|члены|отсутствовали|отсутствующие|searvit|searvvit|oassevaldit|teilnehmer|\
        teilnehmende|mitglieder|anwesend|anwesende|vortragende|redner|abwesend|entschuldigt|participants presents|intervenants";
    let plain = plain(heading);
    WORDS.split('|').any(|of| of == plain || plain.ends_with(&format!(" {of}")))
}

/// The people of a value in which a word stands between them: `Ann Berg and Otso Laine`.
pub fn apart(value: &str) -> Vec<&str> {
    const AND: [&str; 8] = [" and ", " og ", " och ", " ja ", " и ", " und ", " & ", " et "];
    let cut = AND.iter().find_map(|and| value.rsplit_once(and)).filter(|(one, other)| {
        is_full_name(one.trim()) && is_full_name(other.trim()) && !is_body(one) && !is_body(other)
    });
    match cut {
        Some((one, other)) => vec![one.trim(), other.trim()],
        None => vec![value],
    }
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
        // Whoever writes lines in one cell writes semicolons in the next.
        Some(sign @ ('\n' | ';')) if !text.contains(sign) => text.split(['\n', ';']).for_each(&mut add),
        Some(sign) => text.split(sign).for_each(&mut add),
        None => add(text),
    }
    values
}
