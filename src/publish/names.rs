//! The names that an archive uses.

use std::collections::BTreeSet;

use crate::core::archive::Archive;
use crate::core::search::collection::Collection;
use crate::language::{order, world};

/// Whether the labels of all facets would stand in the same order by their plain letters.
pub fn is_plain(collection: &Collection) -> bool {
    let language = &collection.archive.dataset.language;
    collection.catalogue.facets.all().iter().all(|facet| {
        // As the app has them when it puts them in order.
        let mut values: Vec<(&str, &str)> =
            facet.recorded().iter().map(|value| (value.id.as_str(), value.label.as_str())).collect();
        values.sort();
        order::is_plain(language, &values.into_iter().map(|(_, label)| label).collect::<Vec<_>>())
    })
}

/// The names of the countries and languages that stand in an archive, each behind its code, and those that countries have in
/// other languages, on one line: all that the app needs of all that there are.
pub fn names(archive: &Archive) -> String {
    let dataset = &archive.dataset;
    let documents = archive.meetings.iter().flat_map(|meeting| &meeting.record.documents);
    let tags = documents.flat_map(|document| &document.languages);
    let tags = tags.chain(dataset.places.iter().flat_map(|place| place.names.iter().map(|(tag, _)| tag)));
    let tags = tags.chain(dataset.sources.iter().filter_map(|source| source.language.as_ref()));
    let languages = tags.map(|tag| world::primary(tag));
    let countries = dataset.places.iter().filter_map(|place| place.country.clone());
    let codes: BTreeSet<String> = countries.chain(languages).collect();
    let codes: Vec<&str> = codes.iter().map(String::as_str).collect();
    world::listed(&codes) + &world::listed_elsewhere(&codes)
}
