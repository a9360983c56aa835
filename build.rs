//! Writes how search reads every character, and which letters ids are made of, so that the browser gets these tables
//! instead of all of Unicode's; and lists the files that the native tool carries.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, error, fs};

use icu_normalizer::properties::{CanonicalDecomposition, Decomposed};

#[path = "build/letters.rs"]
mod letters;

fn main() -> Result<(), Box<dyn error::Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("plain_letters.rs"), plain_letters())?;
    fs::write(out.join("letters.bin"), letters::table())?;
    // Only a tool that is to be carried elsewhere carries the app.
    let is_tool = env::var_os("CARGO_FEATURE_TOOL").is_some();
    let list = |name: &str, folder: &str| list(name, is_tool.then(|| Path::new(folder)));
    fs::write(out.join("inside.rs"), list("APP", "target/app")? + &list("PUBLIC", "public")?)?;
    Ok(())
}

/// The files of a folder as a constant of this name; an empty one where there is no folder.
fn list(name: &str, folder: Option<&Path>) -> Result<String, Box<dyn error::Error>> {
    let mut files = String::new();
    if let Some(folder) = folder {
        println!("cargo::rerun-if-changed={}", folder.display());
        let mut paths: Vec<PathBuf> =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<std::io::Result<_>>()?;
        paths.sort();
        for path in paths.iter().filter(|path| path.is_file()) {
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            write!(files, "({name:?}, include_bytes!({:?})), ", fs::canonicalize(path)?)?;
        }
    }
    Ok(format!("const {name}: &[(&str, &[u8])] = &[{files}];\n"))
}

/// The small letters without marks that ids are made of: for Latin, Greek and Cyrillic with their supplements, one after
/// another; below U+FFFF, so each is two bytes.
fn plain_letters() -> String {
    let decompose = CanonicalDecomposition::new();
    let mut table = String::from("[");
    for letter in ('\u{c0}'..'\u{530}').chain('\u{1e00}'..'\u{2000}') {
        // A letter whose small form is more than one character (there is one, İ) is its base letter all the same.
        let mut base = letter.to_lowercase().next().unwrap_or(letter);
        while let Decomposed::Expansion(first, _) | Decomposed::Singleton(first) = decompose.decompose(base) {
            base = first;
        }
        let plain = if letter.is_alphabetic() { base } else { letter };
        table += &format!("{:#x}, ", u32::from(plain));
    }
    table + "]"
}
