//! What the known facets of a meeting are made of: the one place that says it, for those who judge and for those who find.

use crate::core::archive::format::{Document, Meeting, Participation, Place};

/// The values of the facet `access`: a document of the meeting can be opened, or its documents are only known.
pub const ACCESS: [&str; 2] = ["open", "known"];

/// Whether the values of a facet are texts, and not ids, years, codes, tags or words of the format.
pub fn is_of_texts(key: &str) -> bool {
    !matches!(key, "theme" | "year" | "country" | "place" | "language" | "person" | "status" | "access")
}

/// Tells what a meeting has in the facet with this key, as the record writes it, in the record's order and possibly repeated.
/// `place` knows places by their ids. Nothing is told of years, which follow from the time.
pub fn each_written<'a>(
    key: &str,
    meeting: &'a Meeting,
    place: &dyn Fn(&str) -> Option<&'a Place>,
    tell: &mut dyn FnMut(&'a str),
) {
    match key {
        "theme" => each(&meeting.themes, tell),
        "country" => {
            for country in meeting.place_ids().iter().filter_map(|id| place(id)?.country.as_deref()) {
                tell(country);
            }
        }
        "place" => each(meeting.place_ids(), tell),
        "format" => each(meeting.format.as_slice(), tell),
        "document" => each_document(meeting, &mut |document| each(document.kind.as_slice(), tell)),
        "language" => each_document(meeting, &mut |document| each(&document.languages, tell)),
        "person" => {
            let mut tell = |people: &'a [Participation]| {
                people.iter().filter(|of| of.was_there()).for_each(|of| tell(&of.person));
            };
            tell(&meeting.people);
            meeting.agenda.iter().for_each(|item| tell(&item.people));
        }
        "status" => each(meeting.status.as_slice(), tell),
        "access" => {
            let [open, known] = ACCESS;
            let mut access = None;
            each_document(meeting, &mut |document| {
                if access.is_none() || document.can_be_opened() {
                    access = Some(if document.can_be_opened() { open } else { known });
                }
            });
            access.into_iter().for_each(tell);
        }
        own => {
            if let Some((_, texts)) = meeting.facets.iter().find(|(of, _)| of == own) {
                each(texts.as_slice(), tell);
            }
        }
    }
}

fn each<'a>(texts: &'a [String], tell: &mut dyn FnMut(&'a str)) {
    texts.iter().for_each(|text| tell(text));
}

/// Hands on the documents of a meeting and those of its agenda. By loops, since the iterator over both
/// ([`Meeting::all_documents`]) takes more of the WASM that the first page fetches.
fn each_document<'a>(meeting: &'a Meeting, tell: &mut dyn FnMut(&'a Document)) {
    meeting.documents.iter().for_each(&mut *tell);
    meeting.agenda.iter().for_each(|item| item.documents.iter().for_each(&mut *tell));
}
