//! What makes a site installable, and keeps it for offline: the web app manifest and the service worker.

use serde_json::{Map, Value, json};

use crate::core::address::base::Base;
use crate::core::address::data::DATASET;
use crate::core::archive::Archive;
use crate::language::labels;
use crate::publish::app_files::{AppFile, AppFiles, hash, integrity};
use crate::publish::escape::escape;
use crate::publish::map::svg::FILE;

/// The name of the service worker.
pub const WORKER: &str = "sw.js";

/// The folder of the neutral page.
pub const NEUTRAL: &str = "offline/";

/// The service worker, from below the constants that [`worker`] writes above it.
const KEEP: &str = include_str!("../browser/scripts/sw.js");

/// The service worker that takes an earlier one away.
const LEAVE: &str = include_str!("../browser/scripts/sw_off.js");

/// The web app manifest.
pub fn manifest(archive: &Archive, base: &Base) -> String {
    let dataset = &archive.dataset;
    let home = base.file("");
    let icon = |file: &str, sizes: &str, kind: &str| json!({"src": base.file(file), "sizes": sizes, "type": kind});
    let manifest = json!({
        "id": home,
        "name": dataset.title,
        "short_name": dataset.title,
        "description": dataset.description.as_deref().unwrap_or(&dataset.title),
        "lang": dataset.language,
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "background_color": "#fbfaf6",
        "theme_color": dataset.accent.as_slice().first().map_or("#0b4a63", String::as_str),
        "icons": [
            icon("icon-192.png", "192x192", "image/png"),
            icon("icon-512.png", "512x512", "image/png"),
            icon("icon.svg", "any", "image/svg+xml"),
        ],
    });
    format!("{manifest:#}\n")
}

/// The name of a release: it changes whenever anything changes that its pages are made from.
pub fn release(made_from: &[&str], app: &AppFiles) -> String {
    let names = app.all().map(|file| file.name.as_str());
    hash(made_from.iter().copied().chain([KEEP]).chain(names).collect::<Vec<_>>().join("\n").as_bytes())
}

/// The service worker of a release, which keeps the app's files and the data; its chunks once the reader has begun to use
/// the site, and the map. The neutral page it carries inside.
pub fn worker(
    release: &str,
    app: &AppFiles,
    json: &str,
    map: Option<&str>,
    pieces: Option<&str>,
    neutral: &str,
) -> String {
    let hashed = |file: &AppFile| (file.name.clone(), Value::from(file.integrity.as_str()));
    let mut files: Map<_, _> = app.app().map(hashed).collect();
    // What is in pieces is kept as it comes.
    if pieces.is_none() {
        files.insert(DATASET.to_owned(), integrity(json.as_bytes()).into());
    }
    let files = Value::from(files);
    let map = map.map(|map| (FILE.to_owned(), integrity(map.as_bytes()).into()));
    let later = Value::from(app.chunks().map(hashed).chain(map).collect::<Map<_, _>>());
    let [neutral, not_kept, before] =
        [neutral, &escape(labels::NOT_KEPT), &escape(labels::KEPT_BEFORE)].map(Value::from);
    format!(
        "const RELEASE = \"{release}\";\nconst NEUTRAL = \"{NEUTRAL}\";\nconst NEUTRAL_PAGE = {neutral};\n\
         const NOT_KEPT = {not_kept};\nconst KEPT_BEFORE = {before};\nconst FILES = {files:#};\nconst LATER = {later:#};\n{KEEP}"
    )
}

/// The service worker of a site that is not kept for offline.
pub fn no_worker() -> &'static str {
    LEAVE
}
