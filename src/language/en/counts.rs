//! Numbers of things, in English.

/// A number as readers have it, a comma before every three digits: `6,008`.
pub fn number(count: usize) -> String {
    let mut text = count.to_string();
    let mut at = text.len();
    while at > 3 {
        at -= 3;
        text.insert(at, ',');
    }
    text
}

/// A number of things, by the name of one of them, to which an `s` is put for any other number.
fn counted(count: usize, of: &str) -> String {
    number(count) + " " + of + if count == 1 { "" } else { "s" }
}

/// A number of meetings.
pub fn meetings(count: usize) -> String {
    counted(count, "meeting")
}

/// A number of documents, and how many of them can be opened.
pub fn documents(count: usize, open: usize) -> String {
    let open = if open == 0 { "none".to_owned() } else { number(open) };
    counted(count, "document") + ", " + &open + " can be opened"
}

/// A number of people.
pub fn people(count: usize) -> String {
    if count == 1 { "1 person".to_owned() } else { number(count) + " people" }
}

/// A number of places.
pub fn places(count: usize) -> String {
    counted(count, "place")
}

/// The years within which something was, behind what it was; nothing where they are not known.
pub fn within_years(years: Option<(i16, i16)>) -> String {
    match years {
        Some((first, last)) if first == last => format!(" in {first}"),
        Some((first, last)) => format!(" from {first} to {last}"),
        None => String::new(),
    }
}

/// What a picture of all meetings in time shows.
pub fn timeline(count: usize, years: Option<(i16, i16)>, gaps: usize) -> String {
    let years = within_years(years);
    let gaps = match gaps {
        0 => String::new(),
        1 => ", and one more, dashed, that no source records".to_owned(),
        more => format!(", and {} more, dashed, that no source records", number(more)),
    };
    format!("A timeline: {}{years}{gaps}.", meetings(count))
}

/// Several things that are told as one sentence.
pub fn sentence(things: &[String]) -> String {
    things.join("; ") + "."
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_separators_and_things_their_plural() {
        for (count, expected) in
            [(0, "0"), (999, "999"), (6008, "6,008"), (100_000, "100,000"), (1_234_567, "1,234,567")]
        {
            assert_eq!(number(count), expected);
        }
        assert_eq!(documents(3, 1), "3 documents, 1 can be opened");
        assert_eq!(
            [documents(1, 0), documents(1, 1)],
            ["1 document, none can be opened", "1 document, 1 can be opened"]
        );
        assert_eq!(documents(1200, 0), "1,200 documents, none can be opened");
        assert_eq!([people(1), people(1200)], ["1 person", "1,200 people"]);
    }
}
