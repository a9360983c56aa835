//! The people of a table: one a row, several in a cell, or each in a column.

use crate::import::draft::{Draft, PersonDraft};
use crate::import::piece::{Kind, Row};
use crate::import::table::attendance::{attendance, whom};
use crate::import::table::comma::{Comma, is_family_name};
use crate::import::table::dates::unknown::is_unknown;
use crate::import::table::documents::bare;
use crate::import::table::drafts::Drafts;
use crate::import::table::lists::{apart, values};
use crate::import::table::names::{is_one_of, named, plain, shown};
use crate::import::table::role::Role;
use crate::import::told::{Done, Told};

impl Drafts<'_> {
    /// The people of a row.
    pub fn people(&self, row: &Row, draft: &mut Draft, told: &mut Told) {
        let text = |role: Role| self.text(row, role).map(str::to_owned);
        let (office, part) = (text(Role::Office), text(Role::Part));
        let organisation = self.joined(row, Role::Organisation);
        let mut people = Vec::new();
        for (at, column) in self.plan.columns.iter().enumerate() {
            let fixed = match column.role {
                Role::Person => part_of_heading(&column.heading),
                Role::Absent => Some("absent".to_owned()),
                Role::Excused => Some("excused".to_owned()),
                Role::Presence => {
                    people.extend(self.present(at, row, told));
                    continue;
                }
                _ => continue,
            };
            let cell = values(row.text(at), row.kind(at), column.cut);
            for value in cell.iter().flat_map(|value| apart(value)) {
                let value = bare(value);
                if is_unknown(value) {
                    continue;
                }
                let mut person = person(value, column.comma);
                person.part = person.part.or_else(|| fixed.clone());
                people.push(person);
            }
        }
        if let Some(family) = text(Role::FamilyName) {
            let name = [text(Role::GivenName), Some(family)].into_iter().flatten().collect::<Vec<_>>().join(" ");
            people.push(PersonDraft { name, ..PersonDraft::default() });
        }
        if let [person] = people.as_mut_slice() {
            person.office = person.office.take().or(office);
            person.organisation = person.organisation.take().or(organisation);
            person.part = part.and_then(|part| attendance(&part)).or(person.part.take());
        } else {
            for (role, value) in [(Role::Office, office), (Role::Organisation, organisation), (Role::Part, part)] {
                if let (Some(at), Some(value)) = (self.plan.first(role), value) {
                    self.rest(at, Kind::Text, vec![value], row, draft);
                }
            }
        }
        for person in people {
            if !draft.people.contains(&person) {
                draft.people.push(person);
            }
        }
    }

    /// The person whom the heading of a column names, where the row says whether that one came.
    fn present(&self, at: usize, row: &Row, told: &mut Told) -> Option<PersonDraft> {
        let column = &self.plan.columns[at];
        let said = row.text(at).trim();
        if is_unknown(said) {
            if !said.is_empty() {
                let why = "This does not say whether somebody came.";
                told.tell(Done::LeftOut, &self.table.origin(row, Some(at)), why, said).labelled(&column.heading);
            }
            return None;
        }
        let mut person = person(whom(&column.heading), column.comma);
        person.part = attendance(said).or(person.part);
        Some(person)
    }

    /// What all columns of a role say, with a comma between.
    fn joined(&self, row: &Row, role: Role) -> Option<String> {
        let texts = self.plan.all(role).map(|at| row.text(at).trim()).filter(|text| !is_unknown(text));
        Some(texts.collect::<Vec<_>>().join(", ")).filter(|text| !text.is_empty())
    }
}

/// The part that a heading gives to all below it: none where it only says that they are people.
fn part_of_heading(heading: &str) -> Option<String> {
    const PLAIN: &str = "required attendees|optional attendees|person|people|mep|meps|mp|mps|member of parliament|deputy|councillor|councilor|council member|\
        board member|committee member|trustee|senator|representative|representatives|commissioner|present members|\
        stortingsrepresentant|representant|kommunestyremedlem|riksdagsledamot|ledamot|kansanedustaja|valtuutettu|депутат|\
        abgeordnete|abgeordneter|mitglied|mitglieder|participant|participants|attendee|attendees|members|member|members present|present|\
        attendance list|person name|name|deltaker|deltakere|deltagere|til stede|tilstede|medlemmer|personer|deltagare|\
        narvarande|ledamoter|osallistuja|osallistujat|lasna|lasnaolijat|jasenet|участник|участники|присутствовали|\
        присутствующие|фио|члены|searvi|searvvit|oassevaldi|oassevaldit|teilnehmer|teilnehmende|anwesend|anwesende|\
        participants presents|delegate|delegates|guest|guests";
    let plain = plain(heading);
    if ["name of ", "names of ", "who "].iter().any(|start| plain.starts_with(start)) {
        return None;
    }
    let bare = plain.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    let shown = shown(heading);
    let label = shown.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    (!is_one_of(PLAIN, bare) && !label.is_empty()).then(|| label.to_owned())
}

/// A person as a cell writes one: `Name (organisation)`, `Moderator: Name`, `Name, organisation`.
fn person(text: &str, comma: Comma) -> PersonDraft {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (part, text) = match text.split_once(": ") {
        Some((part, rest)) if part.split(' ').count() <= 2 && !rest.is_empty() => {
            (Some(part.to_owned()), rest.to_owned())
        }
        _ => (None, text),
    };
    let (name, within) = match (text.strip_suffix(')').and_then(|text| text.split_once(" (")), text.split_once(", ")) {
        (Some((name, within)), _) => (name.to_owned(), Some(within.to_owned())),
        (None, Some((name, behind))) if comma == Comma::Organisation => (name.to_owned(), Some(behind.to_owned())),
        (None, Some((family, given))) if comma == Comma::FamilyName && is_family_name(family) => {
            (format!("{given} {family}"), None)
        }
        _ => (text, None),
    };
    // "(chair)" and "(Commissioner)" tell what somebody is, and no body.
    let is_office = |text: &String| {
        named(text).is_some_and(|named| named.is_exact && matches!(named.role, Role::Person | Role::Office))
    };
    let (office, organisation) = match within {
        Some(text) if is_office(&text) => (Some(text), None),
        within => (None, within),
    };
    PersonDraft { name, office, organisation, part, ..PersonDraft::default() }
}
