//! What single values of the format may be: ids, keys, codes, coordinates, addresses.

use jiff::civil::Date;
use oxilangtag::LanguageTag;

use crate::core::text::date::PartialDate;

/// The word that stands for "no value" in every facet, and so can be no id.
pub const NONE: &str = "none";

/// How the address of a mailbox begins where it is written as one of the web's.
pub const MAIL: &str = "mailto:";

/// The greatest latitude, north or south, in degrees.
pub const MAX_LATITUDE: u16 = 90;

/// The greatest longitude, east or west, in degrees.
pub const MAX_LONGITUDE: u16 = 180;

/// The greatest length of an id in characters.
pub const MAX_ID: usize = 80;

/// The greatest length of the path of a kept file in characters.
pub const MAX_PATH: usize = 200;

/// The facets that follow from the fields of a record, in their order where an archive declares none.
pub const KNOWN_FACETS: [&str; 7] = ["theme", "year", "country", "place", "format", "document", "language"];

/// Those that follow from them too, and that only an archive which declares them has.
pub const FURTHER_FACETS: [&str; 3] = ["person", "status", "access"];

/// Whether a facet follows from the fields of a record, and is not an archive's own.
pub fn is_known_facet(key: &str) -> bool {
    KNOWN_FACETS.contains(&key) || FURTHER_FACETS.contains(&key)
}

/// What no key of a facet may be: the query's own words, and what addresses of a site begin with. A test holds it against
/// those who print them.
pub const RESERVED_KEYS: [&str; 17] = [
    "q",
    "sort",
    "page",
    "from",
    "to",
    "view",
    "with",
    "none",
    "meetings",
    "about",
    "people",
    "places",
    "themes",
    "years",
    "data",
    "documents",
    "offline",
];

/// The ISO 3166-1 alpha-2 codes, one behind the other.
static COUNTRIES: &str = "\
    ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCLCMCNCOCRCUCVCWCXCY\
    CZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIOIQIRISIT\
    JEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNI\
    NLNONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTK\
    TLTMTNTOTRTTTVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSYEYTZAZMZW";

/// Kosovo, by the code that those use who name it, and the alpha-2 codes of ISO 3166-3 that no other country has today. `CS`
/// was two countries': it is Czechoslovakia, which had it longest.
static FORMER_COUNTRIES: &str = "XKANBUCSCTDDDYFQFXHVJTMINHNQNTPCPUPZRHSUTPVDWKYDYUZR";

/// The ISO 3166-3 codes, one behind the other: of countries that are no more, and of names that countries had. Only by them
/// can those be named whose two letters are another country's today.
static FORMER_COUNTRIES_IN_FULL: &str = "\
    AIDJANHHBQAQBUMMBYAACSHHCSXXCTKIDDDEDYBJFQHHFXFRGEHHHVBFJTUMMIUMNHVUNQAQNTHHPCHHPUUMPZPARHZWSKINSUHHTPTLVDVNWKUM\
    YDYEYUCSZRCD";

/// Whether `key` can be the key of a facet: `[a-z][a-z0-9-]*`, at most 80 characters, no reserved word, and nothing that
/// looks like a language tag. Addresses in another language begin with its tag, of which the first part has two or three
/// letters, and no part more than eight.
pub fn is_facet_key(key: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    let is_well_formed = key.starts_with(|first: char| first.is_ascii_lowercase()) && key.bytes().all(is_plain);
    let first = key.split('-').next().unwrap_or_default();
    let is_first = (2..=3).contains(&first.len()) && first.bytes().all(|byte| byte.is_ascii_lowercase());
    let is_like_tag = is_first && key.split('-').all(|part| part.len() <= 8);
    is_well_formed && key.len() <= MAX_ID && !is_like_tag && !RESERVED_KEYS.contains(&key)
}

/// Whether `tag` is a well-formed BCP 47 tag. `none` is one, but stands for "no value" in every facet.
pub fn is_language(tag: &str) -> bool {
    LanguageTag::parse(tag).is_ok() && !tag.eq_ignore_ascii_case(NONE)
}

/// Whether `text` is `[a-z0-9]+(-[a-z0-9]+)*` and at most 80 characters.
pub fn is_id(text: &str) -> bool {
    let word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= MAX_ID && text.split('-').all(word)
}

/// Whether `code` is that of a country, of today or of one that is no more.
pub fn is_country(code: &str) -> bool {
    is_country_of_today(code) || is_among(code, 2, FORMER_COUNTRIES) || is_among(code, 4, FORMER_COUNTRIES_IN_FULL)
}

/// Whether `code` is an ISO 3166-1 alpha-2 code, which is what others understand.
pub fn is_country_of_today(code: &str) -> bool {
    is_among(code, 2, COUNTRIES)
}

/// Whether `code` is one of some codes of a length, which stand one behind the other.
fn is_among(code: &str, length: usize, codes: &str) -> bool {
    codes.as_bytes().chunks(length).any(|known| known == code.as_bytes())
}

/// The day that `text` names; `None` of a month or a year alone.
pub fn day(text: &str) -> Option<Date> {
    match PartialDate::parse(text)? {
        PartialDate::Day(date) => Some(date),
        _ => None,
    }
}

/// Whether all formats that an archive is published in can hold a sign: no control character but tab and line ends, which
/// XML, iCalendar and HTML refuse, and no noncharacter, which HTML refuses and XML in part.
pub fn is_publishable(char: char) -> bool {
    let code = u32::from(char);
    let is_noncharacter = code & 0xFFFE == 0xFFFE || (0xFDD0..=0xFDEF).contains(&code);
    matches!(char, '\t' | '\n' | '\r') || !(char.is_control() || is_noncharacter)
}

/// Whether a coordinate in degrees lies within its limit on either side of zero.
pub fn is_within(degrees: f64, limit: u16) -> bool {
    degrees.abs() <= f64::from(limit)
}

/// Whether `text` is a media type without parameters: two names of RFC 6838, section 4.2, with a slash between them.
pub fn is_media_type(text: &str) -> bool {
    let is_in = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte);
    let is_name = |name: &str| name.starts_with(|first: char| first.is_ascii_alphanumeric()) && name.bytes().all(is_in);
    text.split_once('/').is_some_and(|(kind, name)| is_name(kind) && is_name(name))
}

/// Whether `text` is a SHA-256 in hexadecimal digits.
pub fn is_sha256(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Whether `path` can be the path of a kept file within its folder: steps with slashes between them, none of which leads out
/// of it or begins with a dot, and no sign that a system of files or a host takes for something else.
pub fn is_kept_path(path: &str) -> bool {
    // What ends in a dot or a space has no place on every host.
    let is_step = |step: &str| !step.is_empty() && !step.starts_with('.') && !step.ends_with(['.', ' ']);
    let is_strange = |char: char| char.is_control() || "\\:".contains(char);
    path.chars().count() <= MAX_PATH && path.split('/').all(is_step) && !path.contains(is_strange)
}

/// The page of the SPDX list of licences on the one with this id.
pub fn licence_page(id: &str) -> String {
    format!("https://spdx.org/licenses/{id}.html")
}

/// Whether `text` is the origin of a site: a web address without a path, with or without a closing slash.
pub fn is_origin(text: &str) -> bool {
    let slashes = text.bytes().filter(|byte| *byte == b'/').count();
    is_web_address(text) && slashes <= 2 + usize::from(text.ends_with('/')) && !text.contains(['?', '#', '@'])
}

/// Whether `text` is a web address or a mail address, the latter with or without `mailto:`.
pub fn is_contact(text: &str) -> bool {
    let mail = text.strip_prefix(MAIL);
    let is_web = mail.is_none() && is_web_address(text);
    let text = mail.unwrap_or(text);
    let is_mail = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let strange = |char: char| char.is_whitespace() || char.is_control() || ":/\\?&%#\"<>".contains(char);
    is_web || (is_mail && !text.contains(strange))
}

/// Whether `text` is an absolute address that a browser opens over http or https, by the generic syntax of RFC 3986:
/// no spaces, control characters, quotes or angle brackets, and a host.
pub fn is_web_address(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        text.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme)).map(|_| &text[scheme.len()..])
    });
    rest.is_some_and(|rest| {
        rest.starts_with(|char: char| char.is_alphanumeric() || char == '[')
            && !rest.contains(|char: char| char.is_whitespace() || char.is_control() || "\"<>\\^`{|}".contains(char))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_facets_are_plain_and_stand_in_nobodys_way() {
        for key in
            ["body", "outcome", "chair", "b2", "lead-body", "tax-committee", "theme", "working-group-of-the-council"]
        {
            assert!(is_facet_key(key), "{key}");
        }
        for key in ["", "2b", "-b", "Body", "möte", "a b", "q", "none", "meetings", "se", "en-gb", "smn", "offline"] {
            assert!(!is_facet_key(key), "{key}");
        }
        assert!(KNOWN_FACETS.iter().all(|key| is_facet_key(key)));
    }

    #[test]
    fn the_path_of_a_kept_file_stays_in_its_folder() {
        for path in ["a.pdf", "2011/programme.pdf", "møter/50 % & #1?.pdf", "a..b/c", &"a".repeat(200)] {
            assert!(is_kept_path(path), "{path}");
        }
        let long = "ø".repeat(201);
        for path in [
            "", "/", "/a", "a/", "a//b", ".", "..", "../a", "a/../b", "a/./b", ".a", "a/.b", "c.", "a /b", "a\\b",
            "c:a", "a\nb", "a\u{7f}", "a\u{85}b", &long,
        ] {
            assert!(!is_kept_path(path), "{path}");
        }
    }

    #[test]
    fn countries_are_those_of_the_standard() {
        for code in ["RU", "AD", "ZW", "XK", "SU", "AN", "ZR", "CS", "CSXX", "CSHH", "AIDJ", "SUHH", "ZRCD"] {
            assert!(is_country(code), "{code}");
        }
        for code in
            ["ru", "XX", "", "R", "RUS", "DA", "su", "suhh", "AIRU", "ADAE", "XKAN", "UHHT", "SU ", "RURU", "AIDJANHH"]
        {
            assert!(!is_country(code), "{code}");
        }
        assert!(is_country_of_today("RU") && is_country_of_today("AI"));
        assert!(["XK", "SU", "SUHH", "CS", "ADAE"].iter().all(|code| !is_country_of_today(code)));
    }

    #[test]
    fn no_country_of_today_has_the_code_of_one_that_is_no_more_and_no_code_stands_twice() {
        let mut codes: Vec<&[u8]> =
            COUNTRIES.as_bytes().chunks(2).chain(FORMER_COUNTRIES.as_bytes().chunks(2)).collect();
        codes.extend(FORMER_COUNTRIES_IN_FULL.as_bytes().chunks(4));
        codes.sort_unstable();
        let count = codes.len();
        codes.dedup();
        assert_eq!((count, codes.len()), (249 + 26 + 31, count));
    }
}
