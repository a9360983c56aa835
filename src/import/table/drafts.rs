//! The meetings of a table: each of one row or several.

use crate::core::text::date::PartialDate;
use crate::import::draft::{Draft, PersonDraft, PlaceDraft, Rest, Wish};
use crate::import::piece::{Asked, Kind, Row, Table};
use crate::import::table::agenda::agenda;
use crate::import::table::dates::cell;
use crate::import::table::dates::unknown::is_unknown;
use crate::import::table::documents::documents;
use crate::import::table::lists::values;
use crate::import::table::names::{plain, shown};
use crate::import::table::plan::Plan;
use crate::import::table::role::Role;
use crate::import::table::rows::Unit;
use crate::import::table::when::Times;
use crate::import::told::{Done, Told};

/// Makes drafts of a table's rows.
pub struct Drafts<'a> {
    /// The table.
    pub table: &'a Table,
    /// How it is read.
    pub plan: &'a Plan,
    /// What the call says.
    pub asked: &'a Asked,
}

impl Drafts<'_> {
    /// The draft of the rows of a meeting.
    pub fn draft(&self, unit: &Unit, above: &mut Option<PartialDate>, told: &mut Told) -> Draft {
        let rows: Vec<&Row> = unit.iter().filter_map(|at| self.table.rows.get(*at as usize)).collect();
        let Some(first) = rows.first() else { return Draft::default() };
        let mut draft = Draft { origin: self.table.origin(first, None), ..Draft::default() };
        let times = Times { table: self.table, plan: self.plan, asked: self.asked };
        let when = times.when(first, *above, told);
        (draft.start, draft.end) = (when.start, when.end);
        *above = draft.start.or(*above);
        draft.notes.extend(when.notes);
        self.singles(first, &mut draft);
        self.place(first, &mut draft);
        for row in &rows {
            self.lists(row, &mut draft, told);
            self.people(row, &mut draft);
        }
        for row in rows.iter().skip(1) {
            self.singles_below(first, row, &mut draft);
        }
        draft
    }

    fn text<'r>(&self, row: &'r Row, role: Role) -> Option<&'r str> {
        self.plan.first(role).map(|at| row.text(at).trim()).filter(|text| !text.is_empty() && !is_unknown(text))
    }

    /// What a meeting has once.
    fn singles(&self, row: &Row, draft: &mut Draft) {
        let text = |role: Role| self.text(row, role).map(str::to_owned);
        draft.id = text(Role::Id);
        draft.uid = text(Role::Uid);
        draft.title = text(Role::Title).unwrap_or_default();
        draft.status = text(Role::Status);
        draft.format = text(Role::Format);
        draft.within = text(Role::Within);
        draft.online = text(Role::Online);
        draft.reference = text(Role::Reference).or_else(|| draft.uid.clone());
        draft.number = text(Role::Number).and_then(|number| number.trim_end_matches(['.', ' ']).parse().ok());
        draft.modified = self.text(row, Role::Modified).and_then(|text| {
            let cell = cell::told(text, Kind::Text)?;
            cell.start.day(|digits| self.plan.columns.first().and_then(|column| column.orders.order(digits)))
        });
        draft.notes.splice(0..0, text(Role::Subtitle));
    }

    /// What stands in further rows where a meeting has only one of it: a note, so that nothing is lost.
    fn singles_below(&self, first: &Row, row: &Row, draft: &mut Draft) {
        for (at, column) in self.plan.columns.iter().enumerate() {
            let text = row.text(at).trim();
            let is_told = column.role.is_list()
                || column.role.is_of_person()
                || matches!(column.role, Role::Note | Role::Quote | Role::Page | Role::Out);
            if !is_told && !text.is_empty() && text != first.text(at).trim() {
                draft.notes.push(format!("{}: {text}", shown(&column.heading)));
            }
        }
    }

    /// Where it was.
    fn place(&self, row: &Row, draft: &mut Draft) {
        let text = |role: Role| self.text(row, role).map(str::to_owned);
        let addresses: Vec<&str> =
            self.plan.all(Role::Address).map(|at| row.text(at).trim()).filter(|text| !text.is_empty()).collect();
        let address = Some(addresses.join(", ")).filter(|address| !address.is_empty());
        let address = match (address, text(Role::Postcode)) {
            (Some(address), Some(code)) => Some(format!("{address}, {code}")),
            (address, code) => address.or(code),
        };
        let street = addresses.first().map(|address| (*address).to_owned());
        let (city, venue, place) = (text(Role::City), text(Role::Venue), text(Role::Place));
        let rooms: Vec<&str> =
            self.plan.all(Role::Room).map(|at| row.text(at).trim()).filter(|text| !text.is_empty()).collect();
        let room = Some(rooms.join(", ")).filter(|room| !room.is_empty());
        let coordinates = self.coordinates(row);
        let mut found = PlaceDraft {
            region: text(Role::Region),
            country: text(Role::Country),
            coordinates,
            ..PlaceDraft::default()
        };
        match (coordinates, &city) {
            // Coordinates are a building's; without them the city is the place, and the building stands beside.
            (None, Some(name)) => {
                found.name.clone_from(name);
                let parts: Vec<String> = [venue.or(place), address, room].into_iter().flatten().collect();
                draft.venue = Some(parts.join(", ")).filter(|venue| !venue.is_empty());
            }
            _ => {
                let name = place.clone().or_else(|| venue.clone()).or(street).or_else(|| city.clone());
                found.name = name.unwrap_or_default();
                draft.venue = match (&place, venue, room) {
                    (Some(_), Some(venue), room) => {
                        Some([Some(venue), room].into_iter().flatten().collect::<Vec<_>>().join(", "))
                    }
                    (_, _, room) => room,
                };
                found.address = address;
                found.city = city.filter(|city| *city != found.name);
            }
        }
        if !found.name.is_empty() || found.country.is_some() || found.region.is_some() {
            draft.places.push(found);
        }
    }

    /// Where it was in degrees.
    fn coordinates(&self, row: &Row) -> Option<(f64, f64)> {
        let degrees = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
        if let (Some(lat), Some(lon)) = (self.text(row, Role::Lat), self.text(row, Role::Lon)) {
            return Some((degrees(lat)?, degrees(lon)?));
        }
        let (lat, lon) = self.text(row, Role::Coordinates)?.split_once([',', ';', ' '])?;
        Some((degrees(lat)?, degrees(lon)?))
    }

    /// What a meeting can have several of.
    fn lists(&self, row: &Row, draft: &mut Draft, told: &mut Told) {
        for (at, column) in self.plan.columns.iter().enumerate() {
            let (text, kind) = (row.text(at).trim(), row.kind(at));
            if text.is_empty() || is_unknown(text) {
                continue;
            }
            let values = || values(text, kind, column.cut);
            match column.role {
                Role::Theme => add(&mut draft.themes, values()),
                Role::Topic => add(&mut draft.topics, values()),
                Role::Note => add(&mut draft.notes, vec![self.noted(at, text)]),
                Role::Quote => add(&mut draft.quotes, vec![text.to_owned()]),
                Role::Agenda => {
                    let items = agenda(text);
                    let new = items.into_iter().filter(|item| !draft.agenda.contains(item)).collect::<Vec<_>>();
                    draft.agenda.extend(new);
                }
                Role::Page | Role::Document => self.documents(at, values(), draft),
                Role::Rest | Role::Facet | Role::Language => self.rest(at, kind, values(), row, draft),
                Role::Weekday => self.weekday(at, text, row, draft, told),
                _ => {}
            }
        }
    }

    /// A note with its heading, unless that says no more than that it is one.
    fn noted(&self, at: usize, text: &str) -> String {
        let heading = &self.plan.columns[at].heading;
        let says_nothing = matches!(
            plain(heading).as_str(),
            "" | "note" | "notes" | "description" | "comment" | "comments" | "beschreibung" | "text" | "details"
        );
        let is_only = self.plan.all(Role::Note).count() == 1;
        if says_nothing || is_only { text.to_owned() } else { format!("{}: {text}", shown(heading)) }
    }

    fn documents(&self, at: usize, values: Vec<String>, draft: &mut Draft) {
        let column = &self.plan.columns[at];
        for value in values {
            for mut document in documents(&value) {
                if column.role == Role::Page {
                    document.kind = Some("web page".to_owned());
                    // What has no address is meant as one, and is judged as that.
                    if document.url.is_none() {
                        document.url = Some(std::mem::take(&mut document.title));
                    }
                } else if document.title.is_empty() && !column.heading.is_empty() {
                    document.title = shown(&column.heading);
                }
                if !draft.documents.contains(&document) {
                    draft.documents.push(document);
                }
            }
        }
    }

    fn rest(&self, at: usize, kind: Kind, mut values: Vec<String>, row: &Row, draft: &mut Draft) {
        let column = &self.plan.columns[at];
        if kind == Kind::Flag {
            values = values.iter().map(|value| if value == "true" { "yes" } else { "no" }.to_owned()).collect();
        }
        let label = match shown(&column.heading) {
            label if label.is_empty() => format!("Column {}", self.plan.key(at)),
            label => label,
        };
        if let Some(rest) = draft.rest.iter_mut().find(|rest| rest.label == label) {
            add(&mut rest.values, values);
            return;
        }
        let wish = if column.role == Role::Facet { Wish::Facet } else { Wish::AsItComes };
        draft.rest.push(Rest { label, values, origin: self.table.origin(row, Some(at)), wish });
    }

    /// A day of the week follows from the day; one that does not is told.
    fn weekday(&self, at: usize, text: &str, row: &Row, draft: &mut Draft, told: &mut Told) {
        let day = draft.start.map(|start| start.first_day().weekday().to_monday_one_offset());
        let said = super::when::weekday_of(row, self.plan);
        if day.is_some() && said.is_some() && day != said {
            let why = "The day of the week is not that of the date; it became a note.";
            told.tell(Done::Look, &self.table.origin(row, Some(at)), why, text);
            draft.notes.push(format!("{}: {text}", shown(&self.plan.columns[at].heading)));
        }
    }

    /// The people of a row.
    fn people(&self, row: &Row, draft: &mut Draft) {
        let text = |role: Role| self.text(row, role).map(str::to_owned);
        let (office, organisation, part) = (text(Role::Office), text(Role::Organisation), text(Role::Part));
        let mut people = Vec::new();
        for (at, column) in self.plan.columns.iter().enumerate() {
            let fixed = match column.role {
                Role::Person => part_of_heading(&column.heading),
                Role::Absent => Some("absent".to_owned()),
                Role::Excused => Some("excused".to_owned()),
                _ => continue,
            };
            for value in values(row.text(at), row.kind(at), column.cut) {
                if is_unknown(&value) {
                    continue;
                }
                let mut person = person(&value, column.has_comma);
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
            person.part = part.map(|part| attendance(&part)).or(person.part.take());
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
}

fn add(to: &mut Vec<String>, values: Vec<String>) {
    for value in values {
        if !to.contains(&value) {
            to.push(value);
        }
    }
}

/// The part that a heading gives to all below it: none where it only says that they are people.
fn part_of_heading(heading: &str) -> Option<String> {
    const PLAIN: &str = "person|people|participant|participants|attendee|attendees|members|member|members present|present|\
        attendance list|person name|name|deltaker|deltakere|deltagere|til stede|tilstede|medlemmer|personer|deltagare|\
        narvarande|ledamoter|osallistuja|osallistujat|lasna|lasnaolijat|jasenet|участник|участники|присутствовали|\
        присутствующие|фио|члены|searvi|searvvit|oassevaldi|oassevaldit|teilnehmer|teilnehmende|anwesend|anwesende|\
        participants presents|delegate|delegates|guest|guests";
    let plain = plain(heading);
    let bare = plain.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    let shown = shown(heading);
    let label = shown.trim_end_matches(|char: char| char.is_ascii_digit() || char == ' ');
    (!PLAIN.split('|').any(|of| of == bare) && !label.is_empty()).then(|| label.to_owned())
}

/// What a word says of whether somebody came.
fn attendance(word: &str) -> String {
    match plain(word).as_str() {
        "absent"
        | "a"
        | "no"
        | "not present"
        | "fravaerende"
        | "ikke til stede"
        | "franvarande"
        | "poissa"
        | "отсутствовал"
        | "отсутствовала"
        | "abwesend"
        | "eai lean" => "absent".to_owned(),
        "excused" | "apologies" | "regrets" | "e" | "forfall" | "meldt forfall" | "estynyt" | "entschuldigt" => {
            "excused".to_owned()
        }
        _ => word.to_owned(),
    }
}

/// A person as a cell writes one: `Name (organisation)`, `Moderator: Name`, `Name, organisation`.
fn person(text: &str, has_comma: bool) -> PersonDraft {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let (part, text) = match text.split_once(": ") {
        Some((part, rest)) if part.split(' ').count() <= 2 && !rest.is_empty() => {
            (Some(part.to_owned()), rest.to_owned())
        }
        _ => (None, text),
    };
    let (name, organisation) =
        match (text.strip_suffix(')').and_then(|text| text.split_once(" (")), text.split_once(", ")) {
            (Some((name, within)), _) => (name.to_owned(), Some(within.to_owned())),
            (None, Some((name, behind))) if has_comma => (name.to_owned(), Some(behind.to_owned())),
            _ => (text, None),
        };
    PersonDraft { name, organisation, part, ..PersonDraft::default() }
}
