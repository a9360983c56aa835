//! How a table is read: what a mapping says, or what was found.

use std::collections::HashMap;
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

    /// What its columns are called in a mapping.
    pub fn keys(&self) -> Keys {
        Keys::new(self.columns.iter().map(|column| column.heading.as_str()), self.has_names)
    }
}

/// What the columns of a table are called in a mapping: by their headings, so that they are found again when they are put in
/// another order; or by their letters, where they have none or another has the same.
pub struct Keys {
    names: Vec<String>,
}

impl Keys {
    /// The names of columns with these headings; `has_names` says that they have no letters.
    pub fn new<'a>(headings: impl Iterator<Item = &'a str>, has_names: bool) -> Self {
        let headings: Vec<&str> = headings.map(str::trim).collect();
        let mut counts: HashMap<&str, usize> = HashMap::new();
        headings.iter().for_each(|heading| *counts.entry(heading).or_default() += 1);
        let is_told = |heading: &str| has_names || (!heading.is_empty() && counts.get(heading) == Some(&1));
        let name = |(at, heading): (usize, &&str)| if is_told(heading) { (*heading).to_owned() } else { place(at) };
        Self { names: headings.iter().enumerate().map(name).collect() }
    }

    /// The name of a column.
    pub fn name(&self, at: usize) -> &str {
        self.names.get(at).map(String::as_str).unwrap_or_default()
    }

    /// The column that is called so: by its heading, else by its letters.
    pub fn position(&self, key: &str) -> Option<usize> {
        let named = self.names.iter().position(|name| name == key);
        named.or_else(|| (0..self.names.len()).find(|at| place(*at) == key))
    }
}

/// The letters of a column.
pub fn place(at: usize) -> String {
    letters(u32::try_from(at + 1).unwrap_or(u32::MAX))
}
