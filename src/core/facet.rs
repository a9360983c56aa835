//! The facets by which meetings are narrowed, and the values that an archive has in each.

use std::collections::BTreeMap;

use super::archive::{Archive, Meeting};
use super::check::NONE;
use super::fold::{fold, slug};
use super::order::sorted;
use crate::wording;

/// A facet, in the order of page and address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Facet {
    /// Theme, by id.
    Theme,
    /// Year of the start.
    Year,
    /// Country of the place.
    Country,
    /// Place, by id.
    Place,
    /// The form recorded.
    Format,
    /// Kinds of the meeting's documents.
    Document,
    /// Languages of the meeting's documents.
    Language,
}

impl Facet {
    /// All facets in their order.
    pub const ALL: [Self; 7] =
        [Self::Theme, Self::Year, Self::Country, Self::Place, Self::Format, Self::Document, Self::Language];

    /// Its name in addresses.
    pub fn key(self) -> &'static str {
        match self {
            Self::Theme => "theme",
            Self::Year => "year",
            Self::Country => "country",
            Self::Place => "place",
            Self::Format => "format",
            Self::Document => "document",
            Self::Language => "language",
        }
    }

    /// The facet with this name in addresses.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|facet| facet.key() == key)
    }

    /// What the values of this facet are ordered by, before their ids: themes as they are declared, years in time, the
    /// others by their label.
    fn sort_key(self, archive: &Archive, value: &Value) -> String {
        match self {
            Self::Theme => {
                let declared = archive.dataset.themes.iter().position(|theme| theme.id == value.id);
                format!("{:08}", declared.unwrap_or_default())
            }
            Self::Year => value.id.clone(),
            _ => fold(&value.label),
        }
    }

    /// The values of a meeting in this facet, as id and label, in the record's order and possibly repeated.
    fn values_of(self, archive: &Archive, meeting: &Meeting) -> Vec<(String, String)> {
        let record = &meeting.record;
        let place = archive.place_of(meeting);
        match self {
            Self::Theme => {
                let themes = archive.themes_of(meeting);
                themes.map(|theme| (theme.id.clone(), theme.label.clone())).collect()
            }
            Self::Year => {
                let year = format!("{:04}", meeting.when.start.year());
                vec![(year.clone(), year)]
            }
            Self::Country => {
                let code = place.and_then(|place| place.country.clone());
                code.map(|code| (code.clone(), wording::country_or_code(&code).to_owned())).into_iter().collect()
            }
            Self::Place => place.map(|place| (place.id.clone(), place.name.clone())).into_iter().collect(),
            Self::Format => record.format.iter().map(|format| (slug(format), format.clone())).collect(),
            Self::Document => {
                let kinds = record.documents.iter().flat_map(|document| document.kind.as_slice());
                kinds.map(|kind| (slug(kind), kind.clone())).collect()
            }
            Self::Language => {
                let languages = record.documents.iter().flat_map(|document| &document.languages);
                languages.map(|tag| (tag.to_ascii_lowercase(), wording::language_in_full(tag))).collect()
            }
        }
    }
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// Its name in addresses; `none` for "Not recorded".
    pub id: String,
    /// What readers see.
    pub label: String,
}

/// One facet of one archive.
#[derive(Debug, Default)]
pub struct FacetValues {
    /// The values that meetings have, in the facet's order; last, where a meeting has no value, `none`.
    pub values: Vec<Value>,
    /// For each meeting of the archive the positions of its values in `values`, each once; never empty.
    pub of_meeting: Vec<Vec<usize>>,
}

impl FacetValues {
    fn of(facet: Facet, archive: &Archive) -> Self {
        let values_of: Vec<_> = archive.meetings.iter().map(|meeting| facet.values_of(archive, meeting)).collect();
        let used: Vec<&(String, String)> = values_of.iter().flatten().collect();
        let mut positions: BTreeMap<&str, usize> = BTreeMap::new();
        let mut values: Vec<Value> = Vec::new();
        for (id, label) in used {
            // The first label of an id counts, should the data write it in two ways.
            positions.entry(id).or_insert_with(|| {
                values.push(Value { id: id.clone(), label: label.clone() });
                values.len() - 1
            });
        }
        let keys: Vec<String> = values.iter().map(|value| facet.sort_key(archive, value)).collect();
        let order = sorted(values.len(), &|a, b| (&keys[a], &values[a].id).cmp(&(&keys[b], &values[b].id)));
        let mut values: Vec<Value> = order.iter().map(|at| values[*at].clone()).collect();
        let mut rank = vec![0; order.len()];
        for (to, from) in order.into_iter().enumerate() {
            rank[from] = to;
        }
        let none = values.len();
        if values_of.iter().any(Vec::is_empty) {
            values.push(Value { id: NONE.to_owned(), label: wording::NOT_RECORDED.to_owned() });
        }
        let of_meeting = values_of.iter().map(|of_one| {
            let mut found: Vec<usize> = Vec::new();
            for (id, _) in of_one {
                if let Some(rank) = positions.get(id.as_str()).and_then(|at| rank.get(*at))
                    && !found.contains(rank)
                {
                    found.push(*rank);
                }
            }
            if found.is_empty() {
                found.push(none);
            }
            found
        });
        Self { of_meeting: of_meeting.collect(), values }
    }

    /// The position of the value with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|value| value.id == id)
    }
}

/// All facets of one archive.
#[derive(Debug, Default)]
pub struct Facets([FacetValues; Facet::ALL.len()]);

impl Facets {
    /// The facets of an archive's meetings.
    pub fn of(archive: &Archive) -> Self {
        Self(Facet::ALL.map(|facet| FacetValues::of(facet, archive)))
    }

    /// The values of one facet.
    pub fn get(&self, facet: Facet) -> &FacetValues {
        &self.0[facet as usize]
    }
}
