//! The meetings with one value of a facet: plain lists that need no script.

use crate::core::address::query::{Query, Sort};
use crate::core::address::route::Route;
use crate::core::search::facet::{Facet, Value};
use crate::core::search::list::List;
use crate::language::{labels, messages};
use crate::views::blocks::follow::follow;
use crate::views::blocks::meeting_row::meeting_row;
use crate::views::blocks::pager::pager;
use crate::views::blocks::told::{told_label, told_value};
use crate::views::dom;
use crate::views::element::{Element, classed, el, link};
use crate::views::site::Site;

/// One page of a list, newest first.
pub fn listing(site: Site, list: &List) -> Element {
    // The rows are the explorer's, with nothing searched for.
    let rows: Vec<Element> = list.meetings().into_iter().map(|position| meeting_row(site, position, &[])).collect();
    let value = list.value();
    let all = link(site.explorer(Query::only(&list.facet.key, &value.id)), labels::NARROW_FURTHER);
    let to = |page: usize, text: &str| link(site.href(&list.route(page)), text);
    let rows = classed("ol", "meetings").attr("role", "list").attr("aria-label", labels::MEETINGS).child(rows);
    // One meeting stands in any order.
    let oldest = (list.count() > 1).then(|| Query::only(&list.facet.key, &value.id).with_sort(Sort::Oldest));
    let oldest = oldest.map(|query| link(site.explorer(query), labels::IN_ORDER_OF_TIME));
    let kicker = told_label(site.archive, classed("p", "kicker"), list.facet).child(list.facet.label.as_str());
    classed("article", "flow")
        .child(kicker)
        .child(told_value(site.archive, el("h1"), list.facet, value).attr("tabindex", "-1").child(value.label.as_str()))
        .child(classed("h2", "result-count").child(messages::meetings(list.count())))
        .child(rows)
        .child(pager(list.page, list.pages(), &to))
        .child(classed("p", "cluster").child(all).child(oldest))
        .child(follow(site, &list.route(1)))
}

/// Links to the lists of all facets that have some, as a way through the archive without scripts.
pub fn browse(site: Site) -> Option<Element> {
    let facets = site.catalogue.facets.all().iter().filter(|facet| facet.has_pages() && !facet.recorded().is_empty());
    let facets: Vec<&Facet> = facets.collect();
    let group = |facet: &&Facet| {
        let route = |value: &Value| Route::list(&facet.key, &value.id);
        let item = |value: &Value| {
            let link = link(site.href(&route(value)), value.label.as_str());
            el("li").child(told_value(site.archive, link, facet, value))
        };
        el("div").child(el("h2").child(messages::by(&facet.label))).child(
            classed("ul", "cluster").attr("role", "list").child(facet.recorded().iter().map(item).collect::<Vec<_>>()),
        )
    };
    let names: Vec<&str> = facets.iter().map(|facet| facet.label.as_str()).collect();
    (!facets.is_empty()).then(|| {
        let ways = classed("nav", "columns")
            .attr("aria-label", &messages::browse(&names))
            .child(facets.iter().map(group).collect::<Vec<_>>());
        classed("div", "browse no-print").attr("id", dom::BROWSE).child(ways)
    })
}
