//! How a dataset is read from its text.

use crate::core::archive::format::{Dataset, VERSION};
use crate::core::archive::json::{Fields, Json};
use crate::core::archive::named_people::list_named_people;
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Kind, Problem, ReadError};
use crate::core::archive::record::{Record, tidy};
use crate::core::archive::tidy::Findings;

/// Reads the text of a dataset that stands in its full form, without judging its values.
///
/// # Errors
/// Where the text is no dataset of this format at all.
pub fn read_dataset(json: &str) -> Result<Dataset, ReadError> {
    let mut fields = read_fields(json)?;
    check_version(&fields)?;
    Ok(Dataset::read(&mut fields))
}

/// Reads the text of a dataset no further than to its fields.
///
/// # Errors
/// Where the text is no JSON, or no object.
pub fn read_fields(json: &str) -> Result<Fields<'_>, ReadError> {
    match serde_json::from_str(json)? {
        Json::Object(fields) => Ok(fields),
        _ => Err(ReadError::NotAnArchive),
    }
}

/// What a newer program wrote is read as far as this one knows it: a format only grows, and a keeper is told
/// ([`read_for_keeper`](super::Archive::read_for_keeper)).
///
/// # Errors
/// Where the fields are no dataset of this version or a later one.
pub fn check_version(fields: &Fields) -> Result<(), ReadError> {
    match fields.iter().find(|(name, _)| name == "version") {
        Some((_, Json::Number(version))) if *version >= 0.0 && version.trunc() == *version => {
            if *version >= f64::from(VERSION) { Ok(()) } else { Err(ReadError::Version(*version as u64)) }
        }
        _ => Err(ReadError::NotAnArchive),
    }
}

/// Brings the fields of a dataset into their full form.
///
/// # Errors
/// Where they are no dataset of this format at all.
pub fn in_full(fields: &mut Fields) -> Result<Findings, ReadError> {
    check_version(fields)?;
    let mut findings = tidy::<Dataset>(fields);
    findings.is_changed |= list_named_people(fields);
    let path = Path::top("meetings");
    let is_there = fields.iter().any(|(name, json)| name == "meetings" && matches!(json, Json::List(_)));
    if !is_there && findings.problems.iter().all(|problem| problem.path != "meetings") {
        findings.problems.push(Problem::new(path, Fault::Kind(Kind::List)));
    }
    Ok(findings)
}
