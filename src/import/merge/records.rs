//! A dataset whose records are kept as texts, one by one: little memory for many of them.

use std::fmt;
use std::sync::Arc;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

/// The lists whose records are kept as texts.
pub const LISTS: [&str; 4] = ["themes", "places", "people", "meetings"];

/// A dataset, or another file of such lists.
#[derive(Debug, Default)]
pub struct Records {
    /// All fields in their order; in the place of each of the lists stands nothing.
    pub top: Map<String, Value>,
    /// The records of the lists, in the order of [`LISTS`], each as JSON in one line.
    pub lists: [Vec<Arc<str>>; 4],
}

impl Records {
    /// Reads a file.
    ///
    /// # Errors
    /// Where it is no JSON object.
    pub fn read(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// The records of a list.
    pub fn list(&self, name: &str) -> &[Arc<str>] {
        LISTS.iter().position(|of| *of == name).map(|at| self.lists[at].as_slice()).unwrap_or_default()
    }
}

impl<'de> Deserialize<'de> for Records {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Top;
        impl<'de> Visitor<'de> for Top {
            type Value = Records;

            fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
                formatter.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Records, A::Error> {
                let mut records = Records::default();
                while let Some(name) = map.next_key::<String>()? {
                    match LISTS.iter().position(|of| *of == name) {
                        Some(at) => {
                            records.lists[at] = map.next_value_seed(Texts)?;
                            records.top.insert(name, Value::Null);
                        }
                        None => _ = records.top.insert(name, map.next_value()?),
                    }
                }
                Ok(records)
            }
        }
        deserializer.deserialize_map(Top)
    }
}

/// The records of a list as texts.
struct Texts;

impl<'de> DeserializeSeed<'de> for Texts {
    type Value = Vec<Arc<str>>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Texts {
    type Value = Vec<Arc<str>>;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut texts = Vec::new();
        while let Some(item) = items.next_element::<Value>()? {
            texts.push(item.to_string().into());
        }
        Ok(texts)
    }

    fn visit_unit<E: serde::de::Error>(self) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(vec![Value::from(text).to_string().into()])
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut fields = Map::new();
        while let Some(name) = map.next_key::<String>()? {
            fields.insert(name, map.next_value()?);
        }
        Ok(vec![Value::Object(fields).to_string().into()])
    }

    fn visit_bool<E: serde::de::Error>(self, _: bool) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_i64<E: serde::de::Error>(self, _: i64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_u64<E: serde::de::Error>(self, _: u64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }

    fn visit_f64<E: serde::de::Error>(self, _: f64) -> Result<Self::Value, E> {
        Ok(Vec::new())
    }
}

/// The id of a record in a text.
pub fn id(record: &str) -> String {
    struct Id;
    impl<'de> Visitor<'de> for Id {
        type Value = String;

        fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
            formatter.write_str("a record")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<String, A::Error> {
            let mut id = String::new();
            while let Some(name) = map.next_key::<String>()? {
                if name == "id" {
                    id = map.next_value::<Value>()?.as_str().unwrap_or_default().to_owned();
                } else {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            Ok(id)
        }
    }
    serde_json::Deserializer::from_str(record).deserialize_map(Id).unwrap_or_default()
}

/// The fields of a record in a text.
pub fn fields(record: &str) -> Map<String, Value> {
    match serde_json::from_str(record) {
        Ok(Value::Object(fields)) => fields,
        _ => Map::new(),
    }
}
