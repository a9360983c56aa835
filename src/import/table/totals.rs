//! Rows that stand below a table, or add it up, and are no meetings.

use crate::import::piece::{Row, Table};
use crate::import::table::names::{is_one_of, plain};
use crate::import::table::plan::Plan;
use crate::import::table::role::Role;
use crate::import::told::{Done, Told};

/// Whether a text says that what stands beside it was added up: `Total`, `Yhteensä`, `Number present`.
pub fn is_total(text: &str) -> bool {
    const WORDS: &str = "total|totals|grand total|sub total|subtotal|sum|sums|average|count|number present|total present|quorum|rate|\
        percent|totalt|sum totalt|i alt|antall|antal|snitt|summa|yhteensa|keskiarvo|lukumaara|итого|всего|сумма|среднее|gesamt|summe|\
        insgesamt|anzahl|oktiibuot|present total|attendance rate";
    let plain = plain(text.trim_end_matches(':'));
    is_one_of(WORDS, &plain) || plain.starts_with("total ") || plain.starts_with("number of ")
}

/// How far down the rows are a table's own: those that add it up and remarks below it are told and left out.
pub struct Foot {
    /// Whether each row is one of them, by its position.
    is_foot: Vec<bool>,
}

impl Foot {
    /// Looks for them; a row that tells when something was is none.
    pub fn new(table: &Table, plan: &Plan, told: &mut Told) -> Self {
        let whens = [Role::Start, Role::Year, Role::Uid, Role::Id].into_iter().filter_map(|role| plan.first(role));
        let whens: Vec<usize> = whens.collect();
        let has_when = |row: &Row| whens.iter().any(|at| !row.text(*at).trim().is_empty());
        let last = table.rows.iter().rposition(has_when).unwrap_or_default();
        let mut is_foot = vec![false; table.rows.len()];
        for (at, row) in table.rows.iter().enumerate().skip(plan.body).filter(|(_, row)| !has_when(row)) {
            let mut filled = (0..row.len()).filter(|at| !row.text(*at).trim().is_empty());
            let Some(first) = filled.next() else { continue };
            let why = if is_total(row.text(first)) {
                "It adds up what stands above, and is no meeting."
            } else if at > last && filled.next().is_none() && !may_go_on(plan, first) {
                "It stands below the table, and is no part of a meeting."
            } else {
                continue;
            };
            is_foot[at] = true;
            told.tell(Done::LeftOut, &table.origin(row, Some(first)), why, row.text(first).trim());
        }
        Self { is_foot }
    }

    /// Whether the row at a position is one of them.
    pub fn has(&self, at: usize) -> bool {
        self.is_foot.get(at).copied().unwrap_or_default()
    }
}

/// Whether what stands alone in a row can go on with what stands above it in its column.
fn may_go_on(plan: &Plan, at: usize) -> bool {
    plan.columns.get(at).is_some_and(|column| {
        column.role.is_of_person()
            || column.role.is_of_item()
            || (column.role.is_list() && column.role != Role::Rest)
            || matches!(column.role, Role::Note | Role::Quote | Role::Page)
    })
}
