//! What the core must name and put in order and cannot: it knows no language, and is handed this.

use crate::core::archive::format::Place;
use crate::core::text::date::When;

/// The names of things in a language.
#[derive(Debug)]
pub struct Names {
    /// A country by its code, one that is no more with its years; the code itself where it has no name.
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

/// The name of a country without the years in brackets behind it: who asks for a year means when meetings were held, and
/// machines ask for a name alone.
pub fn without_years(name: &str) -> &str {
    let ends_with_year = name.strip_suffix(')').is_some_and(|name| name.ends_with(|last: char| last.is_ascii_digit()));
    name.rfind(" (").filter(|_| ends_with_year).map_or(name, |at| &name[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_no_part_of_a_name() {
        for (name, alone) in [
            ("Soviet Union (1922–1991)", "Soviet Union"),
            ("Zaire (until 1997)", "Zaire"),
            ("Myanmar (Burma)", "Myanmar (Burma)"),
            ("A (b) (1990)", "A (b)"),
            ("1990)", "1990)"),
            ("NO", "NO"),
            ("", ""),
        ] {
            assert_eq!(without_years(name), alone);
        }
    }
}
