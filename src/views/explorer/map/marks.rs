//! The picture of the map with its marks, which have one stop of the Tab key together.

use leptos::prelude::*;
use web_sys::Event;

use crate::core::search::map::gather::{Mark, height, step};
use crate::language::{map as said, messages};
use crate::views::dom;
use crate::views::element::{Element, classed, finished, follow};
use crate::views::explorer::map::card::{CARD, count};
use crate::views::explorer::map::drawn::{Drawn, Map};

/// The ids of the picture and of what holds the marks.
const PICTURE: &str = "map-picture";
const MARKS: &str = "map-marks";
/// The marks in the page.
const EACH: &str = "#map-marks > button";
/// The attribute of a mark that tells the ids of its places.
const PLACES: &str = "data-places";

/// The map with its marks.
pub fn marks(map: Map) -> Element {
    let picture = map.picture;
    let svg = format!("<svg viewBox=\"0 0 {} {}\">{}</svg>", picture.width, picture.height, picture.paths);
    // The places of the mark that last had the focus: the Tab key leads to it.
    let current = RwSignal::new(String::new());
    let resized = move || map.resized.update(|resized| *resized = !*resized);
    let listener = window_event_listener_untyped("resize", move |_| resized());
    on_cleanup(move || listener.remove());
    // Once it stands in the page, it has a width, which is no more than what lets all of it be seen. Pages allow no styles that
    // stand in markup.
    follow(Box::new(move || {
        if let Some(map) = dom::find(".map") {
            dom::style(&map, "--wide", &format!("{} / {}", picture.width, picture.height));
        }
        resized();
    }));
    follow(Box::new(move || {
        if let Some(drawn) = &*map.drawn.read() {
            // A copy: with the focus on another mark it is another.
            draw(map, drawn, &current.get_untracked());
        }
    }));
    let group = classed("div", "map-marks").attr("id", MARKS).attr("role", "group").attr("aria-label", said::MAP);
    let group = group
        .on("click", move |event| {
            if let Some(button) = button(&event) {
                act(map, &places_of(&button));
            }
        })
        .on("keydown", move |event| {
            if let Some(to) = led_to(map, &event) {
                event.prevent_default();
                dom::find_all(EACH).get(to).into_iter().for_each(dom::focus_seen);
            }
        })
        .on("focusin", move |event| {
            if let Some(button) = button(&event) {
                current.set(places_of(&button));
                stop_at(&button);
            }
        });
    classed("div", "map")
        .child(finished(classed("div", "map-picture").attr("aria-hidden", "true").attr("id", PICTURE), &svg))
        .child(classed("span", "map-ruler").attr("aria-hidden", "true"))
        .child(group)
}

/// The mark that an event comes from.
fn button(event: &Event) -> Option<web_sys::Element> {
    dom::closest(event, EACH)
}

fn places_of(button: &web_sys::Element) -> String {
    button.get_attribute(PLACES).unwrap_or_default()
}

/// The number of the mark that a key leads to.
fn led_to(map: Map, event: &Event) -> Option<usize> {
    let (button, key) = (button(event)?, dom::plain_key(event)?);
    let at = dom::find_all(EACH).iter().position(|of| *of == button)?;
    step(&map.drawn.read_untracked().as_ref()?.marks, at, &key)
}

/// What a mark does: one of a single place chooses it, one of several opens.
fn act(map: Map, places: &str) {
    // What opens below the map may lie outside of what is seen.
    dom::soon(Box::new(|| dom::bring_up(CARD)));
    if places.contains(' ') {
        let is_open = *map.open.read_untracked() == places;
        map.open.set(if is_open { String::new() } else { places.to_owned() });
    } else {
        map.open.set(String::new());
        map.toggle(places);
    }
}

/// Lets the Tab key lead to one mark alone.
fn stop_at(button: &web_sys::Element) {
    for of in dom::find_all(EACH) {
        dom::set(&of, "tabindex", if of == *button { "0" } else { "-1" });
    }
}

/// Puts the marks into the page anew, also where another is opened. Whoever had the focus on one has it on the one with the same place.
fn draw(map: Map, drawn: &Drawn, current: &str) {
    let had_focus = dom::find(&format!("{EACH}:focus")).is_some();
    let one = "<button type=\"button\" class=\"mark\"><span></span></button>";
    dom::set_markup(MARKS, &one.repeat(drawn.marks.len()));
    let place = current.split(' ').next().unwrap_or_default();
    let buttons = dom::find_all(EACH);
    let mut stop = None;
    for (mark, button) in drawn.marks.iter().zip(&buttons) {
        let has = mark.places.iter().any(|at| map.id(&drawn.on, *at) == place);
        if has || stop.is_none() {
            stop = Some(button);
        }
        dress(map, drawn, mark, button);
    }
    if let Some(button) = stop {
        stop_at(button);
        if had_focus {
            dom::focus_seen(button);
        }
    }
}

/// Tells of a mark what it is, and puts it where it stands.
fn dress(map: Map, drawn: &Drawn, mark: &Mark, button: &web_sys::Element) {
    let on = &drawn.on;
    let labels = map.labels(on, &mark.places);
    let count = count(map, on, &mark.places);
    let ids: Vec<&str> = mark.places.iter().map(|at| map.id(on, *at)).collect();
    let is_chosen = mark.places.iter().any(|at| on.places[*at].is_chosen);
    dom::set(button, "aria-label", &said::mark(&labels, count, is_chosen && ids.len() > 1));
    let joined = ids.join(" ");
    if ids.len() > 1 {
        dom::set(button, "aria-expanded", truth(joined == *map.open.read()));
        dom::set(button, "aria-controls", CARD);
    } else {
        dom::set(button, "aria-pressed", truth(is_chosen));
    }
    dom::set(button, PLACES, &joined);
    if is_chosen || on.is_chosen {
        dom::set(button, "data-is", if is_chosen { "chosen" } else { "other" });
    }
    if let Some(side) = mark.name {
        dom::set(button, "data-name", side);
    }
    // Its name stands beside it as the style sheet has it: that of several is not how the button is called.
    dom::set(button, "data-beside", &said::beside(&labels));
    dom::set_texts(button, &[&messages::number(count)]);
    let width = drawn.width;
    for (name, all, at, of) in [
        ("left", "100%", mark.x, width),
        ("top", "100%", mark.y, height(map.picture, width)),
        ("inline-size", "1rem", mark.size, 16),
    ] {
        dom::style(button, name, &format!("calc({all} * {at} / {of})"));
    }
}

fn truth(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}
