//! What the timeline says in English.

use super::dates;
use super::messages::{list, meetings};

/// What is said of a timeline as a whole.
#[derive(Debug, Default)]
pub struct Told<'a> {
    /// The years in which meetings were held, and how many in each.
    pub years: &'a [(i32, usize)],
    /// The number of meetings.
    pub count: usize,
    /// The titles of those of which nothing is recorded.
    pub gaps: Vec<&'a str>,
    /// For each body who chaired it, in the order of time.
    pub chairs: Vec<(&'a str, Vec<&'a str>)>,
}

/// What the picture says, in words.
pub fn summary(told: &Told) -> String {
    let [(first, _), ..] = told.years else { return meetings(0) + "." };
    let last = told.years.last().map_or(*first, |(year, _)| *year);
    let mut text = meetings(told.count);
    if *first == last {
        text += &format!(" in {first}.");
    } else {
        text += &format!(" from {first} to {last}");
        let most = told.years.iter().map(|(_, count)| *count).max().unwrap_or_default();
        let years = told.years.iter().filter(|(_, count)| *count == most).map(|(year, _)| year.to_string());
        let years: Vec<String> = years.collect();
        let names: Vec<&str> = years.iter().map(String::as_str).collect();
        // Where most years have as many as any other there is nothing to tell.
        if names.len() <= 3 && names.len() < told.years.len() {
            let each = if names.len() > 1 { " each" } else { "" };
            text += &format!(", most in {} ({most}{each})", list(&names));
        }
        text.push('.');
    }
    if !told.gaps.is_empty() {
        text += &format!(" Not recorded: {}.", list(&told.gaps));
    }
    for (body, holders) in &told.chairs {
        text += &format!(" {body} chaired by {}.", list(holders));
    }
    text
}

/// The name of a mark: title, time, and what else there is to tell.
pub fn mark(title: &str, when: &str, others: &[String]) -> String {
    let mut text = [title, when].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ");
    for other in others {
        text += ", ";
        text += other;
    }
    text
}

/// The name of a bar: its time, and how many meetings it counts.
pub fn bar(time: &str, count: usize) -> String {
    format!("{time}, {}", meetings(count))
}

/// The name of a bar that leads to its meetings in the list.
pub fn bar_in_list(time: &str, count: usize) -> String {
    format!("{time}, {}, in the list", meetings(count))
}

/// Years from one to another.
pub fn years(first: i32, last: i32) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// The link that shows some years alone.
pub fn only(years: &str) -> String {
    format!("{years} alone")
}

/// A month, in the few letters that there is room for.
pub fn short_month(at: usize) -> &'static str {
    dates::MONTHS.get(at).and_then(|name| name.get(..3)).unwrap_or_default()
}

/// Who chaired a body, and when.
pub fn chaired(body: &str, holder: &str, time: &str) -> String {
    format!("{body}: {holder}, {time}")
}

/// From one date on, up to the beginning of another.
pub fn term(from: &str, to: &str) -> String {
    format!("{from} to {to}")
}

/// The event that a meeting was a part of.
pub fn within(event: &str, time: &str) -> String {
    if time.is_empty() { format!("part of {event}") } else { format!("part of {event} ({time})") }
}

/// What shapes stand for that are not seen at once.
pub const HOLLOW: &str = "Hollow marks: only the month or the year is known.";
/// The same of gaps.
pub const DASHED: &str = "Dashed marks: meetings of which nothing is recorded; they stand between their neighbours.";
/// The same of events.
pub const BEHIND: &str = "Frames: the larger event that a meeting was a part of.";
/// How it is worked.
pub const HINT: &str = "Arrow keys go along the marks, up and down between marks and years. Choose years by their numbers, or draw over them.";
/// The way back to all years.
pub const ALL_YEARS: &str = "Show all years";
/// What opens the same as text.
pub const AS_TEXT: &str = "The same as text";
/// The head of a column.
pub const YEAR: &str = "Year";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_says_what_the_picture_shows() {
        let years = [(2004, 2), (2005, 2), (2006, 1), (2011, 1)];
        let chairs = vec![("The council", vec!["Norway", "Finland"])];
        let told = Told { years: &years, count: 6, gaps: vec!["7th meeting"], chairs };
        assert_eq!(
            summary(&told),
            "6 meetings from 2004 to 2011, most in 2004 and 2005 (2 each). Not recorded: 7th meeting. \
             The council chaired by Norway and Finland."
        );
        assert_eq!(summary(&Told { years: &years[2..3], count: 1, ..Told::default() }), "1 meeting in 2006.");
        assert_eq!(summary(&Told { years: &years[..2], count: 4, ..Told::default() }), "4 meetings from 2004 to 2005.");
        assert_eq!(summary(&Told::default()), "0 meetings.");
    }
}
