//! Texts, as many fields have them.

use std::borrow::Cow;

use schemars::JsonSchema;

use crate::core::archive::json::{Json, each_item};
use crate::core::archive::record::{Record, Value, read_record, record, tidy_text_or_record};
use crate::core::archive::tidy::{At, is_passed_over};

/// A sentence or paragraph, and where it comes from. A plain string stands for one without a source of its own.
#[derive(Debug, Clone, PartialEq, JsonSchema)]
#[schemars(untagged)]
pub enum Statement {
    /// The text alone.
    Text(String),
    /// The text with its source.
    Sourced(SourcedText),
}

record! {
    /// A text with its source.
    pub struct SourcedText {
        /// The text itself.
        pub text: String,
        /// Its language, as a BCP 47 tag, where that is not the archive's.
        pub language: Option<String>,
        /// The same text in other languages, by BCP 47 tag.
        #[schemars(default, with = "std::collections::BTreeMap<String, String>")]
        pub translations: ByName,
        /// Where it comes from: the id of a source, or several.
        #[schemars(default)]
        pub source: OneOrMany,
    }
}

impl Statement {
    /// The text itself.
    pub fn text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            Self::Sourced(sourced) => &sourced.text,
        }
    }

    /// The ids of the sources it names; empty where it names none.
    pub fn source(&self) -> &[String] {
        match self {
            Self::Text(_) => &[],
            Self::Sourced(sourced) => sourced.source.as_slice(),
        }
    }

    /// The language it names as its own.
    pub fn language(&self) -> Option<&str> {
        match self {
            Self::Text(_) => None,
            Self::Sourced(sourced) => sourced.language.as_deref(),
        }
    }

    /// The same text in other languages, by BCP 47 tag.
    pub fn translations(&self) -> &[(String, OneOrMany)] {
        match self {
            Self::Text(_) => &[],
            Self::Sourced(sourced) => &sourced.translations,
        }
    }

    fn read_one(json: Json) -> Self {
        match json {
            Json::Text(text) => Self::Text(text.into_owned()),
            json => Self::Sourced(read_record(json)),
        }
    }
}

impl Value for Vec<Statement> {
    fn from_json(json: Json) -> Self {
        let mut statements = Self::new();
        each_item(json, &mut |item| statements.push(Statement::read_one(item)));
        statements
    }

    fn tidy(at: &mut At) {
        at.unless_empty(|at| {
            at.as_list();
            at.each_item(&|at| tidy_text_or_record(&SourcedText::FORM, at));
        });
    }
}

impl Value for Option<Statement> {
    fn from_json(json: Json) -> Self {
        match json {
            Json::Text(_) | Json::Object(_) => Some(Statement::read_one(json)),
            _ => None,
        }
    }

    fn tidy(at: &mut At) {
        at.unless_empty(|at| tidy_text_or_record(&SourcedText::FORM, at));
    }
}

/// Texts by a name, in the file's order; each name stands once.
pub type ByName = Vec<(String, OneOrMany)>;

impl Value for ByName {
    fn from_json(json: Json) -> Self {
        let mut texts = Self::new();
        if let Json::Object(fields) = json {
            for (name, json) in fields {
                if !is_passed_over(&name) {
                    texts.push((Cow::into_owned(name), OneOrMany::from_json(json)));
                }
            }
        }
        texts
    }

    fn tidy(at: &mut At) {
        at.unless_empty(At::by_name);
    }
}

/// One text, or a list of them: `"en"` or `["en", "ru"]`.
#[derive(Debug, Clone, Default, PartialEq, Eq, JsonSchema)]
#[schemars(with = "OneOrManyTexts")]
pub struct OneOrMany(pub Vec<String>);

/// The two forms of [`OneOrMany`] in a file.
#[derive(JsonSchema)]
#[schemars(untagged, inline)]
#[expect(dead_code, reason = "only described, never made")]
enum OneOrManyTexts {
    /// One text.
    One(String),
    /// Several.
    Many(Vec<String>),
}

impl OneOrMany {
    /// The texts in the file's order.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}

impl Value for OneOrMany {
    fn from_json(json: Json) -> Self {
        match json {
            Json::Text(text) => Self(vec![text.into_owned()]),
            json => Self(Vec::from_json(json)),
        }
    }

    fn tidy(at: &mut At) {
        at.unless_empty(At::one_or_many);
    }
}
