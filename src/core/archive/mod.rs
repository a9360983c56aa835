//! An archive that has been read and judged: what every page is made of.

#[cfg(feature = "native")]
pub mod bytes;
pub mod changed;
pub mod check;
pub mod citation;
pub mod facets;
pub mod format;
pub mod json;
#[cfg(feature = "native")]
mod keeper;
mod kinds;
#[cfg(feature = "native")]
pub mod lacks;
pub mod named;
mod named_people;
pub mod names;
pub mod path;
pub mod problem;
pub mod provenance;
pub mod reading;
pub mod record;
pub mod tidy;
#[cfg(feature = "native")]
pub mod unpublishable;
pub mod values;

use std::cmp::Ordering;

use self::check::check;
use self::check::signs::{take_away_signs, whole};
use self::check::sound::drop_unsound;
use self::format::{Chairmanship, Dataset, Gap, Person, Place, Source, Theme};
use self::json::Fields;
use self::problem::{Problem, ReadError};
use self::reading::{in_full, read_dataset, read_fields};
use self::record::Record;
use crate::core::text::date::{PartialDate, When};
use crate::core::text::distance::mistakes;
use crate::core::text::ids::Ids;
use crate::core::text::order::{sort, sorted};
use crate::core::text::slug::{slug, with_hash};

/// What a row of a list shows where the archive chooses nothing else.
const ROW: [&str; 3] = ["date", "place", "themes"];

/// A sound archive: every id is well formed and unique, every date exists. Meetings stand in the order of time.
#[derive(Debug)]
pub struct Archive {
    /// What the file says besides its meetings.
    pub dataset: Dataset,
    /// The sound meetings in the order of time.
    pub meetings: Vec<Meeting>,
    /// The gaps by number, each with the number of meetings that stand before it in time.
    pub gaps: Vec<(usize, Gap)>,
    /// The number of meetings in the file that are left out for their problems.
    pub left_out: usize,
    /// All that is wrong with the file.
    pub problems: Vec<Problem>,
    meeting_ids: Ids,
    theme_ids: Ids,
    place_ids: Ids,
    person_ids: Ids,
    source_ids: Ids,
}

/// A meeting with its dates read.
#[derive(Debug)]
pub struct Meeting {
    /// The record as it stands in the file.
    pub record: format::Meeting,
    /// When it was held.
    pub when: When,
}

impl Chairmanship {
    /// Whether a time begins while it lasts.
    pub fn is_at(&self, when: When) -> bool {
        let day = |text: &str| PartialDate::parse(text).map(PartialDate::first_day);
        let first = when.start.first_day();
        day(&self.from).is_some_and(|from| from <= first) && day(&self.to).is_some_and(|to| first < to)
    }
}

impl Archive {
    /// Reads an archive from the text of its dataset. Faulty meetings are left out and named in `problems`.
    ///
    /// # Errors
    /// Where the text is no dataset of this format at all.
    pub fn read(json: &str) -> Result<Self, ReadError> {
        let (json, halves) = whole(without_mark(json));
        let mut fields = read_fields(&json)?;
        let signs = take_away_signs(&mut fields, halves);
        let findings = in_full(&mut fields)?;
        Ok(Self::judged(Dataset::read(&mut fields), [signs, findings.problems].concat(), |_| Vec::new()))
    }

    /// The same of what the build has judged already, and written.
    ///
    /// # Errors
    /// Where the text is no dataset of this format at all.
    pub fn read_sound(json: &str) -> Result<Self, ReadError> {
        let dataset = read_dataset(json)?;
        let count = dataset.meetings.len();
        Ok(Self::new(dataset, count, Vec::new()))
    }

    /// An archive of the fields of a dataset, as the text has them.
    ///
    /// # Errors
    /// Where they are no dataset of this format at all.
    pub fn from_fields(mut fields: Fields) -> Result<Self, ReadError> {
        let findings = in_full(&mut fields)?;
        Ok(Self::judged(Dataset::read(&mut fields), findings.problems, |_| Vec::new()))
    }

    /// An archive of a dataset that nobody has judged; `problems` were found before, and `warn` finds what stops nothing.
    fn judged(mut dataset: Dataset, problems: Vec<Problem>, warn: fn(&Dataset) -> Vec<Problem>) -> Self {
        let count = dataset.meetings.len();
        let mut problems = check(&dataset, problems);
        problems.extend(warn(&dataset));
        drop_unsound(&mut dataset, &problems);
        Self::new(dataset, count, problems)
    }

    /// An archive of what is sound of a dataset, which had `count` meetings.
    fn new(mut dataset: Dataset, count: usize, problems: Vec<Problem>) -> Self {
        let meetings: Vec<Meeting> =
            std::mem::take(&mut dataset.meetings).into_iter().filter_map(Meeting::read).collect();
        let left_out = count - meetings.len();
        let order = sorted(meetings.len(), &|a, b| in_time(meetings[a].time(), meetings[b].time()));
        let meetings = in_order(meetings, &order);
        let gaps = std::mem::take(&mut dataset.gaps);
        let order = sorted(gaps.len(), &|a, b| gaps[a].number.cmp(&gaps[b].number));
        let gaps = in_order(gaps, &order);
        let gaps = gaps.into_iter().map(|gap| (meetings_before(&meetings, gap.number), gap)).collect();
        Self {
            meeting_ids: Ids::new(&mut meetings.iter().map(|of| of.record.id.as_str())),
            theme_ids: Ids::new(&mut dataset.themes.iter().map(|of| of.id.as_str())),
            place_ids: Ids::new(&mut dataset.places.iter().map(|of| of.id.as_str())),
            person_ids: Ids::new(&mut dataset.people.iter().map(|of| of.id.as_str())),
            source_ids: Ids::new(&mut dataset.sources.iter().map(|of| of.id.as_str())),
            left_out,
            dataset,
            meetings,
            gaps,
            problems,
        }
    }

    /// The position of the meeting with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.meeting_ids.position(id)
    }

    /// The meeting that had this id before.
    pub fn former(&self, id: &str) -> Option<&Meeting> {
        self.meetings.iter().find(|meeting| meeting.record.formerly.iter().any(|of| of == id))
    }

    /// The permanent id of the archive; without one in the file, a short form of its title, and of a title without a letter
    /// or digit a hash: two such archives share no id.
    pub fn id(&self) -> String {
        let title = &self.dataset.title;
        let made = || Some(slug(title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| with_hash("meetings", title));
        self.dataset.id.clone().unwrap_or_else(made)
    }

    /// What a row of a list shows beside title and status, in its order.
    pub fn row(&self) -> Vec<&str> {
        let chosen: Vec<&str> = self.dataset.row.iter().map(String::as_str).collect();
        if chosen.is_empty() { ROW.to_vec() } else { chosen }
    }

    /// Whether a row of a list shows what has this key.
    pub fn is_in_row(&self, key: &str) -> bool {
        let chosen = &self.dataset.row;
        chosen.iter().any(|of| of == key) || (chosen.is_empty() && ROW.contains(&key))
    }

    /// The theme with this id.
    pub fn theme(&self, id: &str) -> Option<&Theme> {
        self.theme_ids.position(id).and_then(|at| self.dataset.themes.get(at))
    }

    /// The place with this id.
    pub fn place(&self, id: &str) -> Option<&Place> {
        self.place_ids.position(id).and_then(|at| self.dataset.places.get(at))
    }

    /// The person with this id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.person_position(id).and_then(|at| self.dataset.people.get(at))
    }

    /// The position of the person with this id.
    pub fn person_position(&self, id: &str) -> Option<usize> {
        self.person_ids.position(id)
    }

    /// The position of the place with this id.
    pub fn place_position(&self, id: &str) -> Option<usize> {
        self.place_ids.position(id)
    }

    /// The people of whom something is published beside the text of the records: all, or nobody.
    pub fn people(&self) -> &[Person] {
        if self.dataset.people_pages == Some(false) { &[] } else { &self.dataset.people }
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.source_ids.position(id).and_then(|at| self.dataset.sources.get(at))
    }

    /// The themes of a meeting.
    pub fn themes_of(&self, meeting: &Meeting) -> impl Iterator<Item = &Theme> {
        meeting.record.themes.iter().filter_map(|id| self.theme(id))
    }

    /// The places of a meeting.
    pub fn places_of(&self, meeting: &Meeting) -> impl Iterator<Item = &Place> {
        meeting.record.place_ids().iter().filter_map(|id| self.place(id))
    }

    /// The chairmanships into whose time the beginning of `when` falls, in the file's order. A chair has passed on at
    /// the beginning of its `to`.
    pub fn chairs_at(&self, when: When) -> impl Iterator<Item = &Chairmanship> {
        self.dataset.chairmanships.iter().filter(move |chair| chair.is_at(when))
    }

    /// The positions of the other meetings that share a theme or the place with the one at `position`, the nearest in
    /// the order of time, at most `count`, in that order.
    pub fn related(&self, position: usize, count: usize) -> Vec<usize> {
        let Some(this) = self.meetings.get(position).map(|meeting| &meeting.record) else {
            return Vec::new();
        };
        let shares = |other: &format::Meeting| {
            other.themes.iter().any(|theme| this.themes.contains(theme))
                || other.place_ids().iter().any(|place| this.place_ids().contains(place))
        };
        let is_related = |at: &usize| self.meetings.get(*at).is_some_and(|other| shares(&other.record));
        let outwards = (1..self.meetings.len()).flat_map(|step| [position.checked_sub(step), Some(position + step)]);
        let mut related: Vec<usize> = outwards.flatten().filter(is_related).take(count).collect();
        sort(&mut related, &|a, b| a.cmp(&b));
        related
    }

    /// The positions of the meetings whose ids are most like `text`, the likest first, at most `count`.
    pub fn nearest(&self, text: &str, count: usize) -> Vec<usize> {
        let wanted: Vec<char> = text.chars().collect();
        let mistakes = |meeting: &Meeting| mistakes(&wanted, &meeting.record.id);
        let mistakes: Vec<usize> = self.meetings.iter().map(mistakes).collect();
        let mut order = sorted(mistakes.len(), &|a, b| mistakes[a].cmp(&mistakes[b]));
        order.retain(|position| mistakes[*position] <= text.len() / 2);
        order.truncate(count);
        order
    }
}

impl Meeting {
    /// A meeting from its record; `None` if its dates are not sound.
    pub fn read(record: format::Meeting) -> Option<Self> {
        let end = record.end.as_deref().and_then(PartialDate::parse_time);
        let when = When::new(PartialDate::parse_time(&record.start)?, end)?;
        Some(Self { record, when })
    }

    /// Its values of the archive's own facet with this key.
    pub fn own_values(&self, key: &str) -> &[String] {
        let own = self.record.facets.iter().find(|(of, _)| of == key);
        own.map(|(_, texts)| texts.as_slice()).unwrap_or_default()
    }

    /// What it is ordered by in time.
    fn time(&self) -> (When, &str) {
        (self.when, &self.record.id)
    }
}

/// The order of time of two meetings, each given by its time and its id: by beginning, then by end; of the same time by
/// id from z to a, so that the latest first means from a to z. Times of a day stand behind the day alone, as clocks had them
/// there: moments would put local times nowhere, and the order must not depend on which meetings are compared.
pub fn in_time(a: (When, &str), b: (When, &str)) -> Ordering {
    let time = |when: When| {
        let end = when.end.unwrap_or(when.start);
        (when.start.first_day(), when.start.minute(), when.last_day(), end.minute())
    };
    time(a.0).cmp(&time(b.0)).then_with(|| b.1.cmp(a.1))
}

/// A text without the mark that tells its encoding, with which a file may begin.
pub fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The same things in another order.
fn in_order<T>(things: Vec<T>, order: &[usize]) -> Vec<T> {
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    order.iter().filter_map(|at| things.get_mut(*at)?.take()).collect()
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
