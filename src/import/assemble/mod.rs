//! Makes records of drafts.

pub mod clean;
pub mod found;
pub mod ids;
pub mod meeting;
pub mod named;
pub mod rest;
pub mod words;

use std::collections::HashMap;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use self::found::{CountryOf, Found};
use self::ids::MeetingIds;
use self::named::Named;
use self::rest::Rests;
use crate::core::text::slug::slug;
use crate::import::draft::{About, Draft};
use crate::import::merge::records::{Records, id};
use crate::import::origin::Origin;
use crate::import::told::{Done, Told};

/// Takes drafts, and makes records of them.
pub struct Assembler<'a> {
    country: CountryOf<'a>,
    ids: MeetingIds,
    /// The id of the source that records come from.
    source: String,
    file: Arc<str>,
    /// How often what meetings are known by was met.
    keys: HashMap<String, u32>,
    meetings: Vec<Found>,
    named: Named,
    rests: Rests,
    facets: Vec<(String, String)>,
    about: About,
    top: Map<String, Value>,
    sources: Vec<Value>,
}

/// All records of some files.
#[derive(Debug, Default)]
pub struct Assembled {
    /// What is said of the whole.
    pub about: About,
    /// What a dataset of ours says of the whole, field by field; empty where there is none among the files.
    pub top: Map<String, Value>,
    /// The meetings, in the order of the files.
    pub meetings: Vec<Found>,
    /// Places, people and themes.
    pub places: Vec<Found>,
    /// People.
    pub people: Vec<Found>,
    /// Themes.
    pub themes: Vec<Found>,
    /// The archive's own facets: key and label.
    pub facets: Vec<(String, String)>,
    /// The files as sources.
    pub sources: Vec<Value>,
}

impl<'a> Assembler<'a> {
    /// One that finds countries by a function, and knows the ids that meetings were given before, and what a dataset names.
    pub fn new(country: CountryOf<'a>, ids: MeetingIds, named: Named) -> Self {
        Self {
            country,
            ids,
            source: String::new(),
            file: Arc::default(),
            keys: HashMap::new(),
            meetings: Vec::new(),
            named,
            rests: Rests::default(),
            facets: Vec::new(),
            about: About::default(),
            top: Map::new(),
            sources: Vec::new(),
        }
    }

    /// What comes now comes from this file.
    pub fn of_file(&mut self, name: &str) {
        self.source =
            Some(slug(name)).filter(|id| crate::core::archive::values::is_id(id)).unwrap_or_else(|| ids::id_of(name));
        self.file = name.into();
        self.named.of_file(&self.file);
        // What two files know by the same is the same; what one file has twice is two.
        self.keys.clear();
        self.ids.of_file();
        self.sources.push(json!({ "id": self.source, "title": name }));
    }

    /// What a file says of the whole; the first counts.
    pub fn about(&mut self, about: About) {
        let first = |mine: &mut Option<String>, other: Option<String>| {
            if mine.is_none() {
                *mine = other.map(|text| clean::line(&text).0).filter(|text| !text.is_empty());
            }
        };
        if let (Some(url), Some(Value::Object(source))) =
            (about.url.as_deref().and_then(clean::address), self.sources.last_mut())
        {
            source.insert("url".to_owned(), url.into());
        }
        first(&mut self.about.title, about.title);
        first(&mut self.about.description, about.description);
        first(&mut self.about.language, about.language);
        first(&mut self.about.publisher, about.publisher);
        first(&mut self.about.publisher_url, about.publisher_url);
        first(&mut self.about.licence, about.licence);
    }

    /// Takes the records of a dataset of ours as they are.
    pub fn own(&mut self, records: Records, told: &mut Told) {
        let Records { mut top, lists } = records;
        let file = Arc::clone(&self.file);
        let found = |record: Arc<str>| {
            let id: Arc<str> = id(&record).into();
            Found { key: format!("id {id}").into(), id, record, file: Arc::clone(&file) }
        };
        let [themes, places, people, meetings] = lists.map(|list| list.into_iter().map(found).collect::<Vec<_>>());
        self.named.own([themes, places, people]);
        for meeting in meetings {
            if self.ids.given(&meeting.key, &meeting.id) {
                told.tell(Done::Read, &Origin::path(meeting.id.as_ref()), "It became a meeting.", &meeting.id)
                    .into(meeting.id.as_ref());
                self.meetings.push(meeting);
            }
        }
        // The sources of its records are its own; the file itself is none.
        self.sources.pop();
        self.sources.extend(top.get("sources").and_then(Value::as_array).cloned().unwrap_or_default());
        if self.top.is_empty() {
            self.facets.extend(top.get("facets").and_then(Value::as_array).into_iter().flatten().filter_map(|facet| {
                let text = |name: &str| facet.get(name).and_then(Value::as_str).map(str::to_owned);
                Some((text("key")?, text("label")?))
            }));
            top.shift_remove("$schema");
            self.top = top;
        }
    }

    /// How many meetings there are.
    pub fn len(&self) -> usize {
        self.meetings.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.meetings.is_empty()
    }

    /// Takes a draft.
    pub fn take(&mut self, mut draft: Draft, told: &mut Told) {
        let Some(start) = draft.start else {
            let why = "It has no day, month or year on which it began, so it is no meeting.";
            told.tell(Done::LeftOut, &draft.origin, why, &clean::line(&draft.title).0);
            return;
        };
        let title = self.title(&draft, told);
        let place_ids = self.places(&mut draft, told);
        let key = self.key(&draft, &title, place_ids.first());
        let given = draft.id.take().map(|id| self.ids.current(id));
        let id = match given.filter(|id| self.ids.given(&key, id)) {
            Some(id) => id,
            None => self.ids.id(&key, start, &title, draft.uid.as_deref()),
        };
        let mut record = Map::new();
        record.insert("id".to_owned(), id.clone().into());
        record.insert("title".to_owned(), title.into());
        let mut fields = meeting::Fields { record: &mut record, draft: &mut draft, named: &mut self.named, told };
        fields.fill(start, &place_ids);
        record.insert("source".to_owned(), self.source.clone().into());
        let origin = draft.origin.clone();
        told.tell(Done::Read, &origin, "It became a meeting.", &draft.title).into(id.as_str());
        self.rests.take(self.meetings.len(), std::mem::take(&mut draft.rest));
        let record = Value::Object(record).to_string();
        let file = Arc::clone(&self.file);
        self.meetings.push(Found { key: key.into(), id: id.into(), record: record.into(), file });
    }

    /// What a meeting is called; what has no title is called by what else is known of it.
    fn title(&self, draft: &Draft, told: &mut Told) -> String {
        let (title, is_cut) = clean::line(&draft.title);
        if is_cut {
            told.tell(Done::LeftOut, &draft.origin, "Signs that nobody sees were taken out of the title.", &title);
        }
        if title.chars().any(char::is_alphanumeric) {
            return title;
        }
        let candidates = [
            draft.within.clone(),
            draft.themes.first().cloned(),
            draft.format.clone(),
            draft.topics.first().cloned(),
            // A cross or a number is no name.
            draft.rest.iter().filter_map(|rest| rest.values.first()).find(|value| is_name(value)).cloned(),
            draft.places.first().map(|place| place.name.clone()),
        ];
        let made = candidates
            .into_iter()
            .flatten()
            .map(|text| clean::line(&text).0)
            .find(|text| text.chars().any(char::is_alphanumeric));
        let made = made.or_else(|| draft.start.map(|start| start.without_time().to_string())).unwrap_or_default();
        told.tell(Done::Guessed, &draft.origin, "It has no title and is called by what else is known of it.", &title)
            .into(made.as_str());
        made
    }

    /// What a meeting is known by when its file is read again.
    fn key(&mut self, draft: &Draft, title: &str, place: Option<&String>) -> String {
        let key = match (&draft.id, &draft.uid) {
            (Some(id), _) => format!("id {id}"),
            // What is long or looks like an address means the same in every file, a number only in its own.
            (None, Some(uid)) if uid.len() >= 16 || uid.contains("://") || uid.contains('@') => format!("uid {uid}"),
            (None, Some(uid)) => format!("uid {} {uid}", self.file),
            (None, None) => {
                let start = draft.start.map(|start| start.to_string()).unwrap_or_default();
                format!("at {start} {} {}", slug(title), place.map(String::as_str).unwrap_or_default())
            }
        };
        let count = self.keys.entry(key.clone()).or_default();
        *count += 1;
        if *count == 1 { key } else { format!("{key} #{count}") }
    }

    /// The ids of the places of a draft.
    fn places(&mut self, draft: &mut Draft, told: &mut Told) -> Vec<String> {
        let mut ids = Vec::new();
        for place in std::mem::take(&mut draft.places) {
            if words::is_remote(&place.name) && place.country.is_none() {
                let why = "This is no place: it says how people met, and became the form.";
                told.tell(Done::Guessed, &draft.origin, why, &place.name);
                match &draft.format {
                    None => draft.format = Some(place.name),
                    Some(_) => draft.notes.push(place.name),
                }
                continue;
            }
            if let Some(id) = self.named.place(place, self.country, &draft.origin, told)
                && !ids.contains(&id)
            {
                ids.push(id);
            }
        }
        ids
    }

    /// All records, once there are no more drafts.
    pub fn finish(mut self, told: &mut Told) -> Assembled {
        let facets = [self.facets, self.rests.decide(told)].concat();
        self.rests.fill(&mut self.meetings);
        let Named { places, people, themes, .. } = self.named;
        Assembled {
            about: self.about,
            top: self.top,
            meetings: self.meetings,
            places,
            people,
            themes,
            facets,
            sources: self.sources,
        }
    }
}

/// Whether a value can be what a meeting is called.
fn is_name(value: &str) -> bool {
    value.chars().filter(|char| char.is_alphabetic()).count() > 3
}
