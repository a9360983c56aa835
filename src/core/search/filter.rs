//! What narrows the list, each with a way to take it back; and what of a query an archive does not know.

use crate::core::address::query::Query;
use crate::core::address::view::View;
use crate::core::search::catalogue::Catalogue;

/// Something in a query that the archive does not know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// A value that no meeting has in a facet; with the facet's label.
    UnknownValue(String, String),
    /// A parameter whose value cannot be read.
    Unread(&'static str, String),
    /// The map of an archive that has none.
    NoMap,
    /// A range of years that ends before it begins.
    YearsReversed(i16, i16),
    /// A text without a letter or digit to look for.
    NothingToLookFor(String),
    /// A page past the end; with the number of pages.
    PastTheEnd(usize, usize),
}

/// A filter that is set, and the query without it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActiveFilter {
    /// The facet it narrows, by its label.
    pub facet: String,
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

/// The filters that a query sets, in the order of the address.
pub fn active_filters(catalogue: &Catalogue, query: &Query) -> Vec<ActiveFilter> {
    let mut active = Vec::new();
    let facets = &catalogue.facets;
    for facet in facets.all() {
        for id in query.values(&facet.key) {
            let label = facet.position(id).map_or_else(|| id.clone(), |at| facet.values[at].label.clone());
            let without = facets.with_value(query, facet, id, false);
            active.push(ActiveFilter { facet: facet.label.clone(), value: FilterValue::Label(label), without });
        }
        let (from, to) = query.years();
        if facet.is_years() && (from.is_some() || to.is_some()) {
            let without = query.with_years(None, None);
            active.push(ActiveFilter { facet: facet.label.clone(), value: FilterValue::Years(from, to), without });
        }
    }
    active
}

/// The query without what the archive does not know, and what that was. Parameters that are no facet's, as those by which
/// others follow a link, are passed over without a word.
pub fn understood(catalogue: &Catalogue, query: &Query) -> (Query, Vec<Notice>) {
    let unread = query.unread().iter().map(|(key, value)| Notice::Unread(key, value.clone()));
    let mut notices: Vec<Notice> = unread.collect();
    let facets = &catalogue.facets;
    let mut known = query.with_page(1).within(&facets.keys());
    for facet in facets.all() {
        let ids = query.values(&facet.key);
        let unknown = ids.iter().filter(|id| facet.position(id).is_none());
        notices.extend(unknown.map(|id| Notice::UnknownValue(facet.label.clone(), id.clone())));
        known = facets.with_values(&known, facet, &|id| ids.iter().any(|of| of == id));
    }
    let (from, to) = query.years();
    if !facets.all().iter().any(|facet| facet.is_years()) {
        let years = [("from", from), ("to", to)].into_iter();
        notices.extend(years.filter_map(|(key, year)| year.map(|year| Notice::Unread(key, year.to_string()))));
        known = known.with_years(None, None);
    } else if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        notices.push(Notice::YearsReversed(from, to));
        known = known.with_years(None, None);
    }
    if catalogue.views().all(|view| view != query.view()) {
        notices.push(Notice::NoMap);
        known = known.with_view(View::List);
    }
    (known.with_years(known.years().0, known.years().1).with_page(query.page()), notices)
}
