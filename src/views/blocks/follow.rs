//! How a reader hears of meetings that come to a page.

use crate::core::address::feed::{ATOM, JSON};
use crate::core::address::route::Route;
use crate::language::labels;
use crate::views::element::{Element, classed, el, outward};
use crate::views::site::Site;

/// Links to the feeds that stand beside the page of a list.
pub fn follow(site: Site, page: &Route) -> Element {
    let feed = |(file, name): (&str, &'static str)| outward(&format!("{}{file}", site.href(page)), name);
    let feeds = [(ATOM, labels::FEED_ATOM), (JSON, labels::FEED_JSON)].map(feed);
    classed("p", "cluster no-print")
        .child(el("span").child(labels::FOLLOW_THESE))
        .child(feeds.into_iter().collect::<Vec<_>>())
}
