//! The pure core: plain data in, plain data out. It knows no browser and no Leptos.

pub mod archive;
pub mod catalogue;
pub mod check;
pub mod citation;
pub mod dataset;
pub mod date;
pub mod explore;
pub mod export;
pub mod facet;
pub mod find;
pub mod fold;
pub mod hits;
pub mod index;
pub mod interner;
pub mod json;
pub mod order;
pub mod path;
pub mod problem;
pub mod provenance;
pub mod query;
pub mod route;
pub mod searched;
pub mod set;
pub mod spelling;
pub mod typed_date;
pub mod wanted;
