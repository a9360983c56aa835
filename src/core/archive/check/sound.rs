//! What is left of a dataset without what is at fault in it.

use crate::core::archive::format::Dataset;
use crate::core::archive::problem::Problem;
use crate::core::archive::values::{
    MAX_LATITUDE, MAX_LONGITUDE, is_contact, is_country, is_kept_path, is_web_address, is_within,
};

/// Drops what is at fault, so that no page can show it. A fault in a place, a theme or a person costs what is at fault, not
/// the meetings that name it.
pub fn drop_unsound(dataset: &mut Dataset, problems: &[Problem]) {
    drop_faulty(problems, "meetings", &mut dataset.meetings);
    drop_faulty(problems, "gaps", &mut dataset.gaps);
    drop_unnamed(problems, "themes", &mut dataset.themes);
    drop_unnamed(problems, "places", &mut dataset.places);
    drop_unnamed(problems, "people", &mut dataset.people);
    drop_unnamed(problems, "sources", &mut dataset.sources);
    drop_faulty(problems, "facets", &mut dataset.facets);
    for source in &mut dataset.sources {
        // An address becomes a link, so a bad one must not reach a page.
        source.url.take_if(|url| !is_web_address(url));
    }
    dataset.contact.take_if(|contact| !is_contact(contact));
    if let Some(publisher) = &mut dataset.publisher {
        publisher.url.take_if(|url| !is_web_address(url));
    }
    dataset.publisher.take_if(|publisher| publisher.name.trim().is_empty());
    dataset.logo.take_if(|file| !is_kept_path(file));
    for meeting in &mut dataset.meetings {
        // No link leads out of the folder of kept files.
        let of_agenda = meeting.agenda.iter_mut().flat_map(|item| &mut item.documents);
        for document in meeting.documents.iter_mut().chain(of_agenda) {
            document.file.take_if(|file| !is_kept_path(file));
        }
    }
    dataset.links.retain(|link| is_web_address(&link.url) && !link.title.trim().is_empty());
    for place in &mut dataset.places {
        place.country.take_if(|code| !is_country(code));
        let sound = |degrees: Option<f64>, limit| degrees.is_some_and(|degrees| is_within(degrees, limit));
        if !sound(place.lat, MAX_LATITUDE) || !sound(place.lon, MAX_LONGITUDE) {
            (place.lat, place.lon) = (None, None);
        }
    }
    dataset.places.retain(|place| !place.name.trim().is_empty());
    dataset.themes.retain(|theme| !theme.label.trim().is_empty());
    dataset.people.retain(|person| !person.name.trim().is_empty());
}

/// Drops the records in which anything is at fault.
fn drop_faulty<T>(problems: &[Problem], list: &str, records: &mut Vec<T>) {
    drop_at_fault(problems, list, false, records);
}

/// Drops the records whose id is at fault, so that nothing can name them.
fn drop_unnamed<T>(problems: &[Problem], list: &str, records: &mut Vec<T>) {
    drop_at_fault(problems, list, true, records);
}

/// Drops the records that are at fault; of these, if `only_unnamed`, only those whose id is.
fn drop_at_fault<T>(problems: &[Problem], list: &str, only_unnamed: bool, records: &mut Vec<T>) {
    let mut is_faulty = vec![false; records.len()];
    let errors = problems.iter().filter(|problem| problem.is_error()).filter_map(|problem| problem.record.as_ref());
    for record in errors.filter(|record| record.list == list && (record.is_unnamed || !only_unnamed)) {
        if let Some(is_faulty) = is_faulty.get_mut(record.index) {
            *is_faulty = true;
        }
    }
    let mut is_faulty = is_faulty.into_iter();
    records.retain(|_| is_faulty.next() != Some(true));
}
