//! Sections with a heading, and the statements of the data in them.

use crate::core::archive::format::Statement;
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::{told, told_in};
use crate::views::blocks::translations::translations;
use crate::views::element::{Content, Element, el};

/// A section under a heading, if there is something to stand in it.
pub fn section(heading: &str, content: Option<impl Content>) -> Option<Element> {
    content.map(|content| el("section").child(el("h2").child(heading)).child(content))
}

/// Statements as elements of one kind, each with its translations and the marks of its sources.
pub fn statements<'a>(
    tag: &'static str,
    statements: impl Iterator<Item = &'a Statement>,
    marks: &Marks,
) -> Vec<Element> {
    statements.map(|one| statement(el(tag), one, marks)).collect()
}

/// A statement in an element. What has a language of its own, or translations, stands in one of its own within, since what
/// is around it is in another.
pub fn statement(element: Element, statement: &Statement, marks: &Marks) -> Element {
    let (archive, text, own) = (marks.site.archive, statement.text(), statement.language());
    let is_plain = own.is_none() && statement.translations().is_empty();
    let element = match is_plain {
        true => told(archive, element, text).child(text),
        false => element.child(told_in(archive, own, el("bdi"), text).child(text)),
    };
    let others = translations(marks.site, "span", statement.translations());
    element.child(marks.of(statement.source())).child(others)
}

/// Statements as a list, if there are any.
pub fn statement_list<'a>(all: impl Iterator<Item = &'a Statement>, marks: &Marks) -> Option<Element> {
    let items = statements("li", all, marks);
    (!items.is_empty()).then(|| el("ul").child(items))
}
