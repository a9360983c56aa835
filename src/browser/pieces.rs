//! Fetches what is needed of an archive in pieces.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use gloo_net::http::Request;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::fetch::{FetchError, fetch};
use crate::browser::notice;
use crate::browser::told::{base, pieces_folder};
use crate::core::archive::Archive;
use crate::core::search::collection::Collection;
use crate::core::search::pieces::records::Records;
use crate::core::search::pieces::{file, records_file};
use crate::views::site::{IS_IN_PIECES, Needed};

/// What is done once something has come.
type Then = fn(&'static Fetcher);

/// What fetches pieces.
pub struct Fetcher {
    /// The archive shown, with its catalogue.
    pub collection: &'static Collection,
    /// Its records.
    pub records: &'static Records,
    folder: String,
    /// What has been asked for.
    asked: Mutex<Vec<String>>,
    /// What has been asked for and did not come, until the reader tries again.
    failed: Mutex<Vec<(Needed, Then)>>,
    /// Whether the page is made; before, something else may be done with what comes.
    pub is_shown: AtomicBool,
    /// How often something has come that was asked for.
    pub arrived: RwSignal<usize>,
}

impl Fetcher {
    /// What fetches the pieces of this archive.
    pub fn new(collection: &'static Collection, records: &'static Records) -> Self {
        Self {
            collection,
            records,
            folder: pieces_folder(),
            asked: Mutex::default(),
            failed: Mutex::default(),
            is_shown: AtomicBool::new(false),
            arrived: RwSignal::new(0),
        }
    }

    /// Fetches something, unless it has been asked for before; once it has come, `arrived` changes.
    pub fn ask(&'static self, needed: Needed) {
        self.fetch(needed, Self::tell);
    }

    /// The same, but once it has come, does something else.
    pub fn fetch(&'static self, needed: Needed, then: Then) {
        if !IS_IN_PIECES {
            return;
        }
        let name = name_of(&needed);
        {
            let Ok(mut asked) = self.asked.lock() else { return };
            if asked.contains(&name) {
                return;
            }
            asked.push(name.clone());
        }
        spawn_local(async move {
            match bytes(&format!("{}{name}", self.folder)).await.and_then(|bytes| self.take(&needed, &bytes)) {
                // What is still under way when the page is made belongs to the page.
                Ok(()) if self.is_shown.load(Ordering::Relaxed) => self.tell(),
                Ok(()) => then(self),
                Err(error) => {
                    if let Ok(mut failed) = self.failed.lock() {
                        failed.push((needed, then));
                    }
                    notice::tell(&error.sentence(), || self.try_again());
                }
            }
        });
    }

    /// Tells the page that something has come.
    fn tell(&'static self) {
        self.arrived.update(|count| *count += 1);
    }

    /// Fetches what did not come.
    fn try_again(&'static self) {
        notice::clear();
        let failed = self.failed.lock().map(|mut failed| std::mem::take(&mut *failed)).unwrap_or_default();
        for (needed, then) in failed {
            if let Ok(mut asked) = self.asked.lock() {
                asked.retain(|name| *name != name_of(&needed));
            }
            self.fetch(needed, then);
        }
    }

    fn take(&self, needed: &Needed, bytes: &[u8]) -> Result<(), FetchError> {
        match needed {
            Needed::Piece(piece) => self.collection.catalogue.take(*piece, bytes),
            Needed::Record(position) => {
                let archive = Archive::read_sound(&String::from_utf8_lossy(bytes)).map_err(FetchError::Read)?;
                self.records.take(*position, Box::leak(Box::new(archive)));
            }
        }
        Ok(())
    }
}

/// The name of the file that something is in.
fn name_of(needed: &Needed) -> String {
    match needed {
        Needed::Piece(piece) => file(*piece),
        Needed::Record(position) => records_file(*position),
    }
}

async fn bytes(path: &str) -> Result<Vec<u8>, FetchError> {
    Ok(fetch(Request::get(&base().file(path))).await?.binary().await?)
}
