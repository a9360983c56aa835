//! Workbooks of LibreOffice: read as a stream, since a few bytes of it can claim a million cells.

use std::io::BufReader;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use crate::import::fault::Fault;
use crate::import::origin::Origin;
use crate::import::piece::{Kind, Row, Table};
use crate::import::source::Source;
use crate::import::told::{Done, Told};
use crate::import::zip::Zip;

/// A row or a cell that says something and claims to be repeated more often than this is read so often.
const REPEATED: u32 = 10_000;

/// The columns of a sheet that are read.
const COLUMNS: u32 = 1_024;

/// Reads the sheets of a workbook, each a table.
///
/// # Errors
/// Where it is broken, or takes too much memory.
pub fn read_ods(source: &Source, told: &mut Told, give: &mut dyn FnMut(Table, &mut Told)) -> Result<(), Fault> {
    let mut zip = Zip::new(&source.bytes)?;
    let mut reader = Reader::from_reader(BufReader::new(zip.file("content.xml")?));
    let mut ground = Vec::new();
    let mut sheets = Sheets::default();
    loop {
        ground.clear();
        match reader.read_event_into(&mut ground) {
            Ok(Event::Start(element)) => sheets.start(&element),
            Ok(Event::Empty(element)) => {
                sheets.start(&element);
                sheets.end(element.local_name().as_ref(), told)?;
            }
            Ok(Event::End(element)) => sheets.end(element.local_name().as_ref(), told)?,
            Ok(Event::Text(text)) => sheets.text(text.as_ref()),
            Ok(Event::GeneralRef(name)) => sheets.reference(name.as_ref()),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => return Err(Fault::Broken(Origin::whole(), error.to_string())),
        }
    }
    let is_only = sheets.tables.len() == 1;
    for mut table in sheets.tables {
        if is_only {
            table.sheet = None;
        }
        give(table, told);
    }
    Ok(())
}

/// What was read so far.
#[derive(Default)]
struct Sheets {
    tables: Vec<Table>,
    /// The names of styles of sheets that are hidden.
    hidden_styles: Vec<String>,
    style: String,
    is_hidden: bool,
    row: u32,
    row_repeated: u32,
    row_is_hidden: Option<&'static str>,
    cells: Vec<(u32, String, Kind)>,
    column: u32,
    cell: Option<Cell>,
    /// Cells of rows above that reach down: column, rows to go, text and kind.
    spans: Vec<(u32, u32, String, Kind)>,
    /// Within a note on a cell nothing is read as the cell's.
    depth_of_note: u32,
}

/// A cell that is being read.
struct Cell {
    text: String,
    value: Option<(String, Kind)>,
    repeated: u32,
    rows: u32,
    is_in_paragraph: bool,
}

impl Sheets {
    fn start(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            "style" => self.style = attribute(element, "style:name").unwrap_or_default(),
            "table-properties" if attribute(element, "table:display").as_deref() == Some("false") => {
                self.hidden_styles.push(self.style.clone());
            }
            "table" => {
                let name: Arc<str> = attribute(element, "table:name").unwrap_or_default().into();
                let style = attribute(element, "table:style-name").unwrap_or_default();
                self.is_hidden = self.hidden_styles.contains(&style);
                self.tables.push(Table { sheet: Some(name), ..Table::default() });
                self.row = 0;
                self.spans.clear();
            }
            "table-row" => {
                self.row_repeated = count(element, "table:number-rows-repeated");
                self.row_is_hidden = match attribute(element, "table:visibility").as_deref() {
                    Some("filter") => {
                        Some("The row is hidden by a filter of the spreadsheet; it was read all the same.")
                    }
                    Some("collapse") => Some("The row is hidden in the spreadsheet; it was read all the same."),
                    _ => None,
                };
                self.column = 0;
                self.cells.clear();
            }
            "table-cell" | "covered-table-cell" => {
                self.cell = Some(Cell {
                    text: String::new(),
                    value: value(element),
                    repeated: count(element, "table:number-columns-repeated"),
                    rows: count(element, "table:number-rows-spanned"),
                    is_in_paragraph: false,
                });
            }
            "annotation" => self.depth_of_note += 1,
            "p" => {
                if let Some(cell) = self.cell.as_mut().filter(|_| self.depth_of_note == 0) {
                    if !cell.text.is_empty() {
                        cell.text.push('\n');
                    }
                    cell.is_in_paragraph = true;
                }
            }
            "s" => self.text(" "),
            "line-break" => self.text("\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(cell) = self.cell.as_mut().filter(|cell| cell.is_in_paragraph && self.depth_of_note == 0) {
            cell.text.push_str(text);
        }
    }

    fn reference(&mut self, name: &str) {
        let number = name.strip_prefix('#').and_then(|number| match number.strip_prefix('x') {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => number.parse().ok(),
        });
        let char = match name {
            "amp" => Some('&'),
            "lt" => Some('<'),
            "gt" => Some('>'),
            "quot" => Some('"'),
            "apos" => Some('\''),
            _ => number.and_then(char::from_u32),
        };
        if let Some(char) = char {
            self.text(char.encode_utf8(&mut [0; 4]));
        }
    }

    fn end(&mut self, name: &str, told: &mut Told) -> Result<(), Fault> {
        match name {
            "annotation" => self.depth_of_note = self.depth_of_note.saturating_sub(1),
            "p" => {
                if let Some(cell) = &mut self.cell {
                    cell.is_in_paragraph = false;
                }
            }
            "table-cell" | "covered-table-cell" => self.end_cell(),
            "table-row" => self.end_row(told)?,
            "table" if self.is_hidden => {
                self.is_hidden = false;
                if let Some(table) = self.tables.pop() {
                    let why = "The sheet is hidden and was not read; show it in the spreadsheet if it is meant.";
                    let name = table.sheet.clone().unwrap_or_default();
                    told.tell(Done::LeftOut, &Origin { sheet: table.sheet, ..Origin::default() }, why, &name);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn end_cell(&mut self) {
        let Some(cell) = self.cell.take() else { return };
        let (text, kind) = cell.value.unwrap_or((cell.text, Kind::Text));
        let column = self.column;
        self.column = self.column.saturating_add(cell.repeated);
        if text.trim().is_empty() {
            return;
        }
        if cell.rows > 1 {
            self.spans.push((column, cell.rows, text.clone(), kind));
        }
        let end = self.column.min(COLUMNS);
        self.cells.extend((column..end).map(|at| (at, text.clone(), kind)));
    }

    fn end_row(&mut self, told: &mut Told) -> Result<(), Fault> {
        let first = self.row + 1;
        self.row = self.row.saturating_add(self.row_repeated);
        for (column, rows, text, kind) in &mut self.spans {
            if *rows > 0 && !self.cells.is_empty() && !self.cells.iter().any(|(at, ..)| at == column) {
                self.cells.push((*column, text.clone(), *kind));
            }
            *rows = rows.saturating_sub(self.row_repeated);
        }
        self.spans.retain(|(_, rows, ..)| *rows > 0);
        let Some(table) = self.tables.last_mut().filter(|_| !self.cells.is_empty()) else { return Ok(()) };
        self.cells.sort_by_key(|(column, ..)| *column);
        for number in first..first.saturating_add(self.row_repeated.min(REPEATED)) {
            let mut row = Row::new(number);
            for (column, text, kind) in &self.cells {
                while u32::try_from(row.len()).unwrap_or(u32::MAX) < *column {
                    row.push("", Kind::Text);
                }
                row.push(text, *kind);
            }
            if let Some(why) = self.row_is_hidden {
                told.tell(Done::Look, &Origin::row(table.sheet.as_ref(), number), why, "");
            }
            table.add(row)?;
        }
        if self.row_repeated > REPEATED {
            let why = "The row claims to be repeated very often; it was read ten thousand times.";
            told.tell(Done::LeftOut, &Origin::row(table.sheet.as_ref(), first), why, &self.row_repeated.to_string());
        }
        Ok(())
    }
}

/// What a cell says of its value, where that is no text.
fn value(element: &BytesStart) -> Option<(String, Kind)> {
    let kind = attribute(element, "office:value-type")?;
    let value = |name: &str| attribute(element, name);
    Some(match kind.as_str() {
        "float" | "currency" | "percentage" => (value("office:value")?, Kind::Number),
        "boolean" => (value("office:boolean-value")?, Kind::Flag),
        "date" => {
            let text = value("office:date-value")?;
            let (day, time) = text.split_once('T').map_or((text.as_str(), ""), |(day, time)| (day, time));
            let clock = time.get(..5).filter(|clock| *clock != "00:00").map(|clock| format!("T{clock}"));
            (format!("{day}{}", clock.unwrap_or_default()), Kind::Date)
        }
        "time" => (clock(&value("office:time-value")?)?, Kind::Time),
        _ => return None,
    })
}

/// A time such as `PT09H30M00S`.
fn clock(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, _) = rest.split_once('M')?;
    Some(format!("{:02}:{:02}", hours.parse::<u32>().ok()?, minutes.parse::<u32>().ok()?))
}

fn count(element: &BytesStart, name: &str) -> u32 {
    attribute(element, name).and_then(|number| number.parse().ok()).unwrap_or(1).max(1)
}

fn attribute(element: &BytesStart, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    attribute.normalized_value(XmlVersion::Implicit1_0).ok().map(std::borrow::Cow::into_owned)
}
