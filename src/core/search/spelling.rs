//! How one word is written in other ways: in the other script, with other letters for the same sound, as a number, or
//! with a mistake.

use crate::core::search::index::Reader;
use crate::core::text::distance::mistakes;
use crate::core::text::fold::fold;

/// Cyrillic letters, folded, and how each is written in Latin ones, folded: the usual romanisations (BGN/PCGN, ISO 9,
/// GOST, the passports') and those of the neighbours' languages; then what else is usual where the letter is Ukrainian or
/// Belarusian, Kazakh, Serbian or Macedonian, and Bulgarian.
static ROMANISATIONS: &str = "а a,б b,в v,в w,г g,д d,е e,е ye,е je,е yo,е jo,е io,е o,ж zh,ж z,ж j,з z,з s,и i,и y,и j,\
    ии y,ии i,ии ij,ыи y,к k,к c,кс x,л l,м m,н n,о o,п p,р r,с s,с ss,т t,у u,ф f,х kh,х ch,х h,ц ts,ц c,ц tz,ц z,ч ch,ч c,ч tsch,\
    ч tch,ч tj,ч tsj,ш sh,ш s,ш sch,ш sj,щ shch,щ sc,щ sch,щ schtsch,щ sjtj,щ s,ъ ,ы y,ы i,ь ,э e,ю yu,ю ju,ю iu,ю u,я ya,\
    я ja,я ia,я a,е ie,і i,і yi,і ji,і y,є ie,є ye,є je,є e,г h,зг zgh,у w,\
    ә a,ә ae,ғ gh,ғ g,қ q,қ k,қ kh,ң ng,ң n,ө o,ө oe,ұ u,ү u,ү ue,һ h,\
    ђ dj,ђ d,ј j,ј y,љ lj,љ l,њ nj,њ n,ћ c,ћ ch,ћ tj,џ dz,џ dzh,џ dj,г gj,к kj,ѕ dz,\
    ъ a,ъ u,щ sht,щ st,ь y";

/// How a letter with a mark is written where there is none, and the letter as it is folded.
static DIGRAPHS: &str = "oe o,ae a,aa a,ue u";

/// What a saint's name begins with.
static SAINT: [&str; 4] = ["st", "saint", "sankt", "санкт"];

/// The spellings of a folded word that words of the index begin with: its own, those in the other script, and those with
/// other letters.
pub fn spellings(index: Reader, word: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut search = |word: &str| {
        let mut speller = Speller { index, built: String::new(), found: &mut found };
        speller.step(word, "", Kind::Same);
        if is_cyrillic(word) {
            speller.step(word, ROMANISATIONS, Kind::FromFirst);
        } else if word.starts_with(|char: char| char.is_ascii_lowercase()) {
            speller.step(word, ROMANISATIONS, Kind::FromSecond);
            speller.step(word, DIGRAPHS, Kind::Same);
        }
    };
    search(word);
    if SAINT.contains(&word) {
        SAINT.into_iter().for_each(search);
    }
    found
}

/// Which way a table of letters is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// From the first of a pair to the second; letters may also stay.
    Same,
    /// From the first of a pair to the second.
    FromFirst,
    /// From the second of a pair to the first.
    FromSecond,
}

/// Follows all ways to write a word, as long as the index has words that begin so.
struct Speller<'a> {
    index: Reader<'a>,
    built: String,
    found: &'a mut Vec<String>,
}

impl Speller<'_> {
    fn step(&mut self, rest: &str, table: &str, kind: Kind) {
        if rest.is_empty() && !self.found.contains(&self.built) {
            self.found.push(self.built.clone());
        }
        for pair in table.split(',') {
            let (first, second) = pair.split_once(' ').unwrap_or_default();
            let (from, to) = if kind == Kind::FromSecond { (second, first) } else { (first, second) };
            // A sign that is not written in the other script may stand anywhere, also behind the last letter.
            if (!from.is_empty() || !to.is_empty()) && rest.starts_with(from) {
                self.write(to, &rest[from.len()..], table, kind);
            }
        }
        if kind == Kind::Same && !rest.is_empty() {
            // Without a table all letters stay at once.
            let length = if table.is_empty() { rest.len() } else { rest.chars().next().map_or(0, char::len_utf8) };
            let (letter, rest) = rest.split_at(length);
            self.write(letter, rest, table, kind);
        }
    }

    fn write(&mut self, letters: &str, rest: &str, table: &str, kind: Kind) {
        let before = self.built.len();
        self.built.push_str(letters);
        if self.index.is_begun(&self.built) {
            self.step(rest, table, kind);
        }
        self.built.truncate(before);
    }
}

/// How many mistakes are forgiven in a folded word: one from five letters on, two from nine; none in a number.
pub fn forgiven(word: &str) -> usize {
    match word.chars().count() {
        _ if word.contains(|char: char| !char.is_alphabetic()) => 0,
        0..5 => 0,
        5..9 => 1,
        _ => 2,
    }
}

/// The positions of the words of the index that differ from `word` by the fewest mistakes that any does, but no more
/// than are forgiven. Whole words are compared: what only begins so may be quite another word.
pub fn mistaken(index: Reader, word: &str) -> Vec<usize> {
    nearest(index, word, forgiven(word))
}

/// The same with at most this many mistakes.
fn nearest(index: Reader, word: &str, mut allowed: usize) -> Vec<usize> {
    let mut found = Vec::new();
    if allowed == 0 {
        return found;
    }
    let wanted: Vec<char> = word.chars().collect();
    let romanisations = romanisations();
    let in_latin = romanised(word, &romanisations);
    let wanted_in_latin: Vec<char> = in_latin.chars().collect();
    for at in index.words_of_text() {
        let other = index.word(at);
        // Words of the two scripts are compared in Latin.
        let is_other_script = is_cyrillic(word) != is_cyrillic(other);
        let (word, wanted) = if is_other_script { (in_latin.as_str(), &wanted_in_latin) } else { (word, &wanted) };
        let romanised = (is_other_script && is_cyrillic(other)).then(|| romanised(other, &romanisations));
        let other = romanised.as_deref().unwrap_or(other);
        let letters = letters_of(word);
        // A mistake changes, drops or adds one letter, so what lacks more letters is too far.
        if (letters & !letters_of(other)).count_ones() as usize > allowed || other.len() > 2 * (word.len() + allowed) {
            continue;
        }
        let mistakes = mistakes(wanted, other);
        if mistakes <= allowed {
            if mistakes < allowed {
                found.clear();
            }
            allowed = mistakes;
            found.push(at);
        }
    }
    found
}

/// A text of which nothing is found, with the nearest word of the index for each word that begins none: what a reader may have
/// meant who made more mistakes than are forgiven. None where all words are known, or nothing is near.
///
/// An index with "oslo" in it has `oslo forest` for `olso forest`, in four letters of which no mistake is forgiven.
pub fn suggested(index: Reader, text: &str) -> Option<String> {
    let mut is_other = false;
    let words = text.split(' ').map(|word| {
        let folded = fold(word);
        let letters = folded.chars().count();
        let is_plain = letters > 2 && folded.chars().all(char::is_alphabetic) && !word.starts_with('-');
        if !is_plain || !spellings(index, &folded).is_empty() {
            return word.to_owned();
        }
        let near = nearest(index, &folded, (letters / 3).clamp(1, 4));
        // The first of those in as many meetings.
        let most = near.iter().rev().max_by_key(|word| index.meetings_with(**word));
        is_other |= most.is_some();
        most.map_or_else(|| word.to_owned(), |most| index.word(*most).to_owned())
    });
    let suggested = words.collect::<Vec<_>>().join(" ");
    is_other.then_some(suggested)
}

fn is_cyrillic(word: &str) -> bool {
    word.starts_with(|char: char| ('\u{400}'..'\u{530}').contains(&char))
}

/// The first romanisation of each Cyrillic letter from а to ө, as folding leaves them.
fn romanisations() -> Vec<&'static str> {
    let of = |letter: char| ROMANISATIONS.split(',').find_map(|pair| pair.strip_prefix(letter)?.strip_prefix(' '));
    ('а'..='ө').map(|letter| of(letter).unwrap_or_default()).collect()
}

/// A word in Latin letters.
fn romanised(word: &str, romanisations: &[&str]) -> String {
    let mut latin = String::new();
    for char in word.chars() {
        match (char as usize).checked_sub('а' as usize).and_then(|at| romanisations.get(at)) {
            Some(letters) => latin.push_str(letters),
            None => latin.push(char),
        }
    }
    latin
}

/// A bit for every letter that a word has, up to five bits of it.
fn letters_of(word: &str) -> u32 {
    word.bytes().fold(0, |letters, byte| letters | 1 << (byte & 31))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::core::search::field::Field;
    use crate::core::search::index::Index;
    use crate::core::search::index::builder::Builder;
    use crate::core::search::index::piece::Lacking;

    fn index(words: &[&str]) -> Index {
        let mut builder = Builder::default();
        builder.line(Field::Title, &words.join(" "));
        builder.end_meeting();
        builder.finish(&[0])
    }

    #[test]
    fn the_other_script_is_read_in_the_usual_romanisations() {
        for (word, spellings_of) in [
            ("Архангельск", &["Arkhangelsk", "Archangelsk", "Arhangelsk"][..]),
            ("Северодвинск", &["Severodvinsk", "Sewerodwinsk"]),
            ("Мурманск", &["Murmansk"]),
            ("Йошкар", &["Yoshkar", "Joškar", "Ioshkar"]),
            ("Жигулёвск", &["Zhigulyovsk", "Žiguljovsk", "Zhigulevsk"]),
            ("Щукино", &["Shchukino", "Schtschukino", "Ščukino"]),
            ("Горький", &["Gorky", "Gorkij", "Gorkiy"]),
            ("Челябинск", &["Chelyabinsk", "Tscheljabinsk", "Čeljabinsk", "Tjeljabinsk"]),
            ("Хибины", &["Khibiny", "Hibiny", "Chibiny"]),
            ("Ямал", &["Yamal", "Jamal", "Iamal"]),
            ("Тромсё", &["Tromsø"]),
            ("Алексей", &["Alexei", "Aleksey", "Alexej"]),
            // Ukrainian and Belarusian.
            ("Київ", &["Kyiv", "Kyjiv"]),
            ("Чернігів", &["Chernihiv", "Černihiv"]),
            ("Запоріжжя", &["Zaporizhzhia", "Zaporižžja"]),
            ("Євпаторія", &["Yevpatoriia", "Jevpatorija"]),
            ("Ґалаґан", &["Galagan"]),
            ("Згурський", &["Zghurskyi", "Zgurskyi"]),
            ("Магілёў", &["Mahilioŭ", "Mahilyow"]),
            ("Гродна", &["Hrodna"]),
            // Kazakh.
            ("Қазақстан", &["Qazaqstan", "Kazakhstan"]),
            ("Ақтөбе", &["Aqtöbe", "Aktobe", "Aqtobe"]),
            ("Ұлытау", &["Ulytau"]),
            ("Шыңғыс", &["Shyngghys", "Shyngys"]),
            ("Әлия", &["Aliya", "Äliya"]),
            // Serbian and Macedonian.
            ("Ђорђе", &["Đorđe", "Djordje"]),
            ("Љубиша", &["Ljubiša"]),
            ("Његош", &["Njegoš"]),
            ("Ћуприја", &["Ćuprija", "Cuprija"]),
            ("Џорџ", &["Džordž", "Dzordz"]),
            ("Ѓорѓи", &["Gjorgji", "Ǵorǵi"]),
            ("Ќосе", &["Kjose"]),
            ("Ѕвезда", &["Dzvezda"]),
            // Bulgarian.
            ("Търново", &["Tarnovo", "Turnovo"]),
            ("Щърбанов", &["Shtarbanov"]),
            ("Шофьор", &["Shofyor"]),
        ] {
            for other in spellings_of {
                let finds = |index: &Index, wanted: &str| {
                    let lacking = Lacking::default();
                    let index = index.reader(&lacking);
                    spellings(index, &fold(wanted)).iter().any(|spelling| index.position(spelling).is_some())
                };
                assert!(finds(&index(&[word, "other"]), other), "{other} finds {word}");
                assert!(finds(&index(&[other, "other"]), word), "{word} finds {other}");
            }
        }
    }

    #[test]
    fn the_fewest_mistakes_win_and_short_words_have_none() {
        let (index, lacking) = (index(&["alta", "halden", "holden", "helden", "rovaniemi"]), Lacking::default());
        let index = index.reader(&lacking);
        let found = |word: &str| mistaken(index, word).into_iter().map(|at| index.word(at)).collect::<Vec<_>>();
        assert_eq!(found("halen"), ["halden"]);
        assert_eq!(found("hulden"), ["halden", "helden", "holden"]);
        assert_eq!(found("altx"), [""; 0]);
        assert_eq!(found("rovna"), [""; 0]);
        assert_eq!(found("rvanemi"), [""; 0]);
        assert_eq!(found("rovnanimei"), ["rovaniemi"]);
    }

    #[test]
    fn what_was_meant_is_suggested_where_more_than_mistakes_forgiven_were_made() {
        let (index, lacking) = (index(&["oslo", "forest", "rovaniemi"]), Lacking::default());
        let suggested = |text: &str| suggested(index.reader(&lacking), text);
        assert_eq!(suggested("olso Forest").as_deref(), Some("oslo Forest"));
        assert_eq!(suggested("ravanemmi").as_deref(), Some("rovaniemi"));
        for nothing in ["oslo", "os", "zzzzzz", "-olso", "2011", "\"olso", ""] {
            assert_eq!(suggested(nothing), None, "{nothing}");
        }
    }

    proptest! {
        #[test]
        fn spelling_never_panics(words in proptest::collection::vec("[a-zа-яøåьъ0-9]{1,8}", 0..6), word in "\\PC{0,8}") {
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            let (index, lacking) = (index(&words), Lacking::default());
            let index = index.reader(&lacking);
            for spelling in spellings(index, &fold(&word)) {
                prop_assert!(index.is_begun(&spelling));
            }
            let _ = mistaken(index, &fold(&word));
            let _ = suggested(index, &word);
        }

        #[test]
        fn what_is_passed_over_is_too_far(word in "[a-d]{5,10}", other in "[a-d]{3,11}") {
            let wanted: Vec<char> = word.chars().collect();
            let is_near = mistakes(&wanted, &other) <= forgiven(&word);
            let (index, lacking) = (index(&[&other]), Lacking::default());
            prop_assert_eq!(!mistaken(index.reader(&lacking), &word).is_empty(), is_near);
        }
    }
}
