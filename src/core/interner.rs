//! Numbers in place of texts.

use super::index::Vocabulary;

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
    /// Its first eight bytes.
    beginning: u64,
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
            self.table[slot] = Entry { beginning: beginning(text.as_bytes()), length: text.len() as u32, number };
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

    fn slot_of(&self, text: &str) -> usize {
        let (beginning, length) = (beginning(text.as_bytes()), text.len() as u32);
        self.slot(text, |entry| entry.beginning == beginning && entry.length == length)
    }

    /// The slot where a text is or would be; `may_be` tells which entries may be it.
    fn slot(&self, text: &str, may_be: impl Fn(&Entry) -> bool) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash(text) as usize & mask;
        loop {
            let entry = &self.table[slot];
            let is_it = may_be(entry) && (text.len() <= 8 || self.vocabulary.word(entry.number as usize - 1) == text);
            if entry.number == 0 || is_it {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let larger = vec![Entry::default(); (self.table.len() * 2).max(64)];
        for entry in std::mem::replace(&mut self.table, larger) {
            if entry.number > 0 {
                let slot = self.slot(self.vocabulary.word(entry.number as usize - 1), |_| false);
                self.table[slot] = entry;
            }
        }
    }
}

/// The first eight bytes of a text as a number, those that it lacks as zeros.
fn beginning(text: &[u8]) -> u64 {
    match text.first_chunk::<8>() {
        Some(chunk) => u64::from_le_bytes(*chunk),
        None => text.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
    }
}

/// Mixes eight bytes at a time by multiplication with the golden ratio.
fn hash(text: &str) -> u64 {
    text.as_bytes().chunks(8).fold(text.len() as u64, |hash, chunk| {
        let hash = (hash ^ beginning(chunk)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^ hash >> 32
    })
}
