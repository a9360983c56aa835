//! Which part of the globe a map shows, and how: all the places, with some of what is around them.

use libm::{acos, cos};

use crate::publish::map::clip::Rectangle;
use crate::publish::map::outlines::Place;
use crate::publish::map::projection::{Point, Projection, direction, place, radians};

/// The width of every map, in its units.
pub const WIDTH: i32 = 1000;

/// The radius of the globe in kilometres.
const RADIUS: f64 = 6371.0;
/// What a map shows at least from left to right, in kilometres: of one place its neighbourhood.
const LEAST: f64 = 900.0;
/// What is shown around the places, as a share of the wider of their spans.
const MARGIN: f64 = 0.12;
/// How often a map is as wide as high, at least and at most.
const SHAPE: (f64, f64) = (1.2, 2.0);
/// Places that are further than this from their middle, in degrees, are shown on the whole globe.
const FAR: f64 = 50.0;
/// The meridian in the middle of the whole globe: the map's edge then runs through the Bering Strait, where no land is cut.
const MIDDLE: f64 = 11.0;
/// What of the whole globe is shown from south to north, in degrees, unless there are places beyond: without Antarctica.
const INHABITED: (f64, f64) = (-56.0, 78.0);

/// What is shown beyond such a place, in degrees.
const BEYOND: f64 = 9.0;

/// A part of the globe, laid flat.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Region {
    /// How it is laid flat.
    pub projection: Projection,
    /// What is seen of the map, in radii of the globe.
    pub frame: Rectangle,
}

impl Region {
    /// The region of some places; none where there are none.
    pub fn of(places: &[Place]) -> Option<Self> {
        let centre = middle(places)?;
        let middle = direction(centre);
        let is_near = |of: &Place| dot(direction(*of), middle) >= cos(radians(FAR));
        if !places.iter().all(is_near) {
            return Some(Self::world(places));
        }
        // Around a pole no direction is up.
        let centre = if centre.1.abs() > 89.5 { (0.0, 90.0 * centre.1.signum()) } else { centre };
        let projection = Projection::Around(centre);
        let span = span(places.iter().map(|of| projection.point(*of)))?;
        let (width, height) = (span.high.0 - span.low.0, span.high.1 - span.low.1);
        let margin = 2.0 * MARGIN * width.max(height);
        let (width, height) = ((width + margin).max(LEAST / RADIUS), height + margin);
        let height = height.clamp(width / SHAPE.1, f64::MAX);
        let width = width.max(height * SHAPE.0);
        let of_span = |low: f64, high: f64| f64::midpoint(low, high);
        let (x, y) = (of_span(span.low.0, span.high.0), of_span(span.low.1, span.high.1));
        let (across, up) = (width / 2.0, height / 2.0);
        Some(Self { projection, frame: Rectangle { low: (x - across, y - up), high: (x + across, y + up) } })
    }

    /// The whole globe.
    fn world(places: &[Place]) -> Self {
        let projection = Projection::World(MIDDLE);
        let (mut south, mut north) = INHABITED;
        for (_, lat) in places {
            south = south.min(lat - BEYOND).max(-90.0);
            north = north.max(lat + BEYOND).min(90.0);
        }
        let height = |lat: f64| projection.point((MIDDLE, lat)).1;
        let across = projection.point((MIDDLE + 180.0, 0.0)).0;
        Self { projection, frame: Rectangle { low: (-across, height(south)), high: (across, height(north)) } }
    }

    /// How many units of the map a radius of the globe is.
    pub fn scale(&self) -> f64 {
        f64::from(WIDTH) / (self.frame.high.0 - self.frame.low.0)
    }

    /// A point of the plane in units of the map, from its upper left corner to the right and down.
    pub fn unit(&self, (x, y): Point) -> Point {
        let scale = self.scale();
        ((x - self.frame.low.0) * scale, (self.frame.high.1 - y) * scale)
    }

    /// The height of the map in its units.
    pub fn height(&self) -> i32 {
        ((self.frame.high.1 - self.frame.low.1) * self.scale()).round() as i32
    }
}

/// The least rectangle around some points.
fn span(points: impl Iterator<Item = Point>) -> Option<Rectangle> {
    points.fold(None, |span: Option<Rectangle>, (x, y)| {
        let span = span.unwrap_or(Rectangle { low: (x, y), high: (x, y) });
        let (low, high) = (span.low, span.high);
        Some(Rectangle { low: (low.0.min(x), low.1.min(y)), high: (high.0.max(x), high.1.max(y)) })
    })
}

/// The middle of the smallest circle around places, nearly: from the first of them on a step towards the one that is furthest,
/// and ever shorter ones (M. Bădoiu and K. L. Clarkson, Smaller core-sets for balls, SODA 2003). None where there are none, or
/// where they lie all around the globe.
fn middle(places: &[Place]) -> Option<Place> {
    let directions: Vec<[f64; 3]> = places.iter().map(|of| direction(*of)).collect();
    let mut middle = *directions.first()?;
    for step in 1..=500 {
        let mut furthest = (middle, f64::MAX);
        for of in &directions {
            let near = dot(*of, middle);
            if near < furthest.1 {
                furthest = (*of, near);
            }
        }
        let share = 1.0 / (f64::from(step) + 1.0);
        for (at, of) in middle.iter_mut().zip(furthest.0) {
            *at += (of - *at) * share;
        }
    }
    Some(place(middle))
}

fn dot(a: [f64; 3], b: [f64; 3]) -> f64 {
    a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

/// How far two places are from each other, in degrees.
pub fn degrees_between(a: Place, b: Place) -> f64 {
    acos(dot(direction(a), direction(b)).clamp(-1.0, 1.0)) * 180.0 / std::f64::consts::PI
}
