//! What the core must name and put in order and cannot: it knows no language, and is handed this.

use crate::core::archive::format::Place;
use crate::core::text::date::When;

/// The names of things in a language.
#[derive(Debug)]
pub struct Names {
    /// A country by its ISO 3166-1 alpha-2 code; the code itself where it has no name.
    pub country: fn(&str) -> String,
    /// A country as the region's other languages call it, by its code.
    pub country_elsewhere: fn(&str) -> Vec<String>,
    /// A language by its BCP 47 tag, with all that the tag tells.
    pub language: fn(&str) -> String,
    /// A place with its country.
    pub place: fn(&Place) -> String,
    /// A time: `18–19 April 2007`.
    pub when: fn(When) -> String,
    /// When a meeting was held, as a note on it.
    pub held: fn(When) -> String,
    /// A facet that every archive knows, by its key; none for another.
    pub facet: fn(&str) -> Option<&'static str>,
    /// A word of the format, the value of a facet: whether a meeting came to be, and whether its documents can be opened.
    /// None for what is no such word.
    pub word: fn(&str) -> Option<&'static str>,
    /// The positions of some texts in the order that people of a language have, by its BCP 47 tag; what is equal keeps its
    /// order.
    pub sorted: fn(&str, &[&str]) -> Vec<usize>,
    /// The same for the labels of a facet.
    pub sorted_labels: fn(&str, &[&str]) -> Vec<usize>,
    /// The meetings without a value in a facet.
    pub not_recorded: &'static str,
}
