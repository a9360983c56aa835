//! Saves files when links ask for them. The page's script (`scripts/save.js`) tells which.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::CustomEvent;

use crate::browser::given::Loaded;
use crate::browser::load::SLOW;
use crate::browser::told::base;
use crate::browser::{address, chunks};
use crate::core::address::route::Route;
use crate::views::dom;

/// Begins to write files when links ask for them: of the archive and the page that are shown, or where no app shows one, of
/// the finished page.
pub fn watch(shown: Option<(&'static Loaded, Memo<Route>)>) {
    // The last file that was asked for, by number; none once it is there, or has taken long.
    let (last, count) = (Rc::new(Cell::new(None)), Cell::new(0));
    window_event_listener_untyped("save", move |event| {
        // Whoever clicks again while a file is on its way has asked for one.
        if last.get().is_some() {
            return;
        }
        count.set(count.get() + 1);
        let number = Some(count.get());
        last.set(number);
        // What took long before is asked for once more.
        dom::tell_page("again");
        let slow = {
            let last = last.clone();
            move || {
                if last.get() == number {
                    last.set(None);
                    told(false);
                }
            }
        };
        set_timeout(slow, SLOW);
        let ending = event.dyn_ref().and_then(|event: &CustomEvent| event.detail().as_string()).unwrap_or_default();
        let route = shown.map_or_else(|| address::route(&base()), |(_, route)| route.get_untracked());
        let last = last.clone();
        spawn_local(async move {
            let save = chunks::save().await;
            // Another was asked for meanwhile.
            if last.get() != number {
                return;
            }
            let is_saved = match save {
                Ok(save) => save(shown.map(|(loaded, _)| loaded), route, ending).await,
                Err(_) => false,
            };
            last.set(None);
            told(is_saved);
        });
    });
}

/// Tells the reader whether there was a file.
fn told(is_saved: bool) {
    if let Some(notice) = document().get_element_by_id("unsaved") {
        // An attribute with a plain name can always be set.
        let _ = notice.toggle_attribute_with_force("hidden", is_saved);
    }
}
