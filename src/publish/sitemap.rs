//! What tells search engines what a site holds.

use jiff::civil::Date;

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

/// An address with the day on which what stands there was last changed, if that is known.
type Listed = (String, Option<Date>);

/// The sitemap (sitemaps.org) as files, each with its name: one, or an index and those that it lists. None where the
/// origin is not known.
pub fn sitemaps(archive: &Archive, home: Home, routes: &[Route]) -> Vec<(String, String)> {
    let modified = archive.modified();
    // A meeting's page changes with its record, if that tells; every other page with the data.
    let of_page = |route: &Route| match route {
        Route::Meeting(id) => archive.position(id).and_then(|at| archive.meetings[at].modified()).or(modified),
        _ => modified,
    };
    let listed = routes.iter().filter_map(|route| Some((home.address(route)?, of_page(route))));
    let listed: Vec<Listed> = listed.collect();
    let mut lists: Vec<String> = listed.chunks(SITEMAP_LIMIT).map(|part| list("urlset", "url", part)).collect();
    let index = "sitemap.xml".to_owned();
    if lists.len() < 2 {
        return lists.pop().map(|only| (index, only)).into_iter().collect();
    }
    let names: Vec<String> = (1..=lists.len()).map(|number| format!("sitemap-{number}.xml")).collect();
    let listed = names.iter().filter_map(|name| Some((home.file(name)?, modified)));
    let mut files = vec![(index, list("sitemapindex", "sitemap", &listed.collect::<Vec<_>>()))];
    files.extend(names.into_iter().zip(lists));
    files
}

fn list(of: &str, entry: &str, listed: &[Listed]) -> String {
    let entry = |(address, modified): &Listed| {
        let modified = modified.map(|date| format!("<lastmod>{date}</lastmod>")).unwrap_or_default();
        format!("<{entry}><loc>{}</loc>{modified}</{entry}>\n", escape(address))
    };
    let entries: String = listed.iter().map(entry).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<{of} xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n\
         {entries}</{of}>\n"
    )
}
