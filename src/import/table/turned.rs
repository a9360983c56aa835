//! Tables whose meetings stand beside one another, one a column: a list of members with a column for each sitting.

use crate::core::text::date::PartialDate;
use crate::import::origin::Origin;
use crate::import::piece::{Kind, Row, Table};
use crate::import::table::attendance::is_attendance;
use crate::import::table::dates::cell::told as told_by;
use crate::import::table::dates::days::Day;
use crate::import::table::names::named;
use crate::import::table::role::Role;
use crate::import::told::{Done, Told};

/// Among so many rows the one with the days of the meetings is looked for.
const LOOKED: usize = 30;

/// The table with a row for each meeting, where it has a column for each.
pub fn turned(table: &Table, told: &mut Told) -> Option<Table> {
    if !table.headings.is_empty() {
        return None;
    }
    let (at, first) = (0..table.rows.len().min(LOOKED)).find_map(|at| Some((at, first_day(table.rows.get(at)?)?)))?;
    if !is_turned(table, at, first) {
        return None;
    }
    let mut turned = Table { sheet: table.sheet.clone(), ..Table::default() };
    let width = table.rows.iter().map(Row::len).max().unwrap_or_default();
    for row in &table.rows {
        turned.headings.push(heading(row, table.rows.get(at)?, first));
    }
    turned.turned = Some(table.rows.iter().map(|row| row.number).collect());
    for column in first..width {
        let mut row = Row::new(u32::try_from(column + 1).ok()?);
        table.rows.iter().for_each(|from| row.push(from.text(column), from.kind(column)));
        turned.add(row).ok()?;
    }
    let why = "Its meetings stand beside one another, a column for each; each column was read as a meeting.";
    let origin = Origin { sheet: table.sheet.clone(), ..Origin::default() };
    told.tell(Done::Guessed, &origin, why, table.rows.get(at)?.text(first));
    Some(turned)
}

/// The first column of several in a row that are days, which are most of what the row says.
fn first_day(row: &Row) -> Option<usize> {
    let is_day = |at: &usize| is_day(row.text(*at), row.kind(*at));
    let first = (1..row.len()).find(is_day)?;
    let said = (first..row.len()).filter(|at| !row.text(*at).trim().is_empty());
    let (days, others) = said.partition::<Vec<_>, _>(is_day);
    let is_label = |at: usize| !is_day(&at);
    (days.len() >= 2 && days.len() > others.len() && (0..first).all(is_label)).then_some(first)
}

fn is_day(text: &str, kind: Kind) -> bool {
    let is_whole = |day: &Day| !matches!(day, Day::Sure(PartialDate::Month(_) | PartialDate::Year(_)));
    // Numbers can be days as spreadsheets count them, and are figures more often.
    kind != Kind::Number && told_by(text, kind).is_some_and(|told| !told.is_serial && is_whole(&told.start))
}

/// Whether what stands around a row of days is a meeting's: what its rows are called is what columns are called elsewhere, or
/// below stands who came.
fn is_turned(table: &Table, at: usize, first: usize) -> bool {
    let others = || table.rows.iter().enumerate().filter(|(of, _)| *of != at).map(|(_, row)| row);
    let has_day = |row: &&Row| (0..row.len()).any(|at| is_day(row.text(at), row.kind(at)));
    // Beside the row of days there may be one of ends.
    if others().filter(has_day).count() > 1 || others().count() == 0 {
        return false;
    }
    let is_known = |row: &&Row| named(row.text(0)).is_some_and(|named| named.is_exact && named.role != Role::Person);
    let known = table.rows.iter().filter(is_known).count();
    if known >= 3 && known * 2 >= table.rows.len() {
        return true;
    }
    let cells = table.rows.iter().skip(at + 1).flat_map(|row| (first..row.len()).map(move |at| row.text(at).trim()));
    let (mut filled, mut said) = (0, 0);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        filled += 1;
        said += usize::from(is_attendance(cell));
    }
    filled > 0 && said * 10 >= filled * 8
}

/// What a row is called: by its first cell, and where several stand before the meetings, by all that say who somebody is.
fn heading(row: &Row, labels: &Row, first: usize) -> String {
    let text = |at: usize| row.text(at).split_whitespace().collect::<Vec<_>>().join(" ");
    let role = |at: usize| named(labels.text(at)).map(|named| named.role);
    let all = |wanted: Role| {
        let texts = (0..first).filter(|at| role(*at) == Some(wanted)).map(text).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(", ")
    };
    let (given, family, organisation) = (all(Role::GivenName), all(Role::FamilyName), all(Role::Organisation));
    let name = match (given.is_empty(), family.is_empty()) {
        (false, false) => format!("{given} {family}"),
        // The first cell that is a text: before the names often stand their numbers.
        _ => (0..first).map(text).find(|text| text.chars().any(char::is_alphabetic)).unwrap_or_default(),
    };
    match organisation.is_empty() || organisation == name {
        true => name,
        false => format!("{name} ({organisation})"),
    }
}
