//! What is kept of each entry of the browser's history, and brought back on Back and Forward: where the reader was, which link
//! was followed, and what the explorer was asked before.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsValue;
use web_sys::{Element, ScrollRestoration, Storage};

use crate::core::address::query::Query;
use crate::views::dom;

/// Begins to keep the scroll position of each entry of the history, and to bring it back on Back and Forward. The
/// browser's own way comes too early: the page is not there yet when it scrolls.
pub fn watch() {
    if let Ok(history) = window().history() {
        // A browser without the setting scrolls by itself, and then once more for us.
        let _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    window_event_listener_untyped("scroll", |_| keep_scroll());
    window_event_listener_untyped("popstate", |_| {
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

/// Scrolls the page.
pub fn scroll_to(top: i32) {
    window().scroll_to_with_x_and_y(0.0, top.into());
}

/// What is kept of an entry, before the name of the entry: the scroll position, which link was followed, and what the explorer
/// was asked before.
const SCROLL: &str = "";
const LINK: &str = "link ";
const ASKED: &str = "asked ";

const HREF: &str = "href";

/// Keeps something of the present entry of the history. With the storage full or forbidden it is lost, and Back leads to the
/// top of the page.
fn keep(what: &str, text: &str) {
    if let (Some(storage), Some(key)) = (storage(), key().or_else(name_entry)) {
        let _ = storage.set_item(&format!("{what}{key}"), text);
    }
}

/// What was kept of the present entry.
fn kept(what: &str) -> Option<String> {
    storage()?.get_item(&format!("{what}{}", key()?)).ok()?
}

fn kept_scroll() -> Option<i32> {
    kept(SCROLL)?.parse().ok()
}

/// Keeps the scroll position of the present entry of the history.
pub fn keep_scroll() {
    if let Ok(top) = window().scroll_y() {
        keep(SCROLL, &(top as i32).to_string());
    }
}

/// Keeps which link of the present entry was followed.
pub fn keep_link(link: &Element) {
    let href = link.get_attribute(HREF).unwrap_or_default();
    if let Some(at) = links_to(&href).iter().position(|other| other == link) {
        keep(LINK, &format!("{at} {href}"));
    }
}

/// Puts the focus on the link of the present entry that was followed, where it is; whether there is one.
pub fn focus_link() -> bool {
    let link = kept(LINK).as_deref().and_then(|kept| kept.split_once(' ')).and_then(|(at, href)| {
        let at: usize = at.parse().ok()?;
        links_to(href).into_iter().nth(at)
    });
    let is_there = link.is_some();
    link.into_iter().for_each(dom::focus_in_place);
    is_there
}

/// Keeps what the explorer was asked before the present entry.
pub fn keep_asked(asked: &Query) {
    keep(ASKED, &asked.to_string());
}

/// What the explorer was asked before the present entry; nothing where that is not known.
pub fn kept_asked() -> Query {
    Query::parse(&kept(ASKED).unwrap_or_default())
}

fn links_to(href: &str) -> Vec<Element> {
    let mut links = dom::find_all("a");
    links.retain(|link| link.get_attribute(HREF).as_deref() == Some(href));
    links
}

/// The name of the present entry of the history, if it has one.
fn key() -> Option<String> {
    state().as_string()
}

/// What the present entry of the history is named by.
pub fn state() -> JsValue {
    window().history().and_then(|history| history.state()).unwrap_or(JsValue::NULL)
}

/// A name for a new entry of the history.
pub fn new_state() -> JsValue {
    // A whole number, since printing any float would cost 15 kB of WASM.
    JsValue::from_str(&format!("scroll {}", (js_sys::Math::random() * 1e9) as u32))
}

/// Gives the present entry of the history a name; only the first one that the app finds has none.
fn name_entry() -> Option<String> {
    let state = new_state();
    // Refused only where addresses change too fast for the browser; the next time it scrolls there is another.
    window().history().ok()?.replace_state(&state, "").ok()?;
    state.as_string()
}

/// What the browser keeps for as long as the window is open; none where that is forbidden.
pub fn storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}
