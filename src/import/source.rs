//! A file as it is handed to its reader: what it is, and its text.

use std::sync::Arc;

use crate::core::archive::bytes::{NotText, not_text};
use crate::import::encoding::{Decoded, decoded};
use crate::import::fault::Fault;
use crate::import::origin::Origin;
use crate::import::told::{Done, Told};
use crate::import::zip::Zip;

/// The most bytes of a file that are read.
pub const LIMIT: u64 = 128 << 20;

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

impl Source {
    /// A file by its name and its bytes. How its text was saved is told where that had to be found out.
    ///
    /// # Errors
    /// Where it is of a kind that is not read.
    pub fn new(name: &str, bytes: Vec<u8>, told: &mut Told) -> Result<Self, Fault> {
        let name: Arc<str> = name.into();
        let size = bytes.len() as u64;
        if size > LIMIT {
            return Err(Fault::TooLarge(size, LIMIT));
        }
        if let Some(kind) = workbook(&bytes)? {
            return Ok(Self { name, kind, text: String::new(), bytes, encoding: None });
        }
        let Decoded { mut text, encoding, broken } = decoded(bytes)?;
        if let Some(encoding) = encoding {
            told.tell(Done::Guessed, &Origin::whole(), "The text is no UTF-8; it was read as it was likely saved.", "")
                .into(encoding);
        }
        for (line, around) in broken {
            let why = "A letter is broken: its bytes are no UTF-8 as the rest is; a sign of replacement stands for it.";
            told.tell(Done::LeftOut, &Origin::line(line), why, &around);
        }
        if text.trim().is_empty() {
            return Err(Fault::Empty);
        }
        // Files of long ago ended lines with a carriage return alone.
        if text.contains('\r') {
            text = text.replace("\r\n", "\n").replace('\r', "\n");
        }
        let kind = kind_of(&text, &name);
        Ok(Self { name, kind, text, bytes: Vec::new(), encoding })
    }
}

/// Which workbook some bytes are, if they are one.
fn workbook(bytes: &[u8]) -> Result<Option<Kind>, Fault> {
    match not_text(bytes, |_, _| Default::default()) {
        Some(NotText::Empty) => Err(Fault::Empty),
        Some(NotText::Workbook | NotText::Zip) => {
            let mut zip = Zip::new(bytes)?;
            zip.judge()?;
            if zip.has("xl/workbook.xml") {
                Ok(Some(Kind::Xlsx))
            } else if zip.has("content.xml") {
                Ok(Some(Kind::Ods))
            } else if zip.has("xl/workbook.bin") {
                Err(Fault::Kind("a workbook in Excel's binary form; save it as .xlsx"))
            } else if zip.has("word/document.xml") {
                Err(Fault::Kind("a document of Word; put its table into a spreadsheet and save that as .xlsx"))
            } else {
                Err(Fault::Kind("a ZIP archive of other files; unpack it and name the files in it"))
            }
        }
        Some(NotText::Office) => {
            Err(Fault::Kind("a file of an old office program (XLS or DOC); open it and save it as .xlsx"))
        }
        Some(NotText::Compressed) => Err(Fault::Kind("compressed (GZIP); unpack it first")),
        Some(NotText::Pdf) => {
            Err(Fault::Kind("a PDF, which has no rows or records; ask for the table it was made from"))
        }
        Some(NotText::Binary) => Err(Fault::Kind("no text and no workbook")),
        _ => Ok(None),
    }
}

/// What a text is: by how it begins, and where that is not enough by the name of its file.
fn kind_of(text: &str, name: &str) -> Kind {
    let start = text.trim_start();
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    let is_table = matches!(ending.as_str(), "csv" | "tsv" | "tab" | "txt");
    if start.get(..15).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCALENDAR")) {
        return Kind::Calendar;
    }
    if start.starts_with('<') && !is_table {
        let beginning: String = start.chars().take(2_000).collect::<String>().to_ascii_lowercase();
        let is_html = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| beginning.contains(tag));
        return if is_html { Kind::Html } else { Kind::Xml };
    }
    if start.starts_with(['{', '[']) && (!is_table || is_json(start)) {
        let mut lines = start.lines().filter(|line| !line.trim().is_empty());
        let are_lines = start.starts_with('{') && lines.next().is_some_and(is_json) && lines.next().is_some();
        return if are_lines { Kind::JsonLines } else { Kind::Json };
    }
    match ending.as_str() {
        "ics" | "ical" | "ifb" => Kind::Calendar,
        "json" | "jsonld" => Kind::Json,
        "jsonl" | "ndjson" => Kind::JsonLines,
        _ => Kind::Csv,
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok()
}
