//! A cell cut into numbers, words and signs.

use crate::core::text::fold::fold;
use crate::core::text::typed_date::month as known_month;

/// A number, a word or a sign of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Token {
    /// Digits as they stand.
    Number(String),
    /// A word, folded.
    Word(String),
    /// A sign.
    Sign(char),
}

/// The tokens of a text, each with where it starts in bytes; white space stands between them and is none.
pub fn tokens(text: &str) -> Vec<(usize, Token)> {
    let mut tokens: Vec<(usize, Token)> = Vec::new();
    let mut chars = text.char_indices().peekable();
    while let Some((start, char)) = chars.next() {
        let is_same: fn(char) -> bool = match char {
            char if char.is_ascii_digit() => |char| char.is_ascii_digit(),
            char if char.is_alphabetic() => |char| char.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&char),
            char if char.is_whitespace() => continue,
            _ => {
                tokens.push((start, Token::Sign(char)));
                continue;
            }
        };
        let mut end = start + char.len_utf8();
        while let Some((at, _)) = chars.next_if(|(_, char)| is_same(*char)) {
            end = at + text[at..].chars().next().map_or(0, char::len_utf8);
        }
        let run = &text[start..end];
        let token = if char.is_ascii_digit() { Token::Number(run.to_owned()) } else { Token::Word(fold(run)) };
        tokens.push((start, token));
    }
    tokens
}

/// Months in further languages of Europe, folded, as the core's are: a name may be cut short to three letters or more.
const FURTHER_MONTHS: [&str; 12] = [
    "janner janvier enero gennaio styczen",
    "fevrier febrero febbraio luty",
    "marz marzo maart",
    "avril abril aprile kwiecien",
    "mayo maggio mei",
    "juin junio giugno",
    "juillet julio luglio",
    "aout agosto augustus",
    "septembre septiembre settembre",
    "octobre octubre ottobre",
    "novembre noviembre",
    "dezember decembre diciembre dicembre",
];

/// The days of the week, folded, from Monday on: English, German, Norwegian and Danish, Swedish, Finnish, Northern Sámi,
/// Russian. A name may be cut short to two letters.
const WEEKDAYS: [&str; 7] = [
    "monday montag mandag maanantai vuossarga понедельник пн",
    "tuesday dienstag tirsdag tisdag tiistai maŋŋebarga mannebarga вторник вт",
    "wednesday mittwoch onsdag keskiviikko gaskavahkku среда ср",
    "thursday donnerstag torsdag torstai duorasdat четверг чт",
    "friday freitag fredag perjantai bearjadat пятница пт",
    "saturday samstag sonnabend lordag lauantai lavvordat суббота сб",
    "sunday sonntag sondag sunnuntai sotnabeaivi воскресенье вс",
];

/// The number of a month by its folded name.
pub fn month(word: &str) -> Option<u8> {
    let further = || {
        let is_named = |name: &str| word.chars().count() >= 3 && name.starts_with(word);
        FURTHER_MONTHS.iter().position(|names| names.split(' ').any(is_named)).map(|at| at as u32 + 1)
    };
    let number = known_month(word).or_else(further)?;
    u8::try_from(number).ok()
}

/// The number of a day of the week by its folded name, from Monday as 1.
pub fn weekday(word: &str) -> Option<i8> {
    let is_named = |name: &str| word.chars().count() >= 2 && name.starts_with(word);
    let at = WEEKDAYS.iter().position(|names| names.split(' ').any(is_named))?;
    // What both begin like a month is one: "mar" is March and no Tuesday (martes is not read).
    i8::try_from(at + 1).ok()
}
