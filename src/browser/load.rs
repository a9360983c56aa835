//! Loads the archive: fetches the dataset, reads it, and makes its catalogue.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use gloo_net::http::Request;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, AbortSignal, RequestCache};

use crate::browser::chunks;
use crate::browser::fetch::{FetchError, text};
use crate::browser::given::Loaded;
use crate::browser::told::{self, base, set_state};
use crate::browser::turns::in_turns;
use crate::browser::{history, notice};
use crate::core::address::data::DATASET;
use crate::core::archive::Archive;
use crate::core::search::catalogue::Builder;
use crate::core::search::collection::Collection;
use crate::core::search::pieces::{FIRST_PAGE, HEAD};
use crate::core::text::hash::hash;
use crate::language::{NAMES, labels, messages, world};
use crate::views::dom;
use crate::views::site::Later;

/// What shows an archive.
pub type Show = fn(Loaded);

/// After this time without what was asked for the reader is told that it takes long.
pub const SLOW: Duration = Duration::from_secs(8);

/// Fetches the archive and shows it; on failure tells the reader, who may try again.
pub fn load(show: Show) {
    attempt(show, RequestCache::Default);
}

fn attempt(show: Show, cache: RequestCache) {
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
            dom::tell_page("again");
            // What failed may lie in the browser's cache.
            attempt(show, RequestCache::Reload);
        }
    };
    let over = Rc::new(Cell::new(false));
    let waiting = {
        let (over, again) = (over.clone(), again.clone());
        move || {
            if !over.get() {
                notice::tell(&messages::off(labels::SLOW), None, again);
            }
        }
    };
    set_timeout(waiting, SLOW);
    spawn_local(async move {
        let signal = abort.as_ref().map(AbortController::signal);
        let from = Fetching { cache, signal: signal.as_ref() };
        let outcome = match told::pieces_folder() {
            Some(folder) => in_pieces(from, folder).await,
            None => whole(from).await,
        };
        over.set(true);
        // Reading it has been a long task already.
        dom::pause().await;
        // An aborted attempt has a successor that speaks for it.
        if signal.is_some_and(|signal| signal.aborted()) {
            return;
        }
        match outcome {
            Ok(loaded) => show(loaded),
            Err(error) => {
                set_state("failed");
                notice::tell(&messages::off(&error.sentence()), None, again);
            }
        }
    });
}

/// How files are fetched.
#[derive(Clone, Copy)]
struct Fetching<'a> {
    cache: RequestCache,
    signal: Option<&'a AbortSignal>,
}

impl Fetching<'_> {
    async fn text(self, path: &str) -> Result<String, FetchError> {
        text(Request::get(&base().file(path)).cache(self.cache).abort_signal(self.signal)).await
    }
}

/// An archive that comes whole. What the build has judged is not judged again.
async fn whole(from: Fetching<'_>) -> Result<Loaded, FetchError> {
    let mut json = from.text(DATASET).await?;
    let is_judged = |json: &str| told::judged() == Some(hash(json));
    // What the browser has kept may be of another release than the page. Where it was altered on its way, asking again is
    // of no use: once is enough.
    if !is_judged(&json) && is_first(&told::judged().unwrap_or_default()) {
        json = Fetching { cache: RequestCache::NoCache, ..from }.text(DATASET).await.unwrap_or(json);
    }
    let later = Later::default();
    let judged = if is_judged(&json) { Archive::read_sound(&json).ok() } else { None };
    let archive = match judged {
        Some(archive) => archive,
        None => {
            let check = chunks::check().await?;
            // What the page has told stays known: names of countries in other languages are told there alone.
            world::know(format!("{}{}", check.names, told::names().unwrap_or_default()).leak());
            let _ = later.problem.set(check.problem);
            (check.read)(&json).map_err(FetchError::Unreadable)?
        }
    };
    let mut builder = Builder::new(&archive, &NAMES);
    in_turns(&archive.meetings, |meeting| builder.add(&archive, meeting)).await;
    let catalogue = builder.finish_in_order(&archive);
    Ok(Loaded { collection: Collection { archive, catalogue }, later, pieces: None, folder: String::new() })
}

/// Whether this is asked for the first time in this window.
fn is_first(name: &str) -> bool {
    let Some(storage) = history::storage() else { return false };
    storage.get_item(name) == Ok(None) && storage.set_item(name, "").is_ok()
}

/// An archive of which only the first page and the head of the catalogue come at once.
async fn in_pieces(from: Fetching<'_>, folder: String) -> Result<Loaded, FetchError> {
    let pieces = chunks::pieces().await?;
    let first = from.text(&format!("{folder}{FIRST_PAGE}")).await?;
    let head = from.text(&format!("{folder}{HEAD}")).await?;
    let archive = Archive::read_sound(&first).map_err(|_| FetchError::Other)?;
    let catalogue = (pieces.head)(&head).ok_or(FetchError::Other)?;
    let later = Later::default();
    let _ = later.ask_for_seen.set(pieces.ask_for_seen);
    Ok(Loaded { collection: Collection { archive, catalogue }, later, pieces: Some(pieces), folder })
}
