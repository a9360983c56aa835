//! From a catalogue and a query to what is shown: the one place where meetings are filtered, counted and ordered.

use fixedbitset::FixedBitSet;

use super::catalogue::Catalogue;
use super::facet::Facet;
use super::find::{Found, TIER, find};
use super::index::Part;
use super::order::sort;
use super::query::{Query, Sort};
use super::wanted::{Sought, Wanted};

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
    /// For each facet the number of meetings that each of its values would show if the facet were otherwise empty; none
    /// while that has not come.
    pub counts: [Vec<usize>; Facet::ALL.len()],
    /// For each thing that the text asks for the words it was found by, to be marked.
    pub hits: Vec<Vec<Sought>>,
    /// The folded words of the text that were read as having a mistake, and what each was read as.
    pub mended: Vec<(String, String)>,
    /// Where nothing was found, what to leave out to find the most.
    pub way_out: Option<WayOut>,
}

/// What to leave out of a query that finds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// The filter to leave out; none where it is the text.
    pub filter: Option<ActiveFilter>,
    /// The query without it.
    pub without: Query,
    /// The number of meetings that it then finds.
    pub found: usize,
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

/// What a catalogue shows for `query`.
pub fn explore(catalogue: &Catalogue, query: &Query) -> Shown {
    let (mut query, mut notices) = understood(catalogue, query);
    let matches = Matches::of(catalogue, &query);
    let mut found: Vec<usize> = matches.all.ones().collect();
    let count = found.len();
    let pages = count.div_ceil(PAGE_SIZE).max(1);
    if query.page() > pages {
        notices.push(Notice::PastTheEnd(query.page(), pages));
        query = query.with_page(1);
    }
    let first = (query.page() - 1) * PAGE_SIZE;
    let last = (first + PAGE_SIZE).min(count);
    arrange(catalogue, &mut found, &matches.found.worth, query.sort(), last);
    let mut shown = Shown {
        rows: rows(catalogue, &query, &found[first..last]),
        found: count,
        pages,
        counts: matches.counts(catalogue),
        mended: matches.found.mended,
        hits: matches.found.hits,
        way_out: None,
        query,
        notices,
    };
    if found.is_empty() && !catalogue.index.is_missing_any() {
        shown.way_out = way_out(catalogue, &shown);
    }
    shown
}

/// The positions of all meetings that a catalogue has for `query`, in the order of time; and of the query what tells
/// which they are.
pub fn found(catalogue: &Catalogue, query: &Query) -> (Query, Vec<usize>) {
    let (query, _) = understood(catalogue, query);
    let found = Matches::of(catalogue, &query).all.ones().collect();
    (query.unordered(), found)
}

/// The meetings that match a query.
struct Matches {
    /// Those that match its text.
    text: FixedBitSet,
    /// Those that each facet lets through; none where the facet is empty.
    passing: [Option<FixedBitSet>; Facet::ALL.len()],
    /// Those that match all of it.
    all: FixedBitSet,
    /// What was found for the text.
    found: Found,
}

impl Matches {
    fn of(catalogue: &Catalogue, query: &Query) -> Self {
        let count = catalogue.count();
        let wanted = Wanted::of(query.text());
        let mut text = FixedBitSet::with_capacity(count);
        let mut found = Found::default();
        if wanted.is_empty() {
            text.insert_range(..);
        } else {
            found = find(&catalogue.index, &wanted);
            found.worth.iter().enumerate().filter(|(_, worth)| **worth > 0).for_each(|(at, _)| text.insert(at));
        }
        let passing = Facet::ALL.map(|facet| passing(catalogue, query, facet));
        let mut matches = Self { all: FixedBitSet::new(), text, passing, found };
        matches.all = matches.but_for(None);
        matches
    }

    /// Those that match the text and every facet but one.
    fn but_for(&self, but: Option<Facet>) -> FixedBitSet {
        let mut all = self.text.clone();
        for (facet, passing) in Facet::ALL.into_iter().zip(&self.passing) {
            if let Some(passing) = passing.as_ref().filter(|_| Some(facet) != but) {
                all.intersect_with(passing);
            }
        }
        all
    }

    /// See [`Shown::counts`].
    fn counts(&self, catalogue: &Catalogue) -> [Vec<usize>; Facet::ALL.len()] {
        Facet::ALL.map(|facet| {
            let narrowed = self.passing[facet as usize].is_some();
            let others = if narrowed { &self.but_for(Some(facet)) } else { &self.all };
            let values = catalogue.facets.get(facet);
            if others.count_ones(..) == catalogue.count() {
                return values.totals.clone();
            }
            catalogue.sets(facet).iter().map(|set| set.count_in(others)).collect()
        })
    }
}

/// The meetings that a facet lets through; none where it is empty, which lets all through.
fn passing(catalogue: &Catalogue, query: &Query, facet: Facet) -> Option<FixedBitSet> {
    let of = catalogue.facets.get(facet);
    let (from, to) = if facet == Facet::Year { query.years() } else { (None, None) };
    let ids = query.values(facet);
    if ids.is_empty() && from.is_none() && to.is_none() {
        return None;
    }
    let is_in_range = |year: &str| {
        let is_ranged = from.is_some() || to.is_some();
        let year = year.parse().ok().filter(|_| is_ranged);
        year.is_some_and(|year: i16| from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to))
    };
    let mut passing = FixedBitSet::with_capacity(catalogue.count());
    for (value, set) in of.values.iter().zip(catalogue.sets(facet)) {
        if ids.contains(&value.id) || is_in_range(&value.id) {
            set.add_to(&mut passing);
        }
    }
    Some(passing)
}

/// Of the filters and the text, what to leave out to find the most.
fn way_out(catalogue: &Catalogue, shown: &Shown) -> Option<WayOut> {
    let filters = shown.active_filters(catalogue).into_iter();
    let mut ways: Vec<(Option<ActiveFilter>, Query)> =
        filters.map(|filter| (Some(filter.clone()), filter.without)).collect();
    // To leave out the only thing asked for is no advice.
    if !ways.is_empty() && !shown.query.text().is_empty() {
        ways.push((None, shown.query.with_text("")));
    }
    let mut best: Option<WayOut> = None;
    for (filter, without) in ways {
        let found = Matches::of(catalogue, &without).all.count_ones(..);
        if found > best.as_ref().map_or(0, |best| best.found) {
            best = Some(WayOut { filter, without, found });
        }
    }
    best
}

/// The query without what the archive does not know, and what that was.
fn understood(catalogue: &Catalogue, query: &Query) -> (Query, Vec<Notice>) {
    let unread = query.unread().iter().map(|(key, value)| Notice::Unread(key, value.clone()));
    let mut notices: Vec<Notice> = unread.collect();
    let mut known = query.clone();
    for facet in Facet::ALL {
        let order = catalogue.facets.get(facet);
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

/// Orders what was found, which stands in the order of time before. What comes behind the first `needed` may be missing.
fn arrange(catalogue: &Catalogue, found: &mut Vec<usize>, worth: &[u32], by: Sort, needed: usize) {
    match by {
        Sort::Oldest => {}
        Sort::Newest => found.reverse(),
        Sort::Relevance => {
            keep_best(found, worth, needed);
            sort(found, &|a, b| (worth.get(b), b).cmp(&(worth.get(a), a)));
        }
        Sort::Title => {
            let ranks = catalogue.title_ranks();
            sort(found, &|a, b| ranks.get(a).cmp(&ranks.get(b)));
        }
    }
}

const BUCKETS: usize = 2048;

/// Keeps the meetings of most worth, at least `needed` of them: to sort all that a single letter finds would take longer
/// than to find it.
fn keep_best(found: &mut Vec<usize>, worth: &[u32], needed: usize) {
    let worth = |at: usize| worth.get(at).copied().unwrap_or_default();
    let highest = found.iter().map(|at| worth(*at)).max().unwrap_or_default();
    // The tier of the best is cut into some two thousand buckets; what is of a lower tier is in the last.
    let width = (highest & !TIER).max(1).ilog2().saturating_sub(10);
    let bucket = |at: usize| (((highest - worth(at)) >> width) as usize).min(BUCKETS);
    let mut counts = [0; BUCKETS + 1];
    found.iter().for_each(|at| counts[bucket(*at)] += 1);
    let mut kept = 0;
    let last = counts.iter().position(|count| {
        kept += count;
        kept >= needed
    });
    let last = last.unwrap_or(BUCKETS);
    found.retain(|at| bucket(*at) <= last);
}

/// The rows of a page of meetings, with the gaps at their places where the list is the whole series in its order.
fn rows(catalogue: &Catalogue, query: &Query, meetings: &[usize]) -> Vec<Row> {
    let whole = query.text().is_empty() && !query.has_filters();
    let forward = query.sort() == Sort::Oldest;
    if !whole || !(forward || query.sort() == Sort::Newest) {
        return meetings.iter().copied().map(Row::Meeting).collect();
    }
    let gaps = |before: usize| {
        let all = catalogue.gaps.iter().enumerate();
        let here: Vec<Row> = all.filter(|(_, at)| **at == before).map(|(index, _)| Row::Gap(index)).collect();
        if forward { here } else { here.into_iter().rev().collect() }
    };
    let count = catalogue.count();
    let mut rows = Vec::with_capacity(meetings.len() + catalogue.gaps.len());
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
    /// Which of the parts that an answer lacks its list needs. The counts may come later.
    pub fn before_list(&self, missing: &[Part]) -> Vec<Part> {
        let is_needed = |part: &&Part| **part != Part::Facets || self.query.has_filters();
        missing.iter().filter(is_needed).copied().collect()
    }

    /// The filters that are set, in the order of the address.
    pub fn active_filters(&self, catalogue: &Catalogue) -> Vec<ActiveFilter> {
        let mut active = Vec::new();
        for facet in Facet::ALL {
            let order = catalogue.facets.get(facet);
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
