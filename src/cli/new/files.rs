//! The files of a new archive.

use crate::cli::new::program::{Program, RELEASES};
use crate::publish::schema::schema;

/// What is written in the place of a hash that is not known.
const UNKNOWN: &str = "write here the hash of that file, which SHA256SUMS beside it has";

/// The files by their paths in the folder, with what is in them.
pub fn files(program: &Program) -> Vec<(&'static str, String)> {
    let filled = |text: &str| {
        let text = text.replace("@PROGRAM@", &program.address).replace("@RELEASES@", RELEASES);
        text.replace("@SHA256@", program.sha256.as_deref().unwrap_or(UNKNOWN))
    };
    vec![
        ("meetings.json", include_str!("template/meetings.json").to_owned()),
        ("meetings.schema.json", schema()),
        ("site.toml", include_str!("template/site.toml").to_owned()),
        ("documents/logo.svg", include_str!("template/logo.svg").to_owned()),
        ("README.md", filled(include_str!("template/README.md"))),
        (".gitignore", include_str!("template/gitignore").to_owned()),
        (".github/workflows/publish.yml", filled(include_str!("template/publish.yml"))),
        (".gitlab-ci.yml", filled(include_str!("template/gitlab-ci.yml"))),
    ]
}
