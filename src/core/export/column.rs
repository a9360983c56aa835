//! What a column of the table is, and what its cells are made of.

use std::borrow::Cow;

use crate::core::address::base::Home;
use crate::core::archive::format::{Participation, Statement};
use crate::core::archive::{Archive, Meeting};

/// Between several values in one cell.
pub const AND: &str = "; ";

/// The type of a column of texts.
pub const TEXT: &str = "string";

/// A column of the table.
#[derive(Clone)]
pub struct Column {
    /// Its heading.
    pub name: Cow<'static, str>,
    /// What stands in it.
    pub description: Cow<'static, str>,
    /// Its type in the terms of Table Schema (Frictionless Data).
    pub kind: &'static str,
    /// What its cells are made of.
    pub cell: Cell,
}

/// What a cell is made of.
#[derive(Clone)]
pub enum Cell {
    /// Something of the record.
    Field(fn(&Row) -> String),
    /// Several things of the record.
    Fields(fn(&Row) -> Vec<String>),
    /// The values of one of the archive's own facets, by its key.
    Facet(String),
}

/// What a row is made from.
pub struct Row<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// Its meeting that the row is of.
    pub meeting: &'a Meeting,
    /// Where the archive is published.
    pub home: Home<'a>,
}

/// A column of something of the record.
pub const fn column(
    name: &'static str,
    kind: &'static str,
    description: &'static str,
    cell: fn(&Row) -> String,
) -> Column {
    Column { name: Cow::Borrowed(name), description: Cow::Borrowed(description), kind, cell: Cell::Field(cell) }
}

/// The same of a column that has several values in one cell.
pub const fn list(name: &'static str, description: &'static str, cell: fn(&Row) -> Vec<String>) -> Column {
    let (name, description) = (Cow::Borrowed(name), Cow::Borrowed(description));
    Column { name, description, kind: TEXT, cell: Cell::Fields(cell) }
}

impl Column {
    /// Whether it has several values in one cell, with [`AND`] between them.
    pub fn is_list(&self) -> bool {
        !matches!(self.cell, Cell::Field(_))
    }
}

/// A value that may be left out.
pub fn text(value: Option<impl ToString>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

/// The values of several lists, each once.
pub fn distinct<'a>(lists: impl Iterator<Item = &'a Vec<String>>) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for value in lists.flatten() {
        if !values.contains(value) {
            values.push(value.clone());
        }
    }
    values
}

/// Statements without their sources.
pub fn statements(statements: &[Statement]) -> Vec<String> {
    statements.iter().map(|statement| statement.text().to_owned()).collect()
}

/// A person with what is known of the part in a meeting, in brackets.
pub fn person(archive: &Archive, participation: &Participation) -> String {
    let name = archive.person(&participation.person).map_or("", |person| person.name.as_str());
    let Participation { office, organisation, part, .. } = participation;
    let about: Vec<&str> = [office, organisation, part].into_iter().flatten().map(String::as_str).collect();
    if about.is_empty() { name.to_owned() } else { format!("{name} ({})", about.join(", ")) }
}
