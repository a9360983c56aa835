//! How a table is read: what a mapping says, or what was found.

use std::sync::Arc;

use crate::import::origin::letters;
use crate::import::piece::DayOrder;
use crate::import::table::comma::Comma;
use crate::import::table::dates::order::Orders;
use crate::import::table::role::Role;

/// The rows of one meeting, by their positions in the table, the first first.
pub type Unit = Vec<u32>;

/// How a column is read.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its heading as the file has it.
    pub heading: String,
    /// What it is.
    pub role: Role,
    /// The sign between several values in a cell, if there is one.
    pub cut: Option<char>,
    /// What its dates tell of their order.
    pub orders: Orders,
    /// The first value in it.
    pub sample: String,
    /// What a comma in the names of its persons stands for.
    pub comma: Comma,
}

/// How a table is read.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// The file.
    pub file: Arc<str>,
    /// The sheet.
    pub sheet: Option<Arc<str>>,
    /// The number of the first row of the headings, and how many rows they take; none where they do not stand among rows.
    pub header: Option<(u32, u32)>,
    /// The position of the first row that is no heading.
    pub body: usize,
    /// What stands alone above the headings; meetings are called so where no column has titles.
    pub caption: Option<String>,
    /// Its columns.
    pub columns: Vec<Column>,
    /// The order of day and month in digits, where one was needed.
    pub dates: Option<DayOrder>,
    /// Whether its columns have names and no letters: rows that are values of a tree, or meetings that stand beside one another.
    pub has_names: bool,
    /// Whether it is not read.
    pub is_left_out: bool,
}

impl Plan {
    /// The positions of the columns of a role.
    pub fn all(&self, role: Role) -> impl Iterator<Item = usize> {
        self.columns.iter().enumerate().filter(move |(_, column)| column.role == role).map(|(at, _)| at)
    }

    /// The position of the first column of a role.
    pub fn first(&self, role: Role) -> Option<usize> {
        self.all(role).next()
    }

    /// What a column is called in a mapping.
    pub fn key(&self, at: usize) -> String {
        self.keys().name(at)
    }

    /// What its columns are called in a mapping.
    pub fn keys(&self) -> Keys<'_> {
        let headings = self.columns.iter().map(|column| column.heading.as_str());
        Keys { headings: headings.collect(), has_names: self.has_names }
    }
}

/// What the columns of a table are called in a mapping.
pub struct Keys<'a> {
    /// Their headings.
    pub headings: Vec<&'a str>,
    /// Whether they have names and no letters.
    pub has_names: bool,
}

impl Keys<'_> {
    /// The name of a column: its heading, so that it is found again when columns are put in another order; or its letters,
    /// where it has none or another has the same.
    pub fn name(&self, at: usize) -> String {
        let heading = self.headings.get(at).map(|heading| heading.trim()).unwrap_or_default();
        let same = self.headings.iter().filter(|of| of.trim() == heading).count();
        if self.has_names || (!heading.is_empty() && same == 1) { heading.to_owned() } else { place(at) }
    }

    /// The column that is called so: by its heading, else by its letters.
    pub fn position(&self, key: &str) -> Option<usize> {
        let all = 0..self.headings.len();
        all.clone().find(|at| self.name(*at) == key).or_else(|| all.clone().find(|at| place(*at) == key))
    }
}

/// The letters of a column.
pub fn place(at: usize) -> String {
    letters(u32::try_from(at + 1).unwrap_or(u32::MAX))
}
