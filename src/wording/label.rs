//! Words and short sentences of the interface without a number or a name in them.

/// Defines the labels: name and text.
macro_rules! labels {
    ($($name:ident = $text:literal;)*) => {
        $(#[doc = concat!("“", $text, "”")] pub const $name: &str = $text;)*
    };
}

labels! {
    ABOUT = "About";
    ACTIVE_FILTERS = "Active filters";
    ADDRESS = "Address";
    ALL_MEETINGS = "All meetings";
    ALONGSIDE = "Alongside";
    ALSO_LOOK_AT = "Perhaps you were looking for";
    BACKGROUND = "Background";
    BACK_TO_ALL = "Back to all meetings";
    BODY = "Body";
    BREADCRUMB = "You are here";
    CHAIRMANSHIPS = "Chairmanships";
    CHAIRS = "Chairs at the time";
    CHAIRS_INFERRED = "inferred from the dates of office";
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
    CRASHED = "Something went wrong on this page, and search and filters have stopped.";
    DATASET = "The data as a file (JSON)";
    DESCRIPTION_OF_DATA = "Where the data comes from";
    DOCUMENTS = "Documents";
    EARLIER = "Earlier";
    FORMAT = "Format";
    FOUND_IN = "Also found:";
    HIDE_FILTERS = "Hide filters";
    HOLDER = "Chair";
    LACK_DOCUMENTS = "documents";
    LACK_FORMAT = "format";
    LACK_PEOPLE = "people";
    LACK_PLACE = "place";
    LACK_THEME = "theme";
    LACK_TOPICS = "topics";
    LACK_VENUE = "venue";
    LATER = "Later";
    MEETINGS = "Meetings";
    NAMES = "Names in other languages";
    NEXT_PAGE = "Next page";
    NOTES = "Notes";
    NOTHING_FOUND_HINT = "Remove a filter, or try fewer or other words.";
    NOT_FOUND = "Page not found";
    NOT_FOUND_HINT = "There is no page at this address. It may have been mistyped, or the page has moved.";
    NOT_IN_RECORD = "not recorded.";
    NO_ADDRESS = "no address survives";
    OBJECTIVES = "Objectives";
    ORGANISERS = "Organisers";
    OTHER_MEETINGS = "Earlier and later meetings";
    PAGES = "Pages of the list";
    PART_OF = "Part of";
    PEOPLE = "People";
    PREVIOUS_PAGE = "Previous page";
    QUOTES = "In the source’s own words";
    RELATED = "Meetings that share a theme or the place";
    RELOAD = "Load the page again";
    RESULTS = "Results";
    SCHEMA = "The format of the data (JSON Schema)";
    SEARCH = "Search";
    SEARCH_HINT = "Title, theme, place, person, document …";
    SEARCH_MEETINGS = "Search meetings";
    SHOW_FILTERS = "Show filters";
    SITE = "Site";
    SKIP_TO_CONTENT = "Skip to content";
    SKIP_TO_RESULTS = "Skip to results";
    SLOW = "The archive’s data is taking long to arrive; it will be shown as soon as it does.";
    SORT = "Sort by";
    SOURCES = "Sources";
    SOURCES_HINT = "A number marks what comes from another source than the first.";
    SOURCE_UNMARKED = " (for all that carries no number)";
    THEMES = "Themes";
    TIME = "Time in office";
    TO = "to";
    TOPICS = "Topics";
    TRY_AGAIN = "Try again";
    VENUE = "Venue";
    WHEN = "When";
    WHERE = "Where";
    WITHOUT_ADDRESS = "Documents without an address";
    WITHOUT_DOCUMENTS = "Meetings without documents";
    WITHOUT_PLACE = "Meetings without a place";
    WITHOUT_THEME = "Meetings without a theme";
}
