//! The facets: a group of checkboxes each, with honest counts.

use leptos::prelude::*;

use crate::app::element::{Element, classed, dynamic, el};
use crate::app::{Site, Visit, dom};
use crate::core::explore::Shown;
use crate::core::facet::{Facet, Value};
use crate::core::route::Route;
use crate::wording::{self, label};

/// The id of the facets, for the button that opens them on narrow screens.
const FILTERS: &str = "filters";

/// All facets that the archive has values in. On a narrow screen they stand behind a button.
pub fn facets(site: Site, shown: Memo<Shown>) -> Element {
    let open = RwSignal::new(false);
    let groups = Facet::ALL.into_iter().filter(|facet| !site.archive.catalogue.facets.get(*facet).values.is_empty());
    let groups: Vec<Element> = groups.map(|facet| group(site, facet, shown)).collect();
    let toggle = el("button")
        .attr("type", "button")
        .attr("class", "facets-toggle")
        .attr("aria-controls", FILTERS)
        .attr_fn("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open))
        .child(dynamic(move || if open.get() { label::HIDE_FILTERS } else { label::SHOW_FILTERS }));
    let body = classed("form", "facets-body")
        .attr("id", FILTERS)
        // What a browser remembers of an earlier visit is not what the reader asks now.
        .attr("autocomplete", "off")
        .on("submit", |event| event.prevent_default());
    classed("div", "facets")
        .child(toggle)
        .child(body.attr_fn("data-open", move || open.get().then(String::new)).child(groups))
}

fn group(site: Site, facet: Facet, shown: Memo<Shown>) -> Element {
    let values = site.archive.catalogue.facets.get(facet).values.iter().enumerate();
    let values: Vec<Element> = values.map(|(at, of)| value(site, facet, at, of, shown)).collect();
    classed("fieldset", "facet")
        .child(el("legend").child(wording::facet(facet)))
        .child(el("ul").attr("role", "list").child(values))
}

fn value(site: Site, facet: Facet, at: usize, value: &'static Value, shown: Memo<Shown>) -> Element {
    let count = move || shown.read().counts[facet as usize].get(at).copied().unwrap_or_default();
    let tick = move |event| {
        let order = site.archive.catalogue.facets.get(facet);
        let query = shown.read_untracked().query.with_value(facet, &value.id, dom::is_checked(&event), order);
        site.go.run((Route::Explorer(query), Visit::Step));
    };
    let checkbox = el("input")
        .attr("type", "checkbox")
        .attr("name", facet.key())
        .attr("value", &value.id)
        .attr_fn("aria-label", move || Some(wording::value_with_count(&value.label, count())))
        .prop_fn("checked", move || shown.read().query.values(facet).contains(&value.id))
        .on("change", tick);
    let label = el("label")
        .child(checkbox)
        .child(el("span").child(value.label.as_str()))
        .child(classed("span", "count").child(dynamic(move || count().to_string())));
    el("li").attr_fn("data-empty", move || (count() == 0).then(String::new)).child(label)
}
