//! What the timeline shows: what the core draws, and what the records that are there tell of it.

use leptos::prelude::*;

use crate::core::address::query::Query;
use crate::core::archive::format::Chairmanship;
use crate::core::search::explore::Shown;
use crate::core::search::index::piece::Piece;
use crate::core::search::timeline::{Asked, Mark, Timeline, by_year, timeline};
use crate::core::search::times::{Day, Time, Times, term};
use crate::core::text::date::{PartialDate, When};
use crate::language::{dates, messages, timeline as words};
use crate::views::site::{Needed, Site};

/// Up to so many marks have a label beside them.
const LABELLED: usize = 24;
/// What a letter takes of the width.
pub const LETTER: u32 = 7;
/// The facet of the years.
const YEAR: &str = "year";

/// What is shown.
pub struct Scene {
    /// Where it stands.
    pub drawn: Timeline,
    /// The query whose meetings they are.
    pub query: Query,
    /// The years in which meetings were held, and how many in each.
    pub years: Vec<(i32, usize)>,
    /// Who chaired a body when, as far as that is known and falls into the time shown.
    pub chairs: Vec<(&'static Chairmanship, Day, Day)>,
}

/// What is told of a mark.
pub struct Named {
    /// The title of the meeting; empty as long as its record has not come.
    pub title: String,
    /// When it was held.
    pub when: String,
    /// Where, its status, and what it was a part of.
    pub others: Vec<String>,
    /// Its id.
    pub id: Option<&'static str>,
    /// Its number and place, as they stand beside it.
    pub label: String,
    /// The days of the larger event.
    pub event: Option<(Day, Day)>,
}

impl Scene {
    /// What is shown of what was found; none where nothing was, or as long as nobody knows when that was held.
    pub fn new(site: Site, shown: &Shown, width: u32) -> Option<Self> {
        let times = times(site)?;
        let has_few = shown.all.count_ones(..) <= LABELLED;
        let has_labels = has_few && shown.all.ones().all(|at| site.records.get(at).is_some());
        let label = |at: usize| if has_labels { room(&named(site, at, None).label) } else { 0 };
        let gaps: &[usize] = if shown.query.is_narrowed() { &[] } else { &site.catalogue.gaps };
        let drawn = timeline(&Asked {
            times,
            found: &shown.all,
            years: shown.query.years(),
            has_single_years: !shown.query.values(YEAR).is_empty(),
            gaps,
            width,
            label: &label,
        })?;
        let years = by_year(times, &shown.all, drawn.years());
        let mut chairs = Vec::new();
        if drawn.marks.is_empty() || site.archive.meetings.len() >= site.catalogue.count() {
            add_chairs(&mut chairs, &site.archive.dataset.chairmanships, &drawn);
        }
        for mark in &drawn.marks {
            match site.records.get(mark.at) {
                Some((archive, _)) => add_chairs(&mut chairs, &archive.dataset.chairmanships, &drawn),
                None => {
                    site.arrived.track();
                    site.ask.run(Needed::Record(mark.at));
                }
            }
        }
        Some(Self { drawn, query: shown.query.clone(), years, chairs })
    }

    /// The bodies that were chaired, each once.
    pub fn bodies(&self) -> Vec<&'static str> {
        let mut bodies: Vec<&str> = Vec::new();
        for (chair, ..) in &self.chairs {
            if !bodies.contains(&chair.body.as_str()) {
                bodies.push(&chair.body);
            }
        }
        bodies
    }

    /// Whether a meeting that is shown was held in these years.
    pub fn has_any(&self, first: i32, last: i32) -> bool {
        self.years.iter().any(|(year, _)| first <= *year && *year <= last)
    }

    /// The address of some of the years alone; none where they are all that is shown.
    pub fn only(&self, site: Site, first: i32, last: i32) -> Option<String> {
        let is_part = self.drawn.years() != (first, last);
        (is_part && self.has_any(first, last)).then(|| site.explorer(with_years(&self.query, first, last)))
    }
}

/// A query for some years instead of those that it asks for.
pub fn with_years(query: &Query, first: i32, last: i32) -> Query {
    let year = |year: i32| i16::try_from(year).ok();
    query.with_values(YEAR, Vec::new()).with_years(year(first), year(last))
}

/// A query for all years; none where it asks for no others.
pub fn with_all_years(query: &Query) -> Option<Query> {
    let is_narrowed = query.years() != (None, None) || !query.values(YEAR).is_empty();
    is_narrowed.then(|| query.with_values(YEAR, Vec::new()).with_years(None, None))
}

/// When all meetings were held; as long as that has not come, it is asked for.
fn times(site: Site) -> Option<&'static Times> {
    let times = &site.catalogue.times;
    if times.get().is_none() && site.archive.meetings.len() < site.catalogue.count() {
        site.arrived.track();
        site.ask.run(Needed::Piece(Piece::Times));
        return None;
    }
    Some(times.get_or_init(|| Times::of(site.archive)))
}

/// Adds those who chaired while something of it is shown, each once.
fn add_chairs(all: &mut Vec<(&'static Chairmanship, Day, Day)>, chairs: &'static [Chairmanship], drawn: &Timeline) {
    for chair in chairs {
        let is_same =
            |other: &Chairmanship| other.body == chair.body && other.holder == chair.holder && other.from == chair.from;
        if let Some((from, to)) = term(chair)
            && drawn.span(from, to).is_some()
            && !all.iter().any(|(other, ..)| is_same(other))
        {
            all.push((chair, from, to));
        }
    }
}

/// The room that a text takes; letters of the East take twice as much.
pub fn room(text: &str) -> u32 {
    text.chars().map(|char| if char < '\u{1100}' { LETTER } else { 2 * LETTER }).sum()
}

/// What is told of the meeting at this position; without its record when it was held, where that is known.
pub fn named(site: Site, at: usize, time: Option<Time>) -> Named {
    let Some((archive, of)) = site.records.get(at) else {
        let when = time.and_then(Time::when).map(dates::when).unwrap_or_default();
        return Named { title: String::new(), when, others: Vec::new(), id: None, label: String::new(), event: None };
    };
    let meeting = &archive.meetings[of];
    let record = &meeting.record;
    let mut others: Vec<String> = archive.places_of(meeting).map(|place| place.name.clone()).collect();
    let number = record.number.map(|number| number.to_string());
    let label: Vec<&str> = number.as_deref().into_iter().chain(others.first().map(String::as_str)).collect();
    let label = label.join(" · ");
    others.extend(record.unusual_status().map(|status| messages::word(status).unwrap_or(status).to_owned()));
    let mut event = None;
    if let Some(within) = &record.within {
        let date = |text: &Option<String>| text.as_deref().and_then(PartialDate::parse_time);
        let when = date(&within.start).and_then(|start| When::new(start, date(&within.end)));
        others.push(words::within(&within.title, &when.map(dates::when).unwrap_or_default()));
        event = when.map(|when| Time::of(when)).map(|time| (time.first, time.last));
    }
    let (title, when) = (record.title.clone(), dates::when(meeting.when));
    Named { title, when, others, id: Some(&record.id), label, event }
}

/// The name of a mark.
pub fn name(site: Site, mark: &Mark) -> (Named, String) {
    let named = named(site, mark.at, Some(mark.time));
    let name = words::mark(&named.title, &named.when, &named.others);
    (named, name)
}

/// For each body who chaired it, in the order of time, each who follows themselves once.
pub fn holders(scene: &Scene) -> Vec<(&'static str, Vec<&'static str>)> {
    let of = |body: &'static str| {
        let mut holders: Vec<&str> = Vec::new();
        for (chair, ..) in scene.chairs.iter().filter(|(chair, ..)| chair.body == body) {
            if holders.last() != Some(&chair.holder.as_str()) {
                holders.push(&chair.holder);
            }
        }
        (body, holders)
    };
    scene.bodies().into_iter().map(of).collect()
}
