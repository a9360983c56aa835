//! The way to the other pages of a list.

use crate::language::{labels, messages};
use crate::views::element::{Element, classed, el};

/// Links to the pages before and behind, made by `to` from a page and its text; nothing where there is one page.
pub fn pager(page: usize, pages: usize, to: &dyn Fn(usize, &str) -> Element) -> Option<Element> {
    (pages > 1).then(|| {
        classed("nav", "pages cluster")
            .attr("aria-label", labels::PAGES)
            .child((page > 1).then(|| to(page - 1, labels::PREVIOUS_PAGE)))
            .child(el("span").child(messages::page_of(page, pages)))
            .child((page < pages).then(|| to(page + 1, labels::NEXT_PAGE)))
    })
}
