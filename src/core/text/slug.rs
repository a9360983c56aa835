//! Short forms of texts for addresses and names of files.

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

/// The small letters without marks that the characters from U+00C0 and then those from U+1E00 are written as; see `build.rs`.
static PLAIN_LETTERS: &[u16] = &include!(concat!(env!("OUT_DIR"), "/plain_letters.rs"));

/// A short form of a text: its words in plain letters, joined by hyphens. Empty if the text has no letter or digit.
///
/// It is part of addresses, so it stays as it was first published, however search comes to read a letter.
///
/// ```
/// use meetings::core::text::slug::slug;
/// assert_eq!(slug("List of participants"), "list-of-participants");
/// assert_eq!(slug("Protokoll (utkast)"), "protokoll-utkast");
/// ```
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    let mut is_behind_word = false;
    for char in text.chars() {
        let length = slug.len();
        if !is_in_word(char) {
            is_behind_word = !slug.is_empty();
            continue;
        }
        write_plain(char, &mut slug);
        if is_behind_word && slug.len() > length {
            slug.insert(length, '-');
            is_behind_word = false;
        }
    }
    slug
}

fn is_in_word(char: char) -> bool {
    match char {
        '×' | '÷' | '\u{2b9}' | '\u{2bc}' => false,
        '\u{300}'..='\u{36f}' => true,
        _ => char.is_alphanumeric(),
    }
}

/// Appends a character as it is written in an address: nothing for a mark, as a rule one letter, at most two.
fn write_plain(char: char, slug: &mut String) {
    match plain_letter(char) {
        '\u{300}'..='\u{36f}' => {}
        'ß' => slug.push_str("ss"),
        'æ' => slug.push_str("ae"),
        'œ' => slug.push_str("oe"),
        'þ' => slug.push_str("th"),
        'ø' => slug.push('o'),
        'đ' | 'ð' => slug.push('d'),
        'ŧ' => slug.push('t'),
        'ŋ' => slug.push('n'),
        'ł' => slug.push('l'),
        'ħ' => slug.push('h'),
        'ı' => slug.push('i'),
        plain => slug.push(plain),
    }
}

fn plain_letter(char: char) -> char {
    let at = match char {
        '\0'..='\u{7f}' => return char.to_ascii_lowercase(),
        '\u{c0}'..'\u{530}' => char as usize - 0xc0,
        '\u{1e00}'..'\u{2000}' => char as usize - 0x1e00 + 0x530 - 0xc0,
        _ => return char,
    };
    PLAIN_LETTERS.get(at).and_then(|plain| char::from_u32((*plain).into())).unwrap_or(char)
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
    fn ids_are_written_in_the_letters_that_were_published() {
        for (text, id) in [
            ("ÀÿŽž", "ayzz"),
            ("Straße Æther Œuvre Þór Ærø", "strasse-aether-oeuvre-thor-aero"),
            ("Đorđe Ðað Ŧŧ Ŋŋ Łł Ħħ Iı", "dorde-dad-tt-nn-ll-hh-ii"),
            ("Tromsø ØØ", "tromso-oo"),
            ("Κως ΚΩΣ", "κως-κωσ"),
            ("Йёԯ Ԯ", "иеԯ-ԯ"),
            ("ḀḁỿỾ ὰ ῼ", "aaỿỿ-α-ω"),
            // Beyond the table letters stay as they are.
            ("Ⰰ Ա ア 経済", "Ⰰ-Ա-ア-経済"),
            ("a\u{300}\u{36f}b", "ab"),
            ("\u{300} \u{301}", ""),
            ("3×4 8÷2 m²", "3-4-8-2-m²"),
            ("Д\u{2b9}а О\u{2bc}Б", "д-а-о-б"),
            ("a--b, c", "a-b-c"),
            ("a \u{300} b", "a-b"),
        ] {
            assert_eq!(slug(text), id, "{text}");
        }
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
