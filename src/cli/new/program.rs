//! The program as a host runs it: one file of a release, known by its address and its SHA-256.

use std::env;
use std::path::{Path, PathBuf};

use crate::publish::digest::Digest;

/// Where the releases are.
pub const RELEASES: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/releases");

/// The file of a release that the hosts' machines run; the release workflow calls it so.
const FILE: &str = "archive-linux-x86-64";

/// What the build was told of that file's hash. A file cannot hold its own: in that file stands [`ITSELF`], and in those
/// for other systems, which are built after it, the hash. What is no release was told nothing.
const TOLD: Option<&str> = option_env!("ARCHIVE_LINUX_SHA256");

/// That this program is the file.
const ITSELF: &str = "itself";

/// The file of this program's own release that hosts run.
pub struct Program {
    /// Where it can be had.
    pub address: String,
    /// Its SHA-256, if it is known.
    pub sha256: Option<String>,
}

impl Program {
    /// That of this program's release; `own` is where this program stands.
    pub fn released(own: Option<&Path>) -> Self {
        Self { address: address(), sha256: known(TOLD, own) }
    }
}

fn address() -> String {
    format!("{RELEASES}/download/v{}/{FILE}", env!("CARGO_PKG_VERSION"))
}

fn known(told: Option<&str>, own: Option<&Path>) -> Option<String> {
    match told? {
        ITSELF => Digest::of_file(own?).ok().map(|of| of.sha256),
        hash => Some(hash.to_owned()).filter(|hash| hash.len() == 64),
    }
}

/// Where this program stands; as it was called where the system does not tell.
pub fn own() -> Option<PathBuf> {
    let called = || env::args_os().next().map(PathBuf::from).filter(|path| path.is_file());
    env::current_exe().ok().or_else(called)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_what_the_build_was_told_or_that_of_the_program_itself() {
        let license = Path::new("LICENSE");
        let hash = "a".repeat(64);
        assert_eq!(known(Some(&hash), Some(license)).as_deref(), Some(&*hash));
        // As `sha256sum LICENSE` tells it.
        let found = known(Some(ITSELF), Some(license));
        assert_eq!(found.as_deref(), Some("a6432664d26cd553f40931bd0cc36109ad1e3e75ad7698335efbfb3fc6653341"));
        for (told, own) in [(None, Some(license)), (Some(""), Some(license)), (Some(ITSELF), None), (Some("a"), None)] {
            assert_eq!(known(told, own), None, "{told:?}");
        }
    }

    #[test]
    fn the_address_is_made_of_repository_and_version() {
        let version = env!("CARGO_PKG_VERSION");
        assert!(address().starts_with("https://") && address().ends_with(&format!("/v{version}/{FILE}")));
    }
}
