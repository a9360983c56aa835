//! Brings a dataset into its full form before it is read, and names what has none. What can mean one thing only is taken for
//! that: an empty text for one that is left out, `"7"` for a number where one belongs, a text for a list of one. All else is
//! named with its path and taken away: what is of another kind than belongs there, and what the format does not have.

use crate::core::archive::json::{Fields, Json};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Kind, Problem};

/// What may stand in every object, whatever it is: by which editors know the schema, and what keepers note for themselves.
const PASSED_OVER: [&str; 2] = ["$schema", "$comment"];

/// Whether a name is of a field that is passed over without a word.
pub fn is_passed_over(name: &str) -> bool {
    PASSED_OVER.contains(&name)
}

/// What was found on the way.
#[derive(Debug, Default)]
pub struct Findings {
    /// What is at fault.
    pub problems: Vec<Problem>,
    /// Whether anything was written otherwise than in its full form.
    pub is_changed: bool,
}

/// The fields of a record on their way.
pub struct Tidy<'a, 'r> {
    path: Path<'r>,
    fields: &'r mut Fields<'a>,
    /// The names that the record has told.
    known: Vec<&'static str>,
    findings: &'r mut Findings,
}

impl<'a, 'r> Tidy<'a, 'r> {
    /// The fields of the record at this place.
    pub fn new(path: Path<'r>, fields: &'r mut Fields<'a>, findings: &'r mut Findings) -> Self {
        Self { path, fields, known: Vec::new(), findings }
    }

    /// Names the fields that the record does not have, once it has told all that it has.
    pub fn finish(self) {
        let is_known = |name: &str| self.known.contains(&name) || is_passed_over(name);
        for (name, _) in self.fields.iter().filter(|(name, _)| !is_known(name)) {
            self.findings.problems.push(Problem::new(self.path.field(name), Fault::UnknownField));
        }
    }

    /// Brings the field of this name into its full form, if it is there.
    pub fn field(&mut self, name: &'static str, tidy: fn(&mut At)) {
        self.known.push(name);
        let path = self.path.field(name);
        let Some(mut at) = self.fields.iter().position(|(of, _)| of == name) else { return };
        // Of several the last one counts, as browsers have it.
        while let Some(next) = self.fields[at + 1..].iter().position(|(of, _)| of == name) {
            self.fields.remove(at);
            at += next;
            self.findings.problems.push(Problem::new(path, Fault::RepeatedField));
        }
        if let Some((_, json)) = self.fields.get_mut(at) {
            let was_there = *json != Json::Null;
            tidy(&mut At { json, path, findings: self.findings });
            // What turned out to be left out is left out.
            if was_there && *json == Json::Null {
                self.fields.remove(at);
            }
        }
    }
}

/// A value on its way, and where it stands.
pub struct At<'a, 'r> {
    /// What stands here.
    pub json: &'r mut Json<'a>,
    /// Where that is.
    pub path: Path<'r>,
    /// What was found so far.
    pub findings: &'r mut Findings,
}

impl<'a> At<'a, '_> {
    /// Names what is at fault here.
    pub fn report(&mut self, fault: Fault) {
        self.findings.problems.push(Problem::new(self.path, fault));
    }

    /// Puts its full form in the place of what stands here.
    pub fn set(&mut self, json: Json<'a>) {
        *self.json = json;
        self.findings.is_changed = true;
    }

    /// Names what belongs here instead of what does.
    fn wrong(&mut self, kind: Kind) {
        self.report(Fault::Kind(kind));
        *self.json = Json::Null;
    }

    /// What is left out may be written as an empty text; anything else is brought into its full form.
    pub fn unless_empty(&mut self, tidy: fn(&mut Self)) {
        match self.json {
            Json::Null => {}
            Json::Text(text) if text.trim().is_empty() => self.set(Json::Null),
            _ => tidy(self),
        }
    }

    /// A text.
    pub fn text(&mut self) {
        if !matches!(self.json, Json::Null | Json::Text(_)) {
            self.wrong(Kind::Text);
        }
    }

    /// A number, also where it is written as a text.
    pub fn number(&mut self) {
        let number = match self.json {
            Json::Null | Json::Number(_) => return,
            Json::Text(text) => number(text),
            _ => None,
        };
        match number {
            Some(number) => self.set(Json::Number(number)),
            None => self.wrong(Kind::Number),
        }
    }

    /// A whole number from 0 to 2³² − 1.
    pub fn whole_number(&mut self) {
        self.number();
        if let Json::Number(number) = self.json
            && f64::from(*number as u32) != *number
        {
            self.wrong(Kind::WholeNumber);
        }
    }

    /// `true` or `false`.
    pub fn flag(&mut self) {
        match self.json {
            Json::Null | Json::Bool(_) => {}
            Json::Text(text) if text == "true" || text == "false" => {
                let flag = text == "true";
                self.set(Json::Bool(flag));
            }
            _ => self.wrong(Kind::Flag),
        }
    }

    /// Makes a list of one of a text that stands alone.
    pub fn as_list(&mut self) {
        if let Json::Text(_) = self.json {
            let item = std::mem::replace(self.json, Json::Null);
            self.set(Json::List(vec![item]));
        }
    }

    /// Brings each item of a list into its full form.
    pub fn each_item(&mut self, tidy: &dyn Fn(&mut At)) {
        match self.json {
            Json::Null => {}
            Json::List(items) => {
                for (index, json) in items.iter_mut().enumerate() {
                    tidy(&mut At { json, path: self.path.at(index), findings: self.findings });
                }
            }
            _ => self.wrong(Kind::List),
        }
    }

    /// A list of texts.
    pub fn texts(&mut self) {
        match self.json {
            Json::List(items) if items.iter().all(|item| matches!(item, Json::Text(_))) => {}
            _ => self.wrong(Kind::Texts),
        }
    }

    /// A text or a list of texts.
    pub fn one_or_many(&mut self) {
        match self.json {
            Json::Text(_) => {}
            Json::List(items) if items.iter().all(|item| matches!(item, Json::Text(_))) => {}
            _ => self.wrong(Kind::OneOrMany),
        }
    }

    /// A text or a list of texts for each name of an object.
    pub fn by_name(&mut self) {
        let Json::Object(fields) = self.json else {
            self.wrong(Kind::Object);
            return;
        };
        let mut known: Vec<String> = Vec::new();
        let (path, findings) = (self.path, &mut *self.findings);
        fields.retain_mut(|(name, json)| {
            if is_passed_over(name) {
                return true;
            }
            let mut at = At { json, path: path.field(name), findings };
            if known.iter().any(|of| of == name) {
                at.report(Fault::RepeatedField);
                return false;
            }
            known.push(name.to_string());
            at.unless_empty(At::one_or_many);
            *json != Json::Null
        });
    }
}

/// The number that a text is, as JSON would write it.
fn number(text: &str) -> Option<f64> {
    let text = text.trim();
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || b"-.".contains(&byte));
    match serde_json::from_str(text) {
        Ok(Json::Number(number)) if is_plain => Some(number),
        _ => None,
    }
}
