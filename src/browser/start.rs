//! Starts the app: shows the archive in place of the finished page, and keeps address, title and focus in step with it.

use std::sync::Mutex;
use std::sync::atomic::Ordering;

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider};

use crate::browser::pieces::Fetcher;
use crate::browser::told::{base, origin_told, set_state};
use crate::browser::{history, load, notice, take_over};
use crate::core::address::base::Base;
use crate::core::address::route::Route;
use crate::core::search::collection::Collection;
use crate::core::search::explore::{Row, Shown};
use crate::core::search::pieces::records::Records;
use crate::views::site::{IS_IN_PIECES, Needed, Site, Visit};
use crate::views::{dom, page};

/// The number of rows that are seen at first on a phone.
const SEEN_FIRST: usize = 4;

/// The id of the element that the app fills.
const ROOT: &str = "app";

/// Starts the explorer on the present page.
pub fn start() {
    // What is published panics without a message (Makefile); the page's script tells the reader of it.
    #[cfg(panic = "abort")]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    // Of an archive in pieces the app shows the explorer alone; every other page stays the finished one.
    if IS_IN_PIECES && !matches!(address(&base()), Route::Explorer(_)) {
        return set_state("ready");
    }
    history::watch();
    // The task that the browser started the app in has been long already.
    dom::soon(Box::new(|| load::load(show)));
}

/// Shows the archive in place of what the page showed before.
fn show(collection: Collection) {
    let collection: &'static Collection = Box::leak(Box::new(collection));
    let records = Records::new(&collection.archive, collection.catalogue.count());
    let records: &'static Records = Box::leak(Box::new(records));
    let fetcher: &'static Fetcher = Box::leak(Box::new(Fetcher::new(collection, records)));
    show_when_here(fetcher);
}

/// Shows the archive once all is there that the address asks for.
fn show_when_here(fetcher: &'static Fetcher) {
    let base = base();
    let Some(root) = document().get_element_by_id(ROOT).map(leptos::wasm_bindgen::JsCast::unchecked_into) else {
        return;
    };
    let (first, settled) = match address(&base) {
        Route::Explorer(query) => {
            let (shown, may_settle) = take_over::asked(&fetcher.collection.catalogue, &query);
            let settled = may_settle.then(|| Route::Explorer(shown.query.clone()));
            (Some(shown), settled)
        }
        route => (None, Some(route)),
    };
    if IS_IN_PIECES && let Some(shown) = &first {
        let for_list = shown.lacking_for_list();
        if !for_list.is_empty() {
            return for_list.into_iter().for_each(|piece| fetcher.fetch(Needed::Piece(piece), show_when_here));
        }
        // While the page is made, the records of the rows to be seen first are on their way, and then the counts.
        for row in shown.rows.iter().take(SEEN_FIRST) {
            if let Row::Meeting(position) = row
                && fetcher.records.get(*position).is_none()
            {
                fetcher.ask(Needed::Record(*position));
            }
        }
        shown.lacking.iter().for_each(|piece| fetcher.ask(Needed::Piece(*piece)));
    }
    fetcher.is_shown.store(true, Ordering::Relaxed);
    let base: &'static Base = Box::leak(Box::new(base));
    let origin = origin_told().unwrap_or_else(|| location().origin().unwrap_or_default());
    let origin: &'static str = Box::leak(origin.into_boxed_str());
    take_over::remember();
    if let Some(route) = settled {
        history::settle_address(base, &route);
    }
    notice::clear();
    root_clear();
    mount_to(root, move || site(fetcher, base, origin, first).map(page::app)).forget();
    history::restore_scroll();
    set_state("ready");
}

/// The page at the present address.
fn address(base: &Base) -> Route {
    let location = location();
    let search = location.search().unwrap_or_default();
    base.route(&location.pathname().unwrap_or_default(), search.trim_start_matches('?'))
}

fn root_clear() {
    if let Some(root) = document().get_element_by_id(ROOT) {
        root.set_inner_html("");
    }
}

/// The site as the browser has it: with the address as the only store of what is shown, and address, title and focus
/// kept in step with the page. `None` in a browser without a history, which is no browser.
fn site(fetcher: &'static Fetcher, base: &'static Base, origin: &'static str, first: Option<Shown>) -> Option<Site> {
    let (collection, records) = (fetcher.collection, fetcher.records);
    let browser = BrowserUrl::new().ok()?;
    browser.init(Some(base.as_str().into()));
    let url = browser.as_url().clone();
    let route = {
        let url = url.clone();
        Memo::new(move |_| {
            let url = url.read();
            base.route(url.path(), url.search())
        })
    };
    let go = {
        let browser = browser.clone();
        Callback::new(move |(to, visit): (Route, Visit)| {
            // A changed query moves nothing; another page begins at its top.
            let scroll = to.page() != route.read_untracked().page();
            let href = base.href(&to);
            if let Ok(to) = BrowserUrl::parse(&href) {
                url.set(to);
            }
            let replace = visit == Visit::Replace;
            browser.complete_navigation(&LocationChange { value: href.clone(), replace, scroll, ..Default::default() });
            history::settle_entry(&href);
        })
    };
    Effect::new(move |before: Option<Route>| {
        let route = route.read();
        // A link that was followed waits for its page before it changes the address; now the page is there.
        browser.ready_to_complete();
        document().set_title(&page::title(&collection.archive, &collection.catalogue, &route));
        let page = route.page();
        if before.is_some_and(|before| before != page) {
            request_animation_frame(dom::focus_heading);
        }
        // By the next frame the new entry of the history is there; where it begins is kept even if nothing scrolls.
        request_animation_frame(history::keep_scroll);
        page
    });
    let ask = Callback::new(move |needed| fetcher.ask(needed));
    let (archive, catalogue, arrived) = (&collection.archive, &collection.catalogue, fetcher.arrived);
    let first = Box::leak(Box::new(Mutex::new(first)));
    Some(Site { archive, catalogue, base, origin, route, go, records, ask, arrived, has_app: true, first })
}
