//! What is wrong, where, and how to mend it, in English.

use crate::core::archive::format::VERSION;
use crate::core::archive::problem::{Fault, Kind, Problem, ReadError};

/// What is wrong, where, and how to mend it. As long as there are kinds of fault, a sentence each.
pub fn problem(problem: &Problem) -> String {
    let Problem { path, fault, .. } = problem;
    let sentence = match fault {
        Fault::Kind(expected) => format!("must be {}; see meetings.schema.json.", kind(*expected)),
        Fault::Empty => "is empty; write what readers should see.".to_owned(),
        Fault::BadId(id) => format!(
            "“{id}” cannot be an id; use small letters a to z, digits and single hyphens between them, at most 80 characters, and not “none”."
        ),
        Fault::DuplicateId(id, first) => format!("“{id}” is already the id of {first}; give each its own."),
        Fault::BadDate(text) => format!(
            "“{text}” is not a date; write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known, as the calendar has it."
        ),
        Fault::BadTime(text) => format!(
            "“{text}” is not a date; write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known; with a time YYYY-MM-DDThh:mm, and behind it +hh:mm where the offset from UTC is known."
        ),
        Fault::BadDay(text) => format!("“{text}” is not a day; write YYYY-MM-DD, as the calendar has it."),
        Fault::NotYet(text) => format!(
            "“{text}” is later than today, when nothing can have been changed, so no feed, calendar or sitemap tells it; write the day of the last change."
        ),
        Fault::NotSeenYet(text) => {
            format!(
                "“{text}” is later than today, when nothing can have been seen, so no page tells it; correct the day."
            )
        }
        Fault::BadSign(code) if (0xD800..0xE000).contains(code) => {
            format!("has U+{code:04X}, half of a sign without its other half; write the sign anew, or remove it.")
        }
        Fault::BadSign(code) => format!(
            "has the sign U+{code:04X}, which pages, feeds and calendars cannot hold; write a space or a line break instead, or remove it."
        ),
        Fault::EndBeforeStart(end, start) => format!("“{end}” lies before the start, “{start}”; correct one of them."),
        Fault::Unknown(id, list) => format!("“{id}” is not in the list {list}; add it there, or correct it here."),
        Fault::BadUrl(url) => format!(
            "“{url}” is not a web address; write it from https:// or http:// on, or leave it out where none survives."
        ),
        Fault::BadOrigin(text) => {
            format!("“{text}” is not the origin of a site; write it without a path, for example https://example.org.")
        }
        Fault::BadContact(text) => {
            format!("“{text}” is neither a web address nor a mail address; write one of them.")
        }
        Fault::BadLanguage(tag) => format!("“{tag}” is not a language tag; write a BCP 47 tag such as en, nb or se."),
        Fault::BadCountry(code) => format!(
            "“{code}” is not a country code; write an ISO 3166-1 code of two capital letters such as NO, or for a country that is no more its former code, such as SU."
        ),
        Fault::BadCoordinate(limit) => format!("is out of range; write degrees between −{limit} and {limit}."),
        Fault::HalfCoordinates => "has only one of lat and lon; give both, or neither.".to_owned(),
        Fault::NoSuchField(field) => {
            format!("names “{field}”, which the record does not fill; name a field that it has.")
        }
        Fault::GapIsMet(number) => format!(
            "is {number}, but a meeting has that number, so nothing is missing; remove the gap or correct the number."
        ),
        Fault::GapTitle(number) => {
            format!("must begin with the gap’s number, {number}, in digits.")
        }
        Fault::BadKey(key) => format!(
            "“{key}” cannot be the key of a facet; use small letters a to z, digits and hyphens, from a letter on, and no word that addresses of the site need (such as q, page, meetings, themes) nor a language tag (such as se)."
        ),
        Fault::DuplicateKey(key) => format!("“{key}” is already the key of an earlier facet; give each its own."),
        Fault::NoLabel(key) => {
            format!("is missing; write what readers should see for the archive’s own facet “{key}”.")
        }
        Fault::BadOrder(order) => format!("“{order}” is no order of values; write label, count or declared."),
        Fault::NothingDeclared => "is empty, but the order is “declared”; list the labels in their order.".to_owned(),
        Fault::NothingShown => "is 0; write how many values are shown at first, from 1.".to_owned(),
        Fault::UndeclaredFacet(key) => {
            format!("“{key}” is not declared; add it to the list facets with a label, or correct it here.")
        }
        Fault::KnownFacet(key) => {
            format!("“{key}” follows from the other fields of the record; fill those, or give the facet another key.")
        }
        Fault::UnusedFacet(key) => format!("no meeting has a value in “{key}”; readers do not see the facet."),
        Fault::NearlyTheSame(text, first) => format!(
            "“{text}” and “{first}” differ only by case or by a sign and stand as two values; write them alike if they are one."
        ),
        Fault::BadStatus(text) => {
            format!("“{text}” is no status; write planned, tentative, postponed, cancelled or held, or leave it out.")
        }
        Fault::PlaceAndPlaces => "stands beside a place; write all of them in places, and leave place out.".to_owned(),
        Fault::FormerIdTaken(id, of) => {
            format!("“{id}” belongs to {of}, and an address leads to one meeting; remove it here, or correct it there.")
        }
        Fault::BadMediaType(text) => {
            format!("“{text}” is not a media type; write one such as application/pdf, or leave it out.")
        }
        Fault::BadSize => "is not a number of bytes; write a whole number from 0 on.".to_owned(),
        Fault::BadHash(text) => {
            format!("“{text}” is not a SHA-256; write its 64 digits from 0 to 9 and a to f, or leave it out.")
        }
        Fault::BadPart(text, known) => format!(
            "“{text}” cannot be shown there; write {}, or the key of a facet of the archive’s own.",
            known.join(", ")
        ),
        Fault::NoPeople => {
            "is of people, of whom nothing is published here (people_pages is false), so readers do not see it."
                .to_owned()
        }
        #[cfg(feature = "native")]
        Fault::Unpublishable(of) => super::unpublishable::unpublishable(of),
        #[cfg(feature = "native")]
        Fault::LikelyDouble(double) => super::checks::double(double),
        #[cfg(feature = "native")]
        Fault::NewerVersion(version) => super::checks::newer_version(*version),
        Fault::RepeatedField => "stands twice; remove one of them.".to_owned(),
        Fault::UnknownField => "is not a field of the format; correct its name or remove it.".to_owned(),
    };
    if path.is_empty() { format!("The dataset {sentence}") } else { format!("{path}: {sentence}") }
}

/// The same with a word before it that tells whether it stops a build.
pub fn told(of: &Problem) -> String {
    format!("{}: {}", if of.is_error() { "error" } else { "warning" }, problem(of))
}

/// What belongs somewhere.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Object => "an object",
        Kind::List => "a list",
        Kind::Text => "a text",
        Kind::Number => "a number",
        Kind::WholeNumber => "a whole number",
        Kind::Flag => "true or false",
        Kind::Texts => "a list of texts",
        Kind::OneOrMany => "a text or a list of texts",
    }
}

/// Why the text of a dataset cannot be used.
pub fn read_error(error: &ReadError) -> String {
    match error {
        ReadError::CutOff => "The archive’s data arrived incomplete: it is cut off in the middle.".to_owned(),
        ReadError::NotJson(line, column) => {
            format!("The archive’s data is not JSON: it cannot be read from line {line}, column {column} on.")
        }
        ReadError::Version(version) => format!(
            "The archive’s data is of version {version} of its format, and this page reads version {}.",
            VERSION
        ),
        ReadError::NotAnArchive => {
            "The archive’s data has another form than expected: it is no object with a version.".to_owned()
        }
    }
}

/// A chunk of the app did not come.
pub fn chunk_failed() -> String {
    "A part of this site did not load.".to_owned()
}

/// What came is not what belongs there.
pub fn not_the_data() -> String {
    "The archive’s data has another form than expected.".to_owned()
}

/// The data could not be fetched.
pub fn fetch_failed() -> String {
    "The archive’s data could not be fetched: the connection failed.".to_owned()
}

/// The host answered with an error; with its HTTP status.
pub fn fetch_refused(status: u16) -> String {
    if status == 404 {
        "The archive’s data is missing: the host does not have it.".to_owned()
    } else {
        format!("The archive’s data could not be fetched: the host answered with status {status}.")
    }
}
