//! The address of the page: what it asks for, and how it follows what the reader does.
//!
//! Browsers limit how often an address may change, and refuse what is more. So the page never waits for the address: it
//! shows what is wanted, and the address is written once it can be.

use std::sync::Mutex;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{MouseEvent, Url};

use crate::browser::history;
use crate::core::address::base::Base;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::views::dom;
use crate::views::site::Visit;

/// How long the address waits for the next letter that is typed.
const TYPED_AFTER: Duration = Duration::from_millis(400);

/// How long it waits where the browser has refused a change. The limits are for ten seconds and more.
const REFUSED_FOR: Duration = Duration::from_secs(2);

/// The address of the page.
pub struct Address {
    base: &'static Base,
    /// The page that the reader has asked for.
    pub wanted: RwSignal<Route>,
    /// What is to be written.
    owed: Mutex<Option<Owed>>,
    /// When.
    timer: Mutex<Option<TimeoutHandle>>,
}

/// An address that is to be written.
#[derive(Clone)]
struct Owed {
    href: String,
    visit: Visit,
    /// Whether its page is shown already.
    is_shown: bool,
}

impl Address {
    /// The present address. It lives as long as the page.
    pub fn new(base: &'static Base) -> &'static Self {
        let wanted = RwSignal::new(route(base));
        Box::leak(Box::new(Self { base, wanted, owed: Mutex::default(), timer: Mutex::default() }))
    }

    /// Begins to follow Back and Forward, and the links of the site. `asked` is kept at what the explorer was asked before the
    /// entry of the history that the reader goes to.
    pub fn watch(&'static self, asked: &'static Mutex<Query>) {
        window_event_listener_untyped("popstate", move |_| {
            // A page tells what was asked when it was come to, whatever has been asked since.
            if let Ok(mut asked) = asked.lock() {
                *asked = history::kept_asked();
            }
            // What was to be written belongs to the entry that the reader has left.
            self.owe(None);
            self.wanted.set(route(self.base));
        });
        window_event_listener_untyped("click", move |event| {
            let to = event.dyn_ref().and_then(|click| self.followed(click));
            if let Some(to) = to {
                event.prevent_default();
                self.go(to, Visit::Step);
            }
        });
    }

    /// The page that a click leads to, if it is one of the site's, and to be shown here.
    fn followed(&self, click: &MouseEvent) -> Option<Route> {
        let is_plain = !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
        if click.default_prevented() || click.button() != 0 || !is_plain {
            return None;
        }
        let link = dom::closest(click, "a[href]")?;
        // What is the browser's: other windows, files, other sites, places within a page.
        let is_left = link.has_attribute("target") || link.has_attribute("download") || link.has_attribute("rel");
        // A link in a drawing is none of HTML's, and has only its attribute.
        let to = Url::new_with_base(&link.get_attribute("href")?, &location().href().ok()?).ok()?;
        if is_left || to.origin() != location().origin().ok()? || !to.hash().is_empty() {
            return None;
        }
        let path = to.pathname();
        let to = path
            .starts_with(self.base.as_str())
            .then(|| self.base.route(&path, to.search().trim_start_matches('?')))?;
        history::keep_link(&link);
        Some(to)
    }

    /// Goes to a page. The address follows when the page is there.
    pub fn go(&'static self, to: Route, visit: Visit) {
        let visit = match (self.owed().filter(|owed| owed.is_shown), visit) {
            // What was typed before a step is an entry of its own.
            (Some(owed), Visit::Step) => {
                let _ = self.write(&owed);
                visit
            }
            // A step that has to wait stays one, whatever is typed meanwhile.
            (Some(owed), Visit::Replace) => owed.visit,
            (None, _) => visit,
        };
        self.owe(Some(Owed { href: self.base.href(&to), visit, is_shown: false }));
        self.wanted.set(to);
    }

    /// The page that is wanted is shown: the address is written, at once where it is a step. Whether it is one.
    pub fn settle(&'static self) -> bool {
        let Some(owed) = self.owed() else { return false };
        let is_step = owed.visit == Visit::Step;
        self.owe(Some(Owed { is_shown: true, ..owed }));
        if is_step {
            self.write_owed()
        } else {
            self.write_in(TYPED_AFTER)
        }
        is_step
    }

    fn write_owed(&'static self) {
        // The page of a link that was followed meanwhile is not there yet.
        if let Some(owed) = self.owed().filter(|owed| owed.is_shown) {
            match self.write(&owed) {
                Ok(()) => self.owe(None),
                Err(_) => self.write_in(REFUSED_FOR),
            }
        }
    }

    fn write(&self, Owed { href, visit, .. }: &Owed) -> Result<(), JsValue> {
        let history = window().history()?;
        match visit {
            _ if *href == written() => Ok(()),
            Visit::Step => history.push_state_with_url(&history::new_state(), "", Some(href)),
            Visit::Replace => history.replace_state_with_url(&history::state(), "", Some(href)),
        }
    }

    fn owed(&self) -> Option<Owed> {
        self.owed.lock().ok()?.clone()
    }

    fn owe(&self, what: Option<Owed>) {
        if let Ok(mut owed) = self.owed.lock() {
            *owed = what;
        }
    }

    fn write_in(&'static self, time: Duration) {
        let later = set_timeout_with_handle(move || self.write_owed(), time).ok();
        if let Ok(mut timer) = self.timer.lock()
            && let Some(before) = std::mem::replace(&mut *timer, later)
        {
            before.clear();
        }
    }
}

/// The page at the present address.
pub fn route(base: &Base) -> Route {
    let location = location();
    let search = location.search().unwrap_or_default();
    base.route(&location.pathname().unwrap_or_default(), search.trim_start_matches('?'))
}

/// The present address within its host.
fn written() -> String {
    let location = location();
    format!("{}{}", location.pathname().unwrap_or_default(), location.search().unwrap_or_default())
}

/// Puts the one address of a page in place of the present one, which leads to it too.
pub fn make_canonical(base: &Base, route: &Route) {
    let href = base.href(route);
    if !matches!(route, Route::NotFound(_)) && href != written() {
        let hash = location().hash().unwrap_or_default();
        if let Ok(history) = window().history() {
            // Refused only where addresses change too fast for the browser; the page is right all the same.
            let _ = history.replace_state_with_url(&history::state(), "", Some(&format!("{href}{hash}")));
        }
    }
}
