//! Words as bytes, and the words that stand for something else than a word. No typed text has the characters that these
//! begin with.

use crate::core::search::index::numbers;
use crate::core::text::vocabulary::Vocabulary;

/// Begins the words that stand for all words with a beginning, which follows: what is begun by many words, and would be
/// slow to collect.
pub const BEGINNING: char = '\u{1}';
/// The longest of these beginnings, in characters; what is longer is begun by few words.
pub const LONGEST_BEGINNING: usize = 4;
/// Begins the words that stand for a day or a month: its date in ISO 8601 follows.
pub const DATE: char = '\u{2}';

/// Reads words: for each how many bytes it shares with the one before, how many follow, and these.
pub fn read_words(bytes: &[u8]) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    let mut word: Vec<u8> = Vec::new();
    let mut bytes = bytes.iter();
    while !bytes.as_slice().is_empty() {
        word.truncate(numbers::read(&mut bytes) as usize);
        let rest = (numbers::read(&mut bytes) as usize).min(bytes.len());
        let (new, others) = bytes.as_slice().split_at(rest);
        word.extend_from_slice(new);
        bytes = others.iter();
        vocabulary.push(std::str::from_utf8(&word).unwrap_or_default());
    }
    vocabulary
}

/// The bytes of some words, which stand in order.
pub fn words_as_bytes<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut before = "";
    for word in words {
        let shared = before.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
        numbers::write(&mut bytes, shared as u32);
        numbers::write(&mut bytes, (word.len() - shared) as u32);
        bytes.extend_from_slice(&word.as_bytes()[shared..]);
        before = word;
    }
    bytes
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn words_are_read_as_written(mut words in vec("[a-cа-в]{1,5}", 0..9)) {
            words.sort();
            let read = read_words(&words_as_bytes(words.iter().map(String::as_str)));
            prop_assert_eq!((0..read.len()).map(|at| read.word(at).to_owned()).collect::<Vec<_>>(), words);
        }
    }
}
