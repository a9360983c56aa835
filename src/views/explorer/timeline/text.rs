//! The timeline as text: what it says in a few words, and all that it shows.

use crate::core::address::route::Route;
use crate::core::archive::format::Chairmanship;
use crate::core::search::times::Day;
use crate::core::text::date::PartialDate;
use crate::language::{dates, labels, timeline as words};
use crate::views::element::{Element, classed, el, link};
use crate::views::explorer::timeline::scene::{Scene, holders, name};
use crate::views::site::Site;

/// What the picture says, in words.
pub fn summary(site: Site, scene: &Scene) -> String {
    let gaps = if scene.drawn.bars.is_empty() { scene.drawn.gaps.len() } else { 0 };
    let gaps = site.archive.gaps.iter().take(gaps).map(|(_, gap)| gap.title.as_str()).collect();
    let chairs = if scene.chairs.len() > MOST_TOLD { Vec::new() } else { holders(scene) };
    words::summary(&words::Told { years: &scene.years, count: scene.drawn.count, gaps, chairs })
}

/// More times in office than these are told below alone.
const MOST_TOLD: usize = 16;

/// What the shapes stand for that is not seen at once.
pub fn legend(site: Site, scene: &Scene) -> String {
    let drawn = &scene.drawn;
    let is_hollow = drawn.marks.iter().any(|mark| !mark.time.has_days());
    let is_within = drawn.marks.iter().any(|mark| name(site, mark).0.event.is_some());
    let mut told = Vec::new();
    for (is_shown, text) in
        [(is_hollow, words::HOLLOW), (!drawn.gaps.is_empty(), words::DASHED), (is_within, words::BEHIND)]
    {
        if is_shown {
            told.push(text);
        }
    }
    told.join(" ")
}

/// All that it shows: each meeting, or of many how many each year had; and who chaired.
pub fn all(site: Site, scene: &Scene) -> Vec<Element> {
    let mut all = Vec::new();
    all.push(if scene.drawn.bars.is_empty() { meetings(site, scene) } else { years(site, scene) });
    if !scene.chairs.is_empty() {
        let chair = |(chair, ..): &(&'static Chairmanship, Day, Day)| {
            let date = |text: &str| PartialDate::parse(text).map(dates::date).unwrap_or_default();
            let time = words::term(&date(&chair.from), &date(&chair.to));
            let note = chair.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
            el("li").child(words::chaired(&chair.body, &chair.holder, &time) + &note)
        };
        let chairs: Vec<Element> = scene.chairs.iter().map(chair).collect();
        all.push(el("h3").child(labels::CHAIRMANSHIPS));
        all.push(el("ul").child(chairs));
    }
    all
}

/// The meetings in the order of time, with the gaps at their places.
fn meetings(site: Site, scene: &Scene) -> Element {
    let gaps = |before: usize| {
        let here = scene
            .drawn
            .gaps
            .iter()
            .filter(move |gap| site.archive.gaps.get(gap.at).is_some_and(|(at, _)| *at == before));
        here.map(|gap| {
            let gap = &site.archive.gaps[gap.at].1;
            el("li").child(words::mark(&gap.title, gap.note.as_deref().unwrap_or_default(), &[]))
        })
    };
    let mut rows: Vec<Element> = Vec::new();
    for mark in &scene.drawn.marks {
        rows.extend(gaps(mark.at));
        let (named, _) = name(site, mark);
        let title = named.id.map(|id| link(site.href(&Route::Meeting(id.to_owned())), named.title.as_str()));
        let rest = words::mark("", &named.when, &named.others);
        rows.push(
            el("li").child(title).child(if named.id.is_some() { ", " } else { "" }).child(el("span").child(rest)),
        );
    }
    rows.extend(gaps(site.catalogue.count()));
    el("ol").attr("role", "list").child(rows)
}

/// How many meetings each year had.
fn years(site: Site, scene: &Scene) -> Element {
    let row = |(year, count): &(i32, usize)| {
        let label = year.to_string();
        let year = match scene.only(site, *year, *year) {
            Some(href) => el("th").child(link(href, label)),
            None => el("th").child(label),
        };
        el("tr").child(year.attr("scope", "row")).child(el("td").child(count.to_string()))
    };
    let rows: Vec<Element> = scene.years.iter().map(row).collect();
    let heads = [words::YEAR, labels::MEETINGS].map(|name| el("th").attr("scope", "col").child(name));
    classed("table", "timeline-years")
        .child(el("thead").child(el("tr").child(Vec::from(heads))))
        .child(el("tbody").child(rows))
}
