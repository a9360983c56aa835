//! What tells those who work with its data what a site holds.

use serde_json::json;

use crate::core::address::base::Home;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::Archive;
use crate::core::export::csv::columns;

/// The data package (Frictionless Data Package 1) of the dataset and its table.
pub fn data_package(archive: &Archive, home: Home) -> String {
    let dataset = &archive.dataset;
    let fields: Vec<_> = columns(archive)
        .map(|column| json!({"name": column.name, "type": column.kind, "description": column.description}))
        .collect();
    let sources: Vec<_> = dataset
        .sources
        .iter()
        .map(|source| match &source.url {
            Some(url) => json!({"title": source.title, "path": url}),
            None => json!({"title": source.title}),
        })
        .collect();
    let mut package = json!({
        "profile": "data-package",
        "name": archive.id(),
        "title": dataset.title,
        "description": dataset.description.as_deref().unwrap_or(&dataset.title),
        "created": format!("{}T00:00:00Z", archive.modified()),
    });
    if let Some(address) = home.address(&Route::Explorer(Query::default())) {
        package["homepage"] = address.into();
    }
    if !sources.is_empty() {
        package["sources"] = sources.into();
    }
    package["resources"] = json!([
        {
            "name": "meetings",
            "title": "The meetings, a row each",
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
            "path": "data/meetings.json",
            "format": "json",
            "mediatype": "application/json",
            "encoding": "utf-8",
        },
    ]);
    format!("{package:#}\n")
}
