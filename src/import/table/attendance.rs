//! Words for whether somebody came.

use crate::import::table::names::{is_one_of, named, plain};
use crate::import::table::role::Role;

/// Words that somebody came, with a sign between them.
const CAME: &str = "present|p|attended|came|in attendance|here|til stede|tilstede|motte|narvarande|lasna|paikalla|\
    присутствовал|присутствовала|присутствует|anwesend|presente|presents";
/// Words that somebody did not.
const AWAY: &str = "absent|a|fravaer|franvaro|poissaolo|borte|not present|did not attend|fravaerende|ikke til stede|ikke mott|franvarande|poissa|отсутствовал|\
    отсутствовала|отсутствует|abwesend|eai lean|nicht anwesend|absente|unexcused";
/// Words that somebody did not and had said so.
const EXCUSED: &str = "ap|excused|exc|apologies|apology|apologies received|regrets|e|on leave|leave|leave of absence|sick|forfall|\
    meldt forfall|unnskyldt|anmalt forhinder|estynyt|entschuldigt|excuse|excusee|уважительная причина";
/// What answers any question: that it is so, and that it is not.
const YES: &str = "x|yes|y|true|1|ja|kylla|да|lean|oui";
const NO: &str = "no|n|false|0|nei|nej|ei|нет|nein|non";
/// Signs that say so without a letter.
const TICKS: [&str; 8] = ["✓", "✔", "✔️", "☑", "✅", "√", "●", "+"];
const CROSSES: [&str; 5] = ["✗", "✘", "✖", "❌", "☐"];

/// What a word says of whether somebody came: nothing of who did, whose part another column may tell.
pub fn attendance(word: &str) -> Option<String> {
    let word_of = plain(word);
    let is_in = |words: &str| is_one_of(words, &word_of);
    match word.trim() {
        tick if TICKS.contains(&tick) => None,
        cross if CROSSES.contains(&cross) => Some("absent".to_owned()),
        _ if is_in(CAME) || is_in(YES) => None,
        _ if is_in(AWAY) || is_in(NO) => Some("absent".to_owned()),
        _ if is_in(EXCUSED) => Some("excused".to_owned()),
        _ => Some(word.to_owned()),
    }
}

/// Whether a word only says whether somebody came.
pub fn is_attendance(word: &str) -> bool {
    attendance(word).is_none_or(|part| matches!(part.as_str(), "absent" | "excused"))
}

/// Whether a word says so of whatever it stands under: "yes" answers other questions too.
pub fn is_presence(word: &str) -> bool {
    let word = plain(word);
    [CAME, AWAY, EXCUSED].iter().any(|words| is_one_of(words, &word))
}

/// Whether something that stands above a table says that it is of who came.
pub fn is_of_attendance(text: &str) -> bool {
    const WORDS: &str = "attendance|attendees|presence|roll call|rollcall|oppmote|fremmote|narvaro|lasnaolo|osallistujat|явка|\
        посещаемость|присутствие|anwesenheit";
    let text = plain(text);
    WORDS.split('|').any(|of| text.contains(of))
}

/// Whom a heading names, without what only says that those below are people: "Members Ann Berg".
pub fn whom(heading: &str) -> &str {
    let heading = heading.trim();
    match heading.split_once([' ', ':']) {
        Some((first, rest)) if is_of_people(first) && rest.split_whitespace().count() >= 2 => rest.trim(),
        _ => heading,
    }
}

/// Whether a word is one for several people at once, as stands above their names.
fn is_of_people(word: &str) -> bool {
    word.ends_with(|char: char| char.is_alphabetic())
        && named(word).is_some_and(|named| named.is_exact && named.role == Role::Person)
}

/// Whether a heading is written as names are: two to four words with capitals, an initial, or with a comma.
pub fn is_name(heading: &str) -> bool {
    let bare = whom(heading).split(" (").next().unwrap_or_default();
    let words: Vec<&str> = bare.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    let is_letter = |char: char| char.is_alphabetic() || matches!(char, '-' | '.' | '\'' | '’');
    let is_capital = |word: &&str| word.chars().next().is_some_and(char::is_uppercase);
    (2..=5).contains(&words.len())
        && words.iter().all(|word| word.chars().all(is_letter))
        && words.iter().filter(|word| is_capital(word)).count() >= 2
        && words.last().is_some_and(is_capital)
        && named(bare).is_none_or(|named| !named.is_exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs_tell_whether_somebody_came() {
        for (words, part) in [
            (&["present", "P", "x", "✓", "Til stede", "Närvarande", "1"][..], None),
            (&["absent", "A", "✗", "0", "poissa"], Some("absent")),
            (&["Excused", "Apologies", "Meldt forfall"], Some("excused")),
            (&["online"], Some("online")),
        ] {
            words.iter().for_each(|word| assert_eq!(attendance(word).as_deref(), part, "{word}"));
        }
        assert!(is_presence("P") && !is_presence("yes") && !is_presence("x"));
    }

    #[test]
    fn a_heading_can_be_a_name() {
        for heading in ["Ann Berg", "Berg, Ann", "Otso van der Laine (S)", "J. Dahl", "Members Ann Berg"] {
            assert!(is_name(heading), "{heading}");
        }
        for heading in ["Energy", "Public hearing", "Room 2", "Start Date"] {
            assert!(!is_name(heading), "{heading}");
        }
        assert_eq!(whom("Members Ann Berg"), "Ann Berg");
        assert_eq!(whom("Ann Berg"), "Ann Berg");
    }
}
