//! What a site is made of beside its data: the built app, and the files that are published as they are.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::publish::write::{PublishError, failed};

// The files inside this program, if it carries any: `APP` and `PUBLIC`, each a list of names and contents.
include!(concat!(env!("OUT_DIR"), "/inside.rs"));

/// Files by their names.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What a site is made of beside its data.
pub struct Built {
    /// The app, as its tools have left it.
    pub app: Files,
    /// Icons and pictures.
    pub public: Files,
}

impl Built {
    /// What this program carries inside; or else what stands in the folder of the app, and in the folder `public`.
    ///
    /// # Errors
    /// Where a folder cannot be read.
    pub fn find(app: &Path) -> Result<Self, PublishError> {
        let owned = |files: &[(&str, &[u8])]| -> Files {
            files.iter().map(|(name, content)| ((*name).to_owned(), content.to_vec())).collect()
        };
        if !APP.is_empty() {
            return Ok(Self { app: owned(APP), public: owned(PUBLIC) });
        }
        let public = Path::new(env!("CARGO_MANIFEST_DIR")).join("public");
        Ok(Self { app: read(app).map_err(|_| PublishError::NoApp(app.to_owned()))?, public: read(&public)? })
    }
}

/// The files of a folder, but not of the folders in it.
fn read(folder: &Path) -> Result<Files, PublishError> {
    let mut files = Files::new();
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let path = entry.map_err(failed(folder))?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name().and_then(|name| name.to_str())) {
            files.insert(name.to_owned(), fs::read(&path).map_err(failed(&path))?);
        }
    }
    Ok(files)
}
