//! Paths of fields in a dataset, as a keeper reads them: `meetings[3].documents[0].url`.

use std::fmt;

/// Where in the file something stands. It is spelled out only where there is something to report.
#[derive(Clone, Copy)]
pub struct Path<'a> {
    within: Option<&'a Path<'a>>,
    field: &'a str,
    index: Option<usize>,
}

impl<'a> Path<'a> {
    /// The file itself.
    pub fn root() -> Self {
        Self::top("")
    }

    /// A field of the file.
    pub fn top(field: &'a str) -> Self {
        Self { within: None, field, index: None }
    }

    /// A record of one of the file's lists.
    pub fn record(list: &'a str, index: usize) -> Self {
        Self { within: None, field: list, index: Some(index) }
    }

    /// A field of what stands here.
    pub fn field(&'a self, field: &'a str) -> Self {
        Self { within: Some(self), field, index: None }
    }

    /// An item of a list in a field of what stands here.
    pub fn item(&'a self, field: &'a str, index: usize) -> Self {
        Self { within: Some(self), field, index: Some(index) }
    }

    /// An item of the list that stands here.
    pub fn at(self, index: usize) -> Self {
        Self { index: Some(index), ..self }
    }

    /// The record of one of the file's lists in which this stands, by the list's name and the record's position there, and
    /// the field of the record in which it is, empty for the record as a whole; none where it is in no record.
    pub fn record_and_field(&self) -> Option<(&'a str, usize, &'a str)> {
        let (mut here, mut field) = (self, "");
        while let Some(within) = here.within.filter(|within| !within.field.is_empty()) {
            (here, field) = (within, here.field);
        }
        here.index.map(|index| (here.field, index, field))
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        if let Some(within) = self.within.filter(|within| !within.field.is_empty()) {
            write!(formatter, "{within}.")?;
        }
        formatter.write_str(self.field)?;
        match self.index {
            Some(index) => write!(formatter, "[{index}]"),
            None => Ok(()),
        }
    }
}
