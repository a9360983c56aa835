//! Shows a reader why a meeting was found: marks on the words, and excerpts.

use crate::core::archive::names::Names;
use crate::core::archive::{Archive, Meeting};
use crate::core::search::asked::Sought;
use crate::core::search::index::later::{LATER, starts as later_starts};
use crate::core::search::meeting_text::{Line, lines};
use crate::core::text::fold::{Behind, Word, Words};
use crate::core::text::letters::{Role, read};
use crate::core::text::ordinal::{ordinal, ordinal_word};

/// A stretch of a text, and whether it is a hit.
pub type Stretch<'a> = (&'a str, bool);

/// A text cut into stretches that are hits and stretches that are not; together they are the text. `hits` are the words found
/// for each thing asked for.
///
/// ```
/// use meetings::core::search::asked::Sought;
/// use meetings::core::search::highlight::mark;
/// let found = [vec![Sought { word: "saari".to_owned(), is_open: true }]];
/// assert_eq!(mark("In Saariselkä", &found), [("In ", false), ("Saari", true), ("selkä", false)]);
/// ```
pub fn mark<'a>(text: &'a str, hits: &[Vec<Sought>]) -> Vec<Stretch<'a>> {
    let mut stretches = Vec::new();
    let mut done = 0;
    each_hit(text, &mut hits.iter().flatten(), &mut |start, end| {
        if start > done {
            stretches.push((&text[done..start], false));
        }
        stretches.push((&text[start..end], true));
        done = end;
    });
    if done < text.len() {
        stretches.push((&text[done..], false));
    }
    stretches
}

/// Tells from where to where a text is hit, in order.
fn each_hit(text: &str, hits: &mut dyn Iterator<Item = &Sought>, tell: &mut dyn FnMut(usize, usize)) {
    let hits: Vec<&Sought> = hits.collect();
    if hits.is_empty() {
        return;
    }
    // Words that a hyphen joins are also one word.
    let mut joined: Vec<(usize, usize)> = Vec::new();
    let mut words = Words::new(text);
    loop {
        let word = words.next(&mut String::new());
        if !word.is_some_and(|word| word.behind == Behind::Joiner && !word.is_run) {
            each_hit_of_joined(text, &joined, &hits, tell);
            joined.clear();
        }
        match word {
            Some(word) if word.is_run => each_hit_in_run(&text[word.start..word.end], word.start, &hits, tell),
            Some(word) => joined.push((word.start, word.end)),
            None => break,
        }
    }
}

/// Tells the hits of words that hyphens join: all of them together, or else each.
fn each_hit_of_joined(text: &str, words: &[(usize, usize)], hits: &[&Sought], tell: &mut dyn FnMut(usize, usize)) {
    if let [(start, _), .., (_, end)] = words
        && covers(&text[*start..*end], hits).is_some()
    {
        return tell(*start, *end);
    }
    for (start, end) in words {
        let word = &text[*start..*end];
        let hit = covers(word, hits).map(|length| (0, length)).or_else(|| within(word, hits));
        if let Some((from, to)) = hit {
            tell(start + from, start + to);
        }
    }
}

/// A letter as the reader sees it, with the marks on it: where it ends in the text, and where in the folded text.
type Letter = (usize, usize);

/// The letters of a text, and the text folded.
fn letters_of(text: &str) -> (Vec<Letter>, String) {
    let mut folded = String::new();
    let mut letters: Vec<Letter> = Vec::new();
    for (at, char) in text.char_indices() {
        let (before, end) = (folded.len(), at + char.len_utf8());
        let role = read(char, &mut folded);
        if folded.len() > before {
            letters.push((end, folded.len()));
        } else if role != Role::Between
            && let Some((last, _)) = letters.last_mut()
            && *last == at
        {
            // Marks that follow a letter belong to it.
            *last = end;
        }
    }
    (letters, folded)
}

/// The length in bytes of the longest hit at the beginning of `word`, a word as the reader sees it.
fn covers(word: &str, hits: &[&Sought]) -> Option<usize> {
    let (letters, folded) = letters_of(word);
    let mut longest = None;
    let mut before = 0;
    for (end, folded_end) in letters {
        let is_whole = folded_end == folded.len();
        let is_hit = |hit: &&Sought| {
            let length = hit.word.len();
            // Of a letter that folds to two, as ß does, half may have been typed.
            let ends_here = before < length && length <= folded_end && folded.starts_with(&hit.word);
            ends_here && (hit.is_open || (is_whole && length == folded_end))
        };
        if hits.iter().any(is_hit) {
            longest = Some(end);
        }
        before = folded_end;
    }
    let is_ordinal = |number| hits.iter().any(|hit| hit.word == ordinal_word(number));
    if ordinal(&folded).is_some_and(is_ordinal) { Some(word.len()) } else { longest }
}

/// From where to where a word, as the reader sees it, is hit by a later part of it.
fn within(word: &str, hits: &[&Sought]) -> Option<(usize, usize)> {
    let mut parts = hits.iter().filter_map(|hit| hit.word.strip_prefix(LATER)).peekable();
    parts.peek()?;
    let (letters, folded) = letters_of(word);
    let starts: Vec<usize> = later_starts(&folded).collect();
    parts.find_map(|part| {
        let from = *starts.iter().find(|start| folded[**start..].starts_with(part))?;
        let end = |before: usize| letters.iter().find(|(_, folded_end)| *folded_end >= before).map(|(end, _)| *end);
        Some((end(from)?, end(from + part.len())?))
    })
}

/// Tells the hits in a run of letters of a script without spaces, which begins at `start`.
fn each_hit_in_run(run: &str, start: usize, hits: &[&Sought], tell: &mut dyn FnMut(usize, usize)) {
    let (letters, folded) = letters_of(run);
    let found = |word: &str| folded.match_indices(word).map(|(at, word)| (at, at + word.len())).collect::<Vec<_>>();
    let found: Vec<(usize, usize)> =
        hits.iter().filter(|hit| !hit.word.is_empty()).flat_map(|hit| found(&hit.word)).collect();
    // Where what is hit now began, and where it ends so far.
    let mut hit: Option<(usize, usize)> = None;
    let mut before = (0, 0);
    for (end, folded_end) in letters {
        if found.iter().any(|(from, to)| *from < folded_end && before.1 < *to) {
            hit = Some((hit.map_or(before.0, |(from, _)| from), end));
        } else if let Some((from, to)) = hit.take() {
            tell(start + from, start + to);
        }
        before = (end, folded_end);
    }
    if let Some((from, to)) = hit {
        tell(start + from, start + to);
    }
}

/// Why a meeting was found, as far as its row in the list does not show it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The lines that the row does not have.
    pub lines: Vec<String>,
    /// The words of which only a later part is asked for.
    pub within: Vec<String>,
}

/// The lines of a meeting that its row in the list does not mark and that hold a word found: one for each thing asked for
/// that the row itself does not mark, and beyond those up to `count` in all, so that a reader sees why the meeting was
/// found.
pub fn excerpts(archive: &Archive, meeting: &Meeting, names: &Names, hits: &[Vec<Sought>], count: usize) -> Told {
    let (shown, hidden): (Vec<Line>, Vec<Line>) =
        lines(archive, meeting, names).into_iter().partition(|line| line.is_in_row);
    let is_in = |line: &str, hits: &[Sought]| {
        let mut is_in = false;
        each_hit(line, &mut hits.iter(), &mut |_, _| is_in = true);
        is_in
    };
    let within = words_within(shown.iter().chain(&hidden), hits);
    let mut unseen: Vec<&[Sought]> = hits.iter().map(Vec::as_slice).filter(|hits| !hits.is_empty()).collect();
    unseen.retain(|hits| !shown.iter().any(|line| is_in(&line.text, hits)));
    let mut found: Vec<String> = Vec::new();
    for Line { text: line, .. } in hidden {
        // A place is called the same in several languages.
        if shown.iter().any(|shown| shown.text == line) {
            continue;
        }
        let before = unseen.len();
        unseen.retain(|hits| !is_in(&line, hits));
        let tells_more = unseen.len() < before || (found.len() < count && hits.iter().any(|hits| is_in(&line, hits)));
        if tells_more && !found.contains(&line) {
            found.push(line);
        }
    }
    Told { lines: found, within }
}

/// For each thing asked for that no line has otherwise, the first word of which it is a later part.
fn words_within<'a>(lines: impl Iterator<Item = &'a Line> + Clone, hits: &[Vec<Sought>]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for hits in hits.iter().filter(|hits| hits.iter().any(|hit| hit.word.starts_with(LATER))) {
        let (parts, others): (Vec<&Sought>, Vec<&Sought>) = hits.iter().partition(|hit| hit.word.starts_with(LATER));
        let mut is_otherwise = false;
        let mut word = None;
        for line in lines.clone() {
            each_hit(&line.text, &mut others.iter().copied(), &mut |_, _| is_otherwise = true);
            let mut words = Words::new(&line.text);
            while let Some(Word { start, end, .. }) = words.next(&mut String::new()) {
                let of = &line.text[start..end];
                if word.is_none() && within(of, &parts).is_some() {
                    word = Some(of.to_owned());
                }
            }
        }
        found.extend(word.filter(|word| !is_otherwise && !found.contains(word)));
    }
    found
}

/// A text with the words put right that were read as having a mistake (each with what it was read as), in the letters of the
/// first meeting shown.
pub fn read_as(text: &str, mended: &[(String, String)], first: Option<(&Archive, &Meeting)>, names: &Names) -> String {
    let mut text = text.to_owned();
    for (typed, read) in mended {
        let (mut words, mut folded) = (Words::new(&text), String::new());
        while let Some(word) = words.next(&mut folded) {
            if folded == *typed {
                let spelled = first.and_then(|(archive, meeting)| spelled(archive, meeting, names, read));
                text.replace_range(word.start..word.end, &spelled.unwrap_or_else(|| read.clone()));
                break;
            }
            folded.clear();
        }
    }
    text
}

/// The word of a meeting that folds to `word`, as readers see it.
fn spelled(archive: &Archive, meeting: &Meeting, names: &Names, word: &str) -> Option<String> {
    let sought = [Sought { word: word.to_owned(), is_open: false }];
    let mut spelled = None;
    for Line { text: line, .. } in lines(archive, meeting, names) {
        each_hit(&line, &mut sought.iter(), &mut |start, end| {
            spelled.get_or_insert_with(|| line[start..end].to_owned());
        });
    }
    spelled
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(text: &str, hits: &[(&str, bool)]) -> String {
        let hits = hits.iter().map(|(word, is_open)| Sought { word: (*word).to_owned(), is_open: *is_open });
        let stretches = mark(text, &[hits.collect()]);
        stretches
            .into_iter()
            .map(|(stretch, hit)| if hit { format!("[{stretch}]") } else { stretch.to_owned() })
            .collect()
    }

    #[test]
    fn hits_are_marked_on_the_readers_own_letters() {
        for (text, hits, expected) in [
            ("Saariselkä, Finland", &[("saariselka", false)][..], "[Saariselkä], Finland"),
            ("Saariselka\u{308}, Finland", &[("saariselka", false)], "[Saariselka\u{308}], Finland"),
            ("Saariselkä", &[("saar", true)], "[Saar]iselkä"),
            ("forest and mining", &[("forest", false), ("mi", true)], "[forest] and [mi]ning"),
            ("forestry", &[("forest", false)], "forestry"),
            ("Петрозаводск", &[("петро", true)], "[Петро]заводск"),
            ("Straße", &[("stras", true)], "[Straß]e"),
            ("Tuomioja’s", &[("tuomioja", false)], "[Tuomioja]’s"),
            ("Йошкар-Ола!", &[("иошкарола", false)], "[Йошкар-Ола]!"),
            ("the 8th and eighth", &[("\u{3}8", false)], "the [8th] and [eighth]"),
            ("a b c", &[], "a b c"),
            ("Κόσμος", &[("κοσμοσ", false)], "[Κόσμος]"),
            (
                "Wirt\u{ad}schafts\u{ad}forum\u{ad} x",
                &[("wirtschaftsforum", false)],
                "[Wirt\u{ad}schafts\u{ad}forum]\u{ad} x",
            ),
            ("مُؤْتَمَر الشَّمال", &[("موتمر", false)], "[مُؤْتَمَر] الشَّمال"),
            ("ﬁnal", &[("f", true)], "[ﬁ]nal"),
            ("第二回北方会議", &[("会議", false)], "第二回北方[会議]"),
            ("経フォーラム", &[("フォ", false), ("ォー", false), ("ーラ", false), ("ラム", false)], "経[フォーラム]"),
            ("がき", &[("き", true)], "が[き]"),
            ("北a北", &[("北", true)], "[北]a[北]"),
            ("Industripartnerskapsmøtet", &[("\u{4}partnerskap", true)], "Industri[partnerskap]smøtet"),
            ("Møte, sjømøte, bymøte", &[("møte", false), ("\u{4}mote", true)], "Møte, sjø[møte], bymøte"),
        ] {
            assert_eq!(marked(text, hits), expected, "{text} / {hits:?}");
        }
    }

    proptest! {
        #[test]
        fn the_stretches_are_the_text(text in "\\PC{0,40}|[a-c' -]{0,20}", word in "[a-c]{1,3}", is_open: bool) {
            let stretches = mark(&text, &[vec![Sought { word, is_open }]]);
            prop_assert_eq!(stretches.iter().map(|(stretch, _)| *stretch).collect::<String>(), text);
        }
    }
}
