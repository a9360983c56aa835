//! Signs that not all formats of an archive can hold: each is named with its place, and taken away.

use std::borrow::Cow;
use std::ops::Range;

use crate::core::archive::json::{Fields, Json};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Problem};
use crate::core::archive::values::is_publishable;

/// Halves of a pair of surrogates that stand alone in a text, in its order, and the sign that was put in their place.
pub struct Halves {
    instead: char,
    codes: std::vec::IntoIter<u32>,
}

/// The text of a dataset in which what no reader of JSON goes beyond is written so that it does: every escaped surrogate
/// without its other half, which JSON allows to write but which is no text, and every control character as it was pasted.
/// Otherwise nobody could tell in which field they stand.
pub fn whole(json: &str) -> (Cow<'_, str>, Halves) {
    let stops = stops(json);
    let mut halves = Halves { instead: char::REPLACEMENT_CHARACTER, codes: Vec::new().into_iter() };
    if stops.is_empty() {
        return (json.into(), halves);
    }
    // A sign that the text itself does not have; one that is forbidden, so that nothing else is taken for it.
    let lower = json.to_ascii_lowercase();
    let is_free = |char: &char| !lower.contains(*char) && !lower.contains(&format!("\\u{:04x}", u32::from(*char)));
    halves.instead = ('\u{fdd0}'..='\u{fdef}').find(is_free).unwrap_or('\u{fdef}');
    let (mut whole, mut end) = (String::with_capacity(json.len()), 0);
    let mut codes = Vec::new();
    for (place, code) in stops {
        whole.push_str(&json[end..place.start]);
        end = place.end;
        if SURROGATES.contains(&code) {
            whole.push(halves.instead);
            codes.push(code);
        } else {
            whole.push_str(&format!("\\u{code:04x}"));
        }
    }
    whole.push_str(&json[end..]);
    halves.codes = codes.into_iter();
    (whole.into(), halves)
}

/// The same text with other signs in these places, which any reader of JSON goes beyond and which are as long: what is found
/// in it stands at the same place in the text itself. The signs are such as no format can hold, as those were.
#[cfg(feature = "native")]
pub fn as_long(json: &str) -> Cow<'_, str> {
    let stops = stops(json);
    if stops.is_empty() {
        return json.into();
    }
    let (mut whole, mut end) = (String::with_capacity(json.len()), 0);
    for (place, _) in stops {
        whole.push_str(&json[end..place.start]);
        whole.push_str(if place.len() == 1 { "\u{7f}" } else { "\\ufffe" });
        end = place.end;
    }
    whole.push_str(&json[end..]);
    whole.into()
}

/// The halves of pairs by which UTF-16 writes signs from U+10000 on.
const SURROGATES: Range<u32> = 0xD800..0xE000;

/// Where in the text of a dataset a reader of JSON stops for a sign, with its code point.
fn stops(json: &str) -> Vec<(Range<usize>, u32)> {
    let is_pasted = |char: char| char < ' ' && !is_publishable(char);
    let escaped = |at: usize| u32::from_str_radix(json.get(at..at + 6)?.strip_prefix("\\u")?, 16).ok();
    let is_second = |at: usize| escaped(at).is_some_and(|code| (0xDC00..SURROGATES.end).contains(&code));
    let (mut at, mut stops) = (0, Vec::new());
    while let Some(step) = json[at..].find(|char| char == '\\' || is_pasted(char)) {
        at += step;
        let char = json[at..].chars().next().unwrap_or_default();
        let end = match escaped(at).filter(|code| SURROGATES.contains(code)) {
            Some(0xD800..0xDC00) if is_second(at + 6) => at + 12,
            Some(code) => {
                stops.push((at..at + 6, code));
                at + 6
            }
            None if is_pasted(char) => {
                stops.push((at..at + 1, u32::from(char)));
                at + 1
            }
            // Whatever is escaped, it may be a backslash.
            None => at + 1 + json[at + 1..].chars().next().map_or(0, char::len_utf8),
        };
        at = end;
    }
    stops
}

/// Takes away every sign that not all formats can hold, in names of fields too, and names each with its place.
pub fn take_away_signs(fields: &mut Fields, halves: Halves) -> Vec<Problem> {
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
    fn object(&mut self, within: &Path, fields: &mut Fields) {
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
