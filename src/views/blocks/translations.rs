//! The same text in other languages.

use crate::core::archive::format::OneOrMany;
use crate::language::{labels, world};
use crate::views::blocks::told::told_in;
use crate::views::element::{Element, classed, el};
use crate::views::site::Site;

/// Translations below what they translate, each with the name of its language. They are a list where one may stand
/// (`tag` is `ul`), and else lines of their own in the running text. Nothing where there are none.
pub fn translations(site: Site, tag: &'static str, all: &[(String, OneOrMany)]) -> Option<Element> {
    let item = if tag == "ul" { "li" } else { "span" };
    let one = |language: &str, text: &str| {
        classed(item, "translation")
            .child(told_in(site.archive, Some(language), el("bdi"), text).child(text))
            .child(classed("span", "quiet").child(format!(" ({})", world::language_in_full(language))))
    };
    let all = all.iter().flat_map(|(language, texts)| texts.as_slice().iter().map(move |text| one(language, text)));
    let all: Vec<Element> = all.collect();
    let list = || classed("ul", "translations").attr("role", "list").attr("aria-label", labels::TRANSLATIONS);
    let place = || if tag == "ul" { list() } else { classed("span", "translations") };
    (!all.is_empty()).then(|| place().child(all))
}
