//! What is said of people and places, and of who met whom, in English.

use super::{labels, messages};
use crate::core::address::route::Kind;
use crate::core::archive::format::{ABSENT, EXCUSED};

/// How many people, or places.
pub fn entries(kind: Kind, count: usize) -> String {
    match kind {
        Kind::People => messages::people(count),
        Kind::Places => messages::places(count),
    }
}

/// The heading of all people, or all places.
pub fn all_of(kind: Kind) -> &'static str {
    match kind {
        Kind::People => labels::PEOPLE,
        Kind::Places => labels::PLACES,
    }
}

/// What a page on all people or places holds, for those who find it elsewhere.
pub fn all_described(kind: Kind, count: usize, archive: &str) -> String {
    let what = match kind {
        Kind::People => "who took part, in which office, how often, and who met whom",
        Kind::Places => "where meetings were held, how often, and when",
    };
    format!("{archive}: {}, {what}.", entries(kind, count))
}

/// How many meetings a person attended, and how many not of those that name the person.
pub fn attended(count: usize, away: usize) -> String {
    match (count, away) {
        (count, 0) => messages::meetings(count),
        (0, away) => format!("Absent or excused: {}", messages::meetings(away)),
        (count, away) => {
            format!("{}, absent or excused from {} more", messages::meetings(count), messages::number(away))
        }
    }
}

/// What is said of a part of somebody who did not come; none of another.
pub fn away(part: Option<&str>) -> Option<&'static str> {
    match part {
        Some(ABSENT) => Some(labels::ABSENT),
        Some(EXCUSED) => Some(labels::EXCUSED),
        _ => None,
    }
}

/// How often two people met.
pub fn met(count: usize) -> String {
    if count == 0 {
        "No meeting is recorded that both attended.".to_owned()
    } else {
        format!("{} that both attended", messages::meetings(count))
    }
}

/// The name of a link to the meetings with somebody, which begins with what is seen of it.
pub fn meetings_with(count: usize, name: &str) -> String {
    format!("{} with {name}", messages::meetings(count))
}

/// Several people in a title: `a and b`.
pub fn both(one: &str, other: &str) -> String {
    messages::list(&[one, other])
}

/// What a picture of the map shows on which one place is marked.
pub fn on_the_map(place: &str) -> String {
    format!("{place} on the map of all places")
}

/// How many more there are than are shown.
pub fn and_more(count: usize) -> String {
    messages::number(count) + " more"
}

/// When an office is recorded.
pub fn recorded(first: i16, last: i16) -> String {
    format!("recorded {}", messages::years(Some(first), Some(last)))
}

/// What the picture of who met whom says: how many people are shown of how many, how many pairs of them met, and who did
/// most often.
pub fn who_met_whom(shown: usize, of: usize, pairs: usize, most: Option<(&str, &str, usize)>) -> String {
    let mut said = match shown < of {
        true => format!(
            "The {} with the most meetings, of {}, in the order in which they first came. ",
            entries(Kind::People, shown),
            messages::number(of)
        ),
        false => format!("{} in the order in which they first came. ", entries(Kind::People, shown)),
    };
    let all = shown * shown.saturating_sub(1) / 2;
    if all == 1 {
        return said
            + &match most {
                None => "The two did not meet.".to_owned(),
                Some((.., 1)) => "The two met once.".to_owned(),
                Some((.., count)) => format!("The two met {} times.", messages::number(count)),
            };
    }
    said.push_str(&format!("Of {} pairs {} met", messages::number(all), messages::number(pairs)));
    match most {
        Some((.., 1)) => said.push_str(", each of them once."),
        Some((one, other, count)) => {
            said.push_str(&format!(", most often {}: in {}.", both(one, other), messages::meetings(count)))
        }
        None => said.push('.'),
    }
    said
}

/// The name of a person in the picture, with the number of those met who are in it.
pub fn met_people(name: &str, count: usize) -> String {
    format!("{name}, met {count} of them")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_met_whom_reads_as_english_has_it() {
        assert_eq!(
            who_met_whom(3, 3, 2, Some(("Ann", "Bo", 4))),
            "3 people in the order in which they first came. Of 3 pairs 2 met, most often Ann and Bo: in 4 meetings."
        );
        assert!(
            who_met_whom(60, 312, 0, None).starts_with("The 60 people with the most meetings, of 312, in the order")
        );
        assert_eq!(attended(2, 0), "2 meetings");
        assert_eq!(attended(1, 3), "1 meeting, absent or excused from 3 more");
        assert_eq!(attended(0, 1), "Absent or excused: 1 meeting");
        assert_eq!(recorded(2005, 2005), "recorded 2005");
    }
}
