//! What tells search engines what a site holds.

use crate::core::address::base::Home;
use crate::core::address::route::Route;
use crate::core::archive::Archive;
use crate::publish::escape::escape;

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
