//! The problems of a dataset as a program reads them.

use serde_json::{Value, json};

use crate::cli::failure::Failure;
use crate::cli::lines::{Lines, Place};
use crate::cli::report::found;
use crate::core::archive::bytes::NotText;
use crate::core::archive::problem::Problem;
use crate::language::problems;

/// All problems of a file's text, one an element.
pub fn listed(file: &str, json: &str, problems: &[Problem]) -> String {
    let found = found(json, &Lines::new(json), problems);
    let element = found.iter().map(|one| {
        let message = problems::problem(one.problem);
        element(file, one.problem.is_error(), &one.problem.path, one.place, &message)
    });
    list(&element.collect::<Vec<_>>())
}

/// Why a file could not be read as a dataset, as the one element; none where the file is not at fault.
pub fn listed_failure(file: &str, failure: &Failure) -> Option<String> {
    let place = match failure {
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
fn list(elements: &[Value]) -> String {
    let lines: Vec<String> = elements.iter().map(|element| format!("  {element}")).collect();
    if lines.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
}
