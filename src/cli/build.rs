//! `archive build`: writes the finished site into what Trunk has staged.

use std::env;
use std::path::PathBuf;

use crate::cli::failure::Failure;
use crate::cli::source::{data, home, read_sound};
use crate::core::search::collection::Collection;
use crate::language::NAMES;
use crate::publish::site::Publication;

/// Judges the dataset and publishes it.
///
/// # Errors
/// Where the dataset has an error, the environment is not as it should be, or a file cannot be written.
pub fn build() -> Result<(), Failure> {
    let staging = env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).ok_or(Failure::NoStaging)?;
    let (json, archive) = read_sound(&data())?;
    let home = home(&archive)?;
    if home.origin.is_none() {
        println!(
            "No origin is known (SITE, or the dataset's `site`): canonical addresses and the sitemap are left out."
        );
    }
    let is_kept_offline = match env::var("OFFLINE").unwrap_or_default().as_str() {
        "" | "on" => true,
        "off" => false,
        other => return Err(Failure::BadOffline(other.to_owned())),
    };
    let collection = Box::leak(Box::new(Collection::new(archive, &NAMES)));
    let publication = Publication { staging: &staging, json: &json, collection, home, is_kept_offline };
    let pages = publication.write().map_err(Failure::Publish)?;
    println!("{pages} pages written.");
    Ok(())
}
