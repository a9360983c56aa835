//! What was done with what stood in a file, line by line: nothing is dropped without one.

use std::sync::Arc;

use crate::import::origin::Origin;

/// What was done with something that stood in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Done {
    /// It became a record, or a part of one.
    Read,
    /// It was put together with something else.
    Merged,
    /// It may mean something else; what it was taken for is told.
    Guessed,
    /// What a keeper changed by hand stays, though the file says something else.
    Kept,
    /// It is in no record.
    LeftOut,
    /// A keeper should look at it; it was neither put together nor left out.
    Look,
}

impl Done {
    /// All of them, in the order in which they are told.
    pub const ALL: [Self; 6] = [Self::Read, Self::Merged, Self::Guessed, Self::Kept, Self::LeftOut, Self::Look];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Merged => "merged",
            Self::Guessed => "guessed",
            Self::Kept => "kept",
            Self::LeftOut => "left out",
            Self::Look => "to look at",
        }
    }
}

/// A line of what was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What was done.
    pub done: Done,
    /// The file.
    pub file: Arc<str>,
    /// Where it stood.
    pub origin: Origin,
    /// The label that the file has for it: the heading of a column, the name of a property; empty where there is none.
    pub label: Arc<str>,
    /// What was done and why, a sentence that is the same for all that is of one kind, so that a summary can count it.
    /// What differs stands in the other fields.
    pub why: &'static str,
    /// What stood there, in the file's own words; long texts are cut.
    pub value: String,
    /// What it became: an id, a value of the format; empty where it became nothing.
    pub became: String,
}

/// All that was done, in the order in which it was done.
#[derive(Debug, Default)]
pub struct Told {
    file: Arc<str>,
    /// The lines.
    pub lines: Vec<Line>,
}

/// The most characters of a file's own words in a line.
const LONGEST: usize = 200;

impl Told {
    /// Tells of this file from now on.
    pub fn of_file(&mut self, file: &Arc<str>) {
        self.file = Arc::clone(file);
    }

    /// Tells one thing. `why` is a sentence without anything that differs from one place to the next.
    pub fn tell(&mut self, done: Done, origin: &Origin, why: &'static str, value: &str) -> &mut Line {
        let file = Arc::clone(&self.file);
        self.tell_of(file, done, origin, why, value)
    }

    /// The same of another file than the one that is read.
    pub fn tell_of(
        &mut self,
        file: Arc<str>,
        done: Done,
        origin: &Origin,
        why: &'static str,
        value: &str,
    ) -> &mut Line {
        let value = match value.char_indices().nth(LONGEST) {
            None => value.to_owned(),
            Some((end, _)) => format!("{}…", &value[..end]),
        };
        let line =
            Line { done, file, origin: origin.clone(), label: Arc::default(), why, value, became: String::new() };
        self.lines.push(line);
        let last = self.lines.len() - 1;
        &mut self.lines[last]
    }
}

impl Line {
    /// Adds the label that the file has for it.
    pub fn labelled(&mut self, label: &str) -> &mut Self {
        self.label = label.into();
        self
    }

    /// Adds what it became.
    pub fn into(&mut self, became: impl Into<String>) -> &mut Self {
        self.became = became.into();
        self
    }
}
