//! Who met whom, as a picture: a line for each person, and a bow between each two who met. The names are links, one Tab stop
//! in all, and whoever is chosen has a number beside each name.

use leptos::prelude::*;

use crate::core::address::route::{Kind, Order};
use crate::language::{labels, met};
use crate::views::blocks::person_link::page_of;
use crate::views::blocks::told::told;
use crate::views::element::{Element, classed, el, link, markup};
use crate::views::site::Site;

/// The id of the picture.
pub const WHO_MET: &str = "who-met-whom";

/// The most people that the picture shows.
const MOST: usize = 60;

/// How high a line is in the picture's own units, and how wide the room of the bows.
const LINE: usize = 10;
const WIDTH: usize = 100;

/// In how many widths bows are drawn.
const WIDTHS: usize = 4;

/// Nobody is chosen yet.
const NOBODY: usize = usize::MAX;

/// The places of two people in the picture, and how often they met.
type Pair = (usize, usize, usize);

/// The picture of those people who were at the most meetings; none where there are not two of them.
pub fn who_met(site: Site) -> Option<Element> {
    let (archive, together) = (site.archive, site.together());
    let mut most = together.table(Kind::People, Order::Meetings);
    most.retain(|at| together.seen(Kind::People, *at).meetings > 0);
    let of = most.len();
    most.truncate(MOST);
    // Who came at one time stands together, so that most bows are short.
    let mut people = together.table(Kind::People, Order::First);
    people.retain(|at| most.contains(at));
    let pairs = together.pairs(&people);
    let name = |place: usize| archive.dataset.people[people[place]].name.as_str();
    let most = pairs.iter().max_by_key(|(one, other, count)| (*count, usize::MAX - one, usize::MAX - other));
    let most = most.map(|(one, other, count)| (name(*one), name(*other), *count));
    let summary = met::who_met_whom(people.len(), of, pairs.len(), most);
    let chosen = RwSignal::new(NOBODY);
    let count = people.len();
    let items: Vec<Element> = (0..count).map(|place| line(site, place, people[place], &pairs, chosen)).collect();
    // The page's script walks them (`browser/scripts/walk.js`), also without the app.
    let names = el("ol").attr("role", "list").attr("data-walk", "").child(items);
    let (all, lit) = (pairs.clone(), pairs);
    let all = markup("bows", "bows", move || bows(count, &all, NOBODY));
    let lit = markup("bows-chosen", "bows chosen", move || match chosen.get() {
        NOBODY => bows(count, &[], NOBODY),
        chosen => bows(count, &lit, chosen),
    });
    (count > 1).then(|| {
        classed("div", "who-met")
            .attr("id", WHO_MET)
            .attr("tabindex", "-1")
            .attr("role", "group")
            .attr("aria-labelledby", "who-met-name")
            .attr("aria-describedby", "who-met-summary")
            .child(el("h2").attr("id", "who-met-name").child(labels::WHO_MET_WHOM))
            .child(
                el("div").child(el("p").attr("id", "who-met-summary").child(summary)).child(
                    classed("p", "quiet")
                        .child(el("span").child(labels::WHO_MET_WHOM_HINT))
                        .child(classed("span", "needs-app").child(labels::WHO_MET_WHOM_CHOSEN)),
                ),
            )
            .child(classed("div", "who").child(names).child(all).child(lit))
    })
}

/// A person's line: the name, which tells how many of the others were met.
fn line(site: Site, place: usize, person: usize, pairs: &[Pair], chosen: RwSignal<usize>) -> Element {
    let person = &site.archive.dataset.people[person];
    // For each of those met how often.
    let met: Vec<(usize, usize)> = pairs.iter().filter_map(|pair| with(pair, place)).collect();
    let name = link(page_of(site, Kind::People, &person.id), person.name.as_str())
        .attr("aria-label", &met::met_people(&person.name, met.len()))
        // Where no script runs each name is a stop.
        .attr_if("tabindex", site.has_app.then_some(if place == 0 { "0" } else { "-1" }));
    let often = move || {
        let at = chosen.get();
        met.iter().find(|(other, _)| *other == at).map(|(_, count)| count.to_string())
    };
    el("li")
        .attr_fn("data-met", often)
        .on("focusin", move |_| chosen.set(place))
        .on("mouseover", move |_| chosen.set(place))
        .child(told(site.archive, name, &person.name))
}

/// The other of a pair and how often they met, if one of them is meant.
fn with((one, other, count): &Pair, place: usize) -> Option<(usize, usize)> {
    match place {
        _ if *one == place => Some((*other, *count)),
        _ if *other == place => Some((*one, *count)),
        _ => None,
    }
}

/// The bows of one person, or of all where nobody is meant. Each width is one shape.
fn bows(count: usize, pairs: &[Pair], of: usize) -> String {
    let most = pairs.iter().map(|(_, _, count)| *count).max().unwrap_or(1);
    let mut shapes = vec![String::new(); WIDTHS];
    for pair in pairs.iter().filter(|pair| of == NOBODY || with(pair, of).is_some()) {
        let (one, other, often) = *pair;
        let width = (often - 1) * (WIDTHS - 1) / (most - 1).max(1);
        // The further apart, the wider; a curve reaches three quarters of the way to what it is drawn to.
        let reach = (WIDTH / 8 + WIDTH * 7 / 8 * (other - one) / count) * 4 / 3;
        let [from, to] = [one, other].map(|place| place * LINE + LINE / 2);
        shapes[width].push_str(&format!("M0 {from}C{reach} {from} {reach} {to} 0 {to}"));
    }
    let shapes = shapes.iter().zip(1..).filter(|(shape, _)| !shape.is_empty());
    let shapes: String = shapes
        .map(|(shape, width)| {
            format!("<path stroke-width=\"{}\" vector-effect=\"non-scaling-stroke\" d=\"{shape}\"/>", 2 * width - 1)
        })
        .collect();
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {}\" preserveAspectRatio=\"none\" fill=\"none\" stroke=\"currentColor\">{shapes}</svg>",
        count * LINE
    )
}
