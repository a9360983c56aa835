//! What is wrong with the archive's data, for whoever can mend it.

use crate::core::archive::Archive;
use crate::language::{messages, problems};
use crate::views::element::{Element, classed, el};

/// A notice on what was left out and why; nothing where all is well.
pub fn problems(archive: &Archive) -> Option<Element> {
    (!archive.problems.is_empty()).then(|| {
        let item = |problem| el("li").child(problems::problem(problem));
        classed("details", "notice")
            .child(el("summary").child(messages::left_out(archive.left_out)))
            .child(el("ul").child(archive.problems.iter().map(item).collect::<Vec<_>>()))
    })
}
