//! What the explorer consists of.

pub mod active_filters;
pub mod elsewhere;
pub mod facets;
pub mod map;
pub mod notices;
pub mod range;
pub mod results;
pub mod save;
pub mod search_form;
pub mod seen;
pub mod sort_box;
pub mod spoken;
pub mod table;
pub mod timeline;
pub mod views;
pub mod ways_out;
