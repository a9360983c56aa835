//! The way from a page back to the list, as it was.

use crate::core::address::query::Query;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::filter::{active_filters, understood};
use crate::language::messages;
use crate::views::element::{Element, link};
use crate::views::site::Site;

/// The way back to all meetings, under this name, and where the reader has come from some of them, to these.
pub fn way_back(site: Site, name: &str) -> Vec<Element> {
    let query = site.asked.lock().map(|query| query.clone()).unwrap_or_default();
    let found = asked(site.catalogue, &query).map(|asked| link(site.explorer(query), messages::found(&asked)));
    std::iter::once(link(site.explorer(Query::default()), name)).chain(found).collect()
}

/// What the explorer is asked, in words; none where it shows all meetings.
pub fn asked(catalogue: &Catalogue, query: &Query) -> Option<String> {
    let (query, _) = understood(catalogue, query);
    query.is_narrowed().then(|| messages::asked(query.text(), &active_filters(catalogue, &query)))
}
