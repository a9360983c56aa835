//! What a reader may do who has found nothing.

use leptos::prelude::{Callable, Track};

use crate::core::search::explore::Shown;
use crate::core::search::filter::{Notice, active_filters};
use crate::core::search::ways_out::{WayOut, ways_out};
use crate::language::{labels, messages};
use crate::views::element::{Element, classed, el, link};
use crate::views::site::{Needed, Site};

/// What to ask instead, each with how many meetings it finds; or that something must be left out.
pub fn offered(site: Site, shown: &Shown) -> Option<Element> {
    let (ways, lacking) = ways_out(site.catalogue, &shown.query);
    if !lacking.is_empty() {
        site.arrived.track();
        lacking.into_iter().for_each(|piece| site.ask.run(Needed::Piece(piece)));
    }
    let way = |way: &WayOut| el("li").child(link(site.explorer(way.query.clone()), messages::way_out(way)));
    let ways: Vec<Element> = ways.iter().map(way).collect();
    if !ways.is_empty() {
        return Some(classed("ul", "ways-out").attr("role", "list").child(ways));
    }
    // That there is nothing to look for has been said.
    let is_told = shown.notices.iter().any(|notice| matches!(notice, Notice::NothingToLookFor(_)));
    let has_filters = !active_filters(site.catalogue, &shown.query).is_empty();
    let hint = if has_filters { labels::NOTHING_FOUND_WITHIN_HINT } else { labels::NOTHING_FOUND_HINT };
    (!is_told).then(|| classed("p", "quiet").child(hint))
}
