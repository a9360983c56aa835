//! One meeting: everything recorded of it, in reading order.

use leptos::prelude::AnyView;

use crate::core::address::route::Route;
use crate::core::archive::citation::citation;
use crate::core::archive::format::{Event, Participation, Place, Theme};
use crate::core::archive::provenance::Provenance;
use crate::core::archive::{Archive, Meeting};
use crate::core::export::Format;
use crate::core::text::date::{PartialDate, When};
use crate::language::{NAMES, dates, labels, messages, world};
use crate::views::blocks::copy::copy;
use crate::views::blocks::documents::documents;
use crate::views::blocks::section::{section, statement_list, statements};
use crate::views::blocks::sources::Marks;
use crate::views::blocks::take_away::take_away;
use crate::views::blocks::time::time;
use crate::views::blocks::told::{told, told_label};
use crate::views::blocks::value_link::{linked_if, value_link};
use crate::views::blocks::way_back::way_back;
use crate::views::element::{Content, Element, classed, el, fragment, link};
use crate::views::site::Site;

/// How many other meetings that share a theme or the place a page names.
const RELATED: usize = 8;

/// The formats in which a meeting can be taken away; the first is for meetings whose days are known.
const FORMATS: [Format; 5] = [Format::Calendar, Format::Bibtex, Format::Ris, Format::Csl, Format::Json];

/// The page of the meeting at `position` of the archive.
pub fn meeting(site: Site, position: usize) -> Element {
    let archive = site.archive;
    let meeting = &archive.meetings[position];
    let record = &meeting.record;
    let marks = &Marks { site, provenance: &Provenance::of(archive, meeting) };
    let address = site.permanent(&Route::Meeting(record.id.clone()));
    let quotes = statements("p", record.quotes.iter(), marks);
    let missing = missing(archive, meeting);
    let related = archive.related(position, RELATED);
    let related = (!related.is_empty()).then(|| {
        let item = |other: &usize| el("li").child(meeting_link(site, *other));
        el("ul").child(related.iter().map(item).collect::<Vec<_>>())
    });
    let cited = citation(archive, meeting, &address, &NAMES);
    let when = dates::when(meeting.when);
    // What is told stands apart from the signs between, which keep their places whatever way it is written.
    let cited = cited.chunks(2).flat_map(|pieces| {
        let text = pieces[0].as_str();
        let piece = if text == when { el("bdi") } else { told(archive, el("bdi"), text) };
        [Some(piece.child(text).view()), pieces.get(1).map(|sign| fragment(sign.as_str()))]
    });
    let cited: Vec<Option<AnyView>> = cited.collect();
    let (formats, no_calendar) = match meeting.when.has_days() {
        true => (&FORMATS[..], None),
        false => (&FORMATS[1..], Some(classed("span", "quiet").child(labels::NO_CALENDAR))),
    };
    let files = classed("div", "no-print").child(el("h3").child(labels::FILES)).child(take_away(
        site,
        &site.page(),
        formats,
        no_calendar,
    ));
    let taken = classed("div", "columns")
        .child(copy(labels::CITATION, labels::COPY_CITATION, cited))
        .child(copy(labels::ADDRESS, labels::COPY_ADDRESS, address))
        .child(files);
    classed("article", "meeting flow")
        .child(
            classed("nav", "breadcrumb cluster")
                .attr("aria-label", labels::BREADCRUMB)
                .child(way_back(site, labels::ALL_MEETINGS)),
        )
        .child(
            told(archive, el("h1"), &record.title)
                .attr("tabindex", "-1")
                .child(record.title.as_str())
                .child(marks.field(&record.additions, "title")),
        )
        .child(facts(site, meeting, marks))
        .child(section(labels::TOPICS, statement_list(record.topics.iter(), marks)))
        .child(section(labels::PEOPLE, people(archive, &record.people, marks)))
        .child(section(labels::DOCUMENTS, documents(&record.documents, marks)))
        .child(section(labels::NOTES, statement_list(record.notes.iter(), marks)))
        .child(section(labels::QUOTES, (!quotes.is_empty()).then(|| el("blockquote").child(quotes))))
        .child((!missing.is_empty()).then(|| classed("p", "quiet").child(messages::not_recorded(&missing))))
        .child(section(labels::SOURCES, marks.list()))
        .child(section(labels::TAKE_AWAY, Some(taken)).map(|section| section.attr("class", "cite")))
        .child(section(labels::RELATED, related))
        .child(neighbours(site, position))
}

/// What a meeting's record does not tell, for the one quiet sentence that says so.
fn missing(archive: &Archive, meeting: &Meeting) -> Vec<&'static str> {
    let record = &meeting.record;
    let fields = [
        (archive.themes_of(meeting).next().is_none(), labels::LACK_THEME),
        (archive.places_of(meeting).next().is_none(), labels::LACK_PLACE),
        (record.venue.is_none(), labels::LACK_VENUE),
        (record.format.is_none(), labels::LACK_FORMAT),
        (record.topics.is_empty(), labels::LACK_TOPICS),
        (record.people.is_empty(), labels::LACK_PEOPLE),
        (record.documents.is_empty(), labels::LACK_DOCUMENTS),
    ];
    fields.into_iter().filter_map(|(lacks, what)| lacks.then_some(what)).collect()
}

/// A term and what it is, as rows of the table of facts.
fn fact(name: &str, content: impl Content) -> Vec<Element> {
    vec![el("dt").child(name), el("dd").child(content)]
}

/// When, where, within what, on which themes and under whose chair.
fn facts(site: Site, meeting: &Meeting, marks: &Marks) -> Element {
    let archive = site.archive;
    let record = &meeting.record;
    let only = |key: &str, id: &str, text: &str| linked_if(site.only(key, id), text);
    let mark = |field: &str| marks.field(&record.additions, field);
    let span = || el("span");
    let when =
        span().child(time(meeting.when)).child(mark("start")).child(mark("end")).child(all_of_years(site, meeting));
    let theme = |theme: &Theme| el("li").child(told(archive, only("theme", &theme.id, &theme.label), &theme.label));
    let themes: Vec<Element> = archive.themes_of(meeting).map(theme).collect();
    let marks_of_themes = mark("themes");
    let themes = (!themes.is_empty()).then(|| {
        let marks = (!marks_of_themes.is_empty()).then(|| classed("li", "bare").child(marks_of_themes));
        classed("ul", "tags").attr("role", "list").child(themes).child(marks)
    });
    let chair = |line: &str| told(archive, el("li"), line).child(line);
    let chairs = archive.chairs_at(meeting.when).map(|at| chair(&at.line()).child(marks.of(at.source.as_slice())));
    let chairs: Vec<Element> = chairs.collect();
    let chairs = (!chairs.is_empty()).then(|| {
        el("div")
            .child(classed("ul", "plain").attr("role", "list").child(chairs))
            .child(classed("span", "quiet").child(labels::CHAIRS_INFERRED))
    });
    let place = archive.places_of(meeting).next().map(|place| place_fact(site, place, marks).child(mark("place")));
    let venue = record
        .venue
        .as_deref()
        .map(|venue| span().child(told(archive, el("bdi"), venue).child(venue)).child(mark("venue")));
    let format = record.format.as_deref();
    let format = format.map(|format| span().child(value_link(site, "format", format)).child(mark("format")));
    classed("dl", "facts-table")
        .child(fact(labels::WHEN, when))
        .child(place.map(|place| fact(labels::WHERE, place)))
        .child(venue.map(|venue| fact(labels::VENUE, venue)))
        .child(format.map(|format| fact(labels::FORMAT, format)))
        .child(record.within.as_ref().map(|event| fact(labels::PART_OF, event_fact(site, event, marks))))
        .child(record.alongside.as_ref().map(|event| fact(labels::ALONGSIDE, event_fact(site, event, marks))))
        .child(themes.map(|themes| fact(labels::THEMES, themes)))
        .child(own_facets(site, meeting))
        .child(chairs.map(|chairs| fact(labels::CHAIRS, chairs)))
}

/// Links to all meetings of the first and the last year in which a meeting was held.
fn all_of_years(site: Site, meeting: &Meeting) -> Vec<Element> {
    let (first, last) = meeting.when.years().into_inner();
    let mut links = Vec::new();
    for year in [first, last] {
        let year = format!("{year:04}");
        if let Some(address) = site.only("year", &year) {
            links.push(classed("span", "aside").child(link(address, messages::all_of_year(&year))));
        }
    }
    // A meeting within one year has one.
    links.truncate(if first == last { 1 } else { 2 });
    links
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

/// A place with its country, its region and its names in other languages.
fn place_fact(site: Site, place: &Place, marks: &Marks) -> Element {
    // One name may serve several languages, and is then told once.
    let mut languages: Vec<(&str, Vec<&str>)> = Vec::new();
    for (tag, names) in &place.names {
        for name in names.as_slice() {
            match languages.iter_mut().find(|(of, _)| of == name) {
                Some((_, tags)) => tags.push(tag),
                None => languages.push((name, vec![tag])),
            }
        }
    }
    let name = |(name, tags): (&str, Vec<&str>)| {
        let spoken: Vec<&str> = tags.iter().map(|tag| world::language_or_tag(tag)).collect();
        el("li")
            .child(el("span").attr_if("lang", tags.first().copied()).child(name))
            .child(classed("span", "quiet").child(format!(" ({})", spoken.join(", "))))
    };
    let names: Vec<Element> = languages.into_iter().map(name).collect();
    let country =
        place.country.as_deref().map(|code| linked_if(site.only("country", code), world::country_or_code(code)));
    let quiet = || classed("span", "quiet aside");
    el("div")
        .child(told(site.archive, linked_if(site.only("place", &place.id), &place.name), &place.name))
        .child(place.region.as_deref().map(|_| ", "))
        .child(place.region.as_deref().map(|region| told(site.archive, el("bdi"), region).child(region)))
        .child(country.as_ref().map(|_| ", "))
        .child(country)
        .child(place.note.as_deref().map(|note| told(site.archive, quiet(), note).child(note)))
        .child(
            (!names.is_empty())
                .then(|| classed("ul", "names").attr("role", "list").attr("aria-label", labels::NAMES).child(names)),
        )
        .child(place.lat.zip(place.lon).map(|(lat, lon)| quiet().child(world::coordinates(lat, lon))))
        .child(marks.of(place.source.as_slice()))
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

/// People with their office and the part they played; nothing where none is known.
fn people(archive: &Archive, people: &[Participation], marks: &Marks) -> Option<Element> {
    let item = |participation: &Participation| {
        let name = archive.person(&participation.person).map(|person| person.name.as_str());
        let office = participation.office.as_deref();
        el("li")
            .child(name.map(|name| told(archive, el("strong"), name).child(name)))
            .child(name.zip(office).map(|_| ", "))
            .child(office.map(|office| told(archive, el("bdi"), office).child(office)))
            .child(marks.of(participation.source.as_slice()))
            .child(
                participation
                    .part
                    .as_deref()
                    .map(|part| told(archive, classed("span", "details quiet"), part).child(part)),
            )
    };
    let items: Vec<Element> = people.iter().map(item).collect();
    (!items.is_empty()).then(|| classed("ul", "people").attr("role", "list").child(items))
}

/// A meeting as a link, with place and date.
fn meeting_link(site: Site, position: usize) -> Vec<Element> {
    let meeting = &site.archive.meetings[position];
    let title = meeting.record.title.as_str();
    let place = site.archive.places_of(meeting).next().map(|place| place.name.as_str());
    let held = classed("span", "quiet aside")
        .child(" ")
        .child(place.map(|place| told(site.archive, el("bdi"), place).child(place)))
        .child(place.map(|_| ", "))
        .child(time(meeting.when));
    vec![told(site.archive, link(site.href(&Route::Meeting(meeting.record.id.clone())), title), title), held]
}

/// The meetings before and after this one.
fn neighbours(site: Site, position: usize) -> Element {
    let earlier = position.checked_sub(1);
    let later = Some(position + 1).filter(|later| *later < site.archive.meetings.len());
    let neighbour = |name: &'static str, class: &'static str, position: Option<usize>| {
        position.map(|position| {
            classed("p", class).child(classed("span", "quiet").child(name)).child(meeting_link(site, position))
        })
    };
    classed("nav", "neighbours")
        .attr("aria-label", labels::OTHER_MEETINGS)
        .child(neighbour(labels::EARLIER, "earlier", earlier))
        .child(neighbour(labels::LATER, "later", later))
}
