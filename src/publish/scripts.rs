//! The script that every page begins with: one job a file, joined in one function.

/// The files in their order: what begins comes first, and what returns where there is no service worker last.
const JOBS: [&str; 9] = [
    include_str!("../browser/scripts/start.js"),
    include_str!("../browser/scripts/failures.js"),
    include_str!("../browser/scripts/fetch.js"),
    include_str!("../browser/scripts/filters.js"),
    include_str!("../browser/scripts/pieces.js"),
    include_str!("../browser/scripts/save.js"),
    include_str!("../browser/scripts/copy.js"),
    include_str!("../browser/scripts/take_over.js"),
    include_str!("../browser/scripts/update.js"),
];

/// All files as one script, without what only their readers need.
pub fn page_script() -> String {
    without_comments(&format!("(() => {{\n{}}})();\n", JOBS.concat()))
}

/// A script without its comments and indents, which no reader of a page needs. Comments stand on lines of their own.
pub fn without_comments(script: &str) -> String {
    // Of a comment of several lines each begins with a star, as nothing else does.
    let is_comment = |line: &str| line.is_empty() || ["//", "/*", "*"].iter().any(|sign| line.starts_with(sign));
    let lines = script.lines().map(str::trim).filter(|line| !is_comment(line));
    lines.map(|line| format!("{line}\n")).collect()
}
