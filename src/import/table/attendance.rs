//! Words for whether somebody came.

use crate::import::table::names::plain;

/// What a word says of whether somebody came: nothing of who did, whose part another column may tell.
pub fn attendance(word: &str) -> Option<String> {
    const CAME: &str = "present|p|x|yes|true|1|attended|came|til stede|tilstede|motte|ja|narvarande|lasna|paikalla|kylla|\
        присутствовал|присутствовала|да|anwesend|lean";
    const AWAY: &str = "absent|a|no|false|0|not present|did not attend|fravaerende|ikke til stede|nei|franvarande|nej|poissa|ei|\
        отсутствовал|отсутствовала|нет|abwesend|nein|eai lean";
    const EXCUSED: &str =
        "excused|apologies|apology|regrets|e|forfall|meldt forfall|anmalt forhinder|estynyt|entschuldigt";
    let word_of = plain(word);
    let is_in = |words: &str| words.split('|').any(|of| of == word_of);
    match () {
        () if is_in(CAME) => None,
        () if is_in(AWAY) => Some("absent".to_owned()),
        () if is_in(EXCUSED) => Some("excused".to_owned()),
        () => Some(word.to_owned()),
    }
}

/// Whether a word only says whether somebody came.
pub fn is_attendance(word: &str) -> bool {
    attendance(word).is_none_or(|part| matches!(part.as_str(), "absent" | "excused"))
}
