//! The facets by which meetings are narrowed, and the values that an archive has in each.

use super::archive::{Archive, Meeting};
use super::check::NONE;
use super::fold::{fold, slug};
use super::interner::Interner;
use super::order::sorted;
use super::set::Set;
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

    /// Tells what a meeting has in this facet, as the data writes it, in the record's order and possibly repeated.
    fn each(self, archive: &Archive, meeting: &Meeting, tell: &mut dyn FnMut(&str)) {
        let record = &meeting.record;
        let place = archive.place_of(meeting);
        match self {
            Self::Theme => archive.themes_of(meeting).for_each(|theme| tell(&theme.id)),
            Self::Year => tell(&format!("{:04}", meeting.when.start.year())),
            Self::Country => place.and_then(|place| place.country.as_deref()).into_iter().for_each(tell),
            Self::Place => place.into_iter().for_each(|place| tell(&place.id)),
            Self::Format => record.format.as_deref().into_iter().for_each(tell),
            Self::Document => {
                let kinds = record.documents.iter().flat_map(|document| document.kind.as_slice());
                kinds.for_each(|kind| tell(kind));
            }
            Self::Language => {
                let languages = record.documents.iter().flat_map(|document| &document.languages);
                languages.for_each(|language| tell(language));
            }
        }
    }

    /// The value for what the data writes.
    fn value(self, archive: &Archive, written: &str) -> Value {
        let (id, label) = match self {
            Self::Theme => (written.to_owned(), archive.theme(written).map(|theme| theme.label.clone())),
            Self::Year => (written.to_owned(), None),
            Self::Country => (written.to_owned(), Some(wording::country_or_code(written).to_owned())),
            Self::Place => (written.to_owned(), archive.place(written).map(|place| place.name.clone())),
            Self::Format | Self::Document => (slug(written), None),
            Self::Language => (written.to_ascii_lowercase(), Some(wording::language_in_full(written))),
        };
        Value { id, label: label.unwrap_or_else(|| written.to_owned()) }
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
    /// For each value the meetings that have it. Every meeting is in one at least.
    pub sets: Vec<Set>,
}

impl FacetValues {
    /// The position of the value with this id.
    pub fn position(&self, id: &str) -> Option<usize> {
        self.values.iter().position(|value| value.id == id)
    }

    /// For each value the number of meetings that have it in the whole archive.
    pub fn totals(&self) -> Vec<usize> {
        self.sets.iter().map(|set| set.positions().len()).collect()
    }
}

/// All facets of one archive.
#[derive(Debug, Default)]
pub struct Facets([FacetValues; Facet::ALL.len()]);

impl Facets {
    /// The values of one facet.
    pub fn get(&self, facet: Facet) -> &FacetValues {
        &self.0[facet as usize]
    }
}

/// Facets under construction, meeting by meeting in the order of time.
#[derive(Debug, Default)]
pub struct Builder {
    facets: [FacetBuilder; Facet::ALL.len()],
    count: usize,
}

/// One facet under construction.
#[derive(Debug, Default)]
struct FacetBuilder {
    /// What the data writes; several may be the same value.
    written: Interner,
    /// For each of those its value.
    value_of: Vec<usize>,
    values: Vec<Value>,
    /// For each value its meetings.
    meetings: Vec<Vec<u32>>,
    /// The meetings without a value.
    none: Vec<u32>,
}

impl Builder {
    /// Adds the next meeting.
    pub fn add(&mut self, archive: &Archive, meeting: &Meeting) {
        let position = self.count as u32;
        self.count += 1;
        for (facet, builder) in Facet::ALL.into_iter().zip(&mut self.facets) {
            let mut is_any = false;
            facet.each(archive, meeting, &mut |written| {
                is_any = true;
                let meetings = builder.meetings_with(facet, archive, written);
                // A meeting may name a value twice.
                if meetings.last() != Some(&position) {
                    meetings.push(position);
                }
            });
            if !is_any {
                builder.none.push(position);
            }
        }
    }

    /// The finished facets, with the meetings in an order: for each position which of those added stands there.
    pub fn finish(self, archive: &Archive, meetings: &[usize]) -> Facets {
        let mut position_of = vec![0; self.count];
        meetings.iter().enumerate().for_each(|(position, added)| position_of[*added] = position);
        let mut facets = Facets::default();
        for ((facet, builder), values) in Facet::ALL.into_iter().zip(self.facets).zip(&mut facets.0) {
            *values = builder.finish(facet, archive, &position_of);
        }
        facets
    }
}

impl FacetBuilder {
    fn meetings_with(&mut self, facet: Facet, archive: &Archive, written: &str) -> &mut Vec<u32> {
        let number = self.written.number(written) as usize;
        if number == self.value_of.len() {
            let value = facet.value(archive, written);
            // The first label of an id counts, should the data write it in two ways.
            let known = self.values.iter().position(|known| known.id == value.id);
            self.value_of.push(known.unwrap_or(self.values.len()));
            if known.is_none() {
                self.values.push(value);
                self.meetings.push(Vec::new());
            }
        }
        &mut self.meetings[self.value_of[number]]
    }

    fn finish(self, facet: Facet, archive: &Archive, position_of: &[usize]) -> FacetValues {
        let keys: Vec<String> = self.values.iter().map(|value| facet.sort_key(archive, value)).collect();
        let order = sorted(keys.len(), &|a, b| (&keys[a], &self.values[a].id).cmp(&(&keys[b], &self.values[b].id)));
        let mut facet = FacetValues::default();
        for at in order {
            facet.values.push(self.values[at].clone());
            facet.sets.push(Set::new(&self.meetings[at], position_of));
        }
        if !self.none.is_empty() {
            facet.values.push(Value { id: NONE.to_owned(), label: wording::NOT_RECORDED.to_owned() });
            facet.sets.push(Set::new(&self.none, position_of));
        }
        facet
    }
}
