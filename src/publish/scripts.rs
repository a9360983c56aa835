//! The script of every page, from its files.

/// The files of the script that every page begins with: one function, so that its names stay its own. They are named in the
/// order in which they run: `start` first, for the names in it are used by all, and `update` last, for it may end the script.
const PAGE_SCRIPT: &str = concat!(
    "(() => {\n",
    include_str!("../browser/scripts/start.js"),
    include_str!("../browser/scripts/failures.js"),
    include_str!("../browser/scripts/fetch.js"),
    include_str!("../browser/scripts/filters.js"),
    include_str!("../browser/scripts/walk.js"),
    include_str!("../browser/scripts/in_place.js"),
    include_str!("../browser/scripts/save.js"),
    include_str!("../browser/scripts/copy.js"),
    include_str!("../browser/scripts/printed.js"),
    include_str!("../browser/scripts/take_over.js"),
    include_str!("../browser/scripts/update.js"),
    "})();\n",
);

/// The script that every page begins with, on one line: a host or a network that leaves single spaces of all white space
/// alters nothing of it, and so not the hash by which the page allows it.
pub fn page_script() -> String {
    let is_in_word = |char: char| char.is_alphanumeric() || char == '_' || char == '$';
    without_comments(PAGE_SCRIPT).lines().fold(String::new(), |mut script, line| {
        if script.ends_with(is_in_word) && line.starts_with(is_in_word) {
            script.push(' ');
        }
        script + line
    })
}

/// The part of the app's script that fetches its chunks.
pub const CHUNKS_SCRIPT: &str = include_str!("../browser/scripts/chunks.js");

/// A script without its comments and indents, which no reader of a page needs. Comments stand on lines of their own.
pub fn without_comments(script: &str) -> String {
    // Of a comment of several lines each begins with a star, as nothing else does.
    let is_comment = |line: &str| line.is_empty() || ["//", "/*", "*"].iter().any(|sign| line.starts_with(sign));
    let lines = script.lines().map(str::trim).filter(|line| !is_comment(line));
    lines.map(|line| format!("{line}\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_a_page_is_the_same_with_single_spaces_for_all_white_space() {
        let script = page_script();
        assert_eq!(script.split_whitespace().collect::<Vec<_>>().join(" "), script);
        // No statement is ended by a line that ends.
        let lines = without_comments(PAGE_SCRIPT);
        let lines: Vec<&str> = lines.lines().collect();
        for pair in lines.windows(2) {
            let is_open = pair[0].ends_with(['{', '}', '(', '[', ',', ';', '?', ':', '>', '=', '|', '&']);
            // An `if` or a `for` without braces goes on in the next line.
            let is_headed =
                pair[0].ends_with(')') && ["if ", "for ", "while "].iter().any(|word| pair[0].starts_with(word));
            let goes_on = pair[1].starts_with(['}', ')', ']', '?', ':', '.', '|', '&']);
            assert!(is_open || is_headed || goes_on, "{pair:?}");
        }
    }
}
