//! How the timeline is walked by keys and pointed at: one mark at a time can be reached by Tab, arrow keys go on from it.

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use crate::core::address::route::Route;
use crate::views::dom;
use crate::views::explorer::timeline::picture::CHOSEN;
use crate::views::explorer::timeline::scene::{Scene, with_years};
use crate::views::site::{Site, Visit};

/// The id of the place of the drawing.
pub const PICTURE: &str = "timeline-picture";
/// The id of what tells of the mark that is walked or pointed at.
pub const TOLD: &str = "timeline-told";
/// A pointer that has moved so far draws over the years, in pixels.
const MOVED: i32 = 6;

/// Where the reader is.
#[derive(Clone)]
pub struct Walk {
    pub site: Site,
    /// What is shown.
    pub scene: Arc<Mutex<Option<Scene>>>,
    /// The day of the mark that the reader was on last.
    pub day: RwSignal<usize>,
    /// Where the pointer was pressed, one more than its place; 0 where it is not.
    pub pressed: RwSignal<usize>,
    /// Whether it has moved since.
    pub is_moved: RwSignal<bool>,
}

/// Whether the page, and with it time, runs to the left.
pub fn is_mirrored() -> bool {
    dom::find("html[dir=rtl]").is_some()
}

/// The links of a row in the order of time: 0 has marks or bars, 1 the years.
fn row(row: &str) -> Vec<Element> {
    dom::find_all(&format!("#{PICTURE} [data-row='{row}']"))
}

fn day_of(element: &Element) -> usize {
    element.get_attribute("data-day").and_then(|day| day.parse().ok()).unwrap_or_default()
}

fn nearest(all: &[Element], day: usize) -> Option<Element> {
    let mut best: Option<&Element> = None;
    for element in all {
        if best.is_none_or(|best| day_of(element).abs_diff(day) < day_of(best).abs_diff(day)) {
            best = Some(element);
        }
    }
    best.cloned()
}

/// The link that an event comes from.
fn link_of(event: &Event) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest("[data-row]").ok().flatten()
}

/// Makes a mark the one that Tab reaches.
fn make_reached(element: &Element) {
    for other in dom::find_all(&format!("#{PICTURE} [tabindex='0']")) {
        let _ = other.set_attribute("tabindex", "-1");
    }
    let _ = element.set_attribute("tabindex", "0");
}

/// Says what is walked or pointed at.
fn tell(event: &Event) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let told = target.and_then(|target| target.closest("[data-told], [data-row]").ok().flatten());
    let text = told.and_then(|told| told.get_attribute("aria-label").or_else(|| told.get_attribute("data-told")));
    if let (Some(text), Some(place)) = (text, dom::find(&format!("#{TOLD}"))) {
        place.set_text_content(Some(&text));
    }
}

impl Walk {
    /// Once it is drawn anew: the mark nearest to where the reader was is reached by Tab, and has the focus where some other
    /// had it.
    pub fn settle(&self, has_focus: bool) {
        let day = self.day.get_untracked();
        if let Some(mark) = nearest(&row("0"), day).or_else(|| nearest(&row("1"), day)) {
            make_reached(&mark);
            if has_focus {
                dom::focus_in_place(mark);
            }
        }
    }

    /// Says what the focus has come to, and keeps where it is.
    pub fn focused(&self, event: &Event) {
        if let Some(link) = link_of(event) {
            make_reached(&link);
            self.day.set(day_of(&link));
            tell(event);
        }
    }

    /// Says what is pointed at.
    pub fn pointed(&self, event: &Event) {
        if self.pressed.get_untracked() == 0 {
            tell(event);
        }
    }

    /// Arrow keys, Home and End.
    pub fn key(&self, event: &Event) {
        let (Some(pressed), Some(link)) = (event.dyn_ref::<KeyboardEvent>(), link_of(event)) else { return };
        if pressed.ctrl_key() || pressed.alt_key() || pressed.meta_key() || pressed.shift_key() {
            return;
        }
        let of = link.get_attribute("data-row").unwrap_or_default();
        let all = row(&of);
        let at = all.iter().position(|other| *other == link).unwrap_or_default();
        let last = all.len().saturating_sub(1);
        let is_mirrored = is_mirrored();
        let to = match pressed.key().as_str() {
            "ArrowRight" if is_mirrored => all.get(at.saturating_sub(1)),
            "ArrowRight" => all.get((at + 1).min(last)),
            "ArrowLeft" if is_mirrored => all.get((at + 1).min(last)),
            "ArrowLeft" => all.get(at.saturating_sub(1)),
            "Home" => all.first(),
            "End" => all.last(),
            "ArrowDown" | "ArrowUp" => None,
            _ => return,
        };
        event.prevent_default();
        let is_up = pressed.key() == "ArrowUp";
        let other = if is_up { "0" } else { "1" };
        let to = to.cloned().or_else(|| nearest(&row(other), day_of(&link)));
        if let Some(to) = to {
            make_reached(&to);
            // It may lie outside of what is seen.
            let _ = to.unchecked_into::<HtmlElement>().focus();
        }
    }

    /// The pointer is pressed: it may draw over years.
    pub fn press(&self, event: &Event) {
        let Some(pressed) = event.dyn_ref::<MouseEvent>().filter(|pressed| pressed.button() == 0) else { return };
        self.is_moved.set(false);
        self.pressed.set(pressed.client_x().max(0) as usize + 1);
    }

    /// The pointer has moved.
    pub fn draw(&self, event: &Event) {
        if let Some((from, to)) = self.drawn_over(event) {
            self.is_moved.set(true);
            self.choose(from, to);
        }
    }

    /// The pointer is let go: what was drawn over is chosen.
    pub fn let_go(&self, event: &Event) {
        let over = self.drawn_over(event).filter(|_| event.type_() == "pointerup");
        self.pressed.set(0);
        self.choose(0, 0);
        let Some((from, to)) = over else { return };
        let chosen = self.scene.lock().ok().and_then(|scene| {
            let scene = scene.as_ref()?;
            let (first, last) = (scene.drawn.year_at(from), scene.drawn.year_at(to));
            (scene.drawn.years() != (first, last)).then(|| with_years(&scene.query, first, last))
        });
        if let Some(query) = chosen {
            self.site.go.run((Route::Explorer(query), Visit::Step));
        }
    }

    /// A click at the end of drawing follows no link.
    pub fn click(&self, event: &Event) {
        if self.is_moved.get_untracked() {
            self.is_moved.set(false);
            event.prevent_default();
        }
    }

    /// What the pointer has drawn over since it was pressed, in units of the drawing.
    fn drawn_over(&self, event: &Event) -> Option<(u32, u32)> {
        let pressed = self.pressed.get_untracked().checked_sub(1)? as i32;
        let now = event.dyn_ref::<MouseEvent>()?.client_x();
        if pressed.abs_diff(now) < MOVED as u32 && !self.is_moved.get_untracked() {
            return None;
        }
        let place = dom::find(&format!("#{PICTURE} svg"))?.get_bounding_client_rect();
        let (left, wide) = (place.left() as i32, (place.width() as i32).max(1));
        let width = self.scene.lock().ok()?.as_ref()?.drawn.width;
        let unit = |at: i32| {
            let at = i64::from((at - left).clamp(0, wide)) * i64::from(width) / i64::from(wide);
            if is_mirrored() { width - at as u32 } else { at as u32 }
        };
        let (a, b) = (unit(pressed), unit(now));
        Some((a.min(b), a.max(b)))
    }

    /// Shows what is being chosen.
    fn choose(&self, from: u32, to: u32) {
        let width = self.scene.lock().ok().and_then(|scene| Some(scene.as_ref()?.drawn.width)).unwrap_or_default();
        let x = if is_mirrored() { width.saturating_sub(to) } else { from };
        if let Some(chosen) = dom::find(&format!("#{CHOSEN}")) {
            let _ = chosen.set_attribute("x", &x.to_string());
            let _ = chosen.set_attribute("width", &(to - from).to_string());
        }
    }
}
