//! What a keeper is told of a file that is checked, besides the problems themselves, in English.

use crate::core::archive::bytes::{Broken, NotText, Why};
use crate::core::archive::format::VERSION;
use crate::core::archive::problem::{Double, DoubleOf, ReadError};

/// What a problem is called: an error stops a build, a warning does not.
pub fn level(is_error: bool) -> &'static str {
    if is_error { "error" } else { "warning" }
}

/// A number of errors, and of warnings where there are any.
pub fn errors(errors: usize, warnings: usize) -> String {
    let count = |count: usize, one: &str| if count == 1 { format!("1 {one}") } else { format!("{count} {one}s") };
    match warnings {
        0 => count(errors, "error"),
        _ => format!("{} and {}", count(errors, "error"), count(warnings, "warning")),
    }
}

/// What is said of a dataset without an error, given the number of its warnings.
pub fn no_error(warnings: usize) -> String {
    match warnings {
        0 => "no problem found".to_owned(),
        1 => "1 warning; can be published as it is".to_owned(),
        count => format!("{count} warnings; can be published as it is"),
    }
}

/// How often the same is at fault: the first places, each with its line where that is known, and the number of all.
pub fn repeated(count: usize, places: &[(&str, Option<usize>)]) -> String {
    let place = |(path, line): &(&str, Option<usize>)| match line {
        Some(line) => format!("{path} (line {line})"),
        None => (*path).to_owned(),
    };
    let mut told: Vec<String> = places.iter().map(place).collect();
    let rest = count - places.len();
    if rest > 0 {
        told.push(format!("{rest} more"));
    }
    match told.split_last() {
        Some((last, [first])) => format!("{count} times: first at {first}, then {last}."),
        Some((last, [first, between @ ..])) => {
            format!("{count} times: first at {first}, then {} and {last}.", between.join(", "))
        }
        _ => format!("{count} times."),
    }
}

/// That a newer program wrote a dataset, and what becomes of what this one does not know.
pub fn newer_version(version: u32) -> String {
    format!(
        "is {version}, and this program knows version {VERSION} of the format: a newer program wrote the data. Fields that this \
         one does not know are kept in the data as they are, and no page shows them; take a newer program to show them."
    )
}

/// That two records are likely one, and what to do.
pub fn double(double: &Double) -> String {
    let Double { of, text, first, at } = double;
    match of {
        DoubleOf::Meeting => format!(
            "“{text}” begins on the day on which {at} does, which has the same title, “{first}”; remove one of them if they are one meeting, or tell them apart by their titles."
        ),
        DoubleOf::Person => format!(
            "“{text}” is likely the same person as “{first}”, {at}; if so, keep one of them and name it in every meeting."
        ),
        DoubleOf::Place => format!(
            "“{text}” is likely the same place as “{first}”, {at}; if so, keep one of them and name it in every meeting."
        ),
        DoubleOf::Theme => format!(
            "“{text}” is likely the same theme as “{first}”, {at}; if so, keep one of them and name it in every meeting."
        ),
    }
}

/// Why the text of a file is no dataset, and what to do; `why` is what a reader of JSON expected there.
pub fn unreadable(error: &ReadError, why: Option<&str>) -> String {
    match error {
        ReadError::CutOff => {
            "The file ends in the middle of the data; close what is open, or take the file from where it came once more."
                .to_owned()
        }
        ReadError::NotJson(..) => {
            format!("What stands here is not JSON ({}); mend it, or what is before it.", why.unwrap_or("it cannot be read"))
        }
        ReadError::Version(version) => {
            format!("The data is of version {version} of the format, which there is not; write \"version\": {VERSION}.")
        }
        ReadError::NotAnArchive => format!(
            "This is no dataset: that is an object with \"version\": {VERSION}, as a number, and with a list of \"meetings\", as \
             archive new writes it."
        ),
    }
}

/// How many more mistakes of a file there are than were told.
pub fn more_mistakes(count: usize) -> String {
    if count == 1 { "And 1 more mistake in it.".to_owned() } else { format!("And {count} more mistakes in it.") }
}

/// What a file is that is no text of a dataset, and what to do.
pub fn not_text(what: &NotText) -> String {
    const WANTED: &str = "a dataset is JSON text, such as archive new writes";
    match what {
        NotText::Empty => format!("is empty; {WANTED}."),
        NotText::Html => {
            "is a web page (HTML), perhaps one that came in place of the file; take the JSON file itself.".to_owned()
        }
        NotText::Xml => format!("is XML; {WANTED}."),
        NotText::Table => format!("is a table (CSV); {WANTED}."),
        NotText::Workbook => format!("is a workbook (XLSX or ODS); {WANTED}."),
        NotText::Zip => "is a ZIP archive; unpack it and take the JSON file in it.".to_owned(),
        NotText::Office => format!("is a file of an old office program (XLS or DOC); {WANTED}."),
        NotText::Pdf => format!("is a PDF; {WANTED}."),
        NotText::Compressed => "is compressed (GZIP); unpack it first.".to_owned(),
        NotText::Binary => format!("is not text; {WANTED}."),
        NotText::Wide(name) => format!("is {name} and not UTF-8 text; {SAVE}."),
        NotText::NotUtf8(broken) => not_utf8(broken),
    }
}

/// What to do about an encoding.
const SAVE: &str = "save it as UTF-8: in an editor choose “Save with encoding” and UTF-8";

fn not_utf8(broken: &Broken) -> String {
    let Broken { line, column, byte, why } = broken;
    let place = format!("line {line}, column {column}");
    match why {
        Why::CutOff => format!("is not UTF-8 text: it is cut off within its last letter, at {place}; fetch it again."),
        Why::Mixed(1) => format!(
            "is UTF-8 text but for the byte {byte:02X} at {place}, which was put in from elsewhere; write the letter anew."
        ),
        Why::Mixed(count) => format!(
            "is UTF-8 text but for {count} places that were put in from elsewhere, the first the byte {byte:02X} at {place}; write these letters anew."
        ),
        Why::Encoded(name, text) => format!(
            "is not UTF-8 text from {place} on, where the byte {byte:02X} stands; it seems to be {name}, in which it reads “{text}”; {SAVE}."
        ),
    }
}
