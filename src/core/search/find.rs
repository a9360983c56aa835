//! Finds meetings by words: what a text asks for, looked up in the index.
//!
//! Order of what is found: first by the worst tier among the things asked for (said in full, begun, within a word, with a
//! mistake), then by the sum of what they weigh (BM25F in whole numbers).

use crate::core::search::asked::{Asked, Sought, Wish};
use crate::core::search::index::Reader;
use crate::core::search::index::later::{LATER, SHORTEST};
use crate::core::search::index::posting::Posting;
use crate::core::search::index::words::{BEGINNING, DATE, LONGEST_BEGINNING};
use crate::core::search::later_parts::each_with_later;
use crate::core::search::spelling::{mistaken, spellings};
use crate::core::text::order::sorted;

/// The tiers, above the lowest 24 bits of a worth: said in full, begun, within a word, with a mistake.
const WHOLE: u32 = 4 << 24;
const BEGUN: u32 = 3 << 24;
const WITHIN: u32 = 2 << 24;
const MISTAKEN: u32 = 1 << 24;
/// The part of a worth that is its tier.
pub const TIER: u32 = 0xff << 24;

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Found {
    /// For each meeting how well it matches; 0 where it does not.
    pub worth: Vec<u32>,
    /// For each thing asked for the words that it was found by.
    pub hits: Vec<Vec<Sought>>,
    /// The folded words that were read as having a mistake, each with the word of most meetings that it was read as.
    pub mended: Vec<(String, String)>,
}

/// The meetings in which all that is wanted stands, and nothing that is not. Mistakes are forgiven only where nothing is
/// found without: in the words that no meeting has, or, where each is somewhere but never all together, in all.
pub fn find(index: Reader, asked: &Asked) -> Found {
    let (mut hits, mut worths) = (Vec::new(), Vec::new());
    for wish in &asked.all {
        let mut of_wish = Vec::new();
        let mut worth = look(index, wish, &mut of_wish);
        look_within(index, wish, &mut of_wish, &mut worth);
        worths.push(worth);
        hits.push(of_wish);
    }
    let refused: Vec<Vec<u32>> = asked.none.iter().map(|wish| look(index, wish, &mut Vec::new())).collect();
    let worth = together(index, &worths, &refused);
    let mut mended = Vec::new();
    // As long as something has not come, nobody knows that nothing is found; and mistakes are looked for in all words.
    if is_anything(&worth) || !index.lacking.is_empty() {
        return Found { worth, hits, mended };
    }
    let some_are_nowhere = worths.iter().any(|worth| !is_anything(worth));
    for ((wish, worth), hits) in asked.all.iter().zip(&mut worths).zip(&mut hits) {
        if !(some_are_nowhere && is_anything(worth)) {
            mended.extend(forgive(index, wish, worth, hits));
        }
    }
    let worth = together(index, &worths, &refused);
    if !is_anything(&worth) {
        mended.clear();
    }
    Found { worth, hits, mended }
}

fn is_anything(worth: &[u32]) -> bool {
    worth.iter().any(|worth| *worth > 0)
}

/// What each meeting is worth where all of some things are asked for, and others must not be there.
fn together(index: Reader, worths: &[Vec<u32>], refused: &[Vec<u32>]) -> Vec<u32> {
    let mut all = vec![WHOLE; index.index.meetings];
    for worth in worths {
        let rarity = rarity(worth.iter().filter(|worth| **worth > 0).count(), index.index.meetings);
        for (all, worth) in all.iter_mut().zip(worth) {
            let tier = (*all & TIER).min(worth & TIER);
            let sum = (*all & !TIER) + (worth & !TIER) * rarity;
            *all = if tier == 0 { 0 } else { tier | sum.min(!TIER) };
        }
    }
    for refused in refused {
        for (all, _) in all.iter_mut().zip(refused).filter(|(_, refused)| **refused > 0) {
            *all = 0;
        }
    }
    all
}

/// How rare something is that `count` of `all` meetings have, in sixteenths, at least 1: BM25's log₂((all + 1) / (count +
/// ½)), between powers of two along a straight line.
fn rarity(count: usize, all: usize) -> u32 {
    let ratio = ((2 * all as u64 + 2) << 16) / (2 * count as u64 + 1);
    let power = ratio.max(1 << 16).ilog2();
    let sixteenths = (ratio >> (power - 4)) as u32 & 15;
    ((power - 16) * 16 + sixteenths).max(1)
}

/// What each meeting is worth for one thing asked for, without its rarity; and by which words it was found.
fn look(index: Reader, wish: &Wish, hits: &mut Vec<Sought>) -> Vec<u32> {
    let mut worth = vec![0; index.index.meetings];
    for way in &wish.ways {
        match way.as_slice() {
            [sought] => each_word(index, sought, false, hits, &mut |words, tier| {
                index.each_postings(words, &mut |postings| raise(&mut worth, postings, tier));
            }),
            row => follow(index, row, hits, &mut worth),
        }
    }
    worth
}

/// Finds what is asked for as a later part of words, where it is one word and not quoted.
fn look_within(index: Reader, wish: &Wish, hits: &mut Vec<Sought>, worth: &mut [u32]) {
    let Some([sought]) = wish.ways.first().filter(|_| wish.is_forgiving).map(Vec::as_slice) else { return };
    let mut is_any = false;
    if sought.word.chars().count() >= SHORTEST && sought.word.starts_with(char::is_alphabetic) {
        each_with_later(index, &sought.word, &mut |index, word| {
            is_any = true;
            index.each_postings(word..word + 1, &mut |postings| raise(worth, postings, WITHIN));
        });
    }
    if is_any {
        hits.push(Sought { word: format!("{LATER}{}", sought.word), is_open: true });
    }
}

fn raise(worth: &mut [u32], postings: &[Posting], tier: u32) {
    for posting in postings {
        if let Some(worth) = worth.get_mut(posting.meeting()) {
            *worth = (*worth).max(tier | posting.weight());
        }
    }
}

/// Tells the words that a word sought is found by, with their tier; `is_row` if it matters where they stand.
fn each_word(
    index: Reader,
    sought: &Sought,
    is_row: bool,
    hits: &mut Vec<Sought>,
    tell: &mut dyn FnMut(std::ops::Range<usize>, u32),
) {
    for spelling in spellings(index, &sought.word) {
        let whole = index.position(&spelling);
        if let Some(word) = whole {
            tell(word..word + 1, WHOLE);
        }
        if sought.is_open {
            // A day is in its month in full.
            let tier = if spelling.starts_with(DATE) { WHOLE } else { BEGUN };
            let may_be_one = !is_row && spelling.chars().count() <= LONGEST_BEGINNING;
            let beginning = may_be_one.then(|| format!("{BEGINNING}{spelling}"));
            // As long as nobody knows whether the beginning has postings of its own, those of all its words may be asked
            // for in vain.
            if beginning.as_ref().is_none_or(|beginning| index.knows(beginning)) {
                let all = beginning.and_then(|beginning| index.position(&beginning));
                tell(all.map_or_else(|| index.beginning_with(&spelling), |all| all..all + 1), tier);
            }
        }
        if sought.is_open || whole.is_some() {
            hits.push(Sought { word: spelling, is_open: sought.is_open });
        }
    }
}

/// Finds the words of a row where they follow each other.
fn follow(index: Reader, row: &[Sought], hits: &mut Vec<Sought>, worth: &mut [u32]) {
    let mut rows: Vec<(u64, u32)> = Vec::new();
    for (at, sought) in row.iter().enumerate() {
        // Where the word stands, the meeting above the place, and what it is worth.
        let mut stands: Vec<(u64, u32)> = Vec::new();
        each_word(index, sought, true, hits, &mut |words, tier| {
            for word in words {
                index.each_place(word, &mut |posting, place| {
                    stands.push(((posting.meeting() as u64) << 32 | u64::from(place), tier | posting.weight()));
                });
            }
        });
        let order = sorted(stands.len(), &|a, b| stands[a].cmp(&stands[b]));
        let mut stands: Vec<(u64, u32)> = order.into_iter().map(|at| stands[at]).collect();
        if at > 0 {
            stands.retain_mut(|(place, worth)| {
                let before = rows.partition_point(|(before, _)| before + 1 < *place);
                let found = rows.get(before).filter(|(before, _)| before + 1 == *place);
                *worth = found.map_or(0, |(_, before)| (*before).min(*worth));
                *worth > 0
            });
        }
        rows = stands;
    }
    for (place, found) in rows {
        if let Some(worth) = worth.get_mut((place >> 32) as usize) {
            *worth = (*worth).max(found);
        }
    }
}

/// Reads one word as written with a mistake: what meetings are worth for the words that it may be. The word typed and the
/// one of most meetings; none where there is none.
fn forgive(index: Reader, wish: &Wish, worth: &mut [u32], hits: &mut Vec<Sought>) -> Option<(String, String)> {
    let [sought] = wish.ways.first().filter(|_| wish.is_forgiving)?.as_slice() else {
        return None;
    };
    let words = mistaken(index, &sought.word);
    for word in &words {
        index.each_postings(*word..*word + 1, &mut |postings| raise(worth, postings, MISTAKEN));
        hits.push(Sought { word: index.word(*word).to_owned(), is_open: false });
    }
    // The first of those in as many meetings.
    let most = words.iter().rev().max_by_key(|word| index.meetings_with(**word))?;
    Some((sought.word.clone(), index.word(*most).to_owned()))
}
