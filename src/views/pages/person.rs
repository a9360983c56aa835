//! A person: in which offices and when, whom met, and the meetings; and the meetings that two people attended.

use crate::core::address::route::{Kind, Route};
use crate::core::search::entry::{Entry, position};
use crate::core::search::offices::{Office, Part, offices, parts};
use crate::core::search::together::{Attended, Met};
use crate::language::{labels, messages, met};
use crate::views::blocks::follow::follow;
use crate::views::blocks::meeting_row::meeting_row;
use crate::views::blocks::pager::pager;
use crate::views::blocks::person_link::person_link;
use crate::views::blocks::section::section;
use crate::views::blocks::told::told;
use crate::views::blocks::way_back::way_back;
use crate::views::element::{Element, classed, el, link};
use crate::views::site::Site;

/// How many of those met are seen at first.
const FIRST: usize = 12;

/// How many of those met are named at all: whoever has met a thousand has a table of all people.
const MOST: usize = 200;

/// A page of a person.
pub fn person(site: Site, entry: &Entry) -> Element {
    let (archive, together) = (site.archive, site.together());
    let name = entry.name();
    let all = together.meetings(Kind::People, entry.at);
    let there = together.seen(Kind::People, entry.at).meetings;
    let rows = entry.meetings().into_iter().map(|of| row(site, of, &[entry.at]));
    let to = |page: usize, text: &str| link(site.href(&entry.route(page)), text);
    classed("article", "flow")
        .child(breadcrumb(site, &[]))
        .child(told(archive, el("h1"), name).attr("tabindex", "-1").child(name))
        .child(section(labels::OFFICES, offices_of(site, entry.at)))
        .child(section(labels::MET_MOST, met_most(site, entry.at)))
        .child(classed("h2", "result-count").child(met::attended(there, all.len() - there)))
        .child(list(rows.collect()))
        .child(pager(entry.page, entry.pages(), &to))
        .child(follow(site, &entry.route(1)))
}

/// The meetings that two people attended; none where the archive does not have both.
pub fn together(site: Site, one: &str, other: &str) -> Option<Element> {
    let archive = site.archive;
    let both = [position(archive, Kind::People, one)?, position(archive, Kind::People, other)?];
    let mut meetings = site.together().both(both[0], both[1]);
    meetings.reverse();
    let name = |at: usize| {
        told(archive, el("bdi"), &archive.dataset.people[at].name).child(archive.dataset.people[at].name.as_str())
    };
    let rows = meetings.iter().map(|at| row(site, Attended { meeting: *at, was_there: true }, &both));
    let heading = el("h1").attr("tabindex", "-1");
    Some(
        classed("article", "flow")
            .child(breadcrumb(site, &both))
            .child(heading.child(name(both[0])).child(labels::AND).child(name(both[1])))
            .child(classed("h2", "result-count").child(met::met(meetings.len())))
            .child((!meetings.is_empty()).then(|| list(rows.collect()))),
    )
}

fn list(rows: Vec<Element>) -> Element {
    classed("ol", "meetings").attr("role", "list").attr("aria-label", labels::MEETINGS).child(rows)
}

/// The way back, to all people, to these people, and to the meetings.
fn breadcrumb(site: Site, people: &[usize]) -> Element {
    let people: Vec<Element> = people.iter().map(|at| person_link(site, &site.archive.dataset.people[*at])).collect();
    classed("nav", "breadcrumb cluster")
        .attr("aria-label", labels::BREADCRUMB)
        .child(link(site.href(&Route::index(Kind::People)), labels::ALL_PEOPLE))
        .child(people)
        .child(way_back(site, labels::ALL_MEETINGS))
}

/// The offices of a person, and when they are recorded; nothing where none is.
fn offices_of(site: Site, person: usize) -> Option<Element> {
    let item = |of: &Office| {
        el("li")
            .child(office(site, of.office, of.organisation))
            .child(" ")
            .child(classed("span", "quiet aside").child(met::recorded(of.first, of.last)))
    };
    let items: Vec<Element> = offices(site.archive, site.together(), person).iter().map(item).collect();
    (!items.is_empty()).then(|| classed("ul", "plain").attr("role", "list").child(items))
}

/// An office, and for whom.
pub fn office(site: Site, office: Option<&str>, organisation: Option<&str>) -> Element {
    let text = |text: &str| told(site.archive, el("bdi"), text).child(text);
    el("span").child(office.map(text)).child(office.and(organisation).map(|_| ", ")).child(organisation.map(text))
}

/// Whom a person met, those met most often first: the first few, and the others where the reader asks for them.
fn met_most(site: Site, person: usize) -> Option<Vec<Element>> {
    let (archive, met) = (site.archive, site.together().met(person));
    let id = &archive.dataset.people[person].id;
    let item = |of: &Met| {
        let other = &archive.dataset.people[of.person];
        let with = Route::Together { id: id.clone(), with: other.id.clone() };
        let count = link(site.href(&with), messages::meetings(of.meetings))
            .attr("aria-label", &met::meetings_with(of.meetings, &other.name));
        el("li").child(person_link(site, other)).child(" ").child(classed("span", "quiet aside").child(count))
    };
    let list = |of: &[Met]| classed("ol", "people").attr("role", "list").child(of.iter().map(item).collect::<Vec<_>>());
    let (first, others) = met.split_at(met.len().min(FIRST));
    let mut lists = vec![list(first)];
    if !others.is_empty() {
        let more = el("summary").child(met::and_more(others.len()));
        // Whoever met more than are named is led to all people.
        let rest = (others.len() > MOST).then(|| link(site.href(&Route::index(Kind::People)), labels::ALL_PEOPLE));
        let named = list(&others[..others.len().min(MOST)]);
        lists.push(el("details").child(more).child(named).child(rest.map(|link| el("p").child(link))));
    }
    (!met.is_empty()).then_some(lists)
}

/// A meeting, with the parts that some people had in it.
fn row(site: Site, of: Attended, people: &[usize]) -> Element {
    let meeting = &site.archive.meetings[of.meeting];
    let mut items = Vec::new();
    for at in people {
        let person = &site.archive.dataset.people[*at];
        for told in parts(meeting, &person.id) {
            // Of two people it is told whose part it is.
            let name = (people.len() > 1).then(|| person_link(site, person));
            items.extend(part(site, &told, name));
        }
    }
    let parts = (!items.is_empty()).then(|| classed("ul", "plain parts").attr("role", "list").child(items));
    meeting_row(site, of.meeting, &[]).child(parts)
}

/// What is recorded of a part; nothing where there is nothing but that the person took part.
fn part(site: Site, told_of: &Part, name: Option<Element>) -> Option<Element> {
    let of = told_of.of;
    let away = met::away(of.part.as_deref());
    let text = |text: &str| told(site.archive, el("bdi"), text).child(text);
    let has_office = of.office.is_some() || of.organisation.is_some();
    let said = [
        name,
        has_office.then(|| office(site, of.office.as_deref(), of.organisation.as_deref())),
        of.part.as_deref().filter(|_| away.is_none()).map(text),
        told_of.item.map(|item| text(&item.line())),
    ];
    let mut item = el("li").child(away.map(|away| classed("span", "status").child(away)));
    let mut is_first = away.is_none();
    for piece in said.into_iter().flatten() {
        item = item.child(if is_first { "" } else { " · " }).child(piece);
        is_first = false;
    }
    (!is_first || away.is_some()).then_some(item)
}
