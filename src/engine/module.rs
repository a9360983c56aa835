//! The engine that finds meetings, without any page: a module for whoever wants to drive or to measure it. What it gives
//! is put into objects by `module.js`.

use std::sync::OnceLock;

use wasm_bindgen::prelude::wasm_bindgen;

use crate::core::address::query::Query;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::explore::{PAGE_SIZE, Row, Shown, explore};
use crate::core::search::finder::finder;
use crate::core::search::pieces::write::{WHOLE, files};
use crate::core::search::pieces::{File, HEAD, piece};
use crate::engine::stream::{self, Extent};
use crate::language::{NAMES, order};

/// The facets that are told, in this order.
const FACETS: [&str; 3] = ["year", "theme", "country"];

/// An archive that is read into files, as it is published in pieces. What reading takes is given back with the instance
/// that read; the engine is another.
#[wasm_bindgen]
pub struct Files {
    json: String,
    files: Vec<File>,
    ids: Vec<String>,
}

#[wasm_bindgen]
impl Files {
    /// Reads an archive from the text of its dataset, as far as it takes to list and to count; none if it is no dataset.
    pub fn read(json: String) -> Option<Self> {
        // As of an archive whose page tells so.
        order::sort_plainly();
        let (catalogue, ids) = stream::catalogue(&json, Extent::Facets, &NAMES).ok()?;
        Some(Self { json, files: files(&catalogue, WHOLE), ids })
    }

    /// Reads it anew with its words: what can be taken then is all that there is. Whether that was possible.
    pub fn read_words(&mut self) -> bool {
        let whole = stream::catalogue(&self.json, Extent::Whole, &NAMES);
        let is_read = whole.is_ok();
        self.files.extend(whole.into_iter().flat_map(|(catalogue, _)| files(&catalogue, WHOLE)));
        is_read
    }

    /// The ids of the meetings, by position, with a line break between any two: one text is handed over sooner than many.
    pub fn ids(&self) -> String {
        self.ids.join("\n")
    }

    /// The name of the next file; none when all were taken.
    pub fn name(&self) -> Option<String> {
        self.files.last().map(|(name, _)| name.clone())
    }

    /// Takes the next file.
    pub fn take(&mut self) -> Vec<u8> {
        self.files.pop().map(|(_, bytes)| bytes).unwrap_or_default()
    }
}

/// What answers queries.
#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    catalogue: Catalogue,
}

#[wasm_bindgen]
impl Engine {
    /// An engine without an archive.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a file; the head of the catalogue comes first.
    pub fn take(&mut self, name: &str, bytes: &[u8]) {
        if name == HEAD {
            self.catalogue = Catalogue::read(&String::from_utf8_lossy(bytes)).unwrap_or_default();
            self.catalogue.finder = OnceLock::from(finder());
        } else if let Some(piece) = piece(name) {
            self.catalogue.take(piece, bytes);
        }
    }

    /// Reads the later parts of all words, so that compounds are found by them.
    pub fn read_later_parts(&self) {
        self.catalogue.read_later_parts();
    }

    /// The ids of the values of a facet: 0 for year, 1 for theme, 2 for country.
    pub fn values(&self, facet: usize) -> Vec<String> {
        let facet = FACETS.get(facet).and_then(|key| self.catalogue.facets.get(key));
        facet.map(|facet| facet.values.iter().map(|value| value.id.clone()).collect()).unwrap_or_default()
    }

    /// What is shown for a query: the number of meetings found, the number of positions that follow, at most `limit`,
    /// these positions, and the counts of the values of each facet. Years from 1 to 9999; 0 stands for an open end.
    pub fn query(
        &self,
        text: &str,
        from: i16,
        to: i16,
        themes: Vec<String>,
        countries: Vec<String>,
        limit: usize,
    ) -> Vec<u32> {
        let year = |year: i16| (year > 0).then_some(year);
        let query = Query::default()
            .with_text(text)
            .with_years(year(from), year(to))
            .with_values("theme", themes)
            .with_values("country", countries);
        let mut shown = explore(&self.catalogue, &query);
        if shown.found == 0 && !shown.lacking_for_later.is_empty() {
            self.read_later_parts();
            shown = explore(&self.catalogue, &query);
        }
        let later = (2..=shown.pages.min(limit.div_ceil(PAGE_SIZE))).map(|page| query.with_page(page));
        let later: Vec<Shown> = later.map(|query| explore(&self.catalogue, &query)).collect();
        let rows = std::iter::once(&shown).chain(&later).flat_map(|shown| &shown.rows);
        let positions = rows.filter_map(|row| match row {
            Row::Meeting(position) => Some(*position as u32),
            Row::Gap(_) => None,
        });
        let positions: Vec<u32> = positions.take(limit).collect();
        let mut told = vec![shown.found as u32, positions.len() as u32];
        told.extend(positions);
        let facets = self.catalogue.facets.all();
        for key in FACETS {
            let counts = facets.iter().position(|facet| facet.key == key).and_then(|at| shown.counts.get(at));
            told.extend(counts.into_iter().flatten().map(|count| *count as u32));
        }
        told
    }
}
