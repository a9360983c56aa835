//! The browser's side of the explorer: fetches the dataset, keeps address and page in step, and shows the views.

pub mod address;
pub mod apart;
pub mod chunks;
pub mod fetch;
pub mod fetcher;
pub mod file;
pub mod finished;
pub mod given;
pub mod history;
pub mod load;
pub mod notice;
pub mod picture;
pub mod pieces;
pub mod save;
pub mod search;
pub mod start;
pub mod take_over;
pub mod told;
pub mod turns;
