//! The host of a preview: serves the site as static hosts do, to this machine alone, and tells its pages what has changed.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State as Of};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HOST, LOCATION};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::time::timeout;
use tower_http::services::{ServeDir, ServeFile};

use crate::cli::serve::preview::{EVENTS, script};
use crate::cli::serve::state::{State, Told};
use crate::core::address::base::Base;
use crate::core::archive::format::FOLDER;
use crate::publish::escape::escape;

/// So long a page that asks for news waits for its answer; then it asks again.
const IDLE: Duration = Duration::from_secs(20);

/// The header by which a browser that asks for news tells what it has heard last.
const HEARD: &str = "last-event-id";

/// The page that is shown while there is no site yet.
const NOTHING_YET: &str = include_str!("nothing_yet.html");

/// What serves a preview.
pub struct Host {
    /// The path under which the site stands.
    pub base: Base,
    /// The keeper's own folder of documents. A copy of it for each build would take long.
    pub documents: PathBuf,
    /// Tells what there is to see.
    pub states: Told,
}

impl Host {
    /// Serves as long as the program runs.
    ///
    /// # Errors
    /// Where the system lets it serve no more.
    pub async fn serve(self, listener: TcpListener) -> io::Result<()> {
        let router = Router::new().fallback(answer).with_state(Arc::new(self));
        axum::serve(listener, router).await
    }

    async fn answer(&self, request: Request) -> Response {
        let base = self.base.as_str();
        let path = request.uri().path();
        let Some(within) = path.strip_prefix(base).filter(|rest| rest.starts_with('/')) else {
            return self.outside(request.uri());
        };
        // An address with two slashes at its beginning would be one of another host.
        let within = within.trim_start_matches('/').to_owned();
        if within == EVENTS {
            return self.news(request.headers()).await;
        }
        let Some(state) = self.next(None).await else { return StatusCode::INTERNAL_SERVER_ERROR.into_response() };
        let Some(site) = &state.site else { return self.nothing_yet(&state) };
        let missing = ServeFile::new(site.folder.join("404.html"));
        let (folder, prefix, within) = match within.strip_prefix(FOLDER) {
            Some(name) => (&self.documents, self.base.file(FOLDER), name),
            None => (&site.folder, self.base.file(""), within.as_str()),
        };
        let query = request.uri().query().map(|query| format!("?{query}")).unwrap_or_default();
        let Ok(uri) = Uri::try_from(format!("/{within}{query}")) else {
            return StatusCode::BAD_REQUEST.into_response();
        };
        let (mut parts, body) = request.into_parts();
        parts.uri = uri;
        let files = ServeDir::new(folder).redirect_path_prefix(prefix.trim_end_matches('/'));
        match files.not_found_service(missing).try_call(Request::from_parts(parts, body)).await {
            Ok(response) => response.map(Body::new),
            Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error}.")).into_response(),
        }
    }

    /// Where the site is not.
    fn outside(&self, uri: &Uri) -> Response {
        let home = self.base.file("");
        if uri.path() != "/" && uri.path() != self.base.as_str() {
            return (StatusCode::NOT_FOUND, format!("The site stands under {home}.")).into_response();
        }
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        (StatusCode::TEMPORARY_REDIRECT, [(LOCATION, home + &query)]).into_response()
    }

    /// A page that tells why there is none.
    fn nothing_yet(&self, state: &State) -> Response {
        let page = NOTHING_YET
            .replace("{script}", &script(&self.base.file(EVENTS), state.shown()))
            .replace("{problem}", &escape(state.problem.as_deref().unwrap_or_default()));
        (StatusCode::SERVICE_UNAVAILABLE, [(CONTENT_TYPE, "text/html")], page).into_response()
    }

    /// The first state that there is, or the first that is not the one with this name.
    async fn next(&self, heard: Option<&str>) -> Option<Arc<State>> {
        let mut states = self.states.clone();
        let is_new = |state: &Option<Arc<State>>| state.as_ref().is_some_and(|state| Some(&*state.name) != heard);
        states.wait_for(is_new).await.ok()?.clone()
    }

    /// Tells a page that listens (Server-Sent Events) what there is to see, once that is not what it has heard. With that the
    /// answer ends, and the browser, which then asks again by itself, says what it has heard: so nothing is lost between, and
    /// a page that comes back after hours, or to another preview at the same address, hears what it must.
    async fn news(&self, headers: &HeaderMap) -> Response {
        let heard = headers.get(HEARD).and_then(|name| name.to_str().ok());
        let event = match timeout(IDLE, self.next(heard)).await {
            Ok(Some(state)) => {
                // While there is no site, the page itself says what is wrong.
                let problem = state.site.as_ref().and(state.problem.as_ref());
                let news = json!({"build": state.shown(), "problem": problem});
                format!("id: {}\ndata: {news}\n", state.name)
            }
            _ => String::new(),
        };
        ([(CONTENT_TYPE, "text/event-stream")], format!("retry: 200\n{event}\n")).into_response()
    }
}

/// Answers a request if it is meant for this machine, and lets nothing be kept.
async fn answer(Of(host): Of<Arc<Host>>, request: Request) -> Response {
    let is_meant = request.headers().get(HOST).and_then(|host| host.to_str().ok()).is_some_and(is_loopback);
    let mut response = match is_meant {
        true => host.answer(request).await,
        false => (StatusCode::FORBIDDEN, "The preview is at 127.0.0.1 and localhost alone.").into_response(),
    };
    let headers = response.headers_mut();
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    // All texts that are published are written so, and some browsers guess otherwise.
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).filter(|kind| kind.starts_with("text/"));
    if let Some(kind) = kind.filter(|kind| !kind.contains(';'))
        && let Ok(kind) = HeaderValue::try_from(format!("{kind}; charset=utf-8"))
    {
        headers.insert(CONTENT_TYPE, kind);
    }
    response
}

/// Whether a host is this machine by its own name. A page from elsewhere may have let its name lead here, to read what is not
/// published yet (DNS rebinding).
fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    ["127.0.0.1", "localhost", "[::1]"].iter().any(|own| name.eq_ignore_ascii_case(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_by_its_own_names_is_answered() {
        for host in ["127.0.0.1", "127.0.0.1:8000", "localhost:1", "LOCALHOST", "[::1]:8000", "[::1]"] {
            assert!(is_loopback(host), "{host}");
        }
        for host in ["", "example.org", "localhost.example.org:8000", "127.0.0.1.example.org", "0.0.0.0:8000", "[::2]"]
        {
            assert!(!is_loopback(host), "{host}");
        }
    }
}
