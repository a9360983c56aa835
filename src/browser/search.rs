//! Makes the index of an archive that has come whole, a few meetings at a time.

use crate::core::archive::Archive;
use crate::core::search::index::Index;
use crate::core::search::index::builder::Builder;
use crate::core::search::meeting_text;
use crate::language::NAMES;
use crate::views::dom;

/// So many meetings are catalogued or indexed in one task, which takes a phone some 30 ms.
pub const AT_ONCE: usize = 100;

/// The index of all meetings. In between a slow phone answers its reader.
pub async fn index(archive: &'static Archive) -> Index {
    let mut builder = Builder::default();
    for (at, meetings) in archive.meetings.chunks(AT_ONCE).enumerate() {
        if at > 0 {
            dom::pause().await;
        }
        meetings.iter().for_each(|meeting| meeting_text::add(&mut builder, archive, meeting, &NAMES));
    }
    let order: Vec<usize> = (0..archive.meetings.len()).collect();
    builder.finish(&order)
}
