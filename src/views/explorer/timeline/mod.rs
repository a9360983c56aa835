//! What is found as a timeline.

mod markup;
mod picture;
mod scene;
mod text;
mod walk;

use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use leptos::prelude::*;
use web_sys::Event;

use crate::core::address::view::View;
use crate::core::search::explore::Shown;
use crate::language::{messages, timeline as words};
use crate::views::dom;
use crate::views::element::{classed, el, follow};
use crate::views::explorer::results::nothing;
use crate::views::explorer::timeline::markup::Markup;
use crate::views::explorer::timeline::scene::{Named, Scene, named};
use crate::views::explorer::timeline::walk::{PICTURE, TOLD, Walk, is_mirrored};
use crate::views::site::Site;

/// The ids of what the drawing says in words, of what its shapes stand for, and of the same as a list. What its bands say stands
/// among what shapes stand for, so that a phone shows the drawing with it.
const SUMMARY: &str = "timeline-summary";
const LEGEND: &str = "timeline-legend";
const LIST: &str = "timeline-list";
/// The units of a letter's height, which its place on the page follows.
const EM: u32 = 16;
/// The width where the page does not tell it.
const WIDTH: u32 = 640;

/// What is done at an event.
type Act = fn(&Walk, &Event);

/// What is found as a timeline: one drawing, what it says in words, and the same as a list.
pub fn timeline(site: Site, shown: Memo<Shown>) -> AnyView {
    let walk = Walk { site, shown, at: Arc::default() };
    let resized = RwSignal::new(false);
    for event in ["resize", "pointermove", "pointerup", "pointercancel"] {
        let walk = walk.clone();
        let listener = window_event_listener_untyped(event, move |event| match event.type_().as_str() {
            "resize" => resized.set(true),
            _ => walk.draw(&event),
        });
        on_cleanup(move || listener.remove());
    }
    let of_drawing = walk.clone();
    follow(Box::new(move || {
        resized.track();
        draw(&of_drawing);
    }));
    let mut picture = classed("div", "timeline-picture").attr("id", PICTURE);
    let acts: [(&str, Act); 6] = [
        ("keydown", Walk::key),
        ("focusin", Walk::tell),
        ("pointerover", Walk::tell),
        ("pointerdown", Walk::press),
        ("click", Walk::click),
        // A link that is drawn away would be no drawing over years.
        ("dragstart", |_, event| event.prevent_default()),
    ];
    for (event, act) in acts {
        let walk = walk.clone();
        picture = picture.on(event, move |event| act(&walk, &event));
    }
    classed("div", "timeline")
        .attr("role", "group")
        .attr("aria-label", messages::view(View::Timeline))
        .attr("aria-describedby", "timeline-summary timeline-chairs")
        .child(classed("div", "timeline-ruler"))
        .child(el("p").attr("id", SUMMARY))
        .child(nothing(site, shown))
        .child(picture)
        .child(classed("p", "timeline-told").attr("id", TOLD).attr("aria-hidden", "true").child(words::HINT))
        .child(el("div").attr("id", LEGEND))
        .child(el("details").child(el("summary").child(words::AS_LIST)).child(el("div").attr("id", LIST)))
        .view()
}

/// The width that there is, in units of the drawing, which grow with the reader's letters.
fn measured() -> u32 {
    // The ruler is ten letters wide.
    let (all, ten) = (dom::width("#timeline-picture") as u32, dom::width(".timeline-ruler") as u32);
    if all == 0 || ten == 0 { WIDTH } else { all * EM * 10 / ten }
}

/// Draws what was found.
fn draw(walk: &Walk) {
    let site = walk.site;
    let shown = walk.shown.read();
    let scene = Scene::new(site, &shown, measured());
    let mut to = Markup { text: String::new(), width: 0, is_mirrored: is_mirrored() };
    let (mut list, mut summary, mut drawing) = (String::new(), String::new(), String::new());
    if let Some(scene) = &scene {
        let mut names: Vec<Named> = Vec::new();
        for mark in &scene.drawn.marks {
            names.push(if mark.is_gap { lost(site, mark.at) } else { named(site, mark.at, Some(mark.time)) });
        }
        to.width = scene.drawn.width;
        text::list(&mut to, scene, &names);
        list = std::mem::take(&mut to.text);
        to.say(&text::summary(scene));
        summary = std::mem::take(&mut to.text);
        picture::draw(&mut to, scene, &names);
        drawing = std::mem::take(&mut to.text);
        text::legend(&mut to, scene, &names);
        walk.at.first.store(scene.drawn.first as usize, Relaxed);
        walk.at.days.store((scene.drawn.last - scene.drawn.first + 1) as usize, Relaxed);
    }
    text::way_back(&mut to, site, &shown.query);
    // Markup that is set gives the focus to some link in it.
    let day = walk.at.day.load(Relaxed);
    let has_focus = dom::find(".timeline a:focus").is_some();
    for (id, markup) in [(PICTURE, &drawing), (LEGEND, &to.text), (LIST, &list), (SUMMARY, &summary)] {
        dom::set_markup(id, markup);
    }
    walk.settle(day, has_focus);
}

/// What is told of a gap.
fn lost(site: Site, at: usize) -> Named {
    let gap = site.archive.gaps.get(at).map(|(_, gap)| gap);
    let name = gap.map(|gap| words::gap(&gap.title, gap.note.as_deref())).unwrap_or_default();
    Named { name, ..Named::default() }
}
