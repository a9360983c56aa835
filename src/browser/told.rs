//! What the page tells the app, and the app the page, in attributes of `<html>`.

use leptos::prelude::*;

use crate::core::address::base::Base;
use crate::views::site::IS_IN_PIECES;

/// The path that the site is published under, which the page tells.
pub fn base() -> Base {
    Base::new(&told("data-base").unwrap_or_default())
}

/// The origin that the site is published under, where the page tells it.
pub fn origin_told() -> Option<String> {
    told("data-site")
}

/// What an attribute of `<html>` says.
fn told(attribute: &str) -> Option<String> {
    document().document_element()?.get_attribute(attribute)
}

/// What becomes of `<html data-app>`.
pub fn set_state(state: &str) {
    if let Some(html) = document().document_element() {
        // An attribute with a plain name can always be set.
        let _ = html.set_attribute("data-app", state);
    }
}

/// The folder of the pieces of a large archive, which the page tells.
pub fn pieces_folder() -> String {
    if IS_IN_PIECES { told("data-parts").unwrap_or_default() } else { String::new() }
}
