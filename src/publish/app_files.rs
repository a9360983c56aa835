//! The files that the app consists of, as Trunk has staged them, and how a page refers to them.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use sha2::{Digest, Sha256, Sha384};

use crate::core::address::base::Base;
use crate::core::search::pieces::{FIRST_PAGE, HEAD};
use crate::publish::scripts::{PAGE_SCRIPT, without_comments};
use crate::publish::styles::style_sheet;
use crate::publish::write::{PublishError, compress, write};

/// The length of a hash in the names of wasm-bindgen, with the sign before it.
const HASH_IN_NAME: usize = 17;

/// The part of a script of Trunk's that is found only where it serves a site for development.
const DEVELOPMENT: &str = "__TRUNK_ADDRESS__";

/// A file of the app: its name and what is in it.
pub struct AppFile {
    /// Its name, which holds a hash of its content.
    pub name: String,
    /// What is in it.
    pub content: Vec<u8>,
    /// The hash by which browsers know that a file is the one meant (Subresource Integrity).
    pub integrity: String,
}

impl AppFile {
    fn new(name: String, content: Vec<u8>) -> Self {
        let integrity = integrity(&content);
        Self { name, content, integrity }
    }
}

/// What of the head of a page depends on the app's files alone, as HTML: the same for every page, so it is made once.
pub struct AppHead {
    /// What the page may load and run.
    pub policy: String,
    /// The script that runs first. Behind a style sheet it would wait for that.
    pub first_script: String,
    /// The style sheet, and what the browser fetches while it reads the page.
    pub links: String,
    /// The other scripts in the page itself.
    pub scripts: String,
}

/// The app's files.
pub struct AppFiles {
    style: AppFile,
    script: AppFile,
    wasm: AppFile,
    exporter: [AppFile; 2],
    /// The script by which Trunk's server loads a page again when the site has changed; only in development.
    reloader: Option<String>,
}

impl AppFiles {
    /// Takes the app's files from where Trunk has staged them; writes the style sheets as one, gives hashed names to what
    /// has none, and removes the app that is not for this archive: an archive in pieces has one of its own.
    ///
    /// # Errors
    /// Where one is missing or cannot be read or written.
    pub fn take(staging: &Path, is_in_pieces: bool) -> Result<Self, PublishError> {
        let failed = |error| PublishError::File(staging.to_owned(), error);
        let mut names: Vec<String> = Vec::new();
        for entry in fs::read_dir(staging).map_err(failed)? {
            names.extend(entry.map_err(failed)?.file_name().into_string());
        }
        names.sort();
        let read = |name: &str| {
            let path = staging.join(name);
            fs::read(&path).map_err(|error| PublishError::File(path, error))
        };
        let find = |start: &str, end: &str, kind: &'static str| {
            let found = names.iter().find(|name| name.starts_with(start) && name.ends_with(end));
            let name = found.cloned().ok_or(PublishError::NoAppFile(kind))?;
            read(&name).map(|content| AppFile::new(name, content))
        };
        let remove = |name: &str| {
            let path = staging.join(name);
            fs::remove_file(&path).map_err(|error| PublishError::File(path, error))
        };
        let style = style_sheet().into_bytes();
        let style = AppFile::new(format!("style-{}.css", hash(&style)), style);
        write(staging, &style.name, &style.content)?;
        // The two files of an app share one hash, by which each finds the other.
        let rename = |stem: &'static str| {
            let [script, wasm] = [find(stem, ".js", stem)?, find(stem, "_bg.wasm", stem)?];
            [&script, &wasm].into_iter().try_for_each(|file| remove(&file.name))?;
            let script = without_comments(&String::from_utf8_lossy(&script.content)).into_bytes();
            let [script, wasm] = with_plain_names([script, wasm.content]);
            let both = hash(&[script.as_slice(), &wasm].concat());
            let files = [(format!("{stem}-{both}.js"), script), (format!("{stem}-{both}_bg.wasm"), wasm)];
            let [script, wasm] = files.map(|(name, content)| {
                write(staging, &name, &content)?;
                Ok(AppFile::new(name, content))
            });
            Ok([script?, wasm?])
        };
        let exporter = rename("export")?;
        let small = rename("explorer")?;
        let large = rename("large")?;
        let (app, other) = if is_in_pieces { (large, small) } else { (small, large) };
        other.iter().try_for_each(|file| remove(&file.name))?;
        let [script, wasm] = app;
        let staged = String::from_utf8_lossy(&read("index.html")?).into_owned();
        Ok(Self {
            style,
            script,
            wasm,
            exporter,
            reloader: scripts(&staged).find(|code| code.contains(DEVELOPMENT)).map(str::to_owned),
        })
    }

    /// The files of the app itself.
    pub fn app(&self) -> impl Iterator<Item = &AppFile> {
        [&self.style, &self.script, &self.wasm].into_iter()
    }

    /// The files of the exporter.
    pub fn exporter(&self) -> impl Iterator<Item = &AppFile> {
        self.exporter.iter()
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &AppFile> {
        self.app().chain(self.exporter())
    }

    /// Whether Trunk serves the site for development. Its pages then carry a script that changes as it is served.
    pub fn is_served_for_development(&self) -> bool {
        self.reloader.is_some()
    }

    /// What these files make of every page's head; `worker` names the service worker if there is one, `pieces`
    /// the folder of the pieces if the archive is in pieces.
    pub fn head(&self, base: &Base, worker: Option<&str>, pieces: Option<&str>) -> AppHead {
        let links = format!("{}{}", self.styles(base), self.preloads(base, pieces));
        AppHead {
            policy: self.content_security_policy(base),
            first_script: self.first_script(base, worker),
            links,
            scripts: self.scripts(base),
        }
    }

    /// What the pages may load and run, as a `<meta>`; nothing for a page that is served for development.
    fn content_security_policy(&self, base: &Base) -> String {
        if self.is_served_for_development() {
            return String::new();
        }
        let inline = [self.integrities(base), without_comments(PAGE_SCRIPT), self.starter(base)];
        let hash = |code: &String| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(code.as_bytes())));
        let hashes: String = inline.iter().map(hash).collect();
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; img-src 'self'; connect-src 'self'; \
             manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'\">\n"
        )
    }

    /// The import map that tells the hash of the exporter's script, which is fetched when it is asked for.
    fn integrities(&self, base: &Base) -> String {
        let [script, _] = &self.exporter;
        json!({"integrity": {base.file(&script.name): script.integrity}}).to_string()
    }

    /// The script that starts the app.
    fn starter(&self, base: &Base) -> String {
        format!("import init from \"{}\";init({{module_or_path:appWasm}})", base.file(&self.script.name))
    }

    /// The link to the style sheet.
    fn styles(&self, base: &Base) -> String {
        let (address, integrity) = (base.file(&self.style.name), &self.style.integrity);
        format!("<link rel=\"stylesheet\" href=\"{address}\" integrity=\"{integrity}\">\n")
    }

    /// The links that let the browser fetch the app while it reads the page; [`PAGE_SCRIPT`] fetches the WASM.
    fn preloads(&self, base: &Base, pieces: Option<&str>) -> String {
        let (script, integrity) = (base.file(&self.script.name), &self.script.integrity);
        let data = match pieces {
            None => vec!["data/meetings.json".to_owned()],
            Some(folder) => vec![format!("{folder}{FIRST_PAGE}"), format!("{folder}{HEAD}")],
        };
        let preload = |path: &String| {
            let address = base.file(path);
            format!("<link rel=\"preload\" as=\"fetch\" type=\"application/json\" crossorigin href=\"{address}\">\n")
        };
        let data: String = data.iter().map(preload).collect();
        format!("<link rel=\"modulepreload\" href=\"{script}\" integrity=\"{integrity}\">\n{data}")
    }

    /// The script of every page. It is told where the WASM and the exporter are, and the service worker if there is one.
    fn first_script(&self, base: &Base, worker: Option<&str>) -> String {
        let exporter = base.file(self.exporter[0].name.trim_end_matches(".js"));
        let (wasm, integrity) = (base.file(&self.wasm.name), &self.wasm.integrity);
        let worker = worker.map(|name| format!(" data-worker=\"{}\"", base.file(name))).unwrap_or_default();
        let page = without_comments(PAGE_SCRIPT);
        format!(
            "<script data-wasm=\"{wasm}\" data-integrity=\"{integrity}\" data-exporter=\"{exporter}\"{worker}>{page}</script>\n"
        )
    }

    /// The other scripts in the page itself.
    fn scripts(&self, base: &Base) -> String {
        let (integrities, starter) = (self.integrities(base), self.starter(base));
        let reloader = self.reloader.as_ref().map(|code| format!("<script>{code}</script>\n")).unwrap_or_default();
        format!(
            "<script type=\"importmap\">{integrities}</script>\n<script type=\"module\">{starter}</script>\n{reloader}"
        )
    }

    /// Writes the compressed forms of the app's files.
    ///
    /// # Errors
    /// Where one cannot be written.
    pub fn compress(&self, staging: &Path) -> Result<(), PublishError> {
        self.all().try_for_each(|file| compress(staging, &file.name, &file.content))
    }
}

/// The hash of a file's content as Subresource Integrity writes it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(content)))
}

/// A short hash of a content, for names.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The script and the WASM of an app with numbers for the hashes in the names that they know each other's functions by:
/// nothing compresses a hash, and there are some 160, in both.
fn with_plain_names(mut files: [Vec<u8>; 2]) -> [Vec<u8>; 2] {
    let mut numbers = BTreeMap::new();
    for window in files[0].windows(HASH_IN_NAME) {
        if window.starts_with(b"_") && window[1..].iter().all(u8::is_ascii_hexdigit) {
            let number = format!("_{:0>width$}", numbers.len(), width = HASH_IN_NAME - 1);
            numbers.entry(window.to_owned()).or_insert(number);
        }
    }
    for file in &mut files {
        for at in 0..file.len().saturating_sub(HASH_IN_NAME) {
            let window = &mut file[at..at + HASH_IN_NAME];
            if let Some(number) = window.starts_with(b"_").then(|| numbers.get(window)).flatten() {
                window.copy_from_slice(number.as_bytes());
            }
        }
    }
    files
}

/// The code of the scripts in a page that Trunk wrote.
fn scripts(html: &str) -> impl Iterator<Item = &str> {
    html.split("<script")
        .skip(1)
        .filter_map(|part| part.split_once('>')?.1.split_once("</script>"))
        .map(|(code, _)| code)
}
