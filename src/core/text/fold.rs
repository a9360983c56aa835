//! Letters and words as search sees them: what is the same to a reader is the same here.

use crate::core::text::letters::{Role, is_run_on, read};

/// A text as search compares it: small letters without marks, compatibility forms and what is passed over, and the usual
/// spelling for letters that are not a base letter with a mark (ø, æ, đ, ß …). Signs stay as they are.
///
/// ```
/// use meetings::core::text::fold::fold;
/// assert_eq!(fold("Saariselkä"), "saariselka");
/// assert_eq!(fold("Ærø, Łódź"), "aero, lodz");
/// assert_eq!(fold("Йошкар-Ола"), "иошкар-ола");
/// assert_eq!(fold("ΚΩΣ, Κως"), "κωσ, κωσ");
/// ```
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for char in text.chars() {
        if read(char, &mut folded) == Role::Between {
            folded.push(char);
        }
    }
    folded
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
    /// What stands between it and the word before.
    pub behind: Behind,
    /// Whether it is a run of letters of a script without spaces, in which words are found by [`pairs`] of letters.
    pub is_run: bool,
}

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// Nothing: only their scripts differ, as in `第8回`.
    Nothing,
    /// Only a hyphen or an apostrophe, as in `Йошкар-Ола`.
    Joiner,
    /// Something else; or it is the first word.
    Gap,
}

/// Goes through the words of a text: runs of letters, digits and marks.
#[derive(Debug, Clone)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
    has_begun: bool,
}

impl<'a> Words<'a> {
    /// The words of this text.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, has_begun: false }
    }

    /// The next word, whose folded form is appended to `folded`.
    pub fn next(&mut self, folded: &mut String) -> Option<Word> {
        let before = folded.len();
        let (mut between, mut joiners) = (0, 0);
        let mut word = Word { start: self.at, end: self.at, behind: Behind::Gap, is_run: false };
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at).copied() {
            let length = folded.len();
            let is_first = length == before;
            if byte.is_ascii_alphanumeric() {
                if word.is_run {
                    break;
                }
                // Most words are of these letters alone, so they are taken at once.
                if is_first {
                    word.start = self.at;
                }
                let run = bytes[self.at..].iter().take_while(|byte| byte.is_ascii_alphanumeric());
                // The sign bit is never set; said so, what follows need not ask.
                run.for_each(|byte| folded.push(char::from(byte.to_ascii_lowercase() & 0x7f)));
                self.at += folded.len() - length;
                word.end = self.at;
                continue;
            }
            if byte.is_ascii() {
                if !is_first {
                    break;
                }
                between += 1;
                joiners += usize::from(is_joiner(char::from(byte)));
                self.at += 1;
                continue;
            }
            let char = self.text[self.at..].chars().next()?;
            match read(char, folded) {
                Role::InWord => {
                    let is_run = folded[length..].chars().next().map(is_run_on);
                    if is_first {
                        (word.start, word.is_run) = (self.at, is_run == Some(true));
                    } else if is_run.is_some_and(|is_run| is_run != word.is_run) {
                        folded.truncate(length);
                        break;
                    }
                    word.end = self.at + char.len_utf8();
                }
                Role::Between if folded.len() > before => break,
                Role::Between => {
                    between += 1;
                    joiners += usize::from(is_joiner(char));
                }
                Role::PassedOver => {}
            }
            self.at += char.len_utf8();
        }
        word.behind = if self.has_begun { behind(between, joiners) } else { Behind::Gap };
        self.has_begun = true;
        (folded.len() > before).then_some(word)
    }
}

/// What stands between two words, given how many signs, and how many of them join words.
fn behind(between: usize, joiners: usize) -> Behind {
    match (between, joiners) {
        (0, _) => Behind::Nothing,
        (1, 1) => Behind::Joiner,
        _ => Behind::Gap,
    }
}

/// A run of letters of a script without spaces as what is looked for in it: every letter with the one behind it, and the
/// last alone.
///
/// ```
/// use meetings::core::text::fold::pairs;
/// assert_eq!(pairs("北極圏").collect::<Vec<_>>(), ["北極", "極圏", "圏"]);
/// ```
pub fn pairs(run: &str) -> impl Iterator<Item = &str> {
    let end = |at: usize| run[at..].char_indices().nth(2).map_or(run.len(), |(length, _)| at + length);
    run.char_indices().map(move |(at, _)| &run[at..end(at)])
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
            ("Straße STRASSE", "strasse strasse"),
            ("ΚΩΣ Κως κωσ", "κωσ κωσ κωσ"),
            ("Wirt\u{ad}schafts\u{ad}forum", "wirtschaftsforum"),
            ("نشست\u{200c}های", "نشستهاي"),
            ("مُؤْتَمَر", "موتمر"),
            ("الـشـمـال", "الشمال"),
            ("Ａｒｃｔｉｃ ﬁnal", "arctic final"),
            ("C++ – №", "c++ – no"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    /// The words as they stand in the text, with a plus before those that are joined.
    fn words(text: &str) -> Vec<String> {
        let (mut words, mut folded) = (Words::new(text), String::new());
        std::iter::from_fn(|| words.next(&mut folded))
            .map(|word| {
                format!(
                    "{}{}",
                    match word.behind {
                        Behind::Joiner => "+",
                        Behind::Nothing => "=",
                        Behind::Gap => "",
                    },
                    &text[word.start..word.end]
                )
            })
            .collect()
    }

    #[test]
    fn words_are_runs_of_letters_and_digits() {
        assert_eq!(
            words("Tuomioja’s speech, 18–19 April (äö) - Йошкар-Ола"),
            ["Tuomioja", "+s", "speech", "18", "19", "April", "äö", "Йошкар", "+Ола"]
        );
        assert_eq!(words("'quoted' a--b"), ["quoted", "a", "b"]);
        // What is passed over cuts no word, and belongs to none at its ends.
        assert_eq!(words("Micro\u{200b}soft \u{200b}and\u{200b} \u{ad}-"), ["Micro\u{200b}soft", "and"]);
        assert_eq!(words("नमस्ते हिन्दी 🎉️"), ["नमस्ते", "हिन्दी"]);
        assert_eq!(words("第8回 北極a会議"), ["第", "=8", "=回", "北極", "=a", "=会議"]);
        assert_eq!(words("a\u{301}経e\u{301}"), ["a\u{301}", "=経", "=e\u{301}"]);
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
