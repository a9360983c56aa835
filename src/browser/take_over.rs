//! From the finished page to the app: what the reader has done before the app arrived is not lost.

use crate::core::address::query::{Query, Sort};
use crate::core::search::catalogue::Catalogue;
use crate::core::search::explore::{Shown, explore};
use crate::core::text::fold::tidy;
use crate::views::dom;
use crate::views::explorer::search_form::BOX;

/// Lets the page's script remember what the reader is doing: focus, caret, typed text, scroll position, selection. It
/// brings all that back when the app is ready.
pub fn remember() {
    dom::tell_page("takeover");
}

/// What is shown for the query of the address together with what the reader has typed and ticked on the finished page; and
/// whether the address may take its one form, or is to stay as it is, for there is something in it that the reader must be
/// told of.
pub fn asked(catalogue: &Catalogue, address: &Query) -> (Shown, bool) {
    let mut query = address.clone();
    let typed = tidy(&dom::value(BOX));
    // What the address asks for already is no change, which would lead back to the first page.
    if !typed.is_empty() && typed != query.text() {
        query = query.with_text(&typed);
    }
    for ticked in dom::find_all("#filters :checked") {
        let facet = ticked.get_attribute("name").and_then(|key| catalogue.facets.get(&key));
        if let (Some(facet), Some(id)) = (facet, ticked.get_attribute("value"))
            && !query.values(&facet.key).contains(&id)
        {
            query = catalogue.facets.with_value(&query, facet, &id, true);
        }
    }
    let sort = dom::find(".sort option:checked").and_then(|option| Sort::from_key(&option.get_attribute("value")?));
    if let Some(sort) = sort.filter(|sort| *sort != Sort::Newest && *sort != query.sort()) {
        query = query.with_sort(sort);
    }
    let shown = explore(catalogue, &query);
    let may_settle = shown.notices.is_empty() || query != *address;
    (shown, may_settle)
}
