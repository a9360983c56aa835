//! The views in which what is found can be looked at: the ways between them, and the one that is chosen.

use leptos::prelude::*;

use crate::core::address::route::Route;
use crate::core::address::view::View;
use crate::core::search::explore::Shown;
use crate::language::{labels, messages};
use crate::views::element::{Element, classed, dynamic, el, text_memo};
use crate::views::explorer::results::results;
use crate::views::site::{Needed, Site};

/// The ways to each view, of which the one that is seen is told. They stay the same elements, so that the focus stays.
pub fn switch(site: Site, shown: Memo<Shown>) -> Element {
    let way = |view: View| {
        let to = move || site.href(&Route::Explorer(shown.read().query.with_view(view)));
        let is_chosen = move || shown.read().query.view() == view;
        el("a")
            .attr("data-view", view.key())
            .attr_fn("href", move || Some(to()))
            .attr_fn("aria-current", move || is_chosen().then(|| "true".to_owned()))
            .child(messages::view(view))
    };
    classed("div", "views needs-app")
        .attr("role", "group")
        .attr("aria-label", labels::VIEW)
        .child(site.catalogue.views().map(way).collect::<Vec<_>>())
}

/// What is found in the view that is chosen. What shows it may have to come; until then the view before stays.
pub fn chosen(site: Site, shown: Memo<Shown>, is_typing: RwSignal<bool>) -> AnyView {
    let key = text_memo(Box::new(move |before| {
        let view = shown.read().query.view();
        if view == View::List || site.later.views[view as usize].get().is_some() {
            return view.key().to_owned();
        }
        site.arrived.track();
        site.ask.run(Needed::View(view));
        before.cloned().unwrap_or_default()
    }));
    dynamic(move || {
        let view = View::from_key(&key.read());
        match view.and_then(|view| site.later.views[view as usize].get()) {
            Some(show) => show(site, shown),
            None => results(site, shown, is_typing),
        }
    })
}
