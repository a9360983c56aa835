//! Scroll positions and addresses of the browser's history, as far as the router leaves them to the app.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use web_sys::{ScrollRestoration, Storage};

use crate::core::address::base::Base;
use crate::core::address::route::Route;

/// Begins to keep the scroll position of each entry of the history, and to bring it back on Back and Forward. The
/// browser's own way comes too early: the page is not there yet when it scrolls.
pub fn watch() {
    if let Ok(history) = window().history() {
        // A browser without the setting scrolls by itself, and then once more for us.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    window_event_listener(leptos::ev::scroll, |_| keep_scroll());
    window_event_listener(leptos::ev::popstate, |_| {
        // Read at once: a page that becomes shorter scrolls by itself before the next frame.
        if let Some(top) = kept_scroll() {
            request_animation_frame(move || scroll_to(top));
        }
    });
}

/// Brings back where the reader was on this entry of the history; does nothing on a new one.
pub fn restore_scroll() {
    if let Some(top) = kept_scroll() {
        scroll_to(top);
    }
}

fn scroll_to(top: i32) {
    window().scroll_to_with_x_and_y(0.0, top.into());
}

fn kept_scroll() -> Option<i32> {
    storage()?.get_item(&key()?).ok()??.parse().ok()
}

/// Keeps the scroll position of the present entry of the history.
pub fn keep_scroll() {
    let Some(key) = key().or_else(name_entry) else {
        return;
    };
    if let (Some(storage), Ok(top)) = (storage(), window().scroll_y()) {
        // With the storage full or forbidden, Back leads to the top of the page.
        let _ = storage.set_item(&key, &(top as i32).to_string());
    }
}

/// The name of the present entry of the history, if it has one.
fn key() -> Option<String> {
    window().history().ok()?.state().ok()?.as_string()
}

/// Gives the present entry of the history a name.
fn name_entry() -> Option<String> {
    // A whole number, since printing any float would cost 15 kB of WASM.
    let key = format!("scroll {}", (js_sys::Math::random() * 1e9) as u32);
    window().history().ok()?.replace_state(&JsValue::from_str(&key), "").ok()?;
    Some(key)
}

fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Puts the one address of a page in place of the present one, which leads to it too.
pub fn settle_address(base: &Base, route: &Route) {
    let location = location();
    let (path, search) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    let canonical = base.href(route);
    if !matches!(route, Route::NotFound(_)) && canonical != format!("{path}{search}") {
        let hash = location.hash().unwrap_or_default();
        if let Ok(history) = window().history() {
            let state = history.state().unwrap_or(JsValue::NULL);
            // Refused only where addresses change too fast for the browser; the page is right all the same.
            let _ = history.replace_state_with_url(&state, "", Some(&format!("{canonical}{hash}")));
        }
    }
}

/// Sees to it that the address is `href` after a step to it. The router leaves the step out where it believes, after
/// Back over several pages, to be there already.
pub fn settle_entry(href: &str) {
    let location = location();
    let (path, search) = (location.pathname().unwrap_or_default(), location.search().unwrap_or_default());
    if format!("{path}{search}") != href
        && let Ok(history) = window().history()
    {
        // Refused only where steps come too fast for the browser; the page is right all the same.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(href));
    }
}
