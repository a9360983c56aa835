//! Sections with a heading, and the statements of the data in them.

use crate::core::archive::format::Statement;
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told;
use crate::views::element::{Content, Element, el};

/// A section under a heading, if there is something to stand in it.
pub fn section(heading: &str, content: Option<impl Content>) -> Option<Element> {
    content.map(|content| el("section").child(el("h2").child(heading)).child(content))
}

/// Statements as elements of one kind, each with the marks of its sources.
pub fn statements<'a>(
    tag: &'static str,
    statements: impl Iterator<Item = &'a Statement>,
    marks: &Marks,
) -> Vec<Element> {
    let element = |text: &str| told(marks.site.archive, el(tag), text).child(text);
    statements.map(|statement| element(statement.text()).child(marks.of(statement.source()))).collect()
}

/// Statements as a list, if there are any.
pub fn statement_list<'a>(all: impl Iterator<Item = &'a Statement>, marks: &Marks) -> Option<Element> {
    let items = statements("li", all, marks);
    (!items.is_empty()).then(|| el("ul").child(items))
}
