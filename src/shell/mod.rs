//! The browser's side of the explorer: fetches the dataset, keeps address and page in step, and shows the views.

pub mod history;
pub mod load;
pub mod notice;
pub mod parts;
pub mod save;
pub mod take_over;

use std::sync::atomic::Ordering;

use leptos::prelude::*;
use leptos_router::location::{BrowserUrl, LocationChange, LocationProvider};

use self::parts::Fetcher;
use crate::app::{self, IS_IN_PARTS, Needed, Site, Visit, dom};
use crate::core::archive::Archive;
use crate::core::explore::Row;
use crate::core::parts::Records;
use crate::core::route::{Base, Route};

/// The number of rows that are seen at first on a phone.
const SEEN_FIRST: usize = 4;

/// The id of the element that the app fills.
const ROOT: &str = "app";

/// Starts the explorer on the present page.
pub fn start() {
    // What is published panics without a message (Makefile); the page's script tells the reader of it.
    #[cfg(panic = "abort")]
    std::panic::set_hook(Box::new(|panic| leptos::logging::error!("{panic}")));
    // Of an archive in parts the app shows the explorer alone; every other page stays the finished one.
    if IS_IN_PARTS && !matches!(address(&base()), Route::Explorer(_)) {
        return set_state("ready");
    }
    history::watch();
    // The task that the browser started the app in has been long already.
    dom::soon(Box::new(|| load::load(show)));
}

/// The path that the site is published under, which the page tells.
pub fn base() -> Base {
    Base::new(&told("data-base").unwrap_or_default())
}

/// The origin that the site is published under, where the page tells it.
pub fn origin_told() -> Option<String> {
    told("data-site")
}

fn told(attribute: &str) -> Option<String> {
    document().document_element()?.get_attribute(attribute)
}

/// What becomes of `<html data-app>`.
pub fn set_state(state: &str) {
    if let Some(html) = document().document_element() {
        // An attribute with a plain name can always be set.
        let _ = html.set_attribute("data-app", state);
    }
}

/// Shows the archive in place of what the page showed before.
fn show(archive: Archive) {
    let archive: &'static Archive = Box::leak(Box::new(archive));
    let records: &'static Records = Box::leak(Box::new(Records::of(archive)));
    let fetcher: &'static Fetcher = Box::leak(Box::new(Fetcher::new(archive, records)));
    show_when_here(fetcher);
}

/// Shows the archive once all is there that the address asks for.
fn show_when_here(fetcher: &'static Fetcher) {
    let (archive, records) = (fetcher.archive, fetcher.records);
    let base = base();
    let Some(root) = document().get_element_by_id(ROOT).map(leptos::wasm_bindgen::JsCast::unchecked_into) else {
        return;
    };
    let (shown, settled) = match address(&base) {
        Route::Explorer(query) => {
            let (shown, may_settle) = take_over::asked(archive, &query);
            let settled = may_settle.then(|| Route::Explorer(shown.query.clone()));
            (Some(shown), settled)
        }
        route => (None, Some(route)),
    };
    if IS_IN_PARTS && let Some(shown) = shown {
        let missing = archive.catalogue.index.take_missing();
        let before_list = shown.before_list(&missing);
        if !before_list.is_empty() {
            return before_list.into_iter().for_each(|part| fetcher.fetch(Needed::Part(part), show_when_here));
        }
        // While the page is made, the records of the rows to be seen first are on their way, and then the counts.
        for row in shown.rows.into_iter().take(SEEN_FIRST) {
            if let Row::Meeting(position) = row
                && records.get(position).is_none()
            {
                fetcher.ask(Needed::Record(position));
            }
        }
        missing.into_iter().for_each(|part| fetcher.ask(Needed::Part(part)));
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
    mount_to(root, move || site(fetcher, base, origin).map(app::app)).forget();
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
fn site(fetcher: &'static Fetcher, base: &'static Base, origin: &'static str) -> Option<Site> {
    let (archive, records) = (fetcher.archive, fetcher.records);
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
        document().set_title(&app::title(archive, &route));
        let page = route.page();
        if before.is_some_and(|before| before != page) {
            request_animation_frame(dom::focus_heading);
        }
        // By the next frame the new entry of the history is there; where it begins is kept even if nothing scrolls.
        request_animation_frame(history::keep_scroll);
        page
    });
    let ask = Callback::new(move |needed| fetcher.ask(needed));
    Some(Site { archive, base, origin, route, go, records, ask, arrived: fetcher.arrived, has_app: true })
}
