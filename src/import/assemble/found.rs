//! A record as it was made, and who finds countries.

use std::sync::Arc;

/// The code of a country by its name in any language, if it is known.
pub type CountryOf<'a> = &'a dyn Fn(&str) -> Option<String>;

/// A record, and what it is known by when its file is read again.
#[derive(Debug)]
pub struct Found {
    /// What it is known by.
    pub key: Arc<str>,
    /// Its id.
    pub id: Arc<str>,
    /// Its fields as JSON, those that wait for the end left out.
    pub record: Arc<str>,
    /// The file that it comes from.
    pub file: Arc<str>,
}
