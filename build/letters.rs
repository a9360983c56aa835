//! How search reads every character: by Unicode's own tables of case folding, of compatibility forms, of marks and of what
//! is passed over. `src/core/text/letters.rs` reads what is written here.

use icu_casemap::CaseMapper;
use icu_normalizer::DecomposingNormalizer;
use icu_properties::props::{CanonicalCombiningClass, DefaultIgnorableCodePoint, GeneralCategory};
use icu_properties::{CodePointMapData, CodePointSetData};

/// Letters that are no base letter with a mark, as people write them who do not have them.
const OWN: &str = "æ ae,œ oe,þ th,ø o,đ d,ð d,ŧ t,ŋ n,ł l,ħ h,ı i,ґ г,ĸ k,ƒ f,ə a";

/// Letters that keyboards of neighbouring languages write for each other, and what is only drawn.
const ARABIC: &str = "ى ي,ی ي,ک ك,ة ه,ە ه,ہ ه,ٱ ا,ـ ";

/// What search makes of a character.
#[derive(Clone, PartialEq)]
enum Read {
    /// It stands between words.
    Between,
    /// It is passed over, within a word and between words.
    PassedOver,
    /// It is part of a word, which reads this for it.
    As(String),
}

/// The table: for runs of characters that follow each other how they are read. See `letters.rs` for what is in it. What is of
/// one kind stands together, which compresses better.
pub fn table() -> Vec<u8> {
    let reads = Reader::default();
    // Surrogates are no characters; Hangul is taken apart by its own formula.
    let all: Vec<Read> = (0x80..0x11_0000).map(|code| reads.read(code)).collect();
    let (mut heads, mut shifts, mut texts) = (Vec::new(), Vec::new(), Vec::new());
    let mut at = 0;
    while at < all.len() {
        let (run, length) = run_at(&all, at);
        write(&mut heads, length as u32 * 8 + run.kind());
        match run {
            Run::Between | Run::PassedOver | Run::Pairs | Run::Shifted(0) => {}
            Run::Shifted(by) => write(&mut shifts, if by < 0 { by.unsigned_abs() * 2 + 1 } else { by as u32 * 2 }),
            Run::Same(text) => write_text(&mut texts, &text),
            Run::Each(all) => all.iter().for_each(|text| write_text(&mut texts, text)),
        }
        at += length;
    }
    let mut table = Vec::new();
    write(&mut table, heads.len() as u32);
    write(&mut table, shifts.len() as u32);
    [table, heads, shifts, texts].concat()
}

struct Reader {
    decompose: icu_normalizer::DecomposingNormalizerBorrowed<'static>,
    case: icu_casemap::CaseMapperBorrowed<'static>,
}

impl Default for Reader {
    fn default() -> Self {
        Self { decompose: DecomposingNormalizer::new_nfkd(), case: CaseMapper::new() }
    }
}

impl Reader {
    fn read(&self, code: u32) -> Read {
        let category = CodePointMapData::<GeneralCategory>::new();
        let Some(char) = char::from_u32(code).filter(|char| !('\u{ac00}'..='\u{d7a3}').contains(char)) else {
            return Read::Between;
        };
        if CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(char) {
            return Read::PassedOver;
        }
        use GeneralCategory as Is;
        // What is in no text that people write today is read as it stands: a third of the table, which every reader fetches.
        if is_rare(char) {
            return Read::As(char.to_string());
        }
        let folded = self.folded(char);
        let is_in_word = match category.get(char) {
            _ if is_apostrophe(char) => false,
            Is::UppercaseLetter | Is::LowercaseLetter | Is::TitlecaseLetter | Is::ModifierLetter | Is::OtherLetter => {
                true
            }
            Is::NonspacingMark | Is::SpacingMark | Is::EnclosingMark => true,
            Is::DecimalNumber | Is::LetterNumber | Is::OtherNumber => true,
            // Letters in circles, squares and brackets; but no marks of trade.
            Is::OtherSymbol => {
                !matches!(char, '\u{2120}' | '\u{2122}') && folded != char.to_string() && !folded.is_empty()
            }
            _ => false,
        };
        if is_in_word { Read::As(folded) } else { Read::Between }
    }

    /// A character without case, compatibility forms and marks; of what it decomposes into only what is in words.
    fn folded(&self, char: char) -> String {
        let mut text = char.to_string();
        loop {
            // Marks go first: the small iota under a letter is one, and would be a letter of its own without case.
            let plain: String = self.decompose.normalize(&text).chars().filter_map(|char| self.kept(char)).collect();
            let next = self.case.fold_string(&plain).chars().fold(String::new(), |text, char| text + &own(char));
            if next == text {
                return text;
            }
            text = next;
        }
    }

    fn kept(&self, char: char) -> Option<char> {
        use GeneralCategory as Is;
        let class = CodePointMapData::<CanonicalCombiningClass>::new().get(char);
        match CodePointMapData::<GeneralCategory>::new().get(char) {
            _ if is_apostrophe(char) => None,
            // Vowel signs have no class of their own, and are letters; so are what silences a vowel and what makes か of が
            // another sound.
            Is::NonspacingMark | Is::SpacingMark => [
                CanonicalCombiningClass::NotReordered,
                CanonicalCombiningClass::Virama,
                CanonicalCombiningClass::KanaVoicing,
            ]
            .contains(&class)
            .then_some(char),
            Is::EnclosingMark => None,
            Is::DecimalNumber => value(char),
            Is::UppercaseLetter | Is::LowercaseLetter | Is::TitlecaseLetter | Is::ModifierLetter | Is::OtherLetter => {
                Some(char)
            }
            Is::LetterNumber | Is::OtherNumber => Some(char),
            _ => None,
        }
    }
}

/// Words and units in a square, letters of Arabic mathematics, the supplement of compatible ideographs; and of scripts of old
/// what has no capitals.
fn is_rare(char: char) -> bool {
    let has_case = char.to_lowercase().ne([char]) || char.to_uppercase().ne([char]);
    let is_of_old = matches!(char, '\u{10000}'..='\u{1cfff}') && !has_case;
    is_of_old || matches!(char, '\u{3300}'..='\u{33ff}' | '\u{1ee00}'..='\u{1eeff}' | '\u{2f800}'..='\u{2fa1f}')
}

/// Apostrophes that count as letters join words, as other apostrophes do.
fn is_apostrophe(char: char) -> bool {
    matches!(char, '\u{2b9}' | '\u{2bc}')
}

/// The digit of ASCII for a digit of any script: each script has its ten in a row, the first of them with 0.
fn value(char: char) -> Option<char> {
    let is_digit = |code: u32| {
        char::from_u32(code)
            .is_some_and(|char| CodePointMapData::<GeneralCategory>::new().get(char) == GeneralCategory::DecimalNumber)
    };
    let before = (1..).take_while(|step| is_digit(u32::from(char) - step)).count() as u32;
    char::from_digit(before % 10, 10)
}

fn own(char: char) -> String {
    let pairs = OWN.split(',').chain(ARABIC.split(','));
    let other = pairs.filter_map(|pair| pair.split_once(' ')).find(|(own, _)| own.chars().eq([char]));
    other.map_or_else(|| char.to_string(), |(_, other)| other.to_owned())
}

/// A run of characters, by how they are read.
enum Run {
    Between,
    PassedOver,
    /// Each is read as the character so many places behind it; 0 is itself.
    Shifted(i32),
    /// Of every two the first is read as the second.
    Pairs,
    /// All are read as the same.
    Same(String),
    /// Each is read as something else.
    Each(Vec<String>),
}

impl Run {
    fn kind(&self) -> u32 {
        match self {
            Self::Between => 0,
            Self::PassedOver => 1,
            Self::Shifted(0) => 2,
            Self::Shifted(_) => 3,
            Self::Pairs => 4,
            Self::Same(_) => 5,
            Self::Each(_) => 6,
        }
    }
}

/// The longest run from a position on, and its length.
fn run_at(all: &[Read], at: usize) -> (Run, usize) {
    let found = long_run_at(all, at);
    let (Run::Same(_), 1) = found else { return found };
    let mut texts = Vec::new();
    while let Some((Run::Same(text), 1)) = (at + texts.len() < all.len()).then(|| long_run_at(all, at + texts.len())) {
        texts.push(text);
    }
    let length = texts.len();
    (Run::Each(texts), length)
}

/// A run in which one rule holds for all; of one character where no rule does.
fn long_run_at(all: &[Read], at: usize) -> (Run, usize) {
    let count = |is: &dyn Fn(usize, &Read) -> bool| {
        all[at..].iter().enumerate().take_while(|(step, read)| is(at + step, read)).count()
    };
    let code = |at: usize| at as i32 + 0x80;
    let text = match &all[at] {
        Read::Between => return (Run::Between, count(&|_, read| *read == Read::Between)),
        Read::PassedOver => return (Run::PassedOver, count(&|_, read| *read == Read::PassedOver)),
        Read::As(text) => text,
    };
    let one = |read: &Read| match read {
        Read::As(text) => {
            text.chars().next().filter(|char| char.len_utf8() == text.len()).map(|char| u32::from(char) as i32)
        }
        _ => None,
    };
    let mut best = (Run::Same(text.clone()), count(&|_, read| *read == all[at]));
    if let Some(to) = one(&all[at]) {
        let by = to - code(at);
        let length = count(&|at, read| one(read) == Some(code(at) + by));
        if by == 0 || length > best.1.max(2) {
            best = (Run::Shifted(by), length);
        }
        let length = count(&|now, read| one(read) == Some(code(now) + 1 - ((now - at) % 2) as i32));
        if length > best.1 {
            best = (Run::Pairs, length);
        }
    }
    best
}

fn write_text(table: &mut Vec<u8>, text: &str) {
    table.push(text.len() as u8);
    table.extend(text.as_bytes());
}

/// A number as LEB128.
fn write(table: &mut Vec<u8>, mut number: u32) {
    while number >= 0x80 {
        table.push(number as u8 | 0x80);
        number >>= 7;
    }
    table.push(number as u8);
}
