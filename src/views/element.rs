//! Elements by name: how the views are written.
//!
//! Leptos's `view!` makes a type of its own for every piece of markup, and the compiler then writes building,
//! rebuilding and tearing down once more for each. Here all markup has one type, so that code stands in the WASM once:
//! the whole explorer is a third smaller for it (CHANGELOG has the figures). What changes is still Leptos's: a closure
//! given to [`dynamic`], [`Element::attr_fn`] or [`Element::on`] follows the signals it reads.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::html::InertElement;
use leptos::tachys::view::iterators::StaticVec;
use web_sys::Event;

use crate::views::dom;
use crate::views::render::{Attribute, HTML, Node};

/// An element under construction. It is boxed, and its methods are kept out of line, since every view is one long
/// chain of calls to them.
pub struct Element(Box<Node>);

/// An element with this tag, still without attributes and children.
#[inline(never)]
pub fn el(tag: &'static str) -> Element {
    Element(Box::new(Node { tag, text: String::new(), attributes: Vec::new(), children: Vec::new() }))
}

/// An element with this tag and class.
#[inline(never)]
pub fn classed(tag: &'static str, class: &'static str) -> Element {
    el(tag).attr("class", class)
}

/// A place for markup that holds nothing from the data unescaped, such as a drawing. The build writes it out, and in
/// the browser it is kept at what the function says. An element by name would be none of SVG's there.
pub fn markup(
    id: &'static str,
    class: &'static str,
    markup: impl Fn() -> String + Clone + Send + Sync + 'static,
) -> Element {
    let place = classed("div", class).attr("id", id);
    if cfg!(feature = "native") {
        return place.child(dynamic(move || InertElement::new(markup()).into_any()));
    }
    follow(Box::new(move || dom::set_markup(id, &markup())));
    place
}

/// An element that is filled with HTML which the build has made.
pub fn finished(element: Element, html: &str) -> Element {
    element.attr(HTML, html)
}

/// A link. The app leaves one to a place within a page to the browser.
pub fn link(href: String, content: impl Content) -> Element {
    el("a").attr("href", &href).child(content)
}

/// A link that the app leaves to the browser: to another site, or to a file.
pub fn outward(href: &str, content: impl Content) -> Element {
    el("a").attr("href", href).attr("rel", "external").child(content)
}

impl Element {
    /// Sets an attribute.
    #[inline(never)]
    pub fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.0.attributes.push(Attribute::Set(name, value.to_owned()));
        self
    }

    /// Sets an attribute if there is a value.
    #[inline(never)]
    pub fn attr_if(self, name: &'static str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Keeps an attribute at what the function says; `None` takes it away.
    pub fn attr_fn(self, name: &'static str, value: impl Fn() -> Option<String> + Send + Sync + 'static) -> Self {
        self.boxed_attr_fn(name, Arc::new(value))
    }

    #[inline(never)]
    fn boxed_attr_fn(mut self, name: &'static str, value: Arc<dyn Fn() -> Option<String> + Send + Sync>) -> Self {
        self.0.attributes.push(Attribute::Kept(name, value));
        self
    }

    /// Keeps a property of the element, which the reader may change too, at what the function says.
    pub fn prop_fn(mut self, name: &'static str, value: impl Fn() -> bool + Send + Sync + 'static) -> Self {
        self.0.attributes.push(Attribute::Property(name, Arc::new(value)));
        self
    }

    /// Does something when the event of this name reaches the element.
    pub fn on(self, event: &'static str, action: impl FnMut(Event) + Send + 'static) -> Self {
        self.boxed_on(event, Box::new(action))
    }

    #[inline(never)]
    fn boxed_on(mut self, event: &'static str, action: Box<dyn FnMut(Event) + Send>) -> Self {
        self.0.attributes.push(Attribute::On(event, action));
        self
    }

    /// Adds what stands in the element.
    #[inline(never)]
    pub fn child<T: Content>(mut self, content: T) -> Self {
        content.add_to(&mut self.0.children);
        self
    }

    /// The finished element.
    #[inline(never)]
    pub fn view(self) -> AnyView {
        (*self.0).into_any()
    }
}

/// A part of the page that is made anew whenever a signal it reads changes. Text in it stands in elements of its own: a
/// browser that translates the page puts others in the place of texts, and what is gone cannot be replaced.
pub fn dynamic<T: Content>(view: impl Fn() -> T + Send + Sync + 'static) -> AnyView {
    boxed_dynamic(Box::new(move || {
        let mut children = Vec::new();
        view().add_alone(&mut children);
        fragment(children)
    }))
}

#[inline(never)]
fn boxed_dynamic(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    view.into_any()
}

/// Does something in the browser once the page stands, and again whenever a signal that it reads changes.
#[inline(never)]
pub fn follow(action: Box<dyn Fn()>) {
    Effect::new(move |_| action());
}

/// Makes a text, given what it was before.
type MakesText = Box<dyn Fn(Option<&String>) -> String + Send + Sync>;

/// A text that follows the signals from which it is made. All of them are of one type.
#[inline(never)]
pub fn text_memo(text: MakesText) -> Memo<String> {
    Memo::new(move |before: Option<&String>| text(before))
}

/// Any content as one view.
pub fn fragment(content: impl Content) -> AnyView {
    let mut children = Vec::new();
    content.add_to(&mut children);
    StaticVec::from(children).into_any()
}

/// What can stand in an element.
pub trait Content {
    /// Adds it to what stands there already.
    fn add_to(self, children: &mut Vec<AnyView>);

    /// The same where it may go again while what is around it stays.
    fn add_alone(self, children: &mut Vec<AnyView>)
    where
        Self: Sized,
    {
        self.add_to(children);
    }
}

impl Content for Element {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self.view());
    }
}

impl Content for AnyView {
    fn add_to(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Content for String {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        // Leptos writes nothing out as a space, which the app would then not show.
        if !self.is_empty() {
            let (attributes, of_text) = (Vec::new(), Vec::new());
            children.push(Node { tag: "", text: self, attributes, children: of_text }.into_any());
        }
    }

    #[inline(never)]
    fn add_alone(self, children: &mut Vec<AnyView>) {
        if !self.is_empty() {
            el("span").child(self).add_to(children);
        }
    }
}

impl Content for &str {
    #[inline(never)]
    fn add_to(self, children: &mut Vec<AnyView>) {
        self.to_owned().add_to(children);
    }

    fn add_alone(self, children: &mut Vec<AnyView>) {
        self.to_owned().add_alone(children);
    }
}

impl<T: Content> Content for Option<T> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        if let Some(content) = self {
            content.add_to(children);
        }
    }

    fn add_alone(self, children: &mut Vec<AnyView>) {
        if let Some(content) = self {
            content.add_alone(children);
        }
    }
}

impl<T: Content> Content for Vec<T> {
    fn add_to(self, children: &mut Vec<AnyView>) {
        for content in self {
            content.add_to(children);
        }
    }

    fn add_alone(self, children: &mut Vec<AnyView>) {
        for content in self {
            content.add_alone(children);
        }
    }
}
