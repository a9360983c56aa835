//! How the timeline is walked by keys and pointed at: one mark at a time can be reached by Tab, arrow keys go on from it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::Relaxed};

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent};

use crate::core::address::route::Route;
use crate::core::search::explore::Shown;
use crate::core::search::times::{Day, year};
use crate::views::dom;
use crate::views::explorer::timeline::scene::with_years;
use crate::views::site::{Site, Visit};

/// The id of the place of the drawing.
pub const PICTURE: &str = "timeline-picture";
/// The id of what tells of the mark that is walked or pointed at.
pub const TOLD: &str = "timeline-told";
/// What a reader who draws over years has drawn over.
const CHOSEN: &str = "#timeline-chosen";
/// A pointer that has moved so far draws over the years, in pixels.
const MOVED: u32 = 6;

/// Where the reader is.
#[derive(Clone)]
pub struct Walk {
    /// The site.
    pub site: Site,
    /// What was found.
    pub shown: Memo<Shown>,
    /// What nobody follows as it changes.
    pub at: Arc<Place>,
}

/// Where the reader and the pointer are, and on what.
#[derive(Default)]
pub struct Place {
    /// The first day that is drawn.
    pub first: AtomicUsize,
    /// How many days are drawn.
    pub days: AtomicUsize,
    /// The day of the mark that the reader was on last.
    pub day: AtomicUsize,
    /// Where the pointer was pressed, one more than its place; 0 where it is not.
    pressed: AtomicUsize,
    /// Whether it has moved since.
    is_moved: AtomicBool,
}

/// Whether the page, and with it time, runs to the left.
pub fn is_mirrored() -> bool {
    dom::find("html[dir=rtl]").is_some()
}

/// The links of a row in the order of time: 0 has marks or bars, 1 the years.
fn row(row: &str) -> Vec<Element> {
    dom::find_all(&["#timeline-picture [data-row='", row, "']"].concat())
}

fn day_of(element: &Element) -> usize {
    element.get_attribute("data-day").and_then(|day| day.parse().ok()).unwrap_or_default()
}

#[inline(never)]
fn nearest(of: &str, day: usize) -> Option<Element> {
    let (mut best, mut far) = (None, usize::MAX);
    for element in row(of) {
        let distance = day_of(&element).abs_diff(day);
        if distance < far {
            (best, far) = (Some(element), distance);
        }
    }
    best
}

/// Makes a mark the one that Tab reaches.
#[inline(never)]
fn make_reached(element: &Element) {
    if let Some(other) = dom::find("#timeline-picture [tabindex='0']") {
        dom::set(&other, "tabindex", "-1");
    }
    dom::set(element, "tabindex", "0");
}

impl Walk {
    /// Once it is drawn anew: the mark nearest to the day where the reader was is reached by Tab, and has the focus where some other
    /// had it; without a mark the way back to all years.
    pub fn settle(&self, day: usize, has_focus: bool) {
        if let Some(mark) = nearest("0", day).or_else(|| dom::find("#timeline-legend a")) {
            make_reached(&mark);
            if has_focus {
                dom::focus_in_place(mark);
            }
        }
    }

    /// Says what the focus has come to, or what is pointed at.
    pub fn tell(&self, event: &Event) {
        let Some(part) = dom::closest(event, "[data-told], [data-row]") else { return };
        if event.type_() == "focusin" {
            make_reached(&part);
            self.at.day.store(day_of(&part), Relaxed);
        }
        let name = if part.has_attribute("data-row") { "aria-label" } else { "data-told" };
        if let Some(place) = dom::find("#timeline-told") {
            place.set_text_content(part.get_attribute(name).as_deref());
        }
    }

    /// Arrow keys, Home and End.
    pub fn key(&self, event: &Event) {
        let (Some(key), Some(link)) = (dom::plain_key(event), dom::closest(event, "[data-row]")) else { return };
        let all = row(&link.get_attribute("data-row").unwrap_or_default());
        let at = all.iter().position(|other| *other == link).unwrap_or_default();
        let to = match key.as_str() {
            "Home" => all.first().cloned(),
            "End" => all.last().cloned(),
            "ArrowUp" => nearest("0", day_of(&link)),
            "ArrowDown" => nearest("1", day_of(&link)),
            "ArrowLeft" | "ArrowRight" => {
                let is_later = (key == "ArrowRight") != is_mirrored();
                all.get(if is_later { at + 1 } else { at.wrapping_sub(1) }).cloned()
            }
            _ => return,
        };
        event.prevent_default();
        // It may lie outside of what is seen.
        to.iter().for_each(dom::focus_seen);
    }

    /// The pointer is pressed, and may draw over years.
    pub fn press(&self, event: &Event) {
        if let Some(pressed) = event.dyn_ref::<MouseEvent>().filter(|pressed| pressed.button() == 0) {
            self.at.is_moved.store(false, Relaxed);
            self.at.pressed.store(pressed.client_x().max(0) as usize + 1, Relaxed);
        }
    }

    /// The pointer has moved, or is let go: then the years that it has drawn over are chosen.
    pub fn draw(&self, event: &Event) {
        let Some((from, to)) = self.drawn_over(event) else {
            if event.type_() != "pointermove" {
                self.at.pressed.store(0, Relaxed);
            }
            return;
        };
        self.at.is_moved.store(true, Relaxed);
        if event.type_() == "pointermove" {
            return;
        }
        self.at.pressed.store(0, Relaxed);
        // Where no click follows, the next one is no end of drawing.
        let at = self.at.clone();
        dom::soon(Box::new(move || at.is_moved.store(false, Relaxed)));
        if let Some(chosen) = dom::find(CHOSEN) {
            dom::set(&chosen, "width", "0");
        }
        if event.type_() == "pointerup" {
            let query = with_years(&self.shown.read_untracked().query, year(from), year(to));
            self.site.go.run((Route::Explorer(query), Visit::Step));
        }
    }

    /// A click at the end of drawing follows no link.
    pub fn click(&self, event: &Event) {
        if self.at.is_moved.load(Relaxed) {
            event.prevent_default();
        }
    }

    /// The days that the pointer has drawn over since it was pressed, which are shown.
    fn drawn_over(&self, event: &Event) -> Option<(Day, Day)> {
        let pressed = self.at.pressed.load(Relaxed).checked_sub(1)? as i32;
        let now = event.dyn_ref::<MouseEvent>()?.client_x();
        if pressed.abs_diff(now) < MOVED && !self.at.is_moved.load(Relaxed) {
            return None;
        }
        let place = dom::find("#timeline-picture svg")?.get_bounding_client_rect();
        let (left, wide) = (place.left() as i32, (place.width() as i32).max(1));
        let within = |at: i32| (at - left).clamp(0, wide - 1);
        let (from, to) = (within(pressed.min(now)), within(pressed.max(now)));
        if let Some(chosen) = dom::find(CHOSEN) {
            for (name, value) in [("x", from), ("width", to - from)] {
                // The drawing is a hundred per cent wide.
                dom::set(&chosen, name, &((value * 100 / wide).to_string() + "%"));
            }
        }
        let (from, to) = if is_mirrored() { (wide - 1 - to, wide - 1 - from) } else { (from, to) };
        let days = self.at.days.load(Relaxed) as i64;
        let day = |at: i32| self.at.first.load(Relaxed) as Day + (i64::from(at) * days / i64::from(wide)) as Day;
        Some((day(from), day(to)))
    }
}
