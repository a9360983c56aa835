//! What others' files hold, read by the readers of each kind.

mod calendar;
mod calendar_repeats;
mod fuzz;
mod json;
mod json_shapes;
mod real;
mod schedules;

use jiff::tz::TimeZone;
use meetings::import::draft::{About, Draft};
use meetings::import::fault::Fault;
use meetings::import::piece::{Asked, Piece, Reader, Table};
use meetings::import::source::{Kind, Source};
use meetings::import::told::{Done, Told};

/// What a reader gave of a source.
pub struct Got {
    /// Its meetings.
    pub drafts: Vec<Draft>,
    /// Its tables.
    pub tables: Vec<Table>,
    /// What it says of itself.
    pub about: About,
    /// What was done.
    pub told: Told,
    /// How it ended.
    pub end: Result<(), Fault>,
}

impl Got {
    /// What was done of a kind: the sentence, the label, and the value.
    pub fn done(&self, done: Done) -> Vec<(&str, &str, &str)> {
        let lines = self.told.lines.iter().filter(|line| line.done == done);
        lines.map(|line| (line.why, &*line.label, &*line.value)).collect()
    }

    /// Whether something was done of a kind whose sentence has these words in it.
    pub fn tells(&self, done: Done, words: &str) -> bool {
        self.done(done).iter().any(|(why, ..)| why.contains(words))
    }

    /// The only meeting.
    pub fn one(&self) -> &Draft {
        assert_eq!(self.drafts.len(), 1, "{:?}", self.end);
        &self.drafts[0]
    }
}

/// Reads a text of a kind, with times in a zone.
pub fn read_in(read: Reader, kind: Kind, text: &str, zone: Option<&str>) -> Got {
    let source = Source { name: "file".into(), kind, text: text.into(), bytes: Vec::new(), encoding: None };
    let asked = Asked { zone: zone.map(|zone| TimeZone::get(zone).unwrap()), ..Asked::default() };
    let mut got =
        Got { drafts: Vec::new(), tables: Vec::new(), about: About::default(), told: Told::default(), end: Ok(()) };
    let (drafts, tables, about) = (&mut got.drafts, &mut got.tables, &mut got.about);
    got.end = read(&source, &asked, &mut got.told, &mut |piece| match piece {
        Piece::Draft(draft) => drafts.push(*draft),
        Piece::Table(table) => tables.push(table),
        Piece::About(said) => *about = said,
    });
    got
}

/// Reads a text of a kind.
pub fn read(read: Reader, kind: Kind, text: &str) -> Got {
    read_in(read, kind, text, None)
}

/// A day or a time as it is written.
pub fn written(date: Option<meetings::core::text::date::PartialDate>) -> String {
    date.map(|date| date.to_string()).unwrap_or_default()
}

/// The text of a real file, where it is there; without it a test that needs it says so and ends.
pub fn real_file(name: &str) -> Option<String> {
    let path = format!("{}/../shared/data/import/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        println!("passed over: {name} is not there");
    }
    text
}
