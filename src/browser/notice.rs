//! The notice above the page, for when the app cannot do its work. What the page shows below it stays.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement};

use crate::language::labels;

/// The id of the element that the notice fills; its role makes screen readers say it.
const NOTICE: &str = "notice";

/// Says what happened in one sentence, and offers to try again.
pub fn tell(sentence: &str, again: impl Fn() + 'static) {
    if let Some(button) = write(&format!("{sentence} {}", labels::OFF), "button", labels::TRY_AGAIN)
        && let Ok(button) = button.dyn_into::<HtmlElement>()
    {
        let click = Closure::<dyn Fn()>::new(again).into_js_value();
        button.set_onclick(Some(click.unchecked_ref()));
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

fn write(sentence: &str, tag: &str, action: &str) -> Option<Element> {
    let notice = document().get_element_by_id(NOTICE)?;
    notice.set_text_content(None);
    let text = document().create_element("p").ok()?;
    text.set_text_content(Some(sentence));
    let element = document().create_element(tag).ok()?;
    element.set_text_content(Some(action));
    notice.append_child(&text).ok()?;
    notice.append_child(&element).ok()?;
    Some(element)
}
