//! Fetches what is needed of an archive in parts.

use std::sync::Mutex;

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

/// What fetches parts.
pub struct Fetcher {
    /// The archive shown.
    pub archive: &'static Archive,
    /// Its records.
    pub records: &'static Records,
    folder: String,
    /// What has been asked for.
    asked: Mutex<Vec<String>>,
    /// How often something has come that was asked for.
    pub arrived: RwSignal<usize>,
}

impl Fetcher {
    /// What fetches the parts of this archive.
    pub fn new(archive: &'static Archive, records: &'static Records) -> Self {
        Self { archive, records, folder: folder(), asked: Mutex::default(), arrived: RwSignal::new(0) }
    }

    /// Fetches something, unless it has been asked for before; once it has come, `arrived` changes.
    pub fn ask(&'static self, needed: Needed) {
        self.fetch(needed, |fetcher| fetcher.arrived.update(|count| *count += 1));
    }

    /// The same, but once it has come, does something else.
    pub fn fetch(&'static self, needed: Needed, then: fn(&'static Self)) {
        if !IS_IN_PARTS {
            return;
        }
        let name = match &needed {
            Needed::Part(part) => file(*part),
            Needed::Record(position) => records_file(*position),
        };
        {
            let Ok(mut asked) = self.asked.lock() else { return };
            if asked.contains(&name) {
                return;
            }
            asked.push(name.clone());
        }
        spawn_local(async move {
            match fetch(&format!("{}{name}", self.folder)).await.and_then(|bytes| self.take(&needed, &bytes)) {
                Ok(()) => then(self),
                Err(error) => {
                    if let Ok(mut asked) = self.asked.lock() {
                        asked.retain(|of| *of != name);
                    }
                    notice::tell(&error.sentence(), move || {
                        notice::clear();
                        self.fetch(needed.clone(), then);
                    });
                }
            }
        });
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

async fn fetch(path: &str) -> Result<Vec<u8>, LoadError> {
    let response = Request::get(&base().file(path)).send().await?;
    if !response.ok() {
        return Err(LoadError::Status(response.status()));
    }
    Ok(response.binary().await?)
}
