//! What is said of the map.

use super::messages::first_of;

/// How many places are named in the description of the picture.
#[cfg(feature = "native")]
const NAMED: usize = 30;

/// What the picture is.
#[cfg(feature = "native")]
pub fn title(archive: &str) -> String {
    format!("Map of the places of the {archive}")
}

/// What the picture shows.
#[cfg(feature = "native")]
pub fn places(names: &[&str]) -> String {
    format!("Coasts and borders, and on them the places: {}.", first_of(names, NAMED))
}
