//! JSON Feed 1.1.

use serde_json::{Value, json};

use crate::core::address::feed::JSON;
use crate::language::messages;
use crate::publish::feeds::feed::{Feed, Told, instant};

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
    written["items"] = feed.meetings.iter().map(|told| item(feed, told)).collect();
    format!("{written:#}\n")
}

fn item(feed: &Feed, told: &Told) -> Value {
    let meeting = told.meeting;
    let themes = feed.archive.themes_of(meeting).map(|theme| theme.label.as_str());
    let mut item = json!({
        "id": told.id,
        "title": meeting.record.title,
        "content_text": told.summary,
        "tags": themes.chain(meeting.record.status.as_deref().and_then(messages::word)).collect::<Vec<_>>(),
    });
    // Where the record does not tell, nothing has to be claimed here.
    if let Some(modified) = meeting.modified() {
        item["date_modified"] = instant(modified).into();
    }
    // The format wants whole addresses or none.
    if let Some(address) = feed.home.address(&told.page) {
        item["url"] = address.into();
    }
    item
}
