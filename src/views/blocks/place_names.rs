//! The names of a place in other languages.

use crate::core::archive::format::Place;
use crate::language::{labels, world};
use crate::views::element::{Element, classed, el};

/// The names of a place in other languages, each with those languages, as a list; nothing where none is recorded.
pub fn place_names(place: &Place) -> Option<Element> {
    // One name may serve several languages, and is then told once.
    let mut languages: Vec<(&str, Vec<&str>)> = Vec::new();
    for (tag, names) in &place.names {
        for name in names.as_slice() {
            match languages.iter_mut().find(|(of, _)| of == name) {
                Some((_, tags)) => tags.push(tag),
                None => languages.push((name, vec![tag])),
            }
        }
    }
    let name = |(name, tags): (&str, Vec<&str>)| {
        let spoken: Vec<&str> = tags.iter().map(|tag| world::language_or_tag(tag)).collect();
        el("li")
            .child(el("span").attr_if("lang", tags.first().copied()).child(name))
            .child(classed("span", "quiet").child(format!(" ({})", spoken.join(", "))))
    };
    let names: Vec<Element> = languages.into_iter().map(name).collect();
    let list = || classed("ul", "names").attr("role", "list").attr("aria-label", labels::NAMES);
    (!names.is_empty()).then(|| list().child(names))
}
