//! Where in a file something stood, in the file's own terms.

use std::fmt;
use std::sync::Arc;

/// Where in a file something stood: `Row 6, Column F`, `line 120`, `$.data[3].start`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Origin {
    /// The sheet, where a file has several.
    pub sheet: Option<Arc<str>>,
    /// Where in it.
    pub spot: Spot,
}

/// Where in a sheet or a file something stood. Rows, columns and lines are counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub enum Spot {
    /// The file as a whole.
    #[default]
    Whole,
    /// A row of a table.
    Row(u32),
    /// A column of a table.
    Column(u32),
    /// A cell of a table, by its row and its column.
    Cell(u32, u32),
    /// A line of a text.
    Line(u32),
    /// A value of a tree, by a path such as `$.data[3].start` or `/schedule/day[2]/room[1]/event[3]`.
    Path(Arc<str>),
}

impl Origin {
    /// The file as a whole.
    pub fn whole() -> Self {
        Self::default()
    }

    /// A line of a text, from 1.
    pub fn line(line: u32) -> Self {
        Self { sheet: None, spot: Spot::Line(line) }
    }

    /// A value of a tree.
    pub fn path(path: impl Into<Arc<str>>) -> Self {
        Self { sheet: None, spot: Spot::Path(path.into()) }
    }

    /// A row of a table, from 1.
    pub fn row(sheet: Option<&Arc<str>>, row: u32) -> Self {
        Self { sheet: sheet.cloned(), spot: Spot::Row(row) }
    }

    /// A column of a table, from 1.
    pub fn column(sheet: Option<&Arc<str>>, column: u32) -> Self {
        Self { sheet: sheet.cloned(), spot: Spot::Column(column) }
    }

    /// A cell of a table, both from 1.
    pub fn cell(sheet: Option<&Arc<str>>, row: u32, column: u32) -> Self {
        Self { sheet: sheet.cloned(), spot: Spot::Cell(row, column) }
    }
}

/// The letters of a column as spreadsheets have them, by its number from 1: `A`, `Z`, `AA`.
///
/// ```
/// use meetings::import::origin::letters;
/// assert_eq!([1, 26, 27, 702, 703].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
/// ```
pub fn letters(column: u32) -> String {
    let (mut rest, mut letters) = (column, Vec::new());
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + (rest % 26) as u8));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The number of a column by its letters, from 1.
pub fn column_number(letters: &str) -> Option<u32> {
    let is_column = (1..=4).contains(&letters.len()) && letters.bytes().all(|byte| byte.is_ascii_alphabetic());
    let digit = |byte: u8| u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    is_column.then(|| letters.bytes().fold(0, |number, byte| number * 26 + digit(byte)))
}

impl fmt::Display for Origin {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        if let Some(sheet) = &self.sheet {
            write!(formatter, "Sheet “{sheet}”")?;
            if self.spot != Spot::Whole {
                formatter.write_str(", ")?;
            }
        }
        match &self.spot {
            Spot::Whole => Ok(()),
            Spot::Row(row) => write!(formatter, "Row {row}"),
            Spot::Column(column) => write!(formatter, "Column {}", letters(*column)),
            Spot::Cell(row, column) => write!(formatter, "Row {row}, Column {}", letters(*column)),
            Spot::Line(line) => write!(formatter, "line {line}"),
            Spot::Path(path) => formatter.write_str(path),
        }
    }
}
