//! `archive import`: what people have in, one dataset out.

mod bad;
mod counted;
mod dates;
mod keep;
mod lost;
mod never;
mod own;
mod people;
mod readers;
mod real;
mod registers;
mod tables;
mod workbooks;

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use meetings::core::archive::Archive;
use meetings::import::merge::dataset::{Head, write};
use meetings::import::merge::records::Records;
use meetings::import::merge::state::State;
use meetings::import::piece::Asked;
use meetings::import::run::Import;
use meetings::import::source::Source;
use meetings::import::told::Told;
use serde_json::Value;

/// Imports a file into nothing, without a program: the dataset, which has no error, and what was told; none where nothing
/// of the file could be read.
pub fn import_alone(name: &str, bytes: Vec<u8>, asked: Asked) -> Option<(String, Told)> {
    let source = Source::new(name, bytes, &mut Told::default()).ok()?;
    let (none, quiet) = (|_: &str| None, |_: usize, _: Option<usize>| ());
    let mut import = Import::new(asked, Vec::new(), Records::default(), State::default(), &none, &quiet);
    import.read(source).ok()?;
    let imported = import.finish(&Head { file_title: "T".to_owned(), ..Head::default() });
    let mut json = Vec::new();
    write(&imported.dataset, &mut json).unwrap();
    let json = String::from_utf8(json).unwrap();
    let archive = Archive::read(&json).unwrap();
    let errors: Vec<_> = archive.problems.iter().filter(|problem| problem.is_error()).collect();
    assert!(errors.is_empty(), "{errors:?}");
    Some((json, imported.told))
}

/// A folder that is gone when the test is over.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("meetings-import-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub fn write(&self, name: &str, content: impl AsRef<[u8]>) -> &Self {
        fs::write(self.at(name), content).unwrap();
        self
    }

    pub fn text(&self, name: &str) -> String {
        fs::read_to_string(self.at(name)).unwrap_or_default()
    }

    /// The exit code of the program in this folder, and all that it prints.
    pub fn run(&self, arguments: &[&str]) -> (i32, String) {
        let mut tool = Command::new(env!("CARGO_BIN_EXE_archive"));
        let output = tool.current_dir(&self.0).args(arguments).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (output.status.code().unwrap_or(-1), text(&output.stdout) + &text(&output.stderr))
    }

    /// Imports a file of this content into `meetings.json`: the exit code, what is printed, and the dataset, which is sound.
    pub fn import(&self, name: &str, content: impl AsRef<[u8]>, options: &[&str]) -> (i32, String, Value) {
        self.write(name, content);
        let (code, told) = self.run(&[&["import", name, "--into", "meetings.json"], options].concat());
        (code, told, self.dataset())
    }

    /// The dataset, which has no error if there is one.
    pub fn dataset(&self) -> Value {
        let Ok(text) = fs::read_to_string(self.at("meetings.json")) else { return Value::Null };
        let (code, told) = self.run(&["check", "meetings.json"]);
        assert_eq!(code, 0, "{told}");
        serde_json::from_str(&text).unwrap()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// The texts of a field of all meetings, with a bar between; of a nested one by its pointer.
pub fn all(dataset: &Value, pointer: &str) -> String {
    let meetings = dataset["meetings"].as_array().cloned().unwrap_or_default();
    let text = |meeting: &Value| match meeting.pointer(pointer) {
        None => "-".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    };
    meetings.iter().map(text).collect::<Vec<_>>().join("|")
}
