//! Letters and words as search sees them: without case and diacritics.

/// The plain small letters that the characters from U+00C0 and then those from U+1E00 are read as; see `build.rs`.
static PLAIN_LETTERS: &[u16] = &include!(concat!(env!("OUT_DIR"), "/plain_letters.rs"));

/// A text as search compares it: small letters without diacritics, and the usual spelling for letters that are not a
/// base letter with a mark (ø, æ, đ, ß …). Letters beyond Latin, Greek and Cyrillic stay as they are.
///
/// ```
/// use meetings::core::text::fold::fold;
/// assert_eq!(fold("Saariselkä"), "saariselka");
/// assert_eq!(fold("Ærø, Łódź"), "aero, lodz");
/// assert_eq!(fold("Йошкар-Ола"), "иошкар-ола");
/// ```
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
    let at = match char {
        '\u{c0}'..'\u{530}' => char as usize - 0xc0,
        '\u{1e00}'..'\u{2000}' => char as usize - 0x1e00 + 0x530 - 0xc0,
        _ => return char,
    };
    PLAIN_LETTERS.get(at).and_then(|plain| char::from_u32((*plain).into())).unwrap_or(char)
}

/// A text with single spaces between its words and none around them.
pub fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word of a text, by its place in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Where it starts.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// Whether only a hyphen or an apostrophe stands between it and the word before, as in `Йошкар-Ола`.
    pub is_joined: bool,
}

/// Goes through the words of a text: runs of letters, digits and combining marks.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    /// The words of this text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The next word, whose folded form is appended to `folded`.
    pub fn next(&mut self, folded: &mut String) -> Option<Word> {
        let before = folded.len();
        let (mut between, mut joiners) = (0, 0);
        let is_first = self.at == 0;
        let mut start = self.at;
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at).copied() {
            let length = folded.len();
            if byte.is_ascii_alphanumeric() {
                // Most words are of these letters alone, so they are taken at once.
                if folded.len() == before {
                    start = self.at;
                }
                let run = bytes[self.at..].iter().take_while(|byte| byte.is_ascii_alphanumeric());
                // The sign bit is never set; said so, what follows need not ask.
                run.for_each(|byte| folded.push(char::from(byte.to_ascii_lowercase() & 0x7f)));
                self.at += folded.len() - length;
                continue;
            }
            let char = if byte.is_ascii() { char::from(byte) } else { self.text[self.at..].chars().next()? };
            if is_in_word(char) {
                if folded.len() == before {
                    start = self.at;
                }
                fold_char(char, folded);
            } else if folded.len() > before {
                break;
            } else {
                between += 1;
                joiners += usize::from(is_joiner(char));
            }
            self.at += char.len_utf8();
        }
        let is_joined = !is_first && (between, joiners) == (1, 1);
        (folded.len() > before).then_some(Word { start, end: self.at, is_joined })
    }
}

/// Whether it is part of a word: a letter, a digit or a combining mark.
pub fn is_in_word(char: char) -> bool {
    match char {
        '\0'..='\u{7f}' => char.is_ascii_alphanumeric(),
        '×' | '÷' => false,
        // Nearly all that is not ASCII is one of these letters, for which Unicode's tables are a long way round.
        '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' => true,
        _ => is_mark(char) || (char.is_alphanumeric() && !is_joiner(char)),
    }
}

/// Whether it is a combining mark, which belongs to the letter before it.
pub fn is_mark(char: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&char)
}

/// Hyphens, and apostrophes with the letters that stand for them.
fn is_joiner(char: char) -> bool {
    matches!(char, '-' | '\'' | '\u{2010}' | '\u{2011}' | '\u{2018}' | '\u{2019}' | '\u{2b9}' | '\u{2bc}')
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

    /// The words as they stand in the text, with a plus before those that are joined.
    fn words(text: &str) -> Vec<String> {
        let (mut words, mut folded) = (Words::new(text), String::new());
        std::iter::from_fn(|| words.next(&mut folded))
            .map(|word| format!("{}{}", if word.is_joined { "+" } else { "" }, &text[word.start..word.end]))
            .collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            words("Tuomioja’s speech, 18–19 April (äö) - Йошкар-Ола"),
            ["Tuomioja", "+s", "speech", "18", "19", "April", "äö", "Йошкар", "+Ола"]
        );
        assert_eq!(words("'quoted' a--b"), ["quoted", "a", "b"]);
        assert_eq!(words(" – ").len(), 0);
    }

    proptest! {
        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }

        #[test]
        fn every_word_stands_where_it_says(text in "\\PC{0,40}|[aЖ\u{308} \u{2019}-]{0,12}") {
            let (mut words, mut folded) = (Words::new(&text), String::new());
            while let Some(word) = words.next(&mut folded) {
                prop_assert_eq!(&folded, &fold(&text[word.start..word.end]));
                folded.clear();
            }
        }
    }
}
