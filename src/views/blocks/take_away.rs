//! Meetings to take away as files.

use crate::core::address::route::Route;
use crate::core::export::{Format, published};
use crate::language::messages;
use crate::views::element::{Element, classed, el, outward};
use crate::views::site::Site;

/// Links to the meetings of a page as files. What is published is a plain link. The rest (another format, or what a
/// query has narrowed) the app writes when it is asked for; such formats are not to be seen before the app is there. What a
/// reader should know of the calendar stands beside its link, or in place of it.
pub fn take_away(site: Site, page: &Route, formats: &[Format], mut of_calendar: Option<Element>) -> Element {
    let item = |format: &Format| {
        let file = published(page, *format).map(|path| site.base.file(&path));
        let link = outward(file.as_deref().unwrap_or(""), messages::format(*format));
        el("li")
            .attr_if("class", file.is_none().then_some("needs-app"))
            .child(link.attr("data-save", format.ending()).attr("download", ""))
            .child(if *format == Format::Calendar { of_calendar.take() } else { None })
    };
    let items: Vec<Element> = formats.iter().map(item).collect();
    let instead = of_calendar.map(|told| el("li").child(told));
    classed("ul", "take-away cluster").attr("role", "list").child(instead).child(items)
}
