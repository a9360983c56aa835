//! From a catalogue and a query to what is shown: the one place where meetings are filtered, counted and ordered.

use std::sync::Arc;

use fixedbitset::FixedBitSet;

use crate::core::address::query::{Query, Sort};
use crate::core::search::asked::Sought;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::filter::{Notice, understood};
use crate::core::search::find::{Found, TIER};
use crate::core::search::index::piece::{Lacking, Piece, Pieces};
use crate::core::search::matches::Matches;
use crate::core::text::order::sort;

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
    /// The positions of all of them.
    pub all: Arc<FixedBitSet>,
    /// How many of them have no day that is known: a calendar leaves them out.
    pub without_days: usize,
    /// The number of pages, at least 1.
    pub pages: usize,
    /// For each facet the number of meetings that each of its values would show if the facet were otherwise empty; none
    /// while that has not come.
    pub counts: Vec<Vec<usize>>,
    /// For each thing that the text asks for the words it was found by, to be marked.
    pub hits: Vec<Vec<Sought>>,
    /// The folded words of the text that were read as having a mistake, and what each was read as.
    pub mended: Vec<(String, String)>,
    /// The pieces of the catalogue that were asked for and have not come; while there are any, this is not all.
    pub lacking: Vec<Piece>,
    /// Those that later parts of words are found by, which the list does not wait for unless it is empty.
    pub lacking_for_later: Vec<Piece>,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Row {
    /// The meeting at this position of the archive.
    Meeting(usize),
    /// The gap at this position of the archive.
    Gap(usize),
}

/// What a catalogue shows for `query`.
pub fn explore(catalogue: &Catalogue, query: &Query) -> Shown {
    let lacking = Lacking::default();
    let (mut query, mut notices) = understood(catalogue, query);
    let matches = Matches::new(catalogue, &query, &lacking);
    if matches.asks_nothing {
        notices.push(Notice::NothingToLookFor(query.text().to_owned()));
    }
    let mut found: Vec<usize> = matches.all.ones().collect();
    let count = found.len();
    // A picture shows all that is found.
    let pages = if query.view().has_pages() { count.div_ceil(PAGE_SIZE).max(1) } else { 1 };
    if query.page() > pages {
        notices.push(Notice::PastTheEnd(query.page(), pages));
        query = query.with_page(1);
    }
    let first = (query.page() - 1) * PAGE_SIZE;
    let last = (first + PAGE_SIZE).min(count);
    arrange(catalogue, &mut found, &matches.found.worth, query.sort(), last, &lacking);
    let rows = rows(catalogue, &query, &found[first..last]);
    let counts = matches.counts();
    let is_found = |position: &&u32| matches.all.contains(**position as usize);
    let without_days = catalogue.without_days.iter().filter(is_found).count();
    let (all, Found { hits, mended, .. }) = (Arc::new(matches.all), matches.found);
    let Pieces { needed: lacking, for_later: lacking_for_later } = lacking.into_pieces();
    Shown {
        query,
        notices,
        rows,
        found: count,
        all,
        without_days,
        pages,
        counts,
        hits,
        mended,
        lacking,
        lacking_for_later,
    }
}

/// The positions of all meetings that a catalogue has for `query`, in the order of time; and of the query what tells
/// which they are. `None` where that is not known, since a piece of the catalogue has not come.
pub fn found(catalogue: &Catalogue, query: &Query) -> Option<(Query, Vec<usize>)> {
    let lacking = Lacking::default();
    let (query, _) = understood(catalogue, query);
    catalogue.read_later_parts();
    let found = Matches::new(catalogue, &query, &lacking).all.ones().collect();
    lacking.is_empty().then(|| (query.unordered(), found))
}

/// Orders what was found, which stands in the order of time before. What comes behind the first `needed` may be missing.
fn arrange(catalogue: &Catalogue, found: &mut Vec<usize>, worth: &[u32], by: Sort, needed: usize, lacking: &Lacking) {
    match by {
        Sort::Oldest => {}
        Sort::Newest => found.reverse(),
        Sort::Relevance => {
            keep_best(found, worth, needed);
            sort(found, &|a, b| (worth.get(b), b).cmp(&(worth.get(a), a)));
        }
        Sort::Title => {
            let ranks = catalogue.title_ranks(lacking);
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
    let whole = !query.is_narrowed();
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
    /// Whether this is all.
    pub fn is_complete(&self) -> bool {
        self.lacking.is_empty() && self.lacking_for_later.is_empty()
    }

    /// Whether the list is the answer, and not the one before.
    pub fn is_listed(&self) -> bool {
        self.lacking_for_list().is_empty()
    }

    /// The list alone, which stays the same when the counts come.
    pub fn list(&self) -> Self {
        // Field by field, since the counts of a large archive are long.
        Self {
            query: self.query.clone(),
            notices: self.notices.clone(),
            rows: self.rows.clone(),
            found: self.found,
            all: self.all.clone(),
            without_days: self.without_days,
            pages: self.pages,
            counts: Vec::new(),
            hits: self.hits.clone(),
            mended: self.mended.clone(),
            lacking: self.lacking_for_list(),
            lacking_for_later: Vec::new(),
        }
    }

    /// Which of the pieces that the answer lacks its list needs. The counts may come later.
    pub fn lacking_for_list(&self) -> Vec<Piece> {
        let is_needed = |piece: &&Piece| **piece != Piece::Facets || self.query.has_filters();
        // That nothing is found is told only where nothing is lacking.
        let for_later = self.lacking_for_later.iter().filter(|_| self.found == 0);
        self.lacking.iter().filter(is_needed).chain(for_later).copied().collect()
    }
}
