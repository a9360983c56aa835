//! What the page tells the app, and the app the page, in attributes of `<html>`.

use leptos::prelude::*;

use crate::core::address::base::Base;
use crate::views::dom;

/// The attribute that names the release that a page is of.
pub const RELEASE: &str = "data-release";

/// The path that the site is published under, which the page tells.
pub fn base() -> Base {
    Base::new(&told("data-base").unwrap_or_default())
}

/// The origin that the site is published under, where the page tells it.
pub fn origin_told() -> Option<String> {
    told("data-site")
}

/// The release that the page is of.
pub fn release() -> Option<String> {
    told(RELEASE)
}

/// The hash of the dataset that the build has judged.
pub fn judged() -> Option<String> {
    told("data-judged")
}

/// The folder of the pieces of a large archive; none where the archive comes whole.
pub fn pieces_folder() -> Option<String> {
    told("data-parts")
}

/// The names of countries and languages that the archive uses, each behind its code.
pub fn names() -> Option<String> {
    document().get_element_by_id("names")?.text_content()
}

/// Whether the labels of all facets stand in order by their plain letters.
pub fn is_plain() -> bool {
    told("data-plain").is_some()
}

/// What an attribute of `<html>` says.
fn told(attribute: &str) -> Option<String> {
    document().document_element()?.get_attribute(attribute)
}

/// What becomes of `<html data-app>`.
pub fn set_state(state: &str) {
    if let Some(html) = document().document_element() {
        dom::set(&html, "data-app", state);
    }
}
