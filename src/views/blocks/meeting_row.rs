//! A meeting as a row of a list.

use leptos::prelude::AnyView;

use crate::core::address::route::Route;
use crate::core::archive::format::{Document, Meeting, Participation, Place};
use crate::core::search::asked::Sought;
use crate::language::{labels, messages, world};
use crate::views::blocks::marked::marked;
use crate::views::blocks::status::badge;
use crate::views::blocks::time::time;
use crate::views::blocks::told::{told, told_in};
use crate::views::element::{Content, Element, classed, el, fragment, link};
use crate::views::site::Site;

/// A meeting's row of a list, with the words found marked: for each thing that a text asks for, those that it was found by.
pub fn meeting_row(site: Site, position: usize, hits: &[Vec<Sought>]) -> Element {
    let archive = site.archive;
    let meeting = &archive.meetings[position];
    let record = &meeting.record;
    let title = link(site.href(&Route::Meeting(record.id.clone())), title(site, position, hits));
    let title = told_in(archive, record.language.as_deref(), title, &record.title);
    let answers = site.later.answers.get().filter(|_| !hits.is_empty());
    el("li")
        .child(el("h3").child(title))
        .child(facts(site, position, hits))
        .child(told_of(site, record))
        .child(answers.map(|answers| (answers.elsewhere)(site, meeting, hits)))
}

/// The title. What sets it apart from the one beside it in time is strong, where most is the same in both.
fn title(site: Site, position: usize, hits: &[Vec<Sought>]) -> AnyView {
    let title = |at: usize| site.archive.meetings.get(at).map_or("", |of| of.record.title.as_str());
    let (this, later) = (title(position), title(position + 1));
    let other = if later.is_empty() { title(position.wrapping_sub(1)) } else { later };
    match own_words(this, other).filter(|_| hits.is_empty()) {
        None => marked(site, this, hits),
        Some((before, own, behind)) => {
            let mut pieces = Vec::new();
            before.add_to(&mut pieces);
            el("strong").child(own).add_to(&mut pieces);
            behind.add_to(&mut pieces);
            fragment(pieces)
        }
    }
}

/// A title in three: what it begins and ends with as another does, by whole words, and between them what is its own. None
/// where that is most of it, or nothing.
fn own_words<'a>(title: &'a str, other: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (title_bytes, other) = (title.as_bytes(), other.as_bytes());
    let first = same_words(&mut title_bytes.iter().zip(other));
    let last = same_words(&mut title_bytes[first..].iter().rev().zip(other[first..].iter().rev()));
    let own = title_bytes.len() - first - last;
    if own == 0 || own * 2 >= title_bytes.len() {
        return None;
    }
    // At either side of a space a text can be cut.
    let (before, rest) = title.split_at(first);
    let (own, behind) = rest.split_at(own);
    Some((before, own, behind))
}

/// How many bytes are the same up to the last space before the first that is not, with that space.
fn same_words(pairs: &mut dyn Iterator<Item = (&u8, &u8)>) -> usize {
    let (mut same, mut count) = (0, 0);
    for (a, b) in pairs {
        if a != b {
            break;
        }
        count += 1;
        if *a == b' ' {
            same = count;
        }
    }
    same
}

/// What a meeting's page has besides, in numbers: documents, and people where the archive tells of them.
fn told_of(site: Site, record: &'static Meeting) -> Option<Element> {
    let (mut documents, mut open) = (0, 0);
    let mut count = |of: &[Document]| {
        for document in of {
            documents += 1;
            open += usize::from(document.can_be_opened());
        }
    };
    let mut people: Vec<&str> = Vec::new();
    let mut meet = |of: &'static [Participation]| {
        for person in of {
            if person.was_there() && !people.iter().any(|of| *of == person.person) {
                people.push(&person.person);
            }
        }
    };
    count(&record.documents);
    meet(&record.people);
    for item in &record.agenda {
        count(&item.documents);
        meet(&item.people);
    }
    let mut told = Vec::new();
    if documents > 0 {
        told.push(el("span").child(messages::documents(documents, open)));
    }
    if !people.is_empty() && site.archive.dataset.people_pages != Some(false) {
        told.push(el("span").child(messages::people(people.len())));
    }
    (!told.is_empty()).then(|| classed("p", "details quiet").child(told))
}

/// What a row shows beside its title: the status, where it is not the usual one, and what the archive has chosen, in its
/// order. What has several values or a name stands in a list of its own.
fn facts(site: Site, position: usize, hits: &[Vec<Sought>]) -> Vec<Element> {
    let archive = site.archive;
    let meeting = &archive.meetings[position];
    let record = &meeting.record;
    let text = |tag: &'static str, text: &str| told(archive, el(tag), text).child(marked(site, text, hits));
    let where_held = |place: &Place| {
        let country = place.country.as_deref().map(world::country_or_code);
        el("span")
            .child(text("bdi", &place.name))
            .child(country.map(|_| ", "))
            .child(country.map(|country| marked(site, country, hits)))
    };
    let status = record.unusual_status();
    let (mut rows, mut line) = (Vec::new(), Vec::new());
    line.extend(status.map(badge));
    for key in archive.row() {
        let mut tags = Vec::new();
        let mut label = labels::THEMES;
        match key {
            "date" => line.push(time(meeting.when)),
            "place" => {
                line.extend(archive.places_of(meeting).map(where_held));
                line.extend(record.online.as_ref().map(|_| el("span").child(labels::ONLINE)));
            }
            "venue" => line.extend(record.venue.as_deref().map(|venue| text("bdi", venue))),
            "format" => line.extend(record.format.as_deref().map(|format| text("bdi", format))),
            "themes" => archive.themes_of(meeting).for_each(|theme| tags.push(text("li", &theme.label))),
            own => {
                meeting.own_values(own).iter().for_each(|value| tags.push(text("li", value)));
                label = site.catalogue.facets.get(own).map_or(own, |facet| &facet.label);
            }
        }
        if !tags.is_empty() {
            in_line(&mut line, &mut rows);
            rows.push(classed("ul", "tags").attr("role", "list").attr("aria-label", label).child(tags));
        }
    }
    in_line(&mut line, &mut rows);
    rows
}

/// Puts single facts into a line.
fn in_line(line: &mut Vec<Element>, rows: &mut Vec<Element>) {
    if !line.is_empty() {
        rows.push(classed("p", "facts").child(std::mem::take(line)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_sets_a_title_apart_is_found_by_whole_words() {
        for (title, other, own) in [
            ("8th Meeting of the Council", "7th Meeting of the Council", Some("8th")),
            ("Meeting of the Council No. 18", "Meeting of the Council No. 17", Some("18")),
            ("Council Meeting in Oslo in May", "Council Meeting in Bodø in May", Some("Oslo")),
            ("Møte nr. 8 i Tromsø om økonomi", "Møte nr. 7 i Tromsø om økonomi", Some("8")),
            ("Ministers’ meeting again again", "Ministers’ meeting again", Some("again again")),
            // What is little is not worth the noise, and what is all is no difference.
            ("PyCon US 2019", "RustConf EU 2019", None),
            ("Opening", "Closing", None),
            ("A meeting", "A meeting", None),
            ("A meeting", "A meeting of the Council", None),
            ("First", "", None),
            ("", "First", None),
        ] {
            let found = own_words(title, other);
            assert_eq!(found.map(|(_, own, _)| own), own, "{title}");
            if let Some((before, own, behind)) = found {
                assert_eq!(format!("{before}{own}{behind}"), title);
            }
        }
    }
}
