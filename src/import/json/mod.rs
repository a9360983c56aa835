//! Trees and lists of JSON, of known shapes and of any.

mod any;
mod civic;
mod dataset;
mod fields;
pub mod frab;
mod indico;
mod known;
mod legistar;
mod oparl;
mod oparl_parts;
mod page;
mod path;
mod schema_org;
mod schema_parts;
mod shape;
mod skim;
mod tree;

pub use fields::{Fields, Once, Reading};
pub use skim::object;
pub use tree::Node;

use crate::import::fault::Fault;
use crate::import::json::any::Tabled;
use crate::import::json::known::Known;
use crate::import::json::shape::Shape;
use crate::import::json::skim::{List, Skimmed, skim};
use crate::import::json::tree::Parser;
use crate::import::origin::Origin;
use crate::import::piece::{Asked, Piece};
use crate::import::source::{Kind, Source};
use crate::import::told::{Done, Told};

/// Reads a source of this kind; see [`Reader`](crate::import::piece::Reader). Of a page it reads the JSON-LD in it.
///
/// # Errors
/// Where nothing of it can be read.
pub fn read(source: &Source, asked: &Asked, told: &mut Told, give: &mut dyn FnMut(Piece)) -> Result<(), Fault> {
    let mut once = Once::default();
    let mut reading = Reading { asked, told, once: &mut once };
    match source.kind {
        Kind::JsonLines => lines(&source.text, &mut reading, give),
        Kind::Html => page::read(&source.text, &mut reading, give),
        _ => document(&source.text, &mut reading, give),
    }
}

fn took(reading: &mut Reading, what: &'static str, origin: &Origin, value: &str) {
    reading.told.tell(Done::Guessed, origin, what, value);
}

/// Reads a document.
fn document(text: &str, reading: &mut Reading, give: &mut dyn FnMut(Piece)) -> Result<(), Fault> {
    let skimmed = skim(text)?;
    look_for_more(text, &skimmed, reading)?;
    if dataset::is_ours(&skimmed) {
        took(reading, "The file was taken for a dataset of this program.", &Origin::whole(), "");
        return dataset::read(text, &skimmed, reading, give);
    }
    let is_schedule = skimmed.lists.iter().any(|list| list.path == "$.schedule.conference.days");
    if is_schedule {
        took(
            reading,
            "The file was taken for a schedule of the frab family; each talk is a meeting.",
            &Origin::whole(),
            "",
        );
        frab::schedule(&Parser::new(text, 0).value()?, reading, give);
        return Ok(());
    }
    let linked = schema_org::is_linked(&skimmed.top)
        || skimmed.lists.iter().any(|list| list.path == "$" && schema_org::is_linked(&list.first));
    let linked = linked
        || skimmed.lists.iter().any(|list| schema_org::is_event(&list.first) && list.first.get("@type").is_some());
    if linked && schema_org::events(&Parser::new(text, 0).value()?, "$".into(), reading, give) > 0 {
        took(reading, "The file was taken for events of schema.org (JSON-LD).", &Origin::whole(), "");
        return Ok(());
    }
    if let Some(shape) = Shape::of(&skimmed.top) {
        took(reading, shape.took(), &Origin::whole(), "");
        shape.give(&Parser::new(text, 0).value()?, "$".into(), &Known::default(), reading, give);
        return Ok(());
    }
    match skimmed.lists.iter().find_map(|list| Shape::of(&list.first)) {
        Some(shape) => shaped(shape, text, &skimmed, reading, give),
        None => tabled(text, &skimmed, reading, give),
    }
}

/// Tells of a page of several that its interface has more.
fn look_for_more(text: &str, skimmed: &Skimmed, reading: &mut Reading) -> Result<(), Fault> {
    let mut next = skimmed.top.get("next").and_then(Node::text);
    if skimmed.top.get("links").is_some() {
        Parser::new(text, 0).each_field(&mut |parser, name| match name.as_ref() {
            "links" => {
                let links = parser.value()?;
                next = next.take().or_else(|| links.get("next")?.text());
                Ok(())
            }
            _ => parser.pass(0),
        })?;
    }
    if let Some(next) = next.filter(|next| next.starts_with("http")) {
        let why = "The file is one page of several; what stands on the next ones is not in it.";
        reading.told.tell(Done::Look, &Origin::path("$"), why, &next);
    }
    Ok(())
}

/// Reads lists of objects of a known shape.
fn shaped(
    shape: Shape,
    text: &str,
    skimmed: &Skimmed,
    reading: &mut Reading,
    give: &mut dyn FnMut(Piece),
) -> Result<(), Fault> {
    let (lists, others): (Vec<&List>, Vec<&List>) =
        skimmed.lists.iter().partition(|list| Shape::of(&list.first) == Some(shape));
    let known = Known::new(others.iter().copied(), text)?;
    took(reading, shape.took(), &Origin::whole(), "");
    for list in others {
        let why =
            "Objects that are no meetings were read for what meetings say of them; the rest of them was left out.";
        reading.told.tell(Done::LeftOut, &Origin::path(list.path.as_str()), why, &list.count.to_string());
    }
    for (name, node) in skimmed.top.fields().iter().filter(|(_, node)| !node.is_empty()) {
        let why = "What a file says beside its lists was left out.";
        let value = node.text().unwrap_or_default();
        reading.told.tell(Done::LeftOut, &Origin::path(format!("$.{name}")), why, &value).labelled(name);
    }
    for list in lists {
        list.each(text, &mut |node, _, path| match Shape::of(node) == Some(shape) {
            true => shape.give(node, path, &known, reading, give),
            false => {
                let why = "An object among meetings that is none was left out.";
                let value = node.get("name").and_then(Node::text).unwrap_or_default();
                reading.told.tell(Done::LeftOut, &Origin::path(path), why, &value);
            }
        })?;
    }
    Ok(())
}

/// Reads the longest list of objects of no known shape.
fn tabled(text: &str, skimmed: &Skimmed, reading: &mut Reading, give: &mut dyn FnMut(Piece)) -> Result<(), Fault> {
    // Of lists that are equally long the first.
    let longest = skimmed.lists.iter().rev().max_by_key(|list| list.count);
    let Some(longest) = longest else {
        return Err(Fault::NoMeetings("the JSON has no list of objects"));
    };
    let why =
        "The file was taken for a list of objects of no known shape: each is a row, and each of its fields a column.";
    took(reading, why, &Origin::path(longest.path.as_str()), &longest.count.to_string());
    for list in skimmed.lists.iter().filter(|list| list.at != longest.at) {
        let why = "A list of objects that is not the longest of the file was left out.";
        reading.told.tell(Done::LeftOut, &Origin::path(list.path.as_str()), why, &list.count.to_string());
    }
    for (name, node) in skimmed.top.fields().iter().filter(|(_, node)| !node.is_empty()) {
        let why = "What a file says beside its lists was left out.";
        let value = node.text().unwrap_or_default();
        reading.told.tell(Done::LeftOut, &Origin::path(format!("$.{name}")), why, &value).labelled(name);
    }
    give(Piece::Table(any::table(longest, text, reading.told)?));
    Ok(())
}

/// Reads an object on each line. A line that is none is told, and the others are read.
fn lines(text: &str, reading: &mut Reading, give: &mut dyn FnMut(Piece)) -> Result<(), Fault> {
    let (mut tabled, mut shape, mut count, mut fault) = (Tabled::default(), None, 0, None);
    let known = Known::default();
    for (number, line) in (1_u32..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let origin = Origin::line(number);
        let mut parser = Parser::new(line, 0);
        let node = match parser.value().and_then(|node| parser.end().map(|()| node)) {
            Ok(node) => node,
            Err(Fault::Broken(_, why)) => {
                reading
                    .told
                    .tell(Done::LeftOut, &origin, "A line that is no JSON was left out.", line.trim())
                    .into(why.clone());
                fault = fault.or(Some(Fault::Broken(origin, why)));
                continue;
            }
            Err(other) => return Err(other),
        };
        if count == 0 {
            shape = Shape::of(&node);
            let why =
                "The file was taken for objects of no known shape, one on each line: each of their fields is a column.";
            took(reading, shape.map_or(why, Shape::took), &Origin::whole(), "");
        }
        count += 1;
        let path = format!("line {number}");
        match shape.filter(|shape| Shape::of(&node) == Some(*shape)) {
            Some(shape) => shape.give(&node, path, &known, reading, give),
            None => tabled.add(&node, number, &path, reading.told)?,
        }
    }
    if count == 0 {
        return Err(fault.unwrap_or(Fault::NoMeetings("no line of it is an object")));
    }
    let table = tabled.table(None, |number| format!("line {number}"));
    if !table.rows.is_empty() {
        give(Piece::Table(table));
    }
    Ok(())
}
