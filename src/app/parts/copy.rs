//! A text to take away: shown, and copied by a button.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

use crate::app::element::{Element, classed, dynamic, el};
use crate::wording::label;

/// How long the button says what became of the copy.
const SAY_FOR: Duration = Duration::from_secs(4);

/// A text under a heading, with a button that copies it.
pub fn copy(heading: &'static str, button: &'static str, text: String) -> Element {
    let said = RwSignal::new(String::new());
    let copied = text.clone();
    let copy = move |_| {
        let text = copied.clone();
        spawn_local(async move {
            // There is no clipboard on a page that came over plain http.
            let done = window().is_secure_context()
                && JsFuture::from(window().navigator().clipboard().write_text(&text)).await.is_ok();
            // The reader may have left the page meanwhile, and the signal with it.
            said.try_set(if done { label::COPIED } else { label::COPY_FAILED }.to_owned());
            set_timeout(move || _ = said.try_set(String::new()), SAY_FOR);
        });
    };
    classed("div", "copy").child(el("h3").child(heading)).child(classed("p", "copy-text").child(text)).child(
        classed("p", "cluster")
            .child(el("button").attr("type", "button").on("click", copy).child(button))
            .child(classed("span", "quiet").attr("role", "status").child(dynamic(move || said.get()))),
    )
}
