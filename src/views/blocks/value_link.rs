//! A value of a facet that leads to the meetings that have it.

use crate::views::blocks::told::told;
use crate::views::element::{Element, el, link};
use crate::views::site::Site;

/// A text that leads to an address, or stands alone where there is none.
pub fn linked_if(address: Option<String>, text: &str) -> Element {
    match address {
        Some(address) => link(address, text),
        None => el("span").child(text),
    }
}

/// What a record says in a facet whose values are texts.
pub fn value_link(site: Site, key: &str, text: &str) -> Element {
    let value = site.value_labelled(key, text);
    told(site.archive, linked_if(value.and_then(|value| site.only(key, &value.id)), text), text)
}
