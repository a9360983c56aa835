//! What is said of the map.

use super::messages::{first_of, list, meetings, number};

/// The name of the map.
pub const MAP: &str = "Map";
/// What hollow marks are.
pub const HOLLOW: &str = "Hollow marks are not chosen, and tell what they would show.";
/// Where coasts and borders are from, and that the latter are no statement.
pub const BORDERS: &str =
    "Coasts and borders: Natural Earth. A border that is disputed or has changed is no statement of this archive.";
/// The table of what the map shows.
pub const AS_TABLE: &str = "The places of the map as a table";

/// The places of a mark that is open.
pub const HERE: &str = "Places here";
/// That a place is chosen.
pub const CHOSEN: &str = "chosen";

/// How many of gathered places are named.
const NAMED: usize = 2;

/// How many places are named as those with the most meetings.
const MOST: usize = 3;

/// The name of a mark: its places, and how many meetings they have; of several, whether any is chosen.
pub fn mark(places: &[&str], count: usize, is_any_chosen: bool) -> String {
    format!("{}, {}{}", gathered(places), meetings(count), if is_any_chosen { ", partly chosen" } else { "" })
}

/// Places that share a mark.
pub fn gathered(places: &[&str]) -> String {
    // "and 1 more" is no shorter than its name.
    first_of(places, if places.len() == NAMED + 1 { NAMED + 1 } else { NAMED })
}

/// The same beside the mark.
pub fn beside(places: &[&str]) -> String {
    match places {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, others @ ..] => format!("{first} +{}", others.len()),
    }
}

/// What the map shows: meetings at places in countries, as far as these are known, and the places with the most.
pub fn summary(on: usize, places: usize, countries: usize, (names, most): (&[&str], usize)) -> String {
    let named =
        |count: usize, one: &str, many: &str| format!("{} {}", number(count), if count == 1 { one } else { many });
    if places == 0 {
        return "No meeting found has a spot on the map.".to_owned();
    }
    let (at, of) = (named(places, "place", "places"), named(countries, "country", "countries"));
    let of = if countries == 0 { String::new() } else { format!(" in {of}") };
    let head = format!("{} at {at}{of}", meetings(on));
    let most = number(most);
    match names {
        names if places == 1 => format!("{} at {}.", meetings(on), list(names)),
        all if all.len() == places => format!("{head}, {most} at each."),
        names if names.len() > MOST => format!("{head}, at most {most} at one."),
        names => format!("{head}; the most, {most}, at {}.", list(names)),
    }
}

/// How many of the meetings found the map does not show; nothing where it shows all.
pub fn off(count: usize) -> Option<String> {
    (count > 0).then(|| format!("Without a spot on the map: {}.", meetings(count)))
}

/// The way to the list of all meetings at a place.
pub fn as_list(count: usize) -> String {
    format!("Show {} as a list", meetings(count))
}

/// The way to the page of a place.
pub fn page_of(place: &str) -> String {
    format!("All about {place}")
}

/// How many places are named in the description of the picture.
#[cfg(feature = "native")]
const DESCRIBED: usize = 30;

/// What the picture is.
#[cfg(feature = "native")]
pub fn title(archive: &str) -> String {
    format!("{archive}: map of its places")
}

/// What the picture shows.
#[cfg(feature = "native")]
pub fn places(names: &[&str]) -> String {
    format!("Coasts and borders, and on them the places: {}.", first_of(names, DESCRIBED))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_maps_read_as_english_has_them() {
        assert_eq!(mark(&["Kirkenes"], 2, false), "Kirkenes, 2 meetings");
        assert_eq!(mark(&["Oulu", "Kemi"], 1, true), "Oulu and Kemi, 1 meeting, partly chosen");
        assert_eq!(gathered(&["Oulu", "Kemi", "Tornio"]), "Oulu, Kemi and Tornio");
        assert_eq!(mark(&["Oulu", "Kemi", "Tornio", "Ii"], 7, false), "Oulu, Kemi and 2 more, 7 meetings");
        assert_eq!([beside(&["Oulu"]), beside(&["Oulu", "Kemi"])], ["Oulu", "Oulu +1"]);
        for (found, expected) in [
            (
                summary(7, 7, 4, (&["A", "B", "C", "D", "E", "F", "G"], 1)),
                "7 meetings at 7 places in 4 countries, 1 at each.",
            ),
            (summary(5, 3, 1, (&["A"], 3)), "5 meetings at 3 places in 1 country; the most, 3, at A."),
            (summary(5, 3, 0, (&["A", "B"], 2)), "5 meetings at 3 places; the most, 2, at A and B."),
            (
                summary(99, 50, 2, (&["A", "B", "C", "D", "E"], 5)),
                "99 meetings at 50 places in 2 countries, at most 5 at one.",
            ),
            (summary(1, 1, 1, (&["A"], 1)), "1 meeting at A."),
            (summary(0, 0, 0, (&[], 0)), "No meeting found has a spot on the map."),
        ] {
            assert_eq!(found, expected);
        }
        assert_eq!((off(0), off(1).is_some(), off(2).is_some()), (None, true, true));
    }
}
