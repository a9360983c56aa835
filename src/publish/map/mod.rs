//! The map of an archive: the part of the globe that its places span, drawn when the site is published. The same archive gives
//! the same numbers on every system.

pub mod clip;
pub mod flat;
pub mod outlines;
pub mod projection;
pub mod region;
pub mod simplify;
pub mod svg;

use std::collections::BTreeSet;

use crate::core::archive::Archive;
use crate::publish::map::flat::{AROUND, Flat};
use crate::publish::map::projection::Point;
use crate::publish::map::region::{Region, WIDTH};
use crate::publish::map::simplify::{area, simplified, simplified_ring};

/// A point of a map: units from its left and from its upper side.
pub type Dot = (i32, i32);

/// A map, in whole units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Map {
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
    /// Where there is sea, if not everywhere in the frame: the outline of the whole globe.
    pub globe: Option<Vec<Dot>>,
    /// The rings that bound land: what an odd number of them is around. They go on for [`AROUND`] units beyond the frame, so
    /// that a line along them is not seen where they are cut.
    pub land: Vec<Vec<Dot>>,
    /// The lines between countries.
    pub borders: Vec<Vec<Dot>>,
    /// The places, in the order of the data.
    pub spots: Vec<Spot>,
}

/// A place on a map.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The place, by its id.
    pub id: String,
    /// Where it is.
    pub at: Dot,
}

/// How many units a line may be off from where it is, at first; more where there would be more points than [`MOST`].
const TOLERANCE: f64 = 0.6;

/// How many points a map has at most.
const MOST: usize = 5500;

/// Land of less than this many square units is not drawn.
const SMALLEST: i64 = 3;

impl Map {
    /// The map of the places at which an archive has meetings; none where none of them has coordinates.
    pub fn of(archive: &Archive) -> Option<Self> {
        let used: BTreeSet<&str> =
            archive.meetings.iter().flat_map(|meeting| archive.places_of(meeting)).map(|place| &*place.id).collect();
        let places = archive.dataset.places.iter().filter(|place| used.contains(&*place.id));
        let places = places.filter_map(|place| Some((place.id.clone(), (place.lon?, place.lat?))));
        let (ids, places): (Vec<_>, Vec<_>) = places.unzip();
        let region = Region::of(&places)?;
        let flat = Flat::new(region);
        let spots = ids.into_iter().zip(&places).map(|(id, place)| Spot { id, at: dot(flat.place(*place)) });
        let (coasts, borders) = (flat.coasts(), flat.borders());
        let all = i64::from(WIDTH + 2 * AROUND) * i64::from(region.height() + 2 * AROUND);
        let mut tolerance = TOLERANCE;
        let (land, borders) = loop {
            let drawn = (land(&coasts, all, tolerance), lines(&borders, tolerance));
            let points: usize = drawn.0.iter().chain(&drawn.1).map(Vec::len).sum();
            if points <= MOST {
                break drawn;
            }
            tolerance *= 1.25;
        };
        Some(Self {
            width: WIDTH,
            height: region.height(),
            globe: flat.globe().map(|globe| dots(&globe)),
            land,
            borders,
            spots: spots.collect(),
        })
    }
}

/// The units that are nearest to a point.
fn dot((x, y): Point) -> Dot {
    (x.round() as i32, y.round() as i32)
}

/// A line in whole units, without points that follow themselves.
fn dots(line: &[Point]) -> Vec<Dot> {
    let mut dots: Vec<Dot> = line.iter().map(|point| dot(*point)).collect();
    dots.dedup();
    dots
}

fn land(coasts: &[Vec<Point>], all: i64, tolerance: f64) -> Vec<Vec<Dot>> {
    let rings = coasts.iter().map(|ring| dots(&simplified_ring(ring, tolerance)));
    let mut rings: Vec<_> = rings.filter(|ring| ring.len() > 2 && area(ring) >= SMALLEST).collect();
    // Two rings around everything are as none.
    let around = rings.iter().filter(|ring| area(ring) == all).count();
    let mut superfluous = around - around % 2;
    rings.retain(|ring| {
        let goes = superfluous > 0 && area(ring) == all;
        superfluous -= usize::from(goes);
        !goes
    });
    rings
}

fn lines(borders: &[Vec<Point>], tolerance: f64) -> Vec<Vec<Dot>> {
    borders.iter().map(|line| dots(&simplified(line, tolerance))).filter(|line| line.len() > 1).collect()
}
