//! The few things that views ask of the page itself. In the build none of them is ever called.

use std::time::Duration;

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusOptions, HtmlElement, HtmlInputElement, KeyboardEvent};

/// The id of the page's content.
pub const CONTENT: &str = "content";
/// The id of the explorer's results.
pub const RESULTS: &str = "results";

/// The id of what the first page says of the archive in one look.
pub const OVERVIEW: &str = "overview";
/// The id of the ways through the archive that need no script.
pub const BROWSE: &str = "browse";
/// The id of what a reader takes away of the list.
pub const TAKEN: &str = "taken";
/// The id of the explorer's facets.
pub const FACETS: &str = "facets";

/// Does something in a task of its own, once what is being done is done and the reader has been answered.
pub fn soon(task: Box<dyn FnOnce()>) {
    set_timeout(task, Duration::ZERO);
}

/// Lets the browser do what else there is to do, and then goes on.
pub async fn pause() {
    let later = js_sys::Promise::new(&mut |go_on, _| {
        // Without a window there is nobody to wait for.
        let _ = window().set_timeout_with_callback(&go_on);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(later).await;
}

/// Tells the page's scripts something, by the name of an event.
pub fn tell_page(event: &str) {
    if let Ok(event) = Event::new(event) {
        // Nobody listens where the script is missing; the page is right all the same.
        let _ = document().dispatch_event(&event);
    }
}

/// The first element that a selector finds.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// All elements that a selector finds, in the page's order.
pub fn find_all(selector: &str) -> Vec<Element> {
    let mut all = Vec::new();
    if let Ok(found) = document().query_selector_all(selector) {
        for at in 0..found.length() {
            all.extend(found.item(at).and_then(|node| node.dyn_into().ok()));
        }
    }
    all
}

/// The elements that a selector finds of which anything is seen, or would be half a page further.
pub fn seen(selector: &str) -> Vec<Element> {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    let mut seen = find_all(selector);
    seen.retain(|element| {
        let edges = element.get_bounding_client_rect();
        edges.bottom() > -height / 2.0 && edges.top() < height * 1.5
    });
    seen
}

/// Whether the page is so narrow that the facets do not stand beside the list (`style/layout.css`).
pub fn is_narrow() -> bool {
    window().inner_width().ok().and_then(|width| width.as_f64()).is_some_and(|width| width < 960.0)
}

/// Puts the focus on the element with this id and brings it into view.
pub fn focus(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        element.scroll_into_view();
        focus_in_place(element);
    }
}

/// Puts the focus on the element at this position among those that a selector finds, or on the last of them; if there
/// is none, on the element with the id `or`. Nothing scrolls.
pub fn focus_nth(selector: &str, at: usize, or: &str) {
    let mut found = find_all(selector);
    found.truncate(at + 1);
    let element = found.pop().or_else(|| document().get_element_by_id(or));
    if let Some(element) = element {
        focus_in_place(element);
    }
}

/// Puts the focus on the page's heading, without scrolling.
pub fn focus_heading() {
    if let Some(heading) = find("h1") {
        focus_in_place(heading);
    }
}

/// Puts the focus on an element, without scrolling.
pub fn focus_in_place(element: Element) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // What is drawn can have the focus too. A browser that refuses it leaves it where it was, which is all that can be done.
    let _ = element.unchecked_into::<HtmlElement>().focus_with_options(&options);
}

/// Puts the focus on an element, which comes into view where it was not. What is drawn can have the focus too.
pub fn focus_seen(element: &Element) {
    let _ = element.unchecked_ref::<HtmlElement>().focus();
}

/// Brings the element with this id up into view, as far as it lies below.
pub fn bring_up(id: &str) {
    let height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or_default();
    if let Some(element) = document().get_element_by_id(id)
        && element.get_bounding_client_rect().bottom() > height
    {
        element.scroll_into_view_with_bool(false);
    }
}

/// The nearest element around an event that a selector finds.
pub fn closest(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok().flatten()
}

/// The key that is pressed, without another that would make a command of the browser's of it.
pub fn plain_key(event: &Event) -> Option<String> {
    let event = event.dyn_ref::<KeyboardEvent>()?;
    let is_plain = !(event.alt_key() || event.ctrl_key() || event.meta_key() || event.shift_key());
    is_plain.then(|| event.key())
}

/// How wide the first element is that a selector finds, in pixels; nothing where there is none.
pub fn width(selector: &str) -> usize {
    find(selector).map_or(0, |element| element.get_bounding_client_rect().width() as usize)
}

/// Sets an attribute of an element in the page.
pub fn set(element: &Element, name: &str, value: &str) {
    // Names that stand in the code are names of attributes.
    let _ = element.set_attribute(name, value);
}

/// Sets the texts of what stands in an element.
pub fn set_texts(element: &Element, texts: &[&str]) {
    let mut child = element.first_element_child();
    for text in texts {
        child = child.and_then(|child| {
            child.set_text_content(Some(text));
            child.next_element_sibling()
        });
    }
}

/// Sets a property of how an element looks, which no rule of the style sheet knows: where data has it stand.
pub fn style(element: &Element, name: &str, value: &str) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.style().set_property(name, value);
    }
}

/// What stands as markup in the first element with this name; nothing where there is none.
pub fn markup(name: &str) -> String {
    document().query_selector(name).ok().flatten().map(|element| element.inner_html()).unwrap_or_default()
}

/// Puts markup into the element with this id. A link in it that has the focus gives it to the one that takes its place.
pub fn set_markup(id: &str, markup: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        let links = format!("#{id} a");
        let at = find_all(&links).iter().position(|link| link.matches(":focus") == Ok(true));
        element.set_inner_html(markup);
        at.into_iter().for_each(|at| focus_nth(&links, at, id));
    }
}

/// What stands in the input with this id; nothing where there is none.
pub fn value(id: &str) -> String {
    input(id).map(|input| input.value()).unwrap_or_default()
}

/// Writes into the input with this id.
pub fn set_value(id: &str, text: &str) {
    if let Some(input) = input(id) {
        input.set_value(text);
    }
}

fn input(id: &str) -> Option<HtmlInputElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The value of the control that an event comes from.
pub fn value_of(event: &Event) -> String {
    event_target_value(event)
}

/// Whether the checkbox that an event comes from is ticked.
pub fn is_checked(event: &Event) -> bool {
    event_target_checked(event)
}
