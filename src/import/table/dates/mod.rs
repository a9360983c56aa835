//! Dates and times as people write them into cells.

pub mod cell;
pub mod clock;
pub mod days;
pub mod order;
pub mod tokens;
pub mod unknown;
