//! The newest meetings as feeds: Atom (RFC 4287) and JSON Feed 1.1.

use atom_syndication::{Entry, Feed, FixedDateTime, Link, Person, Text};
use serde_json::json;
use uuid::Uuid;

use crate::core::address::base::Home;
use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::archive::{Archive, Meeting};
use crate::publish::description::described;

/// How many meetings a feed tells of.
const NEWEST: usize = 50;

/// The name of the Atom feed.
pub const ATOM: &str = "feed.xml";

/// The name of the JSON feed.
pub const JSON: &str = "feed.json";

/// The meetings of a feed, the newest first.
fn newest(archive: &Archive) -> impl Iterator<Item = &Meeting> {
    archive.meetings.iter().rev().take(NEWEST)
}

/// A permanent id that needs no host, of the archive or of one of its meetings (RFC 9562, version 5).
fn id(archive: &Archive, meeting: Option<&Meeting>) -> String {
    let meeting = meeting.map(|meeting| format!(":{}", meeting.record.id)).unwrap_or_default();
    let name = format!("urn:meetings:{}{meeting}", archive.id());
    Uuid::new_v5(&Uuid::NAMESPACE_URL, name.as_bytes()).urn().to_string()
}

/// When the data was last changed, as feeds write it.
fn updated(archive: &Archive) -> String {
    format!("{}T00:00:00Z", archive.modified())
}

/// An address as far as it is known: without an origin, from the root of whatever host it is on.
fn address(home: Home, route: &Route) -> String {
    home.address(route).unwrap_or_else(|| home.base.href(route))
}

fn file(home: Home, name: &str) -> String {
    home.file(name).unwrap_or_else(|| home.base.file(name))
}

/// The Atom feed; `None` never in practice, since its one date is sound.
pub fn atom(archive: &Archive, home: Home) -> Option<String> {
    let dataset = &archive.dataset;
    let updated: FixedDateTime = updated(archive).parse().ok()?;
    let link = |href: String, rel: &str, kind: &str| Link {
        href,
        rel: rel.to_owned(),
        mime_type: Some(kind.to_owned()),
        ..Link::default()
    };
    let entry = |meeting: &Meeting| Entry {
        id: id(archive, Some(meeting)),
        title: Text::plain(meeting.record.title.as_str()),
        updated,
        links: vec![link(address(home, &Route::Meeting(meeting.record.id.clone())), "alternate", "text/html")],
        summary: Some(Text::plain(described(archive, meeting))),
        ..Entry::default()
    };
    let feed = Feed {
        id: id(archive, None),
        title: Text::plain(dataset.title.as_str()),
        subtitle: dataset.description.as_deref().map(Text::plain),
        lang: Some(dataset.language.clone()),
        updated,
        authors: vec![Person { name: dataset.title.clone(), ..Person::default() }],
        links: vec![
            link(address(home, &Route::Explorer(Query::default())), "alternate", "text/html"),
            link(file(home, ATOM), "self", "application/atom+xml"),
        ],
        entries: newest(archive).map(entry).collect(),
        ..Feed::default()
    };
    Some(format!("{}\n", feed.to_string()))
}

/// The JSON feed.
pub fn json_feed(archive: &Archive, home: Home) -> String {
    let dataset = &archive.dataset;
    let item = |meeting: &Meeting| {
        let mut item = json!({
            "id": id(archive, Some(meeting)),
            "title": meeting.record.title,
            "content_text": described(archive, meeting),
            "date_modified": updated(archive),
            "tags": archive.themes_of(meeting).map(|theme| &theme.label)
                .collect::<Vec<_>>(),
        });
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
    if let (Some(home_page), Some(feed_url)) = (home.address(&Route::Explorer(Query::default())), home.file(JSON)) {
        feed["home_page_url"] = home_page.into();
        feed["feed_url"] = feed_url.into();
    }
    feed["items"] = newest(archive).map(item).collect();
    format!("{feed:#}\n")
}
