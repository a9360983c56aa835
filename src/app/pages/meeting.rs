//! One meeting: everything recorded of it, in reading order.

use crate::app::Site;
use crate::app::element::{Content, Element, classed, el, link};
use crate::app::parts::copy::copy;
use crate::app::parts::documents::documents;
use crate::app::parts::section::{section, statement_list, statements};
use crate::app::parts::sources::Marks;
use crate::app::parts::take_away::take_away;
use crate::app::parts::time::time;
use crate::core::archive::{Archive, Meeting};
use crate::core::citation::citation;
use crate::core::dataset::{Event, Participation, Place, Theme};
use crate::core::date::{PartialDate, When};
use crate::core::export::Format;
use crate::core::facet::Facet;
use crate::core::fold::slug;
use crate::core::provenance::Provenance;
use crate::core::query::Query;
use crate::core::route::Route;
use crate::wording::{self, label};

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
    let all = link(site.explorer(Query::default()), label::ALL_MEETINGS);
    let formats: &[Format] = if meeting.when.has_days() { &FORMATS } else { &FORMATS[1..] };
    let files = el("div").child(el("h3").child(label::FILES)).child(take_away(site, &site.page(), formats));
    let taken = classed("div", "columns")
        .child(copy(label::CITATION, label::COPY_CITATION, citation(archive, meeting, &address)))
        .child(copy(label::ADDRESS, label::COPY_ADDRESS, address))
        .child(files);
    classed("article", "meeting flow")
        .child(classed("nav", "breadcrumb").attr("aria-label", label::BREADCRUMB).child(all))
        .child(
            el("h1").attr("tabindex", "-1").child(record.title.as_str()).child(marks.field(&record.additions, "title")),
        )
        .child(facts(site, meeting, marks))
        .child(section(label::TOPICS, statement_list(record.topics.iter(), marks)))
        .child(section(label::PEOPLE, people(archive, &record.people, marks)))
        .child(section(label::DOCUMENTS, documents(&record.documents, marks)))
        .child(section(label::NOTES, statement_list(record.notes.iter(), marks)))
        .child(section(label::QUOTES, (!quotes.is_empty()).then(|| el("blockquote").child(quotes))))
        .child((!missing.is_empty()).then(|| classed("p", "quiet").child(wording::not_recorded(&missing))))
        .child(section(label::SOURCES, marks.list()))
        .child(section(label::TAKE_AWAY, Some(taken)).map(|section| section.attr("class", "no-print")))
        .child(section(label::RELATED, related))
        .child(neighbours(site, position))
}

/// What a meeting's record does not tell, for the one quiet sentence that says so.
fn missing(archive: &Archive, meeting: &Meeting) -> Vec<&'static str> {
    let record = &meeting.record;
    let parts = [
        (archive.themes_of(meeting).next().is_none(), label::LACK_THEME),
        (archive.place_of(meeting).is_none(), label::LACK_PLACE),
        (record.venue.is_none(), label::LACK_VENUE),
        (record.format.is_none(), label::LACK_FORMAT),
        (record.topics.is_empty(), label::LACK_TOPICS),
        (record.people.is_empty(), label::LACK_PEOPLE),
        (record.documents.is_empty(), label::LACK_DOCUMENTS),
    ];
    parts.into_iter().filter_map(|(lacks, what)| lacks.then_some(what)).collect()
}

/// A term and what it is, as rows of the table of facts.
fn fact(name: &str, content: impl Content) -> Vec<Element> {
    vec![el("dt").child(name), el("dd").child(content)]
}

/// When, where, within what, on which themes and under whose chair.
fn facts(site: Site, meeting: &Meeting, marks: &Marks) -> Element {
    let archive = site.archive;
    let record = &meeting.record;
    let only = |facet: Facet, id: &str, text: &str| link(site.only(facet, id), text);
    let mark = |field: &str| marks.field(&record.additions, field);
    let part = || el("span");
    let year = format!("{:04}", meeting.when.start.year());
    let when = part()
        .child(time(meeting.when))
        .child(mark("start"))
        .child(mark("end"))
        .child(classed("span", "aside").child(only(Facet::Year, &year, &wording::all_of_year(&year))));
    let theme = |theme: &Theme| el("li").child(only(Facet::Theme, &theme.id, &theme.label));
    let themes: Vec<Element> = archive.themes_of(meeting).map(theme).collect();
    let marks_of_themes = mark("themes");
    let themes = (!themes.is_empty()).then(|| {
        let marks = (!marks_of_themes.is_empty()).then(|| classed("li", "bare").child(marks_of_themes));
        classed("ul", "tags").attr("role", "list").child(themes).child(marks)
    });
    let chairs = archive.chairs_at(meeting.when).map(|chair| {
        let note = chair.note.as_deref().map(|note| format!(" ({note})")).unwrap_or_default();
        el("li").child(format!("{}: {}{note}", chair.body, chair.holder)).child(marks.of(chair.source.as_slice()))
    });
    let chairs: Vec<Element> = chairs.collect();
    let chairs = (!chairs.is_empty()).then(|| {
        el("div")
            .child(classed("ul", "plain").attr("role", "list").child(chairs))
            .child(classed("span", "quiet").child(label::CHAIRS_INFERRED))
    });
    let place = archive.place_of(meeting).map(|place| place_fact(site, place, marks).child(mark("place")));
    let venue = record.venue.as_deref().map(|venue| part().child(venue).child(mark("venue")));
    let format = record.format.as_deref();
    let format = format.map(|format| part().child(only(Facet::Format, &slug(format), format)).child(mark("format")));
    classed("dl", "facts-table")
        .child(fact(label::WHEN, when))
        .child(place.map(|place| fact(label::WHERE, place)))
        .child(venue.map(|venue| fact(label::VENUE, venue)))
        .child(format.map(|format| fact(label::FORMAT, format)))
        .child(record.within.as_ref().map(|event| fact(label::PART_OF, event_fact(event, marks))))
        .child(record.alongside.as_ref().map(|event| fact(label::ALONGSIDE, event_fact(event, marks))))
        .child(themes.map(|themes| fact(label::THEMES, themes)))
        .child(chairs.map(|chairs| fact(label::CHAIRS, chairs)))
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
        let spoken: Vec<&str> = tags.iter().map(|tag| wording::language_or_tag(tag)).collect();
        el("li")
            .child(el("span").attr_if("lang", tags.first().copied()).child(name))
            .child(classed("span", "quiet").child(format!(" ({})", spoken.join(", "))))
    };
    let names: Vec<Element> = languages.into_iter().map(name).collect();
    let country =
        place.country.as_deref().map(|code| link(site.only(Facet::Country, code), wording::country_or_code(code)));
    let quiet = || classed("span", "quiet aside");
    el("div")
        .child(link(site.only(Facet::Place, &place.id), place.name.as_str()))
        .child(place.region.as_deref().map(|region| format!(", {region}")))
        .child(country.as_ref().map(|_| ", "))
        .child(country)
        .child(place.note.as_deref().map(|note| quiet().child(note)))
        .child(
            (!names.is_empty())
                .then(|| classed("ul", "names").attr("role", "list").attr("aria-label", label::NAMES).child(names)),
        )
        .child(
            place.lat.zip(place.lon).map(|(lat, lon)| classed("span", "quiet").child(wording::coordinates(lat, lon))),
        )
        .child(marks.of(place.source.as_slice()))
}

fn event_fact(event: &Event, marks: &Marks) -> Element {
    let start = event.start.as_deref().and_then(PartialDate::parse);
    let when = start.and_then(|start| When::new(start, event.end.as_deref().and_then(PartialDate::parse)));
    el("span")
        .child(event.title.as_str())
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
            .child(name.map(|name| el("strong").child(name)))
            .child(name.zip(office).map(|_| ", "))
            .child(office)
            .child(marks.of(participation.source.as_slice()))
            .child(participation.part.as_deref().map(|part| classed("span", "details quiet").child(part)))
    };
    let items: Vec<Element> = people.iter().map(item).collect();
    (!items.is_empty()).then(|| classed("ul", "people").attr("role", "list").child(items))
}

/// A meeting as a link, with place and date.
fn meeting_link(site: Site, position: usize) -> Vec<Element> {
    let meeting = &site.archive.meetings[position];
    let place = site.archive.place_of(meeting).map(|place| format!("{}, ", place.name)).unwrap_or_default();
    let held = format!(" {place}{}", wording::when(meeting.when));
    vec![
        link(site.href(&Route::Meeting(meeting.record.id.clone())), meeting.record.title.as_str()),
        classed("span", "quiet aside").child(held),
    ]
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
        .attr("aria-label", label::OTHER_MEETINGS)
        .child(neighbour(label::EARLIER, "earlier", earlier))
        .child(neighbour(label::LATER, "later", later))
}
