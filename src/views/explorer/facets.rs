//! The facets: a group of checkboxes each, with honest counts.

use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::search::choices::{self, MANY};
use crate::core::search::explore::Shown;
use crate::core::search::facet::Facet;
use crate::core::search::filter::active_filters;
use crate::core::search::index::piece::Piece;
use crate::language::{labels, messages};
use crate::views::blocks::told::{told_label, told_value};
use crate::views::dom;
use crate::views::element::{Element, classed, dynamic, el, text_memo};
use crate::views::explorer::range::range;
use crate::views::site::{Needed, Site, Visit};

/// The id of the facets, for the button that opens them on narrow screens.
const FILTERS: &str = "filters";
/// How many of the facets are open at first.
const OPEN_FIRST: usize = 3;

/// All facets that the archive has values in. On a narrow screen they are a sheet, which a button opens: both are the browser's
/// own, so they work before the app does.
pub fn facets(site: Site, shown: Memo<Shown>) -> Element {
    let groups = site.catalogue.facets.all().iter().enumerate().filter(|(_, facet)| !facet.values.is_empty());
    let mut open = 0;
    let groups: Vec<Element> = groups
        .map(|(at, facet)| {
            open += usize::from(facet.open != Some(false));
            group(site, at, facet, facet.open.unwrap_or(open <= OPEN_FIRST), shown)
        })
        .collect();
    let set = move || messages::filters(active_filters(site.catalogue, &shown.read().query).len());
    let toggle = button("facets-toggle", "show").child(dynamic(set));
    let show = button("", "hide")
        // The browser gives the focus back to the button that has opened the sheet; the results are what was asked for.
        .on("click", |_| dom::soon(Box::new(|| dom::focus(dom::RESULTS))))
        .child(dynamic(move || messages::show(shown.read().found)));
    let clear = el("button").attr("type", "button").on("click", move |_| {
        let query = Query::default().with_view(shown.read_untracked().query.view());
        site.go.run((Route::Explorer(query), Visit::Step));
    });
    let body = classed("form", "facets-body")
        .attr("id", FILTERS)
        .attr("popover", "")
        // What a browser remembers of an earlier visit is not what the reader asks now.
        .attr("autocomplete", "off")
        .on("submit", |event| event.prevent_default())
        .child(el("h2").child(labels::FILTERS))
        .child(groups)
        .child(classed("div", "sheet-foot").child(show).child(clear.child(labels::CLEAR)));
    classed("div", "facets").attr("id", dom::FACETS).attr("tabindex", "-1").child(toggle).child(body)
}

/// A button that shows or hides the sheet.
fn button(class: &'static str, action: &str) -> Element {
    let button = classed("button", class).attr("type", "button");
    button.attr("popovertarget", FILTERS).attr("popovertargetaction", action)
}

/// One facet, which is the one at this position of all.
fn group(site: Site, at: usize, of: &'static Facet, is_open: bool, shown: Memo<Shown>) -> Element {
    let all = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let id = format!("values-{}", of.key);
    let order = order(site, at, of, (all, text), shown);
    let values = move || {
        let order = order.read();
        order.chars().map(|mark| value(site, (at, choices::position(mark)), of, shown)).collect::<Vec<Element>>()
    };
    // All of many values scroll by themselves, so that what follows does not move with every letter typed.
    let list = el("ul")
        .attr("id", &id)
        .attr_fn("class", move || all.get().then(|| "facet-all".to_owned()))
        .attr("role", "list")
        .child(dynamic(values));
    let is_whole = move || !all.get() && order.read().chars().count() == of.values.len();
    // A facet that narrows the list opens, and is the reader's to fold.
    let is_open = AtomicBool::new(is_open);
    let open = move || {
        is_open.fetch_or(!shown.read().query.values(&of.key).is_empty(), Ordering::Relaxed);
        is_open.load(Ordering::Relaxed).then(String::new)
    };
    let name = told_label(site.archive, el("h3"), of).child(of.label.as_str());
    classed("details", "facet")
        .attr("aria-label", &of.label)
        .attr_fn("open", open)
        .child(el("summary").child(name).child(classed("span", "count").child(messages::number(of.values.len()))))
        .child((of.values.len() > MANY).then(|| find_box(site, of, all, text)))
        .child(list)
        .child(more(of.values.len(), all, text).attr_fn("hidden", move || is_whole().then(String::new)))
        .child(of.is_years().then(|| range(site, at, of, shown)).flatten())
}

/// The marks of the values that are seen, in their order. A value that has the focus does not vanish or
/// move: while the reader is within the list it only grows.
fn order(
    site: Site,
    at: usize,
    of: &'static Facet,
    (all, text): (RwSignal<bool>, RwSignal<String>),
    shown: Memo<Shown>,
) -> Memo<String> {
    let has_focus = format!("#values-{} :focus", of.key);
    text_memo(Box::new(move |before| {
        let shown = shown.read();
        // As long as nobody knows how many there are now, values stand as in the whole archive.
        let counts = shown.counts.get(at).filter(|counts| !counts.is_empty()).unwrap_or(&of.totals);
        let ticked = shown.query.values(&of.key);
        let mut now = if all.get() {
            let is_like = like(site, &text.read());
            let mut order = choices::in_order(of, counts);
            order.retain(|at| is_like(&of.values[*at].label) || ticked.contains(&of.values[*at].id));
            order
        } else {
            choices::offered(of, counts, ticked)
        };
        let mut order = String::new();
        if let Some(before) = before.filter(|_| site.has_app && dom::find(&has_focus).is_some()) {
            now.retain(|at| !before.contains(choices::mark(*at)));
            order.clone_from(before);
        }
        now.into_iter().for_each(|at| order.push(choices::mark(at)));
        order
    }))
}

/// Whether a label is like what is typed in the box of a facet. It is compared as search compares, which may have to come first.
fn like(site: Site, text: &str) -> impl Fn(&str) -> bool + use<> {
    let text = text.trim();
    let finder = site.catalogue.finder.get().filter(|_| !text.is_empty());
    if finder.is_none() && !text.is_empty() {
        site.arrived.track();
        site.ask.run(Needed::Piece(Piece::Search));
    }
    let text = finder.map(|finder| ((finder.fold)(text), finder.fold));
    move |label| text.as_ref().is_none_or(|(text, fold)| fold(label).contains(text))
}

/// The box that narrows the values of a facet, once they are all shown. What is typed there is not in the address.
fn find_box(site: Site, of: &'static Facet, all: RwSignal<bool>, text: RwSignal<String>) -> AnyView {
    dynamic(move || {
        let name = messages::find_in(&of.label);
        let input = el("input").attr("type", "text").attr("aria-label", &name).attr("placeholder", &name);
        let is_any = move || {
            let is_like = like(site, &text.read());
            of.values.iter().any(|value| is_like(&value.label))
        };
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
        .child(classed("span", "count").child(dynamic(move || count().map(messages::number))));
    el("li").attr_fn("data-empty", move || (count() == Some(0)).then(String::new)).child(label)
}
