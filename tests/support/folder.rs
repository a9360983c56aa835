//! Sites that are published for a test.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use super::files_below;

/// The origin that a site may be published for.
pub const SITE: (&str, &str) = ("SITE", "https://example.org");

/// A folder that is gone when the test is over.
pub struct Folder(pub PathBuf);

impl Folder {
    /// A folder with what Trunk stages.
    pub fn staged(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("meetings-{}-{name}", std::process::id()));
        let folder = Self(path);
        fs::create_dir_all(&folder.0).unwrap();
        for (name, content) in [
            ("explorer-1.js", "export default 1"),
            ("explorer-1_bg.wasm", "wasm"),
            ("large.js", "export default 3"),
            ("large_bg.wasm", "wasm of another kind"),
            ("export.js", "export default 2"),
            ("export_bg.wasm", "wasm too"),
            ("index.html", "<!doctype html><script type=\"module\">import init from '/explorer-1.js';</script>"),
        ] {
            fs::write(folder.0.join(name), content).unwrap();
        }
        folder
    }

    /// Lets the keeper's tool complete what is staged, with these settings of the environment.
    pub fn publish(&self, settings: &[(&str, &str)]) -> Output {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
        tool.arg("build").env("TRUNK_STAGING_DIR", &self.0).env("TRUNK_PUBLIC_URL", "/talks/");
        tool.env_remove("SITE").env_remove("DATA").env_remove("OFFLINE");
        tool.envs(settings.iter().copied()).output().unwrap()
    }

    /// A finished site.
    pub fn published(name: &str, settings: &[(&str, &str)]) -> Self {
        let folder = Self::staged(name);
        let output = folder.publish(settings);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        folder
    }

    /// The text of a file.
    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.0.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// All files with what is in them.
    pub fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let name = |path: &PathBuf| path.strip_prefix(&self.0).unwrap().to_owned();
        files_below(&self.0).into_iter().map(|path| (name(&path), fs::read(path).unwrap())).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays of a test is no fault of the code under test.
        let _ = fs::remove_dir_all(&self.0);
    }
}
