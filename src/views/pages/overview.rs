//! What an archive is, in one look: how much, when and where. It stands on the first page above the list, as the build has
//! drawn it.

use crate::core::address::query::Query;
use crate::core::address::route::{Kind, Order, Route};
use crate::core::search::choices::{Bar, HIGHEST, bars};
use crate::core::text::order::sorted;
use crate::language::{labels, messages};
use crate::views::blocks::told::told;
use crate::views::dom;
use crate::views::element::{Element, classed, el, link, markup};
use crate::views::site::Site;

/// How many places it names.
const PLACES: usize = 12;
/// How many years are written out below their bars, about.
const WRITTEN_YEARS: usize = 8;

/// The overview; nothing of an archive without a meeting.
pub fn overview(site: Site) -> Option<Element> {
    let archive = site.archive;
    let held = held(site);
    let mut countries: Vec<&str> = Vec::new();
    for country in held.iter().filter_map(|(at, _)| archive.dataset.places[*at].country.as_deref()) {
        if !countries.contains(&country) {
            countries.push(country);
        }
    }
    let years = archive.meetings.iter().flat_map(|meeting| meeting.when.years());
    let years = years.clone().min().zip(years.max());
    let told = messages::overview(archive.meetings.len(), years, held.len(), countries.len());
    (!archive.meetings.is_empty()).then(|| {
        let section = el("section")
            .attr("aria-label", labels::OVERVIEW)
            .child(classed("p", "glance").child(told))
            .child(years_of(site))
            .child(places(site, &held));
        classed("div", "overview").attr("id", dom::OVERVIEW).child(section)
    })
}

/// The places of meetings by their position in the archive, each with the number of its meetings; those of most first.
fn held(site: Site) -> Vec<(usize, usize)> {
    let (places, together) = (site.archive.dataset.places.len(), site.together());
    let counts: Vec<usize> = (0..places).map(|at| together.seen(Kind::Places, at).meetings).collect();
    let order = sorted(counts.len(), &|a, b| counts[b].cmp(&counts[a]));
    order.into_iter().map(|at| (at, counts[at])).filter(|(_, count)| *count > 0).collect()
}

/// The years as bars, each of which leads to its meetings.
fn years_of(site: Site) -> Option<Element> {
    let years = site.catalogue.facets.get("year")?;
    let all = bars(years, &years.totals);
    let every = all.len().div_ceil(WRITTEN_YEARS).max(1);
    let draw = move || {
        let bars = bars(years, &years.totals);
        // A number is as wide as the bars up to the next one.
        let is_written = |at: usize| at.is_multiple_of(every) && at + every <= bars.len();
        bars.iter().enumerate().map(|(at, bar)| year(site, bar, at == 0, is_written(at))).collect()
    };
    let list = markup("years", "years", draw);
    (!all.is_empty()).then(|| list.attr("role", "group").attr("aria-label", labels::BARS).attr("data-walk", ""))
}

/// A bar as a link to its years, where they have a meeting. The first is the one that Tab reaches.
fn year(site: Site, bar: &Bar, is_first: bool, is_written: bool) -> String {
    let year = format!("{:04}", bar.first);
    let written = if is_written { &year } else { "" };
    let (top, height, name) = (HIGHEST - bar.height, bar.height, messages::bar(bar));
    let drawn = format!(
        "<svg viewBox=\"0 0 1 {HIGHEST}\" preserveAspectRatio=\"none\">\
         <rect y=\"{top}\" width=\"1\" height=\"{height}\"/></svg><span>{written}</span>"
    );
    if bar.meetings == 0 {
        return format!("<div>{drawn}</div>");
    }
    let of_years = || site.explorer(Query::default().with_years(Some(bar.first), Some(bar.last)));
    let link = if bar.first == bar.last { site.only("year", &year) } else { None };
    let link = link.unwrap_or_else(of_years).replace('&', "&amp;");
    let tab = if is_first { 0 } else { -1 };
    format!("<a href=\"{link}\" tabindex=\"{tab}\" aria-label=\"{name}\" title=\"{name}\">{drawn}</a>")
}

/// Where most meetings were held, by name.
fn places(site: Site, held: &[(usize, usize)]) -> Option<Element> {
    let place = |(at, count): &(usize, usize)| {
        let place = &site.archive.dataset.places[*at];
        let page = site.href(&Route::list(Kind::Places.key(), &place.id));
        let name = told(site.archive, link(page, place.name.as_str()), &place.name);
        el("li").child(name).child(" ").child(classed("span", "count").child(messages::number(*count)))
    };
    let named: Vec<Element> = held.iter().take(PLACES).map(place).collect();
    let others = held.len().saturating_sub(PLACES);
    let others = (others > 0)
        .then(|| el("li").child(link(site.href(&Route::Index(Kind::Places, Order::Name)), messages::more(others))));
    let list = classed("ul", "cluster").attr("role", "list").attr("aria-label", labels::PLACES);
    (!named.is_empty()).then(|| list.child(named).child(others))
}
