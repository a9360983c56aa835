//! What of a meeting is searched: the one list of its lines, for the index and for showing why it was found.

use crate::core::archive::format::{ByName, Place, Statement};
use crate::core::archive::names::{Names, without_years};
use crate::core::archive::{Archive, Meeting};
use crate::core::search::field::Field;
use crate::core::search::index::builder::Builder;
use crate::core::search::index::words::DATE;
use crate::core::text::date::{PartialDate, When};
use crate::core::text::ordinal::ordinal_word;

/// Of a longer time every month can be searched for, but not every day.
const MOST_DAYS: usize = 62;
/// Nor every year of a time of more than a century.
const MOST_YEARS: usize = 120;
/// Nor every month of a time of many years.
const MOST_MONTHS: usize = 60;

/// A line of what stands in a meeting, as readers see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The field it is in.
    pub field: Field,
    /// The line.
    pub text: String,
    /// Whether the meeting's row in the list shows it.
    pub is_in_row: bool,
}

impl Line {
    fn new(field: Field, text: String, is_in_row: bool) -> Self {
        Self { field, text, is_in_row }
    }

    fn beside(field: Field, text: String) -> Self {
        Self { field, text, is_in_row: false }
    }
}

/// Adds a meeting to an index.
pub fn add(builder: &mut Builder, archive: &Archive, meeting: &Meeting, names: &Names) {
    own_lines(archive, meeting, names).iter().for_each(|line| builder.line(line.field, &line.text));
    for theme in archive.themes_of(meeting) {
        builder.shared(Field::ThemeAndPlace, &theme.id, &|| vec![theme.label.clone()]);
    }
    for place in archive.places_of(meeting) {
        let lines = || lines_of_place(place, names, true).into_iter().map(|line| line.text).collect();
        // No id has a space.
        builder.shared(Field::ThemeAndPlace, &format!("place {}", place.id), &lines);
        if let Some(code) = &place.country {
            builder.shared(Field::ThemeAndPlace, &format!("country {code}"), &|| vec![elsewhere(code, names)]);
        }
    }
    if let Some(number) = meeting.record.number {
        builder.word(Field::Title, &ordinal_word(number));
    }
    for date in dates(meeting.when) {
        builder.word(Field::Title, &date);
    }
    // The first and the last year stand in the time as it is printed; but it was held in those between them too.
    for year in meeting.when.years().skip(1).take(MOST_YEARS) {
        builder.word(Field::Title, &format!("{year:04}"));
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

/// All lines of a meeting that are searched, in reading order. Sources are not.
pub fn lines(archive: &Archive, meeting: &Meeting, names: &Names) -> Vec<Line> {
    let mut lines = own_lines(archive, meeting, names);
    // Title and date stand first, then what the meeting has in common with others.
    let rest = lines.split_off(lines.iter().take_while(|line| line.field == Field::Title).count());
    for theme in archive.themes_of(meeting) {
        lines.push(Line::new(Field::ThemeAndPlace, theme.label.clone(), archive.is_in_row("themes")));
    }
    for place in archive.places_of(meeting) {
        lines.extend(lines_of_place(place, names, archive.is_in_row("place")));
        let country = place.country.iter();
        lines.extend(country.map(|code| Line::beside(Field::ThemeAndPlace, elsewhere(code, names))));
    }
    lines.extend(rest);
    lines
}

/// A country as the region's other languages call it, in one line.
fn elsewhere(code: &str, names: &Names) -> String {
    (names.country_elsewhere)(code).join(", ")
}

fn lines_of_place(place: &Place, names: &Names, is_in_row: bool) -> Vec<Line> {
    let field = Field::ThemeAndPlace;
    let others = place.names.iter().flat_map(|(_, names)| names.as_slice()).chain(&place.region).chain(&place.note);
    let shown = |text: &str| Line::new(field, text.to_owned(), is_in_row);
    let mut lines = vec![shown(&place.name)];
    lines.extend(place.country.as_deref().map(|code| shown(without_years(&(names.country)(code)))));
    lines.extend(others.map(|text| Line::beside(field, text.clone())));
    lines
}

/// The lines of a meeting without what it has in common with others, its themes and its places.
fn own_lines(archive: &Archive, meeting: &Meeting, names: &Names) -> Vec<Line> {
    let record = &meeting.record;
    let mut lines = vec![Line::new(Field::Title, record.title.clone(), true)];
    let mut add = |field: Field, text: String| lines.push(Line::beside(field, text));
    add(Field::Title, (names.when)(meeting.when));
    texts(&record.translations).for_each(|text| add(Field::Title, text.clone()));
    let mut add_if = |key: &str, text: &String| {
        lines.push(Line::new(Field::ThemeAndPlace, text.clone(), archive.is_in_row(key)));
    };
    record.venue.iter().for_each(|venue| add_if("venue", venue));
    record.format.iter().for_each(|format| add_if("format", format));
    record.facets.iter().for_each(|(key, texts)| texts.as_slice().iter().for_each(|text| add_if(key, text)));
    let mut add = |field: Field, text: String| lines.push(Line::beside(field, text));
    record.reference.iter().for_each(|text| add(Field::ThemeAndPlace, text.clone()));
    let status = record.status.as_deref().and_then(names.word);
    status.into_iter().for_each(|status| add(Field::ThemeAndPlace, status.to_owned()));
    // Where nothing of people is published, nobody is found by them.
    let has_people = archive.dataset.people_pages != Some(false);
    for of in record.all_people().filter(|_| has_people) {
        let name = archive.person(&of.person).map(|person| person.name.as_str());
        let said = [name, of.office.as_deref(), of.organisation.as_deref(), of.part.as_deref()];
        add(Field::People, said.into_iter().flatten().collect::<Vec<_>>().join(", "));
    }
    for document in record.all_documents() {
        let kinds = document.kind.as_slice().iter().map(String::as_str);
        let said = std::iter::once(document.title.as_str()).chain(kinds).chain(document.note.as_deref());
        add(Field::Documents, said.collect::<Vec<_>>().join(", "));
    }
    let mut note = |text: &str| add(Field::Notes, text.to_owned());
    record.topics.iter().for_each(|topic| each_text(topic, &mut note));
    for item in &record.agenda {
        note(&item.title);
        texts(&item.translations).for_each(|text| note(text));
        item.text.iter().chain(&item.decision).for_each(|text| each_text(text, &mut note));
    }
    record.notes.iter().chain(&record.quotes).for_each(|text| each_text(text, &mut note));
    archive.chairs_at(meeting.when).for_each(|chair| note(&chair.line()));
    record.within.iter().chain(&record.alongside).for_each(|event| note(&event.title));
    lines
}

/// All texts of an object whose names are languages or keys.
fn texts(by_name: &ByName) -> impl Iterator<Item = &String> {
    by_name.iter().flat_map(|(_, texts)| texts.as_slice())
}

/// A text in all its languages.
fn each_text(statement: &Statement, tell: &mut dyn FnMut(&str)) {
    tell(statement.text());
    statement.translations().iter().flat_map(|(_, texts)| texts.as_slice()).for_each(|text| tell(text));
}
