//! What is done once the page has stood still for a time, such as telling a screen reader.

use std::rc::Rc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::views::element::{Element, classed, dynamic};

/// How long the list must stand still before a screen reader is told its count.
const SPEAK_AFTER: Duration = Duration::from_millis(700);

/// Tells a screen reader what stands in `text`, once it has stood still.
pub fn spoken(text: Memo<String>) -> Element {
    let said = RwSignal::new(String::new());
    when_still(text, SPEAK_AFTER, Box::new(move |text| _ = said.try_set(text)));
    classed("p", "visually-hidden").attr("role", "status").child(dynamic(move || said.get()))
}

/// Does something with a text whenever it has changed and then stood still for a time. What is there when the page opens
/// is no change.
pub fn when_still(text: Memo<String>, time: Duration, act: Box<dyn Fn(String)>) {
    let act: Rc<dyn Fn(String)> = Rc::from(act);
    Effect::new(move |last: Option<Option<TimeoutHandle>>| {
        let now = text.get();
        if let Some(timer) = last? {
            timer.clear();
        }
        let act = act.clone();
        set_timeout_with_handle(move || act(now), time).ok()
    });
}
