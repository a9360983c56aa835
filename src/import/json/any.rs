//! Objects of no known shape, as the rows of a table.

use std::collections::HashMap;

use crate::import::fault::Fault;
use crate::import::json::skim::List;
use crate::import::json::tree::Node;
use crate::import::origin::Origin;
use crate::import::piece::{BETWEEN, Kind, Row, Table};
use crate::import::told::{Done, Told};

/// The most columns that a table may have; objects whose keys are values, such as days, would have one for each.
const WIDEST: usize = 1_000;
/// How many objects deep a value is taken apart.
const DEEPEST: usize = 8;

/// A table while objects are added to it.
#[derive(Debug, Default)]
pub struct Tabled {
    table: Table,
    places: HashMap<String, usize>,
    cells: Vec<Option<(String, Kind)>>,
}

impl Tabled {
    /// Adds an object as a row.
    ///
    /// # Errors
    /// Where the rows take more memory than is safe.
    pub fn add(&mut self, node: &Node, number: u32, path: &str, told: &mut Told) -> Result<(), Fault> {
        self.cells.iter_mut().for_each(|cell| *cell = None);
        match node {
            Node::Object(fields) => {
                for (name, node) in fields {
                    self.take(name.to_string(), node, 1, path, told);
                }
            }
            Node::List(items) => {
                for (at, node) in items.iter().enumerate() {
                    self.take(format!("{}", at + 1), node, 1, path, told);
                }
            }
            other => {
                let why = "A value among objects that is none was left out.";
                told.tell(Done::LeftOut, &Origin::path(path), why, &other.text().unwrap_or_default());
                return Ok(());
            }
        }
        let mut row = Row::new(number);
        let last = self.cells.iter().rposition(Option::is_some).map_or(0, |at| at + 1);
        for cell in &self.cells[..last] {
            let (text, kind) = cell.as_ref().map_or(("", Kind::Text), |(text, kind)| (text.as_str(), *kind));
            row.push(text, kind);
        }
        self.table.add(row)
    }

    fn take(&mut self, name: String, node: &Node, depth: usize, path: &str, told: &mut Told) {
        match node {
            _ if node.is_empty() => _ = self.place(&name),
            Node::Object(fields) if depth < DEEPEST => {
                for (of, node) in fields {
                    self.take(format!("{name}.{of}"), node, depth + 1, path, told);
                }
            }
            Node::List(items) => self.take_list(name, items, depth, path, told),
            Node::Object(_) => {
                let why = "Objects that stand more than eight deep within each other were left out.";
                told.tell(Done::LeftOut, &Origin::path(path), why, "").labelled(&name);
            }
            plain => self.put(&name, plain.text().unwrap_or_default(), kind(plain), path, told),
        }
    }

    /// A list of plain values is one cell; of objects each of their fields is a list.
    fn take_list(&mut self, name: String, items: &[Node], depth: usize, path: &str, told: &mut Told) {
        let texts: Vec<String> = items.iter().filter_map(Node::text).collect();
        let between = BETWEEN.to_string();
        match texts.len() {
            0 => {}
            1 => self.put(&name, texts.concat(), Kind::Text, path, told),
            _ => self.put(&name, texts.join(&between), Kind::List, path, told),
        }
        let mut columns: Vec<(String, Vec<String>)> = Vec::new();
        for item in items {
            match item {
                Node::Object(fields) => gather(&name, fields, depth, &mut columns),
                Node::List(_) => {
                    let why = "Lists within lists were left out.";
                    told.tell(Done::LeftOut, &Origin::path(path), why, "").labelled(&name);
                }
                _ => {}
            }
        }
        for (name, texts) in columns {
            let kind = if texts.len() > 1 { Kind::List } else { Kind::Text };
            self.put(&name, texts.join(&between), kind, path, told);
        }
    }

    fn put(&mut self, name: &str, text: String, kind: Kind, path: &str, told: &mut Told) {
        if let Some(cell) = self.place(name).and_then(|at| self.cells.get_mut(at)) {
            *cell = Some((text, kind));
        } else {
            let why = "A value was left out: its list has more than a thousand different fields.";
            told.tell(Done::LeftOut, &Origin::path(path), why, &text).labelled(name);
        }
    }

    /// The column of a field.
    fn place(&mut self, name: &str) -> Option<usize> {
        if let Some(at) = self.places.get(name) {
            return Some(*at);
        }
        if self.table.headings.len() >= WIDEST {
            return None;
        }
        self.table.headings.push(name.to_owned());
        self.cells.push(None);
        self.places.insert(name.to_owned(), self.table.headings.len() - 1);
        Some(self.table.headings.len() - 1)
    }

    /// The table of what was added; `paths` tells where its rows stand.
    pub fn table(mut self, sheet: Option<&str>, paths: fn(u32) -> String) -> Table {
        self.table.sheet = sheet.map(Into::into);
        self.table.paths = Some(paths);
        self.table
    }
}

/// The plain values of objects of a list, field by field.
fn gather(
    name: &str,
    fields: &[(std::borrow::Cow<str>, Node)],
    depth: usize,
    columns: &mut Vec<(String, Vec<String>)>,
) {
    for (of, node) in fields {
        let name = format!("{name}.{of}");
        if let Node::Object(fields) = node
            && depth < DEEPEST
        {
            gather(&name, fields, depth + 1, columns);
            continue;
        }
        let text = match node {
            Node::List(items) => items.iter().filter_map(Node::text).collect::<Vec<_>>().join(", "),
            node => node.text().unwrap_or_default(),
        };
        let is_full = columns.len() > WIDEST;
        match columns.iter_mut().find(|(of, _)| *of == name) {
            Some((_, texts)) => texts.push(text),
            // A field that has no column is told where it is put.
            None if text.is_empty() || is_full => {}
            None => columns.push((name, vec![text])),
        }
    }
}

fn kind(node: &Node) -> Kind {
    match node {
        Node::Number(_) => Kind::Number,
        Node::Flag(_) => Kind::Flag,
        _ => Kind::Text,
    }
}

/// A list as a table.
///
/// # Errors
/// Where the text is no JSON.
pub fn table<'a>(list: &List<'a>, text: &'a str, told: &mut Told) -> Result<Table, Fault> {
    // Of lists within a list the first may tell what the others hold, as in a spreadsheet.
    let mut tabled = Tabled::default();
    let mut fault = None;
    list.each(text, &mut |node, index, path| {
        if fault.is_none() {
            fault = tabled.add(node, u32::try_from(index).unwrap_or(u32::MAX), &path, told).err();
        }
    })?;
    if let Some(fault) = fault {
        return Err(fault);
    }
    let is_top = list.path == "$";
    let mut table = tabled.table(
        (!is_top).then_some(list.path.as_str()),
        if is_top { |n| format!("$[{n}]") } else { |n| format!("[{n}]") },
    );
    if matches!(list.first, Node::List(_)) {
        table.headings.clear();
    }
    Ok(table)
}
