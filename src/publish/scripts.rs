//! The script of every page, from its files.

/// The script that every page begins with: one function, so that its names stay its own. Its files are named in the order
/// in which they run: `start` first, for the names in it are used by all, and `update` last, for it may end the script.
pub const PAGE_SCRIPT: &str = concat!(
    "(() => {\n",
    include_str!("../browser/scripts/start.js"),
    include_str!("../browser/scripts/failures.js"),
    include_str!("../browser/scripts/fetch.js"),
    include_str!("../browser/scripts/filters.js"),
    include_str!("../browser/scripts/save.js"),
    include_str!("../browser/scripts/copy.js"),
    include_str!("../browser/scripts/printed.js"),
    include_str!("../browser/scripts/take_over.js"),
    include_str!("../browser/scripts/update.js"),
    "})();\n",
);

/// The part of the app's script that fetches its chunks.
pub const CHUNKS_SCRIPT: &str = include_str!("../browser/scripts/chunks.js");

/// A script without its comments and indents, which no reader of a page needs. Comments stand on lines of their own.
pub fn without_comments(script: &str) -> String {
    // Of a comment of several lines each begins with a star, as nothing else does.
    let is_comment = |line: &str| line.is_empty() || ["//", "/*", "*"].iter().any(|sign| line.starts_with(sign));
    let lines = script.lines().map(str::trim).filter(|line| !is_comment(line));
    lines.map(|line| format!("{line}\n")).collect()
}
