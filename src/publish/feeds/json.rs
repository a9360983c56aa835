//! JSON Feed 1.1.

use serde_json::{Value, json};

use super::{Feed, instant};
use crate::core::address::feed::JSON;
use crate::core::address::route::Route;
use crate::core::archive::Meeting;
use crate::language::messages;
use crate::publish::description::described;
use crate::publish::ids;

/// The feed as a file.
pub fn written(feed: &Feed) -> String {
    let dataset = &feed.archive.dataset;
    let mut written = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "description": feed.description.as_ref().unwrap_or(&feed.title),
        "language": dataset.language,
    });
    if let Some(publisher) = &dataset.publisher {
        let mut author = json!({"name": publisher.name});
        if let Some(url) = &publisher.url {
            author["url"] = url.as_str().into();
        }
        written["authors"] = json!([author]);
    }
    if let Some(page) = feed.home.address(&feed.page) {
        written["home_page_url"] = page.as_str().into();
        written["feed_url"] = format!("{page}{JSON}").into();
    }
    written["items"] = feed.meetings.iter().map(|meeting| item(feed, meeting)).collect();
    format!("{written:#}\n")
}

/// A meeting, with the id that its entry has in Atom.
fn item(feed: &Feed, meeting: &Meeting) -> Value {
    let themes = feed.archive.themes_of(meeting).map(|theme| theme.label.as_str());
    let mut item = json!({
        "id": ids::of_meeting(feed.archive, meeting).urn().to_string(),
        "title": meeting.record.title,
        "content_text": described(feed.archive, meeting),
        "tags": themes.chain(meeting.record.status.as_deref().and_then(messages::word)).collect::<Vec<_>>(),
    });
    // Where the record does not tell, nothing has to be claimed here.
    if let Some(modified) = meeting.modified() {
        item["date_modified"] = instant(modified).into();
    }
    // The format wants whole addresses or none.
    if let Some(address) = feed.home.address(&Route::Meeting(meeting.record.id.clone())) {
        item["url"] = address.into();
    }
    item
}
