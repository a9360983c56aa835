//! The names of people and places, which lead to their pages.

use crate::core::address::route::{Kind, Route};
use crate::core::archive::format::{Person, Place};
use crate::views::blocks::told::told;
use crate::views::blocks::value_link::linked_if;
use crate::views::element::Element;
use crate::views::site::Site;

/// The address of the page of a person or a place.
pub fn page_of(site: Site, kind: Kind, id: &str) -> String {
    site.href(&Route::list(kind.key(), id))
}

/// The name of a person, which leads to the page of that person, if there is one.
pub fn person_link(site: Site, person: &Person) -> Element {
    let has_page = !site.archive.people().is_empty();
    let address = has_page.then(|| page_of(site, Kind::People, &person.id));
    told(site.archive, linked_if(address, &person.name), &person.name)
}

/// The name of a place, which leads to its page.
pub fn place_link(site: Site, place: &Place) -> Element {
    told(site.archive, linked_if(Some(page_of(site, Kind::Places, &place.id)), &place.name), &place.name)
}
