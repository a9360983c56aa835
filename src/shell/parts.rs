//! Fetches what is needed of an archive in parts.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use gloo_net::http::Request;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::load::LoadError;
use super::{base, notice, told};
use crate::app::{IS_IN_PARTS, Needed};
use crate::core::archive::Archive;
use crate::core::parts::{Records, file, records_file};

/// The folder of the parts, which the page tells.
pub fn folder() -> String {
    if IS_IN_PARTS { told("data-parts").unwrap_or_default() } else { String::new() }
}

/// What is done once something has come.
type Then = fn(&'static Fetcher);

/// What fetches parts.
pub struct Fetcher {
    /// The archive shown.
    pub archive: &'static Archive,
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
    /// What fetches the parts of this archive.
    pub fn new(archive: &'static Archive, records: &'static Records) -> Self {
        Self {
            archive,
            records,
            folder: folder(),
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
        if !IS_IN_PARTS {
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
            match fetch(&format!("{}{name}", self.folder)).await.and_then(|bytes| self.take(&needed, &bytes)) {
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

    fn take(&self, needed: &Needed, bytes: &[u8]) -> Result<(), LoadError> {
        match needed {
            Needed::Part(part) => self.archive.catalogue.take(*part, bytes),
            Needed::Record(position) => {
                let archive = Archive::read_sound_records(&String::from_utf8_lossy(bytes)).map_err(LoadError::Read)?;
                self.records.take(*position, Box::leak(Box::new(archive)));
            }
        }
        Ok(())
    }
}

/// The name of the file that something is in.
fn name_of(needed: &Needed) -> String {
    match needed {
        Needed::Part(part) => file(*part),
        Needed::Record(position) => records_file(*position),
    }
}

async fn fetch(path: &str) -> Result<Vec<u8>, LoadError> {
    let response = Request::get(&base().file(path)).send().await?;
    if !response.ok() {
        return Err(LoadError::Status(response.status()));
    }
    Ok(response.binary().await?)
}
