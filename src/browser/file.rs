//! Writes meetings to a file that the browser saves: what the chunk for saving consists of.

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, RequestCache, Url};

use crate::browser::fetch::text;
use crate::browser::given::Loaded;
use crate::browser::told::{base, origin_told};
use crate::core::address::base::Home;
use crate::core::address::data::DATASET;
use crate::core::address::route::Route;
use crate::core::archive::Archive;
use crate::core::export::{Choice, File, Format, export};
use crate::language::NAMES;

/// Saves the meetings of a page in the format whose files end in `ending`. `None` where the data is gone, the page has no
/// meetings, what it takes to find them has not come, or the browser does not take the file.
pub async fn save(shown: Option<&'static Loaded>, route: Route, ending: &str) -> Option<()> {
    let format = Format::from_ending(ending)?;
    let (base, origin) = (base(), origin_told());
    let home = Home { origin: origin.as_deref(), base: &base };
    // What the app has read lies in the browser's cache.
    let dataset = || text(Request::get(&base.file(DATASET)).cache(RequestCache::ForceCache));
    let whole = shown.filter(|shown| shown.pieces.is_none()).map(|shown| &shown.collection.archive);
    let read: Archive;
    let (archive, json) = match whole {
        Some(archive) if format != Format::Json => (archive, String::new()),
        Some(archive) => (archive, dataset().await.ok()?),
        None => {
            let json = dataset().await.ok()?;
            read = Archive::read_sound(&json).ok()?;
            (&read, json)
        }
    };
    let choice = match shown {
        Some(shown) => Choice::of(archive, &shown.collection.catalogue, &route)?,
        None => Choice::of_meeting(archive, &route)?,
    };
    hand_over(&export(archive, &json, &choice, home, format, &NAMES)?, format).ok()
}

/// Gives a file to the browser, which saves it as it saves what is downloaded.
fn hand_over(file: &File, format: Format) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type(format.media_type());
    let blob = Blob::new_with_str_sequence_and_options(&js_sys::Array::of1(&file.text.as_str().into()), &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(&file.name);
    link.click();
    // The browser has the file by now.
    Url::revoke_object_url(&address)
}
