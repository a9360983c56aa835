//! Writes into the text of a dataset on which day addresses were seen alive, and leaves every other byte as it is.

use std::ops::Range;

use jiff::civil::Date;
use jsonc_parser::ast::{Array, Object, ObjectProp, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, parse_to_ast};

use crate::cli::spots::STRICT;
use crate::core::archive::check::signs::as_long;
use crate::core::archive::values::day;
use crate::core::archive::without_mark;

/// The text of a dataset with days in it.
#[derive(Debug, PartialEq, Eq)]
pub struct Dated {
    /// The text.
    pub text: String,
    /// The number of addresses whose day was written.
    pub count: usize,
    /// The number of documents that were seen and are plain texts, which have no place for a day.
    pub plain: usize,
}

/// What stands in place of a part of a text.
struct Edit {
    at: Range<usize>,
    text: String,
}

/// Writes `today` as `seen` of each document and each source whose address is alive, where no later day stands there; days
/// later than `latest` are none. Where a record has no `seen`, it stands behind the address, spaced as the record is. A day
/// that comes from a source of its own (`additions`) stays.
pub fn dated(text: &str, today: Date, latest: Date, is_alive: &dyn Fn(&str) -> bool) -> Dated {
    let json = without_mark(text);
    let mark = text.len() - json.len();
    let long = as_long(json);
    let mut walk = Walk { text: json, today, latest, is_alive, edits: Vec::new(), plain: 0 };
    let read = parse_to_ast(&long, &CollectOptions::default(), &STRICT);
    if let Some(Value::Object(dataset)) = read.ok().and_then(|read| read.value) {
        for meeting in records(&dataset, "meetings") {
            walk.documents(meeting);
            records(meeting, "agenda").for_each(|item| walk.documents(item));
        }
        records(&dataset, "sources").for_each(|source| walk.record(source));
    }
    let Walk { mut edits, plain, .. } = walk;
    // Lists may stand in any order.
    edits.sort_by_key(|edit| edit.at.start);
    let mut dated = text[..mark].to_owned();
    let mut from = 0;
    for edit in &edits {
        dated.push_str(&json[from..edit.at.start]);
        dated.push_str(&edit.text);
        from = edit.at.end;
    }
    dated.push_str(&json[from..]);
    Dated { text: dated, count: edits.len(), plain }
}

struct Walk<'a> {
    text: &'a str,
    today: Date,
    latest: Date,
    is_alive: &'a dyn Fn(&str) -> bool,
    edits: Vec<Edit>,
    plain: usize,
}

impl Walk<'_> {
    fn documents(&mut self, of: &Object) {
        let plain = |value: &Value| text_of(value).is_some_and(|text| (self.is_alive)(text));
        match of.get("documents").map(|field| &field.value) {
            Some(Value::Array(list)) => self.plain += list.elements.iter().filter(|item| plain(item)).count(),
            Some(value) => self.plain += usize::from(plain(value)),
            None => {}
        }
        records(of, "documents").for_each(|document| self.record(document));
    }

    fn record(&mut self, record: &Object) {
        let Some(url) = record.get("url").filter(|url| text_of(&url.value).is_some_and(|url| (self.is_alive)(url)))
        else {
            return;
        };
        if let Some(Value::Object(additions)) = record.get("additions").map(|field| &field.value)
            && additions.get("seen").is_some()
        {
            return;
        }
        match record.get("seen") {
            Some(seen) => {
                let known = text_of(&seen.value).and_then(day).filter(|day| *day <= self.latest);
                if known.is_none_or(|day| day < self.today) {
                    self.edits.push(Edit { at: range(&seen.value), text: format!("\"{}\"", self.today) });
                }
            }
            None => {
                let end = range(&url.value).end;
                self.edits.push(Edit { at: end..end, text: self.field(record, url) });
            }
        }
    }

    /// A field behind the address of a record, spaced as its neighbours are.
    fn field(&self, record: &Object, url: &ObjectProp) -> String {
        let place = record.properties.iter().position(|field| range(field) == range(url)).unwrap_or_default();
        let fields = &record.properties;
        let between = |one: usize, other: usize| {
            let [one, other] = [fields.get(one)?, fields.get(other)?].map(range);
            self.text.get(one.end..other.start)
        };
        let colon = self.text.get(url.name.range().end..range(&url.value).start).unwrap_or(":");
        let next = between(place, place + 1).or_else(|| between(place.checked_sub(1)?, place));
        let comma = match next {
            Some(comma) => {
                let (before, behind) = comma.split_once(',').unwrap_or(("", comma));
                format!("{},{}", last_line(before), last_line(behind))
            }
            // It is the only field.
            None => {
                let before = self.text.get(range(record).start + 1..range(url).start).unwrap_or_default();
                let is_spaced = before.contains('\n') || colon.ends_with(' ');
                match (last_line(before), is_spaced) {
                    (line, true) if line.contains('\n') => format!(",{line}"),
                    (_, true) => ", ".to_owned(),
                    (_, false) => ",".to_owned(),
                }
            }
        };
        format!("{comma}\"seen\"{colon}\"{}\"", self.today)
    }
}

/// The last line break of white space with what is behind it; all of it where it has none.
fn last_line(space: &str) -> &str {
    let line = space.rfind('\n').map(|at| at - usize::from(space[..at].ends_with('\r')));
    line.map_or(space, |at| &space[at..])
}

/// The records of a list.
fn records<'o, 'j>(of: &'o Object<'j>, list: &str) -> impl Iterator<Item = &'o Object<'j>> + use<'o, 'j> {
    let list: Option<&Array> = of.get(list).and_then(|field| field.value.as_array());
    list.into_iter().flat_map(|list| &list.elements).filter_map(|item| item.as_object())
}

fn text_of<'v>(value: &'v Value) -> Option<&'v str> {
    if let Value::StringLit(text) = value { Some(&text.value) } else { None }
}

fn range(of: &impl Ranged) -> Range<usize> {
    let range = of.range();
    range.start..range.end
}
