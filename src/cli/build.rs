//! `archive build`: publishes a dataset as a finished site.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use clap::Args;

use crate::cli::failure::Failure;
use crate::cli::progress::{Loudness, Progress};
use crate::cli::setting::Setting;
use crate::cli::source::{data, home, read_sound};
use crate::cli::summary::summary;
use crate::core::search::collection::Collection;
use crate::language::NAMES;
use crate::publish::built::Built;
use crate::publish::extent::Extent;
use crate::publish::folder;
use crate::publish::kept;
use crate::publish::site::Publication;

/// Where the built app is, unless `APP` names another folder.
const APP: &str = "target/app";

/// Where the site is written, unless `--out` names another folder.
const OUT: &str = "dist";

/// Publishes a dataset as a site: a folder of files that any host can serve
///
/// The folder is new, empty, or holds a site written before, which stays until the new one is whole. Nothing is kept for
/// offline if $OFFLINE is off. No change later than today, or than $SOURCE_DATE_EPOCH, is told.
#[derive(Args)]
pub struct Options {
    /// The dataset [default: $DATA, or meetings.json, or public/data/meetings.json]
    #[arg(long, value_name = "FILE")]
    data: Option<PathBuf>,
    /// The folder that the site is written into [default: dist]
    #[arg(long, value_name = "FOLDER")]
    out: Option<PathBuf>,
    /// The path of the host under which the site stands, as /archive/ [default: $BASE, or /]
    #[arg(long, value_name = "PATH")]
    base: Option<String>,
    /// The host's origin, as https://example.org [default: $SITE, or what the dataset says]
    #[arg(long, value_name = "ORIGIN")]
    site: Option<String>,
}

/// Judges the dataset and publishes it.
///
/// # Errors
/// Where a setting is not understood, the dataset has an error, the app is not there, or a file cannot be written.
pub fn build(options: Options, loudness: Loudness) -> Result<(), Failure> {
    let began = Instant::now();
    let Options { data: file, out, base, site } = options;
    let file = data(file)?;
    let (json, archive) = read_sound(&file, loudness)?;
    let kept = &kept::folder(&file);
    let home = home(&archive, base, site)?;
    if home.origin.is_none() {
        outln!(
            "No origin is known (--site, SITE, or the dataset's `site`): canonical addresses and the sitemap are left out."
        )?;
    }
    let is_kept_offline = match env::var("OFFLINE").unwrap_or_default().as_str() {
        "" | "on" => true,
        "off" => false,
        other => return Err(Failure::Setting(Setting::BadOffline(other.to_owned()))),
    };
    let built = Built::find(&app()).map_err(Failure::Publish)?;
    let progress = Progress::new(loudness, "Pages");
    let collection = Box::leak(Box::new(Collection::new(archive, &NAMES)));
    let told = &|done, all| progress.at(done, all);
    let publish = |folder: &Path, reloader: Option<String>| {
        let kept = Some(kept.as_path());
        Publication { folder, built: &built, reloader, json: &json, kept, collection, home, is_kept_offline, told }
            .write()
    };
    // Only who builds the app can serve it for development.
    let staging = env::var_os("TRUNK_STAGING_DIR").filter(|_| cfg!(not(feature = "tool")) && out.is_none());
    let (folder, pages) = match staging {
        // The server has staged a page of its own, with a script that loads it again.
        Some(staging) => {
            let staging = PathBuf::from(staging);
            let staged = fs::read_to_string(staging.join("index.html")).unwrap_or_default();
            let pages = folder::clear(&staging, &|folder| publish(folder, reloader(&staged)));
            (staging, pages)
        }
        None => {
            let folder = out.unwrap_or_else(|| PathBuf::from(OUT));
            let pages = folder::replace(&folder, &|folder| publish(folder, None));
            (folder, pages)
        }
    };
    drop(progress);
    let pages = pages.map_err(Failure::Publish)?;
    let extent = Extent::of(&folder).map_err(Failure::Publish)?;
    out!("{}", summary(&folder, pages, &extent, began.elapsed()))
}

/// Where the built app is, for a program that does not carry it.
pub fn app() -> PathBuf {
    env::var_os("APP").filter(|path| !path.is_empty()).map_or_else(|| PathBuf::from(APP), PathBuf::from)
}

/// The script in a page of Trunk's by which its server loads the page again; only where it serves for development.
fn reloader(html: &str) -> Option<String> {
    let scripts = html.split("<script").skip(1).filter_map(|part| part.split_once('>')?.1.split_once("</script>"));
    scripts.map(|(code, _)| code).find(|code| code.contains("__TRUNK_ADDRESS__")).map(str::to_owned)
}
