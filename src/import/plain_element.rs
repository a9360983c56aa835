//! The elements of HTML that descriptions have.

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 26] = [
    "p",
    "div",
    "ul",
    "ol",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "tr",
    "blockquote",
    "section",
    "article",
    "header",
    "footer",
    "hr",
    "pre",
    "dl",
    "html",
    "body",
    "head",
    "form",
    "figure",
    "address",
];
/// Elements within a paragraph.
const WITHIN: [&str; 57] = [
    "a",
    "b",
    "i",
    "u",
    "s",
    "em",
    "strong",
    "span",
    "br",
    "li",
    "img",
    "font",
    "small",
    "sub",
    "sup",
    "code",
    "td",
    "th",
    "dt",
    "dd",
    "tbody",
    "thead",
    "tfoot",
    "title",
    "label",
    "strike",
    "del",
    "ins",
    "mark",
    "q",
    "cite",
    "center",
    "abbr",
    "time",
    "main",
    "nav",
    "tt",
    "kbd",
    "var",
    "samp",
    "big",
    "wbr",
    "meta",
    "link",
    "caption",
    "col",
    "colgroup",
    "figcaption",
    "picture",
    "source",
    "video",
    "audio",
    "button",
    "input",
    "nobr",
    "details",
    "summary",
];
/// Elements whose content is nothing to read.
const UNREAD: [&str; 4] = ["script", "style", "iframe", "svg"];

/// Whether a text is HTML: it has an element that HTML knows.
pub fn is_html(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        let rest = &text[at + 1..];
        let name = name_of(rest.strip_prefix('/').unwrap_or(rest));
        let behind = rest.trim_start_matches('/').get(name.len()..).and_then(|rest| rest.chars().next());
        is_known(&name) && behind.is_some_and(|char| matches!(char, '>' | '/') || char.is_whitespace())
    })
}

/// Whether it is the name of an element that descriptions have.
pub fn is_known(name: &str) -> bool {
    [&BLOCKS[..], &WITHIN[..], &UNREAD[..]].iter().any(|names| names.contains(&name))
}

/// The name of an element, in small letters, at the beginning of a text.
pub fn name_of(text: &str) -> String {
    text.chars().take(12).take_while(char::is_ascii_alphanumeric).map(|char| char.to_ascii_lowercase()).collect()
}

/// Whether such an element begins and ends a paragraph.
pub fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name)
}

/// Whether what stands in such an element is nothing to read.
pub fn is_unread(name: &str) -> bool {
    UNREAD.contains(&name)
}
