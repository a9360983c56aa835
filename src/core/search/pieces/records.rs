//! The records of a large archive, which come a few at a time.

use std::sync::OnceLock;

use super::IN_A_FILE;
use crate::core::archive::Archive;

/// The records of the meetings: those of an archive, which are the last ones, and others that come a few at a time.
#[derive(Debug)]
pub struct Records {
    archive: &'static Archive,
    /// The number of all meetings.
    count: usize,
    files: Vec<OnceLock<&'static Archive>>,
}

impl Records {
    /// The records of `count` meetings, of which those in the archive are there.
    pub fn new(archive: &'static Archive, count: usize) -> Self {
        let files = if archive.meetings.len() < count { count.div_ceil(IN_A_FILE) } else { 0 };
        Self { archive, count, files: (0..files).map(|_| OnceLock::new()).collect() }
    }

    /// The archive that holds the meeting at this position, and its position there; none while it has not come.
    pub fn get(&self, position: usize) -> Option<(&'static Archive, usize)> {
        let first = self.count.saturating_sub(self.archive.meetings.len());
        match position.checked_sub(first) {
            Some(at) => Some((self.archive, at)),
            None => self.files.get(position / IN_A_FILE)?.get().map(|archive| (*archive, position % IN_A_FILE)),
        }
    }

    /// Takes the archive with the meeting at this position, which has come.
    pub fn take(&self, position: usize, archive: &'static Archive) {
        if let Some(file) = self.files.get(position / IN_A_FILE) {
            // What has come before is the same.
            let _ = file.set(archive);
        }
    }
}
