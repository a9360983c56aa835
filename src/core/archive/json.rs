//! JSON as a tree, and the reading of records from it. Reading never fails: what is missing is left empty, what is of
//! the wrong kind is left empty and reported with its path, and what the format does not have is reported too.
//!
//! Derived `Deserialize` would stop at a record's first fault, could not tell its path without doubling the code, and
//! costs four times the WASM.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use crate::core::archive::format::{ByName, OneOrMany, Statement};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Kind, Problem};

/// A JSON value that borrows from the text it was read from where it can.
#[derive(Debug, Clone, PartialEq)]
pub enum Json<'a> {
    /// `null`, which stands for a field that is left out.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(Cow<'a, str>),
    /// A list.
    List(Vec<Json<'a>>),
    /// Names and values, in the text's order.
    Object(Vec<(Cow<'a, str>, Json<'a>)>),
}

struct JsonVisitor;

impl<'de> Visitor<'de> for JsonVisitor {
    type Value = Json<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json<'de>, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json<'de>, E> {
        Ok(Json::Bool(flag))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number as f64))
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json<'de>, E> {
        Ok(Json::Number(number))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Json<'de>, E> {
        Ok(Json::Text(Cow::Borrowed(text)))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json<'de>, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element()? {
            items.push(item);
        }
        Ok(Json::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json<'de>, A::Error> {
        // Most objects have more than four fields and few more than sixteen.
        let mut fields = Vec::with_capacity(12);
        while let Some(name) = map.next_key()? {
            // A name is read like any text, so that it borrows where it can.
            if let Json::Text(name) = name {
                fields.push((name, map.next_value()?));
            }
        }
        Ok(Json::Object(fields))
    }
}

impl<'de> Deserialize<'de> for Json<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(JsonVisitor)
    }
}

/// A record of the format: something that is read from the fields of an object.
pub trait Record: Sized {
    /// Reads the record; reports in `fields` what is wrong.
    fn read(fields: &mut Fields) -> Self;
}

/// The fields of an object that have not been read yet.
pub struct Fields<'a, 'r> {
    path: Path<'r>,
    rest: Vec<(Cow<'a, str>, Json<'a>)>,
    problems: &'r mut Vec<Problem>,
}

/// Reads a record from a value; reports what is wrong with it, and fields that it does not have.
pub fn read_record<T: Record>(path: Path, json: Json, problems: &mut Vec<Problem>) -> T {
    let rest = match json {
        Json::Object(rest) => rest,
        _ => {
            problems.push(Problem::new(path, Fault::Kind(Kind::Object)));
            Vec::new()
        }
    };
    let mut fields = Fields { path, rest, problems };
    let record = T::read(&mut fields);
    fields.finish();
    record
}

impl<'a> Fields<'a, '_> {
    fn take(&mut self, name: &str) -> Json<'a> {
        let mut taken = Json::Null;
        while let Some(at) = self.rest.iter().position(|(of, _)| of == name) {
            if taken != Json::Null {
                self.problems.push(Problem::new(self.path.field(name), Fault::RepeatedField));
            }
            taken = self.rest.swap_remove(at).1;
        }
        taken
    }

    fn list(&mut self, name: &str) -> Vec<Json<'a>> {
        match self.take(name) {
            Json::Null => Vec::new(),
            Json::List(items) => items,
            _ => {
                self.wrong_kind(name, Kind::List);
                Vec::new()
            }
        }
    }

    fn finish(self) {
        for (name, _) in &self.rest {
            self.problems.push(Problem::new(self.path.field(name), Fault::UnknownField));
        }
    }

    fn wrong_kind(&mut self, name: &str, expected: Kind) {
        self.problems.push(Problem::new(self.path.field(name), Fault::Kind(expected)));
    }

    /// A text; `None` where it is left out or is no text.
    pub fn text_if(&mut self, name: &str) -> Option<String> {
        match self.take(name) {
            Json::Null => None,
            Json::Text(text) => Some(text.into_owned()),
            _ => {
                self.wrong_kind(name, Kind::Text);
                None
            }
        }
    }

    /// A text; empty where it is left out or is no text.
    pub fn text(&mut self, name: &str) -> String {
        self.text_if(name).unwrap_or_default()
    }

    /// A number; `None` where it is left out or is no number.
    pub fn number(&mut self, name: &str) -> Option<f64> {
        match self.take(name) {
            Json::Null => None,
            Json::Number(number) => Some(number),
            _ => {
                self.wrong_kind(name, Kind::Number);
                None
            }
        }
    }

    /// A whole number from 0 to 2³² − 1; `None` where it is left out or is none.
    pub fn count(&mut self, name: &str) -> Option<u32> {
        let number = self.number(name)?;
        let count = number as u32;
        if f64::from(count) != number {
            self.wrong_kind(name, Kind::WholeNumber);
            return None;
        }
        Some(count)
    }

    /// `true` or `false`; `None` where it is left out or is neither.
    pub fn flag(&mut self, name: &str) -> Option<bool> {
        match self.take(name) {
            Json::Null => None,
            Json::Bool(flag) => Some(flag),
            _ => {
                self.wrong_kind(name, Kind::Flag);
                None
            }
        }
    }

    /// A list of texts.
    pub fn texts(&mut self, name: &str) -> Vec<String> {
        match self.take(name) {
            Json::Text(_) => {
                self.wrong_kind(name, Kind::List);
                Vec::new()
            }
            json => texts(json).unwrap_or_else(|| {
                self.wrong_kind(name, Kind::Texts);
                Vec::new()
            }),
        }
    }

    /// A text or a list of texts.
    pub fn one_or_many(&mut self, name: &str) -> OneOrMany {
        let texts = texts(self.take(name));
        OneOrMany(texts.unwrap_or_else(|| {
            self.wrong_kind(name, Kind::OneOrMany);
            Vec::new()
        }))
    }

    /// A text or a list of texts for each name of an object.
    pub fn by_name(&mut self, name: &str) -> ByName {
        let mut found = ByName::new();
        match self.take(name) {
            Json::Null => {}
            Json::Object(fields) => {
                let within = self.path.field(name);
                for (of, json) in fields {
                    let fault = match texts(json) {
                        _ if found.iter().any(|(known, _)| *known == of) => Fault::RepeatedField,
                        None => Fault::Kind(Kind::OneOrMany),
                        Some(texts) => {
                            found.push((of.into_owned(), OneOrMany(texts)));
                            continue;
                        }
                    };
                    self.problems.push(Problem::new(within.field(&of), fault));
                }
            }
            _ => self.wrong_kind(name, Kind::Object),
        }
        found
    }

    /// A record, if it is there.
    pub fn record<T: Record>(&mut self, name: &str) -> Option<T> {
        match self.take(name) {
            Json::Null => None,
            json => Some(read_record(self.path.field(name), json, self.problems)),
        }
    }

    /// A list of records; what is no record is read as an empty one, so that positions stay.
    pub fn records<T: Record>(&mut self, name: &str) -> Vec<T> {
        let mut records = Vec::new();
        for (index, json) in self.list(name).into_iter().enumerate() {
            records.push(read_record(self.path.item(name, index), json, self.problems));
        }
        records
    }

    /// A list of statements: texts, or objects with a text and its sources.
    pub fn statements(&mut self, name: &str) -> Vec<Statement> {
        let mut statements = Vec::new();
        for (index, json) in self.list(name).into_iter().enumerate() {
            statements.push(match json {
                Json::Text(text) => Statement::Text(text.into_owned()),
                json => Statement::Sourced(read_record(self.path.item(name, index), json, self.problems)),
            });
        }
        statements
    }
}

/// The texts of a text or a list of texts; `None` if it is neither.
fn texts(json: Json) -> Option<Vec<String>> {
    match json {
        Json::Null => Some(Vec::new()),
        Json::Text(text) => Some(vec![text.into_owned()]),
        Json::List(items) => items
            .into_iter()
            .map(|item| match item {
                Json::Text(text) => Some(text.into_owned()),
                _ => None,
            })
            .collect(),
        _ => None,
    }
}
