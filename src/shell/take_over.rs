//! From the finished page to the app: what the reader has done before the app arrived is not lost.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

use crate::app::dom;
use crate::app::parts::search_form::BOX;
use crate::core::archive::Archive;
use crate::core::explore::explore;
use crate::core::facet::Facet;
use crate::core::query::{Query, tidy};

/// What the reader was doing on the finished page.
pub struct Reader {
    /// A selector of the element that has the focus.
    focus: Option<String>,
    /// The selection in the search box: its beginning and its end.
    selection: Option<(u32, u32)>,
    /// The scroll position.
    top: f64,
    /// The search box's text as it was typed, spaces and all.
    typed: String,
}

impl Reader {
    /// Remembers what the reader is doing.
    pub fn remember() -> Self {
        let active = document().active_element().filter(|element| element.tag_name() != "BODY");
        let search: Option<HtmlInputElement> =
            document().get_element_by_id(BOX).and_then(|input| input.dyn_into().ok());
        let ends = |input: HtmlInputElement| Some((input.selection_start().ok()??, input.selection_end().ok()??));
        Self {
            focus: active.as_ref().and_then(selector),
            selection: search.and_then(ends),
            top: window().scroll_y().unwrap_or_default(),
            typed: dom::value(BOX),
        }
    }

    /// Brings it all back on the page that the app has made.
    pub fn restore(self) {
        if !self.typed.is_empty() {
            dom::set_value(BOX, &self.typed);
        }
        let input = document().get_element_by_id(BOX).and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        let focused = self.focus.and_then(|focus| document().query_selector(&focus).ok().flatten());
        if let Some(focused) = focused {
            dom::focus_in_place(focused);
        }
        if let (Some(input), Some((start, end))) = (input, self.selection) {
            // A browser that cannot select leaves the caret at the end of the text.
            let _ = input.set_selection_range(start, end);
        }
        window().scroll_to_with_x_and_y(0.0, self.top);
    }
}

/// A selector that finds the same element on the app's page: by its id, by what it asks for, or by where it leads.
fn selector(element: &Element) -> Option<String> {
    if element.tag_name() == "H1" {
        return Some("h1".to_owned());
    }
    let attribute = |name: &str| element.get_attribute(name).filter(|value| !value.contains('"'));
    if let Some(id) = attribute("id") {
        return Some(format!("[id=\"{id}\"]"));
    }
    match (attribute("name"), attribute("value"), attribute("href"), attribute("class")) {
        (Some(name), Some(value), ..) => Some(format!("[name=\"{name}\"][value=\"{value}\"]")),
        (_, _, Some(href), _) => Some(format!("[href=\"{href}\"]")),
        (_, _, _, Some(class)) => Some(format!("[class=\"{class}\"]")),
        _ => None,
    }
}

/// The query of the address together with what the reader has typed and ticked on the finished page, in its one form.
/// `None` if the address is to stay as it is, for there is something in it that the reader must be told of.
pub fn asked(archive: &Archive, address: &Query) -> Option<Query> {
    let mut query = address.clone();
    let typed = tidy(&dom::value(BOX));
    if !typed.is_empty() {
        query = query.with_text(&typed);
    }
    for facet in Facet::ALL {
        let order = archive.facets.get(facet);
        for value in &order.values {
            let ticked = format!("input[name=\"{}\"][value=\"{}\"]:checked", facet.key(), value.id);
            if document().query_selector(&ticked).ok().flatten().is_some() {
                query = explore(archive, &query).query.with_value(facet, &value.id, true, order);
            }
        }
    }
    let shown = explore(archive, &query);
    (shown.notices.is_empty() || query != *address).then_some(shown.query)
}
