//! What a reader is asked, and what it gives.

use std::sync::Arc;

use jiff::tz::TimeZone;

use crate::import::draft::{About, Draft};
use crate::import::fault::Fault;
use crate::import::origin::Origin;
use crate::import::source::Source;
use crate::import::told::Told;

/// The order of day and month in dates of digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayOrder {
    /// `31.12.2011`.
    Dmy,
    /// `12/31/2011`.
    Mdy,
    /// `2011-12-31`.
    Ymd,
}

/// What the call says of how files are to be read.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// The order of day and month, where the values do not tell.
    pub dates: Option<DayOrder>,
    /// The zone of times that tell none themselves. Without it such times stay local, without an offset.
    pub zone: Option<TimeZone>,
    /// The language of what is imported, as a BCP 47 tag.
    pub language: Option<String>,
}

/// One of the things that a reader gives, in the order of the file.
#[derive(Debug)]
pub enum Piece {
    /// What is said of the whole.
    About(About),
    /// A meeting.
    Draft(Box<Draft>),
    /// A table whose columns are yet to be understood: of a spreadsheet, or of objects of no known shape. The table side
    /// finds out what each column is.
    Table(Table),
}

/// Reads a source: gives its pieces one after another, and tells what it left out, guessed or put together. It must not
/// panic, whatever the bytes are.
///
/// # Errors
/// Where nothing of the source can be read; what is at fault in a part of it is told, and the rest is read.
pub type Reader = fn(&Source, &Asked, &mut Told, &mut dyn FnMut(Piece)) -> Result<(), Fault>;

/// A table: columns with headings, and rows of cells.
#[derive(Debug, Default)]
pub struct Table {
    /// The sheet it stands in, where a file has several.
    pub sheet: Option<Arc<str>>,
    /// The headings of its columns where the reader knows them (of objects: their keys, nested ones with dots between);
    /// empty where they stand among the rows, as in spreadsheets.
    pub headings: Vec<String>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Whether rows are values of a tree, whose origins are paths and not numbers of rows.
    pub paths: Option<fn(u32) -> String>,
    /// Of a table whose meetings stand beside one another, so that its rows are the file's columns: the numbers of the file's
    /// rows, which are its columns.
    pub turned: Option<Vec<u32>>,
    /// What stands above it and gives its meetings their name, where the reader knows that.
    pub caption: Option<String>,
    /// The memory that its rows take.
    pub weight: usize,
}

/// The most memory that the rows of a table may take, in bytes: a hostile file claims more cells than it has bytes.
const HEAVIEST: usize = 512 << 20;

impl Table {
    /// Adds a row, unless it says nothing.
    ///
    /// # Errors
    /// Where the rows take more memory than is safe.
    pub fn add(&mut self, mut row: Row) -> Result<(), Fault> {
        if row.is_empty() {
            return Ok(());
        }
        row.shrink();
        self.weight += row.text.len() + row.cells.len() * size_of::<(u32, Kind)>() + size_of::<Row>();
        if self.weight > HEAVIEST {
            return Err(Fault::Bomb);
        }
        self.rows.push(row);
        Ok(())
    }

    /// Where a cell stands, or a whole row; cells are counted from 0.
    pub fn origin(&self, row: &Row, cell: Option<usize>) -> Origin {
        self.origin_of(row.number, cell)
    }

    /// The same by the number of a row.
    pub fn origin_of(&self, number: u32, cell: Option<usize>) -> Origin {
        let column = cell.and_then(|at| u32::try_from(at + 1).ok());
        let sheet = self.sheet.as_ref();
        match (self.paths, &self.turned, column) {
            (Some(path), _, None) => Origin::path(path(number)),
            (Some(path), _, Some(_)) => {
                let heading = cell.and_then(|at| self.headings.get(at)).map(String::as_str).unwrap_or_default();
                Origin::path(format!("{}.{heading}", path(number)))
            }
            (None, Some(_), None) => Origin::column(sheet, number),
            (None, Some(rows), Some(_)) => {
                Origin::cell(sheet, cell.and_then(|at| rows.get(at)).copied().unwrap_or_default(), number)
            }
            (None, None, None) => Origin::row(sheet, number),
            (None, None, Some(column)) => Origin::cell(sheet, number, column),
        }
    }

    /// Where a column stands, counted from 0.
    pub fn column(&self, at: usize) -> Origin {
        match (self.paths, &self.turned) {
            (Some(_), _) => {
                Origin::path(format!("$[*].{}", self.headings.get(at).map(String::as_str).unwrap_or_default()))
            }
            (None, Some(rows)) => Origin::row(self.sheet.as_ref(), rows.get(at).copied().unwrap_or_default()),
            (None, None) => Origin::column(self.sheet.as_ref(), u32::try_from(at + 1).unwrap_or(u32::MAX)),
        }
    }
}

/// A row of a table in little memory: all its cells in one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Row {
    /// Its number in the file, from 1; of a tree its position in the list, from 0.
    pub number: u32,
    text: String,
    cells: Vec<(u32, Kind)>,
}

/// What a cell is by the file's own word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// A text, which may be anything; of a CSV each cell is one.
    #[default]
    Text,
    /// A number.
    Number,
    /// A day or a time of a day, written in our notation.
    Date,
    /// A time of day or a duration, `HH:MM` or more.
    Time,
    /// `true` or `false`.
    Flag,
    /// Several values; [`BETWEEN`] stands between them.
    List,
    /// A formula that came to nothing, such as `#REF!`.
    Broken,
}

/// What stands between the values of a cell of [`Kind::List`]: the separator that Unicode has for records.
pub const BETWEEN: char = '\u{1e}';

impl Row {
    /// An empty row with this number.
    pub fn new(number: u32) -> Self {
        Self { number, ..Self::default() }
    }

    /// Adds a cell behind the others.
    pub fn push(&mut self, text: &str, kind: Kind) {
        self.text.push_str(text);
        self.cells.push((u32::try_from(self.text.len()).unwrap_or(u32::MAX), kind));
    }

    /// How many cells it has.
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// Whether no cell of it says anything.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// The text of a cell, counted from 0; empty where it has none.
    pub fn text(&self, at: usize) -> &str {
        let end = |at: usize| self.cells.get(at).map_or(self.text.len(), |(end, _)| *end as usize);
        let start = if at == 0 { 0 } else { end(at - 1) };
        self.text.get(start..end(at)).unwrap_or_default()
    }

    /// What a cell is, counted from 0.
    pub fn kind(&self, at: usize) -> Kind {
        self.cells.get(at).map(|(_, kind)| *kind).unwrap_or_default()
    }

    /// Takes away what was only reserved for more cells.
    pub fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.cells.shrink_to_fit();
    }
}
