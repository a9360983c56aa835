//! What of a meeting is searched.

use super::archive::{Archive, Meeting};
use super::dataset::Place;
use super::date::{PartialDate, When};
use super::index::DATE;
use super::index::builder::Builder;
use super::spelling::ordinal_word;
use crate::wording;

/// Of a longer time every month can be searched for, but not every day.
const MOST_DAYS: usize = 62;
/// Nor every month of a time of many years.
const MOST_MONTHS: usize = 60;

/// The parts of a meeting that are searched. Sources are not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Title, number and date.
    Title,
    /// Themes, the place in all its names, its country, venue and format.
    ThemeAndPlace,
    /// People with office and part.
    People,
    /// Documents with kind and note.
    Documents,
    /// Topics, quotes, notes and the events around.
    Notes,
}

impl Part {
    /// All parts, the weightiest first.
    pub const ALL: [Self; 5] = [Self::Title, Self::ThemeAndPlace, Self::People, Self::Documents, Self::Notes];

    /// What a word in it counts for.
    pub fn weight(self) -> u32 {
        match self {
            Self::Title => 8,
            Self::ThemeAndPlace => 5,
            Self::People => 3,
            Self::Documents => 2,
            Self::Notes => 1,
        }
    }
}

/// Adds a meeting to an index.
pub fn add(builder: &mut Builder, archive: &Archive, meeting: &Meeting) {
    for part in Part::ALL {
        lines_of_its_own(archive, meeting, part).iter().for_each(|line| builder.line(part, line));
    }
    for theme in archive.themes_of(meeting) {
        builder.shared(Part::ThemeAndPlace, &theme.id, &|| vec![theme.label.clone()]);
    }
    if let Some(place) = archive.place_of(meeting) {
        // No id has a space.
        builder.shared(Part::ThemeAndPlace, &format!("place {}", place.id), &|| lines_of_place(place));
    }
    if let Some(number) = meeting.record.number {
        builder.word(Part::Title, &ordinal_word(number));
    }
    for date in dates(meeting.when) {
        builder.word(Part::Title, &date);
    }
    builder.end_meeting();
}

/// The words that stand for the days of a time, or for its months where days are not known or many.
fn dates(when: When) -> Vec<String> {
    let word = |date: PartialDate| format!("{DATE}{date}");
    let (first, last) = (when.start.first_day(), when.last_day());
    if let PartialDate::Year(_) = when.start {
        return Vec::new();
    }
    let day = |date: &jiff::civil::Date| date.tomorrow().ok();
    let days: Vec<_> =
        std::iter::successors(Some(first), day).take_while(|date| *date <= last).take(MOST_DAYS + 1).collect();
    if when.has_days() && days.len() <= MOST_DAYS {
        return days.into_iter().map(|date| word(PartialDate::Day(date))).collect();
    }
    let month = |date: &jiff::civil::Date| date.last_of_month().tomorrow().ok();
    let months = std::iter::successors(Some(first.first_of_month()), month).take_while(|date| *date <= last);
    months.take(MOST_MONTHS).map(|date| word(PartialDate::Month(date))).collect()
}

/// What stands in a part of a meeting, as readers see it, a line for each thing.
pub fn lines(archive: &Archive, meeting: &Meeting, part: Part) -> Vec<String> {
    let mut lines = lines_of_its_own(archive, meeting, part);
    if part == Part::ThemeAndPlace {
        lines.extend(archive.themes_of(meeting).map(|theme| theme.label.clone()));
        lines.extend(archive.place_of(meeting).into_iter().flat_map(lines_of_place));
    }
    lines
}

fn lines_of_place(place: &Place) -> Vec<String> {
    let names = place.names.iter().flat_map(|(_, names)| names.as_slice());
    let mut lines: Vec<String> = std::iter::once(&place.name).chain(names).cloned().collect();
    lines.extend(place.country.as_deref().map(|code| wording::country_or_code(code).to_owned()));
    lines.extend(place.region.iter().chain(&place.note).cloned());
    lines
}

/// The same without what it has in common with others, its themes and its place.
fn lines_of_its_own(archive: &Archive, meeting: &Meeting, part: Part) -> Vec<String> {
    let record = &meeting.record;
    let mut lines: Vec<String> = Vec::new();
    match part {
        Part::Title => {
            lines.push(record.title.clone());
            lines.push(wording::when(meeting.when));
        }
        Part::ThemeAndPlace => {
            lines.extend(record.venue.clone());
            lines.extend(record.format.clone());
        }
        Part::People => {
            for participation in &record.people {
                let name = archive.person(&participation.person).map(|person| person.name.as_str());
                let said = [name, participation.office.as_deref(), participation.part.as_deref()];
                lines.push(said.into_iter().flatten().collect::<Vec<_>>().join(", "));
            }
        }
        Part::Documents => {
            for document in &record.documents {
                let kinds = document.kind.as_slice().iter().map(String::as_str);
                let said = std::iter::once(document.title.as_str()).chain(kinds).chain(document.note.as_deref());
                lines.push(said.collect::<Vec<_>>().join(", "));
            }
        }
        Part::Notes => {
            let statements = record.topics.iter().chain(&record.notes).chain(&record.quotes);
            lines.extend(statements.map(|statement| statement.text().to_owned()));
            let events = record.within.iter().chain(&record.alongside);
            lines.extend(events.map(|event| event.title.clone()));
        }
    }
    lines
}
