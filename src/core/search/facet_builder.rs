//! Makes the facets of an archive, meeting by meeting in the order of time.

use std::sync::OnceLock;

use crate::core::archive::facets::{ACCESS, each_written, is_of_texts};
use crate::core::archive::format::STATUSES;
use crate::core::archive::names::Names;
use crate::core::archive::values::{KNOWN_FACETS, NONE};
use crate::core::archive::{Archive, Meeting, format};
use crate::core::search::facet::{Facet, Facets, Value};
use crate::core::search::set::Set;
use crate::core::text::fold::tidy;
use crate::core::text::interner::Interner;
use crate::core::text::order::sorted;
use crate::core::text::slug::{value_id, with_hash};

/// Facets under construction.
pub struct Builder {
    facets: Vec<FacetBuilder>,
    names: &'static Names,
    count: usize,
}

/// One facet under construction.
struct FacetBuilder {
    key: String,
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
    /// Facets without a meeting: those that the archive declares, or else all that every archive knows.
    pub fn new(archive: &Archive, names: &'static Names) -> Self {
        let declared = archive.dataset.facets.iter().map(|facet| facet.key.as_str());
        let mut keys: Vec<&str> = declared.collect();
        if keys.is_empty() {
            keys.extend(KNOWN_FACETS);
        }
        if archive.dataset.people_pages == Some(false) {
            keys.retain(|key| *key != "person");
        }
        Self { facets: keys.into_iter().map(FacetBuilder::new).collect(), names, count: 0 }
    }

    /// Adds the next meeting.
    pub fn add(&mut self, archive: &Archive, meeting: &Meeting) {
        let position = self.count as u32;
        self.count += 1;
        for facet in &mut self.facets {
            let key = facet.key.clone();
            let mut is_any = false;
            each_value(&key, archive, meeting, &mut |written| {
                is_any = true;
                let meetings = facet.meetings_with(archive, self.names, written);
                // A meeting may name a value twice.
                if meetings.last() != Some(&position) {
                    meetings.push(position);
                }
            });
            if !is_any {
                facet.none.push(position);
            }
        }
    }

    /// The finished facets, with the meetings in an order: for each position which of those added stands there.
    pub fn finish(self, archive: &Archive, meetings: &[usize]) -> Facets {
        let mut position_of = vec![0; self.count];
        meetings.iter().enumerate().for_each(|(position, added)| position_of[*added] = position);
        Facets(self.facets.into_iter().map(|facet| facet.finish(archive, self.names, &position_of)).collect())
    }
}

/// Tells what a meeting has in the facet with this key, as the data writes it, in the record's order and possibly repeated.
fn each_value(key: &str, archive: &Archive, meeting: &Meeting, tell: &mut dyn FnMut(&str)) {
    match key {
        // A meeting over New Year was held in both years.
        "year" => meeting.when.years().for_each(|year| tell(&format!("{year:04}"))),
        key if is_of_texts(key) => {
            each_written(key, &meeting.record, &|id| archive.place(id), &mut |text| tell(&tidy(text)));
        }
        // What is named and has been left out for its faults is no value.
        key => each_written(key, &meeting.record, &|id| archive.place(id), &mut |id| {
            let is_there = match key {
                "theme" => archive.theme(id).is_some(),
                "place" => archive.place(id).is_some(),
                "person" => archive.person(id).is_some(),
                _ => true,
            };
            if is_there {
                tell(id);
            }
        }),
    }
}

/// Whether the values of a facet are the format's own words, which have an order of their own.
fn is_of_words(key: &str) -> bool {
    matches!(key, "status" | "access")
}

/// The value for what the data writes in the facet with this key. The id of a text may be another text's too.
fn value(key: &str, archive: &Archive, names: &Names, written: &str) -> Value {
    let (id, label) = match key {
        "theme" => (written.to_owned(), archive.theme(written).map(|theme| theme.label.clone())),
        "year" => (written.to_owned(), None),
        "country" => (written.to_owned(), Some((names.country)(written))),
        "place" => (written.to_owned(), archive.place(written).map(|place| place.name.clone())),
        "person" => (written.to_owned(), archive.person(written).map(|person| person.name.clone())),
        "status" | "access" => (written.to_owned(), (names.word)(written).map(str::to_owned)),
        // A tag is the same in capitals.
        "language" => (written.to_ascii_lowercase(), Some((names.language)(written))),
        _ => (value_id(written), None),
    };
    Value { id, label: label.unwrap_or_else(|| written.to_owned()) }
}

impl FacetBuilder {
    fn new(key: &str) -> Self {
        Self {
            key: key.to_owned(),
            written: Interner::default(),
            value_of: Vec::new(),
            values: Vec::new(),
            meetings: Vec::new(),
            none: Vec::new(),
        }
    }

    fn meetings_with(&mut self, archive: &Archive, names: &Names, written: &str) -> &mut Vec<u32> {
        let number = self.written.number(written) as usize;
        if number == self.value_of.len() {
            let value = value(&self.key, archive, names, written);
            // Different texts are different values; of all else the id tells what is the same.
            let is_same =
                |known: &Value| known.id == value.id && (known.label == value.label || !is_of_texts(&self.key));
            let known = self.values.iter().position(is_same);
            self.value_of.push(known.unwrap_or(self.values.len()));
            if known.is_none() {
                self.values.push(value);
                self.meetings.push(Vec::new());
            }
        }
        &mut self.meetings[self.value_of[number]]
    }

    fn finish(mut self, archive: &Archive, names: &Names, position_of: &[usize]) -> Facet {
        self.tell_apart();
        let declared = archive.dataset.facets.iter().find(|facet| facet.key == self.key);
        let order = self.order(archive, declared, names);
        let mut facet = Facet { label: self.label(archive, declared, names), ..Facet::default() };
        if let Some(declared) = declared {
            facet.show = declared.show.map(|show| show as usize);
            facet.open = declared.open;
        }
        facet.is_in_order = match declared.and_then(|declared| declared.order.as_deref()) {
            Some(order) => order != "count",
            None => declared.is_some_and(|declared| !declared.values.is_empty()) || is_of_words(&self.key),
        };
        let mut sets = Vec::new();
        let mut add = |value: Value, meetings: &[u32]| {
            facet.values.push(value);
            facet.totals.push(meetings.len());
            let positions: Vec<u32> = meetings.iter().map(|added| position_of[*added as usize] as u32).collect();
            sets.push(Set::new(&positions, position_of.len()));
        };
        order.into_iter().for_each(|at| add(self.values[at].clone(), &self.meetings[at]));
        if !self.none.is_empty() {
            let none = Value { id: NONE.to_owned(), label: names.not_recorded.to_owned() };
            add(none, &self.none);
        }
        facet.sets = OnceLock::from(sets);
        facet.key = self.key;
        facet
    }

    /// Gives texts whose ids would be the same ids of their own, whichever of them the data has first.
    fn tell_apart(&mut self) {
        let ids = self.values.iter().map(|value| value.id.as_str());
        let order = sorted(self.values.len(), &|a, b| self.values[a].id.cmp(&self.values[b].id));
        let ids: Vec<String> = ids.map(str::to_owned).collect();
        for pair in order.windows(2) {
            if ids[pair[0]] == ids[pair[1]] {
                for at in pair {
                    self.values[*at].id = with_hash(&ids[*at], &self.values[*at].label);
                }
            }
        }
    }

    fn label(&self, archive: &Archive, declared: Option<&format::Facet>, names: &Names) -> String {
        let label = declared.and_then(|declared| {
            let translated = declared.labels.iter().find(|(language, _)| *language == archive.dataset.language);
            translated.and_then(|(_, texts)| texts.as_slice().first()).or(declared.label.as_ref())
        });
        label.map(String::as_str).or((names.facet)(&self.key)).unwrap_or(&self.key).to_owned()
    }

    /// The positions of the values in the facet's order; what is of one rank stands by its label, then by its id.
    fn order(&self, archive: &Archive, declared: Option<&format::Facet>, names: &Names) -> Vec<usize> {
        let order = declared.and_then(|declared| declared.order.as_deref());
        let listed: &[String] = declared.map(|declared| declared.values.as_slice()).unwrap_or_default();
        let rank = |at: usize| {
            let value = &self.values[at];
            let place = match order {
                Some("label") => None,
                Some("count") => Some(usize::MAX - self.meetings[at].len()),
                _ if !listed.is_empty() => listed.iter().position(|label| *label == value.label),
                _ if self.key == "status" => STATUSES.iter().position(|of| *of == value.id),
                _ if self.key == "access" => ACCESS.iter().position(|of| *of == value.id),
                _ if self.key == "theme" => archive.dataset.themes.iter().position(|theme| theme.id == value.id),
                _ => None,
            };
            place.unwrap_or(usize::MAX)
        };
        let by_id = sorted(self.values.len(), &|a, b| self.values[a].id.cmp(&self.values[b].id));
        let labels: Vec<&str> = by_id.iter().map(|at| self.values[*at].label.as_str()).collect();
        let by_label = (names.sorted_labels)(&archive.dataset.language, &labels);
        let ranks: Vec<usize> = by_label.iter().map(|at| rank(by_id[*at])).collect();
        sorted(ranks.len(), &|a, b| ranks[a].cmp(&ranks[b])).into_iter().map(|at| by_id[by_label[at]]).collect()
    }
}
