//! What is wrong with the archive's data, for whoever can mend it.

use crate::language::messages;
use crate::views::element::{Element, classed, el};
use crate::views::site::Site;

/// A notice on what was left out and why; nothing where all is well.
pub fn problems(site: Site) -> Option<Element> {
    let archive = site.archive;
    let sentence = site.later.problem.get()?;
    (!archive.problems.is_empty()).then(|| {
        let item = |problem| el("li").child(sentence(problem));
        classed("details", "notice")
            .child(el("summary").child(messages::left_out(archive.left_out)))
            .child(el("ul").child(archive.problems.iter().map(item).collect::<Vec<_>>()))
    })
}
