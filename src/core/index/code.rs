//! The bytes of the parts of an index. Numbers are written as LEB128: seven bits a byte, the lowest first, the highest bit
//! where more follow. What ends too early or makes no sense reads as what can be made of it, never as a panic.

use super::{Places, Posting, Postings, Vocabulary};

/// Appends a number.
pub fn write(bytes: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        bytes.push(number as u8 | 0x80);
        number >>= 7;
    }
    bytes.push(number as u8);
}

/// Reads a number.
pub fn read(bytes: &mut std::slice::Iter<u8>) -> u32 {
    let (mut number, mut shift) = (0, 0);
    for byte in bytes {
        number |= u32::from(byte & 0x7f).checked_shl(shift).unwrap_or_default();
        if byte & 0x80 == 0 {
            break;
        }
        shift += 7;
    }
    number
}

/// Reads all numbers.
pub fn read_all(bytes: &[u8]) -> Vec<u32> {
    let mut bytes = bytes.iter();
    let mut numbers = Vec::new();
    while !bytes.as_slice().is_empty() {
        numbers.push(read(&mut bytes));
    }
    numbers
}

impl Vocabulary {
    /// Reads words: for each how many bytes it shares with the one before, how many follow, and these.
    pub fn read(bytes: &[u8]) -> Self {
        let mut vocabulary = Self::default();
        let mut word: Vec<u8> = Vec::new();
        let mut bytes = bytes.iter();
        while !bytes.as_slice().is_empty() {
            word.truncate(read(&mut bytes) as usize);
            let rest = (read(&mut bytes) as usize).min(bytes.len());
            let (new, others) = bytes.as_slice().split_at(rest);
            word.extend_from_slice(new);
            bytes = others.iter();
            vocabulary.push(std::str::from_utf8(&word).unwrap_or_default());
        }
        vocabulary
    }

    /// The bytes of some words, which stand in order.
    pub fn bytes<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut before = "";
        for word in words {
            let shared = before.bytes().zip(word.bytes()).take_while(|(a, b)| a == b).count();
            write(&mut bytes, shared as u32);
            write(&mut bytes, (word.len() - shared) as u32);
            bytes.extend_from_slice(&word.as_bytes()[shared..]);
            before = word;
        }
        bytes
    }
}

impl Postings {
    /// Reads postings: for each word how many follow, and for each the step of its meeting from the one before and its
    /// weight.
    pub fn read(bytes: &[u8]) -> Self {
        // A posting has two bytes at least, so that there is room for all at once.
        let mut all = Self { firsts: vec![0], postings: Vec::with_capacity(bytes.len() / 2) };
        let mut bytes = bytes.iter();
        while !bytes.as_slice().is_empty() {
            let mut meeting = 0u32;
            for _ in 0..(read(&mut bytes) as usize).min(bytes.len()) {
                meeting = meeting.wrapping_add(read(&mut bytes));
                let weight = bytes.next().copied().unwrap_or_default();
                all.postings.push(Posting(meeting << 8 | u32::from(weight)));
            }
            all.firsts.push(all.postings.len() as u32);
        }
        all
    }

    /// Appends the bytes of one word's postings.
    pub fn write(bytes: &mut Vec<u8>, postings: &[Posting]) {
        write(bytes, postings.len() as u32);
        let mut before = 0;
        for posting in postings {
            let meeting = posting.meeting() as u32;
            write(bytes, meeting - before);
            bytes.push(posting.weight() as u8);
            before = meeting;
        }
    }
}

impl Places {
    /// Reads places: for each word how many bytes follow, and these.
    pub fn read(bytes: &[u8]) -> Self {
        let mut all = Self { firsts: vec![0], bytes: Vec::with_capacity(bytes.len()) };
        let mut bytes = bytes.iter();
        while !bytes.as_slice().is_empty() {
            let length = (read(&mut bytes) as usize).min(bytes.len());
            let (of_word, others) = bytes.as_slice().split_at(length);
            all.bytes.extend_from_slice(of_word);
            bytes = others.iter();
            all.firsts.push(all.bytes.len() as u32);
        }
        all
    }

    /// Appends the bytes of the places of the word at this position of the part.
    pub fn write(&self, bytes: &mut Vec<u8>, word: usize) {
        let first = |word: usize| self.firsts.get(word).map_or(0, |first| *first as usize);
        let of_word = self.bytes.get(first(word)..first(word + 1)).unwrap_or_default();
        write(bytes, of_word.len() as u32);
        bytes.extend_from_slice(of_word);
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_read_as_written(numbers in vec(any::<u32>(), 0..9)) {
            let mut bytes = Vec::new();
            numbers.iter().for_each(|number| write(&mut bytes, *number));
            let mut bytes = bytes.iter();
            prop_assert_eq!(numbers.iter().map(|_| read(&mut bytes)).collect::<Vec<_>>(), numbers);
        }

        #[test]
        fn words_are_read_as_written(mut words in vec("[a-cа-в]{1,5}", 0..9)) {
            words.sort();
            let read = Vocabulary::read(&Vocabulary::bytes(words.iter().map(String::as_str)));
            prop_assert_eq!((0..read.len()).map(|at| read.word(at).to_owned()).collect::<Vec<_>>(), words);
        }

        #[test]
        fn postings_are_read_as_written(words in vec(vec((1..900u32, 1..=255u32), 0..5), 0..5)) {
            let mut bytes = Vec::new();
            let mut all = Postings { firsts: vec![0], postings: Vec::new() };
            for word in words {
                let mut meeting = 0;
                let postings: Vec<Posting> = word.iter().map(|(step, weight)| {
                    meeting += step;
                    Posting(meeting << 8 | weight)
                }).collect();
                Postings::write(&mut bytes, &postings);
                all.postings.extend(postings);
                all.firsts.push(all.postings.len() as u32);
            }
            prop_assert_eq!(Postings::read(&bytes), all);
        }

        #[test]
        fn reading_never_panics(bytes in vec(any::<u8>(), 0..40)) {
            Vocabulary::read(&bytes);
            Postings::read(&bytes);
            Places::read(&bytes);
            read_all(&bytes);
        }
    }
}
