//! The timeline as a drawing.

use crate::core::address::query::Sort;
use crate::core::address::view::View;
use crate::core::search::explore::PAGE_SIZE;
use crate::core::search::timeline::{BESIDE, Beside, HIGHEST, Mark, Stretch, TAKEN, hit};
use crate::core::search::times::{Known, Time, month_of, term, year};
use crate::language::{dates, messages, timeline as words};
use crate::views::explorer::timeline::markup::Markup;
use crate::views::explorer::timeline::scene::{LETTER, Named, Scene, room, with_years};

/// The height of a lane, and of what stands in it.
const LANE: u32 = 26;
const MARK: u32 = 18;
/// The height of a band with the name of its body above it.
const BAND: u32 = 40;
/// More bodies than these are told in words alone.
const MOST_BANDS: usize = 3;
/// The height of a row of the axis.
const ROW: u32 = 28;

const QUIET: &str = " fill=\"var(--quiet)\" font-size=\"12\"";
const MIDDLE: &str = " text-anchor=\"middle\" font-size=\"12\"";
const LINK: &str = " fill=\"var(--accent)\" text-decoration=\"underline\"";
/// What is there to be hit alone.
const UNSEEN: &str = " fill-opacity=\"0\"";
const KNOWN: &str = " rx=\"2\" fill=\"var(--accent)\"";
const HOLLOW: &str =
    " rx=\"2\" fill=\"var(--sheet)\" stroke=\"var(--accent)\" stroke-width=\"2\" stroke-dasharray=\"4 2\"";
const DASHED: &str = " rx=\"2\" fill=\"var(--paper)\" stroke=\"var(--field-line)\" stroke-dasharray=\"3\"";
const FRAME: &str = " rx=\"3\" fill=\"var(--tint)\" stroke=\"var(--field-line)\"";
/// Of the times in office every second is filled, and all have an edge.
const TERMS: [&str; 2] =
    [" fill=\"var(--tint)\" stroke=\"var(--field-line)\"", " fill=\"var(--sheet)\" stroke=\"var(--field-line)\""];

/// Adds the drawing of a scene; for each mark what is told of it.
pub fn draw(to: &mut Markup, scene: &Scene, names: &[Named]) {
    let drawn = &scene.drawn;
    let bodies = scene.bodies();
    let bands = bodies.len().min(MOST_BANDS) as u32 * BAND;
    let top = bands + 8;
    let axis = top + 6 + if drawn.bars.is_empty() { drawn.lanes * LANE } else { HIGHEST + ROW };
    let years = axis + if drawn.months.is_empty() { 0 } else { 20 };
    let height = years + ROW;
    to.add("<svg width=\"100%\" font-size=\"13\" fill=\"var(--ink)\"");
    to.add(" viewBox=\"0 0 ");
    to.add(&drawn.width.to_string());
    to.within(" ", &height.to_string(), "\">");
    for stretch in &drawn.years {
        to.rect(stretch.x, bands, 1, height - bands, " fill=\"var(--line)\"");
    }
    for (at, body) in bodies.into_iter().take(MOST_BANDS).enumerate() {
        band(to, scene, body, at as u32 * BAND);
    }
    for (mark, named) in drawn.marks.iter().zip(names) {
        let top = top + mark.lane * LANE;
        if let Some((x, width)) = named.event.and_then(|(first, last)| drawn.span(first, last)) {
            let x = x.saturating_sub(4);
            to.rect(x, top, (width + 8).min(drawn.width - x), LANE - 2, FRAME);
        }
        if mark.is_gap { gap(to, scene, mark, named, top) } else { meeting(to, mark, named, top) }
    }
    for of in &drawn.bars {
        bar(to, scene, of, axis);
    }
    to.rect(0, axis, drawn.width, 1, " fill=\"var(--field-line)\"");
    for month in &drawn.months {
        to.rect(month.x, axis, 1, 6, " fill=\"var(--field-line)\"");
        let name = words::short_month(month_of(month.first));
        to.label(month.x + 3, axis + 15, QUIET, if month.height > 0 { name } else { "" });
    }
    for of in &drawn.years {
        years_of_axis(to, scene, of, years);
    }
    to.rect(
        0,
        0,
        0,
        height,
        " id=\"timeline-chosen\" fill=\"var(--accent)\" fill-opacity=\".2\" pointer-events=\"none\"",
    );
    to.add("</svg>");
}

/// Who chaired a body.
fn band(to: &mut Markup, scene: &Scene, body: &str, top: u32) {
    to.label(2, top + 13, QUIET, &cut(body, to.width));
    for (at, chair) in scene.chairs.iter().filter(|chair| chair.body == body).enumerate() {
        if let Some((x, width)) = term(chair).and_then(|(from, to)| scene.drawn.span(from, to)) {
            to.add("<g");
            to.attribute("data-told", &chair.line());
            to.add(">");
            to.rect(x, top + 18, width, MARK, TERMS[at % 2]);
            to.label(x + 4, top + 31, "", &cut(&chair.holder, width.saturating_sub(6)));
            to.add("</g>");
        }
    }
}

fn meeting(to: &mut Markup, mark: &Mark, named: &Named, top: u32) {
    to.link(&named.href, 0, mark.time.first, &named.name);
    let (from, end) = hit(mark.x, mark.width, to.width);
    to.rect(from, top, end - from, LANE - 2, UNSEEN);
    to.rect(mark.x, top + 3, mark.width, MARK, if mark.time.has_days() { KNOWN } else { HOLLOW });
    match mark.label {
        Beside::Behind => to.label(mark.x + mark.width + BESIDE, top + 16, "", &named.label),
        Beside::Before => {
            to.label(mark.x.saturating_sub(BESIDE), top + 16, " text-anchor=\"end\"", &named.label);
        }
        Beside::Nowhere => {}
    }
    to.add("</a>");
}

fn gap(to: &mut Markup, scene: &Scene, gap: &Mark, named: &Named, top: u32) {
    let (from, _) = hit(gap.x, gap.width, to.width);
    to.add("<g");
    to.attribute("data-told", &named.name);
    to.add(">");
    to.rect(from + 1, top + 3, TAKEN - 2, MARK, DASHED);
    let number = scene.site.archive.gaps.get(gap.at).map(|(_, gap)| gap.number.to_string());
    to.label(from + TAKEN / 2, top + 16, MIDDLE, &number.unwrap_or_default());
    to.add("</g>");
}

fn bar(to: &mut Markup, scene: &Scene, bar: &Stretch, axis: u32) {
    if bar.count == 0 {
        return;
    }
    let mut href = scene.only(bar.first, bar.last);
    let mut name = words::bar(&time(bar), bar.count);
    if href.is_empty() {
        // No shorter time can be asked for: the list has them, from the page on that they begin on.
        let list = with_years(&scene.query, year(bar.first), year(bar.last)).with_view(View::List);
        href = scene.site.explorer(list.with_sort(Sort::Oldest).with_page(bar.before / PAGE_SIZE + 1));
        name = words::in_list(&name);
    }
    to.link(&href, 0, bar.first, &name);
    to.rect(bar.x, axis - HIGHEST - ROW, bar.width, HIGHEST + ROW, UNSEEN);
    to.rect(bar.x + 1, axis - bar.height, bar.width.saturating_sub(2).max(1), bar.height, KNOWN);
    let count = messages::number(bar.count);
    let is_named = room(&count) < bar.width;
    to.label(bar.x + bar.width / 2, axis - bar.height - 5, MIDDLE, if is_named { &count } else { "" });
    to.add("</a>");
}

/// Years of the axis, which lead to what was found in them.
fn years_of_axis(to: &mut Markup, scene: &Scene, of: &Stretch, top: u32) {
    let href = if of.count > 0 { scene.only(of.first, of.last) } else { String::new() };
    let label = if of.height > 0 { year(of.first).to_string() } else { String::new() };
    if href.is_empty() {
        return to.label(of.x + 3, top + 19, QUIET, &label);
    }
    to.link(&href, 1, of.first, &words::only(&time(of)));
    to.rect(of.x, top + 2, of.width, ROW - 2, UNSEEN);
    to.label(of.x + 3, top + 19, LINK, &label);
    to.add("</a>");
}

/// A stretch of months or years, in words.
fn time(of: &Stretch) -> String {
    let known = if of.last - of.first < 364 { Known::Month } else { Known::Year };
    let time = Time { first: of.first, last: of.last, start: known, end: known };
    time.when().map(dates::when).unwrap_or_default()
}

/// As much of a text as there is room for.
fn cut(text: &str, width: u32) -> String {
    if room(text) <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for char in text.chars() {
        // There is room for a letter of the East, and for the sign that something is left out.
        if room(&short) + 2 * LETTER >= width {
            break;
        }
        short.push(char);
    }
    if !short.is_empty() {
        short.push('…');
    }
    short
}
