//! The people of a meeting, or of an item of its agenda.

use crate::core::archive::format::{ABSENT, EXCUSED, Participation};
use crate::language::labels;
use crate::views::blocks::person_link::person_link;
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told;
use crate::views::element::{Element, classed, el};

/// People with their office, whom they spoke for and the part they played, and below them, each under a label, those who did
/// not come. Nothing where nobody is known.
pub fn people(people: &[Participation], marks: &Marks) -> Option<Vec<Element>> {
    let list = |is_meant: &dyn Fn(&&Participation) -> bool| {
        let items: Vec<Element> = people.iter().filter(is_meant).map(|of| person(of, marks)).collect();
        (!items.is_empty()).then(|| classed("ul", "people").attr("role", "list").child(items))
    };
    let mut lists: Vec<Element> = list(&|of| of.was_there()).into_iter().collect();
    for (away, label) in [(ABSENT, labels::ABSENT), (EXCUSED, labels::EXCUSED)] {
        if let Some(list) = list(&|of| of.part.as_deref() == Some(away)) {
            lists.push(classed("p", "label").child(label));
            lists.push(list.attr("aria-label", label));
        }
    }
    (!lists.is_empty()).then_some(lists)
}

fn person(participation: &Participation, marks: &Marks) -> Element {
    let archive = marks.site.archive;
    let name = archive.person(&participation.person).map(|person| person_link(marks.site, person));
    let is_named = name.is_some();
    let mut item = el("li").child(name.map(|name| el("strong").child(name)));
    for text in [&participation.office, &participation.organisation].into_iter().flatten() {
        item = item.child(is_named.then_some(", ")).child(told(archive, el("bdi"), text).child(text.as_str()));
    }
    let part = participation.part.as_deref().filter(|_| participation.was_there());
    item.child(marks.of(participation.source.as_slice()))
        .child(part.map(|part| told(archive, classed("span", "details quiet"), part).child(part)))
}
