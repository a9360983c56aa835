//! What each column of a table is, by its heading and by what its values look like.

use std::collections::HashMap;

use crate::import::origin::Origin;
use crate::import::piece::Table;
use crate::import::table::header::Header;
use crate::import::table::names::{is_one_of, named, plain};
use crate::import::table::private::{is_of_contact, is_of_program};
use crate::import::table::role::Role;
use crate::import::table::stats::{MANY, SAMPLE, Stats};
use crate::import::told::{Done, Told};

/// The role of each column.
///
/// What a mapping says of some, by their positions, is not looked at again, and nothing is guessed of it.
pub fn roles(
    table: &Table,
    header: &Header,
    stats: &[Stats],
    above: Above,
    known: HashMap<usize, Role>,
    told: &mut Told,
) -> Vec<Role> {
    let roles = vec![Role::Rest; stats.len()];
    let mut columns = Columns { table, header, stats, above, known, roles, told };
    columns.name();
    columns.name_part();
    columns.name_presence();
    columns.settle_items();
    columns.settle_doubles();
    columns.settle_people();
    columns.settle_places();
    columns.find_lacking();
    columns.leave_out_empty();
    let Columns { known, mut roles, .. } = columns;
    for (at, role) in known {
        if let Some(of) = roles.get_mut(at) {
            *of = role;
        }
    }
    roles
}

/// What stands above a table says of it.
#[derive(Debug, Clone, Copy)]
pub struct Above {
    /// Whether meetings without a title can be called by it.
    pub has_caption: bool,
    /// Whether it says that the table tells who came.
    pub is_of_attendance: bool,
}

/// The columns of a table while it is found out what they are.
pub(super) struct Columns<'a> {
    pub(super) table: &'a Table,
    pub(super) header: &'a Header,
    pub(super) stats: &'a [Stats],
    pub(super) above: Above,
    known: HashMap<usize, Role>,
    pub(super) roles: Vec<Role>,
    pub(super) told: &'a mut Told,
}

impl Columns<'_> {
    pub(super) fn heading(&self, at: usize) -> &str {
        self.header.headings.get(at).map(String::as_str).unwrap_or_default()
    }

    fn origin(&self, at: usize) -> Origin {
        self.table.column(at)
    }

    pub(super) fn first(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|of| *of == role)
    }

    pub(super) fn tell(&mut self, done: Done, at: usize, why: &'static str) {
        let (origin, heading, role) = (self.origin(at), self.heading(at).to_owned(), self.roles[at]);
        let value = self.stats[at].first.clone();
        if self.known.contains_key(&at) {
            return;
        }
        self.told.tell(done, &origin, why, &value).labelled(&heading).into(role.word());
    }

    /// By headings, unless the values contradict them.
    fn name(&mut self) {
        for at in 0..self.roles.len() {
            if let Some(role) = self.known.get(&at) {
                self.roles[at] = *role;
                continue;
            }
            if self.is_contact(at) {
                self.roles[at] = Role::Out;
                let why = "How somebody is reached may be private and is not published; to publish it, write note for it in the mapping.";
                let (origin, heading) = (self.origin(at), self.heading(at).to_owned());
                self.told.tell(Done::LeftOut, &origin, why, "").labelled(&heading);
                continue;
            }
            if is_of_program(self.heading(at), &self.header.headings) {
                self.roles[at] = Role::Out;
                self.tell(Done::LeftOut, at, "What a calendar program keeps for itself is told of no meeting.");
                continue;
            }
            let Some(named) = named(self.heading(at)) else {
                self.look(at);
                continue;
            };
            // "Meeting" stands above their numbers as well as above their titles.
            let numbers = self.stats[at].numbers;
            let is_number = numbers > 0 && numbers * 2 >= self.stats[at].filled.min(SAMPLE);
            if named.role == Role::Title && is_number && is_a_meeting(self.heading(at)) {
                self.roles[at] = Role::Number;
                continue;
            }
            if self.stats[at].filled > 0 && !fits(named.role, &self.stats[at]) {
                // "Start" and "End" stand above times of day where the day has a column of its own.
                if let Role::Start | Role::End = named.role
                    && self.stats[at].is_most(self.stats[at].clocks)
                {
                    self.roles[at] = if named.role == Role::Start { Role::StartTime } else { Role::EndTime };
                    continue;
                }
                let is_misnamed = named.is_exact && !matches!(named.role, Role::Online | Role::Number | Role::Uid);
                self.look(at);
                if is_misnamed {
                    self.tell(
                        Done::Guessed,
                        at,
                        "The values of this column are not what its heading says; it was read by its values.",
                    );
                }
                continue;
            }
            self.roles[at] = named.role;
        }
        self.name_attendance();
    }

    /// Whether a column says how somebody is reached.
    fn is_contact(&self, at: usize) -> bool {
        is_of_contact(self.heading(at)) || self.stats[at].is_most(self.stats[at].mails)
    }

    /// By values alone, as far as they tell.
    fn look(&mut self, at: usize) {
        let stats = &self.stats[at];
        self.roles[at] = match stats {
            _ if stats.filled == 0 => Role::Out,
            _ if stats.is_most(stats.addresses) => Role::Document,
            _ if stats.is_most(stats.with_address) && stats.length() <= 200 => Role::Document,
            // More than three lines of text are no value of a facet.
            _ if stats.length() > 200 => Role::Note,
            _ => Role::Rest,
        };
    }

    /// Where each row tells of an item of an agenda, what is called a subject is the item's; elsewhere there are no items.
    fn settle_items(&mut self) {
        if !self.roles.iter().any(|role| role.is_of_item()) {
            return;
        }
        let has_rows = self.has_rows_of_items();
        for at in 0..self.roles.len() {
            // "Item" stands above numbers as well as above titles.
            if self.roles[at] == Role::Item && self.stats[at].is_most(self.stats[at].short) {
                self.roles[at] = Role::ItemNumber;
            }
        }
        let number = self.first(Role::ItemNumber);
        if let (Some(number), None, true) = (number, self.first(Role::Item), has_rows) {
            let may = |columns: &Self, at: usize| {
                let (role, stats) = (columns.roles[at], &columns.stats[at]);
                matches!(role, Role::Title | Role::Topic | Role::Theme | Role::Note)
                    || (role == Role::Rest && stats.numbers + stats.dates == 0)
            };
            if let Some(at) = (number + 1..self.roles.len()).find(|at| may(self, *at)) {
                self.roles[at] = Role::Item;
                self.tell(
                    Done::Guessed,
                    at,
                    "Each row has the number of an item of an agenda; this says what it is about.",
                );
            }
        }
        let has_items = has_rows && self.first(Role::Item).is_some();
        for at in (0..self.roles.len()).filter(|_| !has_items) {
            self.roles[at] = match self.roles[at] {
                Role::Item if self.first(Role::Agenda).is_none() => Role::Agenda,
                Role::Item | Role::ItemNumber | Role::Decision => Role::Rest,
                role => role,
            };
        }
    }

    /// Whether many rows are of the same meeting as the row above: they leave its day blank, or repeat it.
    fn has_rows_of_items(&self) -> bool {
        let Some(start) = self.first(Role::Start).or(self.first(Role::Year)) else { return false };
        let rows = self.table.rows.get(self.header.body..).unwrap_or_default();
        let is_further = |pair: &&[crate::import::piece::Row]| {
            let (above, here) = (pair[0].text(start).trim(), pair[1].text(start).trim());
            here.is_empty() || here == above
        };
        let further = rows.windows(2).filter(is_further).count();
        further * 3 >= rows.len().saturating_sub(1) && further > 0
    }

    /// Of several columns that can stand once, the one that says just that is kept; the others are facets or notes.
    fn settle_doubles(&mut self) {
        for at in 0..self.roles.len() {
            let role = self.roles[at];
            if !role.is_single() || role == Role::Rest {
                continue;
            }
            let rivals: Vec<usize> = (0..self.roles.len()).filter(|of| self.roles[*of] == role).collect();
            if rivals.len() < 2 {
                continue;
            }
            let exact = |of: &&usize| named(self.heading(**of)).is_some_and(|named| named.is_exact);
            // "title" before "name", "start" before "date": the plainer the better, the fuller the better.
            // What tells whether somebody came is the part; what else is told beside is the office.
            let is_said = |of: usize| role == Role::Part && self.stats[of].is_most(self.stats[of].attendance);
            let best = rivals
                .iter()
                .max_by_key(|of| {
                    let is_plain = plain(self.heading(**of)) == plain(role.word());
                    (is_said(**of), is_plain, exact(of), self.stats[**of].filled, std::cmp::Reverse(**of))
                })
                .copied()
                .unwrap_or(at);
            for rival in rivals.into_iter().filter(|rival| *rival != best) {
                let is_name = is_plain_name(self.heading(rival));
                let has_more = |of: &Role| matches!(of, Role::Office | Role::Organisation | Role::Part);
                self.roles[rival] = match role {
                    // Whoever has a function, and a title beside, is a person.
                    Role::Title if is_name && self.roles.iter().any(has_more) => Role::Person,
                    Role::Part if self.first(Role::Office).is_none() => Role::Office,
                    Role::Start if self.first(Role::End).is_none() && self.is_later(best, rival) => Role::End,
                    _ => Role::Rest,
                };
            }
        }
    }

    /// Whether the dates of a column are never before those of another, as texts, in rows that have both.
    fn is_later(&self, start: usize, end: usize) -> bool {
        let rows = self.table.rows.get(self.header.body..).unwrap_or_default().iter();
        rows.filter(|row| !row.text(end).trim().is_empty()).all(|row| row.text(start).trim() <= row.text(end).trim())
    }

    /// What tells of a person is of the meeting where there is no person.
    fn settle_people(&mut self) {
        let has_person = self.roles.iter().any(|role| matches!(role, Role::Person | Role::FamilyName));
        for at in 0..self.roles.len() {
            let role = self.roles[at];
            if !has_person && matches!(role, Role::Office | Role::Organisation | Role::Part | Role::GivenName) {
                self.roles[at] = Role::Rest;
            }
        }
    }

    /// A column of places beside one of cities is one of buildings.
    fn settle_places(&mut self) {
        if self.first(Role::City).is_some()
            && self.first(Role::Venue).is_none()
            && let Some(at) = self.first(Role::Place)
        {
            self.roles[at] = Role::Venue;
        }
        for (one, other) in [(Role::Lat, Role::Lon), (Role::Lon, Role::Lat)] {
            if let (Some(at), None) = (self.first(one), self.first(other)) {
                self.roles[at] = Role::Rest;
            }
        }
    }

    /// What every meeting needs is looked for among columns of which nobody knows what they are.
    fn find_lacking(&mut self) {
        let unnamed = |columns: &Self, at: usize| {
            let is_open = matches!(columns.roles[at], Role::Rest | Role::Note | Role::Out);
            is_open && !columns.is_contact(at) && !columns.known.contains_key(&at)
        };
        if self.first(Role::Start).is_none() && self.first(Role::Year).is_none() {
            let found = (0..self.roles.len()).find(|at| {
                unnamed(self, *at) && self.stats[*at].dates > 0 && self.stats[*at].is_most(self.stats[*at].dates)
            });
            if let Some(at) = found {
                self.roles[at] = Role::Start;
                self.tell(Done::Guessed, at, "Its values are dates, and no other column is called a date.");
            }
        }
        if self.first(Role::StartTime).is_none() {
            let is_clock =
                |of: &Stats| of.clocks > 0 && of.is_most(of.clocks) && of.dates == 0 && of.numbers < of.clocks;
            let found = (0..self.roles.len()).find(|at| unnamed(self, *at) && is_clock(&self.stats[*at]));
            if let Some(at) = found {
                self.roles[at] = Role::StartTime;
                self.tell(Done::Guessed, at, "Its values are times of day, and no other column is called a time.");
            }
        }
        if self.first(Role::Title).is_none() && !self.above.has_caption {
            let is_text =
                |of: &Stats| of.filled > 0 && of.numbers + of.dates + of.addresses == 0 && !of.is_most(of.attendance);
            let found = (0..self.roles.len())
                .filter(|at| unnamed(self, *at) && is_text(&self.stats[*at]) && self.stats[*at].length() <= 200);
            if let Some(at) = found.max_by_key(|at| (self.stats[*at].distinct, std::cmp::Reverse(*at))) {
                self.roles[at] = Role::Title;
                self.tell(Done::Guessed, at, "No column is called a title; this one has the most different texts.");
            } else if let Some(at) =
                self.first(Role::Within).or_else(|| self.first(Role::Topic)).or_else(|| self.first(Role::Organisation))
            {
                self.roles[at] = Role::Title;
                self.tell(Done::Guessed, at, "No column is called a title; this one can be one.");
            }
        }
    }

    /// A column that says nothing, and one without a heading that repeats another, is left out.
    fn leave_out_empty(&mut self) {
        for at in 0..self.roles.len() {
            if self.stats[at].filled == 0 {
                self.roles[at] = Role::Out;
                if !self.heading(at).is_empty() {
                    self.tell(Done::LeftOut, at, "Nothing stands in this column.");
                }
                continue;
            }
            let rows = self.table.rows.get(self.header.body..).unwrap_or_default();
            let repeats = |of: usize| rows.iter().all(|row| row.text(of) == row.text(at));
            if self.heading(at).is_empty() && self.roles[at] == Role::Rest && (0..at).any(repeats) {
                self.roles[at] = Role::Out;
                self.tell(Done::LeftOut, at, "This column has no heading and repeats another in every row.");
            }
        }
    }
}

/// Whether a heading says "meeting" and nothing else of it.
fn is_a_meeting(heading: &str) -> bool {
    const WORDS: &str = "meeting|sitting|session|mote|sammantrade|kokous|заседание|cahkkehat|coahkkin|sitzung|reunion";
    is_one_of(WORDS, &plain(heading))
}

/// Whether a heading says that something has a name, and nothing of what.
pub(super) fn is_plain_name(heading: &str) -> bool {
    matches!(
        plain(heading).as_str(),
        "name" | "navn" | "namn" | "nimi" | "namma" | "имя" | "фамилия имя отчество" | "nom"
    )
}

/// Whether values can be what a heading says.
fn fits(role: Role, stats: &Stats) -> bool {
    let Stats { filled, dates, loose, clocks, addresses, with_address, numbers, weekdays, .. } = stats;
    let most = |count: &usize| stats.is_most(*count);
    let some = |count: &usize| *count * 2 >= (*filled).min(2_000);
    match role {
        Role::Start | Role::End | Role::Modified => some(&(dates + loose)) || (role != Role::Modified && some(numbers)),
        Role::StartTime | Role::EndTime => some(clocks) || some(numbers),
        Role::Year | Role::Day | Role::Lat | Role::Lon => most(numbers),
        Role::Number => most(numbers) && *dates < (*filled).min(2_000),
        Role::Weekday => most(weekdays),
        // "Minutes" of a meeting are rather what was written of it.
        Role::Duration => some(&stats.lengths) && !some(with_address),
        Role::Page => some(addresses) || some(with_address),
        Role::Online => some(with_address),
        Role::Title | Role::Place | Role::City | Role::Person | Role::Country => {
            let are_numbers = most(numbers) && *filled > 3;
            !(most(dates) || most(addresses) || are_numbers)
        }
        // A key is another for each row.
        Role::Uid => stats.distinct >= (*filled).min(MANY),
        _ => true,
    }
}
