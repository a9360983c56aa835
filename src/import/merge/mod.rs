//! Puts what was read to what stands in a dataset, without losing what a keeper changed there by hand.

pub mod dataset;
pub mod facets;
pub mod gone;
pub mod kept;
pub mod own;
pub mod records;
pub mod reviewed;
pub mod state;
pub mod three_way;
