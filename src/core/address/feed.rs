//! The feeds that stand beside pages: what they are called, and which page one stands beside.

use crate::core::address::query::Query;
use crate::core::address::route::Route;

/// The name of an Atom feed.
pub const ATOM: &str = "feed.xml";

/// The name of a JSON feed.
pub const JSON: &str = "feed.json";

/// The page beside which the feeds of a page's meetings stand: of a list its first page, so that whoever follows it from the
/// second hears of what comes first. None where the meetings have no feeds of their own.
pub fn followed(route: &Route) -> Option<Route> {
    match route {
        Route::Explorer(_) => Some(Route::Explorer(Query::default())),
        Route::List { key, id, .. } => Some(Route::list(key, id)),
        _ => None,
    }
}
