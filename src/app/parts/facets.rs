//! The facets: a group of checkboxes each, with honest counts.

use leptos::prelude::*;

use crate::app::element::{Element, classed, dynamic, el};
use crate::app::{Site, Visit, dom};
use crate::core::explore::Shown;
use crate::core::facet::{Facet, FacetValues, Value};
use crate::core::fold::fold;
use crate::core::offer::{self, Offer};
use crate::core::route::Route;
use crate::wording::{self, label};

/// The id of the facets, for the button that opens them on narrow screens.
const FILTERS: &str = "filters";
/// The ids of the two ends of the range of years.
const ENDS: [&str; 2] = ["from-year", "to-year"];

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
    let of = site.archive.catalogue.facets.get(facet);
    let all = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let at_first = offer::at_first(of);
    // The list is made anew only when other values are to be seen, so that the focus stays on a box that is ticked.
    let offer = Memo::new(move |before| {
        Offer::new(before, of, &at_first, shown.read().query.values(facet), all.get(), &text.read())
    });
    let values = move || {
        let offer = offer.read();
        let values = of.values.iter().enumerate().filter(|(at, _)| offer.is_shown[*at]);
        values.map(|(at, of)| value(site, facet, at, of, shown)).collect::<Vec<Element>>()
    };
    // A list as long as the box above narrows scrolls by itself, so that what follows does not move with every letter.
    let list = el("ul").attr("role", "list").attr_fn("data-all", move || all.get().then(String::new));
    let group = classed("fieldset", "facet").child(el("legend").child(wording::facet(facet)));
    let group = if offer::is_many(of) { group.child(find_box(facet, all, text, offer)) } else { group };
    let group = group.child(list.child(dynamic(values)));
    let group = if offer::is_many(of) { group.child(more(of.values.len(), all, text)) } else { group };
    group.child(if facet == Facet::Year { range(site, of, shown) } else { None })
}

/// The box that narrows the values of a facet, once they are all shown. What is typed there is not in the address.
fn find_box(facet: Facet, all: RwSignal<bool>, text: RwSignal<String>, offer: Memo<Offer>) -> AnyView {
    dynamic(move || {
        let name = wording::find_in(facet);
        let input = el("input").attr("type", "text").attr("aria-label", &name).attr("placeholder", &name);
        let none = move || if offer.read().is_any { "" } else { label::NO_VALUE };
        all.get().then(|| {
            classed("div", "facet-find")
                .child(input.on("input", move |event| text.set(fold(dom::value_of(&event).trim()))))
                .child(classed("p", "quiet").attr("aria-live", "polite").child(dynamic(none)))
        })
    })
}

/// The button that shows all values of a facet, or only the first again.
fn more(count: usize, all: RwSignal<bool>, text: RwSignal<String>) -> Element {
    el("button")
        .attr("type", "button")
        .attr("class", "facet-more needs-app")
        .attr_fn("aria-expanded", move || Some(all.get().to_string()))
        .on("click", move |_| {
            text.set(String::new());
            all.update(|all| *all = !*all);
        })
        .child(dynamic(move || if all.get() { label::SHOW_FEWER.to_owned() } else { wording::show_all(count) }))
}

/// The years as a range: how many meetings each has, and a slider for each end.
fn range(site: Site, years: &'static FacetValues, shown: Memo<Shown>) -> Option<Element> {
    let (first, last) = offer::span(years)?;
    // While a slider is being moved the address is still the old one.
    let moved = RwSignal::new(None);
    let ends = move || {
        let (from, to) = shown.read().query.years();
        moved.get().unwrap_or([from.unwrap_or(first), to.unwrap_or(last)].map(|year: i16| year.clamp(first, last)))
    };
    Effect::new(move |_| {
        for (id, year) in ENDS.into_iter().zip(ends()) {
            dom::set_value(id, &year.to_string());
        }
    });
    let bars = move || {
        let [from, to] = ends();
        let bars = offer::bars(years, &shown.read().counts[Facet::Year as usize]);
        let bars = bars.into_iter().map(|bar| {
            let is_in = bar.last >= from && bar.first <= to;
            el("span").attr("data-height", &bar.height.to_string()).attr_if("data-in", is_in.then_some(""))
        });
        bars.collect::<Vec<_>>()
    };
    let slider = |at: usize, name: &'static str| {
        let moving = move |event| {
            if let Ok(year) = dom::value_of(&event).parse() {
                // The other end is taken along, so that the range never ends before it begins.
                let [from, to] = untrack(ends);
                moved.set(Some(if at == 0 { [year, to.max(year)] } else { [from.min(year), year] }));
            }
        };
        let choose = move |_| {
            let [from, to] = untrack(ends);
            moved.set(None);
            // A range up to the first or the last year is open there.
            let chosen = ((from > first).then_some(from), (to < last).then_some(to));
            let query = &shown.read_untracked().query;
            if query.years() != chosen {
                site.go.run((Route::Explorer(query.with_years(chosen.0, chosen.1)), Visit::Step));
            }
        };
        let input = el("input")
            .attr("id", ENDS[at])
            .attr("type", "range")
            .attr("aria-label", name)
            .attr("min", &first.to_string())
            .attr("max", &last.to_string())
            .attr("value", &untrack(ends)[at].to_string())
            .on("input", moving)
            .on("change", choose);
        classed("label", "needs-app")
            .child(el("span").child(name))
            .child(classed("span", "count").child(dynamic(move || ends()[at].to_string())))
            .child(input)
    };
    let bars = classed("div", "bars").attr("aria-hidden", "true").child(dynamic(bars));
    let range = classed("div", "range").child(bars);
    Some(range.child(slider(0, label::FROM_YEAR)).child(slider(1, label::TO_YEAR)))
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
