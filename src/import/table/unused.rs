//! What a cell says and no field could take, since it is not what its column is of: a note, so that nothing is lost.

use crate::import::draft::Draft;
use crate::import::piece::Row;
use crate::import::table::dates::tokens::month;
use crate::import::table::drafts::Drafts;
use crate::import::table::names::shown;
use crate::import::table::role::Role;
use crate::import::table::when::When;
use crate::import::told::{Done, Told};

/// Why a cell became a note.
const NOT_THAT: &str = "This is not what its column is of; it became a note.";
const NOT_THE_DATE: &str = "This is not what the date says; it became a note.";
const NO_LENGTH: &str = "This is no length of time that fits the beginning and the end; it became a note.";

impl Drafts<'_> {
    /// Notes of what the cells of a meeting's first row say and nothing of it has taken.
    pub fn unused(&self, row: &Row, when: &When, draft: &mut Draft, told: &mut Told) {
        let date = draft.start.map(|start| start.to_string()).unwrap_or_default();
        let part = |at: usize| date.split(['-', 'T']).nth(at).and_then(|part| part.parse::<i16>().ok());
        let is_part = |text: &str, at: usize| {
            let number = text.trim_end_matches('.').trim_end_matches(".0").parse::<i16>().ok();
            let number =
                number.or_else(|| month(&crate::core::text::fold::fold(text)).map(i16::from).filter(|_| at == 1));
            number.is_some() && number == part(at)
        };
        for (at, column) in self.plan.columns.iter().enumerate() {
            // Of several columns of a role the first counts; the others are facets or notes.
            let Some(text) = self.text(row, column.role).filter(|_| self.plan.first(column.role) == Some(at)) else {
                continue;
            };
            let why = match column.role {
                Role::Number if draft.number.is_none() => NOT_THAT,
                Role::Modified if draft.modified.is_none() => NOT_THAT,
                Role::Lat | Role::Lon | Role::Coordinates if self.coordinates(row).is_none() => NOT_THAT,
                Role::Year if !is_part(text, 0) => NOT_THE_DATE,
                Role::Month if !is_part(text, 1) => NOT_THE_DATE,
                Role::Day if !is_part(text, 2) => NOT_THE_DATE,
                Role::Duration if !when.is_length_told => NO_LENGTH,
                Role::Postcode if draft.places.is_empty() && draft.venue.is_none() => NOT_THAT,
                _ => continue,
            };
            self.note(at, text, why, row, draft, told);
        }
    }

    /// A note of what a cell says.
    pub fn note(&self, at: usize, text: &str, why: &'static str, row: &Row, draft: &mut Draft, told: &mut Told) {
        let heading = shown(&self.plan.columns[at].heading);
        told.tell(Done::Look, &self.table.origin(row, Some(at)), why, text).labelled(&heading);
        draft.notes.push(format!("{heading}: {text}"));
    }
}
