//! Which source each thing on a meeting's page comes from, so that a reader can tell them apart.

use super::{Archive, Meeting};
use crate::core::archive::format::{AWAY, AgendaItem, Document, Participation, Place, Source, Statement};

/// The sources behind one page, numbered from 1 in the order in which the page comes to them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    ids: Vec<String>,
    /// How many of them are the page's own: what carries no mark comes from these.
    own: usize,
}

impl Provenance {
    /// The sources of a meeting: first those of the record as a whole, then those of single fields in reading order.
    pub fn of(archive: &Archive, meeting: &Meeting) -> Self {
        let record = &meeting.record;
        let own = match record.source.as_slice() {
            [] => archive.dataset.source.as_slice(),
            named => named,
        };
        let mut provenance = Self { ids: Vec::new(), own: 0 };
        provenance.add(archive, own);
        provenance.own = provenance.ids.len();
        let in_reading_order = record
            .additions
            .iter()
            .map(|(_, ids)| ids.as_slice())
            .chain(record.within.iter().chain(&record.alongside).map(|event| event.source.as_slice()))
            .chain(archive.chairs_at(meeting.when).map(|chair| chair.source.as_slice()))
            .chain(record.topics.iter().map(Statement::source))
            .chain(record.agenda.iter().flat_map(of_item))
            .chain(record.quotes.iter().chain(&record.notes).map(Statement::source))
            .chain(of_people(&record.people))
            .chain(of_documents(&record.documents))
            .chain(archive.places_of(meeting).map(|place| place.source.as_slice()));
        for ids in in_reading_order {
            provenance.add(archive, ids);
        }
        provenance
    }

    /// The sources of a place.
    pub fn of_place(archive: &Archive, place: &Place) -> Self {
        let own = if place.source.as_slice().is_empty() { &archive.dataset.source } else { &place.source };
        let mut provenance = Self { ids: Vec::new(), own: 0 };
        provenance.add(archive, own.as_slice());
        provenance.own = provenance.ids.len();
        provenance
    }

    /// All sources of an archive, in the file's order, of which the archive's own carry no mark.
    pub fn of_archive(archive: &Archive) -> Self {
        let own = archive.dataset.source.as_slice();
        let mut provenance = Self { ids: Vec::new(), own: 0 };
        provenance.add(archive, own);
        provenance.own = provenance.ids.len();
        let all: Vec<String> = archive.dataset.sources.iter().map(|source| source.id.clone()).collect();
        provenance.add(archive, &all);
        provenance
    }

    fn add(&mut self, archive: &Archive, ids: &[String]) {
        for id in ids {
            if archive.source(id).is_some() && !self.ids.contains(id) {
                self.ids.push(id.clone());
            }
        }
    }

    /// The numbers by which a page marks something from these sources: none where they are the page's own.
    pub fn marks(&self, ids: &[String]) -> Vec<usize> {
        let named = self.ids.iter().enumerate().filter(|(_, id)| ids.contains(id));
        let mut marks: Vec<usize> = named.map(|(index, _)| index).collect();
        if marks.iter().all(|mark| *mark < self.own) {
            marks.clear();
        }
        marks.into_iter().map(|mark| mark + 1).collect()
    }

    /// The title of the source with this number.
    pub fn title<'a>(&self, archive: &'a Archive, number: usize) -> &'a str {
        let id = number.checked_sub(1).and_then(|index| self.ids.get(index));
        id.and_then(|id| archive.source(id)).map_or("", |source| source.title.as_str())
    }

    /// The sources with their numbers; those that carry no mark first.
    pub fn sources<'a>(&self, archive: &'a Archive) -> Vec<(usize, &'a Source)> {
        (1..).zip(&self.ids).filter_map(|(number, id)| Some((number, archive.source(id)?))).collect()
    }

    /// How many of the sources are the page's own.
    pub fn own(&self) -> usize {
        self.own
    }
}

/// What an item of an agenda names, in reading order.
fn of_item(item: &AgendaItem) -> impl Iterator<Item = &[String]> {
    let texts = item.text.iter().chain(&item.decision).map(Statement::source);
    let own = std::iter::once(item.source.as_slice()).chain(texts);
    own.chain(of_people(&item.people)).chain(of_documents(&item.documents))
}

/// What people name: those who came first, as a page has them.
fn of_people(people: &[Participation]) -> impl Iterator<Item = &[String]> {
    let is = |part: Option<&'static str>| {
        move |of: &&Participation| part.map_or(of.was_there(), |part| of.part.as_deref() == Some(part))
    };
    let parts = std::iter::once(None).chain(AWAY.map(Some));
    parts.flat_map(move |part| people.iter().filter(is(part)).map(|of| of.source.as_slice()))
}

fn of_documents(documents: &[Document]) -> impl Iterator<Item = &[String]> {
    documents.iter().flat_map(|document| {
        std::iter::once(document.source.as_slice()).chain(document.additions.iter().map(|(_, ids)| ids.as_slice()))
    })
}
