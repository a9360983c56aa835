//! The views: one page for each address, from an archive and a route. They run in the browser and in the build alike,
//! and ask nothing of either but what [`Site`](site::Site) holds.

pub mod blocks;
pub mod dom;
pub mod element;
pub mod explorer;
pub mod page;
pub mod pages;
pub mod render;
pub mod site;
