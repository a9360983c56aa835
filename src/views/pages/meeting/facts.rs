//! When and where a meeting was held, and the table of facts: within what, on which themes and under whose chair.

use crate::core::archive::Meeting;
use crate::core::archive::format::{Event, Theme, without_scheme};
use crate::core::text::date::{PartialDate, When};
use crate::language::labels;
use crate::views::blocks::sources::Marks;
use crate::views::blocks::status::badge;
use crate::views::blocks::time::time;
use crate::views::blocks::told::{told, told_label};
use crate::views::blocks::value_link::{linked_if, value_link};
use crate::views::element::{Content, Element, classed, el, outward};
use crate::views::pages::meeting::place::places;
use crate::views::site::Site;

/// A term and what it is, as rows of the table of facts.
fn fact(name: &str, content: impl Content) -> Vec<Element> {
    vec![el("dt").child(name), el("dd").child(content)]
}

/// When it was held and where, in a line, with its status where one is recorded.
pub fn held(site: Site, meeting: &Meeting, marks: &Marks) -> Element {
    let record = &meeting.record;
    let mark = |field: &str| marks.field(&record.additions, field);
    let status = record.status.as_deref().map(badge);
    let when = el("span").child(time(meeting.when)).child(mark("start")).child(mark("end"));
    let online = record.online.as_ref().map(|_| el("span").child(labels::ONLINE));
    classed("p", "facts held")
        .child(status.map(|badge| el("span").child(badge).child(mark("status"))))
        .child(when)
        .child(places(site, meeting, marks))
        .child(online)
}

/// What else is recorded in a word or two each; nothing where that is nothing.
pub fn facts(site: Site, meeting: &Meeting, marks: &Marks) -> Option<Element> {
    let record = &meeting.record;
    let mark = |field: &str| marks.field(&record.additions, field);
    let span = || el("span");
    let text = |text: &str| told(site.archive, el("bdi"), text).child(text);
    let venue = record.venue.as_deref().map(|venue| span().child(text(venue)).child(mark("venue")));
    let online = record.online.as_deref();
    let online = online
        .map(|url| outward(url, without_scheme(url)).attr("class", "own-address"))
        .map(|link| span().child(link).child(mark("online")));
    let format = record.format.as_deref();
    let format = format.map(|format| span().child(value_link(site, "format", format)).child(mark("format")));
    let reference = record.reference.as_deref();
    let reference = reference.map(|mark_of_shelf| span().child(text(mark_of_shelf)).child(mark("reference")));
    let event = |event: &Event| event_fact(site, event, marks);
    let facts = [
        venue.map(|venue| fact(labels::VENUE, venue)),
        online.map(|online| fact(labels::ONLINE, online)),
        format.map(|format| fact(labels::FORMAT, format)),
        record.within.as_ref().map(|of| fact(labels::PART_OF, event(of))),
        record.alongside.as_ref().map(|of| fact(labels::ALONGSIDE, event(of))),
        themes(site, meeting, mark("themes")).map(|themes| fact(labels::THEMES, themes)),
        Some(own_facets(site, meeting)),
        chairs(site, meeting, marks).map(|chairs| fact(labels::CHAIRS, chairs)),
        reference.map(|reference| fact(labels::REFERENCE, reference)),
    ];
    let facts: Vec<Element> = facts.into_iter().flatten().flatten().collect();
    (!facts.is_empty()).then(|| classed("dl", "facts-table").child(facts))
}

/// The themes, each with a link, and the marks of where they come from; nothing where none is known.
fn themes(site: Site, meeting: &Meeting, marks: Vec<Element>) -> Option<Element> {
    let only = |theme: &Theme| linked_if(site.only("theme", &theme.id), &theme.label);
    let theme = |theme: &Theme| el("li").child(told(site.archive, only(theme), &theme.label));
    let themes: Vec<Element> = site.archive.themes_of(meeting).map(theme).collect();
    let marks = (!marks.is_empty()).then(|| classed("li", "bare").child(marks));
    (!themes.is_empty()).then(|| classed("ul", "tags").attr("role", "list").child(themes).child(marks))
}

/// What a meeting has of the archive's own facets, each with its name.
fn own_facets(site: Site, meeting: &Meeting) -> Vec<Element> {
    let mut facts = Vec::new();
    for facet in site.catalogue.facets.all() {
        let values = if facet.is_known() { &[] } else { meeting.own_values(&facet.key) };
        let values: Vec<Element> =
            values.iter().map(|text| el("li").child(value_link(site, &facet.key, text))).collect();
        if !values.is_empty() {
            facts.push(told_label(site.archive, el("dt"), facet).child(facet.label.as_str()));
            facts.push(el("dd").child(classed("ul", "tags").attr("role", "list").child(values)));
        }
    }
    facts
}

/// Who held which chair at the time; nothing where that is not known.
fn chairs(site: Site, meeting: &Meeting, marks: &Marks) -> Option<Element> {
    let archive = site.archive;
    let chair = |line: &str| told(archive, el("li"), line).child(line);
    let chairs = archive.chairs_at(meeting.when).map(|at| chair(&at.line()).child(marks.of(at.source.as_slice())));
    let chairs: Vec<Element> = chairs.collect();
    (!chairs.is_empty()).then(|| {
        el("div")
            .child(classed("ul", "plain").attr("role", "list").child(chairs))
            .child(classed("span", "quiet").child(labels::CHAIRS_INFERRED))
    })
}

fn event_fact(site: Site, event: &Event, marks: &Marks) -> Element {
    let start = event.start.as_deref().and_then(PartialDate::parse_time);
    let when = start.and_then(|start| When::new(start, event.end.as_deref().and_then(PartialDate::parse_time)));
    el("span")
        .child(told(site.archive, el("bdi"), &event.title).child(event.title.as_str()))
        .child(when.map(|_| ", "))
        .child(when.map(time))
        .child(marks.of(event.source.as_slice()))
}
