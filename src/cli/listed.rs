//! The problems of a dataset as a program reads them.

use serde_json::{Value, json};

use crate::cli::failure::Failure;
use crate::cli::lines::Place;
use crate::cli::report::Found;
use crate::core::archive::bytes::NotText;
use crate::language::problems;

/// All problems of some files, each with what was found in it, one an element.
pub fn listed(files: &[(String, Vec<Found>)]) -> String {
    let all = files.iter().flat_map(|(file, found)| found.iter().map(move |one| (file, one)));
    let element = all.map(|(file, one)| {
        let message = problems::problem(one.problem);
        element(file, one.problem.is_error(), &one.problem.path, one.place, &message)
    });
    list(&element.collect::<Vec<_>>())
}

/// Why a file could not be read as a dataset, as the one element; none where the file is not at fault.
pub fn listed_failure(file: &str, failure: &Failure) -> Option<String> {
    let place = match failure {
        Failure::Mistakes(path, mistakes) => {
            let file = path.display().to_string();
            let element = mistakes.iter().map(|of| element(&file, true, "", Some(of.place), &of.of.to_string()));
            return Some(list(&element.collect::<Vec<_>>()));
        }
        Failure::NotText(_, NotText::NotUtf8(broken)) => Place { line: broken.line, column: broken.column },
        Failure::NotText(..) => Place { line: 1, column: 1 },
        Failure::Unreadable(_, unread) => unread.place,
        _ => return None,
    };
    let message = failure.sentence()?;
    Some(list(&[element(file, true, "", Some(place), &message)]))
}

fn element(file: &str, is_error: bool, path: &str, place: Option<Place>, message: &str) -> Value {
    json!({
        "level": if is_error { "error" } else { "warning" },
        "path": path,
        "line": place.map(|place| place.line),
        "column": place.map(|place| place.column),
        "message": message,
        "file": file,
    })
}

/// A list with an element a line.
pub fn list(elements: &[Value]) -> String {
    let lines: Vec<String> = elements.iter().map(|element| format!("  {element}")).collect();
    if lines.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}
