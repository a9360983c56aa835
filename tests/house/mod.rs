//! The layout of the house: what imports what, and how large things may grow. ARCHITECTURE.md says why.
//!
//! Everything here works on texts by path, so that each rule is tried on made-up files before it judges the real ones.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

mod arrows;
mod circles;
mod found;
mod named;
mod rooms;
mod sizes;

/// The texts of files by their path from the root, such as `src/core/mod.rs`.
type Sources = BTreeMap<String, String>;

/// The files below some folders of the project, but for installed packages.
fn sources(folders: &[&str]) -> Sources {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders: Vec<_> = folders.iter().map(|folder| root.join(folder)).collect();
    let mut sources = Sources::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.ends_with("node_modules") || path.ends_with(".results") {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let name = path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/");
            sources.insert(name, String::from_utf8_lossy(&fs::read(&path).unwrap()).into_owned());
        }
    }
    sources
}

/// A Rust file, taken apart.
fn parsed(path: &str, text: &str) -> syn::File {
    syn::parse_file(text).unwrap_or_else(|error| panic!("{path}:{}: {error}", error.span().start().line))
}

/// Made-up files: the path of each and its text.
fn made_up(files: &[(&str, &str)]) -> Sources {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}
