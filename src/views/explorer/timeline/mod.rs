//! What is found as a timeline.

mod picture;
mod scene;
mod text;
mod walk;

use std::sync::{Arc, Mutex};

use leptos::prelude::*;
use web_sys::Event;

use crate::core::address::view::View;
use crate::core::search::explore::Shown;
use crate::language::{messages, timeline as words};
use crate::views::dom;
use crate::views::element::{Element, classed, dynamic, el, follow, link};
use crate::views::explorer::timeline::picture::svg;
use crate::views::explorer::timeline::scene::{Scene, with_all_years};
use crate::views::explorer::timeline::walk::{PICTURE, TOLD, Walk, is_mirrored};
use crate::views::site::Site;

/// The id of what tells the size of the reader's letters.
const RULER: &str = "timeline-ruler";
/// The id of the summary.
const SUMMARY: &str = "timeline-summary";
/// The units of a letter's height, which its place on the page follows.
const EM: u32 = 16;
/// The width where the page does not tell it.
const WIDTH: u32 = 640;

/// What is found as a timeline: one drawing, what it says in words, and the same as text.
pub fn timeline(site: Site, shown: Memo<Shown>) -> AnyView {
    let scene: Arc<Mutex<Option<Scene>>> = Arc::default();
    let walk = Walk {
        site,
        scene: scene.clone(),
        day: RwSignal::new(0),
        pressed: RwSignal::new(0),
        is_moved: RwSignal::new(false),
    };
    let width = RwSignal::new(0usize);
    let drawn = RwSignal::new(0usize);
    on_window(&["resize"], move |_| {
        let now = measured() as usize;
        if now != width.get_untracked() {
            width.set(now);
        }
    });
    for (events, act) in
        [(&["pointermove"][..], Walk::draw as fn(&Walk, &Event)), (&["pointerup", "pointercancel"][..], Walk::let_go)]
    {
        let walk = walk.clone();
        on_window(events, move |event| act(&walk, event));
    }
    draw(walk.clone(), shown, width, drawn);
    let told = move |tell: fn(Site, &Scene) -> String| {
        let scene = scene.clone();
        move || {
            drawn.track();
            let scene = scene.lock().ok();
            scene.and_then(|scene| scene.as_ref().map(|scene| tell(site, scene))).unwrap_or_default()
        }
    };
    let summary = el("p").attr("id", SUMMARY).child(dynamic(told(text::summary)));
    let legend = classed("p", "quiet").child(dynamic(told(text::legend)));
    let readout = classed("p", "timeline-told").attr("id", TOLD).attr("aria-hidden", "true").child(words::HINT);
    classed("div", "timeline")
        .attr("role", "group")
        .attr("aria-label", messages::view(View::Timeline))
        .attr("aria-describedby", SUMMARY)
        .child(summary)
        .child(picture(&walk))
        .child(readout)
        .child(legend)
        .child(all_years(site, shown))
        .child(as_text(site, walk, drawn))
        .view()
}

/// Does something at events of the window, as long as the timeline is there.
fn on_window(events: &[&'static str], act: impl Fn(&Event) + Clone + 'static) {
    for event in events {
        let act = act.clone();
        let listener = window_event_listener_untyped(event, move |event| act(&event));
        on_cleanup(move || listener.remove());
    }
}

/// The width that there is, in units of the drawing, which grow with the reader's letters.
fn measured() -> u32 {
    let width = |id: &str| dom::find(id).map_or(0, |element| element.get_bounding_client_rect().width() as u32);
    let (all, ten) = (width(&format!("#{PICTURE}")), width(&format!("#{RULER}")));
    if all == 0 || ten == 0 { WIDTH } else { all * EM * 10 / ten }
}

/// Keeps the drawing at what was found.
fn draw(walk: Walk, shown: Memo<Shown>, width: RwSignal<usize>, drawn: RwSignal<usize>) {
    follow(Box::new(move || {
        width.track();
        let scene = Scene::new(walk.site, &shown.read(), measured());
        let markup = scene.as_ref().map(|scene| svg(walk.site, scene, is_mirrored())).unwrap_or_default();
        let has_focus = dom::find(&format!(".timeline :focus:not(:is(summary, details *))")).is_some();
        dom::set_markup(PICTURE, &markup);
        if let Ok(mut kept) = walk.scene.lock() {
            *kept = scene;
        }
        walk.settle(has_focus);
        drawn.update(|count| *count += 1);
    }));
}

/// The place of the drawing, and what is done in it.
fn picture(walk: &Walk) -> Vec<Element> {
    let act = |act: fn(&Walk, &Event)| {
        let walk = walk.clone();
        move |event: Event| act(&walk, &event)
    };
    let picture = classed("div", "timeline-picture")
        .attr("id", PICTURE)
        .on("keydown", act(Walk::key))
        .on("focusin", act(Walk::focused))
        .on("pointerover", act(Walk::pointed))
        .on("pointerdown", act(Walk::press))
        .on("click", act(Walk::click))
        // A link that is drawn away would be no drawing over years.
        .on("dragstart", |event| event.prevent_default());
    vec![classed("div", "timeline-ruler").attr("id", RULER), picture]
}

/// The way back to all years, where some are chosen. It stays the same element, so that whoever follows it is not lost.
fn all_years(site: Site, shown: Memo<Shown>) -> Element {
    let all = move || with_all_years(&shown.read().query);
    let way = link(String::new(), words::ALL_YEARS);
    let way = way.attr_fn("href", move || all().map(|all| site.explorer(all)));
    el("p").attr_fn("hidden", move || all().is_none().then(String::new)).child(way)
}

/// The same as text, made once it is asked for.
fn as_text(site: Site, walk: Walk, drawn: RwSignal<usize>) -> Element {
    let is_open = RwSignal::new(false);
    let rows = move || {
        drawn.track();
        let scene = walk.scene.lock().ok().filter(|_| is_open.get());
        scene.and_then(|scene| scene.as_ref().map(|scene| text::all(site, scene))).unwrap_or_default()
    };
    el("details")
        .on("toggle", move |_| is_open.set(dom::find(".timeline details[open]").is_some()))
        .child(el("summary").child(words::AS_TEXT))
        .child(dynamic(rows))
}
