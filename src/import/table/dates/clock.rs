//! Times of day as people write them.

use crate::core::text::clock::Clock;
use crate::import::times::offset;

use super::tokens::{Token, tokens};

/// What stands before a time, in several languages.
const BEFORE: [&str; 13] = ["at", "klo", "kello", "kl", "um", "ab", "from", "fra", "fran", "в", "с", "t", "diibmu"];

/// What stands behind a time.
const BEHIND: [&str; 5] = ["uhr", "h", "hrs", "ч", "klokka"];

/// Words between two times or two dates.
pub const TO: [&str; 10] = ["to", "til", "till", "bis", "until", "до", "по", "through", "a", "dassa"];

/// Whether a token stands between the two ends of a span.
pub fn is_to(token: Option<&(usize, Token)>) -> bool {
    match token {
        Some((_, Token::Sign(sign))) => matches!(sign, '-' | '–' | '—' | '−' | '‒' | '→' | '~'),
        Some((_, Token::Word(word))) => TO.contains(&word.as_str()),
        _ => false,
    }
}

/// A span of times of day: when it began, and when it ended if that is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clocks {
    /// When it began.
    pub from: Clock,
    /// When it ended.
    pub to: Option<Clock>,
}

/// The times in a cell that tells nothing else: `9:00:00`, `9.30–11`, `9 am`, `0.375`.
pub fn clocks(text: &str) -> Option<Clocks> {
    if let Some(fraction) = fraction(text) {
        return Some(Clocks { from: fraction, to: None });
    }
    let tokens = tokens(text);
    let (clocks, next) = span_at(&tokens, 0, true)?;
    let rest = tokens.get(next..)?;
    rest.iter().all(|(_, token)| matches!(token, Token::Sign('.' | ','))).then_some(clocks)
}

/// A part of a day as spreadsheets keep times.
fn fraction(text: &str) -> Option<Clock> {
    let is_fraction = text.starts_with("0.") || text.starts_with("0,") || text.starts_with('.');
    let number: f64 = text.replace(',', ".").parse().ok().filter(|_| is_fraction && text.len() > 3)?;
    part_of_day(number)
}

/// A time of day from a part of a day.
pub fn part_of_day(part: f64) -> Option<Clock> {
    let minute = (part.fract() * 1440.0).round();
    ((0.0..1440.0).contains(&minute)).then_some(Clock { minute: minute as i16, offset: None })
}

/// A span of times that begins at a token, and where it ends. `alone` says that nothing else can stand there, so that an
/// hour alone is one too.
pub fn span_at(tokens: &[(usize, Token)], at: usize, alone: bool) -> Option<(Clocks, usize)> {
    let (from, next) = clock_at(tokens, at, alone)?;
    if is_to(tokens.get(next))
        && let Some((to, end)) = clock_at(tokens, next + 1, true)
        // Behind the hyphen may stand the next date.
        && !matches!(tokens.get(end), Some((_, Token::Sign('.' | '/') | Token::Number(_))))
    {
        let to = Clock { offset: to.offset.or(from.offset), ..to };
        return Some((Clocks { from, to: Some(to) }, end));
    }
    Some((Clocks { from, to: None }, next))
}

/// A time of day that begins at a token, and where it ends.
fn clock_at(tokens: &[(usize, Token)], at: usize, alone: bool) -> Option<(Clock, usize)> {
    let mut at = at;
    let mut is_told = alone;
    while let Some((_, token)) = tokens.get(at) {
        match token {
            Token::Word(word) if BEFORE.contains(&word.as_str()) => is_told = true,
            Token::Sign(',' | '@' | '(') => {}
            Token::Sign('.') if is_told => {}
            _ => break,
        }
        at += 1;
    }
    let hour = small(tokens.get(at), 2)?;
    at += 1;
    let (mut minute, mut has_minute) = (0, false);
    if let (Some((_, Token::Sign(':' | '.' | 'h'))), Some(read)) = (tokens.get(at), two(tokens.get(at + 1))) {
        (minute, has_minute, at) = (read, true, at + 2);
        // Seconds and parts of them are passed over.
        for sign in [':', '.'] {
            if let (Some((_, Token::Sign(of))), Some((_, Token::Number(_)))) = (tokens.get(at), tokens.get(at + 1))
                && *of == sign
            {
                at += 2;
            }
        }
    }
    let (hour, is_halved, next) = halved(tokens, at, hour)?;
    at = next;
    if let Some((_, Token::Word(word))) = tokens.get(at)
        && BEHIND.contains(&word.as_str())
    {
        (at, is_told) = (at + 1, true);
    }
    let is_clock = hour < 24 && minute < 60 && (has_minute || is_halved || is_told);
    let (offset, at) = offset_at(tokens, at, has_minute);
    is_clock.then_some((Clock { minute: hour * 60 + minute, offset }, at))
}

/// An hour with what tells the half of the day behind it.
fn halved(tokens: &[(usize, Token)], at: usize, hour: i16) -> Option<(i16, bool, usize)> {
    let word = |at: usize| match tokens.get(at) {
        Some((_, Token::Word(word))) => word.as_str(),
        _ => "",
    };
    let is_dot = |at: usize| matches!(tokens.get(at), Some((_, Token::Sign('.'))));
    let (half, mut next) = match word(at) {
        half @ ("am" | "pm") => (half, at + 1),
        half @ ("a" | "p") if word(at + 1) == "m" => (half, at + 2),
        half @ ("a" | "p") if is_dot(at + 1) && word(at + 2) == "m" => (half, at + 3),
        _ => return Some((hour, false, at)),
    };
    if is_dot(next) {
        next += 1;
    }
    let is_second = half.starts_with('p');
    match hour {
        12 => Some((if is_second { 12 } else { 0 }, true, next)),
        1..12 => Some((hour + if is_second { 12 } else { 0 }, true, next)),
        // "14:00 pm" is said too.
        _ => Some((hour, true, next)),
    }
}

/// How far clocks were ahead of UTC, where that stands behind a time.
fn offset_at(tokens: &[(usize, Token)], at: usize, has_minute: bool) -> (Option<i16>, usize) {
    if let Some(found) = named_offset(tokens, at) {
        return found;
    }
    match (tokens.get(at), tokens.get(at + 1), tokens.get(at + 2), tokens.get(at + 3)) {
        (Some((_, Token::Word(word))), ..) if matches!(word.as_str(), "z" | "utc" | "gmt") => (Some(0), at + 1),
        (
            Some((_, Token::Sign(sign @ ('+' | '-')))),
            Some((_, Token::Number(hours))),
            Some((_, Token::Sign(':'))),
            Some((_, Token::Number(minutes))),
        ) if *sign == '+' && has_minute => (offset(&format!("{sign}{hours}{minutes}")), at + 4),
        _ => (None, at),
    }
}

/// An offset as `(GMT+1)`, `UTC-05:00`.
fn named_offset(tokens: &[(usize, Token)], at: usize) -> Option<(Option<i16>, usize)> {
    let is_sign = |at: usize, sign: char| matches!(tokens.get(at), Some((_, Token::Sign(of))) if *of == sign);
    let at = if is_sign(at, '(') { at + 1 } else { at };
    matches!(tokens.get(at), Some((_, Token::Word(word))) if word == "gmt" || word == "utc").then_some(())?;
    let sign = [('+', "+"), ('-', "-"), ('−', "-")].iter().find(|(sign, _)| is_sign(at + 1, *sign))?.1;
    let hours = small(tokens.get(at + 2), 2)?;
    let (minutes, next) = match (is_sign(at + 3, ':'), two(tokens.get(at + 4))) {
        (true, Some(minutes)) => (minutes, at + 5),
        _ => (0, at + 3),
    };
    let next = if is_sign(next, ')') { next + 1 } else { next };
    Some((offset(&format!("{sign}{hours:02}{minutes:02}")), next))
}

fn small(token: Option<&(usize, Token)>, digits: usize) -> Option<i16> {
    match token {
        Some((_, Token::Number(number))) if number.len() <= digits => number.parse().ok(),
        _ => None,
    }
}

fn two(token: Option<&(usize, Token)>) -> Option<i16> {
    small(token, 2).filter(|_| matches!(token, Some((_, Token::Number(number))) if number.len() == 2))
}
