//! What the interface says in English.

#[cfg(feature = "native")]
pub mod checks;
pub mod counts;
pub mod dates;
pub mod kept;
pub mod labels;
pub mod map;
pub mod messages;
pub mod met;
pub mod problems;
pub mod timeline;
#[cfg(feature = "native")]
pub mod unpublishable;
pub mod world;

use crate::core::archive::names::Names;
use crate::language::order;

/// The language, as a BCP 47 tag.
pub const TAG: &str = "en";

/// What the core is handed to name things by.
pub static NAMES: Names = Names {
    country: |code| world::country_or_code(code).to_owned(),
    country_elsewhere: world::country_elsewhere,
    language: world::language_in_full,
    place: world::place,
    when: dates::when,
    held: dates::held,
    facet: messages::known_facet,
    word: messages::word,
    sorted: order::sorted,
    sorted_labels: order::sorted_labels,
    not_recorded: messages::NOT_RECORDED,
};
