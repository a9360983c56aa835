//! The meetings changed last as feeds: Atom (RFC 4287) and JSON Feed 1.1.

use std::cmp::Reverse;

use atom_syndication::{Category, Entry, Feed, FixedDateTime, Link, Person, Text};
use jiff::civil::Date;
use serde_json::json;
use uuid::Uuid;

use crate::core::address::base::Home;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::{Archive, Meeting};
use crate::language::messages;
use crate::publish::description::described;

/// How many meetings a feed tells of.
const LAST: usize = 50;

/// The name of the Atom feed.
pub const ATOM: &str = "feed.xml";

/// The name of the JSON feed.
pub const JSON: &str = "feed.json";

/// The meetings of a feed, those changed last first: so one of long ago that is added today is heard of. Of records that do
/// not tell when they were changed nobody can know, and the latest meetings come first.
fn last_changed(archive: &Archive) -> impl Iterator<Item = &Meeting> {
    let mut meetings: Vec<&Meeting> = archive.meetings.iter().rev().collect();
    // The sort is stable: what was changed on one day stays in the order of time.
    meetings.sort_by_key(|meeting| Reverse((meeting.modified().is_some(), meeting.changed())));
    meetings.into_iter().take(LAST)
}

/// A permanent id that needs no host, of the archive or of one of its meetings (RFC 9562, version 5).
fn id(archive: &Archive, meeting: Option<&Meeting>) -> String {
    let meeting = meeting.map(|meeting| format!(":{}", meeting.record.first_id())).unwrap_or_default();
    let name = format!("urn:meetings:{}{meeting}", archive.id());
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).urn().to_string()
}

/// A day as feeds write it.
fn instant(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

/// An address as far as it is known: without an origin, from the root of whatever host it is on.
fn address(home: Home, route: &Route) -> String {
    home.address(route).unwrap_or_else(|| home.base.href(route))
}

fn file(home: Home, name: &str) -> String {
    home.file(name).unwrap_or_else(|| home.base.file(name))
}

/// Whether a meeting came to be, as a category of its entry: the word of the format, and the one that readers see.
fn status(meeting: &Meeting) -> Option<Category> {
    let term = meeting.record.status.as_deref()?;
    let label = messages::word(term).map(str::to_owned);
    Some(Category { term: term.to_owned(), scheme: None, label })
}

/// The Atom feed; `None` never in practice, since its dates are sound.
pub fn atom(archive: &Archive, home: Home) -> Option<String> {
    let dataset = &archive.dataset;
    let updated = |day: Date| instant(day).parse::<FixedDateTime>().ok();
    let link = |href: String, rel: &str, kind: &str| Link {
        href,
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        ..Link::default()
    };
    let entry = |meeting: &Meeting| {
        Some(Entry {
            id: id(archive, Some(meeting)),
            title: Text::plain(meeting.record.title.as_str()),
            // Atom asks for a time of change in every entry. It is the record's own, never that of the data as a whole, or
            // readers would be shown every entry anew whenever one record was changed.
            updated: updated(meeting.changed())?,
            links: vec![link(address(home, &Route::Meeting(meeting.record.id.clone())), "alternate", "text/html")],
            summary: Some(Text::plain(described(archive, meeting))),
            categories: status(meeting).into_iter().collect(),
            ..Entry::default()
        })
    };
    let author = match &dataset.publisher {
        Some(publisher) => Person { name: publisher.name.clone(), uri: publisher.url.clone(), ..Person::default() },
        None => Person { name: dataset.title.clone(), ..Person::default() },
    };
    let feed = Feed {
        id: id(archive, None),
        title: Text::plain(dataset.title.as_str()),
        subtitle: dataset.description.as_deref().map(Text::plain),
        lang: Some(dataset.language.clone()),
        updated: updated(archive.changed())?,
        authors: vec![author],
        rights: dataset.licence.as_deref().map(Text::plain),
        links: vec![
            link(address(home, &Route::Explorer(Query::default())), "alternate", "text/html"),
            link(file(home, ATOM), "self", "application/atom+xml"),
        ],
        entries: last_changed(archive).filter_map(entry).collect(),
        ..Feed::default()
    };
    // Who reads XML makes a line feed of a carriage return that is not escaped.
    Some(format!("{}\n", feed.to_string().replace('\r', "&#13;")))
}

/// The JSON feed.
pub fn json_feed(archive: &Archive, home: Home) -> String {
    let dataset = &archive.dataset;
    let item = |meeting: &Meeting| {
        let mut item = json!({
            "id": id(archive, Some(meeting)),
            "title": meeting.record.title,
            "content_text": described(archive, meeting),
            "tags": archive.themes_of(meeting).map(|theme| theme.label.as_str())
                .chain(meeting.record.status.as_deref().and_then(messages::word))
                .collect::<Vec<_>>(),
        });
        // Where the record does not tell, nothing has to be claimed here.
        if let Some(modified) = meeting.modified() {
            item["date_modified"] = instant(modified).into();
        }
        // The format wants whole addresses or none.
        if let Some(address) = home.address(&Route::Meeting(meeting.record.id.clone())) {
            item["url"] = address.into();
        }
        item
    };
    let mut feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": dataset.title,
        "description": dataset.description.as_deref().unwrap_or(&dataset.title),
        "language": dataset.language,
    });
    if let Some(publisher) = &dataset.publisher {
        let mut author = json!({"name": publisher.name});
        if let Some(url) = &publisher.url {
            author["url"] = url.as_str().into();
        }
        feed["authors"] = json!([author]);
    }
    if let (Some(home_page), Some(feed_url)) = (home.address(&Route::Explorer(Query::default())), home.file(JSON)) {
        feed["home_page_url"] = home_page.into();
        feed["feed_url"] = feed_url.into();
    }
    feed["items"] = last_changed(archive).map(item).collect();
    format!("{feed:#}\n")
}
