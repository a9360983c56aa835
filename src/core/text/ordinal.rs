//! Numbers that tell a place in a row: `8th`, `eighth`.

/// Begins the words that stand for an ordinal: its digits follow. No typed text has this character.
pub const ORDINAL: char = '\u{3}';

static ORDINALS: &str = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth \
    fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth";

/// The number of a folded word that is an ordinal, `8th` or `eighth`.
pub fn ordinal(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches(|char: char| !char.is_ascii_digit());
    match &word[digits.len()..] {
        "st" | "nd" | "rd" | "th" => digits.parse().ok(),
        // Few words end as an ordinal does, and every word of an archive is asked.
        _ if digits.is_empty() && ["th", "st", "nd", "rd"].iter().any(|end| word.ends_with(end)) => {
            ORDINALS.split(' ').position(|of| of == word).map(|at| at as u32 + 1)
        }
        _ => None,
    }
}

/// The word of the index that stands for an ordinal.
pub fn ordinal_word(number: u32) -> String {
    format!("{ORDINAL}{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ordinals_are_read_as_digits_and_as_words() {
        for (word, number) in
            [("8th", Some(8)), ("eighth", Some(8)), ("1st", Some(1)), ("22nd", Some(22)), ("eight", None), ("8", None)]
        {
            assert_eq!(ordinal(word), number, "{word}");
        }
        assert_eq!(ordinal("th"), None);
    }
}
