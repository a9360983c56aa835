//! What the map shows at a time, and what the reader does with it.

use leptos::prelude::*;

use crate::core::address::query::Query;
use crate::core::address::route::Route;
use crate::core::search::explore::Shown;
use crate::core::search::facet::Facet;
use crate::core::search::index::piece::Piece;
use crate::core::search::map::gather::{Mark, marks};
use crate::core::search::map::picture::Picture;
use crate::core::search::map::{OnMap, PLACE, on_map};
use crate::core::search::set::Set;
use crate::language::map as said;
use crate::views::dom;
use crate::views::site::{Needed, Site, Visit};

/// What holds the marks in the page, and something there that is ten times as wide as its letters are high.
const MARKS: &str = "#map-marks";
const RULER: &str = ".map-ruler";

/// The map in the page.
#[derive(Clone, Copy)]
pub struct Map {
    /// The site.
    pub site: Site,
    /// The facet that it is drawn of.
    pub places: &'static Facet,
    /// What is drawn below the marks.
    pub picture: &'static Picture,
    /// What is found.
    pub shown: Memo<Shown>,
    /// What the map shows of it; none while that has not come.
    pub drawn: Memo<Option<Drawn>>,
    /// Changes when the map has another width.
    pub resized: RwSignal<bool>,
    /// The ids of the places of the gathered mark that is open, with spaces between; none where none is.
    pub open: RwSignal<String>,
}

/// What the map shows at a time.
#[derive(Debug, Clone)]
pub struct Drawn {
    /// The places.
    pub on: OnMap,
    /// The marks; none while it is not known how wide the map is.
    pub marks: Vec<Mark>,
    /// How wide the map is, in dots.
    pub width: usize,
}

impl Map {
    /// The map of what is found.
    pub fn new(site: Site, places: &'static Facet, picture: &'static Picture, shown: Memo<Shown>) -> Self {
        let (resized, open) = (RwSignal::new(false), RwSignal::new(String::new()));
        let now = move |_: Option<&Option<Drawn>>| {
            if places.sets.get().is_none() {
                site.arrived.track();
                site.ask.run(Needed::Piece(Piece::Facets));
                return None;
            }
            resized.track();
            let width = dom::width(MARKS) * 160 / dom::width(RULER).max(1);
            let on = on_map(site.catalogue, places, picture, &shown.read());
            let name = |of: &[usize]| said::beside(&labels(places, &on, of));
            let marks = if width == 0 { Vec::new() } else { marks(&on, picture, width, &name) };
            Some(Drawn { on, marks, width })
        };
        // It is not compared with what was: that would take longer to fetch than it takes to draw it.
        let drawn = Memo::new_with_compare(now, |_, _| true);
        Self { site, places, picture, shown, drawn, resized, open }
    }

    /// The names of places on the map.
    pub fn labels(self, on: &OnMap, of: &[usize]) -> Vec<&'static str> {
        labels(self.places, on, of)
    }

    /// The id of a place on the map.
    pub fn id(self, on: &OnMap, at: usize) -> &'static str {
        on.places.get(at).map_or("", |of| &self.places.values[of.value].id)
    }

    /// The meetings that have been at the place with this id.
    pub fn set(self, id: &str) -> Option<&'static Set> {
        self.places.sets.get()?.get(self.places.position(id)?)
    }

    /// The address of the page of a place.
    pub fn page(self, id: &str) -> String {
        self.site.href(&Route::list(PLACE, id))
    }

    /// Chooses a place, or no longer.
    pub fn toggle(self, id: &str) {
        let query = &self.shown.read_untracked().query;
        let is_chosen = query.values(PLACE).iter().any(|of| of == id);
        self.site.go.run((Route::Explorer(self.with(query, id, !is_chosen)), Visit::Step));
    }

    /// A query with a place chosen or not.
    pub fn with(self, query: &Query, id: &str, is_chosen: bool) -> Query {
        self.site.catalogue.facets.with_value(query, self.places, id, is_chosen)
    }
}

fn labels(places: &'static Facet, on: &OnMap, of: &[usize]) -> Vec<&'static str> {
    of.iter().map(|at| places.values[on.places[*at].value].label.as_str()).collect()
}
