//! Many words in little memory.

/// Words in their order, one after another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// The letters of all words.
    pub letters: String,
    /// Where each word ends.
    ends: Vec<u32>,
}

impl Vocabulary {
    /// The number of words.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no word.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds a word behind the others.
    pub fn push(&mut self, word: &str) {
        self.letters.push_str(word);
        self.ends.push(self.letters.len() as u32);
    }

    /// The word at this position; an empty one past the last.
    pub fn word(&self, at: usize) -> &str {
        let end = |at: usize| self.ends.get(at).map(|end| *end as usize);
        let start = at.checked_sub(1).map_or(Some(0), end);
        start.zip(end(at)).and_then(|(start, end)| self.letters.get(start..end)).unwrap_or_default()
    }
}
