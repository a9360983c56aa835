//! What the meetings are for, where the data comes from, and how complete it is.

use crate::core::address::data;
use crate::core::archive::Archive;
use crate::core::archive::format::{Chairmanship, Gap};
use crate::core::archive::provenance::Provenance;
use crate::core::text::date::PartialDate;
use crate::language::{dates, labels, messages};
use crate::views::blocks::colophon;
use crate::views::blocks::section::{section, statement_list, statements};
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told;
use crate::views::element::{Element, classed, el, outward};
use crate::views::site::Site;

/// Where within the page it is told how complete the archive is.
pub const COMPLETENESS: &str = "complete";

/// Where within the page it is told where corrections go.
pub const CORRECTIONS: &str = "corrections";

/// Where within the page it is told who can use the site.
pub const ACCESSIBILITY: &str = "accessibility";

/// The page about the series and its data.
pub fn about(site: Site) -> Element {
    let archive = site.archive;
    let dataset = &archive.dataset;
    let marks = &Marks { site, provenance: &Provenance::of_archive(archive) };
    let background = statements("p", dataset.background.iter(), marks);
    classed("article", "about flow")
        .child(el("h1").attr("tabindex", "-1").child(messages::about(&dataset.title)))
        .child(dataset.description.as_deref().map(|text| told(archive, classed("p", "lead"), text).child(text)))
        .child(section(labels::OBJECTIVES, statement_list(dataset.objectives.iter(), marks)))
        .child(section(labels::BACKGROUND, (!background.is_empty()).then_some(background)))
        .child(section(labels::ORGANISERS, statement_list(dataset.organisers.iter(), marks)))
        .child(section(labels::NOTES, statement_list(dataset.notes.iter(), marks)))
        .child(section(labels::CHAIRMANSHIPS, chairmanships(archive, marks)))
        .child(at(COMPLETENESS, section(labels::COMPLETENESS, Some(completeness(archive, marks)))))
        .child(section(labels::DESCRIPTION_OF_DATA, marks.list()))
        .child(section(labels::PUBLISHER_AND_LICENCE, publisher_and_licence(archive)))
        .child(at(ACCESSIBILITY, section(labels::ACCESSIBILITY, Some(el("p").child(labels::ACCESSIBILITY_IS)))))
        .child(at(CORRECTIONS, section(labels::CORRECTIONS, Some(corrections(site)))))
}

/// A section to which an address within the page leads, and the focus.
fn at(place: &'static str, section: Option<Element>) -> Option<Element> {
    section.map(|section| section.attr("id", place).attr("tabindex", "-1"))
}

/// Who publishes the archive, and on which terms; nothing where neither is told.
fn publisher_and_licence(archive: &Archive) -> Option<Element> {
    let told = [(labels::PUBLISHER, colophon::publisher(archive)), (labels::LICENCE, colophon::licence(archive))];
    let fact = |(name, told): (&str, Option<Element>)| Some([el("dt").child(name), el("dd").child(told?)]);
    let facts: Vec<Element> = told.into_iter().filter_map(fact).flatten().collect();
    (!facts.is_empty()).then(|| classed("dl", "facts-table").child(facts))
}

/// Who chaired which body, as a table; nothing where none is known.
fn chairmanships(archive: &Archive, marks: &Marks) -> Option<Element> {
    let date = |text: &str| PartialDate::parse(text).map(dates::date).unwrap_or_default();
    let row = |chair: &Chairmanship| {
        let note = chair.note.as_deref().map(|note| format!(" ({note})"));
        el("tr")
            .child(told(archive, el("th"), &chair.body).attr("scope", "row").child(chair.body.as_str()))
            .child(
                told(archive, el("td"), &chair.holder)
                    .child(chair.holder.as_str())
                    .child(note)
                    .child(marks.of(chair.source.as_slice())),
            )
            .child(el("td").child(format!("{} – {}", date(&chair.from), date(&chair.to))))
    };
    let rows: Vec<Element> = archive.dataset.chairmanships.iter().map(row).collect();
    let head = |text: &str| el("th").attr("scope", "col").child(text);
    (!rows.is_empty()).then(|| {
        let heads = vec![head(labels::BODY), head(labels::HOLDER), head(labels::TIME)];
        classed("div", "table-scroll")
            .attr("tabindex", "0")
            .attr("role", "region")
            .attr("aria-label", labels::CHAIRMANSHIPS)
            .child(el("table").child(el("thead").child(el("tr").child(heads))).child(el("tbody").child(rows)))
    })
}

/// How complete the archive is, in sentences.
fn completeness(archive: &Archive, marks: &Marks) -> Element {
    let meetings = || archive.meetings.iter();
    let total = archive.meetings.len();
    let documents = || meetings().flat_map(|meeting| meeting.record.all_documents());
    let lacking = [
        (
            labels::WITHOUT_THEME,
            meetings().filter(|meeting| archive.themes_of(meeting).next().is_none()).count(),
            total,
        ),
        (
            labels::WITHOUT_PLACE,
            meetings().filter(|meeting| archive.places_of(meeting).next().is_none()).count(),
            total,
        ),
        (
            labels::WITHOUT_DOCUMENTS,
            meetings().filter(|meeting| meeting.record.all_documents().next().is_none()).count(),
            total,
        ),
        (labels::WITHOUT_ADDRESS, documents().filter(|document| document.is_lost()).count(), documents().count()),
    ];
    let item = |(what, count, of): &(&str, usize, usize)| el("li").child(messages::lacking(what, *count, *of));
    let gap = |(_, gap): &(usize, Gap)| {
        el("li")
            .child(told(archive, el("bdi"), &gap.title).child(gap.title.as_str()))
            .child(": ")
            .child(match gap.note.as_deref() {
                Some(note) => told(archive, el("bdi"), note).child(note),
                None => el("span").child(labels::NOT_IN_RECORD),
            })
            .child(marks.of(gap.source.as_slice()))
    };
    el("ul").child(lacking.iter().map(item).collect::<Vec<_>>()).child(archive.gaps.iter().map(gap).collect::<Vec<_>>())
}

/// Where corrections go, and the data that they are about.
fn corrections(site: Site) -> Element {
    let way = match colophon::contact(site.archive) {
        Some(contact) => el("p").child(labels::CORRECTIONS_TO).child(contact),
        None => el("p").child(labels::CORRECTIONS_TO_PUBLISHER),
    };
    let files = [
        (data::DATASET, labels::DATASET),
        (data::SCHEMA, labels::SCHEMA),
        (data::DATA_PACKAGE, labels::DATA_PACKAGE),
        (data::SCHEDULE, labels::SCHEDULE),
    ];
    let file = |(path, text): (&str, &'static str)| el("li").child(outward(&site.base.file(path), text));
    el("div").child(way).child(el("ul").child(files.into_iter().map(file).collect::<Vec<_>>()))
}
