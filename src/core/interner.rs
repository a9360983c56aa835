//! Numbers in place of texts.

use super::index::Vocabulary;

/// Gives texts numbers, in the order in which they first come.
#[derive(Debug, Default)]
pub struct Interner {
    /// The texts by their numbers.
    pub vocabulary: Vocabulary,
    /// An open hash table: above 32 bits of a text's hash, below one more than its number; 0 is free.
    table: Vec<u64>,
}

impl Interner {
    /// The number of a text; a new one for a new text.
    pub fn number(&mut self, text: &str) -> u32 {
        if self.vocabulary.len() * 2 >= self.table.len() {
            self.grow();
        }
        let hash = hash(text);
        let slot = self.slot(hash, Some(text));
        if self.table[slot] == 0 {
            self.vocabulary.push(text);
            self.table[slot] = hash << 32 | self.vocabulary.len() as u64;
        }
        self.table[slot] as u32 - 1
    }

    /// The slot where a text with this hash is or would be; without the text, a free one.
    fn slot(&self, hash: u64, text: Option<&str>) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash as usize & mask;
        loop {
            let entry = self.table[slot];
            let is_hash = entry >> 32 == hash & 0xffff_ffff;
            let is_it = is_hash && text.is_some_and(|text| self.vocabulary.word(entry as u32 as usize - 1) == text);
            if entry == 0 || is_it {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
    }

    fn grow(&mut self) {
        let larger = vec![0; (self.table.len() * 2).max(64)];
        for entry in std::mem::replace(&mut self.table, larger) {
            if entry > 0 {
                let slot = self.slot(entry >> 32, None);
                self.table[slot] = entry;
            }
        }
    }
}

/// Mixes eight bytes at a time by multiplication with the golden ratio.
fn hash(text: &str) -> u64 {
    let mut hash = 0u64;
    let (chunks, rest) = text.as_bytes().as_chunks::<8>();
    let mut mix = |number: u64| {
        hash = (hash ^ number).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        hash ^= hash >> 32;
    };
    chunks.iter().for_each(|chunk| mix(u64::from_le_bytes(*chunk)));
    mix(rest.iter().fold(text.len() as u64, |number, byte| number << 8 | u64::from(*byte)));
    hash & 0xffff_ffff
}
