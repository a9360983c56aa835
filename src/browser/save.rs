//! Saves files when links ask for them. The page's script (`scripts/save.js`) tells which.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::CustomEvent;

use crate::browser::given::Loaded;
use crate::browser::told::base;
use crate::browser::{address, chunks};
use crate::core::address::route::Route;

/// Begins to write files when links ask for them: of the archive and the page that are shown, or where no app shows one, of
/// the finished page.
pub fn watch(shown: Option<(&'static Loaded, RwSignal<Route>)>) {
    window_event_listener_untyped("save", move |event| {
        let ending = event.dyn_ref().and_then(|event: &CustomEvent| event.detail().as_string()).unwrap_or_default();
        let route = shown.map_or_else(|| address::route(&base()), |(_, route)| route.get_untracked());
        spawn_local(async move {
            let is_saved = match chunks::save().await {
                Ok(save) => save(shown.map(|(loaded, _)| loaded), route, ending).await,
                Err(_) => false,
            };
            if let Some(notice) = document().get_element_by_id("unsaved") {
                let _ = notice.toggle_attribute_with_force("hidden", is_saved);
            }
        });
    });
}
