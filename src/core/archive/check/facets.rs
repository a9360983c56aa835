//! Judges the facets that an archive declares, and what meetings say under them.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use crate::core::archive::facets::{each_written, is_of_texts};
use crate::core::archive::format::{ByName, Dataset, Document, Facet, Meeting};
use crate::core::archive::path::Path;
use crate::core::archive::problem::{Fault, Problem};
use crate::core::archive::values::{KNOWN_FACETS, is_facet_key, is_known_facet};
use crate::core::text::fold::fold;

/// The orders that the values of a facet can have.
pub const ORDERS: [&str; 3] = ["label", "count", "declared"];

impl Checker {
    /// The facets that are declared.
    pub(super) fn facets(&mut self, facets: &[Facet]) {
        for (index, facet) in facets.iter().enumerate() {
            let path = Path::record("facets", index);
            let key = path.field("key");
            if !is_facet_key(&facet.key) {
                self.report(&key, Fault::BadKey(facet.key.clone()));
            } else if self.known.facets.position(&facet.key) != Some(index) {
                self.report(&key, Fault::DuplicateKey(facet.key.clone()));
            }
            match &facet.label {
                Some(label) => self.filled(&path.field("label"), label),
                None if is_known_facet(&facet.key) => {}
                None => self.report(&path.field("label"), Fault::NoLabel(facet.key.clone())),
            }
            self.by_language(&path.field("labels"), &facet.labels);
            if let Some(order) = &facet.order
                && !ORDERS.contains(&order.as_str())
            {
                self.report(&path.field("order"), Fault::BadOrder(order.clone()));
            }
            // Themes are declared by their list, all others by their labels alone.
            if facet.order.as_deref() == Some("declared") && facet.values.is_empty() && facet.key != "theme" {
                self.report(&path.field("values"), Fault::NothingDeclared);
            }
            if facet.show == Some(0) {
                self.report(&path.field("show"), Fault::NothingShown);
            }
        }
    }

    /// The values that a meeting has of the archive's own facets.
    pub(super) fn facets_of(&mut self, path: &Path, facets: &ByName) {
        let within = path.field("facets");
        for (key, texts) in facets {
            let path = within.field(key);
            if is_known_facet(key) {
                self.report(&path, Fault::KnownFacet(key.clone()));
            } else if !self.known.facets.has(key) {
                self.report(&path, Fault::UndeclaredFacet(key.clone()));
            }
            texts.as_slice().iter().for_each(|text| self.kind(&path, text));
        }
    }
}

/// What a keeper should look at, though it stops nothing: facets that no meeting has, and values that only case or a sign
/// tells apart. In the order of the declaration.
pub fn warnings(dataset: &Dataset) -> Vec<Problem> {
    let mut problems = Vec::new();
    let declared = dataset.facets.iter().map(|facet| facet.key.as_str());
    let keys: Vec<&str> = if dataset.facets.is_empty() { KNOWN_FACETS.to_vec() } else { declared.collect() };
    for (index, key) in keys.into_iter().enumerate() {
        let mut texts: BTreeSet<&str> = BTreeSet::new();
        // For each form without case and signs the text that had it first.
        let mut forms: BTreeMap<String, &str> = BTreeMap::new();
        let mut is_any = false;
        for (position, meeting) in dataset.meetings.iter().enumerate() {
            let path = Path::record("meetings", position);
            is_any = is_any || has_any(dataset, meeting, key);
            for (field, text) in written(meeting, key) {
                if !texts.insert(text) {
                    continue;
                }
                let form: String = fold(text).chars().filter(|char| char.is_alphanumeric()).collect();
                let first = *forms.entry(form).or_insert(text);
                if first != text {
                    let within = path.field(field);
                    let path = if field == "facets" { within.field(key) } else { within };
                    problems.push(Problem::new(path, Fault::NearlyTheSame(text.to_owned(), first.to_owned())));
                }
            }
        }
        if key == "person" && dataset.people_pages == Some(false) {
            problems.push(Problem::new(Path::record("facets", index), Fault::NoPeople));
        } else if !is_any && !dataset.facets.is_empty() {
            problems.push(Problem::new(Path::record("facets", index), Fault::UnusedFacet(key.to_owned())));
        }
    }
    problems
}

/// The texts of a meeting from which the values of a facet are made, each with the field it stands in. Ids, years, codes and
/// tags are no texts.
fn written<'a>(meeting: &'a Meeting, key: &str) -> Vec<(&'static str, &'a str)> {
    match key {
        key if !is_of_texts(key) => Vec::new(),
        "format" => meeting.format.iter().map(|format| ("format", format.as_str())).collect(),
        "document" => {
            let of = |field, documents: &'a [Document]| {
                documents.iter().flat_map(|of| of.kind.as_slice()).map(move |kind| (field, kind.as_str()))
            };
            let agenda = meeting.agenda.iter().flat_map(|item| of("agenda", &item.documents));
            of("documents", &meeting.documents).chain(agenda).collect()
        }
        key => {
            let own = meeting.facets.iter().filter(|(of, _)| of == key).flat_map(|(_, texts)| texts.as_slice());
            own.map(|text| ("facets", text.as_str())).collect()
        }
    }
}

/// Whether a meeting has any value in a facet.
fn has_any(dataset: &Dataset, meeting: &Meeting, key: &str) -> bool {
    let mut is_any = key == "year";
    each_written(key, meeting, &|id| dataset.places.iter().find(|place| place.id == id), &mut |_| is_any = true);
    is_any
}
