//! The views in which what is found can be looked at: the ways between them, and the one that is chosen.

use leptos::prelude::*;

use crate::core::address::route::Route;
use crate::core::address::view::View;
use crate::core::search::explore::Shown;
use crate::language::{labels, messages};
use crate::views::element::{Element, classed, dynamic, el};
use crate::views::explorer::results::results;
use crate::views::site::{Needed, ShowView, Site};

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
    let view = Memo::new(move |before: Option<&Option<ShownIn>>| {
        let view = shown.read().query.view();
        if view == View::List {
            return None;
        }
        let show = site.later.views[view as usize].get().copied();
        if show.is_none() {
            site.arrived.track();
            site.ask.run(Needed::View(view));
        }
        show.map(ShownIn).or_else(|| before.copied().flatten())
    });
    dynamic(move || match view.get() {
        Some(ShownIn(show)) => show(site, shown),
        None => results(site, shown, is_typing),
    })
}

/// A view, as what shows it.
#[derive(Clone, Copy)]
struct ShownIn(ShowView);

impl PartialEq for ShownIn {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}
