//! Judges a dataset: every problem is found, all at once, each with the path of its field.

#[cfg(feature = "native")]
pub mod doubles;
pub mod facets;
pub mod later;
mod meeting;
mod publication;
pub mod signs;
pub mod sound;

use crate::core::archive::format::{ByName, Chairmanship, Dataset, Gap, OneOrMany, Place, Source, Statement, Theme};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Kind, Problem};
use crate::core::archive::values::{
    MAX_LATITUDE, MAX_LONGITUDE, NONE, day, is_contact, is_country, is_id, is_language, is_origin, is_web_address,
    is_within,
};
use crate::core::text::date::{PartialDate, When};
use crate::core::text::ids::Ids;
use crate::core::text::interner::Interner;
use crate::core::text::slug::value_id;

/// All problems of `dataset`: those that reading it has found already, and then what its values say, in the order of
/// the file's lists.
pub fn check(dataset: &Dataset, problems: Vec<Problem>) -> Vec<Problem> {
    let mut reported = Interner::default();
    problems.iter().for_each(|problem| _ = reported.number(&problem.path));
    let mut checker = Checker { known: Known::new(dataset), reported, problems };
    checker.archive(dataset);
    checker.problems
}

/// The ids that records may name.
struct Known {
    themes: Ids,
    places: Ids,
    people: Ids,
    sources: Ids,
    /// The keys of the facets whose values meetings hold themselves.
    facets: Ids,
}

fn ids<T>(records: &[T], id: impl Fn(&T) -> &str) -> Ids {
    Ids::new(&mut records.iter().map(id))
}

impl Known {
    fn new(dataset: &Dataset) -> Self {
        Self {
            themes: ids(&dataset.themes, |theme| &theme.id),
            places: ids(&dataset.places, |place| &place.id),
            people: ids(&dataset.people, |person| &person.id),
            sources: ids(&dataset.sources, |source| &source.id),
            facets: ids(&dataset.facets, |facet| &facet.key),
        }
    }
}

struct Checker {
    known: Known,
    /// The paths of the problems.
    reported: Interner,
    problems: Vec<Problem>,
}

impl Checker {
    fn report(&mut self, path: &Path, fault: Fault) {
        // A field of the wrong kind was read as empty: one word on it is enough.
        let problem = Problem::new(*path, fault);
        let known = self.reported.vocabulary.len();
        if self.reported.number(&problem.path) as usize == known {
            self.problems.push(problem);
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
        if let Some(modified) = &dataset.modified {
            self.day(&Path::top("modified"), modified);
        }
        if let Some(contact) = &dataset.contact
            && !is_contact(contact)
        {
            self.report(&Path::top("contact"), Fault::BadContact(contact.clone()));
        }
        self.publication(dataset);
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
        self.facets(&dataset.facets);
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
        self.former_ids(&dataset.meetings);
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

    fn statement(&mut self, path: &Path, statement: &Statement) {
        let text = if matches!(statement, Statement::Text(_)) { *path } else { path.field("text") };
        self.filled(&text, statement.text());
        if let Some(language) = statement.language() {
            self.language(&path.field("language"), language);
        }
        self.translations(path, statement.translations());
        self.source_ids(&path.field("source"), statement.source());
    }

    /// A text in other languages, one in each.
    fn translations(&mut self, path: &Path, translations: &[(String, OneOrMany)]) {
        self.by_language(&path.field("translations"), translations);
    }

    fn by_language(&mut self, within: &Path, texts: &[(String, OneOrMany)]) {
        for (language, texts) in texts {
            let path = within.field(language);
            self.language(&path, language);
            match texts.as_slice() {
                [text] => self.filled(&path, text),
                _ => self.report(&path, Fault::Kind(Kind::Text)),
            }
        }
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
        if let Some(seen) = &source.seen {
            self.day(&path.field("seen"), seen);
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
        match value_id(text).as_str() {
            "" => self.report(path, Fault::Empty),
            NONE => self.report(path, Fault::BadId(text.to_owned())),
            _ => {}
        }
    }

    /// The day of a change, of which no month or year alone is enough.
    fn day(&mut self, path: &Path, text: &str) {
        if day(text).is_none() {
            self.report(path, Fault::BadDay(text.to_owned()));
        }
    }

    fn date(&mut self, path: &Path, text: &str) -> Option<PartialDate> {
        let date = PartialDate::parse(text);
        if date.is_none() {
            self.report(path, Fault::BadDate(text.to_owned()));
        }
        date
    }

    /// A date where a time of day may stand.
    fn time(&mut self, path: &Path, text: &str) -> Option<PartialDate> {
        let time = PartialDate::parse_time(text);
        if time.is_none() {
            self.report(path, Fault::BadTime(text.to_owned()));
        }
        time
    }

    /// `start` and `end` of the record at `path`.
    fn span(&mut self, path: &Path, start: Option<&String>, end: Option<&String>) {
        let first = start.and_then(|start| self.time(&path.field("start"), start));
        let last = end.and_then(|end| self.time(&path.field("end"), end));
        if let (Some(start), Some(end), Some(first)) = (start, end, first)
            && last.is_some()
            && When::new(first, last).is_none()
        {
            self.report(&path.field("end"), Fault::EndBeforeStart(end.clone(), start.clone()));
        }
    }

    fn language(&mut self, path: &Path, tag: &str) {
        if !is_language(tag) {
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
