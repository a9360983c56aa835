//! The timeline as a drawing: its shapes, written as markup. Colours and sizes are attributes here and no style, since every
//! page would carry that. Where the page runs to the left so does time, and the letters stay as they are.

use crate::core::address::query::Sort;
use crate::core::address::route::Route;
use crate::core::address::view::View;
use crate::core::search::explore::PAGE_SIZE;
use crate::core::search::timeline::{BESIDE, Bar, Beside, HIGHEST, Mark, TAKEN, hit};
use crate::core::search::times::{Day, Known, Time, date, first_of_year};
use crate::core::text::date::When;
use crate::language::{dates, timeline as words};
use crate::views::explorer::timeline::scene::{LETTER, Scene, name, room, with_years};
use crate::views::site::Site;

/// The height of a lane, and of what stands in it.
const LANE: u32 = 26;
const MARK: u32 = 18;
/// The height of a band with the name of its body above it.
const BAND: u32 = 40;
/// More bodies than these are told in words alone.
const MOST_BANDS: usize = 3;
/// The height of a row of the axis.
const ROW: u32 = 28;
/// The id of what shows which years are being chosen.
pub const CHOSEN: &str = "timeline-chosen";

/// A drawing under way.
struct Svg {
    text: String,
    width: u32,
    is_mirrored: bool,
}

/// The drawing of a scene.
pub fn svg(site: Site, scene: &Scene, is_mirrored: bool) -> String {
    let drawn = &scene.drawn;
    let bodies: Vec<&str> = scene.bodies().into_iter().take(MOST_BANDS).collect();
    let top = bodies.len() as u32 * BAND + 8;
    let rows = if drawn.bars.is_empty() { drawn.lanes * LANE } else { HIGHEST + ROW };
    let axis = top + rows + 6;
    let has_months = drawn.ticks.iter().any(|tick| tick.month.is_some());
    let height = axis + ROW + if has_months { ROW - 8 } else { 0 };
    let mut svg = Svg { text: String::new(), width: drawn.width, is_mirrored };
    svg.add(&format!(
        "<svg viewBox=\"0 0 {} {height}\" width=\"100%\" font-size=\"13\" fill=\"var(--ink)\">",
        drawn.width
    ));
    svg.grid(scene, top - 8, axis);
    for (at, body) in bodies.into_iter().enumerate() {
        svg.band(scene, body, at as u32 * BAND);
    }
    for mark in &drawn.marks {
        svg.event(site, scene, mark, top);
    }
    for mark in &drawn.marks {
        svg.mark(site, mark, top);
    }
    for gap in &drawn.gaps {
        svg.gap(site, gap, top);
    }
    for bar in drawn.bars.iter().filter(|bar| bar.count > 0) {
        svg.bar(site, scene, bar, axis);
    }
    svg.axis(site, scene, axis, has_months);
    svg.add(&format!(
        "<rect id=\"{CHOSEN}\" y=\"0\" width=\"0\" height=\"{height}\" fill=\"var(--accent)\" fill-opacity=\".2\" pointer-events=\"none\"/></svg>"
    ));
    svg.text
}

impl Svg {
    #[inline(never)]
    fn add(&mut self, markup: &str) {
        self.text.push_str(markup);
    }

    /// Adds a text of the data, or a value of an attribute.
    #[inline(never)]
    fn escaped(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                '&' => self.text.push_str("&amp;"),
                '<' => self.text.push_str("&lt;"),
                '"' => self.text.push_str("&quot;"),
                other => self.text.push(other),
            }
        }
    }

    /// Adds an element that is told by a name.
    #[inline(never)]
    fn open(&mut self, tag: &str, attribute: &str, name: &str) {
        self.add(&format!("<{tag} {attribute}=\""));
        self.escaped(name);
        self.add("\">");
    }

    #[inline(never)]
    fn rect(&mut self, x: u32, y: u32, width: u32, height: u32, rest: &str) {
        let x = if self.is_mirrored { self.width.saturating_sub(x + width) } else { x };
        self.add(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {rest}/>"));
    }

    /// A text that begins at some place, or ends or has its middle there as the rest says. It is read elsewhere.
    #[inline(never)]
    fn text(&mut self, x: u32, y: u32, rest: &str, text: &str) {
        let x = if self.is_mirrored { self.width.saturating_sub(x) } else { x };
        self.add(&format!("<text aria-hidden=\"true\" x=\"{x}\" y=\"{y}\" {rest}>"));
        self.escaped(text);
        self.add("</text>");
    }

    /// A link to a page, told by its name; in which row it is walked, and on which day it stands.
    #[inline(never)]
    fn link(&mut self, href: &str, row: u32, day: Day, name: &str) {
        if href.is_empty() {
            // As long as its record has not come nobody knows where it leads.
            self.add("<a role=\"link\" aria-disabled=\"true");
        } else {
            self.add("<a href=\"");
            self.escaped(href);
        }
        self.add(&format!("\" tabindex=\"-1\" data-row=\"{row}\" data-day=\"{day}\" aria-label=\""));
        self.escaped(name);
        self.add("\">");
    }

    /// Lines where years begin.
    fn grid(&mut self, scene: &Scene, top: u32, axis: u32) {
        self.add("<path fill=\"none\" stroke=\"var(--line)\" d=\"");
        for tick in scene.drawn.ticks.iter().filter(|tick| tick.month.is_none()) {
            let x = if self.is_mirrored { self.width - tick.x } else { tick.x };
            self.add(&format!("M{x} {top}V{}", axis + ROW));
        }
        self.add(&format!("\"/><path stroke=\"var(--field-line)\" d=\"M0 {axis}H{}\"/>", self.width));
    }

    /// Who chaired a body: every second time is filled, and all have an edge.
    fn band(&mut self, scene: &Scene, body: &str, top: u32) {
        self.text(2, top + 13, "fill=\"var(--quiet)\" font-size=\"12\"", &cut(body, self.width));
        let all = scene.chairs.iter().filter(|(chair, ..)| chair.body == body);
        for (at, (chair, from, to)) in all.enumerate() {
            let Some((x, width)) = scene.drawn.span(*from, *to) else { continue };
            self.open("g", "data-told", &chair.line());
            let fill = if at % 2 == 0 { "var(--tint)" } else { "var(--sheet)" };
            self.rect(x, top + 18, width, MARK, &format!("fill=\"{fill}\" stroke=\"var(--field-line)\""));
            let holder = cut(&chair.holder, width.saturating_sub(6));
            self.text(x + 4, top + 31, "", &holder);
            self.add("</g>");
        }
    }

    /// The larger event behind a meeting.
    fn event(&mut self, site: Site, scene: &Scene, mark: &Mark, top: u32) {
        let (named, _) = name(site, mark);
        let span = named.event.and_then(|(first, last)| scene.drawn.span(first, last));
        if let Some((x, width)) = span {
            let (x, end) = (x.saturating_sub(4), (x + width + 4).min(self.width));
            let rest = "rx=\"3\" fill=\"var(--tint)\" stroke=\"var(--field-line)\"";
            self.rect(x, top + mark.lane * LANE, end - x, LANE - 2, rest);
        }
    }

    fn mark(&mut self, site: Site, mark: &Mark, top: u32) {
        let (named, name) = name(site, mark);
        let y = top + mark.lane * LANE;
        let href = named.id.map(|id| site.href(&Route::Meeting(id.to_owned()))).unwrap_or_default();
        self.link(&href, 0, mark.time.first, &name);
        let (from, to) = hit(mark.x, mark.width, self.width);
        self.rect(from, y, to - from, LANE - 2, "fill-opacity=\"0\"");
        let rest = if mark.time.has_days() {
            "rx=\"2\" fill=\"var(--accent)\""
        } else {
            "rx=\"2\" fill=\"var(--sheet)\" stroke=\"var(--accent)\" stroke-width=\"2\" stroke-dasharray=\"4 2\""
        };
        self.rect(mark.x, y + 3, mark.width, MARK, rest);
        match mark.label {
            Beside::Behind => self.text(mark.x + mark.width + BESIDE, y + 16, "", &named.label),
            Beside::Before => {
                self.text(mark.x.saturating_sub(BESIDE), y + 16, "text-anchor=\"end\"", &named.label);
            }
            Beside::Nowhere => {}
        }
        self.add("</a>");
    }

    fn gap(&mut self, site: Site, gap: &Mark, top: u32) {
        let Some((_, of)) = site.archive.gaps.get(gap.at) else { return };
        let (from, _) = hit(gap.x, gap.width, self.width);
        let y = top + gap.lane * LANE;
        self.open("g", "data-told", &words::mark(&of.title, of.note.as_deref().unwrap_or_default(), &[]));
        let rest = "rx=\"2\" fill=\"var(--paper)\" stroke=\"var(--field-line)\" stroke-dasharray=\"3 3\"";
        self.rect(from + 1, y + 3, TAKEN - 2, MARK, rest);
        self.text(from + TAKEN / 2, y + 16, "text-anchor=\"middle\" fill=\"var(--quiet)\"", &of.number.to_string());
        self.add("</g>");
    }

    fn bar(&mut self, site: Site, scene: &Scene, bar: &Bar, axis: u32) {
        let years = (date(bar.first).year().into(), date(bar.last).year().into());
        let time = time(bar);
        let (href, name) = match scene.only(site, years.0, years.1) {
            Some(href) => (href, words::bar(&time, bar.count)),
            // There are no shorter times to be asked for: the list has them, and begins with those that began before.
            None => {
                let list = with_years(&scene.query, years.0, years.1).with_view(View::List).with_sort(Sort::Oldest);
                (site.explorer(list.with_page(bar.before / PAGE_SIZE + 1)), words::bar_in_list(&time, bar.count))
            }
        };
        self.link(&href, 0, bar.first, &name);
        self.rect(bar.x, axis - HIGHEST - ROW, bar.width, HIGHEST + ROW, "fill-opacity=\"0\"");
        let rest = "fill=\"var(--accent)\" stroke=\"var(--sheet)\"";
        self.rect(bar.x + 1, axis - bar.height, bar.width.saturating_sub(2).max(1), bar.height, rest);
        let count = bar.count.to_string();
        if room(&count) <= bar.width + 4 {
            let middle = bar.x + bar.width / 2;
            self.text(middle, axis - bar.height - 5, "text-anchor=\"middle\" font-size=\"12\"", &count);
        }
        self.add("</a>");
    }

    fn axis(&mut self, site: Site, scene: &Scene, axis: u32, has_months: bool) {
        let years = axis + if has_months { ROW - 8 } else { 0 };
        for tick in &scene.drawn.ticks {
            if let Some(month) = tick.month {
                self.rect(tick.x, axis, 1, 6, "fill=\"var(--field-line)\"");
                if tick.is_named {
                    self.text(
                        tick.x + 3,
                        axis + 15,
                        "fill=\"var(--quiet)\" font-size=\"12\"",
                        words::short_month(month),
                    );
                }
                continue;
            }
            let only = scene.only(site, tick.year, tick.last_year);
            if let Some(href) = &only {
                let name = words::only(&words::years(tick.year, tick.last_year));
                self.link(href, 1, first_of_year(tick.year), &name);
                self.rect(tick.x, years + 2, tick.width, ROW - 2, "fill-opacity=\"0\"");
            }
            if tick.is_named {
                let fill = if only.is_some() {
                    "fill=\"var(--accent)\" text-decoration=\"underline\""
                } else {
                    "fill=\"var(--quiet)\""
                };
                self.text(tick.x + 3, years + 19, fill, &tick.year.to_string());
            }
            if only.is_some() {
                self.add("</a>");
            }
        }
    }
}

/// The time of a bar, in words.
fn time(bar: &Bar) -> String {
    let known = match bar.last - bar.first {
        0..28 => Known::Day,
        28..365 => Known::Month,
        _ => Known::Year,
    };
    let when = Time { first: bar.first, last: bar.last, start: known, end: known }.when();
    when.map(|when: When| dates::when(when)).unwrap_or_default()
}

/// As much of a text as there is room for.
fn cut(text: &str, width: u32) -> String {
    if room(text) <= width {
        return text.to_owned();
    }
    let mut short: String = text.chars().take((width / LETTER).saturating_sub(1) as usize).collect();
    if !short.is_empty() {
        short.push('…');
    }
    short
}
