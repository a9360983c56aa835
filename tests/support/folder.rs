//! Sites that are published for a test.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

use super::files_below;

/// The origin that a site may be published for.
pub const SITE: (&str, &str) = ("SITE", "https://example.org");

/// A folder that is gone when the test is over: the built app in `app`, and the site that is published from it.
pub struct Folder(PathBuf);

impl Folder {
    /// A folder with a built app that is none, but looks like one.
    pub fn built(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("meetings-{}-{name}", std::process::id()));
        let folder = Self(path);
        fs::create_dir_all(folder.app()).unwrap();
        let script = "import * as import1 from \"./__wasm_split.js\"\nimport * as import2 from \"./__wasm_split.js\"\n\
            const imports = {\n        \"./__wasm_split.js\": import1,\n        \"./__wasm_split.js\": import2,\n};\n";
        let split = "export const __wasm_split_load_search = wrapAsyncCb(makeLoad(f, [__chunk_6]));\n\
            export const __wasm_split_load_save = wrapAsyncCb(makeLoad(f, []));\n";
        for (name, content) in [
            ("explorer.js", script),
            ("explorer_bg.wasm", "wasm"),
            ("__wasm_split.js", split),
            ("split_search.wasm", "wasm of search"),
            ("split_save.wasm", "wasm of save"),
            ("chunk_6.wasm", "wasm that is shared"),
        ] {
            fs::write(folder.app().join(name), content).unwrap();
        }
        folder
    }

    /// Where the built app is.
    pub fn app(&self) -> PathBuf {
        self.0.join("app")
    }

    /// Where a file may stand beside the two.
    pub fn beside(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Where the site is published.
    pub fn site(&self) -> PathBuf {
        self.0.join("site")
    }

    /// Lets the keeper's tool publish the site, with these settings of the environment.
    pub fn publish(&self, settings: &[(&str, &str)]) -> Output {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
        tool.arg("build").arg("--out").arg(self.site()).env("APP", self.app());
        for name in ["SITE", "DATA", "OFFLINE", "TRUNK_STAGING_DIR", "TRUNK_PUBLIC_URL"] {
            tool.env_remove(name);
        }
        tool.env("BASE", "/talks/").envs(settings.iter().copied()).output().unwrap()
    }

    /// A finished site.
    pub fn published(name: &str, settings: &[(&str, &str)]) -> Self {
        let folder = Self::built(name);
        let output = folder.publish(settings);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        folder
    }

    /// The text of a file.
    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.site().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// All files of the site with what is in them.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let name = |path: &PathBuf| path.strip_prefix(self.site()).unwrap().to_owned();
        files_below(&self.site()).into_iter().map(|path| (name(&path), fs::read(path).unwrap())).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays of a test is no fault of the code under test.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The texts between two marks, in order.
pub fn all<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

/// What a page says of itself, by type.
pub fn linked_data(page: &str) -> BTreeMap<String, Value> {
    let parts = all(page, "<script type=\"application/ld+json\">", "</script>");
    let values = parts.into_iter().map(|part| serde_json::from_str::<Value>(part).unwrap());
    values.map(|value| (value["@type"].as_str().unwrap().to_owned(), value)).collect()
}
