//! One page a kind of address, named after it.

pub mod about;
pub mod explorer;
pub mod listing;
pub mod meeting;
pub mod not_found;
