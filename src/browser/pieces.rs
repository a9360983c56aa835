//! Fetches what is needed of an archive in pieces.

use gloo_net::http::Request;

use crate::browser::fetch::{FetchError, fetch, text};
use crate::browser::finished;
use crate::browser::given::Loaded;
use crate::browser::told::base;
use crate::core::archive::Archive;
use crate::core::search::pieces::records::Records;
use crate::core::search::pieces::{file, records_file};
use crate::views::site::Needed;

/// Fetches one thing, and puts it where it belongs.
///
/// # Errors
/// Where it does not come, or is not what belongs there.
pub async fn get(loaded: &'static Loaded, records: &'static Records, needed: Needed) -> Result<(), FetchError> {
    let in_folder = |name: &str| Request::get(&base().file(&format!("{}{name}", loaded.folder)));
    match needed {
        // It is a chunk of the app.
        Needed::View(_) => {}
        Needed::Page(page) => {
            let address = base().href(&page);
            let finished = match text(Request::get(&address).header("Accept", "text/html")).await {
                Ok(html) => finished::read(&html),
                Err(FetchError::Status(404)) => None,
                Err(_) => return Err(FetchError::Chunk),
            };
            // A page of another release, or none of this site's, is the browser's to show.
            let finished = finished.ok_or(FetchError::Elsewhere)?;
            if let Ok(mut all) = loaded.later.finished.lock() {
                all.insert(page.path(), finished);
            }
        }
        Needed::Piece(piece) => {
            if let Some(name) = file(piece) {
                let bytes = fetch(in_folder(&name)).await?.binary().await?;
                loaded.collection.catalogue.take(piece, &bytes);
            }
        }
        Needed::Record(position) => {
            let archive = Archive::read_sound(&text(in_folder(&records_file(position))).await?);
            records.take(position, Box::leak(Box::new(archive.map_err(|_| FetchError::Other)?)));
        }
    }
    Ok(())
}
