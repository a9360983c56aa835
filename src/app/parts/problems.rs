//! What is wrong with the archive's data, for whoever can mend it.

use crate::app::element::{Element, classed, el};
use crate::core::archive::Archive;
use crate::wording;

/// A notice on what was left out and why; nothing where all is well.
pub fn problems(archive: &Archive) -> Option<Element> {
    (!archive.problems.is_empty()).then(|| {
        let item = |problem| el("li").child(wording::problem(problem));
        classed("details", "notice")
            .child(el("summary").child(wording::left_out(archive.left_out)))
            .child(el("ul").child(archive.problems.iter().map(item).collect::<Vec<_>>()))
    })
}
