//! All wording of the interface, in English. Nothing that a visitor or a keeper reads is written elsewhere, besides
//! the data itself; another language is another set of these functions.

pub mod label;

use jiff::civil::Date;

use crate::core::dataset::Place;
use crate::core::date::{PartialDate, When};
use crate::core::explore::{FilterValue, Notice, WayOut};
use crate::core::export::Format;
use crate::core::facet::Facet;
use crate::core::problem::{Fault, Problem, ReadError};
use crate::core::query::Sort;

/// English names of the ISO 3166-1 alpha-2 codes, a line each; from Unicode CLDR 48.
static COUNTRIES: &str = include_str!("countries.txt");

/// English names of languages by their BCP 47 primary tag, a line each; from Unicode CLDR 48.
static LANGUAGES: &str = include_str!("languages.txt");

/// The name of the code's line in a table.
fn name(table: &'static str, code: &str) -> Option<&'static str> {
    table.lines().find_map(|line| line.strip_prefix(code)?.strip_prefix(' '))
}

/// The name of a country; none if there is no such code.
pub fn country(code: &str) -> Option<&'static str> {
    name(COUNTRIES, code).filter(|_| code.len() == 2)
}

/// The name of a country, or the code itself.
pub fn country_or_code(code: &str) -> &str {
    country(code).unwrap_or(code)
}

/// The name of a language by its tag, or by the tag's first part, or the tag itself.
pub fn language_or_tag(tag: &str) -> &str {
    let primary = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
    name(LANGUAGES, &primary).unwrap_or(tag)
}

/// The same, with what the tag tells besides: `English (GB)`.
pub fn language_in_full(tag: &str) -> String {
    let name = language_or_tag(tag);
    tag.split_once('-').map_or_else(|| name.to_owned(), |(_, rest)| format!("{name} ({rest})"))
}

/// `none` in every facet.
pub const NOT_RECORDED: &str = "Not recorded";

/// The name of a facet.
pub fn facet(facet: Facet) -> &'static str {
    match facet {
        Facet::Theme => "Theme",
        Facet::Year => "Year",
        Facet::Country => "Country",
        Facet::Place => "Place",
        Facet::Format => "Format",
        Facet::Document => "Document",
        Facet::Language => "Language",
    }
}

/// The heading over the links to the meetings with each value of a facet.
pub fn by(facet: Facet) -> String {
    format!("Meetings by {}", self::facet(facet).to_ascii_lowercase())
}

/// The name of a format of files.
pub fn format(format: Format) -> &'static str {
    match format {
        Format::Csv => label::FORMAT_CSV,
        Format::Calendar => label::FORMAT_CALENDAR,
        Format::Bibtex => label::FORMAT_BIBTEX,
        Format::Ris => label::FORMAT_RIS,
        Format::Csl => label::FORMAT_CSL,
        Format::Json => label::FORMAT_JSON,
    }
}

/// The name of an order.
pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Best match",
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
        Sort::Title => "Title",
    }
}

/// A number of meetings.
pub fn meetings(count: usize) -> String {
    if count == 1 { "1 meeting".to_owned() } else { format!("{count} meetings") }
}

/// How many meetings are shown, of how many.
pub fn result_count(found: usize, total: usize, narrowed: bool) -> String {
    match (found, narrowed) {
        (_, false) => meetings(total),
        (0, true) => "No meetings match".to_owned(),
        (found, true) => format!("{found} of {}", meetings(total)),
    }
}

/// The name of a value's checkbox; the count where it is known.
pub fn value_with_count(label: &str, count: Option<usize>) -> String {
    count.map_or_else(|| label.to_owned(), |count| format!("{label}, {}", meetings(count)))
}

/// The button that shows all values of a facet.
pub fn show_all(count: usize) -> String {
    format!("Show all {count}")
}

/// The box that narrows the values of a facet.
pub fn find_in(facet: Facet) -> String {
    format!("Find in {}", self::facet(facet))
}

/// A filter that is set.
pub fn filter(facet: Facet, value: &FilterValue) -> String {
    let value = match value {
        FilterValue::Label(label) => label.clone(),
        FilterValue::Years(from, to) => years(*from, *to),
    };
    format!("{}: {value}", self::facet(facet))
}

/// The name of the button that takes a filter back.
pub fn remove_filter(filter: &str) -> String {
    format!("Remove filter: {filter}")
}

fn years(from: Option<i16>, to: Option<i16>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from == to => from.to_string(),
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(from), None) => format!("from {from}"),
        (None, Some(to)) => format!("to {to}"),
        (None, None) => String::new(),
    }
}

/// What in a query was skipped.
pub fn notice(notice: &Notice) -> String {
    match notice {
        Notice::UnknownValue(facet, value) => {
            format!(
                "No meeting has “{value}” as its {}; that filter was left out.",
                self::facet(*facet).to_ascii_lowercase()
            )
        }
        Notice::Unread(parameter, value) => {
            format!("The address asks for {parameter} “{value}”, which cannot be read; it was left out.")
        }
        Notice::YearsReversed(from, to) => {
            format!("The years from {from} to {to} end before they begin; that range was left out.")
        }
        Notice::PastTheEnd(page, 1) => format!("There is no page {page}: all meetings found are on one page."),
        Notice::PastTheEnd(page, pages) => format!("There is no page {page} of {pages}; this is the first."),
    }
}

/// What a text was read as, where that was with mistakes.
pub fn read_as(typed: &str, read: &str) -> String {
    format!("Nothing matches “{typed}”. Showing results for “{read}”.")
}

/// What to leave out to find the most.
pub fn way_out(way: &WayOut) -> String {
    let left_out = match &way.filter {
        Some(active) => format!("“{}”", filter(active.facet, &active.value)),
        None => "the search words".to_owned(),
    };
    format!("Leave out {left_out}: {}", meetings(way.found))
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

fn month(date: Date) -> &'static str {
    usize::try_from(date.month()).ok().and_then(|month| MONTHS.get(month - 1)).copied().unwrap_or_default()
}

/// A day, a month or a year: `15 June 2011`, `June 2011`, `2011`.
pub fn date(date: PartialDate) -> String {
    let day = date.first_day();
    match date {
        PartialDate::Day(_) => format!("{} {} {}", day.day(), month(day), day.year()),
        PartialDate::Month(_) => format!("{} {}", month(day), day.year()),
        PartialDate::Year(_) => day.year().to_string(),
    }
}

/// A time span in the pieces before, between and behind its two dates: the end in full, the start without what the
/// end says again: `18`, `–`, `19 April 2007`. A single date is the start alone.
pub fn when_in_pieces(when: When) -> (String, &'static str, String) {
    let Some(end) = when.end else {
        return (date(when.start), "", String::new());
    };
    let (first, last) = (when.start.first_day(), end.first_day());
    let same_year = first.year() == last.year();
    let same_month = same_year && first.month() == last.month();
    let (start, dash) = match (when.start, end) {
        (PartialDate::Day(_), PartialDate::Day(_)) if same_month => (first.day().to_string(), "–"),
        (PartialDate::Day(_), PartialDate::Day(_)) if same_year => (format!("{} {}", first.day(), month(first)), " – "),
        (PartialDate::Month(_), PartialDate::Month(_)) if same_year => (month(first).to_owned(), "–"),
        (PartialDate::Year(_), PartialDate::Year(_)) => (date(when.start), "–"),
        _ => (date(when.start), " – "),
    };
    (start, dash, date(end))
}

/// A time span: `18–19 April 2007`, `30 March – 2 April 2009`.
pub fn when(when: When) -> String {
    let (start, dash, end) = when_in_pieces(when);
    format!("{start}{dash}{end}")
}

/// When a meeting was held, as a note on it.
pub fn held(at: When) -> String {
    format!("Held {}", when(at))
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

/// Several things in one sentence: `a`, `a and b`, `a, b and c`.
pub fn list(things: &[&str]) -> String {
    match things {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What is wrong, where, and how to mend it.
pub fn problem(problem: &Problem) -> String {
    let Problem { path, fault } = problem;
    let sentence = match fault {
        Fault::Kind(expected) => format!("must be {expected}; see meetings.schema.json."),
        Fault::Empty => "is empty; write what readers should see.".to_owned(),
        Fault::BadId(id) => format!(
            "“{id}” cannot be an id; use small letters a to z, digits and single hyphens between them, at most 80 characters, and not “none”."
        ),
        Fault::DuplicateId(id, first) => format!("“{id}” is already the id of {first}; give each its own."),
        Fault::BadDate(text) => format!(
            "“{text}” is not a date; write YYYY-MM-DD, or YYYY-MM or YYYY where no more is known, as the calendar has it."
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
        Fault::BadCountry(code) => {
            format!("“{code}” is not a country code; write an ISO 3166-1 code of two capital letters such as NO.")
        }
        Fault::BadCoordinate(limit) => format!("is out of range; write degrees between −{limit} and {limit}."),
        Fault::HalfCoordinates => "has only one of lat and lon; give both, or neither.".to_owned(),
        Fault::NoSuchField(field) => {
            format!("names “{field}”, which the record does not fill; name a field that it has.")
        }
        Fault::GapIsMet(number) => format!(
            "is {number}, but a meeting has that number, so nothing is missing; remove the gap or correct the number."
        ),
        Fault::GapTitle(number) => {
            format!("must begin with the gap’s number, {number}, for example “{number}th meeting”.")
        }
        Fault::RepeatedField => "stands twice; remove one of them.".to_owned(),
        Fault::UnknownField => "is not a field of the format; correct its name or remove it.".to_owned(),
    };
    if path.is_empty() { format!("The dataset {sentence}") } else { format!("{path}: {sentence}") }
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
            crate::core::dataset::VERSION
        ),
        ReadError::NotAnArchive => {
            "The archive’s data has another form than expected: it is no object with a version.".to_owned()
        }
    }
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

/// How many meetings were left out for their faults.
pub fn left_out(count: usize) -> String {
    match count {
        0 => "Something in the archive’s data is not as it should be; every meeting is shown.".to_owned(),
        1 => "1 meeting was left out, because its data is not as it should be.".to_owned(),
        count => format!("{count} meetings were left out, because their data is not as it should be."),
    }
}

/// The title of a page, as windows and bookmarks show it.
pub fn page_title(page: &str, archive: &str) -> String {
    format!("{page} – {archive}")
}

/// The heading of the page on the series.
pub fn about(archive: &str) -> String {
    format!("About the {archive}")
}

/// What the page on the series holds, for those who find it elsewhere.
pub fn about_description(archive: &str) -> String {
    format!("{}: what they are for, where the data comes from, and how complete it is.", about(archive))
}

/// What a list of meetings holds, for those who find it elsewhere.
pub fn list_description(of: &str, count: usize, archive: &str) -> String {
    format!("{of}: {} of the {archive}.", meetings(count))
}

/// How many of how many lack something.
pub fn lacking(what: &str, count: usize, of: usize) -> String {
    if count == 0 { format!("{what}: none of {of}.") } else { format!("{what}: {count} of {of}.") }
}

/// What a meeting's record does not tell.
pub fn not_recorded(things: &[&str]) -> String {
    format!("Not recorded: {}.", list(things))
}

/// The name of a mark that leads to a source.
pub fn source_mark(number: usize, title: &str) -> String {
    format!("Source {number}: {title}")
}

/// The link from a meeting to all of its year.
pub fn all_of_year(year: &str) -> String {
    format!("All of {year}")
}

/// The language that something is in.
pub fn in_language(tag: &str) -> String {
    format!("in {}", language_or_tag(tag))
}

/// When the data was last changed.
pub fn modified(text: &str) -> String {
    PartialDate::parse(text).map(|day| format!("Data last changed on {}.", date(day))).unwrap_or_default()
}

/// The page of a list.
pub fn page_of(page: usize, pages: usize) -> String {
    format!("Page {page} of {pages}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: &str, end: Option<&str>) -> When {
        When::new(PartialDate::parse(start).unwrap(), end.and_then(PartialDate::parse)).unwrap()
    }

    #[test]
    fn dates_read_as_english_has_them() {
        for (start, end, expected) in [
            ("2011-06-15", None, "15 June 2011"),
            ("2007-04-18", Some("2007-04-19"), "18–19 April 2007"),
            ("2009-03-30", Some("2009-04-02"), "30 March – 2 April 2009"),
            ("2009-12-30", Some("2010-01-02"), "30 December 2009 – 2 January 2010"),
            ("2008-05", None, "May 2008"),
            ("2008-05", Some("2008-06"), "May–June 2008"),
            ("2008-12", Some("2009-01"), "December 2008 – January 2009"),
            ("2008", None, "2008"),
            ("2008", Some("2009"), "2008–2009"),
            ("2008", Some("2008-06-15"), "2008 – 15 June 2008"),
        ] {
            assert_eq!(when(span(start, end)), expected);
        }
    }

    #[test]
    fn counts_read_as_english_has_them() {
        assert_eq!(result_count(7, 7, false), "7 meetings");
        assert_eq!(result_count(2, 7, true), "2 of 7 meetings");
        assert_eq!(result_count(7, 7, true), "7 of 7 meetings");
        assert_eq!(result_count(0, 7, true), "No meetings match");
        assert_eq!(result_count(1, 1, false), "1 meeting");
        assert_eq!(value_with_count("Investment", Some(1)), "Investment, 1 meeting");
    }

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
        assert_eq!(COUNTRIES.lines().count(), 249);
        assert_eq!(language_or_tag("nb"), "Norwegian Bokmål");
        assert_eq!(language_or_tag("en-GB"), "English");
        assert_eq!(language_in_full("en-GB"), "English (GB)");
        assert_eq!(language_in_full("se"), "Northern Sámi");
        assert_eq!(language_or_tag("se"), "Northern Sámi");
        assert_eq!(language_or_tag("qaa"), "qaa");
    }
}
