//! Fetches the picture of the map.

use gloo_net::http::Request;
use web_sys::RequestCache;

use crate::browser::fetch::{FetchError, text};
use crate::browser::told::base;
use crate::core::search::map::picture::Picture;

/// The picture of the map. Its name holds no hash, so what the browser has kept may be of another release.
///
/// # Errors
/// Where it does not come.
pub async fn picture() -> Result<Picture, FetchError> {
    let request = Request::get(&base().file("map.svg")).cache(RequestCache::NoCache);
    Ok(Picture::read(&text(request).await?))
}
