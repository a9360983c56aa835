//! Numbers in place of texts.

use crate::core::text::vocabulary::Vocabulary;

/// Gives texts numbers, in the order in which they first come.
#[derive(Debug, Default)]
pub struct Interner {
    /// The texts by their numbers.
    pub vocabulary: Vocabulary,
    /// An open hash table.
    table: Vec<Entry>,
}

/// A text in the table. Most are told apart without a look at the text itself, which lies far away in memory.
#[derive(Debug, Default, Clone, Copy)]
struct Entry {
    /// Its first and its last eight bytes, which are all of a text of up to sixteen.
    ends: [u64; 2],
    /// Its length in bytes.
    length: u32,
    /// One more than its number; 0 where there is none.
    number: u32,
}

impl Interner {
    /// The number of a text; a new one for a new text.
    pub fn number(&mut self, text: &str) -> u32 {
        if self.vocabulary.len() * 2 >= self.table.len() {
            self.grow();
        }
        let slot = self.slot_of(text);
        if self.table[slot].number == 0 {
            self.vocabulary.push(text);
            let number = self.vocabulary.len() as u32;
            self.table[slot] = Entry { ends: ends(text.as_bytes()), length: text.len() as u32, number };
        }
        self.table[slot].number - 1
    }

    /// The number of a text that has one.
    pub fn known(&self, text: &str) -> Option<u32> {
        if self.table.is_empty() {
            return None;
        }
        self.table[self.slot_of(text)].number.checked_sub(1)
    }

    /// The slot where a text is or would be.
    fn slot_of(&self, text: &str) -> usize {
        let (ends, length) = (ends(text.as_bytes()), text.len() as u32);
        let mask = self.table.len() - 1;
        let mut slot = hash(ends, text) & mask;
        loop {
            let entry = &self.table[slot];
            let is_like = entry.ends == ends && entry.length == length;
            let is_it = is_like && (text.len() <= 16 || self.vocabulary.word(entry.number as usize - 1) == text);
            if entry.number == 0 || is_it {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let larger = vec![Entry::default(); (self.table.len() * 2).max(64)];
        let mask = larger.len() - 1;
        for entry in std::mem::replace(&mut self.table, larger) {
            if entry.number > 0 {
                let mut slot = hash(entry.ends, self.vocabulary.word(entry.number as usize - 1)) & mask;
                while self.table[slot].number > 0 {
                    slot = (slot + 1) & mask;
                }
                self.table[slot] = entry;
            }
        }
    }
}

/// The first and the last eight bytes of a text as numbers; of a shorter one all its bytes, in such a way that no other
/// text of its length has the same.
fn ends(text: &[u8]) -> [u64; 2] {
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return [u64::from_le_bytes(*first), u64::from_le_bytes(*last)];
    }
    if let (Some(first), Some(last)) = (text.first_chunk(), text.last_chunk()) {
        return [u32::from_le_bytes(*first).into(), u32::from_le_bytes(*last).into()];
    }
    [text.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)), 0]
}

/// Mixes by multiplication with the golden ratio.
fn hash(ends: [u64; 2], text: &str) -> usize {
    let mix = |hash: u64, number: u64| {
        let hash = (hash ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ hash >> 32
    };
    let hash = mix(mix(text.len() as u64, ends[0]), ends[1]);
    let between = text.as_bytes().get(8..text.len().saturating_sub(8)).unwrap_or_default();
    let hash = between.iter().fold(hash, |hash, byte| mix(hash, u64::from(*byte)));
    // Once more, so that the last bytes reach the lowest bits.
    mix(hash, 0) as usize
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn texts_that_differ_in_their_last_letters_are_spread() {
        for name in [|at: usize| format!("meeting-{at:05}"), |at| format!("{at:05}-a-long-name-{at:02}")] {
            let texts: Vec<String> = (0..10_000).map(name).collect();
            let slot = |text: &String| hash(ends(text.as_bytes()), text) & 0xffff;
            let slots: BTreeSet<usize> = texts.iter().map(slot).collect();
            // Thrown at random, ten thousand would fall into some 9,270.
            assert!(slots.len() > 9_000, "{} slots", slots.len());
        }
    }
}
