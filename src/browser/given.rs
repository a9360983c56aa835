//! What the chunks of the app give, and the archive that they work on.

use std::pin::Pin;

use crate::browser::fetch::FetchError;
use crate::core::address::route::Route;
use crate::core::archive::Archive;
use crate::core::archive::problem::Problem;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::collection::Collection;
use crate::core::search::finder::Finder;
use crate::core::search::index::Index;
use crate::core::search::map::picture::Picture;
use crate::core::search::pieces::records::Records;
use crate::views::site::{self, Answers, AskForSeen, Needed, ShowView};

/// An archive that has come.
pub struct Loaded {
    /// The archive, or its first page, with its catalogue.
    pub collection: Collection,
    /// What has come of what views need later.
    pub later: site::Later,
    /// What reads the rest, if it is in pieces.
    pub pieces: Option<Pieces>,
    /// The folder that the pieces are in.
    pub folder: String,
}

/// What a function of a chunk does in its own time.
pub type Later<T> = Pin<Box<dyn Future<Output = T>>>;

/// What answers a text.
pub struct Search {
    /// What finds meetings by words.
    pub finder: Finder,
    /// Makes the index of an archive that has come whole.
    pub index: fn(&'static Archive) -> Later<Index>,
    /// What is told of an answer besides what is found.
    pub answers: Answers,
}

/// What judges an archive that no build has judged.
#[derive(Clone, Copy)]
pub struct Check {
    /// The archive in a text; or why it is none, in a sentence.
    pub read: fn(&str) -> Result<Archive, String>,
    /// What is wrong with a field, in a sentence.
    pub problem: fn(&Problem) -> String,
    /// The names of all countries and languages.
    pub names: &'static str,
}

/// What shows the map, and what fetches its picture.
pub type Map = (ShowView, fn() -> Later<Result<Picture, FetchError>>);

/// What reads an archive in pieces.
#[derive(Clone, Copy)]
pub struct Pieces {
    /// A catalogue of which only the head has come; none if the text is none.
    pub head: fn(&str) -> Option<Catalogue>,
    /// Fetches one thing, and puts it where it belongs.
    pub get: fn(&'static Loaded, &'static Records, Needed) -> Later<Result<(), FetchError>>,
    /// Asks for the records of the rows that are seen.
    pub ask_for_seen: AskForSeen,
    /// Shows a page for which no finished one stands, in the place of the finished one.
    pub apart: fn(site::Pages) -> Later<Result<(), FetchError>>,
}

/// Saves the meetings of a page, of the archive that is shown if one is, in the format whose files end so. Whether there was
/// a file.
pub type Save = fn(Option<&'static Loaded>, Route, String) -> Later<bool>;
