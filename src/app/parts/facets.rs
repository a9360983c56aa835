//! The facets: a group of checkboxes each, with honest counts.

use leptos::prelude::*;

use crate::app::element::{Element, classed, dynamic, el, follow};
use crate::app::{Site, Visit, dom};
use crate::core::explore::Shown;
use crate::core::facet::{Facet, FacetValues, Value};
use crate::core::fold::fold;
use crate::core::offer;
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
    let list = move || {
        let asked = offer::asked(of, all.get(), &text.read());
        // The list is made anew only when other values are to be seen, so that the focus stays on a box that is ticked.
        let marks = Memo::new(move |before| offer::shown(before, of, &asked, shown.read().query.values(facet)));
        let values = move || {
            let marks = marks.read();
            let values = of.values.iter().enumerate().filter(|(at, _)| offer::is_shown(&marks, *at));
            values.map(|(at, of)| value(site, facet, at, of, shown)).collect::<Vec<Element>>()
        };
        // All of many values scroll by themselves, so that what follows does not move with every letter typed.
        let class = all.get().then_some("facet-all");
        el("ul").attr_if("class", class).attr("role", "list").child(dynamic(values))
    };
    let is_many = offer::is_many(of);
    classed("fieldset", "facet")
        .child(el("legend").child(wording::facet(facet)))
        .child(is_many.then(|| find_box(facet, of, all, text)))
        .child(dynamic(list))
        .child(is_many.then(|| more(of.values.len(), all, text)))
        .child(if facet == Facet::Year { range(site, of, shown) } else { None })
}

/// The box that narrows the values of a facet, once they are all shown. What is typed there is not in the address.
fn find_box(facet: Facet, of: &'static FacetValues, all: RwSignal<bool>, text: RwSignal<String>) -> AnyView {
    dynamic(move || {
        let name = wording::find_in(facet);
        let input = el("input").attr("type", "text").attr("aria-label", &name).attr("placeholder", &name);
        let is_any = move || offer::asked(of, true, &text.read()).contains(&true);
        all.get().then(|| {
            classed("div", "facet-find")
                .child(input.on("input", move |event| text.set(fold(dom::value_of(&event).trim()))))
                .child(
                    el("p").attr("aria-live", "polite").child(dynamic(move || (!is_any()).then_some(label::NO_VALUE))),
                )
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
    let span = offer::span(years)?;
    let range = Range { span, shown, is_moving: RwSignal::new(false) };
    follow(Box::new(move || {
        for (id, year) in ENDS.into_iter().zip(range.ends()) {
            dom::set_value(id, &year.to_string());
        }
    }));
    let bars = move || {
        let [from, to] = range.ends();
        let bars = offer::bars(years, &shown.read().counts[Facet::Year as usize]);
        let bars = bars.into_iter().map(|bar| {
            let is_in = bar.last >= from && bar.first <= to;
            el("span").attr("data-height", &bar.height.to_string()).attr_if("data-in", is_in.then_some(""))
        });
        bars.collect::<Vec<_>>()
    };
    let bars = classed("div", "bars").attr("aria-hidden", "true").child(dynamic(bars));
    let sliders = [label::FROM_YEAR, label::TO_YEAR].into_iter().enumerate();
    let sliders: Vec<Element> = sliders.map(|(at, name)| range.slider(site, at, name)).collect();
    Some(classed("div", "range").child(bars).child(sliders))
}

/// The range of years that the sliders stand at.
#[derive(Clone, Copy)]
struct Range {
    /// The first and the last year of the archive.
    span: (i16, i16),
    shown: Memo<Shown>,
    /// Whether a slider is being moved; the address is still the old one, and the sliders themselves tell the range.
    is_moving: RwSignal<bool>,
}

impl Range {
    #[inline(never)]
    fn ends(self) -> [i16; 2] {
        let (first, last) = self.span;
        let (from, to) = self.shown.read().query.years();
        let is_moving = self.is_moving.get();
        [(ENDS[0], from.unwrap_or(first)), (ENDS[1], to.unwrap_or(last))].map(|(id, year)| {
            let moved = if is_moving { dom::value(id).parse().ok() } else { None };
            moved.unwrap_or(year).clamp(first, last)
        })
    }

    fn slider(self, site: Site, at: usize, name: &'static str) -> Element {
        let (first, last) = self.span;
        let act = |is_let_go: bool| {
            move |_| {
                self.is_moving.set(true);
                let [from, to] = untrack(|| self.ends());
                // The other end is taken along, so that the range never ends before it begins.
                if from > to {
                    dom::set_value(ENDS[1 - at], &dom::value(ENDS[at]));
                }
                if is_let_go {
                    let [from, to] = untrack(|| self.ends());
                    self.is_moving.set(false);
                    // A range up to the first or the last year is open there.
                    let years = ((from > first).then_some(from), (to < last).then_some(to));
                    let query = self.shown.read_untracked().query.with_years(years.0, years.1);
                    site.go.run((Route::Explorer(query), Visit::Step));
                }
            }
        };
        let input = el("input")
            .attr("id", ENDS[at])
            .attr("type", "range")
            .attr("aria-label", name)
            .attr("min", &first.to_string())
            .attr("max", &last.to_string())
            .attr("value", &untrack(|| self.ends())[at].to_string())
            .on("input", act(false))
            .on("change", act(true));
        classed("label", "needs-app")
            .child(el("span").child(name))
            .child(classed("span", "count").child(dynamic(move || self.ends()[at].to_string())))
            .child(input)
    }
}

fn value(site: Site, facet: Facet, at: usize, value: &'static Value, shown: Memo<Shown>) -> Element {
    let count = move || shown.read().counts[facet as usize].get(at).copied();
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
        .child(classed("span", "count").child(dynamic(move || count().map(|count| count.to_string()))));
    el("li").attr_fn("data-empty", move || (count() == Some(0)).then(String::new)).child(label)
}
