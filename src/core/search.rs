//! Finds meetings by words: every word must stand in the meeting, the last one may be the beginning of a word.

use super::archive::{Archive, Meeting};
use super::fold::{fold, fold_char, words};
use crate::wording;

/// A word that is searched for, folded.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Needle {
    word: String,
    /// Whether the word may go on.
    prefix: bool,
}

/// The words of a query.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Needles(Vec<Needle>);

impl Needles {
    /// The words of a text; the last one is a beginning.
    pub fn of(text: &str) -> Self {
        let mut needles: Vec<Needle> = words(text)
            .map(|(_, word)| Needle { word: fold(word), prefix: false })
            .filter(|needle| !needle.word.is_empty())
            .collect();
        if let Some(last) = needles.last_mut() {
            last.prefix = true;
        }
        Self(needles)
    }

    /// Whether there is nothing to search for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Needle {
    /// Whether the word stands in a text that [`searchable`] made.
    fn is_in(&self, text: &str) -> bool {
        text.split(' ').any(|word| if self.prefix { word.starts_with(&self.word) } else { word == self.word })
    }

    /// The length in bytes of what a hit in `word`, a word as the reader sees it, covers; none if it is no hit.
    fn covers(&self, word: &str) -> Option<usize> {
        let mut folded = String::new();
        for (at, char) in word.char_indices() {
            fold_char(char, &mut folded);
            let whole = at + char.len_utf8() == word.len();
            if folded.len() >= self.word.len() && (self.prefix || whole) {
                let hit = if self.prefix { folded.starts_with(&self.word) } else { folded == self.word };
                // Marks that follow a letter belong to it.
                let rest = &word[at + char.len_utf8()..];
                let marks = rest.find(|char| !('\u{300}'..='\u{36f}').contains(&char)).unwrap_or(rest.len());
                return hit.then_some(at + char.len_utf8() + marks);
            }
        }
        None
    }
}

/// The parts of a meeting that are searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Title and date.
    Title,
    /// Themes, the place in all its names, its country, venue and format.
    ThemeAndPlace,
    /// People with office and part.
    People,
    /// Documents with kind and note.
    Documents,
    /// Topics, quotes, notes and the events around.
    Notes,
}

impl Part {
    /// All parts, the weightiest first.
    const ALL: [Self; 5] = [Self::Title, Self::ThemeAndPlace, Self::People, Self::Documents, Self::Notes];

    /// What a hit in it counts for.
    fn weight(self) -> u32 {
        match self {
            Self::Title => 8,
            Self::ThemeAndPlace => 5,
            Self::People => 3,
            Self::Documents => 2,
            Self::Notes => 1,
        }
    }
}

/// The words of every meeting, folded.
#[derive(Debug, Default)]
pub struct Texts(Vec<[String; Part::ALL.len()]>);

impl Texts {
    /// The words of an archive's meetings.
    pub fn of(archive: &Archive) -> Self {
        let text = |meeting: &Meeting| Part::ALL.map(|part| searchable(&lines(archive, meeting, part)));
        Self(archive.meetings.iter().map(text).collect())
    }

    /// How well the meeting at `position` matches: 0 if a word is missing; else for each word the weights of the parts
    /// it stands in, added up.
    pub fn score(&self, position: usize, needles: &Needles) -> u32 {
        let Some(parts) = self.0.get(position) else {
            return 0;
        };
        let mut total = 0;
        for needle in &needles.0 {
            let hits = Part::ALL.into_iter().zip(parts).filter(|(_, text)| needle.is_in(text));
            match hits.map(|(part, _)| part.weight()).sum() {
                0 => return 0,
                score => total += score,
            }
        }
        total
    }
}

/// The folded words of some lines with spaces between them.
fn searchable(lines: &[String]) -> String {
    let mut text = String::new();
    for (_, word) in lines.iter().flat_map(|line| words(line)) {
        text.push_str(&fold(word));
        text.push(' ');
    }
    text
}

/// What stands in a part of a meeting, as readers see it, a line for each thing.
pub fn lines(archive: &Archive, meeting: &Meeting, part: Part) -> Vec<String> {
    let record = &meeting.record;
    let mut lines: Vec<String> = Vec::new();
    match part {
        Part::Title => {
            lines.push(record.title.clone());
            lines.push(wording::when(meeting.when));
        }
        Part::ThemeAndPlace => {
            lines.extend(archive.themes_of(meeting).map(|theme| theme.label.clone()));
            if let Some(place) = archive.place_of(meeting) {
                lines.push(place.name.clone());
                lines.extend(place.names.iter().flat_map(|(_, names)| names.as_slice().iter().cloned()));
                lines.extend(place.country.as_deref().map(|code| wording::country_or_code(code).to_owned()));
                lines.extend(place.region.clone());
                lines.extend(place.note.clone());
            }
            lines.extend(record.venue.clone());
            lines.extend(record.format.clone());
        }
        Part::People => {
            for participation in &record.people {
                let name = archive.person(&participation.person).map(|person| person.name.as_str());
                let said = [name, participation.office.as_deref(), participation.part.as_deref()];
                lines.push(said.into_iter().flatten().collect::<Vec<_>>().join(", "));
            }
        }
        Part::Documents => {
            for document in &record.documents {
                let kinds = document.kind.as_slice().iter().map(String::as_str);
                let said = std::iter::once(document.title.as_str()).chain(kinds).chain(document.note.as_deref());
                lines.push(said.collect::<Vec<_>>().join(", "));
            }
        }
        Part::Notes => {
            let statements = record.topics.iter().chain(&record.notes).chain(&record.quotes);
            lines.extend(statements.map(|statement| statement.text().to_owned()));
            let events = record.within.iter().chain(&record.alongside);
            lines.extend(events.map(|event| event.title.clone()));
        }
    }
    lines
}

/// A piece of a text, and whether it is a hit.
pub type Piece<'a> = (&'a str, bool);

/// A text cut into pieces that are hits and pieces that are not; together they are the text.
pub fn mark<'a>(text: &'a str, needles: &Needles) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    let mut done = 0;
    for (start, word) in words(text) {
        if let Some(length) = needles.0.iter().filter_map(|needle| needle.covers(word)).max() {
            if start > done {
                pieces.push((&text[done..start], false));
            }
            pieces.push((&text[start..start + length], true));
            done = start + length;
        }
    }
    if done < text.len() {
        pieces.push((&text[done..], false));
    }
    pieces
}

/// The lines of a meeting that its row in the list does not mark and that hold a word searched for: one for each word
/// that the row itself does not mark, and beyond those up to `count` in all, so that a reader sees why the meeting was
/// found.
pub fn excerpts(archive: &Archive, meeting: &Meeting, needles: &Needles, count: usize) -> Vec<String> {
    let mut shown: Vec<String> = vec![meeting.record.title.clone()];
    shown.extend(archive.themes_of(meeting).map(|theme| theme.label.clone()));
    let mut hidden: Vec<String> = vec![wording::when(meeting.when)];
    if let Some(place) = archive.place_of(meeting) {
        shown.push(place.name.clone());
        shown.extend(place.country.as_deref().map(|code| wording::country_or_code(code).to_owned()));
        hidden.extend(place.names.iter().flat_map(|(_, names)| names.as_slice()).cloned());
        hidden.extend(place.region.iter().chain(&place.note).cloned());
    }
    hidden.extend(meeting.record.venue.iter().chain(&meeting.record.format).cloned());
    hidden.extend([Part::People, Part::Documents, Part::Notes].iter().flat_map(|part| lines(archive, meeting, *part)));
    let shown = searchable(&shown);
    let mut unseen: Vec<&Needle> = needles.0.iter().filter(|needle| !needle.is_in(&shown)).collect();
    let mut found: Vec<String> = Vec::new();
    for line in hidden {
        let words = searchable(std::slice::from_ref(&line));
        let before = unseen.len();
        unseen.retain(|needle| !needle.is_in(&words));
        let tells_more = unseen.len() < before || (found.len() < count && needles.0.iter().any(|of| of.is_in(&words)));
        if tells_more && !found.contains(&line) {
            found.push(line);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(text: &str, query: &str) -> String {
        let pieces = mark(text, &Needles::of(query));
        pieces.into_iter().map(|(piece, hit)| if hit { format!("[{piece}]") } else { piece.to_owned() }).collect()
    }

    #[test]
    fn hits_are_marked_on_the_readers_own_letters() {
        for (text, query, expected) in [
            ("Saariselkä, Finland", "saariselka", "[Saariselkä], Finland"),
            ("Saariselka\u{308}, Finland", "saariselka", "[Saariselka\u{308}], Finland"),
            ("Saariselkä", "saar", "[Saar]iselkä"),
            ("forest and mining", "forest mi", "[forest] and [mi]ning"),
            ("forestry", "forest mining", "forestry"),
            ("Петрозаводск", "петро", "[Петро]заводск"),
            ("Straße", "stras", "[Straß]e"),
            ("Tuomioja’s", "tuomioja", "[Tuomioja]’s"),
            ("a b c", "", "a b c"),
        ] {
            assert_eq!(marked(text, query), expected, "{text} / {query}");
        }
    }

    #[test]
    fn only_the_last_word_may_go_on() {
        let text = searchable(&["The forest and mining industries".to_owned()]);
        let found = |query: &str| Needles::of(query).0.iter().all(|needle| needle.is_in(&text));
        assert!(found("forest"));
        assert!(found("fores"));
        assert!(found("mining fores"));
        assert!(!found("fores mining"));
        assert!(!found("forest fishing"));
    }

    proptest! {
        #[test]
        fn the_pieces_are_the_text(text in "\\PC{0,40}", query in "\\PC{0,10}") {
            let pieces = mark(&text, &Needles::of(&query));
            prop_assert_eq!(pieces.iter().map(|(piece, _)| *piece).collect::<String>(), text);
        }

        #[test]
        fn a_word_of_a_text_is_found_and_marked(text in "[a-zåäöšйё]{1,6}( [a-zåäöšйё]{1,6}){0,5}", pick in 0..6usize) {
            let all: Vec<_> = words(&text).collect();
            let (_, word) = all[pick % all.len()];
            let needles = Needles::of(word);
            prop_assert!(needles.0.iter().all(|needle| needle.is_in(&searchable(std::slice::from_ref(&text)))));
            prop_assert!(mark(&text, &needles).iter().any(|(piece, hit)| *hit && *piece == word));
        }
    }
}
