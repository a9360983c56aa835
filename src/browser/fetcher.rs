//! Fetches what the first list did not need: chunks of the app, pieces of the archive, finished pages.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, OnceLock};

use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use crate::browser::chunks;
use crate::browser::fetch::FetchError;
use crate::browser::given::{Loaded, Search};
use crate::browser::load::SLOW;
use crate::browser::notice;
use crate::browser::told::{base, set_state};
use crate::core::address::route::Route;
use crate::core::address::view::View;
use crate::core::search::index::piece::Piece;
use crate::core::search::pieces::IN_A_FILE;
use crate::core::search::pieces::records::Records;
use crate::language::{labels, messages};
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
    asks: Mutex<Vec<Ask>>,
    /// Whether the page is made; before, something else may be done with what comes.
    pub is_shown: AtomicBool,
    /// How often something has come that was asked for.
    pub arrived: RwSignal<usize>,
    /// Why what answers a text did not come, in a sentence.
    pub no_search: RwSignal<Option<String>>,
    /// The page that the reader has asked for, once a page is shown.
    pub wanted: OnceLock<RwSignal<Route>>,
}

/// Something that has been asked for.
#[derive(Clone)]
struct Ask {
    needed: Needed,
    then: Then,
    state: State,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    UnderWay,
    Here,
    Failed,
}

impl Fetcher {
    /// What fetches the rest of an archive. It lives as long as the page.
    pub fn new(loaded: Loaded) -> &'static Self {
        let loaded: &'static Loaded = Box::leak(Box::new(loaded));
        let collection = &loaded.collection;
        Box::leak(Box::new(Self {
            loaded,
            records: Box::leak(Box::new(Records::new(&collection.archive, collection.catalogue.count()))),
            asks: Mutex::default(),
            is_shown: AtomicBool::new(false),
            arrived: RwSignal::new(0),
            no_search: RwSignal::new(None),
            wanted: OnceLock::new(),
        }))
    }

    /// Whether all is there that it takes to show this page; of the explorer, its frame.
    pub fn has(&self, page: &Route) -> bool {
        let later = &self.loaded.later;
        matches!(page, Route::Explorer(_)) || later.pages.get().is_some() || later.has_finished(page)
    }

    /// Whether what is found can be shown in this view.
    pub fn can_show(&self, view: View) -> bool {
        view == View::List || self.loaded.later.views[view as usize].get().is_some()
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
        // A page that did not come is asked for anew when its link is followed again; all else when the reader says so.
        let is_page = matches!(needed, Needed::Page(_));
        if self.state(&needed).is_none_or(|state| state == State::Failed && is_page) {
            self.run(Ask { needed, then, state: State::UnderWay });
        }
    }

    fn state(&self, needed: &Needed) -> Option<State> {
        self.asks.lock().ok()?.iter().find(|ask| ask.needed == *needed).map(|ask| ask.state)
    }

    fn set(&self, ask: Ask) {
        if let Ok(mut asks) = self.asks.lock() {
            asks.retain(|of| of.needed != ask.needed);
            asks.push(ask);
        }
    }

    fn run(&'static self, ask: Ask) {
        self.set(ask.clone());
        self.watch(ask.needed.clone());
        spawn_local(async move {
            let outcome = self.get(ask.needed.clone()).await;
            let state = if outcome.is_ok() { State::Here } else { State::Failed };
            self.set(Ask { state, ..ask.clone() });
            match outcome {
                Err(error) => self.fail(&ask.needed, error),
                // What is still under way when the page is made belongs to the page.
                Ok(()) if self.is_shown() => self.tell(),
                Ok(()) => (ask.then)(self),
            }
        });
    }

    /// Tells the reader after a time that something takes long, if it does.
    fn watch(&'static self, needed: Needed) {
        let slow = move || {
            if self.state(&needed) == Some(State::UnderWay) {
                self.say(&needed, labels::SLOW_PART.to_owned());
            }
        };
        set_timeout(slow, SLOW);
    }

    fn is_shown(&self) -> bool {
        self.is_shown.load(Ordering::Relaxed)
    }

    /// Tells the page that something has come.
    fn tell(&'static self) {
        let is_all_well = self.asks.lock().is_ok_and(|mut asks| {
            // The reader went on from a page that did not come; its link asks for it anew.
            asks.retain(|ask| ask.state != State::Failed || !matches!(ask.needed, Needed::Page(_)));
            asks.iter().all(|ask| ask.state != State::Failed)
        });
        if is_all_well {
            notice::clear();
            self.no_search.set(None);
        }
        self.arrived.update(|count| *count += 1);
    }

    /// Something did not come.
    fn fail(&'static self, needed: &Needed, error: FetchError) {
        if let (FetchError::Elsewhere, Needed::Page(page)) = (&error, needed) {
            let is_wanted = self.wanted.get().is_some_and(|wanted| *wanted.read_untracked() == *page);
            // Where the browser refuses, the page before stays.
            let _ = is_wanted.then(|| location().assign(&base().href(page)));
            return;
        }
        if !self.is_shown() {
            set_state("failed");
        }
        self.say(needed, error.sentence());
    }

    /// Says why something is not there: the list says it of what answers a text.
    fn say(&'static self, needed: &Needed, sentence: String) {
        if !self.is_shown() {
            return notice::tell(&messages::off(&sentence), None, || self.try_again());
        }
        if *needed == Needed::Piece(Piece::Search) {
            return self.no_search.set(Some(sentence));
        }
        let instead = match needed {
            Needed::Page(page) => Some(base().href(page)),
            _ => None,
        };
        notice::tell(&sentence, instead.as_deref(), || {
            // The button that was pressed goes with the notice; the page stays.
            dom::focus_heading();
            self.try_again();
        });
    }

    /// Fetches what did not come.
    pub fn try_again(&'static self) {
        if !self.is_shown() {
            set_state("starting");
        }
        notice::clear();
        self.no_search.set(None);
        // What is under way for long is fetched once more.
        dom::tell_page("again");
        let asks = self.asks.lock().map(|asks| asks.clone()).unwrap_or_default();
        for ask in asks {
            match ask.state {
                State::Failed => self.run(Ask { state: State::UnderWay, ..ask }),
                State::UnderWay => self.watch(ask.needed),
                State::Here => {}
            }
        }
    }

    async fn get(&self, needed: Needed) -> Result<(), FetchError> {
        let Loaded { collection, later, pieces, .. } = self.loaded;
        match (needed, pieces) {
            (Needed::Piece(Piece::Search), _) => {
                let Search { finder, index, answers } = chunks::search().await?;
                let _ = later.answers.set(answers);
                let catalogue = &collection.catalogue;
                if catalogue.index.get().is_none() {
                    let _ = catalogue.index.set(index(&collection.archive).await);
                }
                let _ = catalogue.finder.set(finder);
            }
            (Needed::Piece(Piece::Later), _) => {
                // The list is there; it is painted first.
                dom::pause().await;
                collection.catalogue.read_later_parts();
            }
            (Needed::View(view), _) => {
                let show = match view {
                    View::List => return Ok(()),
                    View::Table => chunks::table().await?,
                    View::Timeline => chunks::timeline().await?,
                    View::Map => {
                        let (show, picture) = chunks::map().await?;
                        let _ = later.picture.set(picture().await?);
                        show
                    }
                };
                let _ = later.views[view as usize].set(show);
            }
            (needed, Some(pieces)) => (pieces.get)(self.loaded, self.records, needed).await?,
            (Needed::Page(_), None) => _ = later.pages.set(chunks::pages().await?),
            // An archive that has come whole has all of these.
            (Needed::Piece(_) | Needed::Record(_), None) => {}
        }
        Ok(())
    }
}
