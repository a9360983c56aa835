//! Where an event is held, and what calendars that we wrote ourselves have put into one property.

use crate::import::calendar::lines::Property;
use crate::import::calendar::whole::Whole;
use crate::import::draft::{Draft, PlaceDraft};
use crate::import::plain::plain;
use crate::import::told::{Done, Told};

/// Takes the text of a location into a draft.
pub fn location(property: &Property, position: Option<(f64, f64)>, draft: &mut Draft, whole: &Whole, told: &mut Told) {
    let text = property.text();
    if whole.ours.is_some() {
        return our_location(property, &text, position, draft, told);
    }
    let text = plain(&text).paragraphs.join("\n");
    let is_address = |part: &str| ["http://", "https://"].iter().any(|scheme| part.to_lowercase().starts_with(scheme));
    let mut parts: Vec<&str> = Vec::new();
    for part in text.split(['\n', ',', ';']).map(str::trim).filter(|part| !part.is_empty()) {
        if is_address(part) && draft.online.is_none() {
            draft.online = Some(part.to_owned());
        } else {
            parts.push(part);
        }
    }
    let is_list = parts.len() > 1 && parts.iter().all(|part| whole.locations.contains(*part));
    if is_list {
        let why = "A location that lists others of the calendar is several places.";
        told.tell(Done::Guessed, &property.origin, why, &text).labelled("LOCATION");
        draft.places.extend(parts.iter().map(|part| PlaceDraft { name: (*part).to_owned(), ..PlaceDraft::default() }));
        return;
    }
    // A name of two parts is a town with its country, as a rule; of more the first is a building and the others its address.
    let name = parts.join(", ");
    let (name, rest) = match &parts[..] {
        [] => return,
        [_] | [_, _] => (name.as_str(), &[][..]),
        [name, rest @ ..] => (*name, rest),
    };
    let address = Some(rest.join(", ")).filter(|address| !address.is_empty());
    draft.places.push(PlaceDraft { name: name.to_owned(), address, coordinates: position, ..PlaceDraft::default() });
}

/// `Town hall, Bodø, Norway; Luleå, Sweden`, as our own export writes it.
fn our_location(property: &Property, text: &str, position: Option<(f64, f64)>, draft: &mut Draft, told: &mut Told) {
    let places: Vec<&str> = text.split("; ").map(str::trim).filter(|place| !place.is_empty()).collect();
    let coordinates = position.filter(|_| places.len() == 1);
    for (index, place) in places.iter().enumerate() {
        let mut parts: Vec<&str> = place.split(", ").collect();
        let country = (parts.len() > 1).then(|| parts.pop()).flatten().map(str::to_owned);
        let name = parts.pop().unwrap_or_default().to_owned();
        if !parts.is_empty() && index == 0 {
            draft.venue = Some(parts.join(", "));
        } else if !parts.is_empty() {
            let why = "A comma in the name of a place cannot be told from one behind a building.";
            told.tell(Done::Look, &property.origin, why, place).labelled("LOCATION");
        }
        draft.places.push(PlaceDraft { name, country, coordinates, ..PlaceDraft::default() });
    }
}
