//! The licence of an archive: whether it is one, and how machines are told of it.

use spdx::identifiers::LICENSES;
use spdx::{Expression, ParseMode, license_id};

use crate::core::archive::unpublishable::Unpublishable;
use crate::core::archive::values::{is_web_address, licence_page};

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

/// The licence that a text names, as an SPDX id or by its web address. Of an expression of several, or with a condition, no
/// list of licences says the same, so machines are told of none.
pub fn licence(text: &str) -> Option<Licence> {
    if is_web_address(text) {
        return Some(Licence { id: None, address: text.to_owned() });
    }
    let id = license_id(text)?.name;
    Some(Licence { id: Some(id.to_owned()), address: licence_page(id) })
}

/// The licence that is probably meant by what is the id of none.
fn meant(text: &str) -> Option<String> {
    let plain = |text: &str| -> String {
        let words = text.to_lowercase();
        let words = words.split(|char: char| !char.is_alphanumeric() && char != '.' && char != '+');
        words.filter(|word| !matches!(*word, "" | "the" | "licence" | "license")).collect::<Vec<_>>().join("-")
    };
    let wanted = plain(text);
    let mut known =
        LICENSES.iter().filter_map(|of| license_id(of.name)).filter(|id| !id.is_deprecated()).map(|id| id.name);
    // A licence is never guessed by its letters: only its own id, written otherwise, is meant.
    known.find(|id| plain(id) == wanted).map(str::to_owned)
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
            ("CC-BY-4", None),
            ("CC BY 2.5 SE", None),
            ("GPL-2.0+", None),
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
    fn one_licence_has_an_address_and_of_several_machines_are_told_nothing_false() {
        let address = |text: &str| licence(text).map(|of| of.address);
        assert_eq!(address("CC-BY-4.0").as_deref(), Some("https://spdx.org/licenses/CC-BY-4.0.html"));
        assert_eq!(
            licence("https://a.example/l"),
            Some(Licence { id: None, address: "https://a.example/l".to_owned() })
        );
        for several in ["MIT OR Apache-2.0", "LicenseRef-ours", "no licence"] {
            assert_eq!(licence(several), None, "{several}");
        }
    }
}
