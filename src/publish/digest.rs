//! What tells one file from every other: how long it is, and its hash.

use std::fs::File;
use std::io;
use std::path::Path;

use sha2::{Digest as _, Sha256};

/// The length and the hash of a file.
pub struct Digest {
    /// How many bytes it has.
    pub bytes: u64,
    /// Its SHA-256, as hexadecimal digits.
    pub sha256: String,
}

impl Digest {
    /// Those of the file at a path, which is never in memory as a whole.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub fn of_file(path: &Path) -> io::Result<Self> {
        let mut hash = Sha256::new();
        let bytes = io::copy(&mut File::open(path)?, &mut hash)?;
        Ok(Self { bytes, sha256: hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect() })
    }
}
