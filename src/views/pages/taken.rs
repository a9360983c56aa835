//! What a reader takes away of the list, and how the archive is followed. It is the same whatever is asked for, so the app shows
//! it as the build has made it.

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::export::Format;
use crate::language::{labels, messages};
use crate::views::blocks::copy::share;
use crate::views::blocks::take_away::take_away;
use crate::views::dom;
use crate::views::element::{Element, classed, el, outward};
use crate::views::site::Site;

/// The formats in which what is shown can be taken away; the first is for archives in which a day is known.
const FORMATS: [Format; 4] = [Format::Calendar, Format::Csv, Format::Bibtex, Format::Json];

/// What a reader can subscribe to; the last is for archives in which a day is known.
const FEEDS: [(&str, &str); 3] =
    [("feed.xml", labels::FEED_ATOM), ("feed.json", labels::FEED_JSON), ("meetings.ics", labels::FEED_CALENDAR)];

/// The list as files; how others come to it; and how a reader hears of what comes to the archive: feeds, and the calendar at
/// an address that programs look at again.
pub fn taken(site: Site) -> Element {
    let without_days = site.catalogue.without_days.len();
    let has_days = without_days < site.catalogue.count();
    let of_calendar = match has_days {
        true => messages::left_out_of_calendar(without_days).map(|told| classed("span", "quiet left-out").child(told)),
        false => Some(classed("span", "quiet").child(labels::NO_CALENDAR)),
    };
    let formats = if has_days { &FORMATS[..] } else { &FORMATS[1..] };
    let mut feeds = classed("ul", "take-away cluster")
        .attr("role", "list")
        .child(el("li").attr("class", "needs-script").child(share(labels::SHARE_LIST)));
    for (file, name) in if has_days { &FEEDS[..] } else { &FEEDS[..2] } {
        feeds = feeds.child(el("li").child(outward(&site.base.file(file), *name)));
    }
    classed("div", "taken")
        .attr("id", dom::TAKEN)
        .child(el("h2").child(labels::SAVE_THESE))
        .child(take_away(site, &Route::Explorer(Query::default()), formats, of_calendar))
        .child(el("h2").child(labels::FOLLOW))
        .child(feeds)
}
