//! What tells machines what a site holds: for search engines its sitemap, for those who work with its data a data
//! package.

use serde_json::json;

use super::head::escape;
use crate::core::archive::Archive;
use crate::core::export::csv::COLUMNS;
use crate::core::query::Query;
use crate::core::route::{Home, Route};

/// What robots may read, and where the sitemap is.
pub fn robots(home: Home) -> String {
    let sitemap = home.file("sitemap.xml").map(|address| format!("Sitemap: {address}\n")).unwrap_or_default();
    format!("User-agent: *\nAllow: /\n{sitemap}")
}

/// The sitemap (sitemaps.org); `None` where the origin is not known.
pub fn sitemap(archive: &Archive, home: Home, routes: &[Route]) -> Option<String> {
    let modified = archive.modified();
    let mut urls = String::new();
    for route in routes {
        let address = escape(&home.address(route)?);
        urls.push_str(&format!("<url><loc>{address}</loc><lastmod>{modified}</lastmod></url>\n"));
    }
    Some(format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
         {urls}</urlset>\n"
    ))
}

/// The data package (Frictionless Data Package 1) of the dataset and its table.
pub fn data_package(archive: &Archive, home: Home) -> String {
    let dataset = &archive.dataset;
    let fields: Vec<_> = COLUMNS
        .iter()
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
