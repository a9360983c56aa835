//! From the finished page to the app: what the reader has done before the app arrived is not lost.

use leptos::prelude::*;
use web_sys::Event;

use crate::app::dom;
use crate::app::parts::search_form::BOX;
use crate::core::archive::Archive;
use crate::core::explore::{Shown, explore};
use crate::core::facet::Facet;
use crate::core::query::{Query, Sort, tidy};

/// Lets the page's script remember what the reader is doing: focus, caret, typed text, scroll position, selection. It
/// brings all that back when the app is ready.
pub fn remember() {
    if let Ok(event) = Event::new("takeover") {
        // Nobody listens where the script is missing; the page is right all the same.
        let _ = document().dispatch_event(&event);
    }
}

/// What is shown for the query of the address together with what the reader has typed and ticked on the finished page; and
/// whether the address may take its one form, or is to stay as it is, for there is something in it that the reader must be
/// told of.
pub fn asked(archive: &Archive, address: &Query) -> (Shown, bool) {
    let mut query = address.clone();
    let typed = tidy(&dom::value(BOX));
    // What the address asks for already is no change, which would lead back to the first page.
    if !typed.is_empty() && typed != query.text() {
        query = query.with_text(&typed);
    }
    for ticked in dom::find_all("#filters :checked") {
        let facet = ticked.get_attribute("name").and_then(|name| Facet::from_key(&name));
        if let (Some(facet), Some(id)) = (facet, ticked.get_attribute("value"))
            && !query.values(facet).contains(&id)
        {
            query = query.with_value(facet, &id, true, archive.catalogue.facets.get(facet));
        }
    }
    let sort = dom::find(".sort option:checked").and_then(|option| Sort::from_key(&option.get_attribute("value")?));
    if let Some(sort) = sort.filter(|sort| *sort != Sort::Newest && *sort != query.sort()) {
        query = query.with_sort(sort);
    }
    let shown = explore(&archive.catalogue, &query);
    let may_settle = shown.notices.is_empty() || query != *address;
    (shown, may_settle)
}
