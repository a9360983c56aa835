//! What stands in the head of a finished page for search engines and for those who share its address.

use crate::core::address::base::Home;
use crate::core::address::feed::{ATOM, JSON, followed};
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::search::collection::Collection;
use crate::publish::description::of_page;
use crate::publish::escape::escape;
use crate::publish::json_ld::linked_data;
use crate::publish::picture;
use crate::publish::reference::reference;
use crate::views::{page, pages};

/// Pieces of a page's head, as HTML; each empty or ended by a line break, but for the title.
#[derive(Default)]
pub struct Head {
    /// The text of the title.
    pub title: String,
    /// The description.
    pub description: String,
    /// Canonical address, Open Graph, Twitter card, feeds.
    pub links: String,
    /// Linked data (schema.org, JSON-LD).
    pub data: String,
}

/// The head of a page. Whole addresses are left out where the origin is not known.
pub fn head(collection: &Collection, home: Home, route: &Route) -> Head {
    let Collection { archive, catalogue } = collection;
    let dataset = &archive.dataset;
    let name = pages::name(archive, catalogue, route);
    let title = page::title(archive, catalogue, route, name.clone());
    let meeting = match route {
        Route::Meeting(id) => archive.position(id).map(|at| &archive.meetings[at]),
        _ => None,
    };
    let description = of_page(collection, route, name.as_deref());
    let description = description.unwrap_or_else(|| dataset.title.clone());
    let is_found = !matches!(route, Route::NotFound(_));
    let kind = if meeting.is_some() { "article" } else { "website" };
    let mut links = String::new();
    let mut property = |name: &str, value: &str| {
        links.push_str(&format!("<meta property=\"{name}\" content=\"{}\">\n", escape(value)));
    };
    property("og:type", kind);
    property("og:title", &title);
    property("og:description", &description);
    property("og:site_name", &dataset.title);
    property("og:locale", &dataset.language.replace('-', "_"));
    if let (Some(address), Some(address_of_picture), true) = (home.address(route), home.file(picture::NAME), is_found) {
        property("og:url", &address);
        property("og:image", &address_of_picture);
        property("og:image:width", &picture::WIDTH.to_string());
        property("og:image:height", &picture::HEIGHT.to_string());
        property("og:image:alt", &picture::described(archive));
        links.push_str(&format!("<link rel=\"canonical\" href=\"{}\">\n", escape(&address)));
    }
    links.extend(meeting.map(|meeting| reference(archive, meeting, home)));
    links.push_str("<meta name=\"twitter:card\" content=\"summary_large_image\">\n");
    links.push_str(&feeds(collection, home, route));
    if !is_found {
        links.push_str("<meta name=\"robots\" content=\"noindex\">\n");
    }
    let data = linked_data(collection, home, route).into_iter().map(|data| {
        // Inside a script element nothing but its end needs care.
        format!("<script type=\"application/ld+json\">{}</script>\n", data.to_string().replace('<', "\\u003c"))
    });
    Head {
        title: escape(&title),
        description: format!("<meta name=\"description\" content=\"{}\">\n", escape(&description)),
        links,
        data: data.collect(),
    }
}

/// The feeds that a reader of the page may follow: its own first, which programs take that take but one, then the archive's.
fn feeds(collection: &Collection, home: Home, route: &Route) -> String {
    let Collection { archive, catalogue } = collection;
    let whole = Route::Explorer(Query::default());
    let is_found = pages::name(archive, catalogue, route).is_some();
    let own = followed(route).filter(|page| is_found && *page != whole);
    let mut links = String::new();
    for page in own.into_iter().chain([whole]) {
        let name = pages::name(archive, catalogue, &page);
        let title = escape(&page::title(archive, catalogue, &page, name));
        for (file, kind) in [(ATOM, "application/atom+xml"), (JSON, "application/feed+json")] {
            let address = escape(&format!("{}{file}", home.base.href(&page)));
            let link = format!("<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{address}\">\n");
            links.push_str(&link);
        }
    }
    links
}
