//! What tells those who work with its data what a site holds.

use serde_json::{Value, json};

use crate::core::address::base::Home;
use crate::core::address::data::DATASET;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::Archive;
use crate::core::archive::format::Dataset;
use crate::core::archive::values::{MAIL, is_web_address};
use crate::core::export::column::AND;
use crate::core::export::csv::{READING, columns};
use crate::core::export::people;
use crate::core::text::slug::with_hash;
use crate::publish::digest::Digest;
use crate::publish::licence::licence;
use crate::publish::write::PublishError;

/// What tells of a file of the site what was written, by its path in it.
type Read<'a> = dyn Fn(&str) -> Result<Digest, PublishError> + 'a;

/// The data package (Frictionless Data Package 1) of the dataset and its tables. With their lengths and hashes whoever has a
/// copy of their files can see whether it is whole, and which one it is.
///
/// # Errors
/// Where one of these files cannot be read.
pub fn data_package(archive: &Archive, home: Home, version: &str, read: &Read) -> Result<String, PublishError> {
    let mut package = described(archive, home, version);
    let mut resources = resources(archive);
    for resource in &mut resources {
        let Digest { bytes, sha256 } = read(resource["path"].as_str().unwrap_or_default())?;
        resource["bytes"] = bytes.into();
        resource["hash"] = format!("sha256:{sha256}").into();
    }
    package["resources"] = resources.into();
    Ok(format!("{package:#}\n"))
}

/// What is told of the package as a whole.
fn described(archive: &Archive, home: Home, version: &str) -> Value {
    let dataset = &archive.dataset;
    let mut package = json!({
        "profile": "data-package",
        "name": name(archive),
        "title": dataset.title,
        "description": dataset.description.as_deref().unwrap_or(&dataset.title),
        "version": version,
    });
    if let Some(modified) = archive.modified() {
        package["created"] = format!("{modified}T00:00:00Z").into();
    }
    if let Some(address) = home.address(&Route::Explorer(Query::default())) {
        package["homepage"] = address.into();
    }
    for (name, list) in
        [("sources", sources(dataset)), ("licenses", rights(dataset)), ("contributors", publisher(dataset))]
    {
        if !list.is_empty() {
            package[name] = list.into();
        }
    }
    package
}

/// The files: the tables, and the dataset that they are made of. Calendars, feeds and the like tell nothing that these do not,
/// and are made for programs that look for them elsewhere.
fn resources(archive: &Archive) -> Vec<Value> {
    let fields: Vec<_> = columns(archive)
        .into_iter()
        .map(|column| {
            let mut field = json!({"name": column.name, "type": column.kind, "description": column.description});
            if column.is_list() {
                // As CSV on the Web calls it; Table Schema has no word for it.
                field["separator"] = AND.into();
            }
            field
        })
        .collect();
    let meetings = json!([
        {
            "name": "meetings",
            "title": "The meetings, a row each",
            "description": READING,
            "path": "meetings.csv",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "profile": "tabular-data-resource",
            "schema": {"fields": fields, "primaryKey": "id"},
        },
        {
            "name": "dataset",
            "title": "The dataset with everything recorded",
            "path": DATASET,
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
        },
    ]);
    let mut resources: Vec<Value> = meetings.as_array().cloned().unwrap_or_default();
    if !archive.people().is_empty() {
        resources.insert(1, people_resource());
    }
    resources
}

/// The table of people.
fn people_resource() -> Value {
    let field = |(name, kind, is_list, description): &people::Column| {
        let mut field = json!({"name": name, "type": kind, "description": description});
        if *is_list {
            field["separator"] = AND.into();
        }
        field
    };
    let fields: Vec<Value> = people::COLUMNS.iter().map(field).collect();
    json!({
        "name": "people",
        "title": "The people, a row each",
        "description": READING,
        "path": people::FILE,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "schema": {"fields": fields, "primaryKey": "id"},
    })
}

/// Where the data comes from.
fn sources(dataset: &Dataset) -> Vec<Value> {
    let sources = dataset.sources.iter().map(|source| match &source.url {
        Some(url) => json!({"title": source.title, "path": url}),
        None => json!({"title": source.title}),
    });
    sources.collect()
}

/// The licences of the data, each with its id, an address, or both.
fn rights(dataset: &Dataset) -> Vec<Value> {
    let licences = dataset.licence.iter().filter_map(|text| licence(text)).map(|of| match of.id {
        Some(id) => json!({"name": id, "path": of.address}),
        None => json!({"path": of.address}),
    });
    licences.collect()
}

/// Who publishes the archive, with the mail address for corrections, if it is one.
fn publisher(dataset: &Dataset) -> Vec<Value> {
    let publisher = dataset.publisher.iter().map(|publisher| {
        let mut contributor = json!({"title": publisher.name, "role": "publisher"});
        if let Some(url) = &publisher.url {
            contributor["path"] = url.as_str().into();
        }
        if let Some(contact) = dataset.contact.as_deref().filter(|contact| !is_web_address(contact)) {
            contributor["email"] = contact.strip_prefix(MAIL).unwrap_or(contact).into();
        }
        contributor
    });
    publisher.collect()
}

/// A name of the signs that one may have, `[-a-z0-9._/]+`: the archive's id; of an id in other letters what is left, with a
/// hash that tells it from others.
pub fn name(archive: &Archive) -> String {
    let id = archive.id();
    if id.is_ascii() {
        return id;
    }
    let kept: Vec<&str> = id.split('-').filter(|word| word.is_ascii()).collect();
    with_hash(if kept.is_empty() { "meetings".to_owned() } else { kept.join("-") }.as_str(), &archive.dataset.title)
}
