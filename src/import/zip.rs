//! What is packed in a workbook, which is a ZIP archive: unpacked only as far as memory is safe.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::import::fault::Fault;
use crate::import::origin::Origin;

/// The most bytes of one packed file, and of all of them, that are unpacked.
const LIMIT: u64 = 256 << 20;

/// The most files that are looked at.
const MOST: usize = 10_000;

/// An archive of files by its directory.
pub struct Zip<'a>(ZipArchive<Cursor<&'a [u8]>>);

impl<'a> Zip<'a> {
    /// The directory of an archive.
    ///
    /// # Errors
    /// Where it has none.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Fault> {
        ZipArchive::new(Cursor::new(bytes)).map(Self).map_err(|error| fault(&error))
    }

    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.0.index_for_name(name).is_some()
    }

    /// Unpacks everything without keeping it: what a directory says of sizes may be a lie.
    ///
    /// # Errors
    /// Where it is more than memory is safe for, or packed in an unknown way.
    pub fn judge(&mut self) -> Result<(), Fault> {
        let mut all = 0;
        let mut ground = vec![0; 1 << 16];
        for at in 0..self.0.len().min(MOST) {
            let mut file = self.0.by_index(at).map_err(|error| fault(&error))?;
            // A file that is broken is told where it is read; pictures and fonts need not be sound.
            while let Ok(count @ 1..) = file.read(&mut ground) {
                all += count as u64;
                if all > LIMIT {
                    return Err(Fault::Bomb);
                }
            }
        }
        Ok(())
    }

    /// A file of this name as it is unpacked.
    ///
    /// # Errors
    /// Where there is none, or it is packed in an unknown way.
    pub fn file(&mut self, name: &str) -> Result<impl Read, Fault> {
        let file = self.0.by_name(name).map_err(|error| fault(&error))?;
        Ok(file.take(LIMIT + 1))
    }
}

/// Why a workbook cannot be unpacked.
fn fault(error: &ZipError) -> Fault {
    match error {
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => {
            Fault::Kind("a workbook that is encrypted or packed in an unusual way; save it again as .xlsx")
        }
        _ => Fault::Broken(
            Origin::whole(),
            "the archive of files that a workbook is ends too early or contradicts itself".to_owned(),
        ),
    }
}
