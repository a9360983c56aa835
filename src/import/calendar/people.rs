//! People of an event: who called it, who was asked to come.

use crate::import::calendar::lines::Property;
use crate::import::draft::{Draft, PersonDraft, Rest};
use crate::import::told::{Done, Told};

/// Takes an `ATTENDEE` or an `ORGANIZER` into a draft.
pub fn take_person(property: &Property, draft: &mut Draft, told: &mut Told) {
    let tell = |told: &mut Told, done, why, value: &str| {
        _ = told.tell(done, &property.origin, why, value).labelled(&property.name)
    };
    let address = property.text();
    let name = property.parameter("CN").filter(|name| !name.contains('@'));
    let Some(name) = name else {
        let why = "Somebody who is told by a mail address alone was left out: addresses are not published.";
        return tell(told, Done::LeftOut, why, &address);
    };
    let name = without_quotes(&name);
    let kind = property.parameter("CUTYPE").unwrap_or_default().to_ascii_uppercase();
    match kind.as_str() {
        "ROOM" if draft.venue.is_none() => return draft.venue = Some(name),
        "ROOM" | "RESOURCE" => {
            let rest = Rest {
                label: "Resource".into(),
                values: vec![name],
                origin: property.origin.clone(),
                ..Rest::default()
            };
            return draft.rest.push(rest);
        }
        _ => {}
    }
    let is_organizer = property.name == "ORGANIZER";
    let role = property.parameter("ROLE").unwrap_or_default().to_ascii_uppercase();
    let state = property.parameter("PARTSTAT").unwrap_or_default().to_ascii_uppercase();
    let part = match (is_organizer, role.as_str(), state.as_str()) {
        (_, _, "DECLINED") => {
            tell(told, Done::Guessed, "Somebody who had declined to come is told as excused.", &name);
            Some("excused")
        }
        (_, _, "DELEGATED") => {
            tell(told, Done::LeftOut, "Somebody who sent another was left out.", &name);
            return;
        }
        (true, ..) => Some("Organiser"),
        (_, "CHAIR", _) => Some("Chair"),
        _ => None,
    };
    let part = part.map(str::to_owned);
    match draft.people.iter_mut().rev().take(5_000).find(|person| person.name == name) {
        Some(person) => person.part = person.part.take().or(part),
        None => draft.people.push(PersonDraft { name, part, ..PersonDraft::default() }),
    }
}

fn without_quotes(name: &str) -> String {
    name.trim().trim_matches(['"', '\'']).trim().to_owned()
}
