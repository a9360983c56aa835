//! The facets by which meetings are narrowed, with the values that an archive has in each.

use std::sync::OnceLock;

use crate::core::address::query::Query;
use crate::core::archive::values::{NONE, is_known_facet};
use crate::core::search::set::Set;

/// One facet of one archive.
#[derive(Debug, Default)]
pub struct Facet {
    /// Its name in addresses and files.
    pub key: String,
    /// What readers see.
    pub label: String,
    /// How many of its values are shown at first, where the archive tells.
    pub show: Option<usize>,
    /// Whether its values are to be seen at first, where the archive tells.
    pub open: Option<bool>,
    /// Whether its values always stand in the order that they have here. Those of others stand by how many meetings they would
    /// show, and years the latest first.
    pub is_in_order: bool,
    /// The values that meetings have, in the facet's order; last, where a meeting has no value, `none`.
    pub values: Vec<Value>,
    /// For each value the number of meetings that have it.
    pub totals: Vec<usize>,
    /// For each value the meetings that have it, once they are there. Every meeting is in one at least.
    pub sets: OnceLock<Vec<Set>>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its name in addresses; `none` for "Not recorded".
    pub id: String,
    /// What readers see.
    pub label: String,
}

impl Facet {
    /// The position of the value with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|value| value.id == id)
    }

    /// The meetings that have the value at this position, latest first; none where the sets have not come.
    pub fn latest_first(&self, value: usize) -> Vec<usize> {
        let set = self.sets.get().and_then(|sets| sets.get(value));
        let mut positions = set.map(Set::positions).unwrap_or_default();
        positions.reverse();
        positions
    }

    /// Whether it is one of those that follow from the fields of a record.
    pub fn is_known(&self) -> bool {
        is_known_facet(&self.key)
    }

    /// Whether each of its values has a page of its own, which lists the meetings that have it.
    pub fn has_pages(&self) -> bool {
        self.is_years() || self.key == "theme" || !self.is_known()
    }

    /// Whether its values are years, which can also be asked for as a range.
    pub fn is_years(&self) -> bool {
        self.key == "year"
    }

    /// The values without "Not recorded", which is the last.
    pub fn recorded(&self) -> &[Value] {
        match self.values.split_last() {
            Some((last, others)) if last.id == NONE => others,
            _ => &self.values,
        }
    }
}

/// All facets of one archive, in the order of page and address.
#[derive(Debug, Default)]
pub struct Facets(pub Vec<Facet>);

impl Facets {
    /// All of them.
    pub fn all(&self) -> &[Facet] {
        &self.0
    }

    /// The facet with this key.
    pub fn get(&self, key: &str) -> Option<&Facet> {
        self.0.iter().find(|facet| facet.key == key)
    }

    /// Their keys.
    pub fn keys(&self) -> Vec<&str> {
        self.0.iter().map(|facet| facet.key.as_str()).collect()
    }

    /// A query with other ids ticked in a facet, in the order of facets and values.
    pub fn with_values(&self, query: &Query, facet: &Facet, is_ticked: &dyn Fn(&str) -> bool) -> Query {
        let ids = facet.values.iter().map(|value| &value.id).filter(|id| is_ticked(id));
        query.with_values(&facet.key, ids.cloned().collect()).within(&self.keys())
    }

    /// A query with one value of a facet ticked or unticked.
    pub fn with_value(&self, query: &Query, facet: &Facet, id: &str, is_ticked: bool) -> Query {
        let before = query.values(&facet.key);
        self.with_values(query, facet, &|of| if of == id { is_ticked } else { before.iter().any(|known| known == of) })
    }
}
