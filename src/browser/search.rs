//! Makes the index of an archive that has come whole, a few meetings at a time.

use crate::browser::turns::in_turns;
use crate::core::archive::Archive;
use crate::core::search::index::Index;
use crate::core::search::index::builder::Builder;
use crate::core::search::meeting_text;
use crate::language::NAMES;

/// The index of all meetings.
pub async fn index(archive: &'static Archive) -> Index {
    let mut builder = Builder::default();
    in_turns(&archive.meetings, |meeting| meeting_text::add(&mut builder, archive, meeting, &NAMES)).await;
    let order: Vec<usize> = (0..archive.meetings.len()).collect();
    builder.finish(&order)
}
