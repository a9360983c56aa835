//! Numbers in place of texts.

use super::index::Vocabulary;

/// Gives texts numbers, in the order in which they first come.
#[derive(Debug, Default)]
pub struct Interner {
    /// The texts by their numbers.
    pub vocabulary: Vocabulary,
    /// An open hash table of the numbers, each one more than it is; 0 is free.
    table: Vec<u32>,
}

impl Interner {
    /// The number of a text; a new one for a new text.
    pub fn number(&mut self, word: &str) -> u32 {
        if self.vocabulary.len() * 2 >= self.table.len() {
            self.grow();
        }
        let slot = self.slot(word);
        if self.table[slot] == 0 {
            self.vocabulary.push(word);
            self.table[slot] = self.vocabulary.len() as u32;
        }
        self.table[slot] - 1
    }

    /// The slot where the word is or would be.
    fn slot(&self, word: &str) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = hash(word) as usize & mask;
        while self.table[slot] != 0 && self.vocabulary.word(self.table[slot] as usize - 1) != word {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn grow(&mut self) {
        self.table = vec![0; (self.table.len() * 2).max(64)];
        for number in 0..self.vocabulary.len() {
            let slot = self.slot(self.vocabulary.word(number));
            self.table[slot] = number as u32 + 1;
        }
    }
}

/// FNV-1a, with its upper half mixed in.
fn hash(word: &str) -> u32 {
    let hash = word.bytes().fold(0x811c_9dc5, |hash: u32, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash ^ hash >> 15
}
