//! Makes the index of an archive, meeting by meeting.

use super::{Index, ORDINAL, Places, Posting, Postings, Runs, Vocabulary, code};
use crate::core::fold::Words;
use crate::core::interner::Interner;
use crate::core::order::sorted;
use crate::core::searched::Part;
use crate::core::spelling::ordinal;

/// What a word of one part weighs against the length of a meeting: with this many, half of all that it can.
const HALF: u64 = 8;
/// Tells of a token that it stands where the token before it stands.
const SAME_PLACE: u32 = 1;
/// Stands between two lines.
const NEW_LINE: u32 = u32::MAX;

/// An index under construction. Lines are added to the present meeting, until it is ended.
#[derive(Debug, Default)]
pub struct Builder {
    words: Interner,
    /// For each word the one that stands for the ordinal it is.
    ordinals: Vec<Option<u32>>,
    /// Every word of every meeting: the number of the word, then four bits: three for the part, one for the place.
    tokens: Vec<u32>,
    /// For each meeting where its tokens end.
    ends: Vec<usize>,
    joined: String,
    /// What many meetings have in common, by name, with its tokens.
    shared: Interner,
    shared_tokens: Vec<Vec<u32>>,
}

impl Builder {
    /// Makes room for the words of a dataset of so many bytes, of which a word takes some seven.
    pub fn reserve(&mut self, bytes: usize) {
        self.tokens.reserve(bytes / 6);
    }

    /// Adds the words of a text to the present meeting.
    pub fn line(&mut self, part: Part, text: &str) {
        let mut words = Words::of(text);
        // The words that only a hyphen or an apostrophe stands between, one behind the other.
        let mut joined = std::mem::take(&mut self.joined);
        let mut pieces = 0;
        loop {
            let start = joined.len();
            let word = words.next(&mut joined);
            if !word.is_some_and(|word| word.is_joined) {
                // Numbers with a hyphen, as in 18-19, are not one.
                if pieces > 1 && !joined.as_bytes()[0].is_ascii_digit() {
                    self.token(&joined[..start], part, SAME_PLACE);
                }
                joined.drain(..start);
                pieces = 0;
            }
            if word.is_none() {
                break;
            }
            let piece = if pieces == 0 { 0 } else { start };
            pieces += 1;
            let number = self.token(&joined[piece..], part, 0);
            if let Some(Some(ordinal)) = self.ordinals.get(number as usize) {
                self.tokens.push(pack(*ordinal, part, SAME_PLACE));
            }
        }
        self.joined = joined;
        self.tokens.push(NEW_LINE);
    }

    /// Adds lines that many meetings have in common; they are made and read only when their name first comes.
    pub fn shared(&mut self, part: Part, name: &str, lines: &dyn Fn() -> Vec<String>) {
        let number = self.shared.number(name) as usize;
        if number == self.shared_tokens.len() {
            let start = self.tokens.len();
            lines().iter().for_each(|line| self.line(part, line));
            self.shared_tokens.push(self.tokens[start..].to_vec());
        } else {
            self.tokens.extend_from_slice(&self.shared_tokens[number]);
        }
    }

    /// Adds a word that stands nowhere, such as a date's, to the present meeting.
    pub fn word(&mut self, part: Part, word: &str) {
        self.token(word, part, SAME_PLACE);
    }

    /// Ends the present meeting; the next begins.
    pub fn end_meeting(&mut self) {
        self.ends.push(self.tokens.len());
    }

    fn token(&mut self, word: &str, part: Part, place: u32) -> u32 {
        let number = self.number(word);
        self.tokens.push(pack(number, part, place));
        number
    }

    fn number(&mut self, word: &str) -> u32 {
        let number = self.words.number(word);
        if number as usize == self.ordinals.len() {
            let ordinal = ordinal(word).map(|ordinal| format!("{ORDINAL}{ordinal}"));
            // An ordinal's own word is none; it may be new too, and then stands behind this one.
            self.ordinals.push(None);
            let ordinal = ordinal.map(|ordinal| self.number(&ordinal));
            self.ordinals[number as usize] = ordinal;
        }
        number
    }

    /// The finished index, with the meetings in an order: for each position which of those added stands there.
    pub fn finish(self, meetings: &[usize]) -> Index {
        let Self { words: Interner { vocabulary, .. }, tokens, ends, .. } = self;
        // Most words differ in their first eight bytes.
        let begins = |word: &str| word.bytes().chain([0; 8]).take(8).fold(0, |all, byte| all << 8 | u64::from(byte));
        let beginnings: Vec<u64> = (0..vocabulary.len()).map(|at| begins(vocabulary.word(at))).collect();
        let order = sorted(vocabulary.len(), &|a, b| {
            beginnings[a].cmp(&beginnings[b]).then_with(|| vocabulary.word(a).cmp(vocabulary.word(b)))
        });
        let mut ranks = vec![0u32; order.len()];
        for (rank, number) in order.iter().enumerate() {
            ranks[*number] = rank as u32;
        }
        // Every token goes to its word, where tokens stay in the order of meetings and places.
        let is_word = |token: &&u32| **token != NEW_LINE;
        let mut slots = vec![0u32; order.len() + 1];
        for token in tokens.iter().filter(is_word) {
            slots[ranks[(token >> 4) as usize] as usize + 1] += 1;
        }
        for rank in 0..order.len() {
            slots[rank + 1] += slots[rank];
        }
        let mut stands = vec![0u64; slots.last().map_or(0, |count| *count as usize)];
        let mut lengths: Vec<u32> = Vec::with_capacity(ends.len());
        for (meeting, added) in meetings.iter().enumerate() {
            let mut place = 0;
            let start = added.checked_sub(1).map_or(0, |before| ends[before]);
            for token in &tokens[start..ends[*added]] {
                if *token == NEW_LINE {
                    place += 1;
                    continue;
                }
                place += u32::from(token & 1 != SAME_PLACE);
                let slot = &mut slots[ranks[(token >> 4) as usize] as usize];
                stands[*slot as usize] = (meeting as u64) << 32 | u64::from(place) << 3 | u64::from(token >> 1 & 7);
                *slot += 1;
            }
            lengths.push(place);
        }
        drop(tokens);
        let all: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
        let average = (all / (lengths.len() as u64).max(1)).max(1);
        let mut words = Vocabulary::default();
        words.letters.reserve_exact(vocabulary.letters.len());
        let (mut postings, mut places) = (Postings::default(), Places::default());
        // Now every slot is where the stands of its word end.
        let mut start = 0;
        for (number, end) in order.into_iter().zip(slots) {
            words.push(vocabulary.word(number));
            postings.firsts.push(postings.postings.len() as u32);
            places.firsts.push(places.bytes.len() as u32);
            let mut of_word = &stands[start..end as usize];
            while let Some(first) = of_word.first() {
                let meeting = first >> 32;
                let count = of_word.iter().take_while(|stand| **stand >> 32 == meeting).count();
                let (here, rest) = of_word.split_at(count);
                let weight: u32 = here.iter().map(|stand| Part::ALL[(stand & 7) as usize].weight()).sum();
                let length = lengths[meeting as usize];
                postings.postings.push(Posting((meeting as u32) << 8 | saturated(weight, length, average)));
                code::write(&mut places.bytes, count as u32);
                let mut before = 0;
                for stand in here {
                    let place = (*stand as u32) >> 3;
                    code::write(&mut places.bytes, place - before);
                    before = place;
                }
                of_word = rest;
            }
            start = end as usize;
        }
        postings.firsts.push(postings.postings.len() as u32);
        places.firsts.push(places.bytes.len() as u32);
        let count = words.len();
        let mut first_words = Vocabulary::default();
        first_words.push(words.word(0));
        Index {
            meetings: ends.len(),
            first_words,
            words: Runs::whole(words, count),
            postings: Runs::whole(postings, count),
            places: Runs::whole(places, count),
            ..Index::default()
        }
    }
}

fn pack(number: u32, part: Part, place: u32) -> u32 {
    number << 4 | (part as u32) << 1 | place
}

/// BM25F's weight of a word in a meeting, without what the word's rarity adds, from 1 to 255: more of the same word adds
/// less and less, and in a long meeting less than in a short one.
///
/// `weight` is the sum of the parts' weights, lengths are in words. Robertson, Zaragoza, Taylor: Simple BM25 extension to
/// multiple weighted fields (2004), with b = ½.
fn saturated(weight: u32, length: u32, average: u64) -> u32 {
    let weight = u64::from(weight) * 2 * average;
    (255 * weight / (weight + HALF * (average + u64::from(length)))).max(1) as u32
}
