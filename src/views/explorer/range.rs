//! The years as a range: a histogram, and a slider for each end.

use leptos::prelude::*;

use crate::core::address::route::Route;
use crate::core::search::choices::{self, Bar, HIGHEST};
use crate::core::search::explore::Shown;
use crate::core::search::facet::Facet;
use crate::language::{labels, messages};
use crate::views::dom;
use crate::views::element::{Element, classed, dynamic, el, follow, markup};
use crate::views::site::{Site, Visit};

/// The ids of the two ends of the range of years.
const ENDS: [&str; 2] = ["from-year", "to-year"];

/// The id of the bars.
const BARS: &str = "bars";

/// The years as a range: how many meetings each has, and a slider for each end.
pub fn range(site: Site, at: usize, years: &'static Facet, shown: Memo<Shown>) -> Option<Element> {
    let span = choices::span(years)?;
    let range = Range { span, shown, is_moving: RwSignal::new(false), moved_to: RwSignal::new(None) };
    follow(Box::new(move || {
        for (id, year) in ENDS.into_iter().zip(range.ends()) {
            dom::set_value(id, &year.to_string());
        }
    }));
    let bars = move || {
        let [from, to] = range.ends();
        let shown = shown.read();
        let bars = choices::bars(years, shown.counts.get(at).map(Vec::as_slice).unwrap_or_default());
        let mut shapes = String::new();
        let mut tab = 0;
        for (x, bar) in bars.iter().enumerate() {
            // What is chosen already is given up again.
            let years = (Some(bar.first), Some(bar.last));
            let to_years = if shown.query.years() == years { (None, None) } else { years };
            let link = site.explorer(shown.query.with_years(to_years.0, to_years.1));
            // Browsers read what follows an `&` as it is meant, since a `=` comes behind it.
            let link = if cfg!(feature = "native") { link.replace('&', "&amp;") } else { link };
            let (is_in, name) = (bar.last >= from && bar.first <= to, messages::bar(bar));
            shapes.push_str(&mark((x, tab), bar, is_in, &link, &name));
            tab = if bar.meetings > 0 { -1 } else { tab };
        }
        // Stretched to the room that the facet has.
        format!("<svg viewBox=\"0 0 {} {HIGHEST}\" preserveAspectRatio=\"none\">{shapes}</svg>", bars.len())
    };
    let sliders = [labels::FROM_YEAR, labels::TO_YEAR].into_iter().enumerate();
    let sliders: Vec<Element> = sliders.map(|(at, name)| range.slider(site, at, name)).collect();
    let bars = markup(BARS, "bars", bars).attr("data-walk", "").attr("role", "group").attr("aria-label", labels::BARS);
    Some(classed("div", "range").child(bars).child(sliders))
}

/// A bar as a link to its years, marked where they are in the range; one without a meeting leads nowhere.
fn mark((x, tab): (usize, i8), bar: &Bar, is_in: bool, link: &str, name: &str) -> String {
    let (top, height) = (HIGHEST - bar.height, bar.height);
    let mark = if is_in { " data-in" } else { "" };
    // Between two bars a tenth is left free; and all above a bar belongs to it.
    let drawn = format!(
        "<path d=\"M{x} 0h1v{HIGHEST}h-1z\"/><rect x=\"{x}\" y=\"{top}\" width=\".9\" height=\"{height}\"{mark}/>"
    );
    if bar.meetings == 0 {
        return drawn;
    }
    format!("<a href=\"{link}\" tabindex=\"{tab}\" aria-label=\"{name}\"><title>{name}</title>{drawn}</a>")
}

/// The range of years that the sliders stand at.
#[derive(Clone, Copy)]
struct Range {
    /// The first and the last year of the archive.
    span: (i16, i16),
    shown: Memo<Shown>,
    /// Whether a slider is being moved; the address is still the old one, and the sliders themselves tell the range.
    is_moving: RwSignal<bool>,
    /// Which slider was last moved, and the years it led to. As long as they are what is asked, moving it on is no further
    /// step.
    moved_to: RwSignal<Option<(usize, Years)>>,
}

/// A range of years, of which either end may be open.
type Years = (Option<i16>, Option<i16>);

impl Range {
    #[inline(never)]
    fn ends(self) -> [i16; 2] {
        let (first, last) = self.span;
        let (from, to) = self.shown.read().query.years();
        let is_moving = self.is_moving.get();
        [(ENDS[0], from.unwrap_or(first)), (ENDS[1], to.unwrap_or(last))].map(|(id, year)| {
            let moved = if is_moving { dom::value(id).parse().ok() } else { None };
            moved.unwrap_or(year).clamp(first, last)
        })
    }

    fn slider(self, site: Site, at: usize, name: &'static str) -> Element {
        let (first, last) = self.span;
        let act = |is_let_go: bool| {
            move |_| {
                self.is_moving.set(true);
                let [from, to] = untrack(|| self.ends());
                // The other end is taken along, so that the range never ends before it begins.
                if from > to {
                    dom::set_value(ENDS[1 - at], &dom::value(ENDS[at]));
                }
                if is_let_go {
                    let [from, to] = untrack(|| self.ends());
                    self.is_moving.set(false);
                    // A range up to the first or the last year is open there.
                    let years = ((from > first).then_some(from), (to < last).then_some(to));
                    let query = &self.shown.read_untracked().query;
                    let goes_on = self.moved_to.get_untracked() == Some((at, query.years()));
                    let visit = if goes_on { Visit::Replace } else { Visit::Step };
                    let query = query.with_years(years.0, years.1);
                    self.moved_to.set(Some((at, query.years())));
                    site.go.run((Route::Explorer(query), visit));
                }
            }
        };
        let input = el("input")
            .attr("id", ENDS[at])
            .attr("type", "range")
            .attr("aria-label", name)
            .attr("min", &first.to_string())
            .attr("max", &last.to_string())
            .attr("value", &untrack(|| self.ends())[at].to_string())
            .on("input", act(false))
            .on("change", act(true));
        classed("label", "needs-app")
            .child(el("span").child(name))
            .child(classed("span", "count").child(dynamic(move || self.ends()[at].to_string())))
            .child(input)
    }
}
