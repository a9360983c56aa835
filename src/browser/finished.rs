//! Finished pages, which the app of an archive in pieces shows as the build has made them.

use web_sys::{DomParser, SupportedType};

use crate::browser::told;
use crate::views::site::Finished;

/// What stands in the HTML of a finished page; none if it is no page of this release.
pub fn read(html: &str) -> Option<Finished> {
    let page = DomParser::new().ok()?.parse_from_string(html, SupportedType::TextHtml).ok()?;
    let release = page.document_element()?.get_attribute(told::RELEASE);
    if release != told::release() {
        return None;
    }
    Some(Finished { title: page.title(), html: page.query_selector("main").ok()??.inner_html() })
}
