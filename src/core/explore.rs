//! From an archive and a query to what is shown: the one place where meetings are filtered, counted and ordered.

use super::archive::Archive;
use super::facet::Facet;
use super::fold::fold;
use super::order::sort;
use super::query::{Query, Sort};
use super::search::Needles;

/// Meetings on one page of the list.
pub const PAGE_SIZE: usize = 50;

/// What the explorer shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The query as it was understood: without what the archive does not know, its values in the facets' order.
    pub query: Query,
    /// What was not understood, and skipped.
    pub notices: Vec<Notice>,
    /// The rows of this page.
    pub rows: Vec<Row>,
    /// The number of meetings found.
    pub found: usize,
    /// The number of pages, at least 1.
    pub pages: usize,
    /// For each facet the number of meetings that each of its values would show if the facet were otherwise empty.
    pub counts: [Vec<usize>; Facet::ALL.len()],
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Row {
    /// The meeting at this position of the archive.
    Meeting(usize),
    /// The gap at this position of the archive.
    Gap(usize),
}

/// Something in a query that the archive does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A value that no meeting has in the facet.
    UnknownValue(Facet, String),
    /// A parameter whose value cannot be read.
    Unread(&'static str, String),
    /// A range of years that ends before it begins.
    YearsReversed(i16, i16),
    /// A page past the end; with the number of pages.
    PastTheEnd(usize, usize),
}

/// A filter that is set, and the query without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActiveFilter {
    /// The facet it narrows.
    pub facet: Facet,
    /// What it asks for.
    pub value: FilterValue,
    /// The query without it.
    pub without: Query,
}

/// What a filter asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilterValue {
    /// A value, by its label.
    Label(String),
    /// Years from the first to the last, either of which may be open.
    Years(Option<i16>, Option<i16>),
}

/// What `archive` shows for `query`.
pub fn explore(archive: &Archive, query: &Query) -> Shown {
    let (mut query, mut notices) = understood(archive, query);
    let Matches { mut found, scores, counts } = matches(archive, &query);
    arrange(archive, &mut found, &scores, query.sort());
    let pages = found.len().div_ceil(PAGE_SIZE).max(1);
    if query.page() > pages {
        notices.push(Notice::PastTheEnd(query.page(), pages));
        query = query.with_page(1);
    }
    let first = (query.page() - 1) * PAGE_SIZE;
    let last = (first + PAGE_SIZE).min(found.len());
    let rows = rows(archive, &query, &found[first..last]);
    Shown { query, notices, rows, found: found.len(), pages, counts }
}

/// The positions of all meetings that `archive` has for `query`, in the order of time; and of the query what tells
/// which they are.
pub fn found(archive: &Archive, query: &Query) -> (Query, Vec<usize>) {
    let (query, _) = understood(archive, query);
    let found = matches(archive, &query).found;
    (query.unordered(), found)
}

/// The meetings that match a query.
struct Matches {
    /// Their positions in the order of time.
    found: Vec<usize>,
    /// For each meeting of the archive how well it matches the text.
    scores: Vec<u32>,
    /// See [`Shown::counts`].
    counts: [Vec<usize>; Facet::ALL.len()],
}

fn matches(archive: &Archive, query: &Query) -> Matches {
    let needles = Needles::of(query.text());
    let narrowing = Facet::ALL.map(|facet| Narrowing::of(archive, query, facet));
    let mut counts = Facet::ALL.map(|facet| vec![0; archive.facets.get(facet).values.len()]);
    let mut scores: Vec<u32> = vec![1; archive.meetings.len()];
    let mut found: Vec<usize> = Vec::new();
    for (position, score) in scores.iter_mut().enumerate() {
        if !needles.is_empty() {
            *score = archive.texts.score(position, &needles);
            if *score == 0 {
                continue;
            }
        }
        // A meeting counts for a facet if it passes all the others, so one that fails two counts nowhere.
        let mut failed =
            Facet::ALL.into_iter().filter(|facet| !narrowing[*facet as usize].passes(archive, *facet, position));
        let counted = match (failed.next(), failed.next()) {
            (None, _) => {
                found.push(position);
                &Facet::ALL[..]
            }
            (Some(facet), None) => &Facet::ALL[facet as usize..=facet as usize],
            _ => &[],
        };
        for facet in counted {
            for value in &archive.facets.get(*facet).of_meeting[position] {
                counts[*facet as usize][*value] += 1;
            }
        }
    }
    Matches { found, scores, counts }
}

/// The query without what the archive does not know, and what that was.
fn understood(archive: &Archive, query: &Query) -> (Query, Vec<Notice>) {
    let unread = query.unread().iter().map(|(key, value)| Notice::Unread(key, value.clone()));
    let mut notices: Vec<Notice> = unread.collect();
    let mut known = query.clone();
    for facet in Facet::ALL {
        let order = archive.facets.get(facet);
        let (ids, unknown): (Vec<_>, Vec<_>) =
            query.values(facet).iter().cloned().partition(|id| order.position(id).is_some());
        notices.extend(unknown.into_iter().map(|id| Notice::UnknownValue(facet, id)));
        let in_order = order.values.iter().map(|value| &value.id).filter(|id| ids.contains(id));
        known = known.with_values(facet, in_order.cloned().collect());
    }
    if let (Some(from), Some(to)) = query.years()
        && from > to
    {
        notices.push(Notice::YearsReversed(from, to));
        known = known.with_years(None, None);
    }
    (known.with_page(query.page()), notices)
}

/// What one facet lets through.
struct Narrowing {
    ticked: Vec<usize>,
    years: Option<(i16, i16)>,
}

impl Narrowing {
    fn of(archive: &Archive, query: &Query, facet: Facet) -> Self {
        let order = archive.facets.get(facet);
        let positions = query.values(facet).iter().filter_map(|id| order.position(id));
        let years = match query.years() {
            (None, None) => None,
            (from, to) => Some((from.unwrap_or(i16::MIN), to.unwrap_or(i16::MAX))),
        };
        Self { ticked: positions.collect(), years: years.filter(|_| facet == Facet::Year) }
    }

    fn passes(&self, archive: &Archive, facet: Facet, position: usize) -> bool {
        if self.ticked.is_empty() && self.years.is_none() {
            return true;
        }
        let in_range =
            self.years.is_some_and(|(from, to)| (from..=to).contains(&archive.meetings[position].when.start.year()));
        in_range || archive.facets.get(facet).of_meeting[position].iter().any(|value| self.ticked.contains(value))
    }
}

/// Orders what was found, which stands in the order of time before.
fn arrange(archive: &Archive, found: &mut [usize], scores: &[u32], by: Sort) {
    match by {
        Sort::Oldest => {}
        Sort::Newest => found.reverse(),
        Sort::Relevance => sort(found, &|a, b| (scores[b], b).cmp(&(scores[a], a))),
        Sort::Title => {
            let titles: Vec<String> = archive.meetings.iter().map(|meeting| fold(&meeting.record.title)).collect();
            sort(found, &|a, b| (&titles[a], a).cmp(&(&titles[b], b)));
        }
    }
}

/// The rows of a page of meetings, with the gaps at their places where the list is the whole series in its order.
fn rows(archive: &Archive, query: &Query, meetings: &[usize]) -> Vec<Row> {
    let whole = query.text().is_empty() && !query.has_filters();
    let forward = query.sort() == Sort::Oldest;
    if !whole || !(forward || query.sort() == Sort::Newest) {
        return meetings.iter().copied().map(Row::Meeting).collect();
    }
    let gaps = |before: usize| {
        let all = archive.gaps.iter().enumerate();
        let here: Vec<Row> = all.filter(|(_, (at, _))| *at == before).map(|(index, _)| Row::Gap(index)).collect();
        if forward { here } else { here.into_iter().rev().collect() }
    };
    let count = archive.meetings.len();
    let mut rows = Vec::with_capacity(meetings.len() + archive.gaps.len());
    // A gap stands on the page of the meeting before which the list reaches it; the last one behind all meetings.
    for &position in meetings {
        rows.extend(gaps(if forward { position } else { position + 1 }));
        rows.push(Row::Meeting(position));
    }
    let last = if forward { count.checked_sub(1) } else { Some(0) };
    if meetings.is_empty() || meetings.last().copied() == last {
        rows.extend(gaps(if forward { count } else { 0 }));
    }
    rows
}

impl Shown {
    /// The filters that are set, in the order of the address.
    pub fn active_filters(&self, archive: &Archive) -> Vec<ActiveFilter> {
        let mut active = Vec::new();
        for facet in Facet::ALL {
            let order = archive.facets.get(facet);
            for id in self.query.values(facet) {
                let label =
                    order.position(id).map_or_else(|| id.clone(), |position| order.values[position].label.clone());
                let without = self.query.with_value(facet, id, false, order);
                active.push(ActiveFilter { facet, value: FilterValue::Label(label), without });
            }
            if let (Facet::Year, (from, to)) = (facet, self.query.years())
                && (from.is_some() || to.is_some())
            {
                let without = self.query.with_years(None, None);
                active.push(ActiveFilter { facet, value: FilterValue::Years(from, to), without });
            }
        }
        active
    }
}
