//! What stands in the head of a finished page for search engines and for those who share its address.

use crate::core::address::base::Home;
use crate::core::address::route::Route;
use crate::core::search::collection::Collection;
use crate::core::search::entry::{Entry, count};
use crate::core::search::list::List;
use crate::language::{NAMES, labels, messages, met};
use crate::publish::description::{described, of_entry};
use crate::publish::escape::escape;
use crate::publish::json_ld::linked_data;
use crate::publish::reference::reference;
use crate::publish::{feeds, picture};
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

/// What a page holds, in a sentence; none where nothing is to be said beyond what the archive is.
fn description(collection: &Collection, route: &Route, name: Option<&str>) -> Option<String> {
    let Collection { archive, catalogue } = collection;
    let title = &archive.dataset.title;
    let listed = |list: List| messages::list_description(name.unwrap_or_default(), list.count(), title);
    match route {
        Route::Meeting(id) => archive.position(id).map(|at| described(archive, &archive.meetings[at])),
        Route::List { .. } => match Entry::find(archive, catalogue.together(archive, &NAMES), route) {
            Some(entry) => Some(of_entry(collection, &entry)),
            None => List::find(catalogue, route).map(listed),
        },
        Route::Index(kind, _) => Some(met::all_described(*kind, count(archive, *kind), title)),
        Route::Together { .. } => name.map(str::to_owned),
        Route::About => Some(messages::about_description(title)),
        Route::Explorer(_) => archive.dataset.description.clone(),
        Route::NotFound(_) => Some(labels::NOT_FOUND_HINT.to_owned()),
    }
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
    let description = description(collection, route, name.as_deref());
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
    for (name, kind) in [(feeds::ATOM, "application/atom+xml"), (feeds::JSON, "application/feed+json")] {
        let (address, title) = (home.base.file(name), escape(&dataset.title));
        let link = format!("<link rel=\"alternate\" type=\"{kind}\" title=\"{title}\" href=\"{address}\">\n");
        links.push_str(&link);
    }
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
