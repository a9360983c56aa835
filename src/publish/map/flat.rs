//! The lines of the world, laid flat and cut to a region, in units of its map.

use libm::{atan2, cos, sin, sqrt};

use crate::publish::map::clip::Rectangle;
use crate::publish::map::outlines::{Outlines, Place, outlines, step_to};
use crate::publish::map::projection::{EDGE, Point, Projection, turn};
use crate::publish::map::region::{Region, WIDTH};

/// How far beyond the frame lines go on, in units.
pub const AROUND: i32 = 4;

/// How far a point may be from the centre of a part of the globe and count as drawn, in radii: a little less than where all
/// that is further stands.
const DRAWN: f64 = EDGE - 0.001;

/// The longest way along the edge of what is drawn that a straight line may take, in radians.
const LONGEST: f64 = 0.3;

/// What lies flat.
pub struct Flat {
    region: Region,
    world: Outlines,
    /// The frame and some more, in units.
    frame: Rectangle,
}

impl Flat {
    /// A region, before anything is laid flat.
    pub fn new(region: Region) -> Self {
        let frame = Rectangle { low: (0.0, 0.0), high: (f64::from(WIDTH), f64::from(region.height())) };
        Self { region, world: outlines(), frame: frame.grown(f64::from(AROUND)) }
    }

    /// A place in units.
    pub fn place(&self, (lon, lat): Place) -> Point {
        let lon = match self.region.projection {
            Projection::Around(_) => lon,
            Projection::World(middle) => middle + turn(lon - middle),
        };
        self.unit((lon, lat))
    }

    fn unit(&self, place: Place) -> Point {
        self.region.unit(self.region.projection.point(place))
    }

    /// The rings that bound land.
    pub fn coasts(&self) -> Vec<Vec<Point>> {
        let rings: Vec<Vec<Point>> = match self.region.projection {
            Projection::Around(centre) => {
                let mut rings: Vec<_> = self.world.coasts.iter().map(|ring| self.around(ring)).collect();
                // Laid flat, a ring has the other side of the globe outside of it. Where that is land, land is outside.
                let other_side = (centre.0 + 180.0, -centre.1);
                if is_land(&self.world.coasts, other_side) {
                    let (low, high) = (self.frame.low, self.frame.high);
                    rings.push(vec![low, (high.0, low.1), high, (low.0, high.1)]);
                }
                rings
            }
            Projection::World(middle) => {
                let rings = self.world.coasts.iter().flat_map(|ring| turns(ring, middle));
                rings.map(|ring| self.on_globe(&globe(middle).area(&ring), true)).collect()
            }
        };
        rings.iter().map(|ring| self.frame.area(ring)).filter(|ring| ring.len() > 2).collect()
    }

    /// The lines between countries.
    pub fn borders(&self) -> Vec<Vec<Point>> {
        let mut lines = Vec::new();
        for line in &self.world.borders {
            match self.region.projection {
                Projection::Around(_) => lines.extend(self.drawn(line)),
                Projection::World(middle) => {
                    let parts = turns(line, middle).into_iter().flat_map(|line| globe(middle).line(&line));
                    lines.extend(parts.map(|line| self.on_globe(&line, false)));
                }
            }
        }
        lines.iter().flat_map(|line| self.frame.line(line)).collect()
    }

    /// The outline of the globe, where more than the globe is seen.
    pub fn globe(&self) -> Option<Vec<Point>> {
        let Projection::World(middle) = self.region.projection else { return None };
        let Rectangle { low, high } = globe(middle);
        Some(self.frame.area(&self.on_globe(&[low, (high.0, low.1), high, (low.0, high.1)], true)))
    }

    /// A ring around some of the globe. What is far from the centre stands along the edge, and never comes into the frame.
    fn around(&self, ring: &[Place]) -> Vec<Point> {
        let mut flat: Vec<Point> = Vec::with_capacity(ring.len());
        for place in ring {
            let point = self.region.projection.point(*place);
            if let Some(from) = flat.last().copied()
                && far(from) > DRAWN
                && far(point) > DRAWN
            {
                along_edge(&mut flat, from, point);
            }
            flat.push(point);
        }
        flat.into_iter().map(|point| self.region.unit(point)).collect()
    }

    /// The parts of a line that are near enough to be drawn.
    fn drawn(&self, line: &[Place]) -> Vec<Vec<Point>> {
        let points: Vec<Point> = line.iter().map(|place| self.region.projection.point(*place)).collect();
        let parts = points.split(|point| far(*point) > DRAWN);
        parts.map(|part| part.iter().map(|point| self.region.unit(*point)).collect()).collect()
    }

    /// A line on the globe; a ring is closed again.
    fn on_globe(&self, line: &[Place], is_ring: bool) -> Vec<Point> {
        let mut steps = Vec::new();
        line.iter().chain(line.first().filter(|_| is_ring)).for_each(|place| step_to(&mut steps, *place));
        steps.into_iter().map(|place| self.unit(place)).collect()
    }
}

/// The whole globe as a rectangle of degrees, with a meridian in its middle.
fn globe(middle: f64) -> Rectangle {
    Rectangle { low: (middle - 180.0, -90.0), high: (middle + 180.0, 90.0) }
}

/// A line as often as it takes for it to be whole, once cut at the edge of the globe; each a turn further.
fn turns(line: &[Place], middle: f64) -> Vec<Vec<Place>> {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return Vec::new() };
    // Its first point within half a turn of the middle.
    let start = middle + turn(first.0 - middle) - first.0;
    let moved = |by: f64| -> Vec<Place> { line.iter().map(|(lon, lat)| (lon + start + by, *lat)).collect() };
    let around = last.0 - first.0;
    if around.abs() < 359.0 {
        return [-360.0, 0.0, 360.0].into_iter().map(moved).collect();
    }
    // What goes around the south pole becomes one ring of three turns, which is closed where nobody sees it.
    let mut ring: Vec<Place> = [-around, 0.0, around].into_iter().flat_map(moved).collect();
    if let [(from, _), .., (to, _)] = ring[..] {
        ring.extend([(to, -90.0), (from, -90.0)]);
    }
    vec![ring]
}

fn far((x, y): Point) -> f64 {
    sqrt(x * x + y * y)
}

/// Goes from one point on the edge of what is drawn towards another, the shorter way.
fn along_edge(flat: &mut Vec<Point>, from: Point, to: Point) {
    let start = atan2(from.1, from.0);
    let angle = turn((atan2(to.1, to.0) - start).to_degrees()).to_radians();
    let count = (angle.abs() / LONGEST).ceil();
    let mut step = 1.0;
    while step < count {
        let at = start + angle * step / count;
        flat.push((EDGE * cos(at), EDGE * sin(at)));
        step += 1.0;
    }
}

/// Whether a place is on land: from there to the north pole, which is in the sea, an odd number of coasts are crossed.
fn is_land(coasts: &[Vec<Place>], (lon, lat): Place) -> bool {
    let mut is_land = false;
    for two in coasts.iter().flat_map(|ring| ring.windows(2)) {
        // Both in the same way, so that a point on the meridian is on the same side of it for both lines that meet there.
        let (west, east) = (turn(two[0].0 - lon), turn(two[1].0 - lon));
        if (west < 0.0) != (east < 0.0) && (west - east).abs() < 180.0 {
            let crossing = two[0].1 - (two[1].1 - two[0].1) * west / (east - west);
            is_land ^= crossing > lat;
        }
    }
    is_land
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn land_is_told_from_sea() {
        let coasts = outlines().coasts;
        for (place, expected) in [
            ((25.0, 67.0), true),
            ((0.0, 0.0), false),
            ((-100.0, 40.0), true),
            ((179.9, 68.5), true),
            ((-179.9, 68.5), true),
            ((180.0, 0.0), false),
            ((50.0, 42.0), false),
            // The Caspian Sea has corners on this meridian.
            ((50.0, 32.0), true),
            ((0.0, -89.9), true),
            ((0.0, 89.9), false),
        ] {
            assert_eq!(is_land(&coasts, place), expected, "{place:?}");
        }
    }
}
