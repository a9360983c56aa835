//! Fetches the dataset, and says plainly what went wrong where it cannot.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use gloo_net::http::{Request, RequestBuilder};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestCache};

use super::{base, notice, parts, set_state};
use crate::app::{self, dom};
use crate::core::archive::Archive;
use crate::core::catalogue::{Builder, Catalogue};
use crate::core::parts::{FIRST_PAGE, HEAD};
use crate::core::problem::ReadError;
use crate::wording::{self, label};

/// After this time without the data the reader is told that it takes long.
const SLOW: Duration = Duration::from_secs(8);

/// So many meetings are catalogued in one task, which takes a phone some 30 ms.
const AT_ONCE: usize = 100;

/// Why there is no archive to show.
#[derive(Debug)]
pub enum LoadError {
    /// No answer came, or not all of it.
    Connection,
    /// The host answered with this status.
    Status(u16),
    /// What came is no archive.
    Read(ReadError),
}

impl From<gloo_net::Error> for LoadError {
    fn from(_: gloo_net::Error) -> Self {
        Self::Connection
    }
}

impl From<ReadError> for LoadError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl LoadError {
    /// What happened, in a sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::Connection => wording::fetch_failed(),
            Self::Status(status) => wording::fetch_refused(*status),
            Self::Read(error) => wording::read_error(error),
        }
    }
}

/// Fetches the archive and shows it; on failure tells the reader, who may try again.
pub fn load(show: fn(Archive)) {
    attempt(show, RequestCache::Default);
}

fn attempt(show: fn(Archive), cache: RequestCache) {
    set_state("starting");
    let abort = AbortController::new().ok();
    let again = {
        let abort = abort.clone();
        move || {
            if let Some(abort) = &abort {
                abort.abort();
            }
            // The button that was pressed goes with the notice; the page stays.
            dom::focus_heading();
            notice::clear();
            // What failed may lie in the browser's cache.
            attempt(show, RequestCache::Reload);
        }
    };
    let over = Rc::new(Cell::new(false));
    let waiting = {
        let (over, again) = (over.clone(), again.clone());
        move || {
            if !over.get() {
                notice::tell(label::SLOW, again);
            }
        }
    };
    set_timeout(waiting, SLOW);
    spawn_local(async move {
        let signal = abort.as_ref().map(AbortController::signal);
        let get = |path: &str| Request::get(&base().file(path)).cache(cache).abort_signal(signal.as_ref());
        let outcome = if app::IS_IN_PARTS {
            let folder = parts::folder();
            match fetch(get(&format!("{folder}{FIRST_PAGE}"))).await {
                Ok(first) => fetch(get(&format!("{folder}{HEAD}"))).await.and_then(|head| in_parts(&first, &head)),
                Err(error) => Err(error),
            }
        } else {
            fetch(get("data/meetings.json")).await.and_then(|text| Ok(Archive::read_records(&text)?))
        };
        over.set(true);
        // An aborted attempt has a successor that speaks for it.
        if signal.is_some_and(|signal| signal.aborted()) {
            return;
        }
        match outcome {
            Ok(archive) => catalogue(archive, Builder::default(), 0, show),
            Err(error) => {
                set_state("failed");
                notice::tell(&error.sentence(), again);
            }
        }
    });
}

/// The archive whose first page and whose catalogue's head these are.
fn in_parts(first: &str, head: &str) -> Result<Archive, LoadError> {
    let mut archive = Archive::read_sound_records(first)?;
    archive.catalogue = Catalogue::read(head).ok_or(ReadError::NotAnArchive)?;
    Ok(archive)
}

async fn fetch(request: RequestBuilder) -> Result<String, LoadError> {
    let response = request.send().await?;
    if !response.ok() {
        return Err(LoadError::Status(response.status()));
    }
    Ok(response.text().await?)
}

/// Catalogues the meetings from this one on, a few at a time, and then shows the archive. In between, and before the archive
/// is shown, a slow phone answers its reader.
fn catalogue(mut archive: Archive, mut builder: Builder, from: usize, show: fn(Archive)) {
    if app::IS_IN_PARTS {
        return show(archive);
    }
    let to = (from + AT_ONCE).min(archive.meetings.len());
    archive.meetings[from..to].iter().for_each(|meeting| builder.add(&archive, meeting));
    dom::soon(Box::new(move || {
        if to < archive.meetings.len() {
            return catalogue(archive, builder, to, show);
        }
        archive.set_catalogue(builder);
        show(archive);
    }));
}
