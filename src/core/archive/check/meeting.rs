//! Judges a meeting with what stands in it.

use super::Checker;
use crate::core::archive::format::{AgendaItem, Document, Event, Meeting, Participation, STATUSES};
use crate::core::archive::json::WHOLE;
use crate::core::archive::path::Path;
use crate::core::archive::problem::Fault;
use crate::core::archive::values::{NONE, is_id, is_media_type, is_sha256};
use crate::core::text::interner::Interner;

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
        self.places_of(path, meeting);
        if let Some(status) = &meeting.status
            && !STATUSES.contains(&status.as_str())
        {
            self.report(&path.field("status"), Fault::BadStatus(status.clone()));
        }
        if let Some(online) = &meeting.online {
            self.url(&path.field("online"), online);
        }
        if let Some(language) = &meeting.language {
            self.language(&path.field("language"), language);
        }
        self.translations(path, &meeting.translations);
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
        for (index, item) in meeting.agenda.iter().enumerate() {
            self.agenda_item(&path.item("agenda", index), item);
        }
        self.people(path, &meeting.people);
        self.documents(path, &meeting.documents);
        self.facets_of(path, &meeting.facets);
        self.sources(&path.field("source"), &meeting.source);
        self.additions(path, &meeting.additions, |field| match field {
            "title" | "start" => true,
            "end" => meeting.end.is_some(),
            "themes" => !meeting.themes.is_empty(),
            "place" => meeting.place.is_some(),
            "places" => !meeting.places.is_empty(),
            "status" => meeting.status.is_some(),
            "online" => meeting.online.is_some(),
            "reference" => meeting.reference.is_some(),
            "venue" => meeting.venue.is_some(),
            "format" => meeting.format.is_some(),
            "facets" => !meeting.facets.is_empty(),
            _ => false,
        });
    }

    /// Where it was held.
    fn places_of(&mut self, path: &Path, meeting: &Meeting) {
        let place = meeting.place.iter().map(|place| (path.field("place"), place));
        let places = meeting.places.iter().enumerate().map(|(index, place)| (path.item("places", index), place));
        for (path, place) in place.chain(places) {
            if !self.known.places.has(place) {
                self.report(&path, Fault::Unknown(place.clone(), "places"));
            }
        }
        if meeting.place.is_some() && !meeting.places.is_empty() {
            self.report(&path.field("places"), Fault::PlaceAndPlaces);
        }
    }

    /// Ids that meetings had before: each leads to one meeting.
    pub(super) fn former_ids(&mut self, meetings: &[Meeting]) {
        // For each id, in the order in which they are told, the meeting that it leads to.
        let (mut ids, mut meeting_of) = (Interner::default(), Vec::new());
        let mut take = |id: &str, index: usize| {
            let number = ids.number(id) as usize;
            if number == meeting_of.len() {
                meeting_of.push(index);
                return None;
            }
            Some(meeting_of[number])
        };
        for (index, meeting) in meetings.iter().enumerate() {
            take(&meeting.id, index);
        }
        for (index, meeting) in meetings.iter().enumerate() {
            let record = Path::record("meetings", index);
            for (at, id) in meeting.formerly.iter().enumerate() {
                let path = record.item("formerly", at);
                if !is_id(id) || id == NONE {
                    self.report(&path, Fault::BadId(id.clone()));
                } else if let Some(of) = take(id, index) {
                    self.report(&path, Fault::FormerIdTaken(id.clone(), Path::record("meetings", of).to_string()));
                }
            }
        }
    }

    fn agenda_item(&mut self, path: &Path, item: &AgendaItem) {
        self.filled(&path.field("title"), &item.title);
        self.translations(path, &item.translations);
        for (name, text) in [("text", &item.text), ("decision", &item.decision)] {
            if let Some(text) = text {
                self.statement(&path.field(name), text);
            }
        }
        self.documents(path, &item.documents);
        self.people(path, &item.people);
        self.sources(&path.field("source"), &item.source);
    }

    fn documents(&mut self, path: &Path, documents: &[Document]) {
        for (index, document) in documents.iter().enumerate() {
            self.document(&path.item("documents", index), document);
        }
    }

    fn people(&mut self, path: &Path, people: &[Participation]) {
        for (index, participation) in people.iter().enumerate() {
            self.participation(&path.item("people", index), participation);
        }
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
        self.file(path, document);
        self.sources(&path.field("source"), &document.source);
        self.additions(path, &document.additions, |field| match field {
            "title" => true,
            "kind" => !document.kind.as_slice().is_empty(),
            "languages" => !document.languages.is_empty(),
            "url" => document.url.is_some(),
            "file" => document.file.is_some(),
            "archived" => document.archived.is_some(),
            "type" => document.r#type.is_some(),
            "size" => document.size.is_some(),
            "seen" => document.seen.is_some(),
            _ => false,
        });
    }

    /// What is known of the file that a document is.
    fn file(&mut self, path: &Path, document: &Document) {
        if let Some(kind) = &document.r#type
            && !is_media_type(kind)
        {
            self.report(&path.field("type"), Fault::BadMediaType(kind.clone()));
        }
        if document.size.is_some_and(|size| !(0.0..=WHOLE).contains(&size) || size.fract() != 0.0) {
            self.report(&path.field("size"), Fault::BadSize);
        }
        if let Some(hash) = &document.sha256
            && !is_sha256(hash)
        {
            self.report(&path.field("sha256"), Fault::BadHash(hash.clone()));
        }
        if let Some(url) = &document.archived {
            self.url(&path.field("archived"), url);
        }
        if let Some(seen) = &document.seen {
            self.day(&path.field("seen"), seen);
        }
    }

    fn participation(&mut self, path: &Path, participation: &Participation) {
        if participation.person.trim().is_empty() {
            self.report(&path.field("person"), Fault::Empty);
        } else if !self.known.people.has(&participation.person) {
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
