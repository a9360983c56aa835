//! The documents of a meeting, or of an item of its agenda.

use crate::core::archive::format::{Document, published_path, without_scheme};
use crate::core::text::date::PartialDate;
use crate::language::{dates, kept, labels, messages, world};
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told;
use crate::views::element::{Element, classed, el, outward};

/// Documents as a list: title, kind, languages, what they weigh, and where to read them, or that no address survives.
/// Nothing where there are none.
pub fn documents(documents: &[Document], marks: &Marks) -> Option<Element> {
    let items: Vec<Element> = (0..documents.len()).map(|at| item(documents, at, marks)).collect();
    (!items.is_empty()).then(|| classed("ul", "documents").attr("role", "list").child(items))
}

fn item(all: &[Document], at: usize, marks: &Marks) -> Element {
    let document = &all[at];
    let field = |field: &str| marks.field(&document.additions, field);
    let title = told(marks.site.archive, classed("span", "document-title"), &document.title);
    // The site's own file is there as long as the page is.
    let kept = document.file.as_deref().map(|file| marks.site.base.file(&published_path(file)));
    let title = match kept.as_ref().or(document.url.as_ref()) {
        Some(address) => {
            let language = document.languages.first().map(String::as_str);
            let media = document.r#type.as_deref();
            let link = outward(address, document.title.as_str()).attr_if("hreflang", language).attr_if("type", media);
            title.child(link.attr("class", "opens").attr_if("aria-label", told_apart(all, at).as_deref()))
        }
        None => title.child(document.title.as_str()),
    };
    let marks_of_title = [field("title"), field("url"), field("file"), marks.of(document.source.as_slice())];
    el("li").child(title).child(marks_of_title.into_iter().flatten().collect::<Vec<_>>()).child(
        classed("span", "details quiet")
            .child(what_it_is(document, marks))
            .child(where_else(document, marks))
            .child(document.note.as_deref().map(|note| told(marks.site.archive, el("span"), note).child(note))),
    )
}

/// The name of a link to a document of whose title there are several: with its languages, and which of them it is.
fn told_apart(all: &[Document], at: usize) -> Option<String> {
    let document = &all[at];
    let named = |of: &&Document| of.title == document.title && of.can_be_opened();
    let count = all.iter().filter(named).count();
    let place = all[..=at].iter().filter(named).count();
    (count > 1).then(|| kept::one_of(&document.title, &languages(document), place, count))
}

/// The languages of a document, in a sentence.
fn languages(document: &Document) -> String {
    let languages: Vec<&str> = document.languages.iter().map(|tag| world::language_or_tag(tag)).collect();
    messages::list(&languages)
}

/// Kind, languages, type, size and hash of a document. Its kind is a quiet word, and none where the title says it.
fn what_it_is(document: &Document, marks: &Marks) -> Vec<Element> {
    let field = |field: &str| marks.field(&document.additions, field);
    let span = || el("span");
    let kind = |kind: &String| told(marks.site.archive, el("bdi"), kind).child(kind.as_str());
    let is_new = |kind: &&String| !says(&document.title, kind);
    let kinds: Vec<Element> = document.kind.as_slice().iter().filter(is_new).map(kind).collect();
    let marks_of_kind = field("kind");
    let languages = languages(document);
    let media = document.r#type.as_deref().map(kept::media_type);
    // The first signs are to be seen, and all are there to be copied.
    let hash = |hash: &str| span().child("SHA-256 ").child(classed("code", "hash").child(hash));
    let told = [
        (!kinds.is_empty() || !marks_of_kind.is_empty()).then(|| span().child(in_a_row(kinds)).child(marks_of_kind)),
        (!languages.is_empty()).then(|| span().child(languages).child(field("languages"))),
        media.map(|media| span().child(media).child(field("type"))),
        document.size.map(|size| span().child(kept::size(size)).child(field("size"))),
        document.url.as_deref().filter(|_| document.file.is_none()).map(|url| span().child(host(url))),
        document.sha256.as_deref().map(hash),
    ];
    told.into_iter().flatten().collect()
}

/// Words one behind the other.
fn in_a_row(words: Vec<Element>) -> Vec<Element> {
    let mut row: Vec<Element> = Vec::new();
    for word in words {
        if !row.is_empty() {
            row.push(el("span").child(", "));
        }
        row.push(word);
    }
    row
}

/// Whether a title says a word, in the letters of English whatever their case: others would bring all of Unicode's tables.
fn says(title: &str, word: &str) -> bool {
    let mut places = title.as_bytes().windows(word.len().max(1));
    places.any(|place| place.eq_ignore_ascii_case(word.as_bytes()))
}

/// The host of a web address, as people write it.
fn host(address: &str) -> &str {
    let host = without_scheme(address).split(['/', '?', '#']).next().unwrap_or(address);
    host.strip_prefix("www.").unwrap_or(host)
}

/// Where a document can be read besides, and when it was last seen there; or that nothing of it can be read.
fn where_else(document: &Document, marks: &Marks) -> Vec<Element> {
    let named = |address: &str, what: &'static str| {
        // One page may have many links with these words.
        let name = kept::of_document(what, &document.title);
        el("span").child(outward(address, what).attr("aria-label", &name).attr("class", "opens"))
    };
    let field = |field: &str| marks.field(&document.additions, field);
    let url = document.url.as_deref();
    let archived = document.archived.as_deref();
    let seen = document.seen.as_deref().filter(|_| url.is_some()).and_then(PartialDate::parse);
    let told = [
        url.filter(|_| document.file.is_some()).map(|url| named(url, labels::ON_THE_WEB)),
        archived.map(|copy| named(copy, labels::ARCHIVED_COPY).child(field("archived"))),
        seen.map(|day| el("span").child(dates::last_seen(day)).child(field("seen"))),
        document.is_lost().then(|| el("span").child(labels::NO_ADDRESS)),
    ];
    told.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_that_the_title_says_is_found_whatever_its_case() {
        assert!(says("Foreign Minister’s speech", "Speech") && says("Conclusions", "Conclusions"));
        assert!(!says("More information", "Speech") && !says("", "Speech") && !says("Talk", ""));
    }

    #[test]
    fn a_host_is_told_as_people_write_it() {
        for (address, expected) in [
            ("https://www.example.org/a?b", "example.org"),
            ("http://example.org?b", "example.org"),
            ("https://a.b", "a.b"),
        ] {
            assert_eq!(host(address), expected);
        }
    }
}
