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

/// How many addresses one sitemap may list (sitemaps.org).
const SITEMAP_LIMIT: usize = 50_000;

/// The sitemap (sitemaps.org) as files, each with its name: one, or an index and those that it lists. None where the
/// origin is not known.
pub fn sitemaps(archive: &Archive, home: Home, routes: &[Route]) -> Vec<(String, String)> {
    let modified = archive.modified();
    let list = |of: &str, entry: &str, addresses: Vec<String>| {
        let entries: String = addresses
            .iter()
            .map(|address| format!("<{entry}><loc>{}</loc><lastmod>{modified}</lastmod></{entry}>\n", escape(address)))
            .collect();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{of} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
             {entries}</{of}>\n"
        )
    };
    let addresses: Vec<String> = routes.iter().filter_map(|route| home.address(route)).collect();
    let mut lists: Vec<String> =
        addresses.chunks(SITEMAP_LIMIT).map(|part| list("urlset", "url", part.to_vec())).collect();
    let index = "sitemap.xml".to_owned();
    if lists.len() < 2 {
        return lists.pop().map(|only| (index, only)).into_iter().collect();
    }
    let names: Vec<String> = (1..=lists.len()).map(|number| format!("sitemap-{number}.xml")).collect();
    let addresses = names.iter().filter_map(|name| home.file(name)).collect();
    let mut files = vec![(index, list("sitemapindex", "sitemap", addresses))];
    files.extend(names.into_iter().zip(lists));
    files
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
