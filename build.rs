//! Writes the table of letters that search reads as plain small ones (`É` → `e`, `Ж` → `ж`), so that the browser gets
//! these instead of all of Unicode's tables of case and normalisation.

use std::fmt::Write;
use std::path::PathBuf;
use std::{env, error, fs};

use unicode_normalization::char::{decompose_canonical, is_combining_mark};

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    // Latin, Greek and Cyrillic with their supplements, one after another; below U+FFFF, so each is two bytes.
    let mut table = String::from("[");
    for letter in ('\u{c0}'..'\u{530}').chain('\u{1e00}'..'\u{2000}') {
        // A letter whose small form is more than one character (there is one, İ) is its base letter all the same.
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let mut base = None;
        decompose_canonical(small, |part| {
            if !is_combining_mark(part) && base.is_none() {
                base = Some(part);
            }
        });
        let plain = base.filter(|_| letter.is_alphabetic()).unwrap_or(letter);
        write!(table, "{:#x}, ", u32::from(plain))?;
    }
    table.push(']');
    fs::write(PathBuf::from(env::var("OUT_DIR")?).join("plain_letters.rs"), table)?;
    Ok(())
}
