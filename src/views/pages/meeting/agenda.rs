//! The agenda of a meeting: its items, each at an address of its own within the page, and the way to each of them.

use crate::core::address::query::{Query, Sort};
use crate::core::archive::format::{AgendaItem, Statement, anchors};
use crate::language::labels;
use crate::views::blocks::documents::documents;
use crate::views::blocks::section::statement;
use crate::views::blocks::sources::Marks;
use crate::views::blocks::told::told;
use crate::views::blocks::translations::translations;
use crate::views::element::{Element, classed, el, link};
use crate::views::pages::meeting::people::people;

/// From how many items on there is a list of contents.
const MANY: usize = 6;

/// The items in their order, below a list of contents where they are many; nothing where there are none.
pub fn agenda(items: &[AgendaItem], marks: &Marks) -> Option<Vec<Element>> {
    let anchors = anchors(items);
    let listed = || items.iter().zip(&anchors);
    let entry =
        |(item, anchor): (&AgendaItem, &String)| el("li").child(link(format!("#{anchor}"), numbered(item, marks)));
    let contents = (items.len() >= MANY).then(|| {
        let entries: Vec<Element> = listed().map(entry).collect();
        classed("nav", "contents no-print")
            .attr("aria-label", labels::AGENDA)
            .child(classed("ol", "columns").attr("role", "list").child(entries))
    });
    let all: Vec<Element> = listed().map(|(of, anchor)| item(of, anchor, marks)).collect();
    let all = (!all.is_empty()).then(|| classed("ol", "agenda").attr("role", "list").child(all))?;
    Some(contents.into_iter().chain([all]).collect())
}

/// The number of an item, if it has one, and its title.
fn numbered(item: &AgendaItem, marks: &Marks) -> Vec<Element> {
    let number = item.number.as_deref().map(|number| classed("bdi", "quiet").child(number).child(" "));
    let title = told(marks.site.archive, el("bdi"), &item.title).child(item.title.as_str());
    number.into_iter().chain([title]).collect()
}

/// An item's number and its title, which leads to all meetings that have this title in their records, in the order of time.
fn discussed_at(item: &AgendaItem, marks: &Marks) -> Element {
    // A phrase ends at the first quotation mark of any kind.
    let phrase = format!("\"{}\"", item.title.replace(['"', '“', '”', '„', '«', '»'], " "));
    let query = Query::default().with_text(&phrase).with_sort(Sort::Oldest);
    link(marks.site.explorer(query), numbered(item, marks)).attr("title", labels::DISCUSSED_AT)
}

fn item(item: &AgendaItem, anchor: &str, marks: &Marks) -> Element {
    let text = |text: &Statement| statement(el("p"), text, marks);
    let decision = |decision: &Statement| {
        let label = classed("strong", "label").child(labels::DECISION);
        classed("div", "decision").child(label).child(statement(el("p"), decision, marks))
    };
    // An address within the page leads the focus here too.
    el("li")
        .attr("id", anchor)
        .attr("tabindex", "-1")
        .child(el("h3").child(discussed_at(item, marks)).child(marks.of(item.source.as_slice())))
        .child(translations(marks.site, "ul", &item.translations))
        .child(item.text.as_ref().map(text))
        .child(item.decision.as_ref().map(decision))
        .child(people(&item.people, marks))
        .child(documents(&item.documents, marks))
}
