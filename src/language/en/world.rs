//! Countries, languages, places and coordinates in English.

use std::sync::RwLock;

use crate::core::archive::format::Place;

/// English names of the ISO 3166-1 alpha-2 codes, of Kosovo, and of languages by their BCP 47 primary tag, a line each; from
/// Unicode CLDR 48. Between them those of countries that are no more, with the years of the country as far as they are beyond
/// doubt, so that a reader of today sees that no other is meant.
pub const ALL_NAMES: &str =
    concat!(include_str!("countries.txt"), include_str!("former_countries.txt"), include_str!("languages.txt"));

/// How the other languages of the region call the countries: Norwegian, Swedish, Finnish, Northern Sámi and Russian; a line a
/// name, from Unicode CLDR 48; and the commonest of those that are no more.
const ELSEWHERE: &str = include_str!("../countries_elsewhere.txt");

/// What stands behind a code where its line has a name in another language.
const OTHER: &str = "*";
/// What stands between two names besides the end of a line, where no line ends: hosts may make spaces of all white space.
const BETWEEN: char = ';';

/// The names that are known, as lines of code and name. The app knows those that its archive uses, which the page tells it.
static KNOWN: RwLock<&str> = RwLock::new(if cfg!(feature = "browser") { "" } else { ALL_NAMES });

/// From now on these names are known: codes and names as [`listed`] gives them.
pub fn know(names: &'static str) {
    if let Ok(mut known) = KNOWN.write() {
        *known = names;
    }
}

/// Each of these codes that has a name, with it, on one line.
pub fn listed(codes: &[&str]) -> String {
    codes.iter().filter_map(|code| name(code).map(|name| format!("{code} {name}{BETWEEN}"))).collect()
}

/// Each name that one of these countries has in the other languages of the region, on one line.
pub fn listed_elsewhere(codes: &[&str]) -> String {
    let lines = ELSEWHERE.lines().filter_map(|line| line.split_once(' ')).filter(|(code, _)| codes.contains(code));
    lines.map(|(code, name)| format!("{code}{OTHER} {name}{BETWEEN}")).collect()
}

/// The name of a code. Those of countries are written in capitals, those of languages in small letters.
fn name(code: &str) -> Option<&'static str> {
    let known = *KNOWN.read().ok()?;
    known
        .split(['\n', BETWEEN])
        .find_map(|line| line.strip_prefix(code)?.strip_prefix(' '))
        .filter(|_| !code.is_empty())
}

/// The name of a country; none if there is no such code.
pub fn country(code: &str) -> Option<&'static str> {
    name(code).filter(|_| code.bytes().all(|byte| byte.is_ascii_uppercase()))
}

/// The names that a country has in the other languages of the region.
pub fn country_elsewhere(code: &str) -> Vec<String> {
    // The build knows all of them, the app those of its archive's countries.
    if !cfg!(feature = "browser") {
        return names_in(ELSEWHERE, code, "");
    }
    names_in(KNOWN.read().map(|known| *known).unwrap_or_default(), code, OTHER)
}

fn names_in(lines: &str, code: &str, mark: &str) -> Vec<String> {
    let name = |line: &str| line.strip_prefix(code)?.strip_prefix(mark)?.strip_prefix(' ').map(str::to_owned);
    lines.split(['\n', BETWEEN]).filter_map(name).filter(|_| !code.is_empty()).collect()
}

/// The name of a country, or the code itself.
pub fn country_or_code(code: &str) -> &str {
    country(code).unwrap_or(code)
}

/// The part of a tag that names its language, as codes are written.
pub fn primary(tag: &str) -> String {
    tag.split('-').next().unwrap_or(tag).to_ascii_lowercase()
}

/// The name of a language by its tag, or by the tag's first part, or the tag itself.
pub fn language_or_tag(tag: &str) -> &str {
    name(&primary(tag)).unwrap_or(tag)
}

/// The same, with what the tag tells besides: `English (GB)`.
pub fn language_in_full(tag: &str) -> String {
    let name = language_or_tag(tag);
    tag.split_once('-').map_or_else(|| name.to_owned(), |(_, rest)| format!("{name} ({rest})"))
}

/// Coordinates in degrees, `65.833° N, 24.133° E`.
pub fn coordinates(lat: f64, lon: f64) -> String {
    let (north, east) = (if lat < 0.0 { "S" } else { "N" }, if lon < 0.0 { "W" } else { "E" });
    format!("{}° {north}, {}° {east}", degrees(lat), degrees(lon))
}

/// The size of an angle with at most four decimals, some ten metres on the ground. Printing any float exactly would
/// cost 10 kB of WASM.
fn degrees(angle: f64) -> String {
    // Bounded by 180, since the archive is sound; a cast of anything else saturates.
    let parts = (angle.abs() * 10_000.0).round() as u32;
    let text = format!("{}.{:04}", parts / 10_000, parts % 10_000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A place with its country: `Oslo, Norway`.
pub fn place(place: &Place) -> String {
    let country = place.country.as_deref().map(country_or_code);
    [Some(place.name.as_str()), country].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_read_as_degrees() {
        assert_eq!(coordinates(65.833, 24.133), "65.833° N, 24.133° E");
        assert_eq!(coordinates(-33.92, -70.0), "33.92° S, 70° W");
        assert_eq!(coordinates(59.9375, 30.3086), "59.9375° N, 30.3086° E");
        assert_eq!(coordinates(0.00004, 0.0), "0° N, 0° E");
    }

    #[test]
    fn codes_have_names() {
        assert_eq!(country("RU"), Some("Russia"));
        assert_eq!(country("ru"), None);
        assert_eq!(country("XX"), None);
        assert_eq!(country(""), None);
        let is_country = |line: &&str| line.starts_with(|first: char| first.is_ascii_uppercase());
        assert_eq!(ALL_NAMES.lines().filter(is_country).count(), 250 + 56);
        assert_eq!(listed(&["NO", "xx", "se"]), "NO Norway;se Northern Sámi;");
        assert_eq!(country_elsewhere("SE"), ["Sverige", "Ruotsi", "Ruoŧŧa", "Швеция"]);
        assert_eq!(listed_elsewhere(&["NO"]), "NO* Norge;NO* Noreg;NO* Norja;NO* Norga;NO* Норвегия;");
        assert_eq!(country_elsewhere("no").len() + country_elsewhere("").len(), 0);
        assert_eq!(language_or_tag("nb"), "Norwegian Bokmål");
        assert_eq!(language_or_tag("en-GB"), "English");
        assert_eq!(language_in_full("en-GB"), "English (GB)");
        assert_eq!(language_in_full("se"), "Northern Sámi");
        assert_eq!(language_or_tag("se"), "Northern Sámi");
        assert_eq!(language_or_tag("qaa"), "qaa");
    }
}
