//! What people write where they do not know.

use jiff::civil::Date;

use crate::core::text::date::PartialDate;
use crate::core::text::fold::fold;

/// Words for "not known", folded.
const WORDS: [&str; 24] = [
    "-",
    "--",
    "–",
    "—",
    "?",
    "??",
    "n/a",
    "na",
    "n.a.",
    "none",
    "null",
    "nil",
    "nan",
    "unknown",
    "tbd",
    "tba",
    "tbc",
    "ukjent",
    "okand",
    "ei tiedossa",
    "tuntematon",
    "неизвестно",
    "unbekannt",
    "#n/a",
];

/// Whether a cell says that nothing is known.
pub fn is_unknown(text: &str) -> bool {
    let text = text.trim();
    text.is_empty() || (text.len() <= 24 && WORDS.contains(&fold(text).as_str()))
}

/// Whether a cell holds a day that programs and people put where they know none.
pub fn is_no_day(text: &str) -> bool {
    let digits: String =
        text.split(['T', ' ']).next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    matches!(
        digits.as_str(),
        "00000000" | "19000100" | "00011900" | "01001900" | "18991230" | "30121899" | "18991231" | "31121899"
    )
}

/// The same of a day that can be one, but hardly is.
pub fn is_hardly_a_day(date: PartialDate) -> bool {
    let day = |year, month, day| Date::new(year, month, day).ok();
    let date = date.first_day();
    [
        day(2050, 12, 31),
        day(2099, 12, 31),
        day(9999, 12, 31),
        day(1900, 1, 1),
        day(1899, 12, 31),
        day(1899, 12, 30),
        day(1, 1, 1),
    ]
    .contains(&Some(date))
}
