//! The timeline in words: what it says, what its shapes stand for, and all that it shows as a list.

use crate::core::address::query::Query;
use crate::core::search::times::{first_of_year, term};
use crate::core::text::date::PartialDate;
use crate::language::{dates, labels, timeline as words};
use crate::views::explorer::timeline::markup::Markup;
use crate::views::explorer::timeline::scene::{Named, Scene, all_years};
use crate::views::site::Site;

/// More times in office than these are told in the list alone.
const MOST_TOLD: usize = 16;

/// What the picture says of its meetings, in words.
pub fn summary(scene: &Scene) -> String {
    let mut text = words::summary(scene.drawn.count, &scene.years);
    for (_, gap) in scene.lost() {
        text += &words::lost(&gap.title);
    }
    text
}

/// What its bands say, in words.
fn chairs(to: &mut Markup, scene: &Scene) {
    if scene.chairs.len() > MOST_TOLD {
        return;
    }
    for body in scene.bodies() {
        let mut holders: Vec<&str> = Vec::new();
        for chair in scene.chairs.iter().filter(|chair| chair.body == body) {
            if holders.last() != Some(&chair.holder.as_str()) {
                holders.push(&chair.holder);
            }
        }
        to.say(&words::chairs(body, &holders));
    }
}

/// Adds what the shapes stand for that is not seen at once, and what the bands say.
pub fn legend(to: &mut Markup, scene: &Scene, names: &[Named]) {
    let marks = &scene.drawn.marks;
    to.add("<p class=\"quiet\">");
    if marks.iter().any(|mark| !mark.is_gap && !mark.time.has_days()) {
        to.add(words::HOLLOW);
    }
    if marks.iter().any(|mark| mark.is_gap) {
        to.add(words::DASHED);
    }
    if names.iter().any(|named| named.event.is_some()) {
        to.add(words::BEHIND);
    }
    if scene.drawn.years_of_bar > 0 {
        to.say(&words::each_bar(scene.drawn.years_of_bar));
    }
    to.add("</p><p id=\"timeline-chairs\">");
    chairs(to, scene);
    to.add("</p>");
}

/// Adds the way back to all years, also where nothing is found in those that are asked for.
pub fn way_back(to: &mut Markup, site: Site, query: &Query) {
    let href = all_years(site, query);
    if !href.is_empty() {
        to.add("<p><a");
        to.attribute("href", &href);
        to.within(">", words::ALL_YEARS, "</a></p>");
    }
}

/// Adds all that it shows: each meeting with the gaps at their places, or of many how many each year had; and who chaired.
pub fn list(to: &mut Markup, scene: &Scene, names: &[Named]) {
    to.add("<ol role=\"list\">");
    let marks = &scene.drawn.marks;
    let gaps = &scene.site.archive.gaps;
    let meetings = marks.iter().position(|mark| mark.is_gap).unwrap_or(marks.len());
    for at in 0..meetings + 1 {
        let here = marks.get(at).filter(|mark| !mark.is_gap).map(|mark| mark.at);
        for (gap, named) in marks.iter().zip(names).filter(|(mark, _)| mark.is_gap) {
            let before = gaps.get(gap.at).map(|(before, _)| *before);
            if before == Some(here.unwrap_or(scene.site.catalogue.count())) {
                to.item("", &named.name);
            }
        }
        if let (Some(_), Some(named)) = (here, names.get(at)) {
            to.item(&named.href, &named.name);
        }
    }
    for (year, count) in scene.years.iter().filter(|_| marks.is_empty()) {
        let day = first_of_year(*year);
        to.item(&scene.only(day, day), &words::bar(&year.to_string(), *count));
    }
    for (_, gap) in scene.lost().iter().filter(|_| marks.is_empty()) {
        to.item("", &words::gap(&gap.title, gap.note.as_deref()));
    }
    to.add("</ol>");
    if !scene.chairs.is_empty() {
        to.within("<h3>", labels::CHAIRMANSHIPS, "</h3><ul>");
        for chair in scene.chairs.iter().filter(|chair| term(chair).is_some()) {
            let date = |text: &str| PartialDate::parse(text).map(dates::date).unwrap_or_default();
            to.item("", &words::term(&chair.line(), &date(&chair.from), &date(&chair.to)));
        }
        to.add("</ul>");
    }
}
