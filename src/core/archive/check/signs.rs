//! Signs that not all formats of an archive can hold: each is named with its place, and taken away.

use std::borrow::Cow;
use std::ops::Range;

use crate::core::archive::json::Json;
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Problem};
use crate::core::archive::reading::Tree;
use crate::core::archive::values::is_publishable;

/// Halves of a pair of surrogates that stand alone in a text, in its order, and the sign that was put in their place.
pub struct Halves {
    instead: char,
    codes: std::vec::IntoIter<u32>,
}

/// The text of a dataset with another sign in the place of every escaped surrogate without its other half. JSON allows to
/// write them, but they are no text, so that a reader of JSON stops there and could not tell in which field.
pub fn whole(json: &str) -> (Cow<'_, str>, Halves) {
    let alone = alone(json);
    let mut halves = Halves { instead: char::REPLACEMENT_CHARACTER, codes: Vec::new().into_iter() };
    if alone.is_empty() {
        return (json.into(), halves);
    }
    // A sign that the text itself does not have; one that is forbidden, so that nothing else is taken for it.
    let lower = json.to_ascii_lowercase();
    let is_free = |char: &char| !lower.contains(*char) && !lower.contains(&format!("\\u{:04x}", u32::from(*char)));
    halves.instead = ('\u{fdd0}'..='\u{fdef}').find(is_free).unwrap_or('\u{fdef}');
    let (mut whole, mut end) = (String::with_capacity(json.len()), 0);
    let mut codes = Vec::new();
    for (place, code) in alone {
        whole.push_str(&json[end..place.start]);
        whole.push(halves.instead);
        codes.push(code);
        end = place.end;
    }
    whole.push_str(&json[end..]);
    halves.codes = codes.into_iter();
    (whole.into(), halves)
}

/// Where surrogates stand alone in the text of a dataset.
fn alone(json: &str) -> Vec<(Range<usize>, u32)> {
    let code = |at: usize| u32::from_str_radix(json.get(at..at + 6)?.strip_prefix("\\u")?, 16).ok();
    let (mut at, mut alone) = (0, Vec::new());
    while let Some(step) = json[at..].find('\\') {
        at += step;
        let first = code(at);
        let is = |code: Option<u32>, range: Range<u32>| code.is_some_and(|code| range.contains(&code));
        at = match first {
            Some(_) if is(first, 0xD800..0xDC00) && is(code(at + 6), 0xDC00..0xE000) => at + 12,
            Some(code) if is(first, 0xD800..0xE000) => {
                alone.push((at..at + 6, code));
                at + 6
            }
            // Whatever is escaped, it may be a backslash.
            _ => at + 1 + json[at + 1..].chars().next().map_or(0, char::len_utf8),
        };
    }
    alone
}

/// Takes away every sign that not all formats can hold, in names of fields too, and names each with its place.
pub fn take_away_signs(fields: &mut Tree, halves: Halves) -> Vec<Problem> {
    let mut signs = Signs { halves, problems: Vec::new() };
    signs.object(&Path::root(), fields);
    signs.problems
}

struct Signs {
    halves: Halves,
    problems: Vec<Problem>,
}

impl Signs {
    /// In the order of the text, by which halves are known.
    fn object(&mut self, within: &Path, fields: &mut Tree) {
        for (name, json) in fields {
            let told: String = name.chars().map(|char| if is_publishable(char) { char } else { '�' }).collect();
            self.text(&within.field(&told), name);
            self.value(within, &told, None, json);
        }
    }

    fn value(&mut self, within: &Path, name: &str, index: Option<usize>, json: &mut Json) {
        let path = match index {
            Some(index) => within.item(name, index),
            None => within.field(name),
        };
        match json {
            Json::Text(text) => self.text(&path, text),
            Json::Object(fields) => self.object(&path, fields),
            Json::List(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    self.value(within, name, Some(index), item);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, path: &Path, text: &mut Cow<str>) {
        if text.chars().all(is_publishable) {
            return;
        }
        let mut named = Vec::new();
        for char in text.chars().filter(|char| !is_publishable(*char)) {
            let half = if char == self.halves.instead { self.halves.codes.next() } else { None };
            let code = half.unwrap_or(u32::from(char));
            if !named.contains(&code) {
                named.push(code);
                self.problems.push(Problem::new(*path, Fault::BadSign(code)));
            }
        }
        *text = text.chars().filter(|char| is_publishable(*char)).collect::<String>().into();
    }
}
