//! Starts the app: shows the archive in place of the finished page, and keeps address, title and focus in step with it.

use std::sync::Mutex;
use std::sync::atomic::Ordering;

use leptos::prelude::*;

use crate::browser::address::{self, Address};
use crate::browser::fetcher::Fetcher;
use crate::browser::given::Loaded;
use crate::browser::load;
use crate::browser::told::{self, base, origin_told, pieces_folder, set_state};
use crate::browser::{apart, history, notice, save, take_over};
use crate::core::address::base::Base;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::search::explore::{Row, Shown};
use crate::language::{order, world};
use crate::views::site::{Kept, Needed, Site};
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
    world::know(told::names().unwrap_or_default().leak());
    if told::is_plain() {
        order::sort_plainly();
    }
    // Whoever comes to a finished page of a large archive need not fetch what its list takes.
    if pieces_folder().is_some() && !matches!(address::route(&base()), Route::Explorer(_)) {
        save::watch(None);
        set_state("ready");
        // What a finished page cannot know, which is asked for behind its address.
        return apart::show_if_asked();
    }
    history::watch();
    // The task that the browser started the app in has been long already.
    dom::soon(Box::new(|| load::load(show)));
}

/// Shows the archive in place of what the page showed before.
fn show(loaded: Loaded) {
    show_when_here(Fetcher::new(loaded));
}

/// Shows the archive once all is there that the address asks for.
fn show_when_here(fetcher: &'static Fetcher) {
    let base = base();
    let Some(root) = document().get_element_by_id(ROOT).map(leptos::wasm_bindgen::JsCast::unchecked_into) else {
        return;
    };
    let (first, settled) = match address::route(&base) {
        Route::Explorer(query) => {
            let (shown, may_settle) = take_over::asked(&fetcher.loaded.collection.catalogue, &query);
            let settled = may_settle.then(|| Route::Explorer(shown.query.clone()));
            (Some(shown), settled)
        }
        page if !fetcher.has(&page) => return fetcher.fetch(Needed::Page(page), show_when_here),
        page => (None, Some(page)),
    };
    if let Some(shown) = &first {
        let view = shown.query.view();
        if !fetcher.can_show(view) {
            return fetcher.fetch(Needed::View(view), show_when_here);
        }
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
    let [footer, overview, browse, taken] = ["footer", "#overview", "#browse", "#taken"].map(dom::markup);
    let kept: &'static Kept = Box::leak(Box::new(Kept { footer, overview, browse, taken }));
    if let Some(route) = settled {
        address::make_canonical(base, &route);
    }
    notice::clear();
    root_clear();
    mount_to(root, move || page::app(site(fetcher, base, origin, kept, first))).forget();
    history::restore_scroll();
    set_state("ready");
}

fn root_clear() {
    if let Some(root) = document().get_element_by_id(ROOT) {
        root.set_inner_html("");
    }
}

/// The site as the browser has it: with address, title and focus kept in step with the page.
fn site(
    fetcher: &'static Fetcher,
    base: &'static Base,
    origin: &'static str,
    kept: &'static Kept,
    first: Option<Shown>,
) -> Site {
    let Loaded { collection, later, .. } = fetcher.loaded;
    let (archive, catalogue) = (&collection.archive, &collection.catalogue);
    let (arrived, failed) = (fetcher.arrived, fetcher.no_search);
    let address = Address::new(base);
    let asked: &'static Mutex<Query> = Box::leak(Box::new(Mutex::new(history::kept_asked())));
    address.watch(asked);
    let _ = fetcher.wanted.set(address.wanted);
    let route = Memo::new(move |before: Option<&Route>| {
        let wanted = address.wanted.get();
        if fetcher.has(&wanted) {
            return wanted;
        }
        // The page before stays until there is something to show.
        arrived.track();
        fetcher.ask(Needed::Page(wanted.clone()));
        before.cloned().unwrap_or(wanted)
    });
    save::watch(Some((fetcher.loaded, route)));
    keep_in_step(fetcher.loaded, address, route, asked);
    Site {
        archive,
        catalogue,
        base,
        origin,
        route,
        go: Callback::new(move |(to, visit)| address.go(to, visit)),
        records: fetcher.records,
        later,
        ask: Callback::new(move |needed| fetcher.ask(needed)),
        arrived,
        failed,
        again: Callback::new(move |()| fetcher.try_again()),
        kept: Some(kept),
        has_app: true,
        asked,
        first: Box::leak(Box::new(Mutex::new(first))),
    }
}

/// Keeps address, title, scroll position and focus in step with the page.
fn keep_in_step(loaded: &'static Loaded, address: &'static Address, route: Memo<Route>, asked: &'static Mutex<Query>) {
    let Loaded { collection, later, .. } = loaded;
    let (archive, catalogue) = (&collection.archive, &collection.catalogue);
    Effect::new(move |before: Option<Route>| {
        let route = route.read();
        let page = route.page();
        if let (Route::Explorer(query), Ok(mut asked)) = (&*route, asked.lock()) {
            asked.clone_from(query);
        }
        let is_other = before.is_some_and(|before| before != page);
        let is_step = *route == *address.wanted.read_untracked() && address.settle();
        // A changed query moves nothing; another page begins at its top.
        if is_step && is_other {
            history::scroll_to(0);
        }
        if let (true, Ok(asked)) = (is_step && !matches!(*route, Route::Explorer(_)), asked.lock()) {
            history::keep_asked(&asked);
        }
        let title = later.finished(&route).map(|page| page.title);
        let name = || later.pages.get().and_then(|pages| (pages.name)(archive, catalogue, &route));
        document().set_title(&title.unwrap_or_else(|| page::title(archive, catalogue, &route, name())));
        if is_other {
            // Back leads to the link that was followed, and every other way to the top of the page.
            request_animation_frame(|| {
                if !history::focus_link() {
                    dom::focus_heading();
                }
            });
        }
        // By the next frame the new entry of the history is there; where it begins is kept even if nothing scrolls.
        request_animation_frame(history::keep_scroll);
        page
    });
}
