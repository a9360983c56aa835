//! Dates as people type them: `15.6.2011`, `2011-06-15`, `15 June 2011`, `kesäkuu 2011`.

use crate::core::text::date::PartialDate;
use crate::core::text::fold::fold;

/// The names of the months, folded, a line for each: in English, the Scandinavian languages, Finnish, Northern Sámi and
/// Russian. Behind a star a word may go on with an ending; every name may be cut short to three letters or more.
static MONTHS: [&str; 12] = [
    "january januari januar tammikuu* oddajageman* январ*",
    "february februari februar helmikuu* guovvaman* феврал*",
    "march mars maaliskuu* njukcaman* март*",
    "april huhtikuu* cuonoman* апрел*",
    "may maj mai toukokuu* miesseman* маи мая мае",
    "june juni kesakuu* geasseman* июн*",
    "july juli heinakuu* suoidneman* июл*",
    "august augusti elokuu* borgeman* август*",
    "september syyskuu* cakcaman* сентябр*",
    "october oktober lokakuu* golggotman* октябр*",
    "november marraskuu* skabmaman* ноябр*",
    "december desember joulukuu* juovlaman* декабр*",
];

/// A date at the beginning of some chunks of typed text: the number of chunks that it takes, and the date.
///
/// ```
/// use meetings::core::text::typed_date::typed_date;
/// assert_eq!(typed_date(&["15.6.2011", "oslo"]), Some((1, "2011-06-15".to_owned())));
/// assert_eq!(typed_date(&["kesäkuu", "2011"]), Some((2, "2011-06".to_owned())));
/// assert_eq!(typed_date(&["2011"]), None);
/// ```
pub fn typed_date(chunks: &[&str]) -> Option<(usize, String)> {
    let chunk = |at: usize| chunks.get(at).copied().unwrap_or_default();
    let (first, second, third) = (chunk(0), chunk(1), chunk(2));
    let named = [
        (3, year(third), month(second), day(first)),
        (3, year(third), month(first), day(second)),
        (3, year(first), month(second), day(third)),
        (2, year(second), month(first), Some(0)),
        (2, year(first), month(second), Some(0)),
    ];
    let named = named.into_iter().find_map(|(count, year, month, day)| Some((count, written(year?, month?, day?)?)));
    named.or_else(|| in_digits(first).map(|date| (1, date)))
}

/// A date in ISO 8601, if there is such a day; without a day where that is 0.
fn written(year: u32, month: u32, day: u32) -> Option<String> {
    let date = if day == 0 { format!("{year:04}-{month:02}") } else { format!("{year:04}-{month:02}-{day:02}") };
    PartialDate::parse(&date).map(|_| date)
}

/// A date in digits with dots, slashes or hyphens between them.
fn in_digits(chunk: &str) -> Option<String> {
    let chunk = chunk.trim_end_matches([',', '.']);
    let numbers: Vec<&str> = chunk.split(['.', '/', '-']).collect();
    let number = |at: usize| numbers.get(at).and_then(|digits| small(digits));
    let ends_with_year = numbers.last().is_some_and(|last| year(last).is_some());
    match (numbers.len(), ends_with_year) {
        (3, true) => {
            let (first, second) = (number(0)?, number(1)?);
            // Only a day can be more than twelve; else it stands first, as in all of Europe.
            let (day, month) = if second > 12 { (second, first) } else { (first, second) };
            written(year(numbers[2])?, month, day.max(1))
        }
        (3, false) => written(year(numbers[0])?, number(1)?, number(2)?.max(1)),
        (2, true) => written(year(numbers[1])?, number(0)?, 0),
        (2, false) => written(year(numbers[0])?, number(1)?, 0),
        _ => None,
    }
}

fn year(chunk: &str) -> Option<u32> {
    let digits = chunk.trim_end_matches([',', '.']);
    let is_year = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| digits.parse().ok()).flatten()
}

/// One or two digits.
fn small(digits: &str) -> Option<u32> {
    (digits.len() <= 2).then(|| digits.parse().ok()).flatten()
}

/// A day of a month: `15`, `15.`, `15th`, `15,`.
fn day(chunk: &str) -> Option<u32> {
    let digits = chunk.trim_end_matches([',', '.', ':', 's', 't', 'n', 'd', 'r', 'h', 'e', 'a', 'й', '-']);
    small(digits).filter(|day| *day > 0)
}

/// The number of a month by its name, in one of six languages.
pub fn month(chunk: &str) -> Option<u32> {
    let typed = fold(chunk.trim_end_matches([',', '.']));
    let is_named = |name: &str| match name.strip_suffix('*') {
        Some(name) => typed.starts_with(name) || (typed.chars().count() >= 3 && name.starts_with(&typed)),
        None => typed.chars().count() >= 3 && name.starts_with(&typed),
    };
    let number = MONTHS.iter().position(|names| names.split(' ').any(is_named))?;
    Some(number as u32 + 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Option<String> {
        let chunks: Vec<&str> = text.split(' ').collect();
        typed_date(&chunks).filter(|(count, _)| *count == chunks.len()).map(|(_, date)| date)
    }

    #[test]
    fn dates_are_read_as_people_type_them() {
        for text in [
            "15.6.2011",
            "15.06.2011",
            "15/6/2011",
            "15-06-2011",
            "6/15/2011",
            "2011-06-15",
            "2011/6/15",
            "15 June 2011",
            "15. juni 2011",
            "15th June 2011",
            "June 15, 2011",
            "jun 15 2011",
            "15. kesäkuuta 2011",
            "15 июня 2011",
            "2011 june 15",
            "geassemánu 15. 2011",
        ] {
            assert_eq!(read(text).as_deref(), Some("2011-06-15"), "{text}");
        }
        for text in [
            "june 2011",
            "Juni 2011",
            "kesäkuu 2011",
            "kesäkuussa 2011",
            "июнь 2011",
            "6/2011",
            "06.2011",
            "2011-06",
            "2011 jun",
        ] {
            assert_eq!(read(text).as_deref(), Some("2011-06"), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_is_none() {
        for text in
            ["2011", "june", "31.2.2011", "15.13.2011", "marine 2011", "ju 2011", "12 of 40", "", "1.2.3", "june 20111"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_a_typed_date_never_panics(text in "[0-9./ a-jй-]{0,14}|\\PC{0,12}") {
            let _ = read(&text);
        }
    }
}
