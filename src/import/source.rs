//! A file as it is handed to its reader: what it is, and its text.

use std::sync::Arc;

/// What a file is, by its content first and by its ending second.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Rows of values with a sign between them.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// A workbook of LibreOffice.
    Ods,
    /// A calendar (RFC 5545).
    Calendar,
    /// A tree of JSON, or a list of objects, of any shape.
    Json,
    /// A JSON object on each line.
    JsonLines,
    /// A tree of XML.
    Xml,
    /// A web page, which may have JSON-LD in it.
    Html,
}

/// A file to read.
#[derive(Debug)]
pub struct Source {
    /// Its name without the folders that it stands in.
    pub name: Arc<str>,
    /// What it is.
    pub kind: Kind,
    /// Its text, in UTF-8 without a mark; empty where it is a workbook.
    pub text: String,
    /// Its bytes, where it is a workbook; else empty.
    pub bytes: Vec<u8>,
    /// How its text was saved, where that is not UTF-8.
    pub encoding: Option<&'static str>,
}
