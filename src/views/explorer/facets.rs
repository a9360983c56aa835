//! The facets: a group of checkboxes each, with honest counts.

use leptos::prelude::*;

use crate::core::address::route::Route;
use crate::core::search::choices;
use crate::core::search::explore::Shown;
use crate::core::search::facet::Facet;
use crate::core::search::index::piece::Piece;
use crate::language::{labels, messages};
use crate::views::blocks::told::{told_label, told_value};
use crate::views::dom;
use crate::views::element::{Element, classed, dynamic, el};
use crate::views::explorer::range::range;
use crate::views::site::{Needed, Site, Visit};

/// The id of the facets, for the button that opens them on narrow screens.
const FILTERS: &str = "filters";
/// All facets that the archive has values in. On a narrow screen they stand behind a button.
pub fn facets(site: Site, shown: Memo<Shown>) -> Element {
    let open = RwSignal::new(false);
    let groups = site.catalogue.facets.all().iter().enumerate().filter(|(_, facet)| !facet.values.is_empty());
    let groups: Vec<Element> = groups.map(|(at, facet)| group(site, at, facet, shown)).collect();
    let toggle = el("button")
        .attr("type", "button")
        .attr("class", "facets-toggle")
        .attr("aria-controls", FILTERS)
        .attr_fn("aria-expanded", move || Some(open.get().to_string()))
        .on("click", move |_| open.update(|open| *open = !*open))
        .child(dynamic(move || if open.get() { labels::HIDE_FILTERS } else { labels::SHOW_FILTERS }));
    let body = classed("form", "facets-body")
        .attr("id", FILTERS)
        // What a browser remembers of an earlier visit is not what the reader asks now.
        .attr("autocomplete", "off")
        .on("submit", |event| event.prevent_default());
    classed("div", "facets")
        .child(toggle)
        .child(body.attr_fn("data-open", move || open.get().then(String::new)).child(groups))
}

/// One facet, which is the one at this position of all.
fn group(site: Site, at: usize, of: &'static Facet, shown: Memo<Shown>) -> Element {
    let all = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let list = move || {
        let offered = offered(site, of, all.get(), &text.read());
        // The list is made anew only when other values are to be seen, so that the focus stays on a box that is ticked.
        let marks = Memo::new(move |before| choices::shown(before, of, &offered, shown.read().query.values(&of.key)));
        let values = move || {
            let marks = marks.read();
            let values = of.values.iter().enumerate().filter(|(position, _)| choices::is_shown(&marks, *position));
            values.map(|(position, _)| value(site, (at, position), of, shown)).collect::<Vec<Element>>()
        };
        // All of many values scroll by themselves, so that what follows does not move with every letter typed.
        let class = all.get().then_some("facet-all");
        el("ul").attr_if("class", class).attr("role", "list").child(dynamic(values))
    };
    let is_many = choices::is_many(of);
    let group = if of.is_folded {
        // A facet that narrows the list is not folded away.
        let is_ticked = !shown.read_untracked().query.values(&of.key).is_empty();
        let group = classed("details", "facet").attr("aria-label", &of.label).attr_if("open", is_ticked.then_some(""));
        group.child(told_label(site.archive, el("summary"), of).child(of.label.as_str()))
    } else {
        classed("fieldset", "facet").child(told_label(site.archive, el("legend"), of).child(of.label.as_str()))
    };
    group
        .child(is_many.then(|| find_box(site, of, all, text)))
        .child(dynamic(list))
        .child(is_many.then(|| more(of.values.len(), all, text)))
        .child(of.is_years().then(|| range(site, at, of, shown)).flatten())
}

/// For each value whether it is offered, given what is typed in the box. It is compared as search compares, which may have
/// to come first.
fn offered(site: Site, of: &Facet, all: bool, text: &str) -> Vec<bool> {
    let text = text.trim();
    let finder = site.catalogue.finder.get().filter(|_| !text.is_empty());
    if finder.is_none() && !text.is_empty() {
        site.arrived.track();
        site.ask.run(Needed::Piece(Piece::Search));
    }
    let text = finder.map(|finder| ((finder.fold)(text), finder.fold));
    let is_like = |label: &str| text.as_ref().is_none_or(|(text, fold)| fold(label).contains(text));
    choices::offered(of, all, &is_like)
}

/// The box that narrows the values of a facet, once they are all shown. What is typed there is not in the address.
fn find_box(site: Site, of: &'static Facet, all: RwSignal<bool>, text: RwSignal<String>) -> AnyView {
    dynamic(move || {
        let name = messages::find_in(&of.label);
        let input = el("input").attr("type", "text").attr("aria-label", &name).attr("placeholder", &name);
        let is_any = move || offered(site, of, true, &text.read()).contains(&true);
        all.get().then(|| {
            classed("div", "facet-find").child(input.on("input", move |event| text.set(dom::value_of(&event)))).child(
                el("p").attr("aria-live", "polite").child(dynamic(move || (!is_any()).then_some(labels::NO_VALUE))),
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
        .child(dynamic(move || if all.get() { labels::SHOW_FEWER.to_owned() } else { messages::show_all(count) }))
}

/// A value as a checkbox: the one at `(facet, value)`.
fn value(site: Site, at: (usize, usize), of: &'static Facet, shown: Memo<Shown>) -> Element {
    let value = &of.values[at.1];
    let count = move || shown.read().counts.get(at.0)?.get(at.1).copied();
    let tick = move |event| {
        let query = &shown.read_untracked().query;
        let query = site.catalogue.facets.with_value(query, of, &value.id, dom::is_checked(&event));
        site.go.run((Route::Explorer(query), Visit::Step));
    };
    let checkbox = el("input")
        .attr("type", "checkbox")
        .attr("name", &of.key)
        .attr("value", &value.id)
        .attr_fn("aria-label", move || Some(messages::value_with_count(&value.label, count())))
        .prop_fn("checked", move || shown.read().query.values(&of.key).contains(&value.id))
        .on("change", tick);
    let label = el("label")
        .child(checkbox)
        .child(told_value(site.archive, el("span"), of, value).child(value.label.as_str()))
        .child(classed("span", "count").child(dynamic(move || count().map(|count| count.to_string()))));
    el("li").attr_fn("data-empty", move || (count() == Some(0)).then(String::new)).child(label)
}
