//! The documents of a meeting.

use super::sources::Marks;
use crate::app::element::{Element, classed, el, link, outward};
use crate::core::dataset::Document;
use crate::core::facet::Facet;
use crate::core::fold::slug;
use crate::core::query::Query;
use crate::wording::{self, label};

/// Documents as a list: title, kind, languages, and where to read them, or that no address survives. Nothing where
/// there are none.
pub fn documents(documents: &[Document], marks: &Marks) -> Option<Element> {
    let items: Vec<Element> = documents.iter().map(|document| item(document, marks)).collect();
    (!items.is_empty()).then(|| classed("ul", "documents").attr("role", "list").child(items))
}

fn item(document: &Document, marks: &Marks) -> Element {
    let field = |field: &str| marks.field(&document.additions, field);
    let kind = |kind: &String| link(marks.site.explorer(Query::only(Facet::Document, &slug(kind))), kind.as_str());
    let kinds: Vec<Element> = document.kind.as_slice().iter().map(kind).collect();
    let languages: Vec<&str> = document.languages.iter().map(|tag| wording::language_or_tag(tag)).collect();
    let title = classed("span", "document-title");
    let title = match &document.url {
        Some(url) => {
            let language = document.languages.first().map(String::as_str);
            title.child(outward(url, document.title.as_str()).attr_if("hreflang", language))
        }
        None => title.child(document.title.as_str()),
    };
    let part = || el("span");
    el("li").child(title).child(field("title")).child(field("url")).child(marks.of(document.source.as_slice())).child(
        classed("span", "details quiet")
            .child((!kinds.is_empty()).then(|| part().child(kinds).child(field("kind"))))
            .child((!languages.is_empty()).then(|| part().child(wording::list(&languages)).child(field("languages"))))
            .child(document.url.is_none().then(|| part().child(label::NO_ADDRESS)))
            .child(document.note.as_deref().map(|note| part().child(note))),
    )
}
