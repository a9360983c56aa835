//! How a record of the format is read from JSON, and brought into its full form. Both follow from what the record's fields
//! are, so a record is declared once, by the macro below.
//!
//! Reading never fails: what is missing or of another kind than belongs there is left empty. It says nothing of that, since
//! what comes to it was brought into its full form before: by [`tidy`](super::tidy), which names all that is at fault.
//!
//! Derived `Deserialize` would stop at a record's first fault, could not tell its path without doubling the code, and
//! costs four times the WASM.

use std::borrow::Cow;

use crate::core::archive::json::{Fields, Json, fields, take};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Kind};
use crate::core::archive::tidy::{At, Findings, Tidy};
use crate::core::archive::values::{NONE, is_id};
use crate::core::text::slug::{slug, with_hash};

/// A record of the format: something that is read from the fields of an object.
pub trait Record: Sized {
    /// The names of its fields, as they are declared.
    const FIELDS: &'static [&'static str];

    /// How it is brought into its full form.
    const FORM: Form;

    /// Reads the record.
    fn read(fields: &mut Fields) -> Self;
}

/// How records of one kind are brought into their full form.
pub struct Form {
    /// Brings their fields into their full form, all of them.
    pub fields: fn(&mut Tidy),
    /// The fields that a plain text stands for, if it can stand for a record.
    pub from_text: Option<fn(&str) -> Fields<'static>>,
    /// Brings into its full form what no single field can tell; whether anything was to be done.
    pub forgive: Option<fn(&mut Fields) -> bool>,
}

/// What can stand in a field.
pub trait Value: Sized {
    /// Takes it out of a value; empty where that is of another kind.
    fn from_json(json: Json) -> Self;

    /// Brings it into its full form; what is no form of it is named and taken away.
    fn tidy(at: &mut At);

    /// Reads the field of this name; empty where it is left out or of another kind.
    // One function for each kind and not for each field: a record has many of them.
    #[inline(never)]
    fn read(fields: &mut Fields, name: &str) -> Self {
        Self::from_json(take(fields, name))
    }
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
            const FIELDS: &'static [&'static str] =
                &[$(crate::core::archive::record::field_name(stringify!($field))),*];

            const FORM: crate::core::archive::record::Form = crate::core::archive::record::Form {
                fields: |fields| {
                    $(fields.field(
                        crate::core::archive::record::field_name(stringify!($field)),
                        <$value as crate::core::archive::record::Value>::tidy,
                    );)*
                },
                from_text: crate::core::archive::record::record!(@optional $($from_text)?),
                forgive: crate::core::archive::record::record!(@optional $($forgive)?),
            };

            fn read(fields: &mut crate::core::archive::json::Fields) -> Self {
                Self {
                    $($field: crate::core::archive::record::Value::read(
                        fields,
                        crate::core::archive::record::field_name(stringify!($field)),
                    ),)*
                }
            }
        }
    };
    (@optional) => { None };
    (@optional $function:expr) => { Some($function) };
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
    tidy_fields(&T::FORM, Path::root(), fields, &mut findings);
    findings
}

fn tidy_fields(form: &Form, path: Path, fields: &mut Fields, findings: &mut Findings) {
    findings.is_changed |= form.forgive.is_some_and(|forgive| forgive(fields));
    let mut tidy = Tidy::new(path, fields, findings);
    (form.fields)(&mut tidy);
    tidy.finish();
}

/// Brings a record into its full form.
pub fn tidy_record(form: &Form, at: &mut At) {
    if let (Json::Text(text), Some(from_text)) = (&*at.json, form.from_text) {
        at.set(Json::Object(from_text(text)));
    }
    match at.json {
        Json::Object(fields) => tidy_fields(form, at.path, fields, at.findings),
        _ => at.report(Fault::Kind(Kind::Object)),
    }
}

/// Brings a list of records into its full form.
pub fn tidy_records(form: &Form, at: &mut At) {
    if form.from_text.is_some() {
        at.as_list();
    }
    at.each_item(&|at| tidy_record(form, at));
}

/// Brings into its full form what may be a text alone, or a record with more.
pub fn tidy_text_or_record(form: &Form, at: &mut At) {
    if !matches!(at.json, Json::Text(_)) {
        tidy_record(form, at);
    }
}

/// A record of the fields of an object; an empty one of anything else.
pub fn read_record<T: Record>(json: Json) -> T {
    T::read(&mut fields(json))
}

/// Makes texts of whole numbers in fields of these names, whose texts may look like numbers; whether there were any. Of any
/// other number nobody knows how it was written: 4.10 is 4.1.
pub fn numbers_as_texts(fields: &mut Fields, names: &[&str]) -> bool {
    let mut is_any = false;
    for (_, json) in fields.iter_mut().filter(|(name, _)| names.contains(&&**name)) {
        if let Json::Number(number) = json
            && number.fract() == 0.0
        {
            *json = Json::Text((*number as i64).to_string().into());
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
