//! Which rows of a table are one meeting.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

use crate::import::piece::{Row, Table};
use crate::import::table::items::put_together;
use crate::import::table::plan::{Plan, Unit};
use crate::import::table::role::Role;
use crate::import::table::totals::Foot;
use crate::import::told::{Done, Told};

/// The rows of each meeting, in the order of the file.
pub fn units(table: &Table, plan: &Plan, told: &mut Told) -> Vec<Unit> {
    let units = continued(table, plan, told);
    let mut units = put_together(table, plan, units, told);
    let merge = Merge { table, plan };
    merge.apply(&mut units, &|_| false, "The same row stands twice.", told);
    let people: Vec<usize> = (0..plan.columns.len()).filter(|at| plan.columns[*at].role.is_of_person()).collect();
    if !people.is_empty() {
        let why = "The row agrees with another in all but a person, and is one meeting with it.";
        let may = |at| people.contains(&at);
        let groups = merge.groups_of_people(&units, &may);
        merge.put(&mut units, groups, &may, why, told);
        // Of a table with a person in each row, what follows from the person is no meeting's own either.
        let following = merge.following(&units);
        let may = |at| people.contains(&at) || following.contains(&at);
        let groups = merge.groups_of_people(&units, &may);
        if !following.is_empty() && groups.0.len() * 2 <= units.len() {
            let why = "The row agrees with another in all but a person and what follows from that, and is one meeting with it.";
            merge.put(&mut units, groups, &may, why, told);
        }
    }
    // The column by which most rows are put together comes first.
    let lists = (0..plan.columns.len()).filter(|at| plan.columns[*at].role.is_list());
    let mut lists: Vec<(usize, usize)> = lists.map(|at| (merge.groups(&units, &|of| of == at).0.len(), at)).collect();
    lists.sort_unstable();
    for (_, at) in lists {
        let why = "The row agrees with another in all but one column, and is one meeting with it that has several values there.";
        merge.apply(&mut units, &|of| of == at, why, told);
    }
    units
}

/// Rows that leave blank what tells meetings apart go on with the row above.
fn continued(table: &Table, plan: &Plan, told: &mut Told) -> Vec<Unit> {
    let own: Vec<usize> = [Role::Title, Role::Start, Role::Uid, Role::Id, Role::Year]
        .into_iter()
        .filter_map(|role| plan.first(role))
        .collect();
    let is_blank = |row: &Row| own.iter().all(|at| row.text(*at).trim().is_empty());
    let mut units: Vec<Unit> = Vec::new();
    let foot = Foot::new(table, plan, told);
    for (at, row) in table.rows.iter().enumerate().skip(plan.body).filter(|(at, _)| !foot.has(*at)) {
        let at = u32::try_from(at).unwrap_or(u32::MAX);
        match units.last_mut() {
            Some(unit) if is_blank(row) => {
                unit.push(at);
                let why = "Title and day are blank, so the row goes on with the one above.";
                told.tell(Done::Merged, &table.origin(row, None), why, "");
            }
            _ => units.push(vec![at]),
        }
    }
    units
}

struct Merge<'a> {
    table: &'a Table,
    plan: &'a Plan,
}

impl Merge<'_> {
    fn row(&self, at: u32) -> Option<&Row> {
        self.table.rows.get(at as usize)
    }

    /// Whether two units say the same in every column but those that may differ.
    fn is_same(&self, one: &Unit, other: &Unit, may: &dyn Fn(usize) -> bool) -> bool {
        let is_same = |(one, other): (&u32, &u32)| match (self.row(*one), self.row(*other)) {
            (Some(one), Some(other)) => {
                (0..self.plan.columns.len()).all(|at| may(at) || one.text(at).trim() == other.text(at).trim())
            }
            _ => false,
        };
        // What was put together already differs in another column, and is no single row.
        one.len() == 1 && other.len() == 1 && one.iter().zip(other).all(is_same)
    }

    /// For each unit that stays the first of its group, and for each the position of the one that it is put to.
    fn groups(&self, units: &[Unit], may: &dyn Fn(usize) -> bool) -> (Vec<usize>, Vec<usize>) {
        let mut firsts: HashMap<u64, Vec<usize>> = HashMap::new();
        let (mut kept, mut to) = (Vec::new(), Vec::with_capacity(units.len()));
        for (at, unit) in units.iter().enumerate() {
            let mut hasher = DefaultHasher::new();
            if let Some(row) = unit.first().and_then(|at| self.row(*at)) {
                (0..self.plan.columns.len())
                    .filter(|at| !may(*at))
                    .for_each(|at| row.text(at).trim().hash(&mut hasher));
            }
            let candidates = firsts.entry(hasher.finish()).or_default();
            match candidates.iter().find(|first| self.is_same(&units[**first], unit, may)) {
                Some(first) => to.push(*first),
                None => {
                    candidates.push(at);
                    kept.push(at);
                    to.push(at);
                }
            }
        }
        (kept, to)
    }

    /// Who a row is about.
    fn name(&self, unit: &Unit) -> String {
        let Some(row) = unit.first().and_then(|at| self.row(*at)) else { return String::new() };
        let roles = [Role::Person, Role::FamilyName, Role::GivenName];
        let texts = roles.iter().flat_map(|role| self.plan.all(*role)).map(|at| row.text(at).trim());
        texts.collect::<Vec<_>>().join("\n")
    }

    /// The same groups where rows differ in a person; one person who spoke with several others met each of them apart.
    fn groups_of_people(&self, units: &[Unit], may: &dyn Fn(usize) -> bool) -> (Vec<usize>, Vec<usize>) {
        let (_, mut to) = self.groups(units, may);
        let organisation = |unit: &Unit| {
            let row = unit.first().and_then(|at| self.row(*at));
            let texts = self.plan.all(Role::Organisation).filter_map(|at| Some(row?.text(at).trim()));
            texts.collect::<Vec<_>>().join("\n")
        };
        let mut said: HashMap<(usize, String), String> = HashMap::new();
        let mut apart: HashSet<usize> = HashSet::new();
        for (unit, first) in units.iter().zip(&to) {
            let of = organisation(unit);
            if said.entry((*first, self.name(unit))).or_insert_with(|| of.clone()) != &of {
                apart.insert(*first);
            }
        }
        to.iter_mut().enumerate().filter(|(_, first)| apart.contains(first)).for_each(|(at, first)| *first = at);
        ((0..to.len()).filter(|at| to[*at] == *at).collect(), to)
    }

    /// The columns of no field that say the same in all rows of one person, of whom most have several.
    fn following(&self, units: &[Unit]) -> Vec<usize> {
        let names: Vec<String> = units.iter().map(|unit| self.name(unit)).collect();
        if names.iter().collect::<HashSet<_>>().len() * 2 > names.len() {
            return Vec::new();
        }
        let follows = |at: &usize| {
            let mut said: HashMap<&str, &str> = HashMap::new();
            let mut rows = names.iter().zip(units).filter_map(|(name, unit)| Some((name, self.row(*unit.first()?)?)));
            rows.all(|(name, row)| *said.entry(name).or_insert(row.text(*at).trim()) == row.text(*at).trim())
        };
        let rests = (0..self.plan.columns.len()).filter(|at| self.plan.columns[*at].role == Role::Rest);
        rests.filter(follows).collect()
    }

    /// Puts together what is the same but for some columns.
    fn apply(&self, units: &mut Vec<Unit>, may: &dyn Fn(usize) -> bool, why: &'static str, told: &mut Told) {
        let groups = self.groups(units, may);
        self.put(units, groups, may, why, told);
    }

    /// Puts units to the first of their groups.
    fn put(
        &self,
        units: &mut Vec<Unit>,
        (kept, to): (Vec<usize>, Vec<usize>),
        may: &dyn Fn(usize) -> bool,
        why: &'static str,
        told: &mut Told,
    ) {
        if kept.len() == units.len() {
            return;
        }
        for (at, first) in to.iter().enumerate().filter(|(at, first)| at != *first) {
            let unit = units[at].clone();
            let first_row = units[*first].first().and_then(|at| self.row(*at));
            if let (Some(row), Some(first_row)) = (unit.first().and_then(|at| self.row(*at)), first_row) {
                let differs = (0..self.plan.columns.len()).find(|at| may(*at) && !row.text(*at).trim().is_empty());
                let value = differs.map(|at| row.text(at)).unwrap_or_default();
                let label = differs.and_then(|at| self.plan.columns.get(at)).map(|column| column.heading.as_str());
                let line = told.tell(Done::Merged, &self.table.origin(row, differs), why, value);
                line.labelled(label.unwrap_or_default()).into(self.table.origin(first_row, None).to_string());
            }
            units[*first].extend(unit);
        }
        let mut all = std::mem::take(units);
        *units = kept.into_iter().map(|at| std::mem::take(&mut all[at])).collect();
    }
}
