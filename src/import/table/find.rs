//! Finds out how a table is read, and reads it.

use crate::core::text::date::PartialDate;
use crate::import::draft::Draft;
use crate::import::fault::Fault;
use crate::import::origin::Origin;
use crate::import::piece::{Asked, Row, Table};
use crate::import::table::attendance::{is_of_attendance, whom};
use crate::import::table::columns::{Above, roles};
use crate::import::table::comma::{Comma, comma};
use crate::import::table::dates::cell::{Told as Cell, told as told_by};
use crate::import::table::dates::days::Day;
use crate::import::table::dates::order::{Orders, Unsure};
use crate::import::table::drafts::Drafts;
use crate::import::table::header::{Header, header};
use crate::import::table::lists::{sign, values};
use crate::import::table::mapping::Mapped;
use crate::import::table::plan::{Column, Keys, Plan};
use crate::import::table::role::Role;
use crate::import::table::rows::units;
use crate::import::table::stats::{Stats, stats};
use crate::import::table::when::weekday_of;
use crate::import::told::{Done, Told};

/// What is told of each column.
pub const COLUMN: &str = "The column was taken for this.";

/// How a table of this file is read: as `mapped` says, and for the rest as was found.
///
/// # Errors
/// Where it has no meetings, or what decides of its dates is not known.
pub fn plan(table: &Table, file: &str, asked: &Asked, mapped: Option<&Mapped>, told: &mut Told) -> Result<Plan, Fault> {
    let width = table.rows.iter().map(Row::len).max().unwrap_or_default().max(table.headings.len());
    let header = mapped_header(table, width, mapped).unwrap_or_else(|| header(table, width));
    let stats = stats(table, header.body, width);
    if header.is_found && table.headings.is_empty() && header.body >= table.rows.len() {
        return Err(Fault::NoMeetings("it has headings and no row below them"));
    }
    tell_wide(table, &header, told);
    let caption = caption(table, &header);
    let above = Above { has_caption: caption.is_some(), is_of_attendance: is_of_who_came(table, &header, file) };
    let has_names = table.paths.is_some() || table.turned.is_some();
    let keys = Keys::new(header.headings.iter().map(String::as_str), has_names);
    let mapped_columns = mapped.map(|mapped| mapped.columns.as_slice()).unwrap_or_default();
    let known = mapped_columns.iter().filter_map(|(key, role)| Some((keys.position(key)?, *role))).collect();
    let roles = roles(table, &header, &stats, above, known, told);
    let mut plan = Plan {
        file: file.into(),
        sheet: table.sheet.clone(),
        body: header.body,
        caption,
        has_names,
        ..Plan::default()
    };
    if header.is_found && table.headings.is_empty() {
        let number = table.rows.get(header.first).map_or(1, |row| row.number);
        plan.header = Some((number, u32::try_from(header.body - header.first).unwrap_or(1)));
    }
    plan.columns = columns(table, &header, &stats, &roles);
    if let Some(mapped) = mapped {
        apply(&mut plan, mapped, &keys)?;
    }
    tell_above(table, &header, &plan, told);
    if plan.first(Role::Start).is_none() && plan.first(Role::Year).is_none() {
        return Err(no_dates(mapped));
    }
    if let Some((origin, text)) = orders(table, &mut plan, asked, mapped)? {
        told.tell(Done::Guessed, &origin, "Years of two digits were read as those from 1950 to 2049.", &text);
    }
    tell_columns(table, &plan, told);
    Ok(plan)
}

/// Reads the meetings of a table, one after another; each is given with how many there are.
pub fn read(table: &Table, plan: &Plan, asked: &Asked, told: &mut Told, give: &mut dyn FnMut(Draft, usize, &mut Told)) {
    let drafts = Drafts::new(table, plan, asked);
    let mut above: Option<PartialDate> = None;
    let units = units(table, plan, told);
    let all = units.len();
    for unit in units {
        give(drafts.draft(&unit, &mut above, told), all, told);
    }
}

fn columns(table: &Table, header: &Header, stats: &[Stats], roles: &[Role]) -> Vec<Column> {
    let rows = table.rows.get(header.body..).unwrap_or_default();
    let column = |(at, role): (usize, &Role)| {
        let are_names = matches!(role, Role::Person | Role::Absent | Role::Excused);
        let heading = header.headings.get(at).map(String::as_str).unwrap_or_default();
        let cut = if role.may_be_cut() { sign(rows, at, are_names.then_some(heading)) } else { None };
        Column {
            heading: heading.to_owned(),
            role: *role,
            cut,
            orders: Orders::default(),
            sample: stats.get(at).map(|stats| stats.first.clone()).unwrap_or_default(),
            comma: if are_names && cut != Some(',') { comma_of(rows, at, cut) } else { Comma::Nothing },
        }
    };
    let mut columns: Vec<Column> = roles.iter().enumerate().map(column).collect();
    let names = columns.iter().filter(|column| column.role == Role::Presence).map(|column| whom(&column.heading));
    let comma = comma(names);
    let is_meant = |column: &&mut Column| column.role == Role::Presence && column.heading.contains(',');
    columns.iter_mut().filter(is_meant).for_each(|column| column.comma = comma);
    columns
}

/// The header that a mapping names, where it is another than the one that is found.
fn mapped_header(table: &Table, width: usize, mapped: Option<&Mapped>) -> Option<Header> {
    let (row, height) = mapped?.header?;
    let first = table.rows.iter().position(|of| of.number == row)?;
    if header(table, width).first == first {
        return None;
    }
    let text = |column: usize| {
        let rows = (0..height as usize).filter_map(|of| table.rows.get(first + of));
        let texts = rows.map(|row| row.text(column).trim()).filter(|text| !text.is_empty());
        texts.collect::<Vec<_>>().join(" ")
    };
    Some(Header { first, body: first + height as usize, headings: (0..width).map(text).collect(), is_found: true })
}

/// That no column tells when something was, and what to do.
fn no_dates(mapped: Option<&Mapped>) -> Fault {
    match mapped.is_some_and(|mapped| !mapped.columns.is_empty()) {
        true => Fault::Mapping(
            "its mapping calls no column “start” or “year”, and without one of them there is no meeting. Correct the mapping, or \
             take it away to have the columns found anew."
                .to_owned(),
        ),
        false => Fault::NoMeetings(
            "no column of it has dates that are read; a meeting needs the day, month or year when it began. Head the column that has \
             them “Date”, and write days as 2019-06-03 or 3 June 2019",
        ),
    }
}

/// Rows that have more cells than there are headings may have been cut apart within a value.
fn tell_wide(table: &Table, header: &Header, told: &mut Told) {
    let width = header.headings.iter().rposition(|heading| !heading.is_empty()).map_or(0, |last| last + 1);
    if !header.is_found || width < 2 || table.paths.is_some() || table.turned.is_some() {
        return;
    }
    for row in table.rows.iter().skip(header.body).filter(|row| !row.text(width).trim().is_empty()) {
        let why =
            "The row has more cells than there are headings; a value with the separator in it may have been cut apart.";
        told.tell(Done::Look, &table.origin(row, Some(width)), why, row.text(width));
    }
}

/// Whether the file, the sheet or what stands above the headings says that it tells who came.
fn is_of_who_came(table: &Table, header: &Header, file: &str) -> bool {
    let above = table.rows.iter().take(header.first).flat_map(|row| (0..row.len()).map(|at| row.text(at)));
    above.chain([file, table.sheet.as_deref().unwrap_or_default()]).any(is_of_attendance)
}

/// What a comma in the names of a column stands for.
fn comma_of(rows: &[Row], at: usize, cut: Option<char>) -> Comma {
    let cells: Vec<String> = rows.iter().take(5_000).flat_map(|row| values(row.text(at), row.kind(at), cut)).collect();
    comma(cells.iter().map(String::as_str))
}

/// What the mapping says counts.
fn apply(plan: &mut Plan, mapped: &Mapped, keys: &Keys) -> Result<(), Fault> {
    if let Some((key, _)) = mapped.columns.iter().find(|(key, _)| keys.position(key).is_none()) {
        return Err(Fault::Mapping(format!(
            "its mapping names a column “{key}”, and it has none of that name. Correct that line of the mapping, or take the \
             mapping away to have the columns found anew."
        )));
    }
    // A sign that the mapping no longer names was taken out by hand.
    if !mapped.columns.is_empty() {
        let is_found = |column: &&mut Column| column.cut != Some(crate::import::piece::BETWEEN);
        plan.columns.iter_mut().filter(is_found).for_each(|column| column.cut = None);
    }
    for (at, sign) in mapped.cuts.iter().filter_map(|(key, sign)| Some((keys.position(key)?, *sign))) {
        plan.columns[at].cut = Some(sign);
    }
    plan.is_left_out = mapped.is_left_out;
    Ok(())
}

/// Finds the order of day and month from all dates of the table; gives the first whose year has two digits.
fn orders(
    table: &Table,
    plan: &mut Plan,
    asked: &Asked,
    mapped: Option<&Mapped>,
) -> Result<Option<(Origin, String)>, Fault> {
    let named = mapped.and_then(|mapped| mapped.dates).or(asked.dates);
    let mut orders = Orders::new(named);
    let columns: Vec<usize> =
        [Role::Start, Role::End, Role::Modified].into_iter().filter_map(|role| plan.first(role)).collect();
    let mut column_of = Vec::new();
    let mut short = None;
    for row in table.rows.get(plan.body..).unwrap_or_default() {
        for at in &columns {
            let text = row.text(*at);
            let Some(cell) = told_by(text, row.kind(*at)) else { continue };
            let weekday =
                cell.weekday.or_else(|| weekday_of(row, plan).filter(|_| plan.columns[*at].role == Role::Start));
            orders.see(cell.start, weekday, row.number, text);
            if short.is_none() && has_short_year(&cell, text) {
                short = Some((table.origin(row, Some(*at)), text.trim().to_owned()));
            }
            if let Some(end) = cell.end {
                orders.see(end, None, row.number, text);
            }
            if matches!(cell.start, Day::Digits(_)) && column_of.is_empty() {
                column_of.push(*at);
            }
        }
    }
    let place = |row: u32| table.origin_of(row, Some(column_of.first().copied().unwrap_or_default())).to_string();
    let heading = column_of.first().map(|at| plan.columns[*at].heading.clone()).unwrap_or_default();
    orders.judge().map_err(|unsure| {
        Fault::Ambiguous(match unsure {
            Unsure::Open(row, text) => format!(
                "“{text}” ({}, “{heading}”) can be read with the day or with the month first, and no date of the column decides; \
                 say --dates dmy or --dates mdy.",
                place(row)
            ),
            Unsure::Both([(first, one), (second, other)]) => format!(
                "“{one}” ({}) and “{other}” ({}) of “{heading}” have day and month in different orders; mend one, or say \
                 --dates dmy or --dates mdy, and what is no date then is left out.",
                place(first),
                place(second)
            ),
        })
    })?;
    plan.dates = named.or_else(|| orders.found());
    for column in &mut plan.columns {
        column.orders = orders.clone();
    }
    Ok(short)
}

/// Whether the year of a cell is written in two digits.
fn has_short_year(cell: &Cell, text: &str) -> bool {
    match cell.start {
        // Of digits it is told row by row.
        Day::Digits(_) => false,
        Day::Sure(date) => !cell.is_serial && !text.contains(&date.first_day().year().to_string()),
    }
}

/// What stands alone above the headings.
fn caption(table: &Table, header: &Header) -> Option<String> {
    if table.caption.is_some() {
        return table.caption.clone();
    }
    let texts = |row: &Row| (0..row.len()).filter(|at| !row.text(*at).trim().is_empty()).collect::<Vec<_>>();
    let mut above = table.rows.iter().take(header.first).filter(|row| !row.is_empty());
    let first = above.next()?;
    // Of several lines the first says what it is; whatever has cells beside one another says something else.
    let at = *texts(first).first().filter(|_| texts(first).len() == 1 && above.all(|row| texts(row).len() == 1))?;
    let text = first.text(at).trim();
    (text.chars().any(char::is_alphabetic) && text.chars().count() <= 120).then(|| text.to_owned())
}

/// What stands above the headings is no part of the table.
fn tell_above(table: &Table, header: &Header, plan: &Plan, told: &mut Told) {
    let is_title = plan.caption.is_some() && plan.first(Role::Title).is_none();
    for row in table.rows.iter().take(header.first) {
        let text = (0..row.len())
            .map(|at| row.text(at).trim())
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" | ");
        let is_title = is_title && plan.caption.as_deref() == Some(text.as_str());
        let (done, why) = match is_title {
            true => (
                Done::Read,
                "It stands above the headings, and meetings are called so where nothing else tells their titles.",
            ),
            false => (Done::LeftOut, "It stands above the headings and is no part of the table."),
        };
        if !text.is_empty() {
            told.tell(done, &table.origin(row, None), why, &text);
        }
    }
    // Of two rows of headings, what stands above in no heading is a title.
    for row in table.rows.get(header.first..header.body.saturating_sub(1)).unwrap_or_default() {
        for at in 0..row.len() {
            let text = row.text(at).trim();
            if !text.is_empty() && !header.headings.iter().any(|heading| heading.contains(text)) {
                let why = "It stands above the headings and is no part of the table.";
                told.tell(Done::LeftOut, &table.origin(row, Some(at)), why, text);
            }
        }
    }
    if !header.is_found {
        told.tell(Done::Guessed, &Origin::whole(), "The table has no headings; columns were read by their values.", "");
    }
}

/// What each column was taken for.
fn tell_columns(table: &Table, plan: &Plan, told: &mut Told) {
    for (at, column) in plan.columns.iter().enumerate().filter(|(_, column)| column.role != Role::Out) {
        told.tell(Done::Read, &table.column(at), COLUMN, &column.heading)
            .labelled(&column.heading)
            .into(column.role.word());
        let are_names = matches!(column.role, Role::Person | Role::Absent | Role::Excused);
        if are_names && column.cut == Some(',') {
            let why = "A comma stands between people; each part of a cell was read as one.";
            told.tell(Done::Guessed, &table.column(at), why, &column.sample).labelled(&column.heading);
        }
        if column.comma == Comma::FamilyName {
            let why = "A family name and a comma stand before the given name; names were turned.";
            told.tell(Done::Guessed, &table.column(at), why, &column.sample).labelled(&column.heading);
        }
        if column.role == Role::Weekday {
            let why = "The day of the week follows from the date, so it is no value of its own.";
            told.tell(Done::LeftOut, &table.column(at), why, &column.heading).labelled(&column.heading);
        }
    }
}
