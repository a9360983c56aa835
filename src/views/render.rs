//! How an element is made: built in the browser, or written as HTML. Leptos has a type for each kind of attribute, and writes
//! all that can be done with it anew for each; here there are the four that the views use.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute as LeptosAttribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::renderer::{Rndr, types};
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Position, PositionState, Render, RenderHtml};
use leptos::wasm_bindgen::closure::Closure;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// The name under which what stands in an element is set as HTML. The build never does.
pub const HTML: &str = "innerHTML";

/// What is to be made: an element by its tag, or without one a text.
pub struct Node {
    /// Its tag; empty for a text.
    pub tag: &'static str,
    /// The text.
    pub text: String,
    /// Its attributes.
    pub attributes: Vec<Attribute>,
    /// What stands in it.
    pub children: Vec<AnyView>,
}

/// What an attribute is to be; `None` takes it away.
type Value = Arc<dyn Fn() -> Option<String> + Send + Sync>;

/// What puts a value in its place.
type Set = Box<dyn Fn(Option<&String>)>;

/// What is set of an element.
pub enum Attribute {
    /// An attribute, for good.
    Set(&'static str, String),
    /// An attribute, kept at what the function says.
    Kept(&'static str, Value),
    /// A property, which the reader may change too, kept at what the function says.
    Property(&'static str, Arc<dyn Fn() -> bool + Send + Sync>),
    /// What is done when an event of this name reaches it.
    On(&'static str, Box<dyn FnMut(Event) + Send>),
}

/// What has been built.
pub struct Built {
    node: types::Node,
    /// What stands in it, and what keeps its attributes; both live as long as it does.
    _children: Vec<AnyViewState>,
    _kept: Vec<RenderEffect<Option<String>>>,
}

impl Node {
    fn build_element(self) -> Built {
        let element = Rndr::create_element(self.tag, None);
        let kept = self.attributes.into_iter().filter_map(|attribute| set(&element, attribute)).collect();
        let children = self.children.into_iter().map(|child| {
            let mut child = child.build();
            child.mount(&element, None);
            child
        });
        Built { _children: children.collect(), _kept: kept, node: element.into() }
    }
}

/// Sets what is set of an element; what keeps it, if it changes.
fn set(element: &types::Element, attribute: Attribute) -> Option<RenderEffect<Option<String>>> {
    let element = element.clone();
    match attribute {
        Attribute::Set(HTML, value) => element.set_inner_html(&value),
        Attribute::Set(name, value) => Rndr::set_attribute(&element, name, &value),
        Attribute::On(event, action) => {
            // The browser takes it away with the element.
            let action = Closure::wrap(action as Box<dyn FnMut(Event)>).into_js_value();
            let _ = element.add_event_listener_with_callback(event, action.unchecked_ref());
        }
        Attribute::Kept(name, value) => {
            let set: Set = Box::new(move |value| match value {
                Some(value) => Rndr::set_attribute(&element, name, value),
                None => Rndr::remove_attribute(&element, name),
            });
            return Some(kept(value, set));
        }
        Attribute::Property(name, value) => {
            let value = move || value().then(String::new);
            let set: Set =
                Box::new(move |value| Rndr::set_property(&element, name, &JsValue::from_bool(value.is_some())));
            return Some(kept(Arc::new(value), set));
        }
    }
    None
}

/// Sets a value whenever it is another.
#[inline(never)]
fn kept(value: Value, set: Set) -> RenderEffect<Option<String>> {
    RenderEffect::new(move |before: Option<Option<String>>| {
        let now = value();
        if before.as_ref() != Some(&now) {
            set(now.as_ref());
        }
        now
    })
}

impl Render for Node {
    type State = Built;

    fn build(self) -> Built {
        if !self.tag.is_empty() {
            return self.build_element();
        }
        Built { node: Rndr::create_text_node(&self.text).into(), _children: Vec::new(), _kept: Vec::new() }
    }

    fn rebuild(self, state: &mut Built) {
        let mut new = self.build();
        state.insert_before_this(&mut new);
        state.unmount();
        *state = new;
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        Rndr::remove(&self.node);
    }

    fn mount(&mut self, parent: &types::Element, marker: Option<&types::Node>) {
        Rndr::insert_node(parent, &self.node, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        let parent = self.node.parent_element();
        parent.is_some_and(|parent| child.try_mount(&parent, Some(&self.node)))
    }

    fn elements(&self) -> Vec<types::Element> {
        self.node.clone().dyn_into().into_iter().collect()
    }
}

impl AddAnyAttr for Node {
    type Output<NewAttr: LeptosAttribute> = Self;

    fn add_any_attr<NewAttr: LeptosAttribute>(self, _: NewAttr) -> Self {
        self
    }
}

impl RenderHtml for Node {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        html: &mut String,
        position: &mut Position,
        _escape: bool,
        mark_branches: bool,
        _extra: Vec<AnyAttribute>,
    ) {
        // In the browser nothing is ever written.
        if cfg!(feature = "native") {
            write(self, html, position, mark_branches);
        }
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        // The app takes the place of the finished page, and never wakes it.
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}

fn write(node: Node, html: &mut String, position: &mut Position, mark_branches: bool) {
    let Node { tag, text, attributes, children } = node;
    if tag.is_empty() {
        *position = Position::NextChild;
        return escape(&text, false, html);
    }
    html.extend(["<", tag]);
    for attribute in attributes {
        let (name, value) = match attribute {
            Attribute::Set(name, value) => (name, Some(value)),
            Attribute::Kept(name, value) => (name, value()),
            Attribute::Property(..) | Attribute::On(..) => continue,
        };
        if let Some(value) = value {
            html.extend([" ", name, "=\""]);
            escape(&value, true, html);
            html.push('"');
        }
    }
    html.push('>');
    // The elements here that have no end.
    if !["img", "input"].contains(&tag) {
        for child in children {
            *position = Position::FirstChild;
            child.to_html_with_buf(html, position, true, mark_branches, Vec::new());
        }
        html.extend(["</", tag, ">"]);
    }
    *position = Position::NextChild;
}

/// Appends a text, or the value of an attribute.
fn escape(text: &str, is_value: bool, html: &mut String) {
    for char in text.chars() {
        match char {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' if is_value => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}
