//! How a record of the format is read from JSON, and brought into its full form. Both follow from what the record's fields
//! are, so a record is declared once, by the macro below.
//!
//! Reading never fails: what is missing or of another kind than belongs there is left empty. It says nothing of that, since
//! what comes to it was brought into its full form before: by [`tidy`](super::tidy), which names all that is at fault.
//!
//! Derived `Deserialize` would stop at a record's first fault, could not tell its path without doubling the code, and
//! costs four times the WASM.

use std::borrow::Cow;

use crate::core::archive::json::{Fields, Json};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Kind};
use crate::core::archive::tidy::{At, Findings, Tidy};
use crate::core::archive::values::{NONE, is_id};
use crate::core::text::slug::{slug, with_hash};

/// A record of the format: something that is read from the fields of an object.
pub trait Record: Sized {
    /// Reads the record.
    fn read(fields: &mut Fields) -> Self;

    /// Brings its fields into their full form, all of them.
    fn tidy(fields: &mut Tidy);

    /// The fields that a plain text stands for, if it can stand for the record.
    fn from_text(_: &str) -> Option<Fields<'static>> {
        None
    }

    /// Brings into its full form what no single field can tell; whether anything was to be done.
    fn forgive(_: &mut Fields) -> bool {
        false
    }
}

/// What can stand in a field.
pub trait Value: Sized {
    /// Reads it; empty where it is left out or of another kind.
    fn read(json: Json) -> Self;

    /// Brings it into its full form; what is no form of it is named and taken away.
    fn tidy(at: &mut At);
}

/// Declares a record of the format: its type with the descriptions of the schema, and how it is read. Behind a record may
/// stand what a plain text in its place means, and what is forgiven beyond its single fields.
macro_rules! record {
    (
        $(#[$about:meta])*
        pub struct $name:ident {
            $($(#[$of_field:meta])* pub $field:ident: $value:ty,)*
        }
        $(from_text $from_text:expr;)?
        $(forgive $forgive:expr;)?
    ) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, schemars::JsonSchema)]
        pub struct $name {
            $($(#[$of_field])* pub $field: $value,)*
        }

        impl crate::core::archive::record::Record for $name {
            fn read(fields: &mut crate::core::archive::json::Fields) -> Self {
                Self {
                    $($field: crate::core::archive::record::Value::read(crate::core::archive::json::take(
                        fields,
                        crate::core::archive::record::field_name(stringify!($field)),
                    )),)*
                }
            }

            fn tidy(fields: &mut crate::core::archive::tidy::Tidy) {
                $(fields.field(
                    crate::core::archive::record::field_name(stringify!($field)),
                    <$value as crate::core::archive::record::Value>::tidy,
                );)*
            }

            $(fn from_text(text: &str) -> Option<crate::core::archive::json::Fields<'static>> {
                Some($from_text(text))
            })?

            $(fn forgive(fields: &mut crate::core::archive::json::Fields) -> bool {
                $forgive(fields)
            })?
        }
    };
}
pub(crate) use record;

/// The name that a field has in files: a field that is called as a word of the language is not written so there.
pub const fn field_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        [b'r', b'#', ..] => name.split_at(2).1,
        _ => name,
    }
}

/// Brings the fields of a record that stands for a file as a whole into their full form.
pub fn tidy<T: Record>(fields: &mut Fields) -> Findings {
    let mut findings = Findings::default();
    tidy_fields::<T>(Path::root(), fields, &mut findings);
    findings
}

fn tidy_fields<T: Record>(path: Path, fields: &mut Fields, findings: &mut Findings) {
    findings.is_changed |= T::forgive(fields);
    let mut tidy = Tidy::new(path, fields, findings);
    T::tidy(&mut tidy);
    tidy.finish();
}

/// Brings a record into its full form.
pub fn tidy_record<T: Record>(at: &mut At) {
    if let Json::Text(text) = &*at.json
        && let Some(fields) = T::from_text(text)
    {
        at.set(Json::Object(fields));
    }
    match at.json {
        Json::Object(fields) => tidy_fields::<T>(at.path, fields, at.findings),
        _ => at.report(Fault::Kind(Kind::Object)),
    }
}

/// The same of a record of which a text alone is a full form too.
pub fn tidy_text_or_record<T: Record>(at: &mut At) {
    match at.json {
        Json::Text(_) => {}
        _ => tidy_record::<T>(at),
    }
}

/// A record of the fields of an object; an empty one of anything else.
pub fn read_record<T: Record>(json: Json) -> T {
    let mut fields = match json {
        Json::Object(fields) => fields,
        _ => Vec::new(),
    };
    T::read(&mut fields)
}

/// Makes texts of numbers in fields of these names, whose texts may look like numbers; whether there were any.
pub fn numbers_as_texts(fields: &mut Fields, names: &[&str]) -> bool {
    let mut is_any = false;
    for (_, json) in fields.iter_mut().filter(|(name, _)| names.contains(&&**name)) {
        if let Json::Number(number) = json {
            *json = Json::Text(number.to_string().into());
            is_any = true;
        }
    }
    is_any
}

/// The id of what is known by its name alone.
pub fn id_of(name: &str) -> String {
    Some(slug(name)).filter(|id| is_id(id) && id != NONE).unwrap_or_else(|| with_hash("name", name))
}

/// A text as one of the fields of a record.
pub fn text(name: &'static str, text: &str) -> (Cow<'static, str>, Json<'static>) {
    (name.into(), Json::Text(text.to_owned().into()))
}
