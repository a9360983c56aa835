//! Parts that pages are put together from.

pub mod active_filters;
pub mod copy;
pub mod documents;
pub mod facets;
pub mod marked;
pub mod problems;
pub mod results;
pub mod search_form;
pub mod section;
pub mod sources;
pub mod take_away;
pub mod time;
