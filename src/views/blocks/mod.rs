//! Blocks that pages are put together from.

pub mod colophon;
pub mod copy;
pub mod documents;
pub mod follow;
pub mod marked;
pub mod meeting_row;
pub mod pager;
pub mod person_link;
pub mod place_names;
pub mod problems;
pub mod section;
pub mod sources;
pub mod status;
pub mod take_away;
pub mod time;
pub mod told;
pub mod translations;
pub mod value_link;
pub mod way_back;
