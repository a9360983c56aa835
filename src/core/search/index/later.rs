//! The later parts of words, as `partnerskap` in `industripartnerskapet`: compounds are found by them.

/// Begins the words that stand for a later part of words, which follows. Among its postings stand in place of meetings the
/// positions of these words.
pub const LATER: char = '\u{4}';

/// No word that stands for something else is behind this.
pub const FIRST_OF_TEXT: &str = "\u{5}";

/// The fewest letters of a later part: what is shorter stands in too many words by chance.
pub const SHORTEST: usize = 4;

/// The fewest letters before it.
const BEFORE: usize = 3;

/// Where the later parts of the words of an index are told.
#[derive(Debug)]
pub enum Later {
    /// In words of its own that begin with [`LATER`].
    InWords,
    /// Here: above the lowest eight bits the position of a word, in these where the part begins in it, in bytes; in the
    /// order of the parts.
    Table(Vec<usize>),
}

/// Where the later parts of a word begin, in bytes.
pub fn starts(word: &str) -> impl Iterator<Item = usize> {
    let letters = if word.starts_with(char::is_alphabetic) { word.chars().count() } else { 0 };
    let starts = word.char_indices().map(|(start, _)| start).take_while(|start| *start < 256);
    starts.take((letters + 1).saturating_sub(SHORTEST)).skip(BEFORE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_later_part_has_four_letters_and_three_before_it() {
        let parts = |word: &str| starts(word).map(|start| word[start..].to_owned()).collect::<Vec<_>>();
        assert_eq!(parts("sjomote"), ["mote"]);
        assert_eq!(parts("skogbruk"), ["gbruk", "bruk"]);
        assert_eq!(parts("форумам"), ["умам"]);
        for word in ["sjomot", "abc", "", "1234567", "\u{2}2011-06-15", "経済"] {
            assert!(parts(word).is_empty(), "{word}");
        }
        assert!(starts(&"a".repeat(400)).all(|start| start < 256));
    }
}
