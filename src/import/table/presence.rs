//! Which columns say whether somebody came: one beside the names, or one for each name.

use crate::import::table::attendance::{is_name as is_a_name, whom};
use crate::import::table::columns::{Columns, is_plain_name};
use crate::import::table::names::named;
use crate::import::table::role::Role;
use crate::import::table::stats::{SAMPLE, Stats};
use crate::import::told::Done;

impl Columns<'_> {
    /// A column that only says yes or no of whether somebody came is none of people.
    pub(super) fn name_attendance(&mut self) {
        let is_said = |columns: &Self, at: usize| columns.stats[at].is_most(columns.stats[at].attendance);
        let has_names = (0..self.roles.len())
            .any(|at| matches!(self.roles[at], Role::Person | Role::FamilyName) && !is_said(self, at));
        for at in 0..self.roles.len() {
            if self.roles[at] == Role::Person && is_said(self, at) {
                self.roles[at] = if has_names { Role::Part } else { Role::Rest };
            }
        }
    }

    /// A column that says in plain words whether somebody came is that, whatever it is called, where another says who.
    pub(super) fn name_part(&mut self) {
        if self.first(Role::Part).is_none() {
            let is_said = |columns: &Self, at: usize| {
                let (stats, role) = (&columns.stats[at], columns.roles[at]);
                stats.is_most(stats.attendance)
                    && stats.presence * 2 >= stats.filled.min(SAMPLE)
                    && role != Role::Presence
            };
            let said: Vec<usize> = (0..self.roles.len()).filter(|at| is_said(self, *at)).collect();
            let is_name = |at: usize| is_plain_name(self.heading(at)) && self.stats[at].numbers == 0;
            let has_who = (0..self.roles.len())
                .any(|at| matches!(self.roles[at], Role::Person | Role::FamilyName) || is_name(at));
            if let [one] = said.as_slice()
                && has_who
                && !is_a_name(self.heading(*one))
                && !is_plain_name(self.heading(*one))
            {
                self.roles[*one] = Role::Part;
                self.tell(Done::Guessed, *one, "Its values say whether somebody came, and another column says who.");
            }
        }
        // Beside whether somebody came, a name is that one's.
        let has_person = self.roles.iter().any(|role| matches!(role, Role::Person | Role::FamilyName));
        let part = self.first(Role::Part).filter(|at| self.stats[*at].is_most(self.stats[*at].attendance));
        let name = (0..self.roles.len()).find(|at| self.roles[*at] == Role::Title && is_plain_name(self.heading(*at)));
        if let (false, Some(_), Some(at)) = (has_person, part, name) {
            self.roles[at] = Role::Person;
        }
    }

    /// Columns that say of somebody each whether that one came: they are called by names, which nobody knows.
    pub(super) fn name_presence(&mut self) {
        let is_open = |columns: &Self, at: usize| {
            let heading = columns.heading(at);
            heading.chars().any(char::is_alphabetic)
                && columns.roles[at] != Role::Part
                && named(heading).is_none_or(|named| !named.is_exact)
        };
        let is_said = |columns: &Self, at: usize| columns.stats[at].is_most(columns.stats[at].attendance);
        let found: Vec<usize> = (0..self.roles.len()).filter(|at| is_open(self, *at) && is_said(self, *at)).collect();
        let sum = |of: &dyn Fn(&Stats) -> usize| found.iter().map(|at| of(&self.stats[*at])).sum::<usize>();
        // "Yes" and a cross answer many questions; "present" and "excused" one.
        let is_sure = sum(&|stats| stats.presence) * 2 >= sum(&|stats| stats.attendance);
        let names: Vec<usize> = found.iter().copied().filter(|at| is_a_name(self.heading(*at))).collect();
        let are_names = names.len() == found.len();
        // What stands above several of them says that they are people: "Members".
        let is_told =
            self.above.is_of_attendance || names.iter().any(|at| whom(self.heading(*at)) != self.heading(*at));
        let meant = if is_sure { &found } else { &names };
        match meant.as_slice() {
            [] => {}
            several if (is_sure && (several.len() > 1 || are_names)) || (is_told && several.len() > 1) => {
                // Beside columns that say it, one called by a name says of whoever rarely came how, or why not.
                let is_beside =
                    |at: &usize| is_open(self, *at) && is_a_name(self.heading(*at)) && self.stats[*at].attendance > 0;
                let beside: Vec<usize> =
                    (0..self.roles.len()).filter(|at| several.contains(at) || is_beside(at)).collect();
                for at in beside {
                    self.roles[at] = Role::Presence;
                    self.tell(Done::Guessed, at, "It is called by a person, and its values say whether that one came.");
                }
            }
            several if several.len() > 1 && !is_sure => {
                let why =
                    "If it is called by a person and says whether that one came, write presence for it in the mapping.";
                several.iter().copied().for_each(|at| self.tell(Done::Look, at, why));
            }
            _ => {}
        }
    }
}
