//! The table of faults, `faults.tsv`: for each kind a dataset that has it, and every word that a keeper is told.
//!
//! A row has a kind of fault, a tab, the fields of a dataset, a tab, and what is told; and so on where more is told, each
//! after a tab. A dataset that begins with a brace stands as it is; else what each must have is put before its fields.

use std::collections::BTreeSet;
use std::path::Path;

use jiff::civil::date;
use meetings::core::archive::Archive;
use meetings::core::archive::problem::{Fault, ReadError};
use meetings::core::archive::reading::read_dataset;
use meetings::language::problems;
use meetings::publish::kept;

use crate::support::file;

const TABLE: &str = include_str!("faults.tsv");

/// The name of a kind, as the code has it; with what belongs there, or what is there twice.
fn kind(fault: &Fault) -> String {
    match fault {
        Fault::Kind(kind) => format!("Kind({kind:?})"),
        Fault::LikelyDouble(double) => format!("LikelyDouble({:?})", double.of),
        Fault::Unpublishable(of) => format!("Unpublishable({})", name(&format!("{of:?}"))),
        fault => name(&format!("{fault:?}")),
    }
}

/// The beginning of what is printed of a value: the name of its variant.
fn name(printed: &str) -> String {
    printed.split(['(', ' ']).next().unwrap_or_default().to_owned()
}

/// The kinds of a dataset's faults, and what is told of each.
fn told(fields: &str) -> (Vec<String>, Vec<String>) {
    let json = match fields.starts_with(['{', '[', '<']) {
        true => fields.to_owned(),
        false if fields.contains(r#""meetings""#) => {
            format!(r#"{{"version": 1, "title": "T", "language": "en", {fields}}}"#)
        }
        false => format!(r#"{{"version": 1, "title": "T", "language": "en", {fields}, "meetings": []}}"#),
    };
    match Archive::read_for_keeper(date(2026, 3, 4), &json, Vec::new()) {
        Ok((mut archive, in_full)) => {
            // What half a sign stands in is no text that could be read again.
            if let Ok(dataset) = read_dataset(in_full.as_ref().unwrap_or(&json)) {
                archive.problems.extend(kept::judge(&dataset, Path::new("tests/fixtures/every/documents")));
            }
            archive.problems.iter().map(|of| (kind(&of.fault), problems::told(of))).unzip()
        }
        Err(error) => (vec![name(&format!("{error:?}"))], vec![problems::read_error(&error)]),
    }
}

/// The rows of the table: kind, fields, and what is told.
fn rows() -> impl Iterator<Item = (&'static str, &'static str, Vec<&'static str>)> {
    TABLE.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(|line| {
        let mut columns = line.split('\t');
        (columns.next().unwrap(), columns.next().unwrap_or_default(), columns.collect())
    })
}

#[test]
fn of_each_fault_a_keeper_is_told_these_words() {
    let mut wrong = Vec::new();
    for (kind, fields, expected) in rows() {
        let (kinds, told) = told(fields);
        if told != expected || !kinds.iter().any(|of| of == kind) {
            wrong.push(format!("{kind}\t{fields}\t{}\n   is {kinds:?}", told.join("\t")));
        }
    }
    assert!(wrong.is_empty(), "{} rows are not so:\n{}", wrong.len(), wrong.join("\n"));
}

/// The names of the variants of an enumeration in the code.
fn variants(of: &str) -> Vec<String> {
    let code = if of == "Unpublishable" { "unpublishable" } else { "problem" };
    let code = syn::parse_file(&file(&format!("src/core/archive/{code}.rs"))).unwrap();
    let found = code.items.iter().find_map(|item| match item {
        syn::Item::Enum(item) if item.ident == of => Some(item),
        _ => None,
    });
    found.unwrap().variants.iter().map(|variant| variant.ident.to_string()).collect()
}

#[test]
fn every_kind_of_fault_stands_in_the_table() {
    let within = |name: &str, of: &str| variants(of).into_iter().map(|kind| format!("{name}({kind})")).collect();
    let expected = variants("Fault").into_iter().chain(variants("ReadError")).flat_map(|name| match name.as_str() {
        "Kind" => within("Kind", "Kind"),
        "LikelyDouble" => within("LikelyDouble", "DoubleOf"),
        "Unpublishable" => within("Unpublishable", "Unpublishable"),
        _ => vec![name],
    });
    let known: BTreeSet<&str> = rows().map(|(kind, ..)| kind).collect();
    // What a link leads to depends on the folder: `tests/publish/beside.rs` makes one.
    let expected = expected.filter(|kind| kind != "Unpublishable(Outside)");
    let missing: Vec<String> = expected.filter(|kind| !known.contains(kind.as_str())).collect();
    assert!(missing.is_empty(), "no row for {missing:?}");
    assert!(known.len() >= 30);
    // What the names are taken from is what it seems to be.
    assert!(known.contains(name(&format!("{:?}", ReadError::Version(2))).as_str()));
}
