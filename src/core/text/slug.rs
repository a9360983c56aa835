//! Short forms of texts for addresses and names of files.

use crate::core::text::fold::Words;
use crate::core::text::hash::hash;

/// The most characters of a short form, so that it can be the name of a folder wherever a site is kept.
const LONGEST: usize = 80;

/// Signs that tell two texts apart and that a short form would lose, with how each is spelled in it.
static SIGNS: [(char, &str); 13] = [
    ('+', "plus"),
    ('#', "sharp"),
    ('&', "and"),
    ('@', "at"),
    ('%', "percent"),
    ('*', "star"),
    ('=', "equals"),
    ('<', "less"),
    ('>', "more"),
    ('§', "section"),
    ('€', "euro"),
    ('$', "dollar"),
    ('£', "pound"),
];

/// A short form of a text: its folded words joined by hyphens. Empty if the text has no letter or digit.
///
/// ```
/// use meetings::core::text::slug::slug;
/// assert_eq!(slug("List of participants"), "list-of-participants");
/// assert_eq!(slug("Protokoll (utkast)"), "protokoll-utkast");
/// ```
pub fn slug(text: &str) -> String {
    let mut slug = String::new();
    let mut words = Words::new(text);
    while words.next(&mut slug).is_some() {
        slug.push('-');
    }
    slug.pop();
    slug
}

/// The same with the signs spelled that would be lost, and never longer than a folder's name may be: the id of a value of a
/// facet, by its text alone.
///
/// ```
/// use meetings::core::text::slug::value_id;
/// assert_eq!(value_id("Energy group"), "energy-group");
/// assert_eq!(value_id("C++ group"), "c-plus-plus-group");
/// assert_eq!(value_id("C# group"), "c-sharp-group");
/// assert_eq!(value_id("Ministerial+"), "ministerial-plus");
/// ```
pub fn value_id(text: &str) -> String {
    let mut spelled = String::with_capacity(text.len());
    for char in text.chars() {
        match SIGNS.iter().find(|(sign, _)| *sign == char) {
            Some((_, word)) => spelled.extend([" ", word, " "]),
            None => spelled.push(char),
        }
    }
    let whole = slug(&spelled);
    match whole.char_indices().nth(LONGEST) {
        None => whole,
        // What is cut off may be all that tells two texts apart.
        Some(_) => {
            let kept: String = whole.chars().take(LONGEST - 9).collect();
            with_hash(kept.trim_end_matches('-'), text)
        }
    }
}

/// An id with a short hash of a text behind it, for texts whose ids would be the same.
pub fn with_hash(id: &str, text: &str) -> String {
    format!("{id}-{}", hash(text))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn slugs_are_words_joined_by_hyphens() {
        assert_eq!(slug("List of participants"), "list-of-participants");
        assert_eq!(slug("  Räumliche Planung! "), "raumliche-planung");
        assert_eq!(slug("Протокол"), "протокол");
        assert_eq!(slug("…"), "");
    }

    #[test]
    fn signs_that_tell_texts_apart_are_spelled() {
        for (text, id) in [
            ("C", "c"),
            ("C++", "c-plus-plus"),
            ("C#", "c-sharp"),
            ("Ministerial+", "ministerial-plus"),
            ("R&D", "r-and-d"),
            ("+", "plus"),
            ("50 %", "50-percent"),
            ("Ministerial", "ministerial"),
        ] {
            assert_eq!(value_id(text), id, "{text}");
        }
    }

    #[test]
    fn hashes_are_those_that_were_published() {
        assert_eq!(with_hash("id", "foobar"), "id-bf9cf968");
    }

    proptest! {
        #[test]
        fn ids_of_values_are_short_and_have_nothing_to_escape(text in "\\PC{0,120}|[a-zа-я+# -]{70,120}") {
            let id = value_id(&text);
            prop_assert!(id.chars().count() <= LONGEST, "{}", id);
            prop_assert!(!id.starts_with('-') && !id.ends_with('-') && !id.contains("--"), "{}", id);
        }
    }
}
