//! Texts of the archive, told apart from what the interface says around them.

use crate::core::archive::Archive;
use crate::core::search::facet::{Facet, Value};
use crate::language::{TAG, messages};
use crate::views::element::Element;

/// An element for this text of the archive, which says so: its language where the interface speaks another, and its
/// direction where that cannot be told from its first letter. All else of direction is the style sheet's (`base.css`).
pub fn told(archive: &Archive, element: Element, text: &str) -> Element {
    told_in(archive, None, element, text)
}

/// The same for a text that may name a language of its own.
#[inline(never)]
pub fn told_in(archive: &Archive, own: Option<&str>, element: Element, text: &str) -> Element {
    let language = own.or_else(|| language(archive));
    element.attr_if("lang", language).attr_if("dir", is_right_to_left(text).then_some("rtl"))
}

/// The same for a value of a facet; countries, languages and years are named by the interface.
pub fn told_value(archive: &Archive, element: Element, facet: &Facet, value: &Value) -> Element {
    let is_named = matches!(facet.key.as_str(), "country" | "language" | "year");
    if is_named || value.label == messages::NOT_RECORDED { element } else { told(archive, element, &value.label) }
}

/// The same for the name of a facet, where the archive has given it.
pub fn told_label(archive: &Archive, element: Element, facet: &Facet) -> Element {
    let is_known = messages::known_facet(&facet.key) == Some(facet.label.as_str());
    if is_known { element } else { told(archive, element, &facet.label) }
}

/// The language of the archive, where the interface speaks another.
pub fn language(archive: &Archive) -> Option<&str> {
    let language = archive.dataset.language.as_str();
    let is_other = language.split('-').next().is_none_or(|primary| !primary.eq_ignore_ascii_case(TAG));
    is_other.then_some(language)
}

/// Whether more of a text is written from right to left than from left to right: a title may begin with a foreign name.
fn is_right_to_left(text: &str) -> bool {
    let weight = |letter: char| match letter {
        '\u{590}'..='\u{8ff}'
        | '\u{fb1d}'..='\u{fdff}'
        | '\u{fe70}'..='\u{fefc}'
        | '\u{10800}'..='\u{10fff}'
        | '\u{1e800}'..='\u{1efff}' => 1,
        // Signs, which every script has.
        '\u{80}'..='\u{bf}' | '\u{2000}'..='\u{2bff}' => 0,
        _ => -i32::from(!letter.is_ascii() || letter.is_ascii_alphabetic()),
    };
    text.chars().map(weight).sum::<i32>() > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_runs_as_most_of_its_letters_do() {
        for text in ["CSS: مغامرة جديدة!", "ועידת הצפון (1) 2019", "UN 2011 – חיפה ונצרת"]
        {
            assert!(is_right_to_left(text), "{text}");
        }
        for text in ["", "2019 (1)", "Talks in חיפה", "Первая беседа – «1»", "Äteritsi"] {
            assert!(!is_right_to_left(text), "{text}");
        }
    }
}
