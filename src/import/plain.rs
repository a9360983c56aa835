//! HTML as plain text, as far as descriptions have it: paragraphs, lists, links. `html5ever` reads it, as browsers do.

use ego_tree::iter::Edge;
use scraper::node::Element;
use scraper::{Html, Node};

/// A text made plain.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// Its paragraphs, without those that say nothing; lines of one are parted by line ends.
    pub paragraphs: Vec<String>,
    /// Links whose address no other page can follow, since it begins at the page that it stood on.
    pub lost_links: Vec<String>,
}

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

/// So many tags of one description are read. Who writes more of them wants to keep the reader busy, for whom each level of
/// depth is another look at all levels around it; such a text stays as it is.
const MOST_TAGS: usize = 5_000;

/// The paragraphs of a text, be it HTML or plain.
pub fn plain(text: &str) -> Plain {
    if is_html(text) {
        let mut made = Maker::default();
        made.read(&Html::parse_fragment(text));
        made.end_paragraph();
        return made.plain;
    }
    let text = decoded(&text.replace("\r\n", "\n").replace('\r', "\n"));
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim_end) {
        match paragraphs.last_mut() {
            Some(last) if !line.trim().is_empty() => {
                if !last.is_empty() {
                    last.push('\n');
                }
                last.push_str(line);
            }
            Some(last) if last.is_empty() => {}
            _ => paragraphs.push(String::new()),
        }
    }
    let paragraphs = paragraphs.iter().map(|text| text.trim().to_owned()).filter(|text| !text.is_empty()).collect();
    Plain { paragraphs, lost_links: Vec::new() }
}

/// A text of one line, such as a title, without what HTML has put into it.
pub fn plain_line(text: &str) -> String {
    if is_html(text) { plain(text).paragraphs.join(" ").replace('\n', " ") } else { decoded(text) }
}

/// A text with its entities as the signs that they stand for; nothing else in it is taken for HTML.
pub fn decoded(text: &str) -> String {
    if !text.contains('&') {
        return text.to_owned();
    }
    // Line ends and spaces are those of the text, which no element takes away.
    let html = Html::parse_fragment(&format!("<pre>\n{}", text.replace('<', "&lt;")));
    html.root_element().text().collect()
}

/// Whether a text is HTML: it has an element that HTML knows.
pub fn is_html(text: &str) -> bool {
    text.matches('<').count() <= MOST_TAGS
        && text.match_indices('<').any(|(at, _)| {
            let rest = text[at + 1..].trim_start_matches('/');
            let name: String = rest.chars().take(12).take_while(char::is_ascii_alphanumeric).collect();
            let behind = rest.get(name.len()..).and_then(|rest| rest.chars().next());
            is_known(&name.to_ascii_lowercase())
                && behind.is_some_and(|char| matches!(char, '>' | '/') || char.is_whitespace())
        })
}

/// Whether it is the name of an element that descriptions have.
fn is_known(name: &str) -> bool {
    [&BLOCKS[..], &WITHIN[..], &UNREAD[..]].iter().any(|names| names.contains(&name))
}

/// What makes plain text of HTML.
#[derive(Default)]
struct Maker {
    plain: Plain,
    /// The paragraph that is being read.
    text: String,
    /// For each list that is open the number of its next item; none where its items have points.
    lists: Vec<Option<u32>>,
    /// The address of the link that is open, and where its text begins.
    link: Option<(String, usize)>,
}

impl Maker {
    fn read(&mut self, html: &Html) {
        // How deep what is read lies within what is not to be read.
        let mut unread = 0_usize;
        for edge in html.root_element().traverse() {
            let (Edge::Open(node) | Edge::Close(node)) = edge;
            match node.value() {
                Node::Text(text) if unread == 0 && matches!(edge, Edge::Open(_)) => self.add(text),
                Node::Element(element) => {
                    let is_unread = UNREAD.contains(&element.name());
                    match edge {
                        Edge::Open(_) => {
                            unread += usize::from(is_unread);
                            if unread == 0 {
                                self.open(element);
                            }
                        }
                        Edge::Close(_) => {
                            if unread == 0 {
                                self.close(element);
                            }
                            unread -= usize::from(is_unread);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// Adds text; white space is one space.
    fn add(&mut self, text: &str) {
        for char in text.chars() {
            match char {
                char if char.is_ascii_whitespace() => {
                    if !self.text.is_empty() && !self.text.ends_with([' ', '\n']) {
                        self.text.push(' ');
                    }
                }
                char => self.text.push(char),
            }
        }
    }

    fn open(&mut self, element: &Element) {
        match element.name() {
            "br" => self.end_line(),
            "a" => self.link = element.attr("href").map(|address| (address.to_owned(), self.text.len())),
            name @ ("ul" | "ol") => {
                // A list within a list goes on in its paragraph.
                if self.lists.is_empty() {
                    self.end_paragraph();
                } else {
                    self.end_line();
                }
                self.lists.push((name == "ol").then_some(1));
            }
            name @ ("li" | "dt" | "dd" | "tr") => {
                self.end_line();
                if name == "li" {
                    self.point();
                }
            }
            // Within an item of a list a paragraph is a line.
            "p" | "div" if !self.lists.is_empty() => {}
            name if BLOCKS.contains(&name) => self.end_paragraph(),
            // What stands in angle brackets and is none of HTML's is text: `git checkout <branch>`. Office programs have
            // elements of their own, with a colon.
            name if !is_known(name) && !name.contains(':') => {
                let attributes = element.attrs().map(|(name, _)| format!(" {name}")).collect::<String>();
                self.add(&format!("<{name}{attributes}>"));
            }
            _ => {}
        }
    }

    fn close(&mut self, element: &Element) {
        match element.name() {
            "a" => self.end_link(),
            "ul" | "ol" => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.end_paragraph();
                }
            }
            "p" | "div" if !self.lists.is_empty() => self.end_line(),
            "td" | "th" => self.add(" "),
            "tr" => {}
            name if BLOCKS.contains(&name) => self.end_paragraph(),
            _ => {}
        }
    }

    /// The mark before an item of a list.
    fn point(&mut self) {
        let depth = self.lists.len().clamp(1, 8) - 1;
        self.text.push_str(&"  ".repeat(depth));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                self.text.push_str(&format!("{number}. "));
                *number = number.saturating_add(1);
            }
            _ => self.text.push_str("- "),
        }
    }

    fn end_line(&mut self) {
        self.trim();
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.text.push('\n');
        }
    }

    /// Takes white space away behind the text, but for a line's end.
    fn trim(&mut self) {
        let length = self.text.trim_end_matches(' ').len();
        self.text.truncate(length);
    }

    fn end_link(&mut self) {
        let Some((address, start)) = self.link.take() else { return };
        self.trim();
        let said = self.text.get(start..).unwrap_or_default().trim().to_owned();
        let address = address.trim().to_owned();
        let lower = address.to_ascii_lowercase();
        if lower.starts_with("http://") || lower.starts_with("https://") {
            let bare = |text: &str| text.trim_end_matches('/').rsplit("://").next().unwrap_or_default().to_owned();
            if said.is_empty() {
                self.text.push_str(&address);
            } else if bare(&said) != bare(&address) {
                self.text.push_str(&format!(" ({address})"));
            }
        } else if !address.is_empty() && !lower.starts_with("mailto:") && !lower.starts_with('#') {
            self.plain.lost_links.push(address);
        }
    }

    fn end_paragraph(&mut self) {
        self.end_link();
        let text = std::mem::take(&mut self.text);
        // An item of a list that says nothing, and blank lines.
        let lines: Vec<&str> =
            text.lines().map(str::trim_end).filter(|line| !matches!(line.trim(), "" | "-")).collect();
        if !lines.is_empty() {
            self.plain.paragraphs.push(lines.join("\n").trim().to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn made(text: &str) -> Vec<String> {
        plain(text).paragraphs
    }

    #[test]
    fn paragraphs_lists_and_links_are_kept() {
        let html = "<p>Talks &amp; <a href=\"https://example.org/x\">slides</a>,\n see <a href='https://example.org/'>example.org</a>\
            <br>a < b</p><ul><li>One</li><li><p>Two</p><ol><li>first<li>second</ol></li></ul>\
            <script>alert(1)</script><style>p{}</style><!-- no --><div>Last&nbsp;one&#8217;s&#x21;</div>";
        assert_eq!(
            made(html),
            [
                "Talks & slides (https://example.org/x), see example.org\na < b",
                "- One\n- Two\n  1. first\n  2. second",
                "Last\u{a0}one’s!",
            ]
        );
    }

    #[test]
    fn rows_of_a_table_are_lines() {
        assert_eq!(
            made("<table><tr><th>Day</th><td>Room</td></tr><tr><td>Mon</td><td>Hall</td></tr></table>"),
            ["Day Room\nMon Hall"]
        );
    }

    #[test]
    fn links_that_lead_nowhere_from_elsewhere_are_told() {
        let made = plain("<a href=\"/programme/\">Breakfast</a> <a href=\"mailto:a@b.c\">Ann</a>");
        assert_eq!((made.paragraphs, made.lost_links), (vec!["Breakfast Ann".into()], vec!["/programme/".into()]));
    }

    #[test]
    fn plain_text_stays_and_its_blank_lines_part_paragraphs() {
        assert_eq!(made("a < b\r\nc > d\r\n\r\n\r\ne &c; R&amp;D"), ["a < b\nc > d", "e &c; R&D"]);
        assert_eq!(made("  two &amp;  spaces\n\tand a tab"), ["two &  spaces\n\tand a tab"]);
        assert_eq!(made(" \n\n"), [""; 0]);
        assert_eq!((plain_line("R&amp;D <b>x</b>"), plain_line("AT&T")), ("R&D x".into(), "AT&T".into()));
        assert_eq!(plain_line("na&iuml;ve &scaron;"), "naïve š");
    }

    #[test]
    fn what_is_cut_off_is_text_as_far_as_it_goes() {
        assert_eq!(made("<p>a <b>b</b> <a href=\"https://example.org"), ["a b"]);
        assert_eq!(made("<p>a<script>b"), ["a"]);
        assert_eq!(made("<p>a<!-- b"), ["a"]);
        assert_eq!(made("<p>git <branch> is &lt;b&gt;<o:p></o:p></p>"), ["git <branch> is <b>"]);
    }

    #[test]
    fn no_depth_keeps_the_reader_busy() {
        let deep = |levels: usize| format!("{}x{}", "<div>".repeat(levels), "</div>".repeat(levels));
        assert_eq!(made(&deep(2_000)), ["x"]);
        assert_eq!(made(&deep(50_000)), [deep(50_000)]);
    }
}
