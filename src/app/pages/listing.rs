//! The meetings on one theme or of one year: plain lists that need no script.

use leptos::prelude::*;

use crate::app::Site;
use crate::app::element::{Element, classed, el, link};
use crate::app::parts::results::meeting_row;
use crate::core::check::NONE;
use crate::core::facet::{Facet, Value};
use crate::core::query::Query;
use crate::core::route::Route;
use crate::wording::{self, label};

/// The meetings with one value of a facet, newest first; `None` if there is none.
pub fn listing(site: Site, facet: Facet, id: &str) -> Option<Element> {
    let values = site.archive.catalogue.facets.get(facet);
    let at = values.position(id).filter(|_| id != NONE)?;
    let meetings = values.latest_first(at).into_iter();
    // The rows are the explorer's, with nothing searched for.
    let hits = Memo::new(|_| Vec::new());
    let rows: Vec<Element> = meetings.map(|position| meeting_row(site, position, hits)).collect();
    let all = link(site.explorer(Query::only(facet, id)), label::NARROW_FURTHER);
    Some(
        classed("article", "flow")
            .child(el("h1").attr("tabindex", "-1").child(values.values[at].label.as_str()))
            .child(classed("p", "result-count").child(wording::meetings(rows.len())))
            .child(classed("ol", "meetings").attr("role", "list").attr("aria-label", label::MEETINGS).child(rows))
            .child(el("p").child(all)),
    )
}

/// Links to all themes and years, as a way through the archive without scripts.
pub fn browse(site: Site) -> Element {
    let group = |facet: Facet, route: fn(String) -> Route| {
        let values = site.archive.catalogue.facets.get(facet).values.iter();
        let values = values.filter(|value| value.id != NONE);
        let item = |value: &Value| el("li").child(link(site.href(&route(value.id.clone())), value.label.as_str()));
        let items: Vec<Element> = values.map(item).collect();
        (!items.is_empty()).then(|| {
            el("div")
                .child(el("h2").child(wording::by(facet)))
                .child(classed("ul", "cluster").attr("role", "list").child(items))
        })
    };
    classed("nav", "browse columns no-print")
        .attr("aria-label", label::BROWSE)
        .child(group(Facet::Theme, Route::Theme))
        .child(group(Facet::Year, Route::Year))
}
