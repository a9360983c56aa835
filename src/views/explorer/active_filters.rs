//! The filters that are set, each with a way to take it back.

use leptos::prelude::*;

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::address::view::View;
use crate::core::search::explore::Shown;
use crate::core::search::filter::{self, ActiveFilter};
use crate::language::{labels, messages};
use crate::views::dom;
use crate::views::element::{Element, classed, dynamic, el};
use crate::views::site::{Site, Visit};

/// The active filters as a list of buttons, and one that clears everything.
pub fn active_filters(site: Site, shown: Memo<Shown>) -> AnyView {
    dynamic(move || {
        let shown = shown.read();
        let filters = filter::active_filters(site.catalogue, &shown.query);
        // The text has its box, which clears it.
        (!filters.is_empty()).then(|| bar(site, filters, shown.query.view()))
    })
}

fn bar(site: Site, filters: Vec<ActiveFilter>, view: View) -> Element {
    let go = move |query: Query| site.go.run((Route::Explorer(query), Visit::Step));
    // With its button gone, the focus goes to the next one, or to the list when none is left.
    let filter = |(at, filter): (usize, ActiveFilter)| {
        let value = messages::filter_value(&filter.value);
        let text = messages::filter(&filter.facet, &filter.value);
        let remove = el("button")
            .attr("type", "button")
            .attr("class", "filter")
            .attr("aria-label", &messages::remove_filter(&text))
            .on("click", move |_| {
                go(filter.without.clone());
                focus_soon(at);
            })
            .child(text.strip_suffix(&value))
            .child(el("bdi").child(value))
            .child(el("span").attr("aria-hidden", "true").child(" ×"));
        el("li").child(remove)
    };
    let filters: Vec<Element> = filters.into_iter().enumerate().map(filter).collect();
    let list = classed("ul", "cluster").attr("role", "list").attr("aria-label", labels::ACTIVE_FILTERS);
    let clear = el("button").attr("type", "button").attr("class", "clear").on("click", move |_| {
        go(Query::default().with_view(view));
        focus_soon(0);
    });
    classed("div", "active-filters cluster").child(list.child(filters)).child(clear.child(labels::CLEAR_ALL))
}

/// Puts the focus on the button of the filter at this position, or the last one, once the filters are shown anew.
fn focus_soon(at: usize) {
    dom::soon(Box::new(move || dom::focus_nth(".filter", at, dom::RESULTS)));
}
