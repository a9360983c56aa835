//! Words and short sentences of the interface without a number or a name in them.

/// Defines the labels: name and text.
macro_rules! labels {
    ($($name:ident = $text:literal;)*) => {
        $(#[doc = concat!("“", $text, "”")] pub const $name: &str = $text;)*
    };
}

labels! {
    CRASHED = "Something went wrong on this page, and search and filters have stopped.";
    NAMES = "Names in other languages";
    NOT_IN_RECORD = "not recorded.";
    RELOAD = "Load the page again";
    SCHEMA = "The format of the data (JSON Schema)";
    SITE = "Site";
    ABOUT = "About";
    ACTIVE_FILTERS = "Active filters";
    ADDRESS = "Address";
    ALL_MEETINGS = "All meetings";
    ALONGSIDE = "Alongside";
    ALSO_LOOK_AT = "Perhaps you were looking for";
    BACKGROUND = "Background";
    BACK_TO_ALL = "Back to all meetings";
    BREADCRUMB = "You are here";
    BY = "by";
    CHAIRS = "Chairs at the time";
    CHAIRS_INFERRED = "inferred from the dates of office";
    CHAIRMANSHIPS = "Chairmanships";
    CITATION = "Citation";
    CITE_AND_SHARE = "Cite and share";
    CLEAR_ALL = "Clear all filters";
    COMPLETENESS = "How complete it is";
    COPIED = "Copied";
    COPY_ADDRESS = "Copy address";
    COPY_CITATION = "Copy citation";
    COPY_FAILED = "Copying is not allowed here; select the text instead";
    CORRECTIONS = "Corrections";
    CORRECTIONS_TO = "Send corrections, with the address of the page and your source, to ";
    CORRECTIONS_TO_PUBLISHER = "The whole archive is one file of data. Send corrections, with the address of the page and your source, to whoever publishes this site.";
    DATASET = "The data as a file (JSON)";
    DESCRIPTION_OF_DATA = "Where the data comes from";
    DOCUMENTS = "Documents";
    EARLIER = "Earlier";
    FILTERS = "Filters";
    FORMAT = "Format";
    FOUND_IN = "Also found:";
    FROM = "From";
    GAPS = "Missing from the record";
    HIDE_FILTERS = "Hide filters";
    HOLDER = "Chair";
    BODY = "Body";
    LATER = "Later";
    LOADING = "Loading the archive …";
    MEETINGS = "Meetings";
    MODIFIED = "Last changed";
    NEXT_PAGE = "Next page";
    NOTES = "Notes";
    NOTHING_FOUND_HINT = "Remove a filter, or try fewer or other words.";
    NOT_FOUND = "Page not found";
    NOT_FOUND_HINT = "There is no page at this address. It may have been mistyped, or the page has moved.";
    NO_ADDRESS = "no address survives";
    OBJECTIVES = "Objectives";
    OF = "Of";
    ORGANISERS = "Organisers";
    OTHER_MEETINGS = "Earlier and later meetings";
    PAGES = "Pages of the list";
    PART_OF = "Part of";
    PEOPLE = "People";
    PREVIOUS_PAGE = "Previous page";
    QUOTES = "In the source's own words";
    RELATED = "Meetings that share a theme or the place";
    REMOVE_FILTER = "Remove filter:";
    RESULTS = "Results";
    SEARCH = "Search";
    SEARCH_MEETINGS = "Search meetings";
    SEARCH_HINT = "Title, theme, place, person, document …";
    SHOW_FILTERS = "Show filters";
    SKIP_TO_CONTENT = "Skip to content";
    SKIP_TO_RESULTS = "Skip to results";
    SLOW = "The archive's data is taking long to arrive; it will be shown as soon as it does.";
    SORT = "Sort by";
    SOURCES = "Sources";
    SOURCES_HINT = "A number marks what comes from another source than the first.";
    SOURCES_NO_OWN = "A number marks the source of what it stands behind.";
    SOURCE_UNMARKED = " (for all that carries no number)";
    TIME = "Time in office";
    THEMES = "Themes";
    TOPICS = "Topics";
    TO = "to";
    TRY_AGAIN = "Try again";
    VENUE = "Venue";
    WHEN = "When";
    WHERE = "Where";
    WITHOUT_SCRIPT = "This explorer needs JavaScript and WebAssembly. The archive's data can be read without them:";
    ALSO_CALLED = "also";
    // Nouns for what a record does not tell, as sentences have them.
    LACK_THEME = "theme";
    LACK_PLACE = "place";
    LACK_VENUE = "venue";
    LACK_FORMAT = "format";
    LACK_TOPICS = "topics";
    LACK_PEOPLE = "people";
    LACK_DOCUMENTS = "documents";
}
