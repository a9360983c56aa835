//! What an address says: which page, and what of the archive is asked for.

pub mod base;
pub mod data;
pub mod feed;
pub mod query;
pub mod route;
pub mod view;
