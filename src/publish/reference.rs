//! What the page of a meeting tells reference managers, as `<meta>`.
//!
//! Zotero's button reads these ("Embedded Metadata", and "RDF" behind it): Highwire's names, Dublin Core's, and its own. Of
//! its types a presentation is the nearest to a meeting: it has a date, a place, a name of the series, and no paper. Dublin
//! Core's own word, Event, is only a guess to it and loses to others, so its own word is told besides; a
//! `citation_conference_title` would make a paper of a meeting, and `DC.coverage` a shelf mark of its place.

use crate::core::address::base::Home;
use crate::core::address::route::Route;
use crate::core::archive::{Archive, Meeting};
use crate::language::world;
use crate::publish::description::described;
use crate::publish::escape::escape;
use crate::publish::licence::licence;

/// The references of a meeting's page. Who took part is told to no reference manager: nobody wrote a meeting.
pub fn reference(archive: &Archive, meeting: &Meeting, home: Home) -> String {
    let (dataset, record) = (&archive.dataset, &meeting.record);
    let address = home.address(&Route::Meeting(record.id.clone()));
    let start = meeting.when.start.without_time().to_string();
    let language = record.language.as_deref().unwrap_or(&dataset.language);
    let publisher = dataset.publisher.as_ref().map(|publisher| publisher.name.as_str());
    let places: Vec<String> = archive.places_of(meeting).map(world::place).collect();
    let places = Some(places.join("; ")).filter(|places| !places.is_empty());
    let described = described(archive, meeting);
    let licence = dataset.licence.iter().find_map(|text| licence(text)).map(|licence| licence.address);
    let told = [
        ("citation_title", Some(record.title.as_str())),
        ("citation_date", Some(&start)),
        ("citation_publisher", publisher),
        ("citation_public_url", address.as_deref()),
        ("citation_language", Some(language)),
        ("DC.title", Some(&record.title)),
        ("DC.date", Some(&start)),
        ("DC.type", Some("Event")),
        ("DC.publisher", publisher),
        ("DC.identifier", address.as_deref()),
        ("DC.language", Some(language)),
        ("DC.description", Some(&described)),
        ("DC.rights", licence.as_deref()),
        ("z.itemType", Some("presentation")),
        ("bib.presentedAt", Some(&dataset.title)),
        ("eprints.event_location", places.as_deref()),
    ];
    let themes = archive.themes_of(meeting).map(|theme| ("DC.subject", theme.label.as_str()));
    let told = told.into_iter().filter_map(|(name, told)| Some((name, told?))).chain(themes);
    told.map(|(name, told)| format!("<meta name=\"{name}\" content=\"{}\">\n", escape(told))).collect()
}
