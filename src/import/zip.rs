//! What is packed in a workbook, which is a ZIP archive: unpacked only as far as memory is safe.

use std::io::Read;

use flate2::read::DeflateDecoder;

use crate::import::fault::Fault;
use crate::import::origin::Origin;

/// The most bytes of one packed file, and of all of them, that are unpacked.
const LIMIT: u64 = 256 << 20;

/// The most files that are looked at.
const MOST: usize = 10_000;

/// An archive of files by its directory.
pub struct Zip<'a> {
    bytes: &'a [u8],
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    method: u16,
    start: usize,
    packed: usize,
}

fn broken() -> Fault {
    Fault::Broken(
        Origin::whole(),
        "the archive of files that a workbook is ends too early or contradicts itself".to_owned(),
    )
}

impl<'a> Zip<'a> {
    /// The directory of an archive.
    ///
    /// # Errors
    /// Where it has none.
    pub fn new(bytes: &'a [u8]) -> Result<Self, Fault> {
        let end = bytes.windows(4).rposition(|window| window == b"PK\x05\x06").ok_or_else(broken)?;
        let count = number(bytes, end + 10, 2).ok_or_else(broken)?;
        let mut at = number(bytes, end + 16, 4).ok_or_else(broken)?;
        let mut entries = Vec::new();
        for _ in 0..count.min(MOST) {
            if bytes.get(at..at + 4) != Some(b"PK\x01\x02".as_slice()) {
                return Err(broken());
            }
            let field = |from: usize, length: usize| number(bytes, at + from, length).ok_or_else(broken);
            let (name_length, extra, comment) = (field(28, 2)?, field(30, 2)?, field(32, 2)?);
            let name = bytes.get(at + 46..at + 46 + name_length).ok_or_else(broken)?;
            let local = field(42, 4)?;
            let local_names = |from: usize| number(bytes, local + from, 2).ok_or_else(broken);
            let start = local + 30 + local_names(26)? + local_names(28)?;
            let name = String::from_utf8_lossy(name).into_owned();
            entries.push(Entry {
                name,
                method: u16::try_from(field(10, 2)?).unwrap_or_default(),
                start,
                packed: field(20, 4)?,
            });
            at += 46 + name_length + extra + comment;
        }
        Ok(Self { bytes, entries })
    }

    /// Whether there is a file of this name.
    pub fn has(&self, name: &str) -> bool {
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// Unpacks everything without keeping it: what a directory says of sizes may be a lie.
    ///
    /// # Errors
    /// Where it is more than memory is safe for, or broken.
    pub fn judge(&self) -> Result<(), Fault> {
        let mut all = 0;
        let mut ground = vec![0; 1 << 16];
        for entry in &self.entries {
            let mut reader = self.reader(entry)?;
            // A file that is broken is told where it is read; pictures and fonts need not be sound.
            while let Ok(count) = reader.read(&mut ground) {
                all += count as u64;
                if all > LIMIT {
                    return Err(Fault::Bomb);
                }
                if count == 0 {
                    break;
                }
            }
        }
        Ok(())
    }

    /// A file of this name as it is unpacked.
    ///
    /// # Errors
    /// Where there is none, or it is packed in an unknown way.
    pub fn file(&self, name: &str) -> Result<Box<dyn Read + 'a>, Fault> {
        let entry = self.entries.iter().find(|entry| entry.name == name).ok_or_else(broken)?;
        self.reader(entry)
    }

    fn reader(&self, entry: &Entry) -> Result<Box<dyn Read + 'a>, Fault> {
        let packed = self.bytes.get(entry.start..).ok_or_else(broken)?;
        let packed = packed.get(..entry.packed).unwrap_or(packed);
        match entry.method {
            0 => Ok(Box::new(packed)),
            8 => Ok(Box::new(DeflateDecoder::new(packed).take(LIMIT + 1))),
            _ => Err(Fault::Kind("a workbook that is encrypted or packed in an unusual way; save it again as .xlsx")),
        }
    }
}

/// A number of some bytes, the lowest first.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<usize> {
    let bytes = bytes.get(at..at.checked_add(length)?)?;
    Some(bytes.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}
