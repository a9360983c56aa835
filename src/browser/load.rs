//! Loads the archive: fetches the dataset, reads it, and makes its catalogue.

use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

use gloo_net::http::{Request, RequestBuilder};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;
use web_sys::{AbortController, RequestCache};

use crate::browser::fetch::{FetchError, fetch};
use crate::browser::notice;
use crate::browser::told::{base, pieces_folder, set_state};
use crate::core::archive::Archive;
use crate::core::archive::problem::ReadError;
use crate::core::search::catalogue::{Builder, Catalogue};
use crate::core::search::collection::Collection;
use crate::core::search::pieces::{FIRST_PAGE, HEAD};
use crate::language::{NAMES, labels};
use crate::views::dom;
use crate::views::site::IS_IN_PIECES;

/// What shows an archive.
pub type Show = fn(Collection);

/// After this time without the data the reader is told that it takes long.
const SLOW: Duration = Duration::from_secs(8);

/// So many meetings are catalogued in one task, which takes a phone some 30 ms.
const AT_ONCE: usize = 100;

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
            // What failed may lie in the browser's cache.
            attempt(show, RequestCache::Reload);
        }
    };
    let over = Rc::new(Cell::new(false));
    let waiting = {
        let (over, again) = (over.clone(), again.clone());
        move || {
            if !over.get() {
                notice::tell(labels::SLOW, again);
            }
        }
    };
    set_timeout(waiting, SLOW);
    spawn_local(async move {
        let signal = abort.as_ref().map(AbortController::signal);
        let get = |path: &str| Request::get(&base().file(path)).cache(cache).abort_signal(signal.as_ref());
        let outcome = if IS_IN_PIECES {
            let folder = pieces_folder();
            match text(get(&format!("{folder}{FIRST_PAGE}"))).await {
                Ok(first) => text(get(&format!("{folder}{HEAD}"))).await.and_then(|head| in_pieces(&first, &head)),
                Err(error) => Err(error),
            }
        } else {
            text(get("data/meetings.json")).await.and_then(|text| Ok((Archive::read(&text)?, None)))
        };
        over.set(true);
        // An aborted attempt has a successor that speaks for it.
        if signal.is_some_and(|signal| signal.aborted()) {
            return;
        }
        match outcome {
            Ok((archive, Some(catalogue))) => show(Collection { archive, catalogue }),
            Ok((archive, None)) => {
                let builder = Builder::new(&archive, &NAMES);
                make_catalogue(archive, builder, 0, show);
            }
            Err(error) => {
                set_state("failed");
                notice::tell(&error.sentence(), again);
            }
        }
    });
}

/// The archive whose first page and whose catalogue's head these are.
fn in_pieces(first: &str, head: &str) -> Result<(Archive, Option<Catalogue>), FetchError> {
    let archive = Archive::read_sound(first)?;
    Ok((archive, Some(Catalogue::read(head).ok_or(ReadError::NotAnArchive)?)))
}

async fn text(request: RequestBuilder) -> Result<String, FetchError> {
    Ok(fetch(request).await?.text().await?)
}

/// Catalogues the meetings from this one on, a few at a time, and then shows the archive. In between, and before the archive
/// is shown, a slow phone answers its reader.
fn make_catalogue(archive: Archive, mut builder: Builder, from: usize, show: Show) {
    let to = (from + AT_ONCE).min(archive.meetings.len());
    archive.meetings[from..to].iter().for_each(|meeting| builder.add(&archive, meeting));
    dom::soon(Box::new(move || {
        if to < archive.meetings.len() {
            return make_catalogue(archive, builder, to, show);
        }
        let catalogue = builder.finish_in_order(&archive);
        show(Collection { archive, catalogue });
    }));
}
