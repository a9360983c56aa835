//! What the reader is told of the answer itself.

use crate::core::search::explore::{Row, Shown};
use crate::language::{NAMES, messages};
use crate::views::element::{Element, classed, el};
use crate::views::site::Site;

/// What in the address was skipped, and what the text was read as.
pub fn notices(site: Site, shown: &Shown) -> Option<Element> {
    let read_as = read_as(site, shown).map(|text| messages::read_as(shown.query.text(), &text));
    let notices = shown.notices.iter().map(messages::notice).chain(read_as);
    let notices: Vec<Element> = notices.map(|notice| el("p").child(notice)).collect();
    (!notices.is_empty()).then(|| classed("div", "notice").child(notices))
}

/// What the text was read as, where words of it were taken for mistakes; in the letters of the first meeting shown.
fn read_as(site: Site, shown: &Shown) -> Option<String> {
    let finder = site.catalogue.finder.get().filter(|_| !shown.mended.is_empty() && shown.is_listed())?;
    let first = shown.rows.iter().find_map(|row| match row {
        Row::Meeting(position) => site.records.get(*position),
        Row::Gap(_) => None,
    });
    let first = first.and_then(|(archive, at)| Some((archive, archive.meetings.get(at)?)));
    Some((finder.read_as)(shown.query.text(), &shown.mended, first, &NAMES))
}
