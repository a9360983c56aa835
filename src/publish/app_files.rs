//! The files that the app consists of, as they are published, and how a page refers to them.

use std::path::Path;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::core::address::base::Base;
use crate::core::address::data::DATASET;
use crate::core::search::pieces::{FIRST_PAGE, HEAD};
use crate::publish::accent::rules;
use crate::publish::built::Files;
use crate::publish::chunks::{chunks, with_sections};
use crate::publish::scripts::{CHUNKS_SCRIPT, page_script, without_comments};
use crate::publish::styles::{further_style_sheet, style_sheet};
use crate::publish::write::{BEST, PublishError, compress, write};

/// The script that the tool writes which cuts the program; another takes its place (`chunks.js`).
const SPLIT_SCRIPT: &str = "__wasm_split.js";

/// What the names of modules that chunks share begin with.
const SHARED: &str = "chunk_";

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
    /// The link to the further style sheet, for every page but the explorer's.
    pub further: String,
    /// The style sheet, and what the browser fetches while it reads the page.
    pub links: String,
    /// The other scripts in the page itself.
    pub scripts: String,
}

/// The app's files.
pub struct AppFiles {
    style: AppFile,
    /// The style sheet that only other pages than the first have, and what chunks show.
    further: AppFile,
    script: AppFile,
    wasm: AppFile,
    chunks: Vec<AppFile>,
    /// The script by which a server for development loads a page again when the site has changed, if one serves it.
    reloader: Option<String>,
}

impl AppFiles {
    /// Makes the app's files of what its tools have left: the styles and the app's scripts as one each, every chunk with what
    /// it shares with others, and names with hashes. `accent` are the archive's own colours.
    ///
    /// # Errors
    /// Where one is missing.
    pub fn new(built: &Files, accent: &[String], reloader: Option<String>) -> Result<Self, PublishError> {
        let find = |name: &str| built.get(name).ok_or_else(|| PublishError::NoAppFile(name.to_owned()));
        let style = (style_sheet() + &rules(accent)).into_bytes();
        let style = AppFile::new(format!("style-{}.css", hash(&style)), style);
        let further = further_style_sheet().into_bytes();
        let further = AppFile::new(format!("pages-{}.css", hash(&further)), further);
        let split = String::from_utf8_lossy(find(SPLIT_SCRIPT)?);
        let (mut table, mut files) = (Map::new(), Vec::new());
        for chunk in chunks(&split).ok_or_else(|| PublishError::NoAppFile(SPLIT_SCRIPT.to_owned()))? {
            let mut shared = Vec::new();
            for name in &chunk.shared {
                shared.push((name.as_str(), find(&format!("{name}.wasm"))?.as_slice()));
            }
            let content = with_sections(find(&format!("split_{}.wasm", chunk.name))?.clone(), &shared);
            let hash = hash(&content);
            let file = AppFile::new(format!("{}-{hash}.wasm", chunk.name), content);
            let shared = chunk.shared.iter().map(|name| name.strip_prefix(SHARED).unwrap_or(name));
            table.insert(chunk.name, json!([hash, file.integrity, shared.collect::<Vec<_>>().join(" ")]));
            files.push(file);
        }
        let told = json!({"file": further.name, "integrity": further.integrity});
        let script = with_chunks(&String::from_utf8_lossy(find("explorer.js")?), &table, &told);
        let wasm = find("explorer_bg.wasm")?.clone();
        // The two share one hash, by which each finds the other.
        let both = hash(&[script.as_bytes(), &wasm].concat());
        let script = AppFile::new(format!("explorer-{both}.js"), script.into_bytes());
        let wasm = AppFile::new(format!("explorer-{both}_bg.wasm"), wasm);
        Ok(Self { style, further, script, wasm, chunks: files, reloader })
    }

    /// The files of the app itself.
    pub fn app(&self) -> impl Iterator<Item = &AppFile> {
        [&self.style, &self.script, &self.wasm].into_iter()
    }

    /// How what its chunks show is dressed, and their files: in the order in which they are kept for offline, so that no chunk
    /// is there without its dress.
    pub fn chunks(&self) -> impl Iterator<Item = &AppFile> {
        [&self.further].into_iter().chain(&self.chunks)
    }

    /// All of them.
    pub fn all(&self) -> impl Iterator<Item = &AppFile> {
        self.app().chain(self.chunks())
    }

    /// Whether a server for development serves the site. Its pages then carry a script that changes as it is served.
    pub fn is_served_for_development(&self) -> bool {
        self.reloader.is_some()
    }

    /// What these files make of every page's head; `worker` names the service worker if there is one, `pieces`
    /// the folder of the pieces if the archive is in pieces.
    pub fn head(&self, base: &Base, worker: Option<&str>, pieces: Option<&str>) -> AppHead {
        let links = format!("{}{}", styles(base, &self.style), self.preloads(base, pieces));
        AppHead {
            policy: self.content_security_policy(base),
            first_script: self.first_script(base, worker),
            links,
            further: styles(base, &self.further),
            scripts: self.scripts(base),
        }
    }

    /// What the pages may load and run, as a `<meta>`; nothing for a page that is served for development.
    fn content_security_policy(&self, base: &Base) -> String {
        if self.is_served_for_development() {
            return String::new();
        }
        let inline = [page_script(), self.starter(base)];
        let hash = |code: &String| format!(" 'sha256-{}'", STANDARD.encode(Sha256::digest(code.as_bytes())));
        let hashes: String = inline.iter().map(hash).collect();
        format!(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
             script-src 'self' 'wasm-unsafe-eval'{hashes}; style-src 'self'; img-src 'self'; connect-src 'self'; \
             manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'\">\n"
        )
    }

    /// The script that starts the app.
    fn starter(&self, base: &Base) -> String {
        format!("import init from \"{}\";init({{module_or_path:appWasm}})", base.file(&self.script.name))
    }

    /// The links that let the browser fetch the app while it reads the page; the page's script fetches the WASM.
    fn preloads(&self, base: &Base, pieces: Option<&str>) -> String {
        let (script, integrity) = (base.file(&self.script.name), &self.script.integrity);
        let data = match pieces {
            None => vec![DATASET.to_owned()],
            Some(folder) => vec![format!("{folder}{FIRST_PAGE}"), format!("{folder}{HEAD}")],
        };
        let preload = |path: &String| {
            let address = base.file(path);
            format!("<link rel=\"preload\" as=\"fetch\" type=\"application/json\" crossorigin href=\"{address}\">\n")
        };
        let data: String = data.iter().map(preload).collect();
        format!("<link rel=\"modulepreload\" href=\"{script}\" integrity=\"{integrity}\">\n{data}")
    }

    /// The script of every page. It is told where the WASM is, and the service worker if there is one.
    fn first_script(&self, base: &Base, worker: Option<&str>) -> String {
        let (wasm, integrity) = (base.file(&self.wasm.name), &self.wasm.integrity);
        let worker = worker.map(|name| format!(" data-worker=\"{}\"", base.file(name))).unwrap_or_default();
        let page = page_script();
        format!("<script data-wasm=\"{wasm}\" data-integrity=\"{integrity}\"{worker}>{page}</script>\n")
    }

    /// The other scripts in the page itself.
    fn scripts(&self, base: &Base) -> String {
        let starter = self.starter(base);
        let reloader = self.reloader.as_ref().map(|code| format!("<script>{code}</script>\n")).unwrap_or_default();
        format!("<script type=\"module\">{starter}</script>\n{reloader}")
    }

    /// Writes the app's files and, for hosts, their compressed forms.
    ///
    /// # Errors
    /// Where one cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), PublishError> {
        self.all().try_for_each(|file| {
            write(folder, &file.name, &file.content)?;
            let is_for_hosts = !self.is_served_for_development();
            if is_for_hosts { compress(folder, &file.name, &file.content, BEST) } else { Ok(()) }
        })
    }
}

/// The link to a style sheet.
fn styles(base: &Base, AppFile { name, integrity, .. }: &AppFile) -> String {
    format!("<link rel=\"stylesheet\" href=\"{}\" integrity=\"{integrity}\">\n", base.file(name))
}

/// The app's script with what fetches its chunks, in place of the one that the tool wrote; without comments.
fn with_chunks(script: &str, table: &Map<String, Value>, style: &Value) -> String {
    let is_import = |line: &&str| line.starts_with("import * as import") && line.contains(SPLIT_SCRIPT);
    let asks = format!("\"./{SPLIT_SCRIPT}\": import");
    let mut is_asked = false;
    let mut lines = Vec::new();
    for line in script.lines().filter(|line| !is_import(line)) {
        if !line.trim_start().starts_with(&asks) {
            lines.push(line.to_owned());
        } else if !std::mem::replace(&mut is_asked, true) {
            // One line a chunk, all alike.
            lines.push(format!("\"./{SPLIT_SCRIPT}\": loaders,"));
        }
    }
    let table = Value::Object(table.clone());
    without_comments(&format!("{}\nconst CHUNKS = {table};\nconst STYLE = {style};\n{CHUNKS_SCRIPT}", lines.join("\n")))
}

/// The hash of a file's content as Subresource Integrity writes it.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(content)))
}

/// A short hash of a content, for names.
pub fn hash(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
