//! Fetches what the first list did not need: chunks of the app, pieces of the archive, finished pages.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::chunks;
use crate::browser::fetch::FetchError;
use crate::browser::given::Loaded;
use crate::browser::load::SLOW;
use crate::browser::notice;
use crate::browser::told::set_state;
use crate::core::address::route::Route;
use crate::core::search::index::piece::Piece;
use crate::core::search::pieces::IN_A_FILE;
use crate::core::search::pieces::records::Records;
use crate::language::labels;
use crate::views::dom;
use crate::views::site::Needed;

/// What is done once something has come.
type Then = fn(&'static Fetcher);

/// What fetches the rest.
pub struct Fetcher {
    /// What has come at once.
    pub loaded: &'static Loaded,
    /// The records of the archive.
    pub records: &'static Records,
    /// What has been asked for.
    asked: Mutex<Vec<Needed>>,
    /// What has been asked for and did not come, until the reader tries again.
    failed: Mutex<Vec<(Needed, Then)>>,
    /// Whether the page is made; before, something else may be done with what comes.
    pub is_shown: AtomicBool,
    /// How often something has come that was asked for.
    pub arrived: RwSignal<usize>,
    /// Why what answers a text did not come, in a sentence.
    pub no_search: RwSignal<Option<String>>,
}

impl Fetcher {
    /// What fetches the rest of an archive. It lives as long as the page.
    pub fn new(loaded: Loaded) -> &'static Self {
        let loaded: &'static Loaded = Box::leak(Box::new(loaded));
        let collection = &loaded.collection;
        Box::leak(Box::new(Self {
            loaded,
            records: Box::leak(Box::new(Records::new(&collection.archive, collection.catalogue.count()))),
            asked: Mutex::default(),
            failed: Mutex::default(),
            is_shown: AtomicBool::new(false),
            arrived: RwSignal::new(0),
            no_search: RwSignal::new(None),
        }))
    }

    /// Whether all is there that it takes to show this page; of the explorer, its frame.
    pub fn has(&self, page: &Route) -> bool {
        let later = &self.loaded.later;
        matches!(page, Route::Explorer(_)) || later.pages.get().is_some() || later.finished(page).is_some()
    }

    /// Fetches something, unless it has been asked for before; once it has come, `arrived` changes.
    pub fn ask(&'static self, needed: Needed) {
        self.fetch(needed, Self::tell);
    }

    /// The same, but once it has come, does something else.
    pub fn fetch(&'static self, needed: Needed, then: Then) {
        let needed = match needed {
            // One file holds the records of several.
            Needed::Record(position) => Needed::Record(position - position % IN_A_FILE),
            needed => needed,
        };
        {
            let Ok(mut asked) = self.asked.lock() else { return };
            if asked.contains(&needed) {
                return;
            }
            asked.push(needed.clone());
        }
        if needed == Needed::Piece(Piece::Search) {
            let slow = move || {
                if self.loaded.collection.catalogue.search().is_none() {
                    self.no_search.update(|failed| _ = failed.get_or_insert(labels::SLOW_SEARCH.to_owned()));
                }
            };
            set_timeout(slow, SLOW);
        }
        spawn_local(async move {
            match self.get(needed.clone()).await {
                // What is still under way when the page is made belongs to the page.
                Ok(()) if self.is_shown.load(Ordering::Relaxed) => self.tell(),
                Ok(()) => then(self),
                Err(error) => self.fail(needed, then, error),
            }
        });
    }

    /// Tells the page that something has come.
    fn tell(&'static self) {
        self.arrived.update(|count| *count += 1);
    }

    /// Tells the reader that something did not come.
    fn fail(&'static self, needed: Needed, then: Then, error: FetchError) {
        let is_shown = self.is_shown.load(Ordering::Relaxed);
        let is_search = needed == Needed::Piece(Piece::Search);
        if let Ok(mut failed) = self.failed.lock() {
            failed.push((needed, then));
        }
        if is_search && is_shown {
            // The list tells it, which waits for it.
            return self.no_search.set(Some(error.sentence()));
        }
        if !is_shown {
            set_state("failed");
        }
        notice::tell(&error.sentence(), || self.try_again());
    }

    /// Fetches what did not come.
    pub fn try_again(&'static self) {
        if !self.is_shown.load(Ordering::Relaxed) {
            set_state("starting");
        }
        notice::clear();
        self.no_search.set(None);
        // What is under way for long is fetched once more.
        dom::tell_page("again");
        let failed = self.failed.lock().map(|mut failed| std::mem::take(&mut *failed)).unwrap_or_default();
        for (needed, then) in failed {
            if let Ok(mut asked) = self.asked.lock() {
                asked.retain(|of| *of != needed);
            }
            self.fetch(needed, then);
        }
    }

    async fn get(&self, needed: Needed) -> Result<(), FetchError> {
        let Loaded { collection, later, pieces, .. } = self.loaded;
        match (needed, pieces) {
            (Needed::Piece(Piece::Search), _) => {
                let (finder, index) = chunks::search().await?;
                let catalogue = &collection.catalogue;
                if catalogue.index.get().is_none() {
                    let _ = catalogue.index.set(index(&collection.archive).await);
                }
                let _ = catalogue.finder.set(finder);
            }
            (needed, Some(pieces)) => (pieces.get)(self.loaded, self.records, needed).await?,
            (Needed::Page(_), None) => _ = later.pages.set(chunks::pages().await?),
            // An archive that has come whole has all of these.
            (Needed::Piece(_) | Needed::Record(_), None) => {}
        }
        Ok(())
    }
}
