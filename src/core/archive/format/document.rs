//! Documents.

use std::collections::BTreeMap;

use crate::core::archive::format::text::{ByName, OneOrMany};
use crate::core::archive::json::{Fields, Json};
use crate::core::archive::record::{record, text};
use crate::core::archive::values::is_web_address;
use crate::core::text::percent::encoded;

record! {
    /// A document of a meeting.
    pub struct Document {
        /// Title of the document.
        pub title: String,
        /// What it is, for example `programme` or `list of participants`; several where it is several at once.
        #[schemars(default)]
        pub kind: OneOrMany,
        /// Languages in which it exists, as BCP 47 tags.
        #[schemars(default)]
        pub languages: Vec<String>,
        /// Web address (http or https); left out where none survives. A plain text in place of a document is its address or,
        /// where it is none, its title.
        pub url: Option<String>,
        /// A file kept beside the dataset: its path in the folder `documents`, for example `2011/programme.pdf`. It is published
        /// with the site.
        pub file: Option<String>,
        /// Media type (RFC 6838), for example `application/pdf`.
        pub r#type: Option<String>,
        /// Size in bytes.
        pub size: Option<f64>,
        /// SHA-256 of its content, 64 hexadecimal digits.
        pub sha256: Option<String>,
        /// Web address of a copy that an archive of web pages keeps.
        pub archived: Option<String>,
        /// Day on which its address was last seen to work, `YYYY-MM-DD`.
        pub seen: Option<String>,
        /// What else a reader should know of the document.
        pub note: Option<String>,
        /// Where it comes from: the id of a source, or several.
        #[schemars(default)]
        pub source: OneOrMany,
        /// Single fields that come from elsewhere: the field's name, and the id of its source, or several.
        #[schemars(default, with = "BTreeMap<String, OneOrMany>")]
        pub additions: ByName,
    }
    from_text |text: &str| document(text);
    forgive |fields: &mut Fields| without_folder(fields, "file") | titled(fields);
}

/// The folder of kept files, beside the dataset and in the published site.
pub const FOLDER: &str = "documents/";

/// Where a kept file is published within the site, as addresses have it, by its path in the folder of kept files.
pub fn published_path(file: &str) -> String {
    format!("{FOLDER}{}", encoded(file))
}

impl Document {
    /// Whether it can be opened: it has an address, or a file of the site's own.
    pub fn can_be_opened(&self) -> bool {
        self.url.is_some() || self.file.is_some()
    }

    /// Whether nothing of it can be read anywhere: it has no address, no file, and no copy that others keep.
    pub fn is_lost(&self) -> bool {
        !self.can_be_opened() && self.archived.is_none()
    }
}

/// A document of which only one text is known.
fn document(text_of: &str) -> Fields<'static> {
    match is_web_address(text_of) {
        true => vec![text("title", without_scheme(text_of)), text("url", text_of)],
        false => vec![text("title", text_of)],
    }
}

/// An address as people write it.
pub fn without_scheme(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest.trim_end_matches('/'))
}

/// A document without a title is called as its address or its file is.
fn titled(fields: &mut Fields) -> bool {
    let text_of = |name: &str| {
        fields.iter().find_map(|(of, json)| match json {
            Json::Text(text) if of == name && !text.trim().is_empty() => Some(text.as_ref()),
            _ => None,
        })
    };
    let title = match fields.iter().any(|(name, _)| name == "title") {
        true => None,
        false => text_of("url").or_else(|| text_of("file")).map(|of| without_scheme(of).to_owned()),
    };
    let is_new = title.is_some();
    fields.extend(title.map(|title| text("title", &title)));
    is_new
}

/// The path of a file may begin with the folder that all of them are in.
pub(super) fn without_folder(fields: &mut Fields, name: &str) -> bool {
    let file = fields.iter_mut().find(|(of, _)| of == name);
    match file {
        Some((_, Json::Text(path))) if path.starts_with(FOLDER) => {
            *path = path[FOLDER.len()..].to_owned().into();
            true
        }
        _ => false,
    }
}
