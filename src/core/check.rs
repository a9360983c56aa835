//! Judges a dataset: every problem is found, all at once, each with the path of its field.

use oxilangtag::LanguageTag;

use super::dataset::{
    ByName, Chairmanship, Dataset, Document, Event, Gap, Meeting, OneOrMany, Participation, Place, Source, Statement,
    Theme,
};
use super::date::{PartialDate, When};
use super::fold::slug;
use super::ids::Ids;
use super::path::Path;
use super::problem::{Fault, Problem};
use crate::wording;

/// The word that stands for "no value" in every facet, and so can be no id.
pub const NONE: &str = "none";

/// The greatest latitude, north or south, in degrees.
pub const MAX_LATITUDE: u16 = 90;

/// The greatest longitude, east or west, in degrees.
pub const MAX_LONGITUDE: u16 = 180;

/// The greatest length of an id in characters.
pub const MAX_ID: usize = 80;

/// All problems of `dataset`: those that reading it has found already, and then what its values say, in the order of
/// the file's lists.
pub fn check(dataset: &Dataset, problems: Vec<Problem>) -> Vec<Problem> {
    let mut checker = Checker { known: Known::of(dataset), problems };
    checker.archive(dataset);
    checker.problems
}

/// The ids that records may name.
struct Known {
    themes: Ids,
    places: Ids,
    people: Ids,
    sources: Ids,
}

fn ids<T>(records: &[T], id: impl Fn(&T) -> &str) -> Ids {
    Ids::of(&mut records.iter().map(id))
}

impl Known {
    fn of(dataset: &Dataset) -> Self {
        Self {
            themes: ids(&dataset.themes, |theme| &theme.id),
            places: ids(&dataset.places, |place| &place.id),
            people: ids(&dataset.people, |person| &person.id),
            sources: ids(&dataset.sources, |source| &source.id),
        }
    }
}

struct Checker {
    known: Known,
    problems: Vec<Problem>,
}

impl Checker {
    fn report(&mut self, path: &Path, fault: Fault) {
        // A field of the wrong kind was read as empty: one word on it is enough.
        let path = path.to_string();
        if self.problems.iter().all(|problem| problem.path != path) {
            self.problems.push(Problem { path, fault });
        }
    }

    fn archive(&mut self, dataset: &Dataset) {
        if let Some(id) = dataset.id.as_ref().filter(|id| !is_id(id)) {
            self.report(&Path::top("id"), Fault::BadId(id.clone()));
        }
        self.filled(&Path::top("title"), &dataset.title);
        self.language(&Path::top("language"), &dataset.language);
        if let Some(site) = &dataset.site
            && !is_origin(site)
        {
            self.report(&Path::top("site"), Fault::BadOrigin(site.clone()));
        }
        if let Some(modified) = &dataset.modified
            && !matches!(PartialDate::parse(modified), Some(PartialDate::Day(_)))
        {
            self.report(&Path::top("modified"), Fault::BadDate(modified.clone()));
        }
        if let Some(contact) = &dataset.contact
            && !is_contact(contact)
        {
            self.report(&Path::top("contact"), Fault::BadContact(contact.clone()));
        }
        self.sources(&Path::top("source"), &dataset.source);
        for (name, statements) in [
            ("objectives", &dataset.objectives),
            ("background", &dataset.background),
            ("organisers", &dataset.organisers),
            ("notes", &dataset.notes),
        ] {
            self.records(name, statements, Self::statement);
        }
        self.records("chairmanships", &dataset.chairmanships, Self::chairmanship);
        self.records("themes", &dataset.themes, Self::theme);
        self.ids("themes", &dataset.themes, |theme| &theme.id);
        self.records("places", &dataset.places, Self::place);
        self.ids("places", &dataset.places, |place| &place.id);
        self.records("people", &dataset.people, |checker, path, person| {
            checker.filled(&path.field("name"), &person.name);
        });
        self.ids("people", &dataset.people, |person| &person.id);
        self.records("meetings", &dataset.meetings, Self::meeting);
        self.ids("meetings", &dataset.meetings, |meeting| &meeting.id);
        let met = |number: u32| dataset.meetings.iter().any(|meeting| meeting.number == Some(number));
        self.records("gaps", &dataset.gaps, |checker, path, gap| checker.gap(path, gap, met(gap.number)));
        self.records("sources", &dataset.sources, Self::source);
        self.ids("sources", &dataset.sources, |source| &source.id);
    }

    /// Lets `check` judge the records of a list, each with its path.
    fn records<T>(&mut self, name: &str, records: &[T], check: impl Fn(&mut Self, &Path, &T)) {
        for (index, record) in records.iter().enumerate() {
            check(self, &Path::record(name, index), record);
        }
    }

    /// Ids become parts of addresses and names of folders, so each is well formed, unreserved and unique in its list.
    fn ids<T>(&mut self, name: &str, records: &[T], id: impl Fn(&T) -> &str) {
        let first_with = ids(records, &id);
        for (index, record) in records.iter().enumerate() {
            let id = id(record);
            let record = Path::record(name, index);
            let path = record.field("id");
            let first = first_with.position(id).unwrap_or(index);
            if !is_id(id) || id == NONE {
                self.report(&path, Fault::BadId(id.to_owned()));
            } else if first != index {
                self.report(&path, Fault::DuplicateId(id.to_owned(), Path::record(name, first).to_string()));
            }
        }
    }

    fn meeting(&mut self, path: &Path, meeting: &Meeting) {
        self.filled(&path.field("title"), &meeting.title);
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
        self.sources(&path.field("source"), &meeting.source);
        self.additions(path, &meeting.additions, |field| match field {
            "title" | "start" => true,
            "end" => meeting.end.is_some(),
            "themes" => !meeting.themes.is_empty(),
            "place" => meeting.place.is_some(),
            "venue" => meeting.venue.is_some(),
            "format" => meeting.format.is_some(),
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

    fn statement(&mut self, path: &Path, statement: &Statement) {
        let text = if matches!(statement, Statement::Text(_)) { *path } else { path.field("text") };
        self.filled(&text, statement.text());
        self.source_ids(&path.field("source"), statement.source());
    }

    fn chairmanship(&mut self, path: &Path, chairmanship: &Chairmanship) {
        self.filled(&path.field("body"), &chairmanship.body);
        self.filled(&path.field("holder"), &chairmanship.holder);
        let from = self.date(&path.field("from"), &chairmanship.from);
        let to = self.date(&path.field("to"), &chairmanship.to);
        if let (Some(from), Some(to)) = (from, to)
            && to.first_day() <= from.first_day()
        {
            let fault = Fault::EndBeforeStart(chairmanship.to.clone(), chairmanship.from.clone());
            self.report(&path.field("to"), fault);
        }
        self.sources(&path.field("source"), &chairmanship.source);
    }

    fn theme(&mut self, path: &Path, theme: &Theme) {
        self.filled(&path.field("label"), &theme.label);
    }

    fn place(&mut self, path: &Path, place: &Place) {
        self.filled(&path.field("name"), &place.name);
        if let Some(country) = &place.country
            && !is_country(country)
        {
            self.report(&path.field("country"), Fault::BadCountry(country.clone()));
        }
        for (name, value, limit) in [("lat", place.lat, MAX_LATITUDE), ("lon", place.lon, MAX_LONGITUDE)] {
            if let Some(value) = value
                && !is_within(value, limit)
            {
                self.report(&path.field(name), Fault::BadCoordinate(limit));
            }
        }
        if place.lat.is_some() != place.lon.is_some() {
            self.report(path, Fault::HalfCoordinates);
        }
        for (language, names) in &place.names {
            let within = path.field("names");
            let path = within.field(language);
            self.language(&path, language);
            for name in names.as_slice() {
                self.filled(&path, name);
            }
        }
        self.sources(&path.field("source"), &place.source);
    }

    fn gap(&mut self, path: &Path, gap: &Gap, is_met: bool) {
        if is_met {
            self.report(&path.field("number"), Fault::GapIsMet(gap.number));
        }
        let number = gap.number.to_string();
        let rest = gap.title.strip_prefix(&number);
        if rest.is_none_or(|rest| rest.starts_with(|next: char| next.is_ascii_digit())) {
            self.report(&path.field("title"), Fault::GapTitle(gap.number));
        }
        self.sources(&path.field("source"), &gap.source);
    }

    fn source(&mut self, path: &Path, source: &Source) {
        self.filled(&path.field("title"), &source.title);
        if let Some(date) = &source.date {
            self.date(&path.field("date"), date);
        }
        if let Some(language) = &source.language {
            self.language(&path.field("language"), language);
        }
        if let Some(url) = &source.url {
            self.url(&path.field("url"), url);
        }
    }

    /// A text that readers must see.
    fn filled(&mut self, path: &Path, text: &str) {
        if text.trim().is_empty() {
            self.report(path, Fault::Empty);
        }
    }

    /// A word that becomes a value of a facet: something must be left of it in an address.
    fn kind(&mut self, path: &Path, text: &str) {
        match slug(text).as_str() {
            "" => self.report(path, Fault::Empty),
            NONE => self.report(path, Fault::BadId(text.to_owned())),
            _ => {}
        }
    }

    fn date(&mut self, path: &Path, text: &str) -> Option<PartialDate> {
        let date = PartialDate::parse(text);
        if date.is_none() {
            self.report(path, Fault::BadDate(text.to_owned()));
        }
        date
    }

    /// `start` and `end` of the record at `path`.
    fn span(&mut self, path: &Path, start: Option<&String>, end: Option<&String>) {
        let first = start.and_then(|start| self.date(&path.field("start"), start));
        let last = end.and_then(|end| self.date(&path.field("end"), end));
        if let (Some(start), Some(end), Some(first)) = (start, end, first)
            && last.is_some()
            && When::new(first, last).is_none()
        {
            self.report(&path.field("end"), Fault::EndBeforeStart(end.clone(), start.clone()));
        }
    }

    fn language(&mut self, path: &Path, tag: &str) {
        // `none` is well formed, but stands for "no value" in every facet.
        if LanguageTag::parse(tag).is_err() || tag.eq_ignore_ascii_case(NONE) {
            self.report(path, Fault::BadLanguage(tag.to_owned()));
        }
    }

    fn url(&mut self, path: &Path, url: &str) {
        if !is_web_address(url) {
            self.report(path, Fault::BadUrl(url.to_owned()));
        }
    }

    fn sources(&mut self, path: &Path, sources: &OneOrMany) {
        self.source_ids(path, sources.as_slice());
    }

    fn source_ids(&mut self, path: &Path, ids: &[String]) {
        for id in ids {
            if !self.known.sources.has(id) {
                self.report(path, Fault::Unknown(id.clone(), "sources"));
            }
        }
    }

    /// `additions` may name only fields that the record fills, so that no mark is lost unseen.
    fn additions(&mut self, path: &Path, additions: &ByName, fills: impl Fn(&str) -> bool) {
        for (field, sources) in additions {
            let additions = path.field("additions");
            let path = additions.field(field);
            if !fills(field) {
                self.report(&path, Fault::NoSuchField(field.clone()));
            }
            self.sources(&path, sources);
        }
    }
}

/// Whether `text` is `[a-z0-9]+(-[a-z0-9]+)*` and at most 80 characters.
pub fn is_id(text: &str) -> bool {
    let word =
        |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    text.len() <= MAX_ID && text.split('-').all(word)
}

/// Whether `code` is an ISO 3166-1 alpha-2 code.
pub fn is_country(code: &str) -> bool {
    wording::country(code).is_some()
}

/// Whether a coordinate in degrees lies within its limit on either side of zero.
pub fn is_within(degrees: f64, limit: u16) -> bool {
    degrees.abs() <= f64::from(limit)
}

/// Whether `text` is the origin of a site: a web address without a path, with or without a closing slash.
pub fn is_origin(text: &str) -> bool {
    let slashes = text.bytes().filter(|byte| *byte == b'/').count();
    is_web_address(text) && slashes <= 2 + usize::from(text.ends_with('/')) && !text.contains(['?', '#', '@'])
}

/// Whether `text` is a web address or a mail address.
pub fn is_contact(text: &str) -> bool {
    let is_mail = text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
    let strange = |char: char| char.is_whitespace() || char.is_control() || ":/\\?&%#\"<>".contains(char);
    is_web_address(text) || (is_mail && !text.contains(strange))
}

/// Whether `text` is an absolute address that a browser opens over http or https, by the generic syntax of RFC 3986:
/// no spaces, control characters, quotes or angle brackets, and a host.
pub fn is_web_address(text: &str) -> bool {
    let rest = ["https://", "http://"].iter().find_map(|scheme| {
        text.get(..scheme.len()).filter(|start| start.eq_ignore_ascii_case(scheme)).map(|_| &text[scheme.len()..])
    });
    rest.is_some_and(|rest| {
        rest.starts_with(|char: char| char.is_alphanumeric() || char == '[')
            && !rest.contains(|char: char| char.is_whitespace() || char.is_control() || "\"<>\\^`{|}".contains(char))
    })
}
