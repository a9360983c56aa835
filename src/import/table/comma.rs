//! What a comma in a name stands for: "Berg, Anna" is a name that is turned, "Anna Berg, City of Vadsø" is none.

use crate::import::table::names::named;

/// What a comma in the name of a person stands for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Comma {
    /// Nothing that is known.
    #[default]
    Nothing,
    /// What stands behind it is what the person is from: `Anna Berg, City of Vadsø`.
    Organisation,
    /// The family name stands before it: `Berg, Anna`.
    FamilyName,
}

/// What the commas in the values of a column of people stand for.
pub fn comma<'a>(values: impl Iterator<Item = &'a str>) -> Comma {
    let (mut with, mut turned) = (0, 0);
    for (before, behind) in values.filter_map(|value| value.split_once(',')) {
        with += 1;
        turned += usize::from(is_family_name(before.trim()) && is_given_name(behind.trim()));
    }
    match with {
        0 => Comma::Nothing,
        _ if turned * 10 >= with * 8 => Comma::FamilyName,
        _ => Comma::Organisation,
    }
}

/// One word, with what may stand before it: `Berg`, `van der Berg`, `Berg-Dahl`.
pub fn is_family_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_small = |word: &&str| word.chars().next().is_some_and(char::is_lowercase);
    matches!(words.as_slice(), [.., last] if is_name(last))
        && words.iter().rev().skip(1).all(is_small)
        && words.len() <= 4
}

/// One to three words, none of which says what somebody is.
fn is_given_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_known = named(text).is_some_and(|named| named.is_exact);
    (1..=3).contains(&words.len()) && words.iter().all(|word| is_name(word)) && !is_known
}

fn is_name(word: &str) -> bool {
    let is_letter = |char: char| char.is_alphabetic() || matches!(char, '-' | '.' | '\'' | '’');
    // What is in capitals throughout is an abbreviation, but for an initial.
    let is_short = word.chars().filter(|char| char.is_alphabetic()).count() == 1;
    word.chars().next().is_some_and(char::is_uppercase)
        && word.chars().all(is_letter)
        && (is_short || word.chars().any(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_comma_stands_between_parts_of_a_name_or_before_whom_it_speaks_for() {
        for (values, stands) in [
            (&["Berg, Anna", "van der Berg, J. P.", "Lie, Kari-Anne"][..], Comma::FamilyName),
            (&["Anna Berg, Vadsø", "Olav Dahl, City of Alta"], Comma::Organisation),
            (&["Berg, Chair", "Dahl, Secretary"], Comma::Organisation),
            (&["Berg, ACME", "Dahl, 12 Sea St"], Comma::Organisation),
            (&["Anna Berg"], Comma::Nothing),
        ] {
            assert_eq!(comma(values.iter().copied()), stands, "{values:?}");
        }
    }
}
