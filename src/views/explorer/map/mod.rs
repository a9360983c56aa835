//! What is found as a map: a mark for every place, or for several that would touch. What a mark says stands in words too: above
//! the map in a sentence, below it as a table.

mod card;
mod drawn;
mod marks;
mod words;

use leptos::prelude::*;

use crate::core::search::explore::Shown;
use crate::core::search::map::PLACE;
use crate::language::map as said;
use crate::views::element::{Content, classed, dynamic, el, fragment};
use crate::views::explorer::map::drawn::Map;
use crate::views::explorer::results::nothing;
use crate::views::site::Site;

/// What is found as a map; nothing where the archive has none.
pub fn map(site: Site, shown: Memo<Shown>) -> AnyView {
    let mut children = Vec::new();
    // Both are there where this view is offered.
    if let Some((places, picture)) = site.catalogue.facets.get(PLACE).zip(site.later.picture.get()) {
        let map = Map::new(site, places, picture, shown);
        dynamic(move || words::summary(map)).add_to(&mut children);
        nothing(site, shown).add_to(&mut children);
        marks::marks(map).add_to(&mut children);
        classed("div", "map-card")
            .attr("id", card::CARD)
            .child(dynamic(move || card::gathered(map)))
            .child(dynamic(move || card::chosen(map)))
            .add_to(&mut children);
        words::table(map).add_to(&mut children);
        classed("p", "quiet").child(el("small").child(said::BORDERS)).add_to(&mut children);
    }
    classed("div", "map-view").child(fragment(children)).view()
}
