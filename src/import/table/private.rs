//! What may be private: addresses of mail, telephones, and what a file itself marks so.

use crate::core::text::fold::fold;
use crate::import::table::names::{is_one_of, plain};

/// Whether a heading is of how somebody is reached.
pub fn is_of_contact(heading: &str) -> bool {
    const WORDS: &str = "email|e mail|mail|email address|mail address|e mail address|contact email|phone|phone number|telephone|\
        telephone number|tel|mobile|cell phone|fax|epost|e post|epostadresse|e postadresse|epostadress|telefon|telefonnummer|tlf|mobil|\
        mobilnummer|sahkoposti|sahkopostiosoite|puhelin|puhelinnumero|matkapuhelin|почта|электронная почта|телефон|e boasta|\
        telefuvdna|e mail adresse|handy|telefonnr";
    is_one_of(WORDS, &plain(heading))
}

/// Whether a text is an address of mail.
pub fn is_mail(text: &str) -> bool {
    let text = text.strip_prefix("mailto:").unwrap_or(text);
    text.split_once('@').is_some_and(|(name, host)| {
        !name.is_empty() && host.contains('.') && !text.contains(char::is_whitespace) && !text.contains("://")
    })
}

/// Whether a heading is of who may see something.
pub fn is_of_privacy(heading: &str) -> bool {
    const WORDS: &str = "private|privacy|sensitivity|confidential|visibility|class|classification|privat|fortrolig|unntatt offentlighet|\
        gradering|sekretess|luottamuksellinen|salainen|конфиденциально|vertraulich|offentlighet";
    is_one_of(WORDS, &plain(heading))
}

/// Whether what stands below such a heading says that not everybody may.
pub fn is_private(text: &str) -> bool {
    const WORDS: &str = "true|yes|1|x|private|confidential|secret|internal|restricted|ja|kylla|да|privat|fortrolig|hemlig|lukket|sluten|\
        salainen|luottamuksellinen|vertraulich|unntatt";
    is_one_of(WORDS, &fold(text.trim()))
}

/// Whether a heading is of what a calendar program keeps for itself, in a table that one of them has written.
pub fn is_of_program(heading: &str, headings: &[String]) -> bool {
    const WORDS: &str = "reminder on off|reminder date|reminder time|mileage|billing information|meeting resources|priority|private|\
        sensitivity|show time as|all day event";
    let is_outlook = headings.iter().any(|heading| plain(heading) == "reminder on off");
    is_outlook && is_one_of(WORDS, &plain(heading))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_private_is_known() {
        assert!(is_of_contact("E-mail address") && is_of_contact("Puhelin") && !is_of_contact("Mailing list"));
        assert!(is_mail("ann@example.org") && !is_mail("https://a.example/@ann") && !is_mail("a @ b.c"));
        assert!(is_of_privacy("Private") && is_private("True") && !is_private("False"));
    }
}
