//! HTML as plain text, as far as descriptions have it: paragraphs, lists, links.

use crate::import::plain_element::{is_block, is_html, is_known, is_unread, name_of};
use crate::import::plain_entity::entity;

/// A text made plain.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Plain {
    /// Its paragraphs, without those that say nothing; lines of one are parted by line ends.
    pub paragraphs: Vec<String>,
    /// Links whose address no other page can follow, since it begins at the page that it stood on.
    pub lost_links: Vec<String>,
}

/// The paragraphs of a text, be it HTML or plain.
pub fn plain(text: &str) -> Plain {
    if is_html(text) {
        let mut made = Maker::default();
        made.read(text);
        made.end_paragraph();
        return made.plain;
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let text = if has_entity(&text) { decoded(&text) } else { text };
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
    if is_html(text) {
        return plain(text).paragraphs.join(" ").replace('\n', " ");
    }
    if has_entity(text) { decoded(text) } else { text.to_owned() }
}

fn has_entity(text: &str) -> bool {
    text.match_indices('&').any(|(at, _)| entity(&text[at..]).is_some())
}

/// A text with its entities as the signs that they stand for.
pub fn decoded(text: &str) -> String {
    let (mut decoded, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('&') {
        decoded.push_str(&rest[..at]);
        rest = &rest[at..];
        let (sign, length) = entity(rest).unwrap_or(('&', 1));
        decoded.push(sign);
        rest = &rest[length..];
    }
    decoded.push_str(rest);
    decoded
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
    fn read(&mut self, html: &str) {
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            self.add(&rest[..at]);
            rest = &rest[at..];
            if let Some(comment) = rest.strip_prefix("<!--") {
                rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
                continue;
            }
            let begins = rest[1..].starts_with(|char: char| char.is_ascii_alphabetic() || matches!(char, '/' | '!'));
            match rest.find('>').filter(|_| begins) {
                Some(end) => {
                    let tag = &rest[1..end];
                    rest = &rest[end + 1..];
                    rest = self.tag(tag, rest);
                }
                None if begins => return self.add(rest),
                None => {
                    self.text.push('<');
                    rest = &rest[1..];
                }
            }
        }
        self.add(rest);
    }

    /// Adds text; white space is one space.
    fn add(&mut self, html: &str) {
        for char in decoded(html).chars() {
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

    /// Reads a tag, and gives the text that is to be read behind it.
    fn tag<'a>(&mut self, tag: &str, behind: &'a str) -> &'a str {
        let is_end = tag.starts_with('/');
        let name = name_of(tag.trim_start_matches('/'));
        match (name.as_str(), is_end) {
            ("br", _) => self.end_line(),
            ("a", _) => {
                self.end_link();
                if !is_end {
                    self.link = attribute(tag, "href").map(|address| (address, self.text.len()));
                }
            }
            ("ul" | "ol", false) => {
                // A list within a list goes on in its paragraph.
                if self.lists.is_empty() {
                    self.end_paragraph()
                } else {
                    self.end_line()
                }
                self.lists.push((name == "ol").then_some(1));
            }
            ("ul" | "ol", true) => {
                self.lists.pop();
                if self.lists.is_empty() {
                    self.end_paragraph();
                }
            }
            ("li" | "dt" | "dd" | "tr", false) => {
                self.end_line();
                if name == "li" {
                    self.point();
                }
            }
            // Within an item of a list a paragraph is a line.
            ("p" | "div", true) if !self.lists.is_empty() => self.end_line(),
            ("p" | "div", false) if !self.lists.is_empty() => {}
            ("td" | "th", true) => self.add(" "),
            (name, false) if is_unread(name) => {
                let mut ends = behind.match_indices("</").filter(|(at, _)| name_of(&behind[at + 2..]) == name);
                return ends.next().map_or("", |(at, _)| &behind[at..]);
            }
            (name, _) if is_block(name) => self.end_paragraph(),
            // What stands in angle brackets and is none of HTML's is text: `git checkout <branch>`. Office programs have
            // elements of their own, with a colon.
            (name, _) if !is_known(name) && !tag.starts_with('!') && !tag.contains(':') => {
                self.text.push('<');
                self.add(tag);
                self.text.push('>');
            }
            _ => {}
        }
        behind
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

/// The value of an attribute in a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let (at, _) = lower.match_indices(name).find(|(at, _)| {
        lower[..*at].ends_with(|char: char| char.is_ascii_whitespace() || matches!(char, '"' | '\''))
            && lower[at + name.len()..].trim_start().starts_with('=')
    })?;
    let value = tag[at + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    let value = match value.chars().next()? {
        quote @ ('"' | '\'') => value[1..].split(quote).next()?,
        _ => value.split_ascii_whitespace().next()?,
    };
    Some(decoded(value))
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
    fn links_that_lead_nowhere_from_elsewhere_are_told() {
        let made = plain("<a href=\"/programme/\">Breakfast</a> <a href=\"mailto:a@b.c\">Ann</a>");
        assert_eq!((made.paragraphs, made.lost_links), (vec!["Breakfast Ann".into()], vec!["/programme/".into()]));
    }

    #[test]
    fn plain_text_stays_and_its_blank_lines_part_paragraphs() {
        assert_eq!(made("a < b\r\nc > d\r\n\r\n\r\ne &c; R&amp;D"), ["a < b\nc > d", "e &c; R&D"]);
        assert_eq!(made(" \n\n"), [""; 0]);
        assert_eq!((plain_line("R&amp;D <b>x</b>"), plain_line("AT&T")), ("R&D x".into(), "AT&T".into()));
    }

    #[test]
    fn what_is_cut_off_is_text_as_far_as_it_goes() {
        assert_eq!(made("<p>a <a href=\"https://example.org"), ["a <a href=\"https://example.org"]);
        assert_eq!(made("<p>a<script>b"), ["a"]);
        assert_eq!(made("<p>a<!-- b"), ["a"]);
        assert_eq!(made("<p>git <branch> is &lt;b&gt;<o:p></o:p></p>"), ["git <branch> is <b>"]);
        assert_eq!(made("<br/>&#0;&#xD800;&#99999999;&;"), ["&#0;&#xD800;&#99999999;&;"]);
    }
}
