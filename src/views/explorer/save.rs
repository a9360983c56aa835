//! What a reader takes away of the list.

use leptos::prelude::*;

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::export::Format;
use crate::core::search::explore::Shown;
use crate::language::{labels, messages};
use crate::views::blocks::copy::share;
use crate::views::blocks::take_away::take_away;
use crate::views::element::{Element, classed, dynamic, el, outward};
use crate::views::site::Site;

/// The formats in which what is shown can be taken away; the first is for archives in which a day is known.
const FORMATS: [Format; 4] = [Format::Calendar, Format::Csv, Format::Bibtex, Format::Json];

/// What a reader can subscribe to; the last is for archives in which a day is known.
const FEEDS: [(&str, &str); 3] =
    [("feed.xml", labels::FEED_ATOM), ("feed.json", labels::FEED_JSON), ("meetings.ics", labels::FEED_CALENDAR)];

/// The meetings found as files; nothing where none is.
pub fn save(site: Site, shown: Memo<Shown>) -> Element {
    let has_days = site.catalogue.without_days.len() < site.catalogue.count();
    let formats = if has_days { &FORMATS[..] } else { &FORMATS[1..] };
    let left_out = move || messages::left_out_of_calendar(shown.read().without_days);
    let of_calendar = classed("span", "quiet");
    let of_calendar =
        if has_days { of_calendar.child(dynamic(left_out)) } else { of_calendar.child(labels::NO_CALENDAR) };
    classed("aside", "save no-print")
        .attr_fn("hidden", move || (shown.read().found == 0).then(String::new))
        // What is published holds all.
        .attr_fn("data-narrowed", move || shown.read().query.is_narrowed().then(String::new))
        .child(el("h2").child(labels::SAVE_THESE))
        .child(take_away(site, &Route::Explorer(Query::default()), formats, Some(of_calendar)))
        .child(el("h2").child(labels::FOLLOW))
        .child(follow(site, has_days))
}

/// How others come to the list, and how a reader hears of what comes to the archive: feeds, and the calendar at an address
/// that programs look at again.
fn follow(site: Site, has_days: bool) -> Element {
    let mut feeds = classed("ul", "take-away cluster")
        .attr("role", "list")
        .child(el("li").attr("class", "needs-script").child(share(labels::SHARE_LIST)));
    for (file, name) in if has_days { &FEEDS[..] } else { &FEEDS[..2] } {
        feeds = feeds.child(el("li").child(outward(&site.base.file(file), *name)));
    }
    feeds
}
