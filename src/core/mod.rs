//! The pure core: plain data in, plain data out. It knows no browser, no Leptos and no language.

pub mod address;
pub mod archive;
pub mod export;
pub mod search;
pub mod text;
