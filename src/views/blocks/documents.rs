//! The documents of a meeting, or of an item of its agenda.

use crate::core::archive::format::{Document, published_path};
use crate::core::text::date::PartialDate;
use crate::language::{dates, kept, labels, messages, world};
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told;
use crate::views::blocks::value_link::value_link;
use crate::views::element::{Element, classed, el, outward};

/// Documents as a list: title, kind, languages, what they weigh, and where to read them, or that no address survives.
/// Nothing where there are none.
pub fn documents(documents: &[Document], marks: &Marks) -> Option<Element> {
    let items: Vec<Element> = documents.iter().map(|document| item(document, marks)).collect();
    (!items.is_empty()).then(|| classed("ul", "documents").attr("role", "list").child(items))
}

fn item(document: &Document, marks: &Marks) -> Element {
    let field = |field: &str| marks.field(&document.additions, field);
    let title = told(marks.site.archive, classed("span", "document-title"), &document.title);
    // The site's own file is there as long as the page is.
    let kept = document.file.as_deref().map(|file| marks.site.base.file(&published_path(file)));
    let title = match kept.as_ref().or(document.url.as_ref()) {
        Some(address) => {
            let language = document.languages.first().map(String::as_str);
            let media = document.r#type.as_deref();
            let link = outward(address, document.title.as_str()).attr_if("hreflang", language).attr_if("type", media);
            title.child(link)
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

/// Kind, languages, type, size and hash of a document.
fn what_it_is(document: &Document, marks: &Marks) -> Vec<Element> {
    let field = |field: &str| marks.field(&document.additions, field);
    let span = || el("span");
    let kind = |kind: &String| value_link(marks.site, "document", kind);
    let kinds: Vec<Element> = document.kind.as_slice().iter().map(kind).collect();
    let languages: Vec<&str> = document.languages.iter().map(|tag| world::language_or_tag(tag)).collect();
    let media = document.r#type.as_deref().map(kept::media_type);
    // The first signs are to be seen, and all are there to be copied.
    let hash = |hash: &str| span().child("SHA-256 ").child(classed("code", "hash").child(hash));
    let told = [
        (!kinds.is_empty()).then(|| span().child(kinds).child(field("kind"))),
        (!languages.is_empty()).then(|| span().child(messages::list(&languages)).child(field("languages"))),
        media.map(|media| span().child(media).child(field("type"))),
        document.size.map(|size| span().child(kept::size(size)).child(field("size"))),
        document.sha256.as_deref().map(hash),
    ];
    told.into_iter().flatten().collect()
}

/// Where a document can be read besides, and when it was last seen there; or that nothing of it can be read.
fn where_else(document: &Document, marks: &Marks) -> Vec<Element> {
    let named = |address: &str, what: &'static str| {
        // One page may have many links with these words.
        let name = kept::of_document(what, &document.title);
        el("span").child(outward(address, what).attr("aria-label", &name))
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
