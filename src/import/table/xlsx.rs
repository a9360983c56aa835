//! Workbooks of Excel: cell by cell, without trusting what a sheet says of its size.

use std::collections::BTreeMap;
use std::io::{BufReader, Cursor};
use std::sync::Arc;

use calamine::{CellErrorType, DataRef, ExcelDateTime, Reader as _, SheetVisible, Xlsx};
use jiff::civil::Date;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::import::fault::Fault;
use crate::import::origin::{Origin, column_number};
use crate::import::piece::{Kind, Row, Table};
use crate::import::source::Source;
use crate::import::told::{Done, Told};
use crate::import::zip::Zip;

/// The columns of a sheet that are read.
const COLUMNS: u32 = 1_024;

/// Reads the sheets of a workbook, each a table.
///
/// # Errors
/// Where it is broken, or takes too much memory.
pub fn read_xlsx(source: &Source, told: &mut Told, give: &mut dyn FnMut(Table, &mut Told)) -> Result<(), Fault> {
    let broken = |why: String| Fault::Broken(Origin::whole(), why);
    let mut book: Xlsx<_> =
        Xlsx::new(Cursor::new(source.bytes.as_slice())).map_err(|error| broken(error.to_string()))?;
    let sheets: Vec<(String, SheetVisible)> =
        book.sheets_metadata().iter().map(|sheet| (sheet.name.clone(), sheet.visible)).collect();
    let mut zip = Zip::new(&source.bytes)?;
    let paths = sheet_paths(&mut zip)?;
    let is_only = sheets.len() == 1;
    for (name, visible) in sheets {
        let sheet: Arc<str> = name.as_str().into();
        let of_sheet = Origin { sheet: Some(Arc::clone(&sheet)), ..Origin::default() };
        if visible != SheetVisible::Visible {
            let why = "The sheet is hidden and was not read; show it in the spreadsheet if it is meant.";
            told.tell(Done::LeftOut, &of_sheet, why, &name);
            continue;
        }
        let layout = match paths.get(&name) {
            Some(path) => layout(&mut zip, path)?,
            None => Layout::default(),
        };
        let mut table = Table { sheet: (!is_only).then_some(sheet), ..Table::default() };
        read_sheet(&mut book, &name, &layout, &mut table, told)?;
        layout.tell(&table, told);
        give(table, told);
    }
    Ok(())
}

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

fn read_sheet(book: &mut Book, name: &str, layout: &Layout, table: &mut Table, told: &mut Told) -> Result<(), Fault> {
    let fault = |error: calamine::XlsxError| Fault::Broken(Origin::whole(), error.to_string());
    let start = if book.has_1904_epoch() { jiff::civil::date(1904, 1, 1) } else { jiff::civil::date(1899, 12, 30) };
    let mut cells = book.worksheet_cells_reader(name).map_err(fault)?;
    let mut cells_of_row: Vec<(u32, String, Kind)> = Vec::new();
    let mut number = 0;
    let mut merged: BTreeMap<(u32, u32), (String, Kind)> = BTreeMap::new();
    loop {
        let cell = cells.next_cell().map_err(fault)?;
        let (row, column) = cell.as_ref().map_or((u32::MAX, 0), calamine::Cell::get_position);
        if row != number || cell.is_none() {
            add_row(table, number, std::mem::take(&mut cells_of_row), layout, &mut merged)?;
            number = row;
        }
        let Some(cell) = cell else { return Ok(()) };
        let Some((mut text, kind)) = value(cell.get_value(), start) else { continue };
        // A cell that leads somewhere is written as people write it where cells cannot: "Minutes (https://…)".
        if let Some(target) = layout.links.get(&[row, column]).filter(|target| !text.contains(target.as_str())) {
            match kind {
                Kind::Text => text = format!("{text} ({target})"),
                _ => {
                    let why = "The link of this cell was not read: it holds no text.";
                    told.tell(Done::LeftOut, &Origin::cell(table.sheet.as_ref(), row + 1, column + 1), why, target);
                }
            }
        }
        if column >= COLUMNS {
            let why = "The cell stands in a column so far to the right that it is not read.";
            told.tell(Done::LeftOut, &Origin::cell(table.sheet.as_ref(), row + 1, column + 1), why, &text);
            continue;
        }
        if kind == Kind::Broken {
            let why = "A formula of the spreadsheet came to nothing.";
            told.tell(Done::LeftOut, &Origin::cell(table.sheet.as_ref(), row + 1, column + 1), why, &text);
            continue;
        }
        cells_of_row.push((column, text, kind));
    }
}

/// Adds a row, with what merged cells above reach down into it.
fn add_row(
    table: &mut Table,
    number: u32,
    mut cells: Vec<(u32, String, Kind)>,
    layout: &Layout,
    merged: &mut BTreeMap<(u32, u32), (String, Kind)>,
) -> Result<(), Fault> {
    if cells.is_empty() {
        return Ok(());
    }
    for merge in &layout.merges {
        let ([top, left], [bottom, _]) = (merge.start, merge.end);
        if number == top
            && let Some((_, text, kind)) = cells.iter().find(|(column, ..)| *column == left)
        {
            merged.insert((top, left), (text.clone(), *kind));
        }
        if (top + 1..=bottom).contains(&number)
            && let Some((text, kind)) = merged.get(&(top, left))
            && !cells.iter().any(|(column, ..)| *column == left)
        {
            cells.push((left, text.clone(), *kind));
        }
    }
    cells.sort_by_key(|(column, ..)| *column);
    let mut row = Row::new(number.saturating_add(1));
    for (column, text, kind) in cells {
        while (row.len() as u32) < column {
            row.push("", Kind::Text);
        }
        row.push(&text, kind);
    }
    table.add(row)
}

/// What a cell says, and what it is.
fn value(data: &DataRef, start: Date) -> Option<(String, Kind)> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::String(text) if text.is_empty() => return None,
        DataRef::String(text) => (text.clone(), Kind::Text),
        DataRef::SharedString(text) => ((*text).to_owned(), Kind::Text),
        DataRef::Int(number) => (number.to_string(), Kind::Number),
        DataRef::Float(number) => (number.to_string(), Kind::Number),
        DataRef::Bool(flag) => (flag.to_string(), Kind::Flag),
        DataRef::DateTime(time) => day(time, start),
        DataRef::DateTimeIso(text) => (text.clone(), Kind::Date),
        DataRef::DurationIso(text) => (text.clone(), Kind::Time),
        DataRef::Error(CellErrorType::NA) => ("#N/A".to_owned(), Kind::Broken),
        DataRef::Error(error) => (error.to_string(), Kind::Broken),
    })
}

/// A day, a time or both, in our notation; a number that is none of them as it stands.
fn day(time: &ExcelDateTime, start: Date) -> (String, Kind) {
    let number = time.as_f64();
    let minutes = (number * 1440.0).round();
    if !(0.0..4_000_000_000.0).contains(&minutes) {
        return (number.to_string(), Kind::Number);
    }
    let (day, minute) = ((minutes / 1440.0).floor(), minutes % 1440.0);
    let clock = format!("{:02}:{:02}", (minute / 60.0) as u32, minute % 60.0);
    if day < 1.0 || time.is_duration() {
        return (clock, Kind::Time);
    }
    let Ok(date) = start.checked_add(jiff::Span::new().days(day as i64)) else {
        return (number.to_string(), Kind::Number);
    };
    let date = format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day());
    if minute > 0.0 { (format!("{date}T{clock}"), Kind::Date) } else { (date, Kind::Date) }
}

/// Cells that are one, counted from 0: row and column of the first and of the last.
#[derive(Debug, Clone, Copy)]
struct Merge {
    start: [u32; 2],
    end: [u32; 2],
}

/// What a sheet says beside its cells.
#[derive(Debug, Default)]
struct Layout {
    hidden: Vec<u32>,
    is_filtered: bool,
    merges: Vec<Merge>,
    /// Where cells lead to, by row and column from 0.
    links: BTreeMap<[u32; 2], String>,
    /// Cells with a comment, by row and column from 0.
    comments: Vec<[u32; 2]>,
}

/// So many merged cells are looked at.
const MERGES: usize = 10_000;

impl Layout {
    fn tell(&self, table: &Table, told: &mut Told) {
        for row in self.hidden.iter().filter(|row| table.rows.binary_search_by_key(row, |of| &of.number).is_ok()) {
            let why = if self.is_filtered {
                "The row is hidden by a filter of the spreadsheet; it was read all the same."
            } else {
                "The row is hidden in the spreadsheet; it was read all the same."
            };
            told.tell(Done::Look, &Origin::row(table.sheet.as_ref(), *row), why, "");
        }
        for [row, column] in &self.comments {
            let why = "The comment on this cell was not read; write it into a cell of its own if it is meant.";
            told.tell(Done::LeftOut, &Origin::cell(table.sheet.as_ref(), row + 1, column + 1), why, "");
        }
    }
}

/// The paths of the sheets within the workbook, by their names.
fn sheet_paths(zip: &mut Zip) -> Result<BTreeMap<String, String>, Fault> {
    let mut targets = BTreeMap::new();
    each_start(zip, "xl/_rels/workbook.xml.rels", &mut |element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
            let target = target.trim_start_matches('/');
            let path = if target.starts_with("xl/") { target.to_owned() } else { format!("xl/{target}") };
            targets.insert(id, path);
        }
    })?;
    let mut paths = BTreeMap::new();
    each_start(zip, "xl/workbook.xml", &mut |element| {
        if element.local_name().as_ref() == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "r:id"))
            && let Some(path) = targets.get(&id)
        {
            paths.insert(name, path.clone());
        }
    })?;
    Ok(paths)
}

fn layout(zip: &mut Zip, path: &str) -> Result<Layout, Fault> {
    let mut layout = Layout::default();
    let (mut targets, mut comments) = (BTreeMap::new(), Vec::new());
    let rels = path.rsplit_once('/').map(|(folder, name)| format!("{folder}/_rels/{name}.rels")).unwrap_or_default();
    if zip.has(&rels) {
        each_start(zip, &rels, &mut |element| {
            let of = |name: &str| attribute(element, name).unwrap_or_default();
            match of("Type").rsplit('/').next() {
                Some("hyperlink") => _ = targets.insert(of("Id"), of("Target")),
                Some("comments") => {
                    comments.push(of("Target").replace("../", "xl/").trim_start_matches('/').to_owned())
                }
                _ => {}
            }
        })?;
    }
    for path in comments.iter().filter(|path| path.starts_with("xl/")) {
        if zip.has(path) {
            each_start(zip, path, &mut |element| {
                if element.local_name().as_ref() == "comment" && layout.comments.len() < MERGES {
                    layout.comments.extend(attribute(element, "ref").and_then(|of| cell(&of)));
                }
            })?;
        }
    }
    each_start(zip, path, &mut |element| match element.local_name().as_ref() {
        "row" if attribute(element, "hidden").is_some_and(|hidden| matches!(hidden.as_str(), "1" | "true")) => {
            layout.hidden.extend(attribute(element, "r").and_then(|row| row.parse::<u32>().ok()));
        }
        "filterColumn" => layout.is_filtered = true,
        "hyperlink" if layout.links.len() < MERGES => {
            let target = attribute(element, "r:id").and_then(|id| targets.get(&id));
            let at = attribute(element, "ref").and_then(|of| cell(of.split(':').next().unwrap_or_default()));
            layout.links.extend(at.zip(target.cloned()));
        }
        "mergeCell" if layout.merges.len() < MERGES => {
            layout.merges.extend(attribute(element, "ref").and_then(|cells| merge(&cells)));
        }
        _ => {}
    })?;
    Ok(layout)
}

/// A cell such as `B2`: row and column from 0.
fn cell(text: &str) -> Option<[u32; 2]> {
    let digits = text.find(|char: char| char.is_ascii_digit())?;
    let (column, row) = text.split_at(digits);
    Some([row.parse::<u32>().ok()?.checked_sub(1)?, column_number(column)?.checked_sub(1)?])
}

/// Cells such as `A1:B2`.
fn merge(cells: &str) -> Option<Merge> {
    let (start, end) = cells.split_once(':')?;
    Some(Merge { start: cell(start)?, end: cell(end)? })
}

/// Goes through the elements of a file of the workbook.
fn each_start(zip: &mut Zip, path: &str, see: &mut dyn FnMut(&BytesStart)) -> Result<(), Fault> {
    let file = zip.file(path)?;
    let mut reader = Reader::from_reader(BufReader::new(file));
    let mut ground = Vec::new();
    loop {
        ground.clear();
        match reader.read_event_into(&mut ground) {
            Ok(Event::Start(element) | Event::Empty(element)) => see(&element),
            Ok(Event::Eof) => return Ok(()),
            Ok(_) => {}
            Err(error) => return Err(Fault::Broken(Origin::whole(), error.to_string())),
        }
    }
}

/// The value of an attribute.
fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
