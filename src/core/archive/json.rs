//! JSON as a tree.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::ser::{Serialize, Serializer};

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
    Object(Fields<'a>),
}

/// The fields of an object: names and values, in the text's order.
pub type Fields<'a> = Vec<(Cow<'a, str>, Json<'a>)>;

/// Takes the value of a field, the last of this name; `null` where there is none.
pub fn take<'a>(fields: &mut Fields<'a>, name: &str) -> Json<'a> {
    match fields.iter().rposition(|(of, _)| of == name) {
        Some(at) => fields.swap_remove(at).1,
        None => Json::Null,
    }
}

/// Hands on the items of a list; nothing of anything else.
// One loop for all kinds of items: there are many, and each loop has its bytes.
#[inline(never)]
pub fn each_item(json: Json, tell: &mut dyn FnMut(Json)) {
    if let Json::List(items) = json {
        items.into_iter().for_each(tell);
    }
}

/// Hands on the fields of each object of a list, and none for what is no object.
#[inline(never)]
pub fn each_record(json: Json, tell: &mut dyn FnMut(&mut Fields)) {
    each_item(json, &mut |item| tell(&mut fields(item)));
}

/// Hands on the fields of each object of a list within an object, with its position, to be changed.
pub fn each_within(object: &mut Fields, list: &str, tell: &mut dyn FnMut(usize, &mut Fields)) {
    for (_, json) in object.iter_mut().filter(|(name, _)| name == list) {
        if let Json::List(items) = json {
            for (index, item) in items.iter_mut().enumerate() {
                if let Json::Object(fields) = item {
                    tell(index, fields);
                }
            }
        }
    }
}

/// The fields of an object; none of anything else.
pub fn fields(json: Json) -> Fields {
    match json {
        Json::Object(fields) => fields,
        _ => Vec::new(),
    }
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

/// The greatest whole number of which a number in JSON tells every digit, 2⁵³.
pub const WHOLE: f64 = 9_007_199_254_740_992.0;

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Null => serializer.serialize_unit(),
            Self::Bool(flag) => serializer.serialize_bool(*flag),
            // What was written without a fraction is written so again.
            Self::Number(number) if number.fract() == 0.0 && number.abs() <= WHOLE => {
                serializer.serialize_i64(*number as i64)
            }
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(items) => serializer.collect_seq(items),
            Self::Object(fields) => serializer.collect_map(fields.iter().map(|(name, json)| (name, json))),
        }
    }
}
