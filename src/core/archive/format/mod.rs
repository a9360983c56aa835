//! The file format of an archive: what stands in `data/meetings.json`.
//!
//! These types are the one source of the format. `data/meetings.schema.json` is generated from them, the doc comments
//! here are the descriptions there, and what is read, and what is forgiven, follows from their fields' types. Everything
//! that needs judging (ids, dates, addresses, codes) is kept as the text the keeper wrote; [`check`](super::check) judges
//! it.

mod archive;
mod document;
mod meeting;
mod person;
mod place;
mod text;

pub use self::archive::{Chairmanship, Dataset, Facet, Gap, Link, Publisher, Source, Theme};
pub use self::document::{Document, FOLDER, published_path, without_scheme};
pub use self::meeting::{AgendaItem, Event, Meeting, STATUSES, anchors};
pub use self::person::{ABSENT, AWAY, EXCUSED, Participation, Person};
pub use self::place::Place;
pub use self::text::{ByName, OneOrMany, SourcedText, Statement};

/// The version of the format that this code reads and writes.
pub const VERSION: u32 = 1;
