//! Documents as people write them into a cell: an address, a title, or both.

use crate::import::draft::DocumentDraft;

/// Whether a text has a web address in it.
pub fn has_address(text: &str) -> bool {
    address_at(text).is_some()
}

/// A name without the address that stands in brackets behind it, and that address: `Town hall (https://…)`.
pub fn with_address(text: &str) -> Option<(&str, &str)> {
    let (name, address) = text.trim().strip_suffix(')')?.rsplit_once(" (")?;
    let is_address = ["http://", "https://"].iter().any(|scheme| address.starts_with(scheme));
    (is_address && !address.contains(char::is_whitespace) && !name.trim().is_empty()).then_some((name.trim(), address))
}

/// A name without the address that stands behind it, if one does.
pub fn bare(text: &str) -> &str {
    with_address(text).map_or(text, |(name, _)| name)
}

/// Where in a text a web address begins and ends, in bytes.
fn address_at(text: &str) -> Option<(usize, usize)> {
    let start = ["https://", "http://", "HTTPS://", "HTTP://"].iter().filter_map(|scheme| text.find(scheme)).min()?;
    let rest = &text[start..];
    let mut depth = 0_i32;
    let mut end = rest.len();
    for (at, char) in rest.char_indices() {
        match char {
            '(' => depth += 1,
            ')' if depth == 0 => {
                end = at;
                break;
            }
            ')' => depth -= 1,
            char if char.is_whitespace() || "<>\"“”".contains(char) => {
                end = at;
                break;
            }
            _ => {}
        }
    }
    let address = rest[..end].trim_end_matches(['.', ',', ';', ']']);
    Some((start, start + address.len()))
}

/// The documents in a text: `Minutes (https://…)`, `[Minutes](https://…)`, `Minutes: https://…`, or an address alone. A text
/// without an address is a title.
pub fn documents(text: &str) -> Vec<DocumentDraft> {
    let mut documents = Vec::new();
    let mut rest = text;
    while let Some((start, end)) = address_at(rest) {
        let is_between = |char: char| char.is_whitespace() || "([<:–—-,;|]>".contains(char);
        // A bracket that closes belongs to the document before, or to the title itself.
        let title =
            rest[..start].trim_start_matches(|char| is_between(char) || char == ')').trim_end_matches(is_between);
        documents.push(DocumentDraft {
            title: title.to_owned(),
            url: Some(rest[start..end].to_owned()),
            ..DocumentDraft::default()
        });
        rest = &rest[end..];
    }
    let behind = rest.trim_matches(|char: char| char.is_whitespace() || "()[]<>,;|.".contains(char));
    match (documents.last_mut(), behind.is_empty()) {
        (_, true) => {}
        (None, false) if is_other_address(text) => {
            documents.push(DocumentDraft { url: Some(text.trim().to_owned()), ..DocumentDraft::default() });
        }
        (None, false) => {
            documents.push(DocumentDraft { title: text.trim().to_owned(), ..DocumentDraft::default() });
        }
        // What stands behind the only address is its title, where none stands before it.
        (Some(last), false) if last.title.is_empty() => last.title = behind.to_owned(),
        (Some(last), false) => last.note = Some(behind.to_owned()),
    }
    documents
}

/// Whether a text is an address that no browser opens safely, or none.
fn is_other_address(text: &str) -> bool {
    let text = text.trim().to_ascii_lowercase();
    ["javascript:", "data:", "vbscript:", "file:", "ftp:", "mailto:"].iter().any(|scheme| text.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_and_its_address_are_told_apart() {
        for (text, title, url) in [
            ("Minutes (https://a.example/x)", "Minutes", Some("https://a.example/x")),
            ("[Minutes](https://a.example/x)", "Minutes", Some("https://a.example/x")),
            ("Minutes: https://a.example/x", "Minutes", Some("https://a.example/x")),
            ("https://a.example/x_(y)", "", Some("https://a.example/x_(y)")),
            ("https://a.example/x Minutes", "Minutes", Some("https://a.example/x")),
            ("Minutes", "Minutes", None),
        ] {
            let documents = documents(text);
            assert_eq!((documents[0].title.as_str(), documents[0].url.as_deref()), (title, url), "{text}");
            assert_eq!(documents.len(), 1, "{text}");
        }
        assert_eq!(documents("A (https://a.example/a), B (https://a.example/b)").len(), 2);
    }
}
