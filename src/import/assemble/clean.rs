//! Texts as records have them: without what nobody sees and what not all formats can hold.

use std::borrow::Cow;

use crate::core::archive::values::{is_publishable, is_web_address};

/// A text in one line, and whether a sign was taken away that says something or nothing, but is no white space.
pub fn line(text: &str) -> (String, bool) {
    let (seen, is_cut) = seen(text);
    (seen.split_whitespace().collect::<Vec<_>>().join(" "), is_cut)
}

/// The same of a text whose lines stay apart.
pub fn lines(text: &str) -> (String, bool) {
    let (seen, is_cut) = seen(text);
    let mut lines: Vec<String> = Vec::new();
    for line in seen.lines() {
        let line = line.split_whitespace().collect::<Vec<_>>().join(" ");
        // One blank line is enough between two paragraphs.
        if !(line.is_empty() && lines.last().is_none_or(String::is_empty)) {
            lines.push(line);
        }
    }
    (lines.join("\n").trim_end().to_owned(), is_cut)
}

/// A text without signs that cannot be seen or published.
fn seen(text: &str) -> (Cow<'_, str>, bool) {
    if !text.chars().any(is_unseen) {
        return (Cow::Borrowed(text), false);
    }
    (Cow::Owned(text.chars().filter(|char| !is_unseen(*char)).collect()), true)
}

/// Whether a sign has no width, or turns the order of what stands behind it. Those that scripts need between their letters
/// stay.
pub fn is_unseen(char: char) -> bool {
    let is_mark = matches!(char, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    is_mark || !is_publishable(char)
}

/// A web address that a browser opens, made of what people write: without a scheme, or with spaces in it.
pub fn address(text: &str) -> Option<String> {
    let (text, _) = line(text);
    let text = text.trim_matches(['<', '>']).to_owned();
    if is_web_address(&text) {
        return Some(text);
    }
    let has_scheme = text.split(['/', '?', '.']).next().is_some_and(|start| start.contains(':'));
    let full =
        if text.to_ascii_lowercase().starts_with("www.") && !has_scheme { format!("https://{text}") } else { text };
    let mut encoded = String::with_capacity(full.len());
    for char in full.chars() {
        match char {
            ' ' | '"' | '<' | '>' | '\\' | '^' | '`' | '{' | '|' | '}' => {
                encoded.push_str(&format!("%{:02X}", char as u32))
            }
            _ => encoded.push(char),
        }
    }
    is_web_address(&encoded).then_some(encoded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_sees_is_taken_away() {
        assert_eq!(line(" a\u{a0}b\u{200b}c\n d "), ("a bc d".to_owned(), true));
        assert_eq!(line("\u{202e}gnp.exe\u{0}"), ("gnp.exe".to_owned(), true));
        assert_eq!(lines("a \r\n\n\n b"), ("a\n\nb".to_owned(), false));
    }

    #[test]
    fn addresses_are_mended_or_refused() {
        for (text, made) in [
            ("https://a.example/x", Some("https://a.example/x")),
            ("www.a.example/x y", Some("https://www.a.example/x%20y")),
            ("javascript:alert(1)", None),
            ("data:text/html,x", None),
            ("a.pdf", None),
            ("mailto:a@b.example", None),
        ] {
            assert_eq!(address(text).as_deref(), made, "{text}");
        }
    }
}
