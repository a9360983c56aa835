//! What a typed text asks for: words, "quoted phrases", what must `-not` stand there, dates and ordinals.

use crate::core::search::index::words::DATE;
use crate::core::text::fold::{Behind, Words, fold, pairs};
use crate::core::text::ordinal::{ordinal, ordinal_word};
use crate::core::text::typed_date::typed_date;

/// A word to look for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sought {
    /// The word, folded.
    pub word: String,
    /// Whether it may go on.
    pub is_open: bool,
}

/// One thing that is asked for: each way to say it is a row of words that follow each other.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wish {
    /// The ways to say it; one of them must be found.
    pub ways: Vec<Vec<Sought>>,
    /// Whether a mistake in it is forgiven: it is one word, and not quoted.
    pub is_forgiving: bool,
}

/// All that a text asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What must be found, all of it.
    pub all: Vec<Wish>,
    /// What must not be found, none of it.
    pub none: Vec<Wish>,
}

/// A stretch of the text between spaces, or between quotation marks.
struct Chunk<'a> {
    text: &'a str,
    is_quoted: bool,
    is_refused: bool,
    /// The text ends with it, but for a closing quotation mark.
    is_last: bool,
}

impl Asked {
    /// What a text asks for. Its last word may go on, since it may still be being typed.
    ///
    /// ```
    /// use meetings::core::search::asked::Asked;
    /// let asked = Asked::parse("forest -mining \"border trade\" os");
    /// // A word, a phrase, and a word that may go on …
    /// assert_eq!(asked.all.len(), 3);
    /// assert!(asked.all[2].ways[0][0].is_open);
    /// // … and one that must not be there.
    /// assert_eq!(asked.none[0].ways[0][0].word, "mining");
    /// ```
    pub fn parse(text: &str) -> Self {
        let mut asked = Self::default();
        let chunks = chunks(text);
        let mut at = 0;
        while let Some(chunk) = chunks.get(at) {
            let plain = chunks[at..].iter().take_while(|chunk| !chunk.is_quoted && !chunk.is_refused);
            let plain: Vec<&str> = plain.map(|chunk| chunk.text).collect();
            if let Some((count, date)) = typed_date(&plain) {
                asked.all.push(date_wish(&plain[..count], &date, at + count == chunks.len()));
                at += count;
                continue;
            }
            let wishes = if chunk.is_quoted { vec![phrase(chunk)] } else { wishes(chunk) };
            let into = if chunk.is_refused { &mut asked.none } else { &mut asked.all };
            into.extend(wishes.into_iter().filter(|wish| !wish.ways.is_empty()));
            at += 1;
        }
        asked
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty() && self.none.is_empty()
    }
}

fn chunks(text: &str) -> Vec<Chunk<'_>> {
    let is_quote = |char: char| matches!(char, '"' | '“' | '”' | '„' | '«' | '»');
    let mut chunks = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let stripped = rest.strip_prefix('-').filter(|rest| !rest.is_empty() && !rest.starts_with([' ', '-']));
        let is_refused = stripped.is_some();
        rest = stripped.unwrap_or(rest);
        let is_quoted = rest.starts_with(is_quote);
        if is_quoted {
            rest = rest.trim_start_matches(is_quote);
        }
        let ends = |char: char| is_quote(char) || (!is_quoted && char.is_whitespace());
        let end = rest.find(ends).unwrap_or(rest.len());
        // A quotation that is not closed is still being typed.
        let is_last = if is_quoted { end == rest.len() } else { rest[end..].trim_start().is_empty() };
        chunks.push(Chunk { text: &rest[..end], is_quoted, is_refused, is_last });
        rest = &rest[end..];
        if is_quoted {
            rest = rest.strip_prefix(is_quote).unwrap_or(rest);
        }
        rest = rest.trim_start();
    }
    chunks
}

/// A word as it is typed, folded, and whether it is a run of letters of a script without spaces.
type Typed = (String, bool);

/// Words that must follow each other; the last may go on if `is_open`. A run is looked for by pairs of its letters.
fn row(words: &[Typed], is_open: bool) -> Vec<Sought> {
    let mut row = Vec::new();
    let mut is_last_open = is_open;
    for (at, (word, is_run)) in words.iter().enumerate() {
        let is_last = at + 1 == words.len();
        let mut parts: Vec<&str> = if *is_run { pairs(word).collect() } else { vec![word] };
        if *is_run && is_last {
            // The last letter goes on with whatever follows it; but it is in the pair before.
            is_last_open = parts.len() == 1;
            parts.truncate(parts.len().max(2) - 1);
        }
        row.extend(parts.into_iter().map(|part| Sought { word: part.to_owned(), is_open: false }));
    }
    if let Some(last) = row.last_mut() {
        last.is_open = is_last_open;
    }
    row
}

fn words_of(text: &str) -> Vec<Typed> {
    let mut words = Words::new(text);
    let mut folded = String::new();
    std::iter::from_fn(|| words.next(&mut folded).map(|word| (std::mem::take(&mut folded), word.is_run))).collect()
}

fn phrase(chunk: &Chunk) -> Wish {
    let row = row(&words_of(chunk.text), chunk.is_last);
    Wish { ways: if row.is_empty() { Vec::new() } else { vec![row] }, is_forgiving: false }
}

/// A date, or its own letters wherever they stand.
fn date_wish(chunks: &[&str], date: &str, is_last: bool) -> Wish {
    // A month goes on with its days.
    let date = Sought { word: format!("{DATE}{date}"), is_open: true };
    Wish { ways: vec![vec![date], row(&words_of(&chunks.join(" ")), is_last)], is_forgiving: false }
}

/// What a stretch without spaces asks for: as a rule one word, several where something else than a hyphen or an
/// apostrophe stands between them.
fn wishes(chunk: &Chunk) -> Vec<Wish> {
    if let Some(wish) = ordinal_wish(chunk) {
        return vec![wish];
    }
    // The words of each wish follow each other.
    let mut wishes: Vec<Vec<Typed>> = Vec::new();
    let mut words = Words::new(chunk.text);
    let mut folded = String::new();
    while let Some(word) = words.next(&mut folded) {
        let typed = (std::mem::take(&mut folded), word.is_run);
        match wishes.last_mut() {
            Some(wish) if word.behind != Behind::Gap => wish.push(typed),
            _ => wishes.push(vec![typed]),
        }
    }
    let last = wishes.len().saturating_sub(1);
    wishes.iter().enumerate().map(|(at, words)| wish(words, chunk.is_last && at == last)).collect()
}

/// The ways to say words that follow each other.
fn wish(words: &[Typed], is_open: bool) -> Wish {
    let joined: String = words.iter().map(|(word, _)| word.as_str()).collect();
    let has_run = words.iter().any(|(_, is_run)| *is_run);
    let mut ways = vec![row(words, is_open)];
    if words.len() > 1 && !has_run {
        ways.insert(0, vec![Sought { word: joined, is_open }]);
    } else if let Some(number) = ordinal(&joined) {
        ways.push(vec![Sought { word: ordinal_word(number), is_open: false }]);
    }
    Wish { ways, is_forgiving: !has_run }
}

/// A number with the sign of an ordinal: `8.`, `8:e`, `8-й`.
fn ordinal_wish(chunk: &Chunk) -> Option<Wish> {
    let digits = chunk.text.find(|char: char| !char.is_ascii_digit()).map(|end| chunk.text.split_at(end));
    let (digits, sign) = digits?;
    let is_ordinal = matches!(fold(sign).as_str(), "." | ":e" | ":a" | ":s" | "-и" | "-я" | "-е" | "e" | "de");
    let number = digits.parse().ok().filter(|_| is_ordinal)?;
    let way = |word: String| vec![Sought { word, is_open: false }];
    Some(Wish { ways: vec![way(ordinal_word(number)), way(digits.to_owned())], is_forgiving: false })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is asked in short: ways by bars, words that follow each other by plus signs, a star where one may go on.
    fn short(text: &str) -> String {
        let asked = Asked::parse(text);
        let word = |sought: &Sought| {
            let word = sought.word.replace(DATE, "@").replace('\u{3}', "#");
            format!("{word}{}", if sought.is_open { "*" } else { "" })
        };
        let way = |way: &Vec<Sought>| way.iter().map(word).collect::<Vec<_>>().join("+");
        let wish = |wish: &Wish| wish.ways.iter().map(way).collect::<Vec<_>>().join("|");
        let refused = asked.none.iter().map(|none| format!("-{}", wish(none)));
        asked.all.iter().map(wish).chain(refused).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_text_asks_for_words_phrases_dates_and_ordinals() {
        for (text, expected) in [
            ("forest mining", "forest mining*"),
            ("\"forest industry\" ru", "forest+industry ru*"),
            ("\"forest industry\"", "forest+industry"),
            ("\"forest ind", "forest+ind*"),
            ("«Лесная пром» a", "лесная+пром a*"),
            ("forest -mining", "forest -mining*"),
            ("-\"a b\" c", "c* -a+b"),
            ("- a --b", "a b*"),
            ("Йошкар-Ола x", "иошкарола|иошкар+ола x*"),
            ("o'brien", "obrien*|o+brien*"),
            ("a/b c", "a b c*"),
            ("8th", "8th*|#8"),
            ("eighth meeting", "eighth|#8 meeting*"),
            ("8. 3:e 2-й", "#8|8 #3|3 #2|2"),
            ("june 2011", "@2011-06*|june+2011*"),
            ("oslo 15.6.2011 x", "oslo @2011-06-15*|15+6+2011 x*"),
            ("", ""),
            ("- \" ...", ""),
            // Of scripts without spaces pairs of letters are asked for; one letter alone may go on.
            ("経済", "経済"),
            ("フォーラム x", "フォ+ォー+ーラ+ラム x*"),
            ("経", "経*"),
            ("\"北極 経済\"", "北極+極+経済"),
            ("第8回 ab経", "第+8+回* ab+経*"),
            ("Wirt\u{ad}schaft", "wirtschaft*"),
        ] {
            assert_eq!(short(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_never_panics(text in "\\PC{0,30}|[a0-9\" «»'-]{0,20}") {
            let asked = Asked::parse(&text);
            let mut wishes = asked.all.iter().chain(&asked.none);
            prop_assert!(wishes.all(|wish| wish.ways.iter().all(|way| !way.is_empty())));
        }
    }
}
