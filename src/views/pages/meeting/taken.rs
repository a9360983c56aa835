//! What a reader takes away of a meeting: its citation, its address, and files.

use leptos::prelude::AnyView;

use crate::core::address::route::Route;
use crate::core::archive::Meeting;
use crate::core::archive::citation::citation;
use crate::core::export::Format;
use crate::language::{NAMES, dates, labels};
use crate::views::blocks::copy::copy;
use crate::views::blocks::take_away::take_away;
use crate::views::blocks::told::told;
use crate::views::element::{Element, classed, el, fragment};
use crate::views::site::Site;

/// Where within the page it is told how a meeting is cited.
pub const PLACE: &str = "cite";

/// The formats in which a meeting can be taken away; the first is for meetings whose days are known.
const FORMATS: [Format; 5] = [Format::Calendar, Format::Bibtex, Format::Ris, Format::Csl, Format::Json];

/// How to cite a meeting, where it stands, and files of it.
pub fn taken(site: Site, meeting: &Meeting) -> Element {
    let archive = site.archive;
    let address = site.permanent(&Route::Meeting(meeting.record.id.clone()));
    let cited = citation(archive, meeting, &address, &NAMES);
    let when = dates::when(meeting.when);
    // What is told stands apart from the signs between, which keep their places whatever way it is written.
    let cited = cited.chunks(2).flat_map(|pieces| {
        let text = pieces[0].as_str();
        let piece = if text == when { el("bdi") } else { told(archive, el("bdi"), text) };
        [Some(piece.child(text).view()), pieces.get(1).map(|sign| fragment(sign.as_str()))]
    });
    let cited: Vec<Option<AnyView>> = cited.collect();
    let (formats, no_calendar) = match meeting.when.has_days() {
        true => (&FORMATS[..], None),
        false => (&FORMATS[1..], Some(classed("span", "quiet").child(labels::NO_CALENDAR))),
    };
    let files = classed("div", "no-print").child(el("h3").child(labels::FILES)).child(take_away(
        site,
        &site.page(),
        formats,
        no_calendar,
    ));
    classed("div", "columns")
        .child(copy(labels::CITATION, labels::COPY_CITATION, cited, Some(labels::ACCESSED)))
        .child(copy(labels::ADDRESS, labels::COPY_ADDRESS, address, None))
        .child(files)
}
