//! What each column of a table is, by its heading and by what its values look like.

use crate::import::origin::Origin;
use crate::import::piece::Table;
use crate::import::table::attendance::is_name;
use crate::import::table::header::Header;
use crate::import::table::names::{named, plain};
use crate::import::table::role::Role;
use crate::import::table::stats::{MANY, Stats};
use crate::import::told::{Done, Told};

/// The role of each column.
pub fn roles(table: &Table, header: &Header, stats: &[Stats], above: Above, told: &mut Told) -> Vec<Role> {
    let roles = vec![Role::Rest; stats.len()];
    let mut columns = Columns { table, header, stats, above, roles, told };
    columns.name();
    columns.name_presence();
    columns.settle_doubles();
    columns.settle_people();
    columns.settle_places();
    columns.find_lacking();
    columns.leave_out_empty();
    columns.roles
}

/// What stands above a table says of it.
#[derive(Debug, Clone, Copy)]
pub struct Above {
    /// Whether meetings without a title can be called by it.
    pub has_caption: bool,
    /// Whether it says that the table tells who came.
    pub is_of_attendance: bool,
}

struct Columns<'a> {
    table: &'a Table,
    header: &'a Header,
    stats: &'a [Stats],
    above: Above,
    roles: Vec<Role>,
    told: &'a mut Told,
}

impl Columns<'_> {
    fn heading(&self, at: usize) -> &str {
        self.header.headings.get(at).map(String::as_str).unwrap_or_default()
    }

    fn origin(&self, at: usize) -> Origin {
        self.table.column(at)
    }

    fn first(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|of| *of == role)
    }

    fn tell(&mut self, done: Done, at: usize, why: &'static str) {
        let (origin, heading, role) = (self.origin(at), self.heading(at).to_owned(), self.roles[at]);
        let value = self.stats[at].first.clone();
        self.told.tell(done, &origin, why, &value).labelled(&heading).into(role.word());
    }

    /// By headings, unless the values contradict them.
    fn name(&mut self) {
        for at in 0..self.roles.len() {
            let Some(named) = named(self.heading(at)) else {
                self.look(at);
                continue;
            };
            if self.stats[at].filled > 0 && !fits(named.role, &self.stats[at]) {
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

    /// A column that only says yes or no of whether somebody came is none of people.
    fn name_attendance(&mut self) {
        let is_said = |columns: &Self, at: usize| columns.stats[at].is_most(columns.stats[at].attendance);
        let has_names = (0..self.roles.len())
            .any(|at| matches!(self.roles[at], Role::Person | Role::FamilyName) && !is_said(self, at));
        for at in 0..self.roles.len() {
            if self.roles[at] == Role::Person && is_said(self, at) {
                self.roles[at] = if has_names { Role::Part } else { Role::Rest };
            }
        }
    }

    /// Columns that say of somebody each whether that one came: they are called by names, which nobody knows.
    fn name_presence(&mut self) {
        let is_open = |columns: &Self, at: usize| {
            let heading = columns.heading(at);
            heading.chars().any(char::is_alphabetic) && named(heading).is_none_or(|named| !named.is_exact)
        };
        let is_said = |columns: &Self, at: usize| columns.stats[at].is_most(columns.stats[at].attendance);
        let found: Vec<usize> = (0..self.roles.len()).filter(|at| is_open(self, *at) && is_said(self, *at)).collect();
        let sum = |of: &dyn Fn(&Stats) -> usize| found.iter().map(|at| of(&self.stats[*at])).sum::<usize>();
        // "Yes" and a cross answer many questions; "present" and "excused" one.
        let is_sure = sum(&|stats| stats.presence) * 2 >= sum(&|stats| stats.attendance);
        let are_names = found.iter().all(|at| is_name(self.heading(*at)));
        let has_people = self.roles.iter().any(|role| matches!(role, Role::Person | Role::FamilyName));
        match found.as_slice() {
            [] => {}
            [one] if is_sure && has_people && self.first(Role::Part).is_none() => {
                self.roles[*one] = Role::Part;
                self.tell(Done::Guessed, *one, "Its values say whether somebody came, and another column says who.");
            }
            several if (is_sure && (several.len() > 1 || are_names)) || (self.above.is_of_attendance && are_names) => {
                // Beside columns that say it, one called by a name says of whoever rarely came how, or why not.
                let is_beside = |at: &usize| {
                    is_open(self, *at) && is_name(self.heading(*at)) && self.stats[*at].attendance > 0
                };
                let beside: Vec<usize> =
                    (0..self.roles.len()).filter(|at| several.contains(at) || is_beside(at)).collect();
                for at in beside {
                    self.roles[at] = Role::Presence;
                    self.tell(Done::Guessed, at, "It is called by a person, and its values say whether that one came.");
                }
            }
            several if are_names => {
                let why = "If it is called by a person and says whether that one came, write presence for it in the mapping.";
                several.to_vec().into_iter().for_each(|at| self.tell(Done::Look, at, why));
            }
            _ => {}
        }
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
                let is_name =
                    matches!(plain(self.heading(rival)).as_str(), "name" | "navn" | "namn" | "nimi" | "namma");
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
        let unnamed = |columns: &Self, at: usize| matches!(columns.roles[at], Role::Rest | Role::Note | Role::Out);
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
            let is_text = |of: &Stats| of.filled > 0 && of.numbers + of.dates + of.addresses == 0;
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

/// Whether values can be what a heading says.
fn fits(role: Role, stats: &Stats) -> bool {
    let Stats { filled, dates, clocks, addresses, with_address, numbers, weekdays, .. } = stats;
    let most = |count: &usize| stats.is_most(*count);
    let some = |count: &usize| *count * 2 >= (*filled).min(2_000);
    match role {
        Role::Start | Role::End | Role::Modified => some(dates) || (role != Role::Modified && some(numbers)),
        Role::StartTime | Role::EndTime => some(clocks) || some(numbers),
        Role::Year | Role::Day | Role::Lat | Role::Lon => most(numbers),
        Role::Number => most(numbers) && *dates < (*filled).min(2_000),
        Role::Weekday => most(weekdays),
        // "Minutes" of a meeting are rather what was written of it.
        Role::Duration => stats.length() <= 20 && !some(with_address),
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
