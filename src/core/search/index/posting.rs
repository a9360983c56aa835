//! Which meetings have a word, how much it weighs in them, and where in them it stands; and all that as bytes.

use crate::core::search::index::numbers::{read, write};

/// A meeting that has a word: its position above the lowest eight bits, which hold how much the word weighs in it, from
/// 1 to 255.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Posting(u32);

impl Posting {
    /// A meeting that has a word, and how much the word weighs in it, from 1 to 255.
    pub fn new(meeting: usize, weight: u32) -> Self {
        Self((meeting as u32) << 8 | weight)
    }

    /// The position of the meeting.
    pub fn meeting(self) -> usize {
        (self.0 >> 8) as usize
    }

    /// How much the word weighs in the meeting.
    pub fn weight(self) -> u32 {
        self.0 & 0xff
    }
}

/// The postings of a run of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Postings {
    /// For each word the number of its first posting, and where the last one's end.
    pub firsts: Vec<u32>,
    /// Those of the first word, then those of the next.
    pub postings: Vec<Posting>,
}

/// The places of a run of words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Places {
    /// For each word the first byte of its places, and where the last one's end.
    pub firsts: Vec<u32>,
    /// For each posting how many places follow, and the steps from one place to the next, as LEB128.
    pub bytes: Vec<u8>,
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
                all.postings.push(Posting::new(meeting as usize, weight.into()));
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

    /// Appends the bytes of the places of the word at this position of the piece.
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
    use crate::core::search::index::numbers::read_all;
    use crate::core::search::index::words::read_words;

    proptest! {
        #[test]
        fn postings_are_read_as_written(words in vec(vec((1..900u32, 1..=255u32), 0..5), 0..5)) {
            let mut bytes = Vec::new();
            let mut all = Postings { firsts: vec![0], postings: Vec::new() };
            for word in words {
                let mut meeting = 0;
                let postings: Vec<Posting> = word.iter().map(|(step, weight)| {
                    meeting += step;
                    Posting::new(meeting as usize, *weight)
                }).collect();
                Postings::write(&mut bytes, &postings);
                all.postings.extend(postings);
                all.firsts.push(all.postings.len() as u32);
            }
            prop_assert_eq!(Postings::read(&bytes), all);
        }

        #[test]
        fn reading_never_panics(bytes in vec(any::<u8>(), 0..40)) {
            read_words(&bytes);
            Postings::read(&bytes);
            Places::read(&bytes);
            read_all(&bytes);
        }
    }
}
