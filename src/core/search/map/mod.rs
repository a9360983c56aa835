//! What is found, on the map: how many meetings each place has, and which places stand together.

pub mod gather;
pub mod picture;

use fixedbitset::FixedBitSet;

use crate::core::address::query::Query;
use crate::core::search::catalogue::Catalogue;
use crate::core::search::explore::Shown;
use crate::core::search::facet::Facet;
use crate::core::search::index::piece::Lacking;
use crate::core::search::map::picture::Picture;
use crate::core::search::matches::Matches;
use crate::core::search::set::Set;

/// The key of the facet that a map is drawn of.
pub const PLACE: &str = "place";

/// What a map shows of what is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnMap {
    /// The places that have a spot and meetings to show, and those that are chosen, in the facet's order.
    pub places: Vec<Placed>,
    /// The meetings that would be found if no place were chosen.
    pub unplaced: FixedBitSet,
    /// The number of meetings found at any of these places.
    pub on: usize,
    /// The number of meetings found that are at none of them.
    pub off: usize,
    /// Whether any place is chosen, also one without a spot.
    pub is_chosen: bool,
}

/// A place on the map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its position among the values of the facet.
    pub value: usize,
    /// Its position among the spots of the picture.
    pub spot: usize,
    /// How many meetings would be shown if this place alone were chosen.
    pub count: usize,
    /// Whether it is chosen.
    pub is_chosen: bool,
}

/// What of an answer is on a map.
pub fn on_map(catalogue: &Catalogue, places: &Facet, picture: &Picture, shown: &Shown) -> OnMap {
    let lacking = Lacking::default();
    let sets = catalogue.sets(places, &lacking);
    let chosen = shown.query.values(PLACE);
    let unplaced = if chosen.is_empty() {
        (*shown.all).clone()
    } else {
        Matches::new(catalogue, &without_places(&shown.query), &lacking).all
    };
    let mut on = FixedBitSet::with_capacity(catalogue.count());
    let mut placed = Vec::new();
    for (value, (of, set)) in places.values.iter().zip(sets).enumerate() {
        let Some(spot) = picture.spot(&of.id) else { continue };
        set.add_to(&mut on);
        let (count, is_chosen) = (set.count_in(&unplaced), chosen.contains(&of.id));
        if count > 0 || is_chosen {
            placed.push(Placed { value, spot, count, is_chosen });
        }
    }
    let on = on.intersection_count(&shown.all);
    OnMap { places: placed, unplaced, on, off: shown.found.saturating_sub(on), is_chosen: !chosen.is_empty() }
}

/// A query with no place chosen.
pub fn without_places(query: &Query) -> Query {
    query.with_values(PLACE, Vec::new())
}

impl OnMap {
    /// Those places that what is found is at: of chosen ones only these.
    pub fn found(&self) -> impl Iterator<Item = &Placed> {
        self.places.iter().filter(|of| of.count > 0 && (of.is_chosen || !self.is_chosen))
    }

    /// The positions of the meetings at a place that would be shown if it alone were chosen, latest first.
    pub fn latest_first(&self, set: &Set) -> Vec<usize> {
        let mut positions = set.positions();
        positions.retain(|position| self.unplaced.contains(*position));
        positions.reverse();
        positions
    }
}
