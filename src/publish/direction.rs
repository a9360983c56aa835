//! Which way a language is written.

/// Languages that are written from right to left where their tag names no script: ISO 639, after Unicode's CLDR.
const LANGUAGES: &str = "aeb aii ajp apc apd ar arc ars ary arz azb bal bgn bqi ckb dv fa glk he iw ji ks lrc luz mzn nqo pnb \
                         prs ps rhg sd sdh skr syr ug ur yi";
/// Scripts that are.
const SCRIPTS: &str = "adlm arab aran hebr mand mend nkoo rohg samr syrc thaa";

/// The attribute of a page whose language, a BCP 47 tag, is written from right to left; none for others.
pub fn direction(tag: &str) -> Option<&'static str> {
    let tag = tag.to_ascii_lowercase();
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    // Between language and script may stand up to three parts of three letters; what follows an `x` is private.
    let script = parts
        .take_while(|part| part.len() > 1)
        .find(|part| part.len() == 4 && !part.starts_with(|c: char| c.is_ascii_digit()));
    let is_listed = |list: &str, part: &str| list.split(' ').any(|listed| listed == part);
    let is_right_to_left = script.map_or_else(|| is_listed(LANGUAGES, language), |script| is_listed(SCRIPTS, script));
    is_right_to_left.then_some(" dir=\"rtl\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_runs_as_its_language_is_written() {
        for tag in [
            "ar",
            "he",
            "fa-IR",
            "ur",
            "yi",
            "dv",
            "ps",
            "ckb",
            "ug",
            "sd",
            "AR-EG",
            "az-Arab",
            "ku-Arab-IQ",
            "ff-adlm",
        ] {
            assert_eq!(direction(tag), Some(" dir=\"rtl\""), "{tag}");
        }
        for tag in ["en", "fi", "az", "ar-Latn", "sd-Deva", "ug-Cyrl-KZ", "zh-Hant", "en-x-arab", "sl-1994", ""] {
            assert_eq!(direction(tag), None, "{tag}");
        }
    }
}
