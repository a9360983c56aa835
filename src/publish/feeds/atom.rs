//! Atom (RFC 4287).

use atom_syndication::{Category, Entry, FixedDateTime, Link, Person, Text};
use jiff::civil::Date;

use crate::core::address::feed::ATOM;
use crate::core::archive::Meeting;
use crate::language::messages;
use crate::publish::feeds::feed::{Feed, Told, instant};

/// The feed as a file; `None` never in practice, since its dates are sound.
pub fn written(feed: &Feed) -> Option<String> {
    let dataset = &feed.archive.dataset;
    let author = match &dataset.publisher {
        Some(publisher) => Person { name: publisher.name.clone(), uri: publisher.url.clone(), ..Person::default() },
        None => Person { name: dataset.title.clone(), ..Person::default() },
    };
    let page = feed.address(&feed.page);
    let written = atom_syndication::Feed {
        id: feed.id.urn().to_string(),
        title: Text::plain(feed.title.as_str()),
        subtitle: feed.description.as_deref().map(Text::plain),
        lang: Some(dataset.language.clone()),
        updated: updated(feed.updated)?,
        authors: vec![author],
        rights: dataset.licence.as_deref().map(Text::plain),
        links: vec![
            link(page.clone(), "alternate", "text/html"),
            link(format!("{page}{ATOM}"), "self", "application/atom+xml"),
        ],
        entries: feed.meetings.iter().filter_map(|told| entry(feed, told)).collect(),
        ..atom_syndication::Feed::default()
    };
    // Who reads XML makes a line feed of a carriage return that is not escaped.
    Some(format!("{}\n", written.to_string().replace('\r', "&#13;")))
}

fn entry(feed: &Feed, told: &Told) -> Option<Entry> {
    Some(Entry {
        id: told.id.clone(),
        title: Text::plain(told.meeting.record.title.as_str()),
        // Atom asks for a time of change in every entry. It is the record's own, never that of the data as a whole, or
        // readers would be shown every entry anew whenever one record was changed.
        updated: updated(told.meeting.changed())?,
        links: vec![link(feed.address(&told.page), "alternate", "text/html")],
        summary: Some(Text::plain(told.summary.as_str())),
        categories: status(told.meeting).into_iter().collect(),
        ..Entry::default()
    })
}

fn link(href: String, rel: &str, kind: &str) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: Some(kind.to_owned()), ..Link::default() }
}

fn updated(day: Date) -> Option<FixedDateTime> {
    instant(day).parse().ok()
}

/// Whether a meeting came to be, as a category of its entry: the word of the format, and the one that readers see.
fn status(meeting: &Meeting) -> Option<Category> {
    let term = meeting.record.status.as_deref()?;
    let label = messages::word(term).map(str::to_owned);
    Some(Category { term: term.to_owned(), scheme: None, label })
}
