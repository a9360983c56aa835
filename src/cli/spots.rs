//! Where in the text of a dataset its fields stand, by their paths.

use std::collections::{HashMap, HashSet};
use std::iter::once;
use std::ops::Range;

use jsonc_parser::ast::{Array, Object, Value};
use jsonc_parser::common::Ranged;
use jsonc_parser::{CollectOptions, ParseOptions, parse_to_ast};

use crate::core::archive::check::signs::as_long;
use crate::core::archive::problem::Problem;
use crate::core::archive::values::is_publishable;

/// The places of the fields that problems name, and of what those stand in.
pub struct Spots(HashMap<String, Spot>);

/// Where a field stands, in bytes.
struct Spot {
    /// Its name; none of an item of a list.
    name: Option<Range<usize>>,
    /// Its value, or what is shown of it.
    value: Range<usize>,
}

/// JSON and nothing more.
pub const STRICT: ParseOptions = ParseOptions {
    allow_comments: false,
    allow_loose_object_property_names: false,
    allow_trailing_commas: false,
    allow_missing_commas: false,
    allow_single_quoted_strings: false,
    allow_hexadecimal_numbers: false,
    allow_unary_plus_numbers: false,
    allow_bare_decimal_point_numbers: false,
    allow_non_finite_numbers: false,
    allow_extended_string_escapes: false,
};

impl Spots {
    /// Finds the places that the problems of a text name. There is none in a text that is no JSON.
    pub fn new(json: &str, problems: &[Problem]) -> Self {
        Self::of_paths(json, problems.iter().map(|problem| problem.path.as_str()))
    }

    /// The same of any paths.
    pub fn of_paths<'p>(json: &str, paths: impl Iterator<Item = &'p str>) -> Self {
        let wanted: HashSet<&str> = paths.flat_map(paths_to).collect();
        let json = as_long(json);
        let mut walk = Walk { wanted, path: String::new(), found: HashMap::new() };
        let read = parse_to_ast(&json, &CollectOptions::default(), &STRICT);
        if let Some(value) = read.ok().and_then(|read| read.value) {
            walk.found(None, &value, 0);
        }
        Self(walk.found)
    }

    /// Where what a problem names stands; where it does not stand in the text, what should have it.
    pub fn of(&self, problem: &Problem) -> Option<Range<usize>> {
        if let Some(spot) = self.0.get(&problem.path) {
            let name = spot.name.as_ref().filter(|_| problem.is_of_name());
            return Some(name.unwrap_or(&spot.value).clone());
        }
        self.at(&problem.path)
    }

    /// Where the value with a path stands; where it does not stand in the text, what should have it.
    pub fn at(&self, path: &str) -> Option<Range<usize>> {
        let mut around = paths_to(path).into_iter().rev();
        around.find_map(|path| self.0.get(path)).map(|spot| spot.value.clone())
    }
}

/// A path, and before it the paths of all that it leads through, from the file itself on.
fn paths_to(path: &str) -> Vec<&str> {
    let ends = path.match_indices(['.', '[']).map(|(at, _)| &path[..at]);
    once("").chain(ends.filter(|path| !path.is_empty())).chain(once(path)).collect()
}

struct Walk<'p> {
    wanted: HashSet<&'p str>,
    /// Where the walk is.
    path: String,
    found: HashMap<String, Spot>,
}

impl Walk<'_> {
    /// Takes down where a value stands, and goes on into it. Of a field that stands twice the last counts. Up to `stem` the
    /// path is that of a field, and then follows the position in its list.
    fn found(&mut self, name: Option<Range<usize>>, value: &Value, stem: usize) {
        if !self.wanted.contains(self.path.as_str()) {
            return;
        }
        self.found.insert(self.path.clone(), Spot { name, value: shown(value) });
        match value {
            Value::Object(object) => self.fields(object),
            Value::Array(list) => self.items(list, stem),
            _ => {}
        }
    }

    fn fields(&mut self, object: &Object) {
        let end = self.path.len();
        for field in &object.properties {
            if end > 0 {
                self.path.push('.');
            }
            let told = field.name.as_str().chars();
            self.path.extend(told.map(|char| if is_publishable(char) { char } else { '�' }));
            let name = field.name.range();
            self.found(Some(name.start..name.end), &field.value, self.path.len());
            self.path.truncate(end);
        }
    }

    /// The items of a list; those of a list in a list are told as if they stood in the field itself.
    fn items(&mut self, list: &Array, stem: usize) {
        for (index, item) in list.elements.iter().enumerate() {
            self.path.truncate(stem);
            self.path.push_str(&format!("[{index}]"));
            self.found(None, item, stem);
        }
    }
}

/// What is shown of a value: a text, number or word as a whole; of a record its id; else where it begins.
fn shown(value: &Value) -> Range<usize> {
    let range = value.range();
    match value {
        Value::Object(object) => match object.get("id").map(|field| &field.value) {
            Some(Value::StringLit(id)) => id.range.start..id.range.end,
            _ => range.start..range.start + 1,
        },
        Value::Array(_) => range.start..range.start + 1,
        _ => range.start..range.end,
    }
}
