//! Tables with a row for each item of an agenda, as registers of minutes are.

use crate::import::draft::{Draft, ItemDraft};
use crate::import::piece::{Row, Table};
use crate::import::table::dates::unknown::is_unknown;
use crate::import::table::drafts::Drafts;
use crate::import::table::plan::{Plan, Unit};
use crate::import::table::role::Role;
use crate::import::told::{Done, Told};

/// What two rows of one meeting agree in.
const OF_MEETING: [Role; 13] = [
    Role::Id,
    Role::Uid,
    Role::Title,
    Role::Number,
    Role::Start,
    Role::StartTime,
    Role::Year,
    Role::Month,
    Role::Day,
    Role::Place,
    Role::City,
    Role::Venue,
    Role::Room,
];

/// Puts rows that follow each other and are of one meeting together, where a table has a row for each item.
pub fn put_together(table: &Table, plan: &Plan, units: Vec<Unit>, told: &mut Told) -> Vec<Unit> {
    if plan.first(Role::Item).is_none() {
        return units;
    }
    let columns: Vec<usize> = OF_MEETING.into_iter().filter_map(|role| plan.first(role)).collect();
    let row = |unit: &Unit| unit.first().and_then(|at| table.rows.get(*at as usize));
    let mut together: Vec<Unit> = Vec::new();
    for unit in units {
        let is_same = |one: &Row, other: &Row| columns.iter().all(|at| one.text(*at).trim() == other.text(*at).trim());
        let above = together.last_mut();
        match (above, row(&unit)) {
            (Some(above), Some(here)) if row(above).is_some_and(|above| is_same(above, here)) => {
                let why = "The row is of the same meeting as the one above, and a further item of its agenda.";
                told.tell(Done::Merged, &table.origin(here, plan.first(Role::Item)), why, "");
                above.extend(unit);
            }
            _ => together.push(unit),
        }
    }
    together
}

impl Drafts<'_> {
    /// The item of the agenda that a row tells of.
    pub fn item(&self, row: &Row, draft: &mut Draft) {
        let text = |role: Role| self.text(row, role).map(str::to_owned);
        let (number, decision) = (text(Role::ItemNumber), text(Role::Decision));
        let number = number.map(|number| number.trim_end_matches(['.', ')']).to_owned());
        let title = text(Role::Item).unwrap_or_default();
        // What goes on with the row above goes on with its item.
        if title.is_empty() && number.is_none() {
            match (draft.agenda.last_mut(), decision) {
                (Some(last), Some(decision)) => {
                    let before = last.decision.take();
                    last.decision = Some([before, Some(decision)].into_iter().flatten().collect::<Vec<_>>().join("\n"));
                }
                (None, Some(decision)) => draft.notes.push(decision),
                _ => {}
            }
            return;
        }
        let item = ItemDraft { number, title, decision, ..ItemDraft::default() };
        if !draft.agenda.contains(&item) {
            draft.agenda.push(item);
        }
    }

    /// A note of a row that has an item of its own is the item's.
    pub fn note_of_item(&self, text: &str, draft: &mut Draft) -> bool {
        let Some(item) = draft.agenda.last_mut().filter(|_| self.plan.first(Role::Item).is_some()) else {
            return false;
        };
        if !is_unknown(text) {
            let before = item.text.take();
            item.text = Some([before, Some(text.to_owned())].into_iter().flatten().collect::<Vec<_>>().join("\n"));
        }
        true
    }
}
