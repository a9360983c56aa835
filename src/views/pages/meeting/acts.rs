//! What one does with a meeting, in a line below its title.

use crate::core::archive::Meeting;
use crate::core::export::{Format, published};
use crate::language::labels;
use crate::views::blocks::copy::share;
use crate::views::element::{Element, classed, el, link, outward};
use crate::views::pages::meeting::taken::PLACE;
use crate::views::site::Site;

/// The acts: a calendar takes it, it is cited, its address is sent on, it is printed. What takes a script is not there
/// without one.
pub fn acts(site: Site, meeting: &Meeting) -> Element {
    let calendar = published(&site.page(), Format::Calendar).filter(|_| meeting.when.has_days());
    // Without `download`, so that a phone offers it to its calendar.
    let calendar = calendar.map(|path| outward(&site.base.file(&path), labels::ADD_TO_CALENDAR));
    let print = el("button").attr("type", "button").attr("class", "print").child(labels::PRINT);
    let item = |act: Element| el("li").child(act);
    classed("ul", "acts cluster no-print")
        .attr("role", "list")
        .attr("aria-label", labels::ACTS)
        .child(calendar.map(item))
        .child(item(link(format!("#{PLACE}"), labels::CITE)))
        .child(item(share(labels::SHARE)).attr("class", "needs-script"))
        .child(item(print).attr("class", "needs-script"))
}
