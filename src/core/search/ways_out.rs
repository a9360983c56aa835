//! What to ask where nothing is found.

use crate::core::address::query::Query;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::filter::{ActiveFilter, active_filters};
use crate::core::search::index::piece::{Lacking, Piece};
use crate::core::search::matches::Matches;

/// What to ask in place of a query that finds nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// How it is another.
    pub change: Change,
    /// The other query.
    pub query: Query,
    /// The number of meetings that it finds.
    pub found: usize,
}

/// How a query is changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// A filter is left out.
    Filter(ActiveFilter),
    /// All filters are left out.
    Filters,
    /// The text is left out.
    Text,
    /// The text is written otherwise.
    Spelling,
}

/// What finds something in place of a query that finds nothing: the text in another spelling, without the filters, the query
/// without each of its filters, and without its text.
///
/// Beside them the pieces of the catalogue that it takes to know all of them, and that have not come.
pub fn ways_out(catalogue: &Catalogue, query: &Query) -> (Vec<WayOut>, Vec<Piece>) {
    let lacking = Lacking::default();
    let ways = found_instead(catalogue, query, &lacking);
    (ways, lacking.into_pieces().needed)
}

fn found_instead(catalogue: &Catalogue, query: &Query, lacking: &Lacking) -> Vec<WayOut> {
    let matches = Matches::new(catalogue, query, lacking);
    let text = query.text();
    let filters = active_filters(catalogue, query);
    let mut changes: Vec<(Change, Query)> = Vec::new();
    let searching = catalogue.search().filter(|_| !text.is_empty());
    let suggested = searching.and_then(|(finder, index)| (finder.suggested)(index.reader(lacking), text));
    changes.extend(suggested.map(|text| (Change::Spelling, query.with_text(&text))));
    // To leave out the only thing asked for is no advice, and the only filter is named.
    if filters.len() > 1 && !text.is_empty() {
        changes.push((Change::Filters, query.within(&[]).with_years(None, None)));
    }
    let is_all = filters.is_empty() || text.is_empty();
    changes.extend(filters.into_iter().map(|filter| {
        let without = filter.without.clone();
        (Change::Filter(filter), without)
    }));
    if !is_all {
        changes.push((Change::Text, query.with_text("")));
    }
    let found = |(change, query): (Change, Query)| {
        let found = match change {
            Change::Spelling => Matches::new(catalogue, &query, lacking).all.count_ones(..),
            _ => matches.count_with(&query),
        };
        (found > 0).then_some(WayOut { change, query, found })
    };
    changes.into_iter().filter_map(found).collect()
}
