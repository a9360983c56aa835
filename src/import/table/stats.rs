//! What the values of a column look like, counted once.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::core::archive::values::is_web_address;
use crate::import::piece::{Kind, Table};
use crate::import::table::attendance::{is_attendance, is_presence};
use crate::import::table::dates::cell::{told, told_loosely};
use crate::import::table::dates::clock::clocks;
use crate::import::table::dates::unknown::{is_no_day, is_unknown};
use crate::import::table::documents::has_address;
use crate::import::table::private::is_mail;

/// What the values of a column look like.
#[derive(Debug, Clone, Default)]
pub struct Stats {
    /// How many rows have something in it.
    pub filled: usize,
    /// How many different values it has, counted up to [`MANY`].
    pub distinct: usize,
    /// How many are dates, or stand for an unknown one.
    pub dates: usize,
    /// How many tell a day or a year beside other words.
    pub loose: usize,
    /// How many are times of day.
    pub clocks: usize,
    /// How many are web addresses and nothing else.
    pub addresses: usize,
    /// How many have a web address in them.
    pub with_address: usize,
    /// How many are numbers.
    pub numbers: usize,
    /// How many are numbers of items, such as `4`, `4.1` and `12/19`.
    pub short: usize,
    /// How many are addresses of mail.
    pub mails: usize,
    /// How many begin as a length of time does.
    pub lengths: usize,
    /// How many are days of the week.
    pub weekdays: usize,
    /// How many are `true` or `false`.
    pub flags: usize,
    /// How many only say whether somebody came.
    pub attendance: usize,
    /// How many say so in words that answer no other question.
    pub presence: usize,
    /// The signs of all values.
    pub signs: usize,
    /// The first value.
    pub first: String,
}

/// Different values are counted up to so many.
pub const MANY: usize = 20_000;

/// So many rows tell what values look like.
pub const SAMPLE: usize = 2_000;

impl Stats {
    /// Whether a count is nearly all of the values that were looked at.
    pub fn is_most(&self, count: usize) -> bool {
        let looked = self.filled.min(SAMPLE);
        looked > 0 && count * 10 >= looked * 8
    }

    /// The usual length of a value.
    pub fn length(&self) -> usize {
        self.signs / self.filled.max(1)
    }
}

/// What the values of each of so many columns look like, from a row on.
pub fn stats(table: &Table, body: usize, columns: usize) -> Vec<Stats> {
    (0..columns).map(|at| of_column(table, body, at)).collect()
}

fn of_column(table: &Table, body: usize, at: usize) -> Stats {
    let mut stats = Stats::default();
    let mut seen = HashSet::new();
    for row in table.rows.iter().skip(body) {
        let text = row.text(at).trim();
        if text.is_empty() || is_unknown(text) {
            continue;
        }
        stats.filled += 1;
        stats.signs += text.len();
        if stats.first.is_empty() {
            stats.first = text.to_owned();
        }
        if seen.len() < MANY {
            let mut hasher = DefaultHasher::new();
            text.hash(&mut hasher);
            seen.insert(hasher.finish());
        }
        if stats.filled <= SAMPLE {
            look(&mut stats, text, row.kind(at));
        }
    }
    stats.distinct = seen.len();
    stats
}

fn look(stats: &mut Stats, text: &str, kind: Kind) {
    let is_number = kind == Kind::Number || text.replace(',', ".").parse::<f64>().is_ok();
    // A number can be a day as spreadsheets count them; it is one where the heading says so.
    let is_date = kind == Kind::Date || is_no_day(text) || (kind != Kind::Time && told(text, kind).is_some());
    stats.dates += usize::from(is_date);
    stats.loose += usize::from(!is_date && kind == Kind::Text && told_loosely(text, kind).is_some());
    stats.clocks += usize::from(kind == Kind::Time || clocks(text).is_some());
    stats.addresses += usize::from(is_web_address(text));
    stats.with_address += usize::from(has_address(text));
    stats.numbers += usize::from(is_number);
    let is_short = |text: &str| {
        text.len() <= 8
            && text.starts_with(|char: char| char.is_ascii_digit() || char == '§')
            && text
                .chars()
                .all(|char| char.is_ascii_digit() || matches!(char, '.' | '/' | ')' | '§' | ' ' | '-' | 'a'..='d'))
    };
    stats.short += usize::from(is_short(text));
    stats.mails += usize::from(is_mail(text));
    let is_length = text.starts_with(|char: char| char.is_ascii_digit() || char == 'P') && text.len() <= 20;
    stats.lengths += usize::from(is_length && !text.contains(['/', '\\']));
    stats.flags += usize::from(kind == Kind::Flag || matches!(text, "true" | "false" | "TRUE" | "FALSE"));
    stats.attendance += usize::from(is_attendance(text));
    stats.presence += usize::from(is_presence(text));
    stats.weekdays += usize::from(super::dates::tokens::weekday(&crate::core::text::fold::fold(text)).is_some());
}
