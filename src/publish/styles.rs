//! The style sheets, from their files: one for every page, and one for what the first page does not show at first.

/// What all blocks stand on, in the order of the layers, which the first file names.
const GROUND: &str = concat!(
    include_str!("../../style/tokens.css"),
    include_str!("../../style/base.css"),
    include_str!("../../style/layout.css"),
);

/// The blocks that the first page has, which are one layer. Which of them comes first makes no difference.
const BLOCKS: &str = concat!(
    include_str!("../../style/blocks/active_filters.css"),
    include_str!("../../style/blocks/browse.css"),
    include_str!("../../style/blocks/details.css"),
    include_str!("../../style/blocks/facets.css"),
    include_str!("../../style/blocks/footer.css"),
    include_str!("../../style/blocks/header.css"),
    include_str!("../../style/blocks/notice.css"),
    include_str!("../../style/blocks/overview.css"),
    include_str!("../../style/blocks/pager.css"),
    include_str!("../../style/blocks/range.css"),
    include_str!("../../style/blocks/results.css"),
    include_str!("../../style/blocks/search_form.css"),
    include_str!("../../style/blocks/skip_link.css"),
    include_str!("../../style/blocks/status.css"),
    include_str!("../../style/blocks/tags.css"),
    include_str!("../../style/blocks/take_away.css"),
    include_str!("../../style/blocks/views.css"),
    include_str!("../../style/blocks/waiting.css"),
);

/// The blocks that other pages and views have besides.
const FURTHER: &str = concat!(
    include_str!("../../style/blocks/agenda.css"),
    include_str!("../../style/blocks/copy.css"),
    include_str!("../../style/blocks/documents.css"),
    include_str!("../../style/blocks/map.css"),
    include_str!("../../style/blocks/meeting.css"),
    include_str!("../../style/blocks/people.css"),
    include_str!("../../style/blocks/sources.css"),
    include_str!("../../style/blocks/table.css"),
    include_str!("../../style/blocks/text.css"),
    include_str!("../../style/blocks/timeline.css"),
    include_str!("../../style/blocks/translations.css"),
);

/// The style sheet of every page, as it is published.
pub fn style_sheet() -> String {
    tidied(GROUND) + &blocks(BLOCKS)
}

/// The style sheet of what the first page does not show at first: other pages, and views of what is found.
pub fn further_style_sheet() -> String {
    blocks(FURTHER)
}

/// Each file of the blocks opens their layer: here it is opened once.
fn blocks(css: &str) -> String {
    tidied(css).replace("}@layer blocks{", "")
}

/// A style sheet without what only its writers need: comments, indents, line breaks, and the space before a `{` and after
/// a `:` or a comma. It is read line by line, so each declaration stands on a line of its own: `  color: red;` becomes
/// `color:red`, and where nothing is safe to leave out, everything stays, as the spaces in `100% - 2rem`.
fn tidied(css: &str) -> String {
    let mut tidied = String::new();
    for line in without_comments(css).lines().map(str::trim).filter(|line| !line.is_empty()) {
        let mut line = match line.strip_suffix(" {") {
            Some(opening) => format!("{opening}{{"),
            None if line.ends_with(';') => line.replacen(": ", ":", 1),
            None => line.to_owned(),
        };
        // A comma in quotes is a text's own.
        if !line.contains('"') {
            line = line.replace(", ", ",");
        }
        if line == "}" && tidied.ends_with(';') {
            tidied.pop();
        }
        tidied += &line;
        // What goes on in the next line is kept apart from it.
        if !line.ends_with(['{', '}', ';', ',']) {
            tidied.push(' ');
        }
    }
    tidied
}

/// A style sheet without its comments. Nothing else in one is written with `/*`.
fn without_comments(css: &str) -> String {
    let mut pieces = css.split("/*");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.filter_map(|piece| piece.split_once("*/")).fold(first, |before, (_, after)| before + after)
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
        assert_eq!(tidied("a {\n  font: b, c;\n  content: \", {\" d;\n}\n"), "a{font:b,c;content:\", {\" d}");
    }

    #[test]
    fn every_style_sheet_of_the_project_is_joined() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/style");
        let blocks = format!("{BLOCKS}{FURTHER}");
        for (folder, joined) in [(folder.to_owned(), GROUND), (format!("{folder}/blocks"), &blocks)] {
            let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
            for file in files.filter(|file| file.is_file()) {
                assert!(joined.contains(&std::fs::read_to_string(&file).unwrap()), "{file:?} is missing");
            }
        }
        assert_eq!(style_sheet().matches("@layer blocks{").count(), 1);
    }
}
