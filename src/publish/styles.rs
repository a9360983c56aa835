//! The style sheets as one.

/// The style sheets: first the layers in their order, then the blocks, none of which depends on another's place.
const SHEETS: [&str; 22] = [
    include_str!("../../style/tokens.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/layout.css"),
    include_str!("../../style/blocks/active_filters.css"),
    include_str!("../../style/blocks/browse.css"),
    include_str!("../../style/blocks/copy.css"),
    include_str!("../../style/blocks/documents.css"),
    include_str!("../../style/blocks/facets.css"),
    include_str!("../../style/blocks/footer.css"),
    include_str!("../../style/blocks/header.css"),
    include_str!("../../style/blocks/meeting.css"),
    include_str!("../../style/blocks/notice.css"),
    include_str!("../../style/blocks/pager.css"),
    include_str!("../../style/blocks/range.css"),
    include_str!("../../style/blocks/results.css"),
    include_str!("../../style/blocks/search_form.css"),
    include_str!("../../style/blocks/skip_link.css"),
    include_str!("../../style/blocks/sources.css"),
    include_str!("../../style/blocks/tags.css"),
    include_str!("../../style/blocks/take_away.css"),
    include_str!("../../style/blocks/text.css"),
    include_str!("../../style/blocks/waiting.css"),
];

/// All style sheets as one, without what only their readers need.
pub fn joined() -> String {
    SHEETS.map(tidied).concat()
}

/// A style sheet without comments, and without the white space around its lines and rules. What stands within a line may be
/// part of a text or an expression, and stays.
fn tidied(sheet: &str) -> String {
    let mut tidied = String::new();
    for line in without_comments(sheet).lines().map(str::trim).filter(|line| !line.is_empty()) {
        if line == "}" && tidied.ends_with(';') {
            tidied.pop();
        }
        match (line.strip_suffix(" {"), line.split_once(": ")) {
            (Some(rule), _) => tidied.extend([rule, "{"]),
            (None, Some((property, value))) if line.ends_with(';') => tidied.extend([property, ":", value]),
            _ => tidied.push_str(line),
        }
        // A value or a selector that goes on in the next line.
        if !line.ends_with(['{', '}', ';', ',']) {
            tidied.push(' ');
        }
    }
    tidied
}

fn without_comments(sheet: &str) -> String {
    let mut pieces = sheet.split("/*");
    let before = pieces.next().unwrap_or_default();
    let behind = pieces.map(|comment| comment.split_once("*/").map_or("", |(_, behind)| behind));
    std::iter::once(before).chain(behind).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_nobody_needs_is_left_out() {
        let sheet = "/* Of a\n   block. */\n@layer blocks {\n  .a:hover > li {\n    margin: calc(1px + 2px) auto; /* why */\n\n    content: \"· \";\n  }\n\n  @media (min-width: 60rem) {\n    .b,\n    .c {\n      grid-template:\n        1fr auto;\n    }\n  }\n}\n";
        assert_eq!(
            tidied(sheet),
            "@layer blocks{.a:hover > li{margin:calc(1px + 2px) auto;content:\"· \"}@media (min-width: 60rem){.b,.c{grid-template: 1fr auto}}}"
        );
    }

    #[test]
    fn every_style_sheet_of_the_project_is_joined() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/style");
        let files = [folder.to_owned(), format!("{folder}/blocks")]
            .into_iter()
            .flat_map(|folder| std::fs::read_dir(folder).unwrap());
        let sheets = files.filter(|file| file.as_ref().unwrap().path().extension().is_some_and(|end| end == "css"));
        assert_eq!(sheets.count(), SHEETS.len());
    }
}
