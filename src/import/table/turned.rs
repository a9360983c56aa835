//! Tables whose meetings stand beside one another, one a column: a list of members with a column for each sitting.

use crate::core::text::date::PartialDate;
use crate::import::origin::Origin;
use crate::import::piece::{Kind, Row, Table};
use crate::import::table::attendance::is_attendance;
use crate::import::table::dates::cell::told as told_by;
use crate::import::table::dates::days::Day;
use crate::import::table::names::named;
use crate::import::table::role::Role;
use crate::import::table::totals::is_total;
use crate::import::told::{Done, Told};

/// Among so many rows the one with the days of the meetings is looked for.
const LOOKED: usize = 30;

/// The table with a row for each meeting, where it has a column for each.
pub fn turned(table: &Table, told: &mut Told) -> Option<Table> {
    if !table.headings.is_empty() {
        return None;
    }
    let (at, first) = (0..table.rows.len().min(LOOKED)).find_map(|at| Some((at, first_day(table.rows.get(at)?)?)))?;
    let labels = table.rows.get(at)?;
    let width = table.rows.iter().map(Row::len).max().unwrap_or_default();
    let days: Vec<usize> = (first..width).filter(|column| is_day(labels.text(*column), labels.kind(*column))).collect();
    // Beside the row of days there may be one of ends; a table of which more rows have days has a row for each meeting.
    let has_day = |row: &&Row| (0..row.len()).any(|at| is_day(row.text(at), row.kind(at)));
    let is_other = |row: &&Row| row.number != labels.number && is_of_meetings(row, &days);
    if table.rows.iter().filter(has_day).filter(is_other).nth(1).is_some() {
        return None;
    }
    let (rows, others): (Vec<&Row>, Vec<&Row>) = table.rows.iter().partition(|row| is_of_meetings(row, &days));
    if !is_turned(&rows, labels, &days) {
        return None;
    }
    let mut turned = Table { sheet: table.sheet.clone(), ..Table::default() };
    turned.caption = others.iter().take_while(|row| row.number < labels.number).find_map(|row| alone(row));
    turned.headings = rows.iter().map(|row| heading(row, labels, first)).collect();
    // What stands beside the days says what stands below it: "Member". It is no name of the days.
    if let Some(at) = rows.iter().position(|row| row.number == labels.number)
        && named(&turned.headings[at]).is_none_or(|named| named.role != Role::Start)
    {
        turned.headings[at] = "Date".to_owned();
    }
    turned.turned = Some(rows.iter().map(|row| row.number).collect());
    for column in &days {
        let mut row = Row::new(u32::try_from(column + 1).ok()?);
        rows.iter().for_each(|from| row.push(from.text(*column), from.kind(*column)));
        turned.add(row).ok()?;
    }
    let why = "Its meetings stand beside one another, a column for each; each column was read as a meeting.";
    let origin = Origin { sheet: table.sheet.clone(), ..Origin::default() };
    told.tell(Done::Guessed, &origin, why, labels.text(first));
    for row in others {
        let text = (0..row.len()).map(|at| row.text(at).trim()).filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let (done, why) = match row.number < labels.number && turned.caption.as_deref() == text.first().copied() {
            true => (
                Done::Read,
                "It stands above the table, and meetings are called so where nothing else tells their titles.",
            ),
            false => (Done::LeftOut, "The row tells nothing of single meetings."),
        };
        told.tell(done, &table.origin(row, None), why, &text.join(" | "));
    }
    for column in (0..width).filter(|column| !days.contains(column) && !is_label(labels, *column, first)) {
        let said: Vec<&str> = rows.iter().map(|row| row.text(column).trim()).filter(|text| !text.is_empty()).collect();
        if !said.is_empty() {
            let why = "The column stands beside the meetings and is none of them.";
            told.tell(Done::LeftOut, &table.column(column), why, &said.join(" | ")).labelled(labels.text(column));
        }
    }
    Some(turned)
}

/// Whether a row tells something of single meetings: it has something below a day, and does not add up.
fn is_of_meetings(row: &Row, days: &[usize]) -> bool {
    let label = (0..row.len()).map(|at| row.text(at).trim()).find(|text| !text.is_empty()).unwrap_or_default();
    !is_total(label) && days.iter().any(|at| !row.text(*at).trim().is_empty())
}

/// What a row says that has one cell alone.
fn alone(row: &Row) -> Option<String> {
    let mut texts = (0..row.len()).map(|at| row.text(at).trim()).filter(|text| !text.is_empty());
    let only = texts.next().filter(|text| text.chars().any(char::is_alphabetic) && text.chars().count() <= 120)?;
    texts.next().is_none().then(|| only.to_owned())
}

/// The first column of several in a row that are days, which are most of what the row says.
fn first_day(row: &Row) -> Option<usize> {
    let is_day = |at: &usize| is_day(row.text(*at), row.kind(*at));
    let first = (1..row.len()).find(is_day)?;
    let said = (first..row.len()).filter(|at| !row.text(*at).trim().is_empty());
    let (days, others) = said.partition::<Vec<_>, _>(is_day);
    let is_none = |at: usize| !is_day(&at);
    (days.len() >= 2 && days.len() > others.len() && (0..first).all(is_none)).then_some(first)
}

fn is_day(text: &str, kind: Kind) -> bool {
    let is_whole = |day: &Day| !matches!(day, Day::Sure(PartialDate::Year(_)));
    // Numbers can be days as spreadsheets count them, and are figures more often.
    kind != Kind::Number && told_by(text, kind).is_some_and(|told| !told.is_serial && is_whole(&told.start))
}

/// Whether what stands around a row of days is a meeting's: what its rows are called is what columns are called elsewhere, or
/// below stands who came.
fn is_turned(rows: &[&Row], labels: &Row, days: &[usize]) -> bool {
    let others = || rows.iter().filter(|row| row.number != labels.number);
    if others().next().is_none() {
        return false;
    }
    let is_known = |row: &&&Row| named(row.text(0)).is_some_and(|named| named.is_exact && named.role != Role::Person);
    let known = rows.iter().filter(is_known).count();
    if known >= 3 && known * 2 >= rows.len() {
        return true;
    }
    let cells = others().flat_map(|row| days.iter().map(|at| row.text(*at).trim()));
    let (mut filled, mut said) = (0, 0);
    for cell in cells.filter(|cell| !cell.is_empty()) {
        filled += 1;
        said += usize::from(is_attendance(cell));
    }
    filled > 0 && said * 10 >= filled * 8
}

/// Whether a column says who the rows are of: its cells stand in their names.
fn is_label(labels: &Row, at: usize, first: usize) -> bool {
    let role = named(labels.text(at)).map(|named| named.role);
    at < first
        && (at == 0
            || matches!(
                role,
                Some(Role::Person | Role::GivenName | Role::FamilyName | Role::Organisation | Role::Title)
            ))
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
