//! The browser's side of the explorer: fetches the dataset, keeps address and page in step, and shows the views.

pub mod history;
pub mod load;
pub mod notice;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Router;
use leptos_router::hooks::{use_location, use_navigate};
use leptos_router::location::{BrowserUrl, LocationProvider};

use crate::app::{self, Site, Visit, dom};
use crate::core::archive::Archive;
use crate::core::route::{Base, Route};

/// The id of the element that the app fills.
const ROOT: &str = "app";

/// Starts the explorer on the present page.
pub fn start() {
    std::panic::set_hook(Box::new(|_| notice::crashed()));
    history::watch();
    load::load(show);
}

/// The base of the present page, which its `<base>` tells.
pub fn base() -> Base {
    let address = document().base_uri().ok().flatten().unwrap_or_default();
    let path = web_sys::Url::new(&address).map(|url| url.pathname()).unwrap_or_default();
    Base::new(&path)
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
    let base: &'static Base = Box::leak(Box::new(base()));
    let origin: &'static str = match &archive.dataset.site {
        Some(site) => site.trim_end_matches('/'),
        None => Box::leak(location().origin().unwrap_or_default().into_boxed_str()),
    };
    history::settle_address(base);
    let Some(root) = document().get_element_by_id(ROOT).map(leptos::wasm_bindgen::JsCast::unchecked_into) else {
        return;
    };
    notice::clear();
    root_clear();
    mount_to(root, move || {
        view! {
            <Router base=base.as_str()>
                <Shell archive base origin />
            </Router>
        }
    })
    .forget();
    history::restore_scroll();
    set_state("ready");
}

fn root_clear() {
    if let Some(root) = document().get_element_by_id(ROOT) {
        root.set_inner_html("");
    }
}

/// Keeps the address, the title and the focus in step with the page.
#[component]
fn Shell(archive: &'static Archive, base: &'static Base, origin: &'static str) -> impl IntoView {
    let location = use_location();
    let (pathname, search) = (location.pathname, location.search);
    let route = Memo::new(move |_| base.route(&pathname.read(), &search.read()));
    let navigate = use_navigate();
    let go = Callback::new(move |(route, visit): (Route, Visit)| {
        // Searching from another page scrolls to the top of the new one; a changed query moves nothing.
        let scroll = !matches!(route, Route::Explorer(_)) || !matches!(*self::current(base), Route::Explorer(_));
        let options =
            NavigateOptions { resolve: false, replace: visit == Visit::Replace, scroll, ..Default::default() };
        navigate(&base.href(&route), options);
        history::settle_entry(&base.href(&route));
    });
    let site = Site { archive, base, origin, route, go };
    // The router waits for the page before it changes the address; by the time an effect runs the page is there.
    let provider = use_context::<BrowserUrl>();
    Effect::new(move |_| {
        pathname.track();
        search.track();
        if let Some(provider) = &provider {
            provider.ready_to_complete();
        }
    });
    Effect::new(move |_| document().set_title(&app::title(archive, &route.read())));
    let page = Memo::new(move |_| route.read().page());
    Effect::new(move |before: Option<()>| {
        page.track();
        if before.is_some() {
            request_animation_frame(dom::focus_heading);
        }
    });
    app::app(site)
}

/// The route of the address in the browser.
fn current(base: &Base) -> Box<Route> {
    let location = location();
    let path = location.pathname().unwrap_or_default();
    let search = location.search().unwrap_or_default();
    Box::new(base.route(&path, search.trim_start_matches('?')))
}
