//! The notice above the page, for when the app cannot do its work. What the page shows below it stays.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

use crate::language::labels;
use crate::views::dom;

/// The id of the element that the notice fills; its role makes screen readers say it.
const NOTICE: &str = "notice";

/// Says what happened in one sentence, and offers to try again; and where it is told, to let the browser load the page at
/// this address instead.
pub fn tell(sentence: &str, instead: Option<&str>, again: impl Fn() + 'static) {
    clear();
    add("p", sentence);
    if let Some(button) = add("button", labels::TRY_AGAIN).and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        let click = Closure::<dyn Fn()>::new(again).into_js_value();
        button.set_onclick(Some(click.unchecked_ref()));
    }
    if let Some((link, address)) = instead.and_then(|address| Some((add("a", labels::RELOAD)?, address))) {
        dom::set(&link, "rel", "external");
        dom::set(&link, "href", address);
    }
}

/// Takes the notice away, and the one that the page shows by itself where the app does not start.
pub fn clear() {
    if let Some(off) = document().get_element_by_id("off") {
        off.remove();
    }
    if let Some(notice) = document().get_element_by_id(NOTICE) {
        notice.set_text_content(None);
    }
}

/// Adds an element with a text to the notice.
fn add(tag: &str, text: &str) -> Option<Element> {
    let notice = document().get_element_by_id(NOTICE)?;
    let element = document().create_element(tag).ok()?;
    element.set_text_content(Some(text));
    notice.append_child(&element).ok()?;
    Some(element)
}
