//! Which rows of an archive in pieces the reader sees: their records are asked for.

use std::sync::Arc;

use leptos::prelude::*;

use crate::core::search::explore::Shown;
use crate::views::dom;
use crate::views::element::follow;
use crate::views::site::{Needed, Site};

/// The class of a row whose record has not come.
pub const PENDING: &str = "pending";
/// The attribute of such a row that tells the meeting's position.
pub const POSITION: &str = "data-at";

/// Asks for the records of the rows that are seen, whenever the list or what is seen of it changes; and of all rows as soon
/// as the reader goes through them by keyboard, or prints.
pub fn ask_for_seen(site: Site, shown: Memo<Shown>, is_typing: RwSignal<bool>) {
    let ask_for = move |rows: Vec<web_sys::Element>| {
        for row in rows {
            let position = row.get_attribute(POSITION).and_then(|position| position.parse().ok());
            position.into_iter().for_each(|position| site.ask.run(Needed::Record(position)));
        }
    };
    let pending = format!(".{PENDING}");
    let ask = move |event: &str| {
        let is_read = event == "focusin" && dom::find(&format!("#{}:focus-within", dom::RESULTS)).is_some();
        if is_read || event == "beforeprint" { ask_for(dom::find_all(&pending)) } else { ask_for(dom::seen(&pending)) }
    };
    let ask = Arc::new(ask);
    for event in ["scroll", "resize", "click", "focusin", "beforeprint"] {
        let ask = ask.clone();
        let listener = window_event_listener_untyped(event, move |_| ask(event));
        on_cleanup(move || listener.remove());
    }
    follow(Box::new(move || {
        shown.track();
        is_typing.track();
        let ask = ask.clone();
        dom::soon(Box::new(move || ask("")));
    }));
}
