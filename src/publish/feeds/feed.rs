//! What a feed tells, whatever it is written as.

use jiff::civil::Date;
use uuid::Uuid;

use crate::core::address::base::Home;
use crate::core::address::route::Route;
use crate::core::archive::{Archive, Meeting};

/// What is told of a meeting. It is the same, with the same id, in every feed: who follows two hears of it once.
pub struct Told<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// Its permanent id.
    pub id: String,
    /// The address of its page.
    pub page: Route,
    /// The meeting in a sentence.
    pub summary: String,
}

/// What one feed tells.
pub struct Feed<'a> {
    /// The archive.
    pub archive: &'a Archive,
    /// Where it is published.
    pub home: Home<'a>,
    /// The page beside which it stands.
    pub page: Route,
    /// Its permanent id.
    pub id: Uuid,
    /// The title of the page.
    pub title: String,
    /// What the page says of itself.
    pub description: Option<String>,
    /// When what it tells was last changed.
    pub updated: Date,
    /// The meetings of the page that were changed last, in the order in which they are told.
    pub meetings: Vec<&'a Told<'a>>,
}

impl Feed<'_> {
    /// The address of a page, as far as it is known: without an origin, from the root of whatever host it is on.
    pub fn address(&self, route: &Route) -> String {
        self.home.address(route).unwrap_or_else(|| self.home.base.href(route))
    }
}

/// A day as feeds write it.
pub fn instant(day: Date) -> String {
    format!("{day}T00:00:00Z")
}
