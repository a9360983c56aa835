//! Fetches files of the site, and says plainly what went wrong where that is not possible.

use gloo_net::http::{RequestBuilder, Response};
use wasm_split_helpers::SplitLoaderError;

use crate::language::problems;

/// Why something did not come, or is of no use.
#[derive(Debug)]
pub enum FetchError {
    /// No answer came, or not all of it.
    Connection,
    /// The host answered with this status.
    Status(u16),
    /// A chunk of the app did not come, or is not of this release.
    Chunk,
    /// What came is not what belongs there.
    Other,
    /// The page is none that the app can show, but perhaps the browser.
    Elsewhere,
    /// What came is no archive; why, in a sentence.
    Unreadable(String),
}

impl From<gloo_net::Error> for FetchError {
    fn from(_: gloo_net::Error) -> Self {
        Self::Connection
    }
}

impl From<SplitLoaderError> for FetchError {
    fn from(_: SplitLoaderError) -> Self {
        Self::Chunk
    }
}

impl FetchError {
    /// What happened, in a sentence.
    pub fn sentence(self) -> String {
        match self {
            Self::Connection => problems::fetch_failed(),
            Self::Status(status) => problems::fetch_refused(status),
            Self::Chunk => problems::chunk_failed(),
            Self::Other | Self::Elsewhere => problems::not_the_data(),
            Self::Unreadable(sentence) => sentence,
        }
    }
}

/// What a host answers, if it has what is asked for.
///
/// # Errors
/// Where no answer comes, or another one.
pub async fn fetch(request: RequestBuilder) -> Result<Response, FetchError> {
    let response = request.send().await?;
    if response.ok() { Ok(response) } else { Err(FetchError::Status(response.status())) }
}

/// The text of a file.
///
/// # Errors
/// Where it does not come.
pub async fn text(request: RequestBuilder) -> Result<String, FetchError> {
    Ok(fetch(request).await?.text().await?)
}
