//! The licence of an archive: whether it is one, and how machines are told of it.

use spdx::identifiers::LICENSES;
use spdx::{Expression, ParseMode, imprecise_license_id, license_id};

use crate::core::archive::unpublishable::Unpublishable;
use crate::core::archive::values::{is_web_address, licence_page};
use crate::core::text::distance::mistakes;

/// A licence as machines know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Licence {
    /// Its SPDX id, if it has one.
    pub id: Option<String>,
    /// Where it can be read.
    pub address: String,
}

/// What is wrong with a text that is to be an SPDX expression or a web address.
pub fn judge(text: &str) -> Option<Unpublishable> {
    let is_sound = is_web_address(text) || Expression::parse_mode(text, ParseMode::STRICT).is_ok();
    (!is_sound).then(|| Unpublishable::BadLicence(text.to_owned(), meant(text)))
}

/// The licences that a text names: those of an SPDX expression in their order, or the one at a web address.
pub fn licences(text: &str) -> Vec<Licence> {
    if is_web_address(text) {
        return vec![Licence { id: None, address: text.to_owned() }];
    }
    let Ok(expression) = Expression::parse_mode(text, ParseMode::STRICT) else { return Vec::new() };
    let ids = expression.requirements().filter_map(|of| of.req.license.id().map(|id| id.name));
    let licence = |id: &str| Licence { id: Some(id.to_owned()), address: licence_page(id) };
    let mut licences: Vec<Licence> = Vec::new();
    for licence in ids.map(licence) {
        if !licences.contains(&licence) {
            licences.push(licence);
        }
    }
    licences
}

/// The licence that is probably meant by what is the id of none.
fn meant(text: &str) -> Option<String> {
    let plain = |text: &str| -> String {
        let words = text.to_lowercase();
        let words = words.split(|char: char| !char.is_alphanumeric() && char != '.' && char != '+');
        words.filter(|word| !matches!(*word, "" | "the" | "licence" | "license")).collect::<Vec<_>>().join("-")
    };
    let wanted = plain(text);
    let known =
        || LICENSES.iter().filter_map(|of| license_id(of.name)).filter(|id| !id.is_deprecated()).map(|id| id.name);
    if let Some(id) = known().find(|id| plain(id) == wanted) {
        return Some(id.to_owned());
    }
    // Names that people use, when they are all that is written.
    if let Some((id, length)) = imprecise_license_id(text)
        && length == text.len()
    {
        return Some(id.name.to_owned());
    }
    // A version that is not written to the end.
    let begins =
        known().filter(|id| plain(id).starts_with(&wanted) && wanted.contains(|char: char| char.is_ascii_digit()));
    if let Some(id) = begins.min_by_key(|id| id.len()) {
        return Some(id.to_owned());
    }
    let letters: Vec<char> = wanted.chars().collect();
    let nearest = known().map(|id| (mistakes(&letters, &plain(id)), id)).min()?;
    (nearest.0 <= letters.len() / 4).then(|| nearest.1.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_licence_is_an_expression_or_a_web_address() {
        for text in
            ["CC-BY-4.0", "CC0-1.0", "MIT OR Apache-2.0", "ODbL-1.0 AND CC-BY-SA-4.0", "https://example.org/licence"]
        {
            assert_eq!(judge(text), None, "{text}");
        }
        for (text, meant) in [
            ("cc-by-4.0", Some("CC-BY-4.0")),
            ("CC BY 4.0", Some("CC-BY-4.0")),
            ("cc_by_sa_4.0", Some("CC-BY-SA-4.0")),
            ("CC-BY-4", Some("CC-BY-4.0")),
            ("mit license", Some("MIT")),
            ("the committee’s own", None),
            ("", None),
            ("ftp://example.org/", None),
        ] {
            assert_eq!(
                judge(text),
                Some(Unpublishable::BadLicence(text.to_owned(), meant.map(str::to_owned))),
                "{text}"
            );
        }
    }

    #[test]
    fn each_licence_of_an_expression_has_its_address() {
        let ids = |text: &str| licences(text).into_iter().filter_map(|of| of.id).collect::<Vec<_>>();
        assert_eq!(ids("MIT OR (Apache-2.0 AND MIT)"), ["MIT", "Apache-2.0"]);
        assert_eq!(licences("CC-BY-4.0")[0].address, "https://spdx.org/licenses/CC-BY-4.0.html");
        assert_eq!(licences("https://a.example/l"), [Licence { id: None, address: "https://a.example/l".to_owned() }]);
        assert_eq!(licences("no licence"), []);
    }
}
