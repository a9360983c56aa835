//! One meeting: everything recorded of it, in reading order.

mod acts;
mod agenda;
mod facts;
mod missing;
mod others;
mod people;
mod place;
mod taken;

use crate::core::address::route::Route;
use crate::core::archive::Meeting;
use crate::core::archive::format::{Document, Meeting as Record};
use crate::core::archive::provenance::Provenance;
use crate::core::text::date::PartialDate;
use crate::language::{dates, labels, messages};
use crate::views::blocks::colophon;
use crate::views::blocks::documents::documents;
use crate::views::blocks::section::{section, statement_list, statements};
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told_in;
use crate::views::blocks::translations::translations;
use crate::views::blocks::way_back::way_back;
use crate::views::element::{Element, classed, el, link};
use crate::views::pages::about::CORRECTIONS;
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
    let breadcrumb = classed("nav", "breadcrumb cluster")
        .attr("aria-label", labels::BREADCRUMB)
        .child(way_back(site, labels::ALL_MEETINGS));
    // On a wide screen what is told in short stands beside what is told in full and who tells it.
    let said = el("div")
        .child(section(labels::TOPICS, statement_list(record.topics.iter(), marks)))
        .child(section(labels::AGENDA, agenda::agenda(&record.agenda, marks)))
        .child(section(labels::QUOTES, (!quotes.is_empty()).then(|| el("blockquote").child(quotes))))
        .child(section(labels::NOTES, statement_list(record.notes.iter(), marks)))
        .child((!missing.is_empty()).then(|| classed("p", "quiet").child(messages::not_recorded(&missing))));
    let known = el("div")
        .child(section(labels::PEOPLE, people::people(&record.people, marks)))
        .child(section(labels::DOCUMENTS, documents(&record.documents, marks)))
        .child(lost(site, record))
        .child(section(labels::WHERE, place::more_of_places(site, meeting, marks)));
    let told_by = el("div")
        .child(section(labels::SOURCES, marks.list()))
        .child(changed.map(|text| classed("p", "quiet").child(text)));
    classed("article", "meeting flow")
        .child(breadcrumb)
        .child(head(site, meeting, marks))
        .child(facts::held(site, meeting, marks))
        .child(acts::acts(site, meeting))
        .child(
            classed("div", "beside")
                .child(facts::facts(site, meeting, marks))
                .child(said.attr("class", "said flow"))
                .child(known.attr("class", "known flow"))
                .child(told_by.attr("class", "told-by flow")),
        )
        .child(
            section(labels::TAKE_AWAY, Some(taken::taken(site, meeting)))
                .map(|of| of.attr("class", "cite").attr("id", taken::PLACE).attr("tabindex", "-1")),
        )
        .child(section(labels::RELATED, others::related(site, position)))
        .child(others::neighbours(site, position))
}

/// The title, and below it the title in other languages.
fn head(site: Site, meeting: &Meeting, marks: &Marks) -> Vec<Element> {
    let record = &meeting.record;
    let title = record.title.as_str();
    let heading = told_in(site.archive, record.language.as_deref(), el("h1"), title)
        .attr("tabindex", "-1")
        .child(title)
        .child(marks.field(&record.additions, "title"));
    let others = translations(site, "ul", &record.translations);
    [Some(heading), others].into_iter().flatten().collect()
}

/// Whoever has a document that nobody can read any more is asked for it; nothing where none is lost.
fn lost(site: Site, record: &Record) -> Option<Element> {
    let is_lost = record.all_documents().any(Document::is_lost);
    let to = || match colophon::contact(site.archive) {
        Some(contact) => contact,
        None => link(site.href(&Route::About) + "#" + CORRECTIONS, labels::PUBLISHER_OF_SITE),
    };
    is_lost.then(|| classed("p", "quiet").child(labels::ASKED_FOR).child(to()).child("."))
}
