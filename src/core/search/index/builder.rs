//! Makes the index of an archive, meeting by meeting.

use std::sync::OnceLock;

use super::Index;
use crate::core::search::field::Field;
use crate::core::search::index::numbers;
use crate::core::search::index::posting::{Places, Posting, Postings};
use crate::core::search::index::runs::Runs;
use crate::core::text::fold::{Behind, Words, pairs};
use crate::core::text::interner::Interner;
use crate::core::text::order::sorted;
use crate::core::text::ordinal::{ordinal, ordinal_word};
use crate::core::text::vocabulary::Vocabulary;

/// What a word of one field weighs against the length of a meeting: with this many, half of all that it can.
const HALF: u64 = 8;

/// An index under construction. Lines are added to the present meeting, until it is ended.
#[derive(Debug, Default)]
pub struct Builder {
    words: Interner,
    /// For each word the one that stands for the ordinal it is.
    ordinals: Vec<Option<u32>>,
    /// Every word of every meeting.
    tokens: Vec<Token>,
    /// For each meeting where its tokens end.
    ends: Vec<usize>,
    joined: String,
    /// What many meetings have in common, by name, with its tokens.
    shared: Interner,
    shared_tokens: Vec<Vec<Token>>,
}

/// A word of a meeting: the word's number, then three bits for the field and one that tells whether it stands behind the
/// word before it, or at the same place. There are as many as the archive has words, so they are kept small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Token(u32);

/// How far a word stands behind the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Step {
    /// It is the next word.
    One,
    /// It stands for the same word, or for none that is there.
    None,
}

impl Token {
    /// Stands between two lines.
    const NEW_LINE: Self = Self(u32::MAX);

    fn new(word: u32, field: Field, step: Step) -> Self {
        Self(word << 4 | (field as u32) << 1 | step as u32)
    }

    fn word(self) -> usize {
        (self.0 >> 4) as usize
    }

    /// The field's number in [`Field::ALL`].
    fn field(self) -> u64 {
        u64::from(self.0 >> 1 & 7)
    }

    /// How many places further it stands.
    fn places(self) -> u32 {
        u32::from(self.0 & 1 == Step::One as u32)
    }
}

/// Where a word stands: the meeting in the upper half, then the place in it, then three bits for the field.
#[derive(Debug, Clone, Copy, Default)]
struct Stand(u64);

impl Stand {
    fn new(meeting: usize, place: u32, token: Token) -> Self {
        Self((meeting as u64) << 32 | u64::from(place) << 3 | token.field())
    }

    fn meeting(self) -> usize {
        (self.0 >> 32) as usize
    }

    fn place(self) -> u32 {
        self.0 as u32 >> 3
    }

    fn weight(self) -> u32 {
        Field::ALL[(self.0 & 7) as usize].weight()
    }
}

impl Builder {
    /// Makes room for the words of a dataset of so many bytes, of which a word takes some seven.
    pub fn reserve(&mut self, bytes: usize) {
        self.tokens.reserve(bytes / 6);
    }

    /// Adds the words of a text to the present meeting.
    pub fn line(&mut self, field: Field, text: &str) {
        let mut words = Words::new(text);
        // The words that only a hyphen or an apostrophe stands between, one behind the other.
        let mut joined = std::mem::take(&mut self.joined);
        let mut pieces = 0;
        loop {
            let start = joined.len();
            let word = words.next(&mut joined);
            if !word.is_some_and(|word| word.behind == Behind::Joiner && !word.is_run) {
                // Numbers with a hyphen, as in 18-19, are not one.
                if pieces > 1 && !joined.as_bytes()[0].is_ascii_digit() {
                    self.token(&joined[..start], field, Step::None);
                }
                joined.drain(..start);
                pieces = 0;
            }
            let Some(word) = word else { break };
            if word.is_run {
                pairs(&joined).for_each(|pair| _ = self.token(pair, field, Step::One));
                joined.clear();
                continue;
            }
            let piece = if pieces == 0 { 0 } else { start };
            pieces += 1;
            let number = self.token(&joined[piece..], field, Step::One);
            if let Some(Some(ordinal)) = self.ordinals.get(number as usize) {
                self.tokens.push(Token::new(*ordinal, field, Step::None));
            }
        }
        self.joined = joined;
        self.tokens.push(Token::NEW_LINE);
    }

    /// Adds lines that many meetings have in common; they are made and read only when their name first comes.
    pub fn shared(&mut self, field: Field, name: &str, lines: &dyn Fn() -> Vec<String>) {
        let number = self.shared.number(name) as usize;
        if number == self.shared_tokens.len() {
            let start = self.tokens.len();
            lines().iter().for_each(|line| self.line(field, line));
            self.shared_tokens.push(self.tokens[start..].to_vec());
        } else {
            self.tokens.extend_from_slice(&self.shared_tokens[number]);
        }
    }

    /// Adds a word that stands nowhere, such as a date's, to the present meeting.
    pub fn word(&mut self, field: Field, word: &str) {
        self.token(word, field, Step::None);
    }

    /// Ends the present meeting; the next begins.
    pub fn end_meeting(&mut self) {
        self.ends.push(self.tokens.len());
    }

    fn token(&mut self, word: &str, field: Field, step: Step) -> u32 {
        let number = self.number(word);
        self.tokens.push(Token::new(number, field, step));
        number
    }

    fn number(&mut self, word: &str) -> u32 {
        let number = self.words.number(word);
        if number as usize == self.ordinals.len() {
            let ordinal = ordinal(word).map(ordinal_word);
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
        let order = in_order(&vocabulary);
        let (stands, word_ends, lengths) = stands_by_word(&tokens, &ends, meetings, &order);
        drop(tokens);
        let all: u64 = lengths.iter().map(|length| u64::from(*length)).sum();
        let average = (all / (lengths.len() as u64).max(1)).max(1);
        let mut words = Vocabulary::default();
        words.letters.reserve_exact(vocabulary.letters.len());
        let (mut postings, mut places) = (Postings::default(), Places::default());
        let mut start = 0;
        for (number, end) in order.into_iter().zip(word_ends) {
            words.push(vocabulary.word(number));
            postings.firsts.push(postings.postings.len() as u32);
            places.firsts.push(places.bytes.len() as u32);
            let mut of_word = &stands[start..end as usize];
            while let Some(first) = of_word.first() {
                let meeting = first.meeting();
                let count = of_word.iter().take_while(|stand| stand.meeting() == meeting).count();
                let (here, rest) = of_word.split_at(count);
                let weight: u32 = here.iter().map(|stand| stand.weight()).sum();
                postings.postings.push(Posting::new(meeting, saturated(weight, lengths[meeting], average)));
                numbers::write(&mut places.bytes, count as u32);
                let mut before = 0;
                for stand in here {
                    numbers::write(&mut places.bytes, stand.place() - before);
                    before = stand.place();
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
            later: OnceLock::new(),
        }
    }
}

/// The numbers of words in the words' order.
fn in_order(vocabulary: &Vocabulary) -> Vec<usize> {
    // Most words differ in their first eight bytes.
    let begins = |word: &str| word.bytes().chain([0; 8]).take(8).fold(0, |all, byte| all << 8 | u64::from(byte));
    let beginnings: Vec<u64> = (0..vocabulary.len()).map(|at| begins(vocabulary.word(at))).collect();
    sorted(vocabulary.len(), &|a, b| {
        beginnings[a].cmp(&beginnings[b]).then_with(|| vocabulary.word(a).cmp(vocabulary.word(b)))
    })
}

/// Where all words stand, word by word in their order and in each in the order of meetings and places; for each word where
/// its stands end; and how many places each meeting has.
fn stands_by_word(
    tokens: &[Token],
    ends: &[usize],
    meetings: &[usize],
    order: &[usize],
) -> (Vec<Stand>, Vec<u32>, Vec<u32>) {
    let mut ranks = vec![0u32; order.len()];
    for (rank, number) in order.iter().enumerate() {
        ranks[*number] = rank as u32;
    }
    let mut slots = vec![0u32; order.len() + 1];
    for token in tokens.iter().filter(|token| **token != Token::NEW_LINE) {
        slots[ranks[token.word()] as usize + 1] += 1;
    }
    for rank in 0..order.len() {
        slots[rank + 1] += slots[rank];
    }
    let mut stands = vec![Stand::default(); slots.last().map_or(0, |count| *count as usize)];
    let mut lengths: Vec<u32> = Vec::with_capacity(ends.len());
    for (meeting, added) in meetings.iter().enumerate() {
        let mut place = 0;
        let start = added.checked_sub(1).map_or(0, |before| ends[before]);
        for token in &tokens[start..ends[*added]] {
            if *token == Token::NEW_LINE {
                place += 1;
                continue;
            }
            place += token.places();
            let slot = &mut slots[ranks[token.word()] as usize];
            stands[*slot as usize] = Stand::new(meeting, place, *token);
            *slot += 1;
        }
        lengths.push(place);
    }
    // Every slot has moved from where the stands of its word begin to where they end.
    (stands, slots, lengths)
}

/// BM25F's weight of a word in a meeting, without what the word's rarity adds, from 1 to 255: more of the same word adds
/// less and less, and in a long meeting less than in a short one.
///
/// `weight` is the sum of the fields' weights, lengths are in words. Robertson, Zaragoza, Taylor: Simple BM25 extension to
/// multiple weighted fields (2004), with b = ½.
fn saturated(weight: u32, length: u32, average: u64) -> u32 {
    let weight = u64::from(weight) * 2 * average;
    (255 * weight / (weight + HALF * (average + u64::from(length)))).max(1) as u32
}
