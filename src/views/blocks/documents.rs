//! The documents of a meeting.

use crate::core::archive::format::Document;
use crate::language::{labels, messages, world};
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told;
use crate::views::blocks::value_link::value_link;
use crate::views::element::{Element, classed, el, outward};

/// Documents as a list: title, kind, languages, and where to read them, or that no address survives. Nothing where
/// there are none.
pub fn documents(documents: &[Document], marks: &Marks) -> Option<Element> {
    let items: Vec<Element> = documents.iter().map(|document| item(document, marks)).collect();
    (!items.is_empty()).then(|| classed("ul", "documents").attr("role", "list").child(items))
}

fn item(document: &Document, marks: &Marks) -> Element {
    let field = |field: &str| marks.field(&document.additions, field);
    let kind = |kind: &String| value_link(marks.site, "document", kind);
    let kinds: Vec<Element> = document.kind.as_slice().iter().map(kind).collect();
    let languages: Vec<&str> = document.languages.iter().map(|tag| world::language_or_tag(tag)).collect();
    let title = told(marks.site.archive, classed("span", "document-title"), &document.title);
    let title = match &document.url {
        Some(url) => {
            let language = document.languages.first().map(String::as_str);
            title.child(outward(url, document.title.as_str()).attr_if("hreflang", language))
        }
        None => title.child(document.title.as_str()),
    };
    let span = || el("span");
    el("li").child(title).child(field("title")).child(field("url")).child(marks.of(document.source.as_slice())).child(
        classed("span", "details quiet")
            .child((!kinds.is_empty()).then(|| span().child(kinds).child(field("kind"))))
            .child((!languages.is_empty()).then(|| span().child(messages::list(&languages)).child(field("languages"))))
            .child(document.url.is_none().then(|| span().child(labels::NO_ADDRESS)))
            .child(document.note.as_deref().map(|note| told(marks.site.archive, span(), note).child(note))),
    )
}
