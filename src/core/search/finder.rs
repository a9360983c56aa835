//! What answers a text. The browser fetches it when a reader first searches, so nothing else of the core names what is in it:
//! a catalogue is handed it.

use crate::core::archive::names::Names;
use crate::core::archive::{Archive, Meeting};
use crate::core::search::asked::{Asked, Sought};
use crate::core::search::find::{Found, find};
use crate::core::search::highlight::{Stretch, Told, excerpts, mark, read_as};
use crate::core::search::index::later::Later;
use crate::core::search::index::piece::Lacking;
use crate::core::search::index::{Index, Reader};
use crate::core::search::later_parts::later_parts;
use crate::core::search::spelling::suggested;
use crate::core::text::fold::fold;

/// What [`excerpts`] is.
pub type Excerpts = fn(&Archive, &Meeting, &Names, &[Vec<Sought>], usize) -> Told;

/// What [`read_as`] is.
pub type ReadAs = fn(&str, &[(String, String)], Option<(&Archive, &Meeting)>, &Names) -> String;

/// All that a search by words needs beside the catalogue and its index.
#[derive(Debug, Clone, Copy)]
pub struct Finder {
    /// What is found for a text; none where it asks for nothing.
    pub find: fn(Reader, &str) -> Option<Found>,
    /// [`mark`].
    pub mark: for<'a> fn(&'a str, &[Vec<Sought>]) -> Vec<Stretch<'a>>,
    /// [`excerpts`].
    pub excerpts: Excerpts,
    /// [`suggested`].
    pub suggested: fn(Reader, &str) -> Option<String>,
    /// The later parts of all words of an index.
    pub later: fn(&Index) -> Later,
    /// [`fold`], by which labels are compared with what a reader types.
    pub fold: fn(&str) -> String,
    /// [`read_as`].
    pub read_as: ReadAs,
}

/// The one there is.
pub fn finder() -> Finder {
    let find = |index: Reader, text: &str| {
        let asked = Asked::parse(text);
        (!asked.is_empty()).then(|| find(index, &asked))
    };
    let later = |index: &Index| later_parts(index.reader(&Lacking::default()));
    Finder { find, mark, excerpts, suggested, later, fold, read_as }
}
