//! Writes meetings to a file that the browser saves.

use gloo_net::http::Request;
use leptos::prelude::*;
use leptos::wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, RequestCache, Url};

use crate::browser::told::{base, origin_told};
use crate::core::address::base::Home;
use crate::core::archive::Archive;
use crate::core::archive::problem::ReadError;
use crate::core::export::{File, Format, export};
use crate::language::NAMES;

/// Why there is no file.
#[derive(Debug)]
pub enum SaveError {
    /// The data could not be fetched.
    Fetch(gloo_net::Error),
    /// The data cannot be read.
    Read(ReadError),
    /// No file of this format can be made from the page.
    NoFile,
    /// The browser takes no file.
    Browser(JsValue),
}

/// Saves the meetings of the page at `address` (path and query, on this host) in the format whose files end in
/// `ending`.
///
/// # Errors
/// Where the data is gone, the page has no meetings, or the browser does not take the file.
pub async fn save(address: &str, ending: &str) -> Result<(), SaveError> {
    // What the app has read lies in the browser's cache.
    let request = Request::get(&base().file("data/meetings.json")).cache(RequestCache::ForceCache);
    let response = request.send().await.map_err(SaveError::Fetch)?;
    let json = response.text().await.map_err(SaveError::Fetch)?;
    let archive = Archive::read(&json).map_err(SaveError::Read)?;
    let (base, origin) = (base(), origin_told());
    let home = Home { origin: origin.as_deref(), base: &base };
    let (path, search) = address.split_once('?').unwrap_or((address, ""));
    let format = Format::from_ending(ending).ok_or(SaveError::NoFile)?;
    let file = export(&archive, &json, &base.route(path, search), home, format, &NAMES).ok_or(SaveError::NoFile)?;
    hand_over(&file, format).map_err(SaveError::Browser)
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
