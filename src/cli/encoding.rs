//! How a text that is no UTF-8 was saved.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

/// The encoding in which a text that is no UTF-8 was likely saved, and what a piece of it reads then.
pub fn guess(bytes: &[u8], line: &[u8]) -> (String, String) {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(Some(country(bytes)), Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(line);
    (encoding.name().to_owned(), text.trim().to_owned())
}

/// Where the language of a dataset is written, as names of hosts end there: short texts of neighbours are hard to tell apart.
/// A language of many countries stands for the west of Europe, whose encoding is the most common.
fn country(bytes: &[u8]) -> &'static [u8] {
    const COUNTRIES: [(&str, &[u8]); 17] = [
        ("be", b"by"),
        ("bg", b"bg"),
        ("cs", b"cz"),
        ("el", b"gr"),
        ("et", b"ee"),
        ("hr", b"hr"),
        ("hu", b"hu"),
        ("lt", b"lt"),
        ("lv", b"lv"),
        ("pl", b"pl"),
        ("ro", b"ro"),
        ("ru", b"ru"),
        ("sk", b"sk"),
        ("sl", b"si"),
        ("sr", b"rs"),
        ("tr", b"tr"),
        ("uk", b"ua"),
    ];
    let text = String::from_utf8_lossy(bytes);
    let rest = text.split_once("\"language\"").map_or("", |(_, rest)| rest).trim_start_matches([' ', '\t', ':', '"']);
    let language: String = rest.chars().take_while(char::is_ascii_lowercase).collect();
    COUNTRIES.iter().find(|(of, _)| *of == language).map_or(b"no", |(_, country)| country)
}
