//! The chunks of the app: what is fetched only when a reader first needs it. A chunk is what one of these functions reaches
//! and the first list does not, so the rest of the app calls what is in it by what they give, and never by name.
//!
//! The build cuts the program at them (Makefile), and `scripts/chunks.js` fetches the pieces.

#![allow(unsafe_code, reason = "the macro calls code that the linker does not know yet; nothing else here does")]

use wasm_split_helpers::{SplitLoaderError, wasm_split};

use crate::browser::given::{Check, Later, Map, Pieces, Save, Search};
use crate::browser::{file, picture, pieces as in_pieces, search as searching};
use crate::core::archive::Archive;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::finder::finder;
use crate::core::search::index::Index;
use crate::language::{problems, world};
use crate::views;
use crate::views::explorer::{elsewhere, map, notices, seen, table, timeline, ways_out};
use crate::views::site::{Answers, Pages, ShowView};

/// What answers a text.
///
/// # Errors
/// Where the chunk does not come.
#[wasm_split(search, fallible)]
pub fn search() -> Result<Search, SplitLoaderError> {
    let index = |archive| -> Later<Index> { Box::pin(searching::index(archive)) };
    let (notices, elsewhere, ways_out) = (notices::notices, elsewhere::elsewhere, ways_out::offered);
    let answers = Answers { notices, elsewhere, ways_out };
    Ok(Search { finder: finder(), index, answers })
}

/// What shows every page but the explorer.
///
/// # Errors
/// Where the chunk does not come.
#[wasm_split(pages, fallible)]
pub fn pages() -> Result<Pages, SplitLoaderError> {
    Ok(views::pages::pages())
}

/// What shows the table.
///
/// # Errors
/// Where the chunk does not come.
#[wasm_split(table, fallible)]
pub fn table() -> Result<ShowView, SplitLoaderError> {
    Ok(table::table)
}

/// What shows the timeline.
///
/// # Errors
/// Where the chunk does not come.
#[wasm_split(timeline, fallible)]
pub fn timeline() -> Result<ShowView, SplitLoaderError> {
    Ok(timeline::timeline)
}

/// What shows the map.
///
/// # Errors
/// Where the chunk does not come.
#[wasm_split(map, fallible)]
pub fn map() -> Result<Map, SplitLoaderError> {
    Ok((map::map, || Box::pin(picture::picture())))
}

/// What judges an archive that no build has judged.
///
/// # Errors
/// Where the chunk does not come.
#[wasm_split(check, fallible)]
pub fn check() -> Result<Check, SplitLoaderError> {
    let read = |text: &str| Archive::read(text).map_err(|error| problems::read_error(&error));
    Ok(Check { read, problem: problems::problem, names: world::ALL_NAMES })
}

/// What reads an archive in pieces.
///
/// # Errors
/// Where the chunk does not come.
#[wasm_split(pieces, fallible)]
pub fn pieces() -> Result<Pieces, SplitLoaderError> {
    Ok(Pieces {
        head: Catalogue::read,
        get: |loaded, records, needed| Box::pin(in_pieces::get(loaded, records, needed)),
        ask_for_seen: seen::ask_for_seen,
        apart: |pages| Box::pin(in_pieces::show_apart(pages)),
    })
}

/// What writes meetings to a file.
///
/// # Errors
/// Where the chunk does not come.
#[wasm_split(save, fallible)]
pub fn save() -> Result<Save, SplitLoaderError> {
    Ok(|shown, route, ending| Box::pin(async move { file::save(shown, route, &ending).await.is_some() }))
}
