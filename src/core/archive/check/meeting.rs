//! Judges a meeting with what stands in it.

use super::Checker;
use crate::core::archive::format::{Document, Event, Meeting, Participation};
use crate::core::archive::path::Path;
use crate::core::archive::problem::Fault;

impl Checker {
    pub(super) fn meeting(&mut self, path: &Path, meeting: &Meeting) {
        self.filled(&path.field("title"), &meeting.title);
        if let Some(modified) = &meeting.modified {
            self.day(&path.field("modified"), modified);
        }
        self.span(path, Some(&meeting.start), meeting.end.as_ref());
        for (index, theme) in meeting.themes.iter().enumerate() {
            if !self.known.themes.has(theme) {
                self.report(&path.item("themes", index), Fault::Unknown(theme.clone(), "themes"));
            }
        }
        if let Some(place) = &meeting.place
            && !self.known.places.has(place)
        {
            self.report(&path.field("place"), Fault::Unknown(place.clone(), "places"));
        }
        if let Some(format) = &meeting.format {
            self.kind(&path.field("format"), format);
        }
        for (name, event) in [("within", &meeting.within), ("alongside", &meeting.alongside)] {
            if let Some(event) = event {
                self.event(&path.field(name), event);
            }
        }
        for (name, statements) in [("topics", &meeting.topics), ("quotes", &meeting.quotes), ("notes", &meeting.notes)]
        {
            for (index, statement) in statements.iter().enumerate() {
                self.statement(&path.item(name, index), statement);
            }
        }
        for (index, participation) in meeting.people.iter().enumerate() {
            self.participation(&path.item("people", index), participation);
        }
        for (index, document) in meeting.documents.iter().enumerate() {
            self.document(&path.item("documents", index), document);
        }
        self.facets_of(path, &meeting.facets);
        self.sources(&path.field("source"), &meeting.source);
        self.additions(path, &meeting.additions, |field| match field {
            "title" | "start" => true,
            "end" => meeting.end.is_some(),
            "themes" => !meeting.themes.is_empty(),
            "place" => meeting.place.is_some(),
            "venue" => meeting.venue.is_some(),
            "format" => meeting.format.is_some(),
            "facets" => !meeting.facets.is_empty(),
            _ => false,
        });
    }

    fn document(&mut self, path: &Path, document: &Document) {
        self.filled(&path.field("title"), &document.title);
        for kind in document.kind.as_slice() {
            self.kind(&path.field("kind"), kind);
        }
        for (index, language) in document.languages.iter().enumerate() {
            self.language(&path.item("languages", index), language);
        }
        if let Some(url) = &document.url {
            self.url(&path.field("url"), url);
        }
        self.sources(&path.field("source"), &document.source);
        self.additions(path, &document.additions, |field| match field {
            "title" => true,
            "kind" => !document.kind.as_slice().is_empty(),
            "languages" => !document.languages.is_empty(),
            "url" => document.url.is_some(),
            _ => false,
        });
    }

    fn participation(&mut self, path: &Path, participation: &Participation) {
        if !self.known.people.has(&participation.person) {
            self.report(&path.field("person"), Fault::Unknown(participation.person.clone(), "people"));
        }
        self.sources(&path.field("source"), &participation.source);
    }

    fn event(&mut self, path: &Path, event: &Event) {
        self.filled(&path.field("title"), &event.title);
        self.span(path, event.start.as_ref(), event.end.as_ref());
        self.sources(&path.field("source"), &event.source);
    }
}
