//! Reading that loses nothing: a record of the wrong shape is set aside with its fault, and its neighbours stay.

use std::fmt;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, DeserializeOwned, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::dataset::{SourcedText, Statement};

/// A list of records of which each is read by itself. Works with JSON text only, since it keeps the text of a
/// record until that record is read.
#[derive(Debug, Clone)]
pub struct Records<T> {
    /// The records that could be read, each with its position in the file's list.
    pub sound: Vec<(usize, T)>,
    /// The records that could not be read.
    pub misshapen: Vec<Misshapen>,
}

/// A record whose JSON is not of the record's shape, for example a number where a text belongs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misshapen {
    /// Position in the file's list.
    pub index: usize,
    /// Path of the field inside the record, for example `documents[0].title`; empty for the record itself.
    pub path: String,
    /// The parser's own words on what it found and what it expected.
    pub message: String,
}

impl<T> Default for Records<T> {
    fn default() -> Self {
        Self { sound: Vec::new(), misshapen: Vec::new() }
    }
}

impl<T> Records<T> {
    /// The sound records in the file's order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.sound.iter().map(|(_, record)| record)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Records<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw = Vec::<&RawValue>::deserialize(deserializer)?;
        let mut records = Self { sound: Vec::with_capacity(raw.len()), misshapen: Vec::new() };
        for (index, text) in raw.into_iter().enumerate() {
            match read_record(text.get()) {
                Ok(record) => records.sound.push((index, record)),
                Err((path, error)) => {
                    // The position counts from the record's first letter, which no reader can use.
                    let message = error.to_string().split(" at line ").next().unwrap_or_default().to_owned();
                    records.misshapen.push(Misshapen { index, path, message });
                }
            }
        }
        Ok(records)
    }
}

/// Reads one record; on failure with the path of the field inside it.
#[cfg(feature = "native")]
fn read_record<T: DeserializeOwned>(json: &str) -> Result<T, (String, serde_json::Error)> {
    serde_path_to_error::deserialize(&mut serde_json::Deserializer::from_str(json)).map_err(|error| {
        // The library writes a lone dot for the record itself.
        let path = Some(error.path().to_string()).filter(|path| path != ".");
        (path.unwrap_or_default(), error.into_inner())
    })
}

/// Reads one record. Following the path to a field would double the code that reads it, 90 kB of WASM, so in the
/// browser a fault is found in the record; the keeper's tool names the field.
#[cfg(not(feature = "native"))]
fn read_record<T: DeserializeOwned>(json: &str) -> Result<T, (String, serde_json::Error)> {
    serde_json::from_str(json).map_err(|error| (String::new(), error))
}

/// One text, or a list of them: `"en"` or `["en", "ru"]`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OneOrMany(Vec<String>);

impl OneOrMany {
    /// The texts in the file's order.
    pub fn as_slice(&self) -> &[String] {
        &self.0
    }
}

struct OneOrManyVisitor;

impl<'de> Visitor<'de> for OneOrManyVisitor {
    type Value = OneOrMany;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a text or a list of texts")
    }

    fn visit_str<E>(self, text: &str) -> Result<OneOrMany, E> {
        Ok(OneOrMany(vec![text.to_owned()]))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<OneOrMany, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(seq)).map(OneOrMany)
    }
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrManyVisitor)
    }
}

struct StatementVisitor;

impl<'de> Visitor<'de> for StatementVisitor {
    type Value = Statement;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a text, or an object with `text` and `source`")
    }

    fn visit_str<E>(self, text: &str) -> Result<Statement, E> {
        Ok(Statement::Text(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Statement, A::Error> {
        SourcedText::deserialize(MapAccessDeserializer::new(map)).map(Statement::Sourced)
    }
}

impl<'de> Deserialize<'de> for Statement {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(StatementVisitor)
    }
}

#[cfg(feature = "native")]
mod schema {
    //! In the published format a list of records is a plain list, and one-or-many is either.

    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{OneOrMany, Records};

    impl<T: JsonSchema> JsonSchema for Records<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            Vec::<T>::schema_name()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            Vec::<T>::json_schema(generator)
        }
    }

    impl JsonSchema for OneOrMany {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            "OneOrMany".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            json_schema!({ "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] })
        }
    }
}
