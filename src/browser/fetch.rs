//! Fetches files of the site, and says plainly what went wrong where that is not possible.

use gloo_net::http::{RequestBuilder, Response};

use crate::core::archive::problem::ReadError;
use crate::language::problems;

/// Why something did not come, or is of no use.
#[derive(Debug)]
pub enum FetchError {
    /// No answer came, or not all of it.
    Connection,
    /// The host answered with this status.
    Status(u16),
    /// What came is no archive.
    Read(ReadError),
}

impl From<gloo_net::Error> for FetchError {
    fn from(_: gloo_net::Error) -> Self {
        Self::Connection
    }
}

impl From<ReadError> for FetchError {
    fn from(error: ReadError) -> Self {
        Self::Read(error)
    }
}

impl FetchError {
    /// What happened, in a sentence.
    pub fn sentence(&self) -> String {
        match self {
            Self::Connection => problems::fetch_failed(),
            Self::Status(status) => problems::fetch_refused(*status),
            Self::Read(error) => problems::read_error(error),
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
