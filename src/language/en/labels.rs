//! Words and short sentences of the interface without a number or a name in them.

/// Defines the labels: name and text.
macro_rules! labels {
    ($($name:ident = $text:literal;)*) => {
        $(#[doc = concat!("“", $text, "”")] pub const $name: &str = $text;)*
    };
}

labels! {
    LOADING = "Loading…";
    NOT_KEPT = "This page was not kept for offline. What you have seen of this site is still here; the rest needs a connection.";
    NEW_VERSION = "There is a new version of this site.";
    UPDATE = "Load it";
    KEPT_BEFORE = "What you see was kept for offline before; what is newer could not be kept.";
    SAVE_THESE = "Save these meetings";
    SAVE_FAILED = "The file could not be made. Check the connection; and for a calendar at least one meeting’s day must be known.";
    FORMAT_CSV = "Spreadsheet (CSV)";
    FORMAT_CALENDAR = "Calendar (iCalendar)";
    NO_CALENDAR = "No calendar, because no day is known";
    FORMAT_BIBTEX = "BibTeX";
    FORMAT_RIS = "RIS";
    FORMAT_CSL = "CSL-JSON";
    FORMAT_JSON = "Data (JSON)";
    UNFILTERED = "The list shows all meetings, not only those that the address asks for.";
    OFF = "Search and filters are off; what stands below can be read.";
    NOT_STARTED = "Search and filters are off, because a part of this site did not load.";
    WITHOUT_SCRIPT = "Search and filters need JavaScript; everything else on this site can be read without it.";
    NARROW_FURTHER = "Search and narrow these meetings";
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
    PRINTED = "Printed";
    TAKE_AWAY = "Cite, share, save";
    FILES = "Files";
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
    FORMAT = "Format";
    FOUND_IN = "Also found:";
    FROM_YEAR = "From year";
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
    NO_VALUE = "None matches";
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
    SHOW_FEWER = "Show fewer";
    SHOW_FILTERS = "Show filters";
    SITE = "Site";
    SKIP_FACETS = "Skip the filters";
    SKIP_TO_CONTENT = "Skip to content";
    SKIP_TO_RESULTS = "Skip to results";
    SLOW = "The archive’s data is taking long to arrive; it will be shown as soon as it does.";
    SLOW_PART = "A part of this site is taking long to load.";
    SORT = "Sort by";
    SOURCES = "Sources";
    SOURCES_HINT = "A number marks what comes from another source than the first.";
    SOURCE_UNMARKED = " (for all that carries no number)";
    STOPPED = "Something went wrong on this page, and search and filters have stopped.";
    THEMES = "Themes";
    TIME = "Time in office";
    TO_YEAR = "To year";
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

/// That one can take part, or could, from afar.
pub const ONLINE: &str = "Online";

/// Above the link on the page of a former address.
pub const MOVED: &str = "This page has another address now:";
