//! What the timeline says in English.

use super::dates;
use super::messages::{list, meetings, number};

/// What the picture says, in words: how many meetings there are, and how many in each year in which there were any.
pub fn summary(count: usize, years: &[(i32, usize)]) -> String {
    let mut text = meetings(count);
    let (Some((first, _)), Some((last, _))) = (years.first(), years.last()) else { return sentence(&[&text]) };
    if first == last {
        return sentence(&[&text, " in ", &first.to_string()]);
    }
    text += &[" from ", &first.to_string(), " to ", &last.to_string()].concat();
    let mut most = 0;
    years.iter().for_each(|(_, count)| most = most.max(*count));
    let mut names: Vec<String> = Vec::new();
    for (year, count) in years {
        if *count == most {
            names.push(year.to_string());
        }
    }
    // Where many years have as many as any other there is nothing to tell.
    if names.len() <= 3 && names.len() < years.len() {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let each = if names.len() > 1 { " each)" } else { ")" };
        text += &[", most in ", &list(&names), " (", &number(most), each].concat();
    }
    sentence(&[&text])
}

/// Words with what ends a sentence.
fn sentence(words: &[&str]) -> String {
    let mut sentence = words.concat();
    sentence.push('.');
    sentence
}

/// That nothing is recorded of a meeting, behind the summary.
pub fn lost(title: &str) -> String {
    sentence(&[" Nothing is recorded of the ", title])
}

/// Who chaired a body, in the order of time.
pub fn chairs(body: &str, holders: &[&str]) -> String {
    sentence(&[body, " chaired by ", &list(holders)]) + " "
}

/// The name of a gap.
pub fn gap(title: &str, note: Option<&str>) -> String {
    [title, ": ", note.unwrap_or("nothing is recorded.")].concat()
}

/// The name of a bar: its time, and how many meetings it counts.
pub fn bar(time: &str, count: usize) -> String {
    [time, ", ", &meetings(count)].concat()
}

/// The name of a bar that leads to its meetings in the list.
pub fn in_list(bar: &str) -> String {
    [bar, ", in the list"].concat()
}

/// The link that shows some years alone.
pub fn only(years: &str) -> String {
    [years, " alone"].concat()
}

/// A month, in the few letters that there is room for.
pub fn short_month(at: usize) -> &'static str {
    dates::MONTHS.get(at).and_then(|name| name.get(..3)).unwrap_or_default()
}

/// Who chaired a body, from one date up to the beginning of another.
pub fn term(chair: &str, from: &str, to: &str) -> String {
    [chair, ", ", from, " to ", to].concat()
}

/// The event that a meeting was a part of, and when that was, if it is known.
pub fn within(event: &str, time: &str) -> String {
    if time.is_empty() { ["part of ", event].concat() } else { ["part of ", event, " (", time, ")"].concat() }
}

/// That a bar stands for several years.
pub fn each_bar(years: i32) -> String {
    ["Each bar counts up to ", &years.to_string(), " years."].concat()
}

/// What shapes stand for that is not seen at once.
pub const HOLLOW: &str = "Hollow: only the month or the year is known. ";
/// The same of gaps.
pub const DASHED: &str = "Dashed: nothing is recorded; it stands between its neighbours. ";
/// The same of events.
pub const BEHIND: &str = "Framed: part of a larger event. ";
/// How it is worked.
pub const HINT: &str =
    "Arrow keys go along the marks, and down to the years. Choose years by their numbers, or draw over them.";
/// The way back to all years.
pub const ALL_YEARS: &str = "Show all years";
/// What opens the same as a list.
pub const AS_LIST: &str = "The same as a list";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_summary_says_what_the_picture_shows() {
        let years = [(2004, 2), (2005, 2), (2006, 1), (2011, 1)];
        assert_eq!(summary(6, &years), "6 meetings from 2004 to 2011, most in 2004 and 2005 (2 each).");
        assert_eq!(summary(3, &years[1..3]), "3 meetings from 2005 to 2006, most in 2005 (2).");
        assert_eq!(summary(1, &years[2..3]), "1 meeting in 2006.");
        assert_eq!(summary(4, &years[..2]), "4 meetings from 2004 to 2005.");
        assert_eq!(summary(0, &[]), "0 meetings.");
    }
}
