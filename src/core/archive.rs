//! An archive that has been read and judged: what every page is made of.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Deserialize;

use super::check::{check, is_web_address};
use super::dataset::{self, Chairmanship, Dataset, Gap, Person, Place, Source, Theme, VERSION};
use super::date::{PartialDate, When};
use super::facet::Facets;
use super::order::sorted;
use super::problem::{Problem, ReadError};
use super::search::Texts;

/// A sound archive: every id is well formed and unique, every date exists. Meetings stand in the order of time.
#[derive(Debug)]
pub struct Archive {
    /// What the file says besides its meetings.
    pub dataset: Dataset,
    /// The sound meetings by start, then end, then id.
    pub meetings: Vec<Meeting>,
    /// The gaps by number, each with the number of meetings that stand before it in time.
    pub gaps: Vec<(usize, Gap)>,
    /// The number of meetings in the file that are left out for their problems.
    pub left_out: usize,
    /// All that is wrong with the file.
    pub problems: Vec<Problem>,
    /// The facets with their values.
    pub facets: Facets,
    /// The words of the meetings, as search reads them.
    pub texts: Texts,
    /// The positions of the meetings by their ids.
    by_id: Vec<usize>,
}

/// A meeting with its dates read.
#[derive(Debug)]
pub struct Meeting {
    /// The record as it stands in the file.
    pub record: dataset::Meeting,
    /// When it was held.
    pub when: When,
}

impl Archive {
    /// Reads an archive from the text of its dataset. Faulty meetings are left out and named in `problems`.
    ///
    /// # Errors
    /// Where the text is no dataset of this format at all.
    pub fn read(json: &str) -> Result<Self, ReadError> {
        read_dataset(json).map(Self::new)
    }

    fn new(mut dataset: Dataset) -> Self {
        let problems = check(&dataset);
        let faulty = Faulty::of(&problems);
        dataset.themes.sound.retain(|(index, _)| !faulty.id("themes", *index));
        dataset.places.sound.retain(|(index, _)| !faulty.id("places", *index));
        dataset.people.sound.retain(|(index, _)| !faulty.id("people", *index));
        dataset.sources.sound.retain(|(index, _)| !faulty.id("sources", *index));
        for (_, source) in &mut dataset.sources.sound {
            // An address becomes a link, so a bad one must not reach a page.
            source.url.take_if(|url| !is_web_address(url));
        }
        let file = std::mem::take(&mut dataset.meetings);
        let count = file.sound.len() + file.misshapen.len();
        let sound = file.sound.into_iter().filter(|(index, _)| !faulty.any("meetings", *index));
        let meetings: Vec<Meeting> = sound.filter_map(|(_, record)| Meeting::read(record)).collect();
        let left_out = count - meetings.len();
        let order = sorted(meetings.len(), &|a, b| meetings[a].in_time().cmp(&meetings[b].in_time()));
        let meetings = in_order(meetings, &order);
        let gaps = std::mem::take(&mut dataset.gaps);
        let gaps = gaps.sound.into_iter().filter(|(index, _)| !faulty.any("gaps", *index)).map(|(_, gap)| gap);
        let gaps: Vec<(usize, Gap)> = gaps.map(|gap| (meetings_before(&meetings, gap.number), gap)).collect();
        let order = sorted(gaps.len(), &|a, b| gaps[a].1.number.cmp(&gaps[b].1.number));
        let gaps = in_order(gaps, &order);
        let by_id = sorted(meetings.len(), &|a, b| meetings[a].record.id.cmp(&meetings[b].record.id));
        let mut archive = Self {
            left_out,
            dataset,
            meetings,
            gaps,
            problems,
            facets: Facets::default(),
            texts: Texts::default(),
            by_id,
        };
        archive.facets = Facets::of(&archive);
        archive.texts = Texts::of(&archive);
        archive
    }

    /// The position of the meeting with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        let found = self.by_id.binary_search_by(|at| self.meetings[*at].record.id.as_str().cmp(id));
        found.ok().and_then(|index| self.by_id.get(index)).copied()
    }

    /// The theme with this id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.dataset.themes.iter().find(|theme| theme.id == id)
    }

    /// The place with this id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.dataset.places.iter().find(|place| place.id == id)
    }

    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.dataset.people.iter().find(|person| person.id == id)
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.dataset.sources.iter().find(|source| source.id == id)
    }

    /// The place of a meeting.
    pub fn place_of(&self, meeting: &Meeting) -> Option<&Place> {
        meeting.record.place.as_deref().and_then(|id| self.place(id))
    }

    /// The chairmanships into whose time the beginning of `when` falls, in the file's order. A chair has passed on at
    /// the beginning of its `to`.
    pub fn chairs_at(&self, when: When) -> impl Iterator<Item = &Chairmanship> {
        let day = when.start.first_day();
        self.dataset.chairmanships.iter().filter(move |chair| {
            let from = PartialDate::parse(&chair.from).map(PartialDate::first_day);
            let to = PartialDate::parse(&chair.to).map(PartialDate::first_day);
            from.is_some_and(|from| from <= day) && to.is_some_and(|to| day < to)
        })
    }

    /// The positions of the other meetings that share a theme or the place with the one at `position`, in the order
    /// of time.
    pub fn related(&self, position: usize) -> Vec<usize> {
        let Some(this) = self.meetings.get(position).map(|meeting| &meeting.record) else {
            return Vec::new();
        };
        let shares = |other: &dataset::Meeting| {
            other.themes.iter().any(|theme| this.themes.contains(theme))
                || (this.place.is_some() && other.place == this.place)
        };
        let others =
            self.meetings.iter().enumerate().filter(|(index, other)| *index != position && shares(&other.record));
        others.map(|(index, _)| index).collect()
    }

    /// The positions of the meetings whose ids are most like `text`, the likest first, at most `count`.
    pub fn nearest(&self, text: &str, count: usize) -> Vec<usize> {
        let likeness = |meeting: &Meeting| strsim::jaro_winkler(text, &meeting.record.id);
        let likeness: Vec<f64> = self.meetings.iter().map(likeness).collect();
        let mut order = sorted(likeness.len(), &|a, b| likeness[b].total_cmp(&likeness[a]));
        order.retain(|position| likeness[*position] > 0.6);
        order.truncate(count);
        order
    }
}

impl Meeting {
    /// A meeting from its record; `None` if its dates are not sound.
    fn read(record: dataset::Meeting) -> Option<Self> {
        let end = record.end.as_deref().and_then(PartialDate::parse);
        let when = When::new(PartialDate::parse(&record.start)?, end)?;
        Some(Self { record, when })
    }

    /// What meetings are ordered by: their beginning, their end, their id.
    fn in_time(&self) -> (Date, Date, &str) {
        (self.when.start.first_day(), self.when.last_day(), &self.record.id)
    }
}

/// The same things in another order.
fn in_order<T>(things: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    order.iter().filter_map(|at| things.get_mut(*at)?.take()).collect()
}

/// Parses the text of a dataset without judging its values.
///
/// # Errors
/// Where the text is no dataset of this format at all.
pub fn read_dataset(json: &str) -> Result<Dataset, ReadError> {
    let dataset: Dataset = serde_json::from_str(json).map_err(|error| {
        // Another version may well have another shape, and then that is what the reader should hear.
        match serde_json::from_str::<Versioned>(json) {
            Ok(Versioned { version }) if version != u64::from(VERSION) => ReadError::Version(version),
            _ => ReadError::from(error),
        }
    })?;
    if dataset.version == VERSION { Ok(dataset) } else { Err(ReadError::Version(dataset.version.into())) }
}

#[derive(Deserialize)]
struct Versioned {
    version: u64,
}

/// The number of meetings that stand before the gap with this number: those up to the last one with a lower number,
/// or else those up to the first one with a higher number.
fn meetings_before(meetings: &[Meeting], number: u32) -> usize {
    let is = |test: fn(&u32, &u32) -> bool| {
        move |meeting: &Meeting| meeting.record.number.is_some_and(|of| test(&of, &number))
    };
    let lower = meetings.iter().rposition(is(u32::lt)).map(|index| index + 1);
    lower.or_else(|| meetings.iter().position(is(u32::gt))).unwrap_or(meetings.len())
}

/// The records that problems are in, by the paths of the records; with how many of them are in the id.
struct Faulty<'a>(BTreeMap<&'a str, usize>);

impl<'a> Faulty<'a> {
    fn of(problems: &'a [Problem]) -> Self {
        let mut faulty = BTreeMap::new();
        for path in problems.iter().map(|problem| problem.path.as_str()) {
            if let Some(end) = path.find(']') {
                *faulty.entry(&path[..=end]).or_default() += usize::from(&path[end + 1..] == ".id");
            }
        }
        Self(faulty)
    }

    /// Whether the record's id is at fault, so that nothing can name the record.
    fn id(&self, list: &str, index: usize) -> bool {
        self.0.get(format!("{list}[{index}]").as_str()).is_some_and(|ids| *ids > 0)
    }

    /// Whether anything in the record is at fault.
    fn any(&self, list: &str, index: usize) -> bool {
        self.0.contains_key(format!("{list}[{index}]").as_str())
    }
}
