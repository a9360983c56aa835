//! The filters that are set, each with a way to take it back.

use leptos::prelude::*;

use crate::app::element::{Element, classed, dynamic, el};
use crate::app::{Site, Visit, dom};
use crate::core::explore::{ActiveFilter, Shown};
use crate::core::query::Query;
use crate::core::route::Route;
use crate::wording::{self, label};

/// The active filters as a list of buttons, and one that clears everything.
pub fn active_filters(site: Site, shown: Memo<Shown>) -> AnyView {
    // Not made anew with the counts, or the focus would be lost.
    let now = Memo::new(move |_| {
        let shown = shown.read();
        let filters = shown.active_filters(&site.archive.catalogue);
        (!filters.is_empty() || !shown.query.text().is_empty()).then_some(filters)
    });
    dynamic(move || now.get().map(|filters| bar(site, filters)))
}

fn bar(site: Site, filters: Vec<ActiveFilter>) -> Element {
    let go = move |query: Query| site.go.run((Route::Explorer(query), Visit::Step));
    // With its button gone, the focus goes to the next one, or to the list when none is left.
    let filter = |(at, filter): (usize, ActiveFilter)| {
        let text = wording::filter(filter.facet, &filter.value);
        let remove = el("button")
            .attr("type", "button")
            .attr("class", "filter")
            .attr("aria-label", &wording::remove_filter(&text))
            .on("click", move |_| {
                go(filter.without.clone());
                focus_soon(at);
            })
            .child(text)
            .child(el("span").attr("aria-hidden", "true").child(" ×"));
        el("li").child(remove)
    };
    let filters: Vec<Element> = filters.into_iter().enumerate().map(filter).collect();
    let list = || classed("ul", "cluster").attr("role", "list").attr("aria-label", label::ACTIVE_FILTERS);
    let clear = el("button").attr("type", "button").attr("class", "clear").on("click", move |_| {
        go(Query::default());
        focus_soon(0);
    });
    classed("div", "active-filters cluster")
        .child((!filters.is_empty()).then(|| list().child(filters)))
        .child(clear.child(label::CLEAR_ALL))
}

/// Puts the focus on the button of the filter at this position, or the last one, once the filters are shown anew.
fn focus_soon(at: usize) {
    dom::soon(Box::new(move || dom::focus_nth(".filter", at, dom::RESULTS)));
}
