//! The fields of a meeting's record.

use serde_json::{Map, Value};

use crate::core::archive::format::without_scheme;
use crate::core::archive::values::{NONE, day, is_id, is_kept_path, is_language, is_media_type, is_sha256};
use crate::core::text::date::{PartialDate, When};
use crate::core::text::slug::value_id;
use crate::import::assemble::named::Named;
use crate::import::assemble::{clean, words};
use crate::import::draft::{DocumentDraft, Draft, ItemDraft, PersonDraft, Rest};
use crate::import::told::{Done, Told};

/// Fills a record from a draft.
pub struct Fields<'a> {
    /// The record.
    pub record: &'a mut Map<String, Value>,
    /// The draft.
    pub draft: &'a mut Draft,
    /// Whom and what meetings name.
    pub named: &'a mut Named,
    /// What was done.
    pub told: &'a mut Told,
}

impl Fields<'_> {
    /// All fields but what waits for the end.
    pub fn fill(&mut self, start: PartialDate, places: &[String]) {
        if let Some(number) = self.draft.number.filter(|number| *number > 0) {
            self.put("number", number);
        }
        if let Some(day @ PartialDate::Day(_)) = self.draft.modified.map(PartialDate::without_time) {
            self.put("modified", day.to_string());
        }
        self.put("start", start.to_string());
        self.end(start);
        let themes: Vec<String> = std::mem::take(&mut self.draft.themes)
            .iter()
            .filter_map(|label| self.named.theme(label, &self.draft.origin, self.told))
            .collect();
        self.list("themes", distinct(themes));
        self.status();
        match places {
            [] => {}
            [place] => self.put("place", place.as_str()),
            places => self.put("places", places.to_vec()),
        }
        for (name, text) in [("venue", self.draft.venue.take()), ("reference", self.draft.reference.take())] {
            if let Some(text) = text.map(|text| self.line(&text)).filter(|text| !text.is_empty()) {
                self.put(name, text);
            }
        }
        self.format();
        if let Some(title) = self.draft.within.take().map(|text| self.line(&text)).filter(|title| !title.is_empty()) {
            self.put("within", Value::Object(Map::from_iter([("title".to_owned(), title.into())])));
        }
        for (name, texts) in [
            ("topics", std::mem::take(&mut self.draft.topics)),
            ("quotes", std::mem::take(&mut self.draft.quotes)),
            ("notes", std::mem::take(&mut self.draft.notes)),
        ] {
            let texts: Vec<String> =
                texts.iter().map(|text| self.lines(text)).filter(|text| !text.is_empty()).collect();
            self.list(name, distinct(texts));
        }
        let people = std::mem::take(&mut self.draft.people);
        let people = self.people(people);
        self.list("people", people);
        let documents = std::mem::take(&mut self.draft.documents);
        let documents = self.documents(documents);
        self.list("documents", documents);
        let agenda = std::mem::take(&mut self.draft.agenda);
        let agenda: Vec<Value> = agenda.into_iter().filter_map(|item| self.item(item)).collect();
        self.list("agenda", agenda);
        self.online();
        self.languages();
        let former: Vec<String> = std::mem::take(&mut self.draft.formerly).into_iter().filter(|id| is_id(id)).collect();
        self.list("formerly", distinct(former));
    }

    fn put(&mut self, name: &str, value: impl Into<Value>) {
        self.record.insert(name.to_owned(), value.into());
    }

    fn list<T: Into<Value>>(&mut self, name: &str, values: Vec<T>) {
        if !values.is_empty() {
            let values: Vec<Value> = values.into_iter().map(Into::into).collect();
            self.put(name, values);
        }
    }

    fn line(&mut self, text: &str) -> String {
        let (line, is_cut) = clean::line(text);
        self.tell_cut(is_cut, &line);
        line
    }

    fn lines(&mut self, text: &str) -> String {
        let (lines, is_cut) = clean::lines(text);
        self.tell_cut(is_cut, &lines);
        lines
    }

    fn tell_cut(&mut self, is_cut: bool, text: &str) {
        if is_cut {
            self.told.tell(Done::LeftOut, &self.draft.origin, "Signs that nobody sees were taken out of a text.", text);
        }
    }

    /// When it ended, unless that was before it began.
    fn end(&mut self, start: PartialDate) {
        let Some(end) = self.draft.end.filter(|end| *end != start) else { return };
        if When::new(start, Some(end)).is_some() {
            self.put("end", end.to_string());
            return;
        }
        let why = "It ends before it begins, so its end was taken for unknown.";
        self.told.tell(Done::Guessed, &self.draft.origin, why, &format!("{start} – {end}"));
    }

    /// Whether it came to be; a word that says something else becomes a facet.
    fn status(&mut self) {
        let Some(status) = self.draft.status.take().map(|text| clean::line(&text).0).filter(|text| !text.is_empty())
        else {
            return;
        };
        match words::status(&status) {
            Some(known) => {
                if !known.eq_ignore_ascii_case(&status) {
                    self.told
                        .tell(
                            Done::Guessed,
                            &self.draft.origin,
                            "This word was taken for a status of the format.",
                            &status,
                        )
                        .into(known);
                }
                self.put("status", known);
            }
            None => {
                let origin = self.draft.origin.clone();
                self.draft.rest.push(Rest {
                    label: "Status".to_owned(),
                    values: vec![status],
                    origin,
                    ..Rest::default()
                });
            }
        }
    }

    fn format(&mut self) {
        let Some(format) = self.draft.format.take().map(|text| self.line(&text)).filter(|text| !text.is_empty()) else {
            return;
        };
        let id = value_id(&format);
        if id.is_empty() || id == NONE {
            self.told.tell(Done::LeftOut, &self.draft.origin, "The form has no letter or digit.", &format);
        } else {
            self.put("format", format);
        }
    }

    /// The address at which one could take part; what is none is a note.
    fn online(&mut self) {
        let Some(online) = self.draft.online.take() else { return };
        match clean::address(&online) {
            Some(address) => self.put("online", address),
            None => {
                _ = self.told.tell(
                    Done::LeftOut,
                    &self.draft.origin,
                    "This is no web address that a browser opens safely.",
                    &online,
                )
            }
        }
    }

    fn languages(&mut self) {
        if let Some(language) = self.draft.language.take() {
            match is_language(&language) {
                true => self.put("language", language),
                false => _ = self.told.tell(Done::LeftOut, &self.draft.origin, "This is no language tag.", &language),
            }
        }
        let translations = std::mem::take(&mut self.draft.translations);
        let translations: Map<String, Value> = translations
            .into_iter()
            .map(|(tag, text)| (tag, clean::line(&text).0))
            .filter(|(tag, text)| is_language(tag) && !text.is_empty())
            .map(|(tag, text)| (tag, text.into()))
            .collect();
        if !translations.is_empty() {
            self.put("translations", Value::Object(translations));
        }
    }

    fn people(&mut self, people: Vec<PersonDraft>) -> Vec<Value> {
        let mut all = Vec::new();
        for person in people {
            let Some(id) = self.named.person(&person, &self.draft.origin, self.told) else { continue };
            let mut record = Map::from_iter([("person".to_owned(), id.into())]);
            for (name, text) in
                [("office", person.office), ("organisation", person.organisation), ("part", person.part)]
            {
                if let Some(text) = text.map(|text| clean::line(&text).0).filter(|text| !text.is_empty()) {
                    record.insert(name.to_owned(), text.into());
                }
            }
            let record = Value::Object(record);
            if !all.contains(&record) {
                all.push(record);
            }
        }
        all
    }

    fn documents(&mut self, documents: Vec<DocumentDraft>) -> Vec<Value> {
        let mut all = Vec::new();
        for document in documents {
            if let Some(record) = self.document(document)
                && !all.contains(&record)
            {
                all.push(record);
            }
        }
        all
    }

    fn document(&mut self, document: DocumentDraft) -> Option<Value> {
        let url = document.url.as_deref().filter(|url| !url.trim().is_empty());
        let address = url.and_then(clean::address);
        if let (Some(url), None) = (url, &address) {
            self.told.tell(
                Done::LeftOut,
                &self.draft.origin,
                "This is no web address that a browser opens safely.",
                url,
            );
        }
        let kind =
            document.kind.map(|kind| clean::line(&kind).0).filter(|kind| !matches!(value_id(kind).as_str(), "" | NONE));
        let mut title = clean::line(&document.title).0;
        let is_page = kind.as_deref() == Some("web page");
        if address.is_none() && (is_page || (title.is_empty() && url.is_some())) {
            return None;
        }
        if title.is_empty() {
            title = match (&kind, &address) {
                (Some(kind), Some(_)) if kind == "web page" => "Web page".to_owned(),
                (_, Some(address)) => without_scheme(address).to_owned(),
                (kind, None) => kind.clone()?,
            };
        }
        let mut record = Map::from_iter([("title".to_owned(), Value::from(title))]);
        record.extend(kind.map(|kind| ("kind".to_owned(), kind.into())));
        let languages: Vec<String> = document.languages.into_iter().filter(|tag| is_language(tag)).collect();
        if !languages.is_empty() {
            record.insert("languages".to_owned(), languages.into());
        }
        record.extend(address.map(|url| ("url".to_owned(), url.into())));
        record.extend(
            document.media_type.filter(|kind| is_media_type(kind)).map(|kind| ("type".to_owned(), kind.into())),
        );
        record.extend(document.size.map(|size| ("size".to_owned(), size.into())));
        record.extend(
            document
                .sha256
                .map(|hash| hash.to_lowercase())
                .filter(|hash| is_sha256(hash))
                .map(|hash| ("sha256".to_owned(), hash.into())),
        );
        let archived = document.archived.as_deref().and_then(clean::address);
        record.extend(archived.map(|url| ("archived".to_owned(), url.into())));
        record.extend(document.seen.filter(|seen| day(seen).is_some()).map(|seen| ("seen".to_owned(), seen.into())));
        record.extend(document.file.filter(|path| is_kept_path(path)).map(|path| ("file".to_owned(), path.into())));
        let note = document.note.map(|note| clean::lines(&note).0).filter(|note| !note.is_empty());
        record.extend(note.map(|note| ("note".to_owned(), note.into())));
        Some(Value::Object(record))
    }

    fn item(&mut self, item: ItemDraft) -> Option<Value> {
        let mut record = Map::new();
        record.extend(
            item.number
                .map(|number| clean::line(&number).0)
                .filter(|of| !of.is_empty())
                .map(|of| ("number".to_owned(), of.into())),
        );
        let texts = [("text", item.text), ("decision", item.decision)]
            .map(|(name, text)| (name, text.map(|text| self.lines(&text)).filter(|text| !text.is_empty())));
        let title = self.line(&item.title);
        let title = if title.is_empty() {
            texts.iter().find_map(|(_, text)| text.clone()).map(|text| clean::line(&text).0)?
        } else {
            title
        };
        record.insert("title".to_owned(), title.into());
        for (name, text) in texts {
            record.extend(text.map(|text| (name.to_owned(), text.into())));
        }
        for (name, list) in [("documents", self.documents(item.documents)), ("people", self.people(item.people))] {
            if !list.is_empty() {
                record.insert(name.to_owned(), list.into());
            }
        }
        Some(Value::Object(record))
    }
}

fn distinct(texts: Vec<String>) -> Vec<String> {
    let mut all: Vec<String> = Vec::with_capacity(texts.len());
    for text in texts {
        if !all.contains(&text) {
            all.push(text);
        }
    }
    all
}
