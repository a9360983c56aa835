//! What the fields of records can be: texts, numbers, lists and records within. How each is read, and what stands for it
//! besides its full form.

use crate::core::archive::json::{Json, each_item, each_record};
use crate::core::archive::record::{Record, Value, tidy_record, tidy_records};
use crate::core::archive::tidy::At;

impl Value for String {
    fn from_json(json: Json) -> Self {
        match json {
            Json::Text(text) => text.into_owned(),
            _ => Self::new(),
        }
    }

    fn tidy(at: &mut At) {
        at.text();
    }
}

impl Value for Option<String> {
    fn from_json(json: Json) -> Self {
        match json {
            Json::Text(text) => Some(text.into_owned()),
            _ => None,
        }
    }

    fn tidy(at: &mut At) {
        at.unless_empty(At::text);
    }
}

impl Value for Vec<String> {
    fn from_json(json: Json) -> Self {
        let mut texts = Self::new();
        each_item(json, &mut |item| texts.push(String::from_json(item)));
        texts
    }

    fn tidy(at: &mut At) {
        at.unless_empty(|at| {
            at.as_list();
            at.texts();
        });
    }
}

impl Value for Option<f64> {
    fn from_json(json: Json) -> Self {
        match json {
            Json::Number(number) => Some(number),
            _ => None,
        }
    }

    fn tidy(at: &mut At) {
        at.unless_empty(At::number);
    }
}

impl Value for Option<u32> {
    fn from_json(json: Json) -> Self {
        Option::<f64>::from_json(json).map(|number| number as u32)
    }

    fn tidy(at: &mut At) {
        at.unless_empty(At::whole_number);
    }
}

impl Value for u32 {
    fn from_json(json: Json) -> Self {
        Option::<u32>::from_json(json).unwrap_or_default()
    }

    fn tidy(at: &mut At) {
        at.whole_number();
    }
}

impl Value for Option<bool> {
    fn from_json(json: Json) -> Self {
        match json {
            Json::Bool(flag) => Some(flag),
            _ => None,
        }
    }

    fn tidy(at: &mut At) {
        at.unless_empty(At::flag);
    }
}

impl<T: Record> Value for Option<T> {
    fn from_json(json: Json) -> Self {
        match json {
            Json::Object(mut fields) => Some(T::read(&mut fields)),
            _ => None,
        }
    }

    fn tidy(at: &mut At) {
        at.unless_empty(|at| tidy_record(&T::FORM, at));
    }
}

impl<T: Record> Value for Vec<T> {
    /// What is no record is read as an empty one, so that positions stay.
    fn from_json(json: Json) -> Self {
        let mut records = Self::new();
        each_record(json, &mut |fields| records.push(T::read(fields)));
        records
    }

    fn tidy(at: &mut At) {
        at.unless_empty(|at| tidy_records(&T::FORM, at));
    }
}
