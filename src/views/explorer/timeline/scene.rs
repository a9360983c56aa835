//! What the timeline shows: what the core draws, and what the records that are there tell of it.

use leptos::prelude::*;

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::format::{Chairmanship, Gap};
use crate::core::search::explore::Shown;
use crate::core::search::index::piece::Piece;
use crate::core::search::timeline::{Asked, Timeline, by_year, timeline};
use crate::core::search::times::{Day, Time, Times, term, year};
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
    /// The site.
    pub site: Site,
    /// Where it stands.
    pub drawn: Timeline,
    /// The query whose meetings they are.
    pub query: Query,
    /// The years in which meetings were held, and how many in each.
    pub years: Vec<(i32, usize)>,
    /// Who chaired a body when, as far as that is known and falls into the time shown.
    pub chairs: Vec<&'static Chairmanship>,
}

/// What is told of a meeting.
#[derive(Default)]
pub struct Named {
    /// Its title, when and where it was held, its status, and what it was a part of.
    pub name: String,
    /// Its address; empty as long as its record has not come.
    pub href: String,
    /// Its place, as it stands beside it: whoever speaks to the page says what is seen, so it is a part of the name.
    pub label: String,
    /// The first and the last day of the larger event.
    pub event: Option<(Day, Day)>,
}

impl Scene {
    /// What is shown of what was found; none where nothing was, or as long as nobody knows when that was held.
    pub fn new(site: Site, shown: &Shown, width: u32) -> Option<Self> {
        let is_whole = site.archive.meetings.len() >= site.catalogue.count();
        let times = &site.catalogue.times;
        if times.get().is_none() && !is_whole {
            site.arrived.track();
            site.ask.run(Needed::Piece(Piece::Times));
            return None;
        }
        let has_labels = shown.found <= LABELLED && shown.all.ones().all(|at| site.records.get(at).is_some());
        let label = |at: usize| if has_labels { room(&named(site, at, None).label) } else { 0 };
        let asked = Asked {
            times: times.get_or_init(|| Times::of(site.archive)),
            found: &shown.all,
            years: shown.query.years(),
            has_single_years: !shown.query.values(YEAR).is_empty(),
            gaps: if shown.query.is_narrowed() { &[] } else { &site.catalogue.gaps },
            width,
            label: &label,
        };
        let drawn = timeline(&asked)?;
        let years = by_year(&drawn, &asked);
        let mut scene = Self { site, drawn, query: shown.query.clone(), years, chairs: Vec::new() };
        if is_whole {
            scene.add_chairs(&site.archive.dataset.chairmanships);
            return Some(scene);
        }
        // Each record comes with those who chaired at its time.
        for at in 0..scene.drawn.marks.len() {
            let mark = &scene.drawn.marks[at];
            match site.records.get(mark.at).filter(|_| !mark.is_gap) {
                Some((archive, _)) => scene.add_chairs(&archive.dataset.chairmanships),
                None if mark.is_gap => {}
                None => {
                    site.arrived.track();
                    site.ask.run(Needed::Record(mark.at));
                }
            }
        }
        Some(scene)
    }

    /// Adds those who chaired while something of it is shown, each once.
    fn add_chairs(&mut self, chairs: &'static [Chairmanship]) {
        for chair in chairs {
            let is_shown = term(chair).is_some_and(|(from, to)| self.drawn.span(from, to).is_some());
            let is_there = self.chairs.iter().any(|other| other.line() == chair.line() && other.from == chair.from);
            if is_shown && !is_there {
                self.chairs.push(chair);
            }
        }
    }

    /// The meetings of which nothing is recorded, where the whole series is shown.
    pub fn lost(&self) -> &'static [(usize, Gap)] {
        if self.query.is_narrowed() { &[] } else { &self.site.archive.gaps }
    }

    /// The bodies that were chaired, each once.
    pub fn bodies(&self) -> Vec<&'static str> {
        let mut bodies: Vec<&str> = Vec::new();
        for chair in &self.chairs {
            if !bodies.contains(&chair.body.as_str()) {
                bodies.push(&chair.body);
            }
        }
        bodies
    }

    /// The address of the years from one day to another alone; empty where they are all that is shown.
    pub fn only(&self, first: Day, last: Day) -> String {
        let (first, last) = (year(first), year(last));
        if first <= year(self.drawn.first) && year(self.drawn.last) <= last {
            return String::new();
        }
        self.site.explorer(with_years(&self.query, first, last))
    }
}

/// A query for some years instead of those that it asks for.
pub fn with_years(query: &Query, first: i32, last: i32) -> Query {
    // Years have four digits.
    query.with_values(YEAR, Vec::new()).with_years(Some(first as i16), Some(last as i16))
}

/// The address of all years; empty where no others are asked for.
pub fn all_years(site: Site, query: &Query) -> String {
    if query.years() == (None, None) && query.values(YEAR).is_empty() {
        return String::new();
    }
    site.explorer(query.with_values(YEAR, Vec::new()).with_years(None, None))
}

/// The room that a text takes; letters of the East take twice as much.
pub fn room(text: &str) -> u32 {
    let mut room = 0;
    text.chars().for_each(|char| room += if char < '\u{1100}' { LETTER } else { 2 * LETTER });
    room
}

/// Adds something to a name.
#[inline(never)]
fn add(name: &mut String, between: &str, text: &str) {
    if !name.is_empty() && !text.is_empty() {
        name.push_str(between);
    }
    name.push_str(text);
}

/// What is told of the meeting at this position; without its record when it was held, where that is known.
pub fn named(site: Site, at: usize, time: Option<Time>) -> Named {
    let mut named = Named::default();
    let Some((archive, of)) = site.records.get(at) else {
        named.name = time.and_then(Time::when).map(dates::when).unwrap_or_default();
        return named;
    };
    let meeting = &archive.meetings[of];
    let record = &meeting.record;
    named.href = site.href(&Route::Meeting(record.id.clone()));
    add(&mut named.name, "", &record.title);
    add(&mut named.name, ", ", &dates::when(meeting.when));
    for (at, id) in record.place_ids().iter().enumerate() {
        let name = archive.place(id).map(|place| place.name.as_str()).unwrap_or_default();
        add(&mut named.name, ", ", name);
        if at == 0 {
            name.clone_into(&mut named.label);
        }
    }
    let status = record.unusual_status().map(|status| messages::word(status).unwrap_or(status));
    add(&mut named.name, ", ", status.unwrap_or_default());
    if let Some(within) = &record.within {
        let date = |text: &Option<String>| text.as_deref().and_then(PartialDate::parse_time);
        let mut told = String::new();
        if let Some(when) = date(&within.start).and_then(|start| When::new(start, date(&within.end))) {
            let time = Time::of(when);
            named.event = Some((time.first, time.last));
            told = dates::when(when);
        }
        add(&mut named.name, ", ", &words::within(&within.title, &told));
    }
    named
}
