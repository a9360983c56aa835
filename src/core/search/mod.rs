//! How meetings are found, narrowed, counted and ordered, and what of them is shown.

pub mod asked;
pub mod catalogue;
pub mod choices;
pub mod collection;
pub mod explore;
pub mod facet;
pub mod facet_builder;
pub mod field;
pub mod filter;
pub mod find;
pub mod finder;
pub mod highlight;
pub mod index;
pub mod later_parts;
pub mod list;
pub mod matches;
pub mod meeting_text;
pub mod pieces;
pub mod set;
pub mod spelling;
pub mod timeline;
pub mod times;
