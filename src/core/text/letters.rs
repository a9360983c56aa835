//! How search reads single characters: without case, compatibility forms and marks, by Unicode's own tables.
//!
//! `build/letters.rs` writes the table at build time. It is of runs of characters from U+0080 on, in three parts, of which the
//! lengths of the first two stand before: for each run eight times its length and its kind; how far runs are shifted; and
//! texts, each behind its length. All numbers are LEB128.

use std::sync::OnceLock;

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/letters.bin"));

/// The characters up to this one are looked up at once: Latin, Greek and Cyrillic.
const NEAR: usize = 0x530;

/// What a character is to search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It stands between words.
    Between,
    /// It is passed over, within a word and between words: a soft hyphen, a joiner, a mark of direction.
    PassedOver,
    /// It is part of a word: a letter, a digit, or a mark on one.
    InWord,
}

/// What a character is, and appends what a word reads for it: nothing for a mark, as a rule one letter.
pub fn read(char: char, folded: &mut String) -> Role {
    if char.is_ascii() {
        if !char.is_ascii_alphanumeric() {
            return Role::Between;
        }
        folded.push(char.to_ascii_lowercase());
        return Role::InWord;
    }
    let letters = letters();
    match letters.near.get(char as usize - 0x80) {
        Some(Some(near)) => {
            folded.push(*near);
            Role::InWord
        }
        _ => letters.read(char, folded),
    }
}

/// Whether it is of a script that writes its words without spaces between them: Thai, Lao, Burmese, Khmer, Chinese or
/// Japanese.
pub fn is_run_on(char: char) -> bool {
    matches!(char, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3040}'..='\u{30ff}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

fn letters() -> &'static Letters {
    static LETTERS: OnceLock<Letters> = OnceLock::new();
    LETTERS.get_or_init(|| {
        let mut letters = Letters { starts: Vec::new(), rules: Vec::new(), near: Vec::new() };
        letters.read_table();
        let mut folded = String::new();
        for code in 0x80..NEAR as u32 {
            folded.clear();
            char::from_u32(code).map(|char| letters.read(char, &mut folded));
            // What is not one letter is looked up like what is far.
            letters.near.push(folded.chars().next().filter(|char| char.len_utf8() == folded.len()));
        }
        letters
    })
}

/// The table, once it is read.
struct Letters {
    /// The first character of each run.
    starts: Vec<u32>,
    /// How those of a run are read: its kind, and where in the table stands what it needs besides.
    rules: Vec<(u32, usize)>,
    /// For each near character the one letter that is read for it.
    near: Vec<Option<char>>,
}

impl Letters {
    fn read_table(&mut self) {
        let (mut at, mut code) = (0, 0x80);
        let (heads, shifts) = (number(&mut at) as usize, number(&mut at) as usize);
        let mut shift = at + heads;
        let mut of_texts = shift + shifts;
        while code < 0x11_0000 {
            let head = number(&mut at);
            let (length, kind) = (head / 8, head % 8);
            self.starts.push(code);
            code += length;
            self.rules.push((kind, if kind == 3 { shift } else { of_texts }));
            match kind {
                3 => _ = number(&mut shift),
                5 => _ = text(&mut of_texts),
                6 => (0..length).for_each(|_| _ = text(&mut of_texts)),
                _ => {}
            }
        }
    }

    fn read(&self, char: char, folded: &mut String) -> Role {
        let code = u32::from(char);
        if ('\u{ac00}'..='\u{d7a3}').contains(&char) {
            read_syllable(code - 0xac00, folded);
            return Role::InWord;
        }
        let run = self.starts.partition_point(|start| *start <= code).saturating_sub(1);
        let (Some(start), Some((kind, mut at))) = (self.starts.get(run), self.rules.get(run).copied()) else {
            return Role::Between;
        };
        let step = code - start;
        let other = match kind {
            0 => return Role::Between,
            1 => return Role::PassedOver,
            2 => code,
            3 => {
                let by = number(&mut at);
                if by % 2 == 1 { code.wrapping_sub(by / 2) } else { code.wrapping_add(by / 2) }
            }
            4 => code + (step + 1) % 2,
            kind => {
                let before = if kind == 6 { step } else { 0 };
                (0..before).for_each(|_| _ = text(&mut at));
                folded.push_str(text(&mut at));
                return Role::InWord;
            }
        };
        folded.extend(char::from_u32(other));
        Role::InWord
    }
}

/// A Hangul syllable, by its number from U+AC00 on, is the letters it is written with (Unicode 3.12).
fn read_syllable(number: u32, folded: &mut String) {
    let (first, vowel, last) = (number / 588, number % 588 / 28, number % 28);
    let letters = [Some(0x1100 + first), Some(0x1161 + vowel), (last > 0).then_some(0x11a7 + last)];
    folded.extend(letters.into_iter().flatten().filter_map(char::from_u32));
}

/// The number at this place of the table, which is moved behind it.
fn number(at: &mut usize) -> u32 {
    let mut number = 0;
    for shift in (0..28).step_by(7) {
        let byte = TABLE.get(*at).copied().unwrap_or_default();
        *at += 1;
        number |= u32::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            break;
        }
    }
    number
}

/// The text at this place of the table, which is moved behind it.
fn text(at: &mut usize) -> &'static str {
    let length = TABLE.get(*at).copied().unwrap_or_default() as usize;
    let start = *at + 1;
    *at = start + length;
    TABLE.get(start..*at).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(char: char) -> (Role, String) {
        let mut folded = String::new();
        (read(char, &mut folded), folded)
    }

    use Role::{Between, InWord, PassedOver};

    /// Of each kind of run characters in it, at its ends and beside it, with what they are read as.
    const READ: &[(char, Role, &str)] = &[
        // Between words: signs, spaces, what joins words; and what no character is.
        ('+', Between, ""),
        ('\u{a0}', Between, ""),
        ('×', Between, ""),
        ('\u{2019}', Between, ""),
        ('\u{2b9}', Between, ""),
        ('\u{2bc}', Between, ""),
        ('™', Between, ""),
        ('🎉', Between, ""),
        ('\u{ffff}', Between, ""),
        // Passed over.
        ('\u{ad}', PassedOver, ""),
        ('\u{200b}', PassedOver, ""),
        ('\u{200c}', PassedOver, ""),
        ('\u{2060}', PassedOver, ""),
        ('\u{feff}', PassedOver, ""),
        ('\u{fe0f}', PassedOver, ""),
        ('\u{e0061}', PassedOver, ""),
        // Case, in full: of each kind of run the first, the last and those around.
        ('A', InWord, "a"),
        ('Ā', InWord, "a"),
        ('ā', InWord, "a"),
        ('Δ', InWord, "δ"),
        ('Ω', InWord, "ω"),
        ('ς', InWord, "σ"),
        ('Ж', InWord, "ж"),
        ('Ѱ', InWord, "ѱ"),
        ('ѱ', InWord, "ѱ"),
        ('Ա', InWord, "ա"),
        ('ẞ', InWord, "ss"),
        ('ß', InWord, "ss"),
        ('İ', InWord, "i"),
        ('ı', InWord, "i"),
        ('ﬃ', InWord, "ffi"),
        ('Ⅷ', InWord, "viii"),
        ('𐐀', InWord, "𐐨"),
        // Compatibility forms.
        ('Ｂ', InWord, "b"),
        ('𝔅', InWord, "b"),
        ('²', InWord, "2"),
        ('½', InWord, "12"),
        ('①', InWord, "1"),
        ('㈱', InWord, "株"),
        ('№', InWord, "no"),
        ('ｱ', InWord, "ア"),
        ('\u{f900}', InWord, "\u{8c48}"),
        ('ﻼ', InWord, "لا"),
        // Marks, and letters with them.
        ('\u{301}', InWord, ""),
        ('\u{5bc}', InWord, ""),
        ('\u{64e}', InWord, ""),
        ('\u{e48}', InWord, ""),
        ('\u{20dd}', InWord, ""),
        ('ế', InWord, "e"),
        ('ᾧ', InWord, "ω"),
        ('й', InWord, "и"),
        ('ў', InWord, "у"),
        ('أ', InWord, "ا"),
        ('ؤ', InWord, "و"),
        ('ئ', InWord, "ي"),
        ('ی', InWord, "ي"),
        ('ـ', InWord, ""),
        ('\u{fb2a}', InWord, "ש"),
        // What looks like a mark and is a letter.
        ('\u{93f}', InWord, "\u{93f}"),
        ('\u{94d}', InWord, "\u{94d}"),
        ('\u{e31}', InWord, "\u{e31}"),
        ('が', InWord, "か\u{3099}"),
        // Digits of other scripts.
        ('٣', InWord, "3"),
        ('९', InWord, "9"),
        ('０', InWord, "0"),
        // Letters that are no others with a mark.
        ('ø', InWord, "o"),
        ('Æ', InWord, "ae"),
        ('Œ', InWord, "oe"),
        ('Þ', InWord, "th"),
        ('đ', InWord, "d"),
        ('Ð', InWord, "d"),
        ('Ŧ', InWord, "t"),
        ('ŋ', InWord, "n"),
        ('Ł', InWord, "l"),
        ('ħ', InWord, "h"),
        ('ґ', InWord, "г"),
        // Scripts without case stay.
        ('경', InWord, "\u{1100}\u{1167}\u{11bc}"),
        ('가', InWord, "\u{1100}\u{1161}"),
        ('힣', InWord, "\u{1112}\u{1175}\u{11c2}"),
        ('経', InWord, "経"),
        ('ด', InWord, "ด"),
        ('ა', InWord, "ა"),
    ];

    #[test]
    fn each_kind_of_character_is_read_by_its_rule() {
        for (char, role, folded) in READ.iter().copied() {
            assert_eq!(one(char), (role, folded.to_owned()), "{char} U+{:04X}", u32::from(char));
        }
    }

    #[test]
    fn what_is_read_for_a_character_is_read_as_itself() {
        for char in ('\0'..=char::MAX).filter(|char| !char.is_ascii()) {
            let (role, folded) = one(char);
            let mut again = String::new();
            folded.chars().for_each(|char| assert_eq!(read(char, &mut again), Role::InWord, "{char:?}"));
            assert_eq!(again, folded, "{char:?}");
            assert!(role == Role::InWord || folded.is_empty(), "{char:?}");
        }
    }

    #[test]
    fn scripts_without_spaces_are_known() {
        for char in "経フのー々〇กາမខ㐀𠀀".chars() {
            assert!(is_run_on(char), "{char}");
        }
        for char in "aжωא한가क・、1".chars() {
            assert!(!is_run_on(char) || char == '・', "{char}");
        }
    }
}
