//! One meeting: everything recorded of it, in reading order.

mod agenda;
mod facts;
mod missing;
mod others;
mod people;
mod place;
mod taken;

use crate::core::archive::Meeting;
use crate::core::archive::provenance::Provenance;
use crate::core::text::date::PartialDate;
use crate::language::{dates, labels, messages};
use crate::views::blocks::documents::documents;
use crate::views::blocks::section::{section, statement_list, statements};
use crate::views::blocks::sources::Marks;
use crate::views::blocks::status::badge;
use crate::views::blocks::told::told_in;
use crate::views::blocks::translations::translations;
use crate::views::blocks::way_back::way_back;
use crate::views::element::{Element, classed, el};
use crate::views::site::Site;

/// The page of the meeting at `position` of the archive.
pub fn meeting(site: Site, position: usize) -> Element {
    let archive = site.archive;
    let meeting = &archive.meetings[position];
    let record = &meeting.record;
    let marks = &Marks { site, provenance: &Provenance::of(archive, meeting) };
    let quotes = statements("p", record.quotes.iter(), marks);
    let missing = missing::missing(archive, meeting);
    let changed = record.modified.as_deref().and_then(PartialDate::parse).map(dates::record_changed);
    classed("article", "meeting flow")
        .child(
            classed("nav", "breadcrumb cluster")
                .attr("aria-label", labels::BREADCRUMB)
                .child(way_back(site, labels::ALL_MEETINGS)),
        )
        .child(head(site, meeting, marks))
        .child(facts::facts(site, meeting, marks))
        .child(section(labels::TOPICS, statement_list(record.topics.iter(), marks)))
        .child(section(labels::AGENDA, agenda::agenda(&record.agenda, marks)))
        .child(section(labels::PEOPLE, people::people(&record.people, marks)))
        .child(section(labels::DOCUMENTS, documents(&record.documents, marks)))
        .child(section(labels::NOTES, statement_list(record.notes.iter(), marks)))
        .child(section(labels::QUOTES, (!quotes.is_empty()).then(|| el("blockquote").child(quotes))))
        .child((!missing.is_empty()).then(|| classed("p", "quiet").child(messages::not_recorded(&missing))))
        .child(section(labels::SOURCES, marks.list()))
        .child(changed.map(|text| classed("p", "quiet").child(text)))
        .child(section(labels::TAKE_AWAY, Some(taken::taken(site, meeting))).map(|of| of.attr("class", "cite")))
        .child(section(labels::RELATED, others::related(site, position)))
        .child(others::neighbours(site, position))
}

/// The title, with the status below it, where one is recorded, and the title in other languages.
fn head(site: Site, meeting: &Meeting, marks: &Marks) -> Vec<Element> {
    let record = &meeting.record;
    let title = record.title.as_str();
    let heading = told_in(site.archive, record.language.as_deref(), el("h1"), title)
        .attr("tabindex", "-1")
        .child(title)
        .child(marks.field(&record.additions, "title"));
    let status = record.status.as_deref().map(|status| classed("p", "standing").child(badge(status)));
    let others = translations(site, "ul", &record.translations);
    [Some(heading), status, others].into_iter().flatten().collect()
}
