//! Letters and words as search sees them: without case and diacritics.

/// Letters and the plain small letters they are read as, sorted; see `build.rs`.
static PLAIN_LETTERS: &[(u16, u16)] = &include!(concat!(env!("OUT_DIR"), "/plain_letters.rs"));

/// A text as search compares it: small letters without diacritics, and the usual spelling for letters that are not a
/// base letter with a mark (ø, æ, đ, ß …). Letters beyond Latin, Greek and Cyrillic stay as they are.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.chars() {
        fold_char(char, &mut folded);
    }
    folded
}

/// Appends the folded form of one character: none for a combining mark, as a rule one letter, at most two.
pub fn fold_char(char: char, folded: &mut String) {
    if char.is_ascii() {
        folded.push(char.to_ascii_lowercase());
        return;
    }
    match plain_letter(char) {
        '\u{300}'..='\u{36f}' => {}
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        'ø' => folded.push('o'),
        'đ' | 'ð' => folded.push('d'),
        'ŧ' => folded.push('t'),
        'ŋ' => folded.push('n'),
        'ł' => folded.push('l'),
        'ħ' => folded.push('h'),
        'ı' => folded.push('i'),
        plain => folded.push(plain),
    }
}

fn plain_letter(char: char) -> char {
    let entry = u16::try_from(u32::from(char)).ok().and_then(|char| {
        let index = PLAIN_LETTERS.binary_search_by_key(&char, |(letter, _)| *letter).ok()?;
        PLAIN_LETTERS.get(index)
    });
    entry.and_then(|(_, plain)| char::from_u32((*plain).into())).unwrap_or(char)
}

/// The words of a text: runs of letters, digits and combining marks, each with its place in bytes.
pub fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let in_word = |char: char| char.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&char);
    let mut rest = 0;
    std::iter::from_fn(move || {
        let start = rest + text[rest..].find(in_word)?;
        let end = text[start..].find(|char| !in_word(char)).map_or(text.len(), |length| start + length);
        rest = end;
        Some((start, &text[start..end]))
    })
}

/// A short form of a text for addresses: its folded words joined by hyphens, `List of participants` →
/// `list-of-participants`. Empty if the text has no letter or digit.
pub fn slug(text: &str) -> String {
    let words: Vec<String> = words(text).map(|(_, word)| fold(word)).filter(|word| !word.is_empty()).collect();
    words.join("-")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_and_diacritics_are_folded() {
        for (text, folded) in [
            ("Saariselkä", "saariselka"),
            ("SAARISELKÄ", "saariselka"),
            ("Saariselka\u{308}", "saariselka"),
            ("Tromsø", "tromso"),
            ("Roavvenjárga", "roavvenjarga"),
            ("Suoločielgi", "suolocielgi"),
            ("Børge", "borge"),
            ("Åsa", "asa"),
            ("Петрозаводск", "петрозаводск"),
            ("Йошкар-Ола", "иошкар-ола"),
            ("Ёлка", "елка"),
            ("Straße", "strasse"),
            ("Ærø", "aero"),
            ("Đorđe", "dorde"),
            ("Ŋŧ", "nt"),
            ("Łódź", "lodz"),
            ("Αθήνα", "αθηνα"),
            ("İstanbul", "istanbul"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        let found: Vec<_> = words("Tuomioja’s speech, 18–19 April (äö)").map(|(_, word)| word).collect();
        assert_eq!(found, ["Tuomioja", "s", "speech", "18", "19", "April", "äö"]);
        assert_eq!(words(" – ").count(), 0);
    }

    #[test]
    fn slugs_are_words_joined_by_hyphens() {
        assert_eq!(slug("List of participants"), "list-of-participants");
        assert_eq!(slug("  Räumliche Planung! "), "raumliche-planung");
        assert_eq!(slug("Протокол"), "протокол");
        assert_eq!(slug("…"), "");
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn every_word_stands_where_it_says(text in "\\PC{0,40}") {
            for (start, word) in words(&text) {
                prop_assert_eq!(&text[start..start + word.len()], word);
            }
        }
    }
}
