//! From an archive to the finished static site.

pub mod accent;
pub mod app_files;
pub mod built;
pub mod chunks;
pub mod data_package;
pub mod description;
pub mod direction;
pub mod escape;
pub mod feeds;
pub mod folder;
pub mod former;
pub mod head;
pub mod html;
pub mod json_ld;
pub mod kept;
pub mod licence;
pub mod map;
pub mod names;
pub mod offline;
pub mod pieces;
pub mod schema;
pub mod scripts;
pub mod site;
pub mod sitemap;
pub mod styles;
pub mod write;
