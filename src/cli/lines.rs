//! The lines of a text: where in it a place stands, and what stands around that.

use std::ops::Range;

/// The signs that are shown of a line, and those of a longer one before a place, and from it on.
const WHOLE: usize = 160;
const BEFORE: usize = 60;
const AFTER: usize = WHOLE - BEFORE;

/// A part of a text after which its signs are counted anew.
const BLOCK: usize = 1024;

/// A text with its lines, found once.
pub struct Lines<'a> {
    text: &'a str,
    /// Where each line starts.
    starts: Vec<usize>,
    /// The number of signs before each block.
    blocks: Vec<usize>,
}

/// A place as editors count: lines and signs from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The line.
    pub line: usize,
    /// The column, in Unicode scalar values.
    pub column: usize,
}

/// The lines around a place, each cut to what can be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Around {
    /// What is shown.
    pub text: String,
    /// The number of the first line.
    pub line: usize,
    /// The place in what is shown.
    pub place: Range<usize>,
    /// Whether the beginning of the line of the place is left out.
    pub is_cut: bool,
}

impl<'a> Lines<'a> {
    /// The lines of a text.
    pub fn new(text: &'a str) -> Self {
        let starts = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let blocks = text.as_bytes().chunks(BLOCK).scan(0, |count, block| {
            *count += signs(block);
            Some(*count - signs(block))
        });
        Self { text, starts: std::iter::once(0).chain(starts).collect(), blocks: blocks.collect() }
    }

    /// The place of a byte.
    pub fn place(&self, at: usize) -> Place {
        let line = self.line(at);
        let start = self.starts.get(line).copied().unwrap_or_default();
        Place { line: line + 1, column: self.signs_before(at) - self.signs_before(start) + 1 }
    }

    /// The byte at a line and the column of bytes, each from 1.
    pub fn byte(&self, line: usize, column: usize) -> usize {
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len());
        let at = (start + column.saturating_sub(1)).min(self.text.len());
        self.text.floor_char_boundary(at)
    }

    /// The line of a byte, from 0.
    fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    fn signs_before(&self, at: usize) -> usize {
        let block = (at / BLOCK).min(self.blocks.len().saturating_sub(1));
        let rest = self.text.as_bytes().get(block * BLOCK..at).unwrap_or_default();
        self.blocks.get(block).copied().unwrap_or_default() + signs(rest)
    }

    /// A line without its end.
    fn text_of(&self, line: usize) -> Option<&'a str> {
        let start = *self.starts.get(line)?;
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        self.text.get(start..end).map(|text| text.trim_end_matches(['\n', '\r']))
    }

    /// What stands around a place: its line, and the one before and behind.
    pub fn around(&self, place: Range<usize>) -> Around {
        let line = self.line(place.start);
        let start = self.starts.get(line).copied().unwrap_or_default();
        let whole = self.text_of(line).unwrap_or_default();
        let at = (place.start - start).min(whole.len());
        let is_long = whole.char_indices().nth(WHOLE).is_some();
        let from = whole[..at].char_indices().rev().nth(BEFORE - 1).filter(|_| is_long).map_or(0, |(from, _)| from);
        let to = whole[at..].char_indices().nth(AFTER).filter(|_| is_long).map_or(whole.len(), |(to, _)| at + to);
        let mut text = String::new();
        let before = line.checked_sub(1).and_then(|line| self.text_of(line));
        if let Some(before) = before {
            push_cut(&mut text, before);
            text.push('\n');
        }
        text.push_str(if from > 0 { "…" } else { "" });
        let shift = text.len();
        text.push_str(&whole[from..to]);
        let end = (place.end - start).clamp(at, to);
        text.push_str(if to < whole.len() { "…" } else { "" });
        if let Some(after) = self.text_of(line + 1).filter(|after| !after.is_empty()) {
            text.push('\n');
            push_cut(&mut text, after);
        }
        Around {
            text,
            line: line + 1 - usize::from(before.is_some()),
            place: shift + at - from..shift + end - from,
            is_cut: from > 0,
        }
    }
}

/// The number of signs in bytes of a text.
fn signs(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// Adds the beginning of a line.
fn push_cut(text: &mut String, line: &str) {
    match line.char_indices().nth(WHOLE) {
        Some((end, _)) => {
            text.push_str(&line[..end]);
            text.push('…');
        }
        None => text.push_str(line),
    }
}
