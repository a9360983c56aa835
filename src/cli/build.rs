//! `archive build`: publishes a dataset as a finished site.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use lexopt::Arg;

use crate::cli::failure::Failure;
use crate::cli::source::{data, home, read_sound};
use crate::core::search::collection::Collection;
use crate::language::NAMES;
use crate::publish::built::Built;
use crate::publish::folder;
use crate::publish::kept;
use crate::publish::site::Publication;

/// Where the built app is, unless `APP` names another folder.
const APP: &str = "target/app";

/// Where the site is written, unless `--out` names another folder.
const OUT: &str = "dist";

/// What the call asks for; where it does not say, the environment does.
#[derive(Default)]
struct Options {
    data: Option<PathBuf>,
    out: Option<PathBuf>,
    base: Option<String>,
    site: Option<String>,
}

impl Options {
    fn read(arguments: &[&str]) -> Result<Self, lexopt::Error> {
        let mut options = Self::default();
        let mut parser = lexopt::Parser::from_args(arguments);
        let text = |value: OsString| value.into_string().map_err(lexopt::Error::NonUnicodeValue);
        while let Some(argument) = parser.next()? {
            match argument {
                Arg::Long("data") => options.data = Some(parser.value()?.into()),
                Arg::Long("out") => options.out = Some(parser.value()?.into()),
                Arg::Long("base") => options.base = Some(text(parser.value()?)?),
                Arg::Long("site") => options.site = Some(text(parser.value()?)?),
                other => return Err(other.unexpected()),
            }
        }
        Ok(options)
    }
}

/// Judges the dataset and publishes it.
///
/// # Errors
/// Where the call is not understood, the dataset has an error, the app is not there, or a file cannot be written.
pub fn build(arguments: &[&str]) -> Result<(), Failure> {
    let options = Options::read(arguments).map_err(|error| Failure::Option(error.to_string()))?;
    let Options { data: file, out, base, site } = options;
    let file = file.unwrap_or_else(data);
    let (json, archive) = read_sound(&file)?;
    let kept = &kept::folder(&file);
    let home = home(&archive, base, site)?;
    if home.origin.is_none() {
        outln!(
            "No origin is known (--site, SITE, or the dataset's `site`): canonical addresses and the sitemap are left out."
        );
    }
    let is_kept_offline = match env::var("OFFLINE").unwrap_or_default().as_str() {
        "" | "on" => true,
        "off" => false,
        other => return Err(Failure::BadOffline(other.to_owned())),
    };
    let app = env::var_os("APP").filter(|path| !path.is_empty()).map_or_else(|| PathBuf::from(APP), PathBuf::from);
    let built = Built::find(&app).map_err(Failure::Publish)?;
    let collection = Box::leak(Box::new(Collection::new(archive, &NAMES)));
    let publish = |folder: &Path, reloader: Option<String>| {
        Publication { folder, built: &built, reloader, json: &json, kept, collection, home, is_kept_offline }.write()
    };
    // Only who builds the app can serve it for development.
    let staging = env::var_os("TRUNK_STAGING_DIR").filter(|_| cfg!(not(feature = "tool")) && out.is_none());
    let pages = match staging {
        // The server has staged a page of its own, with a script that loads it again.
        Some(staging) => {
            let staging = PathBuf::from(staging);
            let staged = fs::read_to_string(staging.join("index.html")).unwrap_or_default();
            folder::clear(&staging, &|folder| publish(folder, reloader(&staged)))
        }
        None => folder::replace(&out.unwrap_or_else(|| PathBuf::from(OUT)), &|folder| publish(folder, None)),
    };
    outln!("{} pages written.", pages.map_err(Failure::Publish)?);
    Ok(())
}

/// The script in a page of Trunk's by which its server loads the page again; only where it serves for development.
fn reloader(html: &str) -> Option<String> {
    let scripts = html.split("<script").skip(1).filter_map(|part| part.split_once('>')?.1.split_once("</script>"));
    scripts.map(|(code, _)| code).find(|code| code.contains("__TRUNK_ADDRESS__")).map(str::to_owned)
}
