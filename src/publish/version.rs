//! The version of the data that is published.

use crate::core::archive::Archive;
use crate::publish::digest::Digest;

/// How much of a hash a version has.
const SHORT: usize = 8;

/// The version of the data, as Data Packages ask for one (Semantic Versioning 2.0.0): the day of its last change, and behind
/// it the beginning of the hash of the published dataset, `2026.11.27+1a2b3c4d`. A keeper counts no versions, so the day
/// is all that can tell which of two is the newer; two that were published on one day are told apart by their hashes, which
/// the order of versions passes over. Where no day is told none is claimed: `0.0.0+1a2b3c4d`.
pub fn version(archive: &Archive, dataset: &Digest) -> String {
    let day = archive.modified().map(|day| format!("{}.{}.{}", day.year(), day.month(), day.day()));
    format!("{}+{}", day.as_deref().unwrap_or("0.0.0"), dataset.sha256.get(..SHORT).unwrap_or_default())
}
