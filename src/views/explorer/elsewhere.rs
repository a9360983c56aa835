//! Where else in a meeting's record than in its row the words asked for were found.

use crate::core::archive::Meeting;
use crate::core::search::asked::Sought;
use crate::language::{NAMES, labels, messages};
use crate::views::blocks::marked::marked;
use crate::views::blocks::told::told;
use crate::views::element::{Element, classed, el};
use crate::views::site::Site;

/// How many other places of a hit a row tells.
const EXCERPTS: usize = 2;

/// The words that something asked for was found within, and lines of the record with the words found marked.
pub fn elsewhere(site: Site, meeting: &Meeting, hits: &[Vec<Sought>]) -> Vec<Element> {
    let archive = site.archive;
    let Some(finder) = site.catalogue.finder.get() else { return Vec::new() };
    let found = (finder.excerpts)(archive, meeting, &NAMES, hits, EXCERPTS);
    let within = found.within.iter().map(|word| classed("p", "elsewhere quiet").child(messages::within(word)));
    let mut all: Vec<Element> = within.collect();
    let line = |line: &String| told(archive, el("li"), line).child(marked(site, line, hits));
    let lines: Vec<Element> = found.lines.iter().map(line).collect();
    if !lines.is_empty() {
        let found_in = classed("span", "quiet").child(labels::FOUND_IN);
        all.push(classed("div", "elsewhere").child(found_in).child(el("ul").child(lines)));
    }
    all
}
