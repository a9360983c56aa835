//! Days, months and years as people write them, with the order of day and month left open where digits alone do not tell.

use jiff::civil::Date;

use crate::core::text::date::PartialDate;
use crate::import::piece::DayOrder;

use super::tokens::{Token, month};

/// A day as a cell writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Day {
    /// It can be read in one way only.
    Sure(PartialDate),
    /// Three numbers, whose order the column must tell.
    Digits(Digits),
}

/// Three numbers of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    /// The numbers as they stand.
    pub numbers: [i16; 3],
    /// The sign between them.
    pub sign: char,
    /// Whether the year is written in two digits.
    pub is_short: bool,
}

impl Digits {
    /// The day in an order, if there is such a day.
    pub fn day(self, order: DayOrder) -> Option<PartialDate> {
        let [a, b, c] = self.numbers;
        let (year, month, day) = match order {
            DayOrder::Dmy => (c, b, a),
            DayOrder::Mdy => (c, a, b),
            DayOrder::Ymd => (a, b, c),
        };
        // Years in two digits: up to thirty years ahead of the century's beginning belong to this one.
        let year = match self.is_short {
            true if (0..50).contains(&year) => year + 2000,
            true if (50..100).contains(&year) => year + 1900,
            true => return None,
            false => year,
        };
        date(year, month, day)
    }
}

impl Day {
    /// The day in the order that its column has.
    pub fn day(self, order: impl Fn(Digits) -> Option<DayOrder>) -> Option<PartialDate> {
        match self {
            Self::Sure(date) => Some(date),
            Self::Digits(digits) => digits.day(order(digits)?),
        }
    }
}

/// A day of the calendar.
pub fn date(year: i16, month: i16, day: i16) -> Option<PartialDate> {
    let date = Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
    (year > 0).then_some(PartialDate::Day(date))
}

/// A day, month or year that begins at a token, and where it ends.
pub fn day_at(tokens: &[(usize, Token)], at: usize) -> Option<(Day, usize)> {
    digits_at(tokens, at).or_else(|| named_at(tokens, at)).or_else(|| short_at(tokens, at))
}

/// The number at a token, and how many digits it has.
pub fn number(tokens: &[(usize, Token)], at: usize) -> Option<(i16, usize)> {
    match tokens.get(at) {
        Some((_, Token::Number(digits))) => Some((digits.parse().ok()?, digits.len())),
        _ => None,
    }
}

/// The sign at a token.
pub fn sign(tokens: &[(usize, Token)], at: usize) -> Option<char> {
    match tokens.get(at) {
        Some((_, Token::Sign(sign))) => Some(*sign),
        _ => None,
    }
}

/// The month that a token names.
pub fn month_at(tokens: &[(usize, Token)], at: usize) -> Option<i16> {
    match tokens.get(at) {
        Some((_, Token::Word(word))) => month(word).map(i16::from),
        _ => None,
    }
}

/// Three numbers with one sign between them, or eight digits.
fn digits_at(tokens: &[(usize, Token)], at: usize) -> Option<(Day, usize)> {
    if let Some((_, Token::Number(run))) = tokens.get(at)
        && run.len() == 8
    {
        let part = |from: usize, to: usize| run.get(from..to).and_then(|digits| digits.parse().ok());
        return Some((Day::Sure(date(part(0, 4)?, part(4, 6)?, part(6, 8)?)?), at + 1));
    }
    let (first, first_length) = number(tokens, at)?;
    let between = sign(tokens, at + 1).filter(|sign| matches!(sign, '.' | '/' | '-' | '‑' | '−'))?;
    let (second, second_length) = number(tokens, at + 2)?;
    // "3/5-2011" is the third of May, wherever anybody writes so.
    if let ('/', Some('-'), Some((year, 4))) = (between, sign(tokens, at + 3), number(tokens, at + 4)) {
        return date(year, second, first).map(|date| (Day::Sure(date), at + 5));
    }
    sign(tokens, at + 3).filter(|sign| *sign == between)?;
    let (third, third_length) = number(tokens, at + 4)?;
    if second_length > 2 {
        return None;
    }
    let digits = Digits { numbers: [first, second, third], sign: between, is_short: false };
    match (first_length, third_length) {
        (4, 1 | 2) => Some((Day::Sure(digits.day(DayOrder::Ymd)?), at + 5)),
        (1 | 2, 4) => Some((Day::Digits(digits), at + 5)),
        (1 | 2, 2) => Some((Day::Digits(Digits { is_short: true, ..digits }), at + 5)),
        _ => None,
    }
}

/// A date in which the month has its name.
fn named_at(tokens: &[(usize, Token)], at: usize) -> Option<(Day, usize)> {
    let sure = |date: PartialDate, next: usize| Some((Day::Sure(date), next));
    if let Some((first, length)) = number(tokens, at) {
        let next = behind_day(tokens, at + 1);
        let month = month_at(tokens, next)?;
        let next = behind_of(tokens, passed(tokens, next + 1, &['.', ',', '-', '/', '\'', '’']));
        if length == 4 {
            return match number(tokens, next).filter(|(_, length)| *length <= 2) {
                Some((day, _)) => sure(date(first, month, day)?, behind_day(tokens, next + 1)),
                None => sure(month_of(first, month)?, next),
            };
        }
        let (year, end) = year_at(tokens, next)?;
        return sure(date(year, month, first)?, end);
    }
    let month = month_at(tokens, at)?;
    let next = passed(tokens, at + 1, &['.', ',', '-', '/']);
    let (second, length) = number(tokens, next)?;
    if length == 4 {
        return sure(month_of(second, month)?, behind_year(tokens, next + 1));
    }
    let behind = passed(tokens, behind_day(tokens, next + 1), &[',', '-', '/']);
    // Spreadsheets write a month so: "Oct-19".
    if length == 2 && sign(tokens, at + 1) == Some('-') && tokens.len() == next + 1 {
        let (year, end) = year_at(tokens, next)?;
        return sure(month_of(year, month)?, end);
    }
    let (year, end) = year_at(tokens, behind)?;
    sure(date(year, month, second)?, end)
}

/// A month in digits, or a year alone.
fn short_at(tokens: &[(usize, Token)], at: usize) -> Option<(Day, usize)> {
    let (first, first_length) = number(tokens, at)?;
    let sure = |date: Option<PartialDate>, next: usize| Some((Day::Sure(date?), next));
    if let (Some('.' | '/' | '-'), Some((second, second_length))) = (sign(tokens, at + 1), number(tokens, at + 2)) {
        return match (first_length, second_length) {
            (1 | 2, 4) => sure(month_of(second, first), at + 3),
            (4, 2) => sure(month_of(first, second), at + 3),
            _ => None,
        };
    }
    let is_year = first_length == 4 && (1000..3000).contains(&first);
    is_year.then(|| sure(PartialDate::parse(&first.to_string()), behind_year(tokens, at + 1))).flatten()
}

/// A year in four digits, or in two.
pub fn year_at(tokens: &[(usize, Token)], at: usize) -> Option<(i16, usize)> {
    match number(tokens, at)? {
        (year, 4) => Some((year, behind_year(tokens, at + 1))),
        (year @ 0..50, 2) => Some((year + 2000, at + 1)),
        (year, 2) => Some((year + 1900, at + 1)),
        _ => None,
    }
}

/// A month of the calendar.
pub fn month_of(year: i16, month: i16) -> Option<PartialDate> {
    PartialDate::parse(&format!("{year:04}-{month:02}"))
}

/// Behind what may follow a day: `15.`, `15th`, `15 de`, `the 15th of`.
pub fn behind_day(tokens: &[(usize, Token)], at: usize) -> usize {
    let mut at = at;
    while let Some((_, token)) = tokens.get(at) {
        match token {
            Token::Word(word)
                if matches!(word.as_str(), "st" | "nd" | "rd" | "th" | "of" | "de" | "e" | "er" | "й" | "го") => {}
            Token::Sign('.' | ',' | '-' | '/' | ' ') => {}
            _ => break,
        }
        at += 1;
    }
    at
}

/// Behind what may stand before a year: `mayo de 2011`.
fn behind_of(tokens: &[(usize, Token)], at: usize) -> usize {
    match tokens.get(at) {
        Some((_, Token::Word(word))) if matches!(word.as_str(), "de" | "of" | "del") => at + 1,
        _ => at,
    }
}

/// Behind what may follow a year: `2011 г.`.
fn behind_year(tokens: &[(usize, Token)], at: usize) -> usize {
    match tokens.get(at) {
        Some((_, Token::Word(word))) if matches!(word.as_str(), "г" | "года" | "год") => {
            passed(tokens, at + 1, &['.'])
        }
        _ => at,
    }
}

fn passed(tokens: &[(usize, Token)], at: usize, signs: &[char]) -> usize {
    let mut at = at;
    while sign(tokens, at).is_some_and(|sign| signs.contains(&sign)) {
        at += 1;
    }
    at
}
