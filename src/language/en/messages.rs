//! Sentences and names of the interface with a number or a name in them, in English.

pub use super::counts::{documents, meetings, number, people, places, sentence, timeline};
use super::labels;
use super::world::language_or_tag;
use crate::core::address::query::Sort;
use crate::core::address::view::View;
use crate::core::export::Format;
use crate::core::search::choices::Bar;
use crate::core::search::filter::{ActiveFilter, FilterValue, Notice};
use crate::core::search::ways_out::{Change, WayOut};

/// `none` in every facet.
pub const NOT_RECORDED: &str = "Not recorded";

/// The name of a facet that every archive knows, by its key.
pub fn known_facet(key: &str) -> Option<&'static str> {
    Some(match key {
        "theme" => "Theme",
        "year" => "Year",
        "country" => "Country",
        "place" => "Place",
        "format" => "Format",
        "document" => "Document",
        "language" => "Language",
        "person" => "Person",
        "status" => "Status",
        "access" => "Access",
        _ => return None,
    })
}

/// A word of the format, as readers see it: whether a meeting came to be, and whether its documents can be opened.
pub fn word(word: &str) -> Option<&'static str> {
    Some(match word {
        "planned" => "Planned",
        "tentative" => "Tentative",
        "postponed" => "Postponed",
        "cancelled" => "Cancelled",
        "held" => "Held",
        "open" => "Can be opened",
        "known" => "Known only",
        _ => return None,
    })
}

/// A label within a sentence: `theme` for `Theme`, but `EU body` as it stands. Only in the letters of English: those of
/// others would bring all of Unicode's tables of case.
fn in_sentence(label: &str) -> String {
    let mut text = label.to_owned();
    if label.as_bytes().get(1).is_some_and(u8::is_ascii_lowercase)
        && let Some(first) = text.get_mut(..1)
    {
        first.make_ascii_lowercase();
    }
    text
}

/// The heading over the links to the meetings with each value of a facet.
pub fn by(facet: &str) -> String {
    format!("Meetings by {}", in_sentence(facet))
}

/// The name of the ways through the archive that need no script.
pub fn browse(facets: &[&str]) -> String {
    let names: Vec<String> = facets.iter().map(|facet| in_sentence(facet)).collect();
    match names.split_last() {
        Some((last, [])) => format!("Browse by {last}"),
        Some((last, others)) => format!("Browse by {} or {last}", others.join(", ")),
        None => String::new(),
    }
}

/// The name of a format of files.
pub fn format(format: Format) -> &'static str {
    match format {
        Format::Csv => labels::FORMAT_CSV,
        Format::Calendar => labels::FORMAT_CALENDAR,
        Format::Bibtex => labels::FORMAT_BIBTEX,
        Format::Ris => labels::FORMAT_RIS,
        Format::Csl => labels::FORMAT_CSL,
        Format::Json => labels::FORMAT_JSON,
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

/// The name of a view.
pub fn view(view: View) -> &'static str {
    match view {
        View::List => "List",
        View::Table => "Table",
        View::Timeline => "Timeline",
        View::Map => "Map",
    }
}

/// How many meetings are shown, of how many.
pub fn result_count(found: usize, total: usize, narrowed: bool) -> String {
    match (found, narrowed) {
        (_, false) => meetings(total),
        (0, true) => "No meetings match".to_owned(),
        (found, true) => format!("{} of {}", number(found), meetings(total)),
    }
}

/// The button that opens the filters, with how many are set.
pub fn filters(set: usize) -> String {
    if set > 0 { format!("{} ({set})", labels::FILTERS) } else { labels::FILTERS.to_owned() }
}

/// The button that leads from the filters to what is found.
pub fn show(found: usize) -> String {
    format!("Show {}", meetings(found))
}

/// What an archive has, in one sentence: how many meetings, from when to when, at how many places in how many countries.
pub fn overview(count: usize, years: Option<(i16, i16)>, places: usize, countries: usize) -> String {
    let years = super::counts::within_years(years);
    let countries = match countries {
        0 => String::new(),
        1 => " in 1 country".to_owned(),
        many => format!(" in {} countries", number(many)),
    };
    let at = if places > 0 { format!(", at {}{countries}", super::counts::places(places)) } else { String::new() };
    format!("{}{years}{at}.", meetings(count))
}

/// How many documents, and how many of them can be opened, in a cell of a table.
pub fn opening(documents: usize, open: usize) -> String {
    if open == documents { number(documents) } else { format!("{}, {} open", number(documents), number(open)) }
}

/// How many more there are than those that are told.
pub fn more(count: usize) -> String {
    format!("and {} more", number(count))
}

/// A bar of the years: which, and how many meetings they have.
pub fn bar(bar: &Bar) -> String {
    value_with_count(&years(Some(bar.first), Some(bar.last)), Some(bar.meetings))
}

/// The name of a value's checkbox; the count where it is known.
pub fn value_with_count(label: &str, count: Option<usize>) -> String {
    count.map_or_else(|| label.to_owned(), |count| format!("{label}, {}", meetings(count)))
}

/// The button that shows all values of a facet.
pub fn show_all(count: usize) -> String {
    "Show all ".to_owned() + &number(count)
}

/// The box that narrows the values of a facet.
pub fn find_in(facet: &str) -> String {
    format!("Find in {facet}")
}

/// What a filter that is set asks for.
pub fn filter_value(value: &FilterValue) -> String {
    match value {
        FilterValue::Label(label) => label.clone(),
        FilterValue::Years(from, to) => years(*from, *to),
    }
}

/// A filter that is set, which ends with what it asks for.
pub fn filter(facet: &str, value: &FilterValue) -> String {
    format!("{facet}: {}", filter_value(value))
}

/// What is asked for: the text, and the filters.
pub fn asked(text: &str, filters: &[ActiveFilter]) -> String {
    let text = (!text.is_empty()).then(|| format!("“{text}”"));
    let filters = filters.iter().map(|of| filter(&of.facet, &of.value));
    text.into_iter().chain(filters).collect::<Vec<_>>().join(", ")
}

/// The way back to what was found for what was asked.
pub fn found(asked: &str) -> String {
    format!("Found for {asked}")
}

/// The name of the button that takes a filter back.
pub fn remove_filter(filter: &str) -> String {
    format!("Remove filter: {filter}")
}

/// Years from the first to the last, either of which may be open.
pub fn years(from: Option<i16>, to: Option<i16>) -> String {
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
            format!("No meeting has “{value}” as its {}; that filter was left out.", in_sentence(facet))
        }
        Notice::Unread(parameter, value) => {
            format!("The address asks for {parameter} “{value}”, which cannot be read; it was left out.")
        }
        Notice::NoMap => "No place of this archive has a spot on a map; what was found is shown as a list.".to_owned(),
        Notice::YearsReversed(from, to) => {
            format!("The years from {from} to {to} end before they begin; that range was left out.")
        }
        Notice::NothingToLookFor(text) => format!("There is no letter or digit in “{text}” to look for."),
        Notice::PastTheEnd(page, 1) => format!("There is no page {page}: all meetings found are on one page."),
        Notice::PastTheEnd(page, pages) => format!("There is no page {page} of {pages}; this is the first."),
    }
}

/// What a text was read as, where that was with mistakes.
pub fn read_as(typed: &str, read: &str) -> String {
    format!("Nothing matches “{typed}”. Showing results for “{read}”.")
}

/// Where what is asked for was found: in a word, of which it is a later part.
pub fn within(word: &str) -> String {
    format!("within “{word}”")
}

/// Why the app does not answer, and what can be done without.
pub fn off(why: &str) -> String {
    format!("{why} {}", labels::OFF)
}

/// That the list is not the answer to a text, or to what else the address asks for, and why: a sentence.
pub fn unanswered(why: &str, text: &str) -> String {
    let what = if text.is_empty() { "what the address asks for".to_owned() } else { format!("“{text}”") };
    format!("{why} The list does not answer {what} yet.")
}

/// What to ask where nothing is found.
pub fn way_out(way: &WayOut) -> String {
    let act = match &way.change {
        Change::Filter(active) => format!("Leave out “{}”", filter(&active.facet, &active.value)),
        Change::Filters => format!("Search “{}” without filters", way.query.text()),
        Change::Text => "Leave out the search words".to_owned(),
        Change::Spelling => format!("Search for “{}”", way.query.text()),
    };
    format!("{act}: {}", meetings(way.found))
}

/// Several things in one sentence: `a`, `a and b`, `a, b and c`.
pub fn list(things: &[&str]) -> String {
    match things {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The first of many things in one sentence, and how many more there are: `a, b and 7 more`.
pub fn first_of(things: &[&str], most: usize) -> String {
    let more = format!("{} more", things.len().saturating_sub(most));
    let mut first: Vec<&str> = things.iter().copied().take(most).collect();
    if things.len() > most {
        first.push(&more);
    }
    list(&first)
}

/// How many meetings were left out for their faults.
pub fn left_out(count: usize) -> String {
    match count {
        0 => "Something in the archive’s data is not as it should be; every meeting is shown.".to_owned(),
        1 => "1 meeting was left out, because its data is not as it should be.".to_owned(),
        count => format!("{count} meetings were left out, because their data is not as it should be."),
    }
}

/// How many meetings a calendar leaves out, beside the link to it; not told where it leaves out none.
pub fn left_out_of_calendar(count: usize) -> Option<String> {
    match count {
        0 => None,
        1 => Some(" (1 meeting without a known day is left out)".to_owned()),
        _ => Some(format!(" ({} meetings without a known day are left out)", number(count))),
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
    format!("{of}: {} in the archive “{archive}”.", meetings(count))
}

/// How many of how many lack something.
pub fn lacking(what: &str, count: usize, of: usize) -> String {
    let count = if count == 0 { "none".to_owned() } else { number(count) };
    format!("{what}: {count} of {}.", number(of))
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

/// A page of the list of meetings with a value, from the second on.
pub fn page_of_list(value: &str, page: usize, pages: usize) -> String {
    format!("{value}, {}", in_sentence(&page_of(page, pages)))
}

/// The page of a list.
pub fn page_of(page: usize, pages: usize) -> String {
    format!("Page {} of {}", number(page), number(pages))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_read_as_english_has_them() {
        assert_eq!(result_count(7, 7, false), "7 meetings");
        assert_eq!(result_count(2, 7, true), "2 of 7 meetings");
        assert_eq!(result_count(7, 7, true), "7 of 7 meetings");
        assert_eq!(result_count(0, 7, true), "No meetings match");
        assert_eq!(result_count(1, 1, false), "1 meeting");
        assert_eq!(value_with_count("Investment", Some(1)), "Investment, 1 meeting");
        assert_eq!(result_count(1200, 6008, true), "1,200 of 6,008 meetings");
    }
}
