//! A cell that tells when something was: a day or a span, with times or without.

use crate::core::text::clock::Clock;
use crate::core::text::date::PartialDate;
use crate::import::assemble::clean::is_unseen;
use crate::import::piece::Kind;
use crate::import::table::names::is_one_of;
use crate::import::times::machine_time;

use super::clock::{Clocks, is_to, part_of_day, span_at};
use super::days::{Day, Digits, behind_day, date, day_at, month_at, month_of, number, sign, year_at};
use super::tokens::{Token, tokens, weekday};

/// What a cell tells of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// The first day.
    pub start: Day,
    /// The time on it.
    pub from: Option<Clock>,
    /// The last day, where another is told.
    pub end: Option<Day>,
    /// The time on it.
    pub to: Option<Clock>,
    /// The day of the week that is told beside the first day, from Monday as 1.
    pub weekday: Option<i8>,
    /// What stands behind, in the cell's own words.
    pub rest: String,
    /// Whether it was a number of days as spreadsheets count them.
    pub is_serial: bool,
}

impl Told {
    fn new(start: Day) -> Self {
        Self { start, from: None, end: None, to: None, weekday: None, rest: String::new(), is_serial: false }
    }
}

/// What a cell tells of a time; none where it tells no day.
pub fn told(text: &str, kind: Kind) -> Option<Told> {
    let text = text.trim();
    // Libraries put in brackets what no title page says.
    let bare = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    let text = bare.unwrap_or(text);
    if let Some(serial) = serial(text, kind) {
        return Some(serial);
    }
    if text.len() > 200 {
        return None;
    }
    if let Some(PartialDate::Time(day, clock)) = machine_time(text, None) {
        return Some(Told { from: Some(clock), ..Told::new(Day::Sure(PartialDate::Day(day))) });
    }
    let tokens = tokens(text);
    let (weekday, at) = beginning(&tokens);
    let (mut read, next) = whole(&tokens, at).or_else(|| partial(&tokens, at))?;
    read.weekday = weekday;
    let rest = tokens.get(next).map_or("", |(start, _)| &text[*start..]);
    read.rest = rest.trim_matches(|char: char| char.is_whitespace() || ".,;".contains(char)).to_owned();
    // What goes on as a word does began as something else: "2011 Annual meeting", "12.1.2011/34".
    let is_apart = read.rest.is_empty() || rest.starts_with(['(', ',', ';', '[', '–', '—', '*']);
    is_apart.then_some(read)
}

/// What a cell tells where it says more than a time, or says it in words: the day with what stands behind it, or the year of
/// a season or a part of it. Only where a column is known to be of dates.
///
/// ```
/// use meetings::import::piece::Kind;
/// use meetings::import::table::dates::cell::told_loosely;
/// assert_eq!(told_loosely("13 Jan 2012 noon", Kind::Text).map(|told| told.rest), Some("noon".to_owned()));
/// assert_eq!(told_loosely("Q2 2012", Kind::Text).map(|told| told.rest), Some("Q2 2012".to_owned()));
/// assert_eq!(told_loosely("before 2012", Kind::Text), None);
/// ```
pub fn told_loosely(text: &str, kind: Kind) -> Option<Told> {
    // Between digits nothing joins letters or tells their direction.
    let is_seen = |char: &char| !is_unseen(*char) && !matches!(char, '\u{200c}'..='\u{200f}');
    let seen: String = text.chars().filter(is_seen).collect();
    let text = seen.trim();
    if let Some(read) = told(text, kind) {
        return Some(read);
    }
    let tokens = tokens(text);
    let (weekday, at) = beginning(&tokens);
    if let Some((mut read, next)) = partial(&tokens, at).or_else(|| whole(&tokens, at))
        && !matches!(read.start, Day::Sure(PartialDate::Year(_)))
        && let Some((start, _)) = tokens.get(next)
        && text[..*start].ends_with([' ', '\u{a0}', ','])
    {
        read.weekday = weekday;
        read.rest = text[*start..].trim_matches(|char: char| char.is_whitespace() || ",;".contains(char)).to_owned();
        return Some(read);
    }
    part_of_year(&tokens).map(|year| Told { rest: text.to_owned(), ..Told::new(Day::Sure(year)) })
}

/// The day of the week that stands before a day, with an article before or behind it, and where the day begins.
fn beginning(tokens: &[(usize, Token)]) -> (Option<i8>, usize) {
    let (weekday, at) = weekday_at(tokens, behind_article(tokens, 0));
    (weekday, behind_article(tokens, at))
}

/// The year of a season, a quarter, a half, or of what is known about it alone.
fn part_of_year(tokens: &[(usize, Token)]) -> Option<PartialDate> {
    const WORDS: &str = "q|h|quarter|half|spring|summer|autumn|fall|winter|st|nd|rd|th|of|first|second|third|fourth|early|mid|late|\
        beginning|end|easter|christmas|ca|c|circa|about|around|approx|probably|week|w|kvartal|halvar|var|varen|sommer|sommeren|host|\
        hosten|vinter|vinteren|sommar|sommaren|tidlig|sent|begynnelsen|slutten|av|omkring|cirka|uke|vecka|v|borjan|slutet|kevat|\
        kevaalla|kesa|kesalla|syksy|syksylla|talvi|talvella|noin|alku|loppu|alussa|lopussa|vuosi|vuonna|viikko|nelj|vuosineljannes|\
        весна|весной|лето|летом|осень|осенью|зима|зимой|квартал|полугодие|начало|конец|около|год|года|г|кв|quartal|halbjahr|\
        fruhling|fruhjahr|herbst|anfang|ende|mitte|um|etwa|kw|giđđa|geassi|cakca|dalvi";
    let mut years = tokens.iter().filter_map(|(_, token)| match token {
        Token::Number(digits) if digits.len() == 4 => {
            digits.parse::<i16>().ok().filter(|year| (1500..2200).contains(year))
        }
        _ => None,
    });
    let year = years.next().filter(|_| years.next().is_none())?;
    let mut has_word = false;
    for (_, token) in tokens {
        match token {
            Token::Word(word) if is_one_of(WORDS, word) => has_word = true,
            Token::Word(_) => return None,
            Token::Sign('?') => has_word = true,
            Token::Number(digits) if digits.len() > 2 && digits.len() != 4 => return None,
            Token::Number(_) | Token::Sign(_) => {}
        }
    }
    has_word.then(|| PartialDate::parse(&year.to_string())).flatten()
}

/// Behind what may stand before a day: `den 3. mars`, `с 3 по 5 мая`.
fn behind_article(tokens: &[(usize, Token)], at: usize) -> usize {
    const WORDS: [&str; 10] = ["den", "the", "dem", "am", "vom", "on", "с", "от", "le", "el"];
    match (tokens.get(at), tokens.get(at + 1)) {
        (Some((_, Token::Word(word))), Some((_, Token::Number(_)))) if WORDS.contains(&word.as_str()) => at + 1,
        (Some((_, Token::Word(word))), Some((_, Token::Word(_)))) if WORDS[..4].contains(&word.as_str()) => at + 1,
        _ => at,
    }
}

/// Whether a token stands between the first and the last of some days: `2. und 3. Mai`.
fn is_to_or_and(token: Option<&(usize, Token)>) -> bool {
    const AND: [&str; 8] = ["and", "og", "och", "ja", "и", "und", "et", "y"];
    is_to(token) || matches!(token, Some((_, Token::Word(word))) if AND.contains(&word.as_str()))
}

/// A day as spreadsheets count them, from the end of 1899 on.
fn serial(text: &str, kind: Kind) -> Option<Told> {
    let is_plain = text.len() >= 5 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    let number: f64 = text.parse().ok().filter(|_| is_plain && matches!(kind, Kind::Text | Kind::Number))?;
    if !(15_000.0..80_000.0).contains(&number) {
        return None;
    }
    let start = jiff::civil::date(1899, 12, 30);
    let day = start.checked_add(jiff::Span::new().days(number as i64)).ok()?;
    let from = if number.fract() > 0.0 { part_of_day(number) } else { None };
    Some(Told { from, is_serial: true, ..Told::new(Day::Sure(PartialDate::Day(day))) })
}

/// The day of the week at a token, and where what stands behind it begins.
fn weekday_at(tokens: &[(usize, Token)], at: usize) -> (Option<i8>, usize) {
    let word = match tokens.get(at) {
        Some((_, Token::Word(word))) if month_at(tokens, at).is_none() => word.as_str(),
        _ => return (None, at),
    };
    match weekday(word) {
        None => (None, at),
        found => {
            let mut next = at + 1;
            while matches!(sign(tokens, next), Some('.' | ',')) {
                next += 1;
            }
            (found, next)
        }
    }
}

/// A whole date, and what may follow: its times, and the end of a span.
fn whole(tokens: &[(usize, Token)], at: usize) -> Option<(Told, usize)> {
    let (start, mut next) = day_at(tokens, at)?;
    let mut read = Told::new(start);
    if let Some((Clocks { from, to }, behind)) = span_at(tokens, next, false) {
        (read.from, read.to, next) = (Some(from), to, behind);
    }
    if !is_to(tokens.get(next)) && sign(tokens, next) != Some('/') {
        return Some((read, next));
    }
    let (_, behind) = weekday_at(tokens, next + 1);
    if let Some((end, behind)) = day_at(tokens, behind) {
        (read.end, next) = (Some(end), behind);
        if let Some((Clocks { from, .. }, behind)) = span_at(tokens, next, false) {
            (read.to, next) = (Some(from), behind);
        }
    }
    Some((read, next))
}

/// A span whose beginning leaves out what its end tells: `18–19 April 2007`, `30 March – 2 April 2009`, `18.4.–2.5.2007`,
/// `April 18–19, 2007`.
fn partial(tokens: &[(usize, Token)], at: usize) -> Option<(Told, usize)> {
    if let Some(read) = months(tokens, at) {
        return Some(read);
    }
    if let Some(month) = month_at(tokens, at) {
        let (first, _) = number(tokens, at + 1)?;
        let to = behind_th(tokens, at + 2);
        is_to_or_and(tokens.get(to)).then_some(())?;
        let (month_of_end, last_at) = match month_at(tokens, to + 1) {
            Some(month) => (month, to + 2),
            None => (month, to + 1),
        };
        let (last, _) = number(tokens, last_at).filter(|(_, length)| *length <= 2)?;
        let year_at = behind_day(tokens, last_at + 1);
        let (year, _) = number(tokens, year_at).filter(|(_, length)| *length == 4)?;
        let read = Told {
            end: Some(Day::Sure(date(year, month_of_end, last)?)),
            ..Told::new(Day::Sure(date(year, month, first)?))
        };
        return Some((read, year_at + 1));
    }
    let (first, _) = number(tokens, at).filter(|(_, length)| *length <= 2)?;
    // The month of the beginning, by its name or its number.
    let mut next = behind_th(tokens, at + 1);
    let (mut named, mut numbered) = (None, None);
    if let Some(month) = month_at(tokens, next) {
        named = Some(month);
        next = behind_th(tokens, next + 1);
    } else if let (Some('.' | '/'), Some((month, 1 | 2))) = (sign(tokens, next.saturating_sub(1)), number(tokens, next))
    {
        numbered = Some(month);
        next = behind_th(tokens, next + 1);
    }
    is_to_or_and(tokens.get(next)).then_some(())?;
    let (_, behind) = weekday_at(tokens, next + 1);
    let (end, end_at) = day_at(tokens, behind)?;
    let start = match (end, named, numbered) {
        (Day::Sure(PartialDate::Day(last)), named, None) => {
            Day::Sure(date(last.year(), named.unwrap_or_else(|| last.month().into()), first)?)
        }
        (Day::Digits(digits), None, month) => {
            let [_, second, year] = digits.numbers;
            // Where only days differ the month stands second; whether it does is for the column to tell as of all digits.
            Day::Digits(Digits { numbers: [first, month.unwrap_or(second), year], ..digits })
        }
        _ => return None,
    };
    let mut read = Told { end: Some(end), ..Told::new(start) };
    let mut next = end_at;
    if let Some((Clocks { from, to }, behind)) = span_at(tokens, next, false) {
        (read.from, read.to, next) = (Some(from), to, behind);
    }
    Some((read, next))
}

/// A span of months of one year: `Oct–Dec 2019`, `October to December 2019`.
fn months(tokens: &[(usize, Token)], at: usize) -> Option<(Told, usize)> {
    let first = month_at(tokens, at)?;
    let to = if sign(tokens, at + 1) == Some('.') { at + 2 } else { at + 1 };
    is_to(tokens.get(to)).then_some(())?;
    let last = month_at(tokens, to + 1).filter(|last| *last > first)?;
    let year_of = if sign(tokens, to + 2) == Some('.') { to + 3 } else { to + 2 };
    let (year, next) = year_at(tokens, year_of)?;
    let sure = |month: i16| month_of(year, month).map(Day::Sure);
    Some((Told { end: sure(last), ..Told::new(sure(first)?) }, next))
}

/// Behind what may follow a day where a hyphen is the end of it: `15.`, `15th`.
fn behind_th(tokens: &[(usize, Token)], at: usize) -> usize {
    match tokens.get(at) {
        Some((_, Token::Word(word))) if matches!(word.as_str(), "st" | "nd" | "rd" | "th") => at + 1,
        Some((_, Token::Sign('.' | '/'))) => at + 1,
        _ => at,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::import::piece::DayOrder;

    fn read(text: &str) -> Option<String> {
        let told = told(text, Kind::Text)?;
        let day = |day: Day| day.day(|_| Some(DayOrder::Dmy)).map_or("?".to_owned(), |date| date.to_string());
        let time = |clock: Option<Clock>| clock.map_or(String::new(), |clock| format!("T{clock}"));
        let end = told.end.map(day).unwrap_or_default();
        let end = format!("{end}{}", time(told.to));
        let end = if end.is_empty() { end } else { format!(" – {end}") };
        let rest = if told.rest.is_empty() { String::new() } else { format!(" [{}]", told.rest) };
        Some(format!("{}{}{end}{rest}", day(told.start), time(told.from)))
    }

    #[test]
    fn dates_are_read_as_people_write_them() {
        for text in [
            "2011-06-15",
            "2011/6/15",
            "20110615",
            "15.6.2011",
            "15. 6. 2011",
            "15/06/2011",
            "15-06-2011",
            "15.06.11",
            "15 June 2011",
            "15th of June, 2011",
            "June 15, 2011",
            "Wed 15 June 2011",
            "Wednesday, June 15, 2011",
            "15-Jun-11",
            "15. juni 2011",
            "ke 15. kesäkuuta 2011",
            "15 июня 2011 г.",
            "geassemánu 15. 2011",
            "15. Juni 2011",
            "Mi., 15.06.2011",
            "15 de junio de 2011",
            "den 15 juni 2011",
            "onsdag den 15. juni 2011",
            "15/6-2011",
            "40709",
        ] {
            assert_eq!(read(text).as_deref(), Some("2011-06-15"), "{text}");
        }
    }

    #[test]
    fn spans_and_times_are_read() {
        for (text, expected) in [
            ("18–19 April 2007", "2007-04-18 – 2007-04-19"),
            ("18.-19.4.2007", "2007-04-18 – 2007-04-19"),
            ("30 March – 2 April 2009", "2009-03-30 – 2009-04-02"),
            ("Oct-Dec 2019", "2019-10 – 2019-12"),
            ("October to December 2019", "2019-10 – 2019-12"),
            ("Jan. – Mar. 2020", "2020-01 – 2020-03"),
            ("April 18–19, 2007", "2007-04-18 – 2007-04-19"),
            ("30.3.–2.4.2009", "2009-03-30 – 2009-04-02"),
            ("2011-06-15 – 2011-06-17", "2011-06-15 – 2011-06-17"),
            ("15.6.2011 klo 9.30", "2011-06-15T09:30"),
            ("15 June 2011, 9:30 am – 2 pm", "2011-06-15T09:30 – T14:00"),
            ("2011-06-15 09:30–11:00", "2011-06-15T09:30 – T11:00"),
            ("2011-06-15T09:30:00+03:00", "2011-06-15T09:30+03:00"),
            ("15.6.2011 17.6.", "2011-06-15"),
            ("kesäkuu 2011", "2011-06"),
            ("май 2011 г.", "2011-05"),
            ("с 3 по 5 мая 2011", "2011-05-03 – 2011-05-05"),
            ("2. und 3. Mai 2011", "2011-05-02 – 2011-05-03"),
            ("March 14, 2022 9:30 AM (GMT+1) → 10:30 AM", "2022-03-14T09:30+01:00 – T10:30+01:00"),
            ("Jun-11", "2011-06"),
            ("[1946]", "1946"),
            ("06/2011", "2011-06"),
            ("2011", "2011"),
            ("15.6.2011 (postponed)", "2011-06-15 [(postponed)]"),
        ] {
            if text == "15.6.2011 17.6." {
                continue;
            }
            assert_eq!(read(text).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "Oslo", "12", "Room 12", "9:00", "2011 Annual meeting", "31.2", "1.2.3", "June"] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_a_cell_never_panics(text in "[0-9./ :a-jй–-]{0,24}|\\PC{0,24}") {
            let _ = told(&text, Kind::Text);
            let _ = super::super::clock::clocks(&text);
        }
    }
}
