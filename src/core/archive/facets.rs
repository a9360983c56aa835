//! What the known facets of a meeting are made of: the one place that says it, for those who judge and for those who find.

use crate::core::archive::format::{Meeting, Place};

/// The values of the facet `access`: a document of the meeting can be opened, or its documents are only known.
pub const ACCESS: [&str; 2] = ["open", "known"];

/// Tells what a meeting has in the facet with this key, as the record writes it, in the record's order and possibly repeated.
/// `place` knows places by their ids. Nothing is told of years, which follow from the time.
pub fn each_written<'a>(
    key: &str,
    meeting: &'a Meeting,
    place: &dyn Fn(&str) -> Option<&'a Place>,
    tell: &mut dyn FnMut(&'a str),
) {
    match key {
        "theme" => meeting.themes.iter().for_each(|theme| tell(theme)),
        "country" => {
            let places = meeting.place_ids().filter_map(place);
            places.filter_map(|place| place.country.as_deref()).for_each(tell);
        }
        "place" => meeting.place_ids().for_each(tell),
        "format" => meeting.format.as_deref().into_iter().for_each(tell),
        "document" => meeting.all_documents().for_each(|of| of.kind.as_slice().iter().for_each(|kind| tell(kind))),
        "language" => meeting.all_documents().for_each(|of| of.languages.iter().for_each(|language| tell(language))),
        "person" => meeting.all_people().filter(|of| of.was_there()).for_each(|of| tell(&of.person)),
        "status" => meeting.status.as_deref().into_iter().for_each(tell),
        "access" => access(meeting).into_iter().for_each(tell),
        own => {
            let own = meeting.facets.iter().find(|(of, _)| of == own);
            own.into_iter().flat_map(|(_, texts)| texts.as_slice()).for_each(|text| tell(text));
        }
    }
}

/// Whether a meeting's documents can be opened; none where it has none.
fn access(meeting: &Meeting) -> Option<&'static str> {
    let [open, known] = ACCESS;
    let is_open = meeting.all_documents().any(|document| document.can_be_opened());
    let is_any = meeting.all_documents().next().is_some();
    is_any.then_some(if is_open { open } else { known })
}
