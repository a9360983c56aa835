//! A catalogue in pieces: a small head, and files that are fetched when a query needs them. For archives that are too large
//! to be fetched whole.
//!
//! Beside them stand the records, a few meetings in a file, each of which is a dataset of its own.

pub mod read;
pub mod records;
pub mod write;

use crate::core::search::index::piece::Piece;

/// A file with its name.
pub type File = (String, Vec<u8>);

/// The file of the head of the catalogue.
pub const HEAD: &str = "catalogue.json";

/// The file of the first page: the dataset with its latest meetings alone.
pub const FIRST_PAGE: &str = "first.json";

/// The file of who took part where: the dataset with what rows show of all meetings, and their people.
pub const ATTENDED: &str = "attended.json";

/// The number of meetings in a file of records.
pub const IN_A_FILE: usize = 4;

/// The file of a piece; none for what is in no file.
pub fn file(piece: Piece) -> Option<String> {
    Some(match piece {
        Piece::Words(run) => format!("words-{run}.bin"),
        Piece::Postings(run) => format!("postings-{run}.bin"),
        Piece::Places(run) => format!("places-{run}.bin"),
        Piece::Facets => "facets.bin".to_owned(),
        Piece::Titles => "titles.bin".to_owned(),
        Piece::Times => "times.bin".to_owned(),
        Piece::Search | Piece::Later => return None,
    })
}

/// The piece that a file holds.
pub fn piece(file: &str) -> Option<Piece> {
    let name = file.strip_suffix(".bin")?;
    let (kind, run) = name.split_once('-').unwrap_or((name, "0"));
    let run = run.parse().ok()?;
    match kind {
        "words" => Some(Piece::Words(run)),
        "postings" => Some(Piece::Postings(run)),
        "places" => Some(Piece::Places(run)),
        "facets" => Some(Piece::Facets),
        "titles" => Some(Piece::Titles),
        "times" => Some(Piece::Times),
        _ => None,
    }
}

/// The file of the records of the meeting at this position; in it the meeting stands at `position % IN_A_FILE`.
pub fn records_file(position: usize) -> String {
    format!("meetings-{}.json", position / IN_A_FILE)
}
