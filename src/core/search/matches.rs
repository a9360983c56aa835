//! Which meetings match a query, and how many each value of a facet would show.

use fixedbitset::FixedBitSet;

use crate::core::address::query::Query;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::facet::Facet;
use crate::core::search::find::Found;
use crate::core::search::index::piece::{Lacking, Piece};

/// The meetings that match a query.
pub struct Matches<'a> {
    catalogue: &'a Catalogue,
    lacking: &'a Lacking,
    /// Those that match its text.
    text: FixedBitSet,
    /// Those that each facet lets through; none where the facet is empty.
    passing: Vec<Option<FixedBitSet>>,
    /// Those that match all of it.
    pub all: FixedBitSet,
    /// What was found for the text.
    pub found: Found,
    /// Whether there is a text, and no word in it to look for: then nothing matches.
    pub asks_nothing: bool,
}

impl<'a> Matches<'a> {
    /// The meetings of a catalogue that match `query`, of which the archive knows every value.
    pub fn new(catalogue: &'a Catalogue, query: &Query, lacking: &'a Lacking) -> Self {
        let mut text = FixedBitSet::with_capacity(catalogue.count());
        let mut asks_nothing = false;
        let found = match (query.text(), catalogue.search()) {
            ("", _) => None,
            (asked, Some((finder, index))) => {
                let found = (finder.find)(index.reader(lacking), asked);
                asks_nothing = found.is_none();
                Some(found.unwrap_or_default())
            }
            (_, None) => {
                lacking.note(Piece::Search, false);
                None
            }
        };
        match &found {
            Some(found) => {
                found.worth.iter().enumerate().filter(|(_, worth)| **worth > 0).for_each(|(at, _)| text.insert(at));
            }
            None => text.insert_range(..),
        }
        let found = found.unwrap_or_default();
        let facets = catalogue.facets.all().iter();
        let passing = facets.map(|facet| passing(catalogue, query, facet, lacking)).collect();
        let mut matches = Self { catalogue, lacking, all: FixedBitSet::new(), text, passing, found, asks_nothing };
        matches.all = matches.but_for(None);
        matches
    }

    /// Those that match the text and every facet but the one at this position.
    fn but_for(&self, but: Option<usize>) -> FixedBitSet {
        let mut all = self.text.clone();
        for (at, passing) in self.passing.iter().enumerate() {
            if let Some(passing) = passing.as_ref().filter(|_| Some(at) != but) {
                all.intersect_with(passing);
            }
        }
        all
    }

    /// For each facet the number of meetings that each of its values would show if the facet were otherwise empty.
    pub fn counts(&self) -> Vec<Vec<usize>> {
        let count = |(at, facet): (usize, &Facet)| {
            let others = if self.passing[at].is_some() { &self.but_for(Some(at)) } else { &self.all };
            if others.count_ones(..) == self.catalogue.count() {
                return facet.totals.clone();
            }
            self.catalogue.sets(facet, self.lacking).iter().map(|set| set.count_in(others)).collect()
        };
        self.catalogue.facets.all().iter().enumerate().map(count).collect()
    }

    /// How many meetings would match another query with the same text, or with none.
    pub fn count_with(&self, other: &Query) -> usize {
        let mut all = self.text.clone();
        if other.text().is_empty() {
            all.insert_range(..);
        }
        for facet in self.catalogue.facets.all() {
            if let Some(passing) = passing(self.catalogue, other, facet, self.lacking) {
                all.intersect_with(&passing);
            }
        }
        all.count_ones(..)
    }
}

/// The meetings that a facet lets through; none where it is empty, which lets all through.
fn passing(catalogue: &Catalogue, query: &Query, facet: &Facet, lacking: &Lacking) -> Option<FixedBitSet> {
    let (from, to) = if facet.is_years() { query.years() } else { (None, None) };
    let ids = query.values(&facet.key);
    if ids.is_empty() && from.is_none() && to.is_none() {
        return None;
    }
    let is_in_range = |year: &str| {
        let is_ranged = from.is_some() || to.is_some();
        let year = year.parse().ok().filter(|_| is_ranged);
        year.is_some_and(|year: i16| from.is_none_or(|from| from <= year) && to.is_none_or(|to| year <= to))
    };
    let mut passing = FixedBitSet::with_capacity(catalogue.count());
    for (value, set) in facet.values.iter().zip(catalogue.sets(facet, lacking)) {
        if ids.contains(&value.id) || is_in_range(&value.id) {
            set.add_to(&mut passing);
        }
    }
    Some(passing)
}
