//! The web addresses that an archive names and pages lead to, and where each stands.

use jiff::civil::Date;

use crate::core::archive::format::{Dataset, Document};
use crate::core::archive::values::{day, is_web_address};

/// An address where a dataset names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// The address.
    pub address: String,
    /// What it is the address of.
    pub what: What,
    /// The path of its field.
    pub path: String,
    /// The id of the meeting that it belongs to.
    pub meeting: Option<String>,
    /// What it is called.
    pub title: String,
    /// The day on which it was last seen alive, where that is kept.
    pub seen: Option<Date>,
}

/// What an address is the address of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum What {
    /// A document; whether another copy of it is kept.
    Document(bool),
    /// A copy of a document that others keep.
    Copy,
    /// A source.
    Source,
    /// What the archive says of itself: a link, its publisher, licence or contact.
    Own,
}

/// All addresses in the order of the file's lists. The one by which one took part from afar is none of them: it is there as
/// long as the meeting lasts.
pub fn named(dataset: &Dataset) -> Vec<Named> {
    let mut all = Vec::new();
    let mut own = |address: &str, path: String, title: &str| {
        if is_web_address(address) {
            let (address, title) = (address.to_owned(), title.to_owned());
            all.push(Named { address, what: What::Own, path, meeting: None, title, seen: None });
        }
    };
    for (name, address) in [("contact", &dataset.contact), ("licence", &dataset.licence)] {
        own(address.as_deref().unwrap_or_default(), name.to_owned(), name);
    }
    if let Some(publisher) = &dataset.publisher {
        own(publisher.url.as_deref().unwrap_or_default(), "publisher.url".to_owned(), &publisher.name);
    }
    for (at, link) in dataset.links.iter().enumerate() {
        own(&link.url, format!("links[{at}].url"), &link.title);
    }
    for (at, meeting) in dataset.meetings.iter().enumerate() {
        let path = format!("meetings[{at}]");
        documents(&mut all, &path, &meeting.id, &meeting.documents);
        for (at, item) in meeting.agenda.iter().enumerate() {
            documents(&mut all, &format!("{path}.agenda[{at}]"), &meeting.id, &item.documents);
        }
    }
    for (at, source) in dataset.sources.iter().enumerate() {
        all.extend(source.url.as_ref().map(|address| Named {
            address: address.clone(),
            what: What::Source,
            path: format!("sources[{at}].url"),
            meeting: None,
            title: source.title.clone(),
            seen: source.seen.as_deref().and_then(day),
        }));
    }
    all
}

fn documents(all: &mut Vec<Named>, within: &str, meeting: &str, documents: &[Document]) {
    for (at, document) in documents.iter().enumerate() {
        let has_copy = document.archived.is_some() || document.file.is_some();
        let named = |address: &Option<String>, name: &str, what: What, seen: Option<&String>| {
            address.as_ref().map(|address| Named {
                address: address.clone(),
                what,
                path: format!("{within}.documents[{at}].{name}"),
                meeting: Some(meeting.to_owned()),
                title: document.title.clone(),
                seen: seen.and_then(|seen| day(seen)),
            })
        };
        all.extend(named(&document.url, "url", What::Document(has_copy), document.seen.as_ref()));
        all.extend(named(&document.archived, "archived", What::Copy, None));
    }
}
