//! How a text was saved, and the text in it.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::import::fault::Fault;

/// A text that was read from bytes.
pub struct Decoded {
    /// The text, without a mark at its beginning.
    pub text: String,
    /// How it was saved, where that is not UTF-8.
    pub encoding: Option<&'static str>,
    /// The first lines in which a letter is broken, each with what it reads.
    pub broken: Vec<(u32, String)>,
}

/// So many broken letters are named one by one.
const NAMED: usize = 1_000;

/// The text in some bytes.
///
/// # Errors
/// Where they are no text.
pub fn decoded(bytes: Vec<u8>) -> Result<Decoded, Fault> {
    let wide = wide(&bytes);
    if let Some(encoding) = wide {
        let (text, _, is_broken) = encoding.decode(&bytes);
        // UTF-16 that is mostly nothing is no text.
        if is_broken && text.chars().filter(|char| *char == '\u{fffd}').count() > text.chars().count() / 10 {
            return Err(Fault::Kind("no text and no workbook"));
        }
        return Ok(Decoded { text: text.into_owned(), encoding: Some(encoding.name()), broken: Vec::new() });
    }
    let bytes = match bytes.strip_prefix(b"\xEF\xBB\xBF") {
        Some(rest) => rest.to_vec(),
        None => bytes,
    };
    match String::from_utf8(bytes) {
        // What is no text is full of zeros; a single one in a cell is taken away later.
        Ok(text) if text.matches('\0').count() > text.len() / 10 => Err(Fault::Kind("no text and no workbook")),
        Ok(text) => Ok(Decoded { text, encoding: None, broken: Vec::new() }),
        Err(error) => not_utf8(error.as_bytes()),
    }
}

/// The encoding of units of two bytes in which some bytes are a text, by their mark or by the zeros in them.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xFF, 0xFE, ..] => return Some(UTF_16LE),
        [0xFE, 0xFF, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let beginning = bytes.get(..bytes.len().min(512) & !1)?;
    let zeros = |at: usize| beginning.chunks_exact(2).filter(|unit| unit[at] == 0).count();
    let (high, low, most) = (zeros(1), zeros(0), beginning.len() / 4);
    match beginning.is_empty() {
        true => None,
        false if high > most && low == 0 => Some(UTF_16LE),
        false if low > most && high == 0 => Some(UTF_16BE),
        false => None,
    }
}

/// A text whose bytes are no UTF-8: UTF-8 with broken letters in it where most beyond ASCII is sound, or else as it was
/// likely saved.
fn not_utf8(bytes: &[u8]) -> Result<Decoded, Fault> {
    if bytes.iter().filter(|byte| **byte == 0).count() > bytes.len() / 100 {
        return Err(Fault::Kind("no text and no workbook"));
    }
    let (mut sound, mut broken, mut line, mut lines) = (0, 0, 1, Vec::new());
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        sound += valid.chars().filter(|char| !char.is_ascii()).count();
        line += valid.bytes().filter(|byte| *byte == b'\n').count();
        if !chunk.invalid().is_empty() {
            broken += 1;
            if lines.len() < NAMED {
                let before: String = valid.lines().last().unwrap_or_default().chars().rev().take(30).collect();
                let before: String = before.chars().rev().collect();
                lines.push((u32::try_from(line).unwrap_or(u32::MAX), format!("{before}\u{fffd}")));
            }
        }
    }
    if sound > 0 && sound >= broken {
        let (text, _) = UTF_8.decode_without_bom_handling(bytes);
        return Ok(Decoded { text: text.into_owned(), encoding: None, broken: lines });
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(b"no"), Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Ok(Decoded { text: text.into_owned(), encoding: Some(encoding.name()), broken: Vec::new() })
}
